"""HTTP GET for streams: every address is admitted by the policy, redirects included.

A connection is kept as long as the server lets us: one a host and camera.
"""

import http.client
import socket
import ssl
import time
from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import urljoin

from command_center.video.cancel import Cancel
from command_center.video.ingest.dial import dial, failure_reason
from command_center.video.ingest.login import answer_to
from command_center.video.ingest.trust import trust
from command_center.video.model import Reason, StreamError
from command_center.video.policy import Endpoint, Resolver, StreamPolicy

REDIRECTS_MAX = 5
REDIRECTS = {301, 302, 303, 307, 308}
GOOD = {200, 206, 304}  # the last two only where they were asked for
STATUS_REASONS = {
    401: Reason.UNAUTHORISED,
    403: Reason.FORBIDDEN,
    404: Reason.NOT_FOUND,
    410: Reason.NOT_FOUND,
}
CHUNK = 65_536
DRAIN_MAX = 65_536  # of an answer that nobody wants; a longer one is cheaper to hang up on
DRAIN_S = 0.5
HEADERS = {"User-Agent": "PusatKomando", "Accept": "*/*"}
NOTHING: Mapping[str, str] = {}


class Body:
    """An answer being read. `deadline_s` (monotonic) ends it, however slowly bytes drip in."""

    def __init__(
        self, url: str, line: "_Line", response: http.client.HTTPResponse, fetcher: "Fetcher"
    ) -> None:
        self.url = url
        self.status = response.status
        self.headers = response.headers
        self.content_type = (response.getheader("Content-Type") or "").lower()
        self.deadline_s = float("inf")
        self._line = line
        self._response = response
        self._fetcher = fetcher

    def validators(self) -> dict[str, str]:
        """The headers with which to ask whether there is anything newer."""
        pairs = (("ETag", "If-None-Match"), ("Last-Modified", "If-Modified-Since"))
        return {ask: self.headers[told] for told, ask in pairs if self.headers[told]}

    def read(self, size: int = CHUNK) -> bytes:
        """What has arrived, at most `size` bytes; empty at the end.

        Raises:
            StreamError: STALLED past the deadline, ENDED when the connection breaks.
        """
        if self._response.isclosed():
            return b""  # read to its end
        remaining = self.deadline_s - time.monotonic()
        if remaining <= 0:
            raise StreamError(Reason.STALLED)
        try:
            self._line.sock.settimeout(min(remaining, 60.0))
            return self._response.read1(size)
        except TimeoutError:
            raise StreamError(Reason.STALLED) from None
        except (OSError, http.client.HTTPException, ValueError):
            raise StreamError(Reason.ENDED) from None

    def read_all(self, limit: int) -> bytes:
        """The whole body.

        Raises:
            StreamError: as `read`; ENDED when it breaks off; GARBAGE when it is longer than
                `limit` bytes.
        """
        parts, size = [], 0
        while chunk := self.read():
            size += len(chunk)
            if size > limit:
                raise StreamError(Reason.GARBAGE)
            parts.append(chunk)
        if self._response.length:
            raise StreamError(Reason.ENDED)
        return b"".join(parts)

    def drain(self) -> None:
        """Read a short answer to its end, so that the connection can be kept."""
        length = self._response.length
        if length is None or length > DRAIN_MAX:
            return
        self.deadline_s = time.monotonic() + DRAIN_S
        try:
            while self.read():
                pass
        except StreamError:
            return

    def close(self) -> None:
        """Give the connection back, or close it where something is left in it; owner only."""
        response = self._response
        whole = not response.will_close and (response.isclosed() or response.length == 0)
        response.close()
        self._fetcher.give_back(self._line, whole)


class _Line:
    """A connection to one origin."""

    def __init__(self, endpoint: Endpoint, sock: socket.socket) -> None:
        secure = endpoint.scheme == "https"
        kind = http.client.HTTPSConnection if secure else http.client.HTTPConnection
        self.origin = endpoint.origin
        self.sock = sock
        self.http = kind(endpoint.host, endpoint.port)
        self.http.auto_open = 0  # it shall never dial by itself, past the policy
        self.http.sock = sock


