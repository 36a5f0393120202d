"""The other end of our gateway: how a source posts, signed with the key the room gave it. For the
systems that the exercise plays, and as an example of how one is written."""

from __future__ import annotations

import time
from dataclasses import dataclass

import requests

from command_center.connectors.gateway.keys import SourceKey, signed

PATH = "/v1/records"
LARGEST = 1024 * 1024
WAIT_S = 10.0
AWAY = 503


@dataclass(frozen=True, slots=True)
class Gate:
    """`url` is the gateway's own; `certificate` the file that signed its TLS, "" for the usual."""

    url: str
    key: SourceKey
    certificate: str = ""

    def __call__(self, body: bytes, idempotency: str) -> tuple[int, bytes]:
        """(status, body) of the answer; (AWAY, b"") when there is none."""
        headers = signed(self.key, "POST", PATH, body, int(time.time()), idempotency)
        headers["Content-Type"] = "application/json"
        try:
            with requests.post(
                self.url + PATH,
                data=body,
                headers=headers,
                timeout=WAIT_S,
                verify=self.certificate or True,
                allow_redirects=False,
                stream=True,
            ) as answer:
                return answer.status_code, answer.raw.read(LARGEST, decode_content=True)
        except (requests.RequestException, OSError):
            return AWAY, b""
