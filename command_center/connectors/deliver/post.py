"""One message over HTTP: where it may go, how long it may take, what an answer means.

POST {reply_url}/v1/messages, or to the address of a webhook as it is, with the id of the message as
its idempotency key; any 2xx means heard. It is signed with the source's own key, as that source
signs what it sends to the gateway.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from urllib.parse import urlsplit

import requests

from command_center.connectors.deliver.fault import Fault
from command_center.connectors.deliver.marking import marked
from command_center.connectors.deliver.rules import Rules
from command_center.connectors.gateway.keys import SourceKey, signed
from command_center.domain.referral import Delivery
from command_center.ports import Clock

PATH = "/v1/messages"
TIMEOUT_S = (3.0, 10.0)
LARGEST = 64 * 1024
LONGEST_WISH_S = 600.0
# It will not have this message, told however often. Anything else may be over in a while, also an
# address or a key that an administrator has to put right.
_FINAL = frozenset({400, 409, 410, 413, 415, 422})
_UNAUTHORISED = frozenset({401, 403})


class Poster:
    """Posts to whom a delivery's reach names. `key_of` gives the key its messages are signed with,
    None: there is none, and with `signed_only` nothing goes out then. `path` is that of every
    address, None: an address is whole."""

    def __init__(
        self,
        rules: Rules,
        clock: Clock,
        key_of: Callable[[str], SourceKey | None],
        *,
        path: str | None = PATH,
        signed_only: bool = False,
    ) -> None:
        self._rules = rules
        self._path = path
        self._signed_only = signed_only
        self._clock = clock
        self._key_of = key_of

    def __call__(self, delivery: Delivery, url: str) -> Fault | None:
        """None once heard. Waits for the answer."""
        forbidden = self._rules.against(url) if url else Fault("delivery_no_address")
        if forbidden is not None:
            return forbidden
        body = json.dumps(marked(delivery.body, self._rules.room), ensure_ascii=False).encode()
        if len(body) > LARGEST:
            return Fault("delivery_too_large", final=True)
        key = self._key_of(delivery.reach)
        if key is None and self._signed_only:
            return Fault("delivery_no_key")
        return self._tried(delivery.id, key, url, body)

    def _tried(self, id: str, key: SourceKey | None, url: str, body: bytes) -> Fault | None:
        try:
            whole = url if self._path is None else url.rstrip("/") + self._path
            path = urlsplit(whole).path or "/"
            return self._post(whole, body, self._headers(id, key, path, body))
        except requests.exceptions.SSLError:
            return Fault("delivery_tls")
        except requests.exceptions.Timeout:
            return Fault("delivery_timeout")
        except requests.exceptions.RequestException:
            return Fault("delivery_unreachable")

    def _post(self, url: str, body: bytes, headers: Mapping[str, str]) -> Fault | None:
        """Whatever the answer says beside its status is not read."""
        with requests.Session() as session:
            session.trust_env = False
            with session.post(
                url,
                data=body,
                headers=headers,
                timeout=TIMEOUT_S,
                allow_redirects=False,
                stream=True,
            ) as answer:
                return _meaning(answer)

    def _headers(self, id: str, key: SourceKey | None, path: str, body: bytes) -> dict[str, str]:
        headers = {
            "Content-Type": "application/json; charset=utf-8",
            "Idempotency-Key": id,
            "Room": self._rules.room,
        }
        if key is None:
            return headers
        at_s = int(self._clock.now().timestamp())
        return headers | signed(key, "POST", path, body, at_s, id)


def _meaning(answer: requests.Response) -> Fault | None:
    status = answer.status_code
    said = {"status": str(status)}
    if 200 <= status < 300:
        return None
    if 300 <= status < 400:
        return Fault("delivery_redirected", params=said)
    if status in _UNAUTHORISED:
        return Fault("delivery_unauthorised", params=said)
    if status in _FINAL:
        return Fault("delivery_refused", final=True, params=said)
    return Fault("delivery_status", params=said, retry_s=_wish(answer))


def _wish(answer: requests.Response) -> float:
    """Seconds it asked for; dates are not understood and count as none."""
    text = answer.headers.get("Retry-After", "").strip()
    known = text.isascii() and text.isdigit() and len(text) < 6
    return min(float(text), LONGEST_WISH_S) if known else 0.0