class Fetcher:
    """Opens addresses for one camera: timeouts in seconds for connecting and for the headers.

    `refusal` is what a server said with its last refusal, by lower-case name.
    """

    def __init__(
        self, policy: StreamPolicy, cancel: Cancel, connect_s: float, answer_s: float
    ) -> None:
        self._policy = replace(policy, resolver=_once(policy.resolver))
        self._cancel = cancel
        self._connect_s = connect_s
        self._answer_s = answer_s
        self._login: Endpoint | None = None
        self._idle: dict[tuple[str, str, int], _Line] = {}
        self.refusal: Mapping[str, str] = NOTHING

    def open(self, url: str, wanted: Mapping[str, str] = NOTHING) -> Body:
        """The answer to GET `url`, redirects followed; `wanted` are conditions or a range. Its
        status may be 304 or 206 only where they were asked for.

        Raises:
            StreamError: what went wrong.
        """
        shown: str | None = None
        for _ in range(REDIRECTS_MAX + 1):
            endpoint = self._policy.admit(url)
            if endpoint.scheme not in {"http", "https"}:
                raise StreamError(Reason.UNSUPPORTED)
            if endpoint.user:
                self._login = endpoint
            headers = {**HEADERS, **wanted, **({"Authorization": shown} if shown else {})}
            line, response = self._ask(endpoint, headers)
            body = Body(url, line, response, self)
            body.deadline_s = time.monotonic() + self._answer_s
            if response.status == http.client.OK or (wanted and response.status in GOOD):
                return body
            body.drain()
            body.close()
            location = response.getheader("Location")
            if response.status in REDIRECTS and location:
                url, shown = urljoin(url, location), None
                continue
            answer = None if shown else self._answer(response, endpoint)
            if answer is None:
                self.refusal = {key.lower(): text for key, text in response.getheaders()}
                raise StreamError(self._refusal(response, endpoint))
            shown = answer
        raise StreamError(Reason.UNSUPPORTED)

    def close(self) -> None:
        """Hang up; the owner thread only."""
        for line in self._idle.values():
            self._hang_up(line)
        self._idle.clear()

    def give_back(self, line: _Line, whole: bool) -> None:
        """A body has been read: keep its connection if it was read to the end."""
        if whole and line.http.sock is not None and line.origin not in self._idle:
            self._idle[line.origin] = line
        else:
            self._hang_up(line)

    def _hang_up(self, line: _Line) -> None:
        self._cancel.forget(line.sock)
        line.http.close()
        line.sock.close()

    def _refusal(self, response: http.client.HTTPResponse, endpoint: Endpoint) -> Reason:
        """NOT_STARTED where a host that sends on demand has nothing, or a playlist is promised
        for later."""
        reason = STATUS_REASONS.get(response.status, Reason.SERVER_ERROR)
        later = response.status == http.client.SERVICE_UNAVAILABLE and (
            response.getheader("Retry-After") and _is_playlist(endpoint)
        )
        on_demand = reason is Reason.NOT_FOUND and endpoint.host in self._policy.on_demand
        return Reason.NOT_STARTED if later or on_demand else reason

    def _answer(self, response: http.client.HTTPResponse, endpoint: Endpoint) -> str | None:
        """What to show to a server that asks who is there."""
        login = self._login
        if response.status != http.client.UNAUTHORIZED or login is None:
            return None
        if login.origin != endpoint.origin:
            return None
        challenges = response.headers.get_all("WWW-Authenticate") or []
        return answer_to(challenges, login.user, login.password, "GET", endpoint.target)

    def _ask(
        self, endpoint: Endpoint, headers: Mapping[str, str]
    ) -> tuple[_Line, http.client.HTTPResponse]:
        kept = self._idle.pop(endpoint.origin, None)
        if kept is not None:
            try:
                return kept, self._response(kept, endpoint, headers)
            except (ConnectionError, ssl.SSLEOFError):
                self._hang_up(kept)  # the server has hung up meanwhile: that is no failure
                if self._cancel.is_set():
                    raise StreamError(Reason.ENDED) from None
            except (OSError, http.client.HTTPException, ValueError) as error:
                self._hang_up(kept)
                raise StreamError(failure_reason(error)) from None
        line = self._dial(endpoint)
        try:
            return line, self._response(line, endpoint, headers)
        except (OSError, http.client.HTTPException, ValueError) as error:
            self._hang_up(line)
            raise StreamError(failure_reason(error)) from None

    def _response(
        self, line: _Line, endpoint: Endpoint, headers: Mapping[str, str]
    ) -> http.client.HTTPResponse:
        line.sock.settimeout(self._answer_s)
        line.http.request("GET", endpoint.target, headers=dict(headers))
        return line.http.getresponse()

    def _dial(self, endpoint: Endpoint) -> _Line:
        secure = endpoint.scheme == "https"
        authorities = self._policy.authorities
        context = trust(authorities) if secure else None
        return _Line(endpoint, dial(endpoint, self._cancel, self._connect_s, context))


def _once(resolver: Resolver) -> Resolver:
    """A name is resolved once a connection, so that it cannot move meanwhile."""
    known: dict[tuple[str, int], list[str]] = {}

    def resolved(host: str, port: int) -> list[str]:
        if (host, port) not in known:
            known[host, port] = resolver(host, port)
        return known[host, port]

    return resolved


def _is_playlist(endpoint: Endpoint) -> bool:
    return endpoint.target.split("?", 1)[0].lower().endswith(".m3u8")
