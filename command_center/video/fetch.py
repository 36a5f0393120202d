"""HTTP GET for streams: every address is admitted by the policy, redirects included."""

import functools
import http.client
import selectors
import socket
import ssl
import time
from urllib.parse import urljoin

from command_center.video.cancel import Cancel
from command_center.video.login import basic, digest
from command_center.video.model import Reason, StreamError
from command_center.video.policy import Endpoint, StreamPolicy

REDIRECTS_MAX = 5
REDIRECTS = {301, 302, 303, 307, 308}
STATUS_REASONS = {
    401: Reason.UNAUTHORISED,
    403: Reason.FORBIDDEN,
    404: Reason.NOT_FOUND,
    410: Reason.NOT_FOUND,
}
LOOK_S = 0.1
CHUNK = 65_536
HEADERS = {"User-Agent": "PusatKomando", "Accept": "*/*", "Connection": "close"}


class Body:
    """An answer being read. `deadline_s` (monotonic) ends it, however slowly bytes drip in."""

    def __init__(
        self,
        url: str,
        sock: socket.socket,
        response: http.client.HTTPResponse,
        cancel: Cancel,
    ) -> None:
        self.url = url
        self.content_type = (response.getheader("Content-Type") or "").lower()
        self.deadline_s = float("inf")
        self._sock = sock
        self._response = response
        self._cancel = cancel

    def read(self, size: int = CHUNK) -> bytes:
        """What has arrived, at most `size` bytes; empty at the end.

        Raises:
            StreamError: STALLED past the deadline, ENDED when the connection breaks.
        """
        if self._response.isclosed():
            return b""  # read to its end; the socket is gone with it
        remaining = self.deadline_s - time.monotonic()
        if remaining <= 0:
            raise StreamError(Reason.STALLED)
        try:
            self._sock.settimeout(min(remaining, 60.0))
            return self._response.read1(size)
        except TimeoutError:
            raise StreamError(Reason.STALLED) from None
        except (OSError, http.client.HTTPException, ValueError):
            raise StreamError(Reason.ENDED) from None

    def read_all(self, limit: int) -> bytes:
        """The whole body.

        Raises:
            StreamError: as `read`; GARBAGE when it is longer than `limit` bytes.
        """
        parts, size = [], 0
        while chunk := self.read():
            size += len(chunk)
            if size > limit:
                raise StreamError(Reason.GARBAGE)
            parts.append(chunk)
        return b"".join(parts)

    def close(self) -> None:
        """Close the connection; the owner thread only."""
        self._cancel.forget(self._sock)
        self._response.close()
        self._sock.close()


class Fetcher:
    """Opens addresses for one camera: timeouts in seconds for connecting and for the headers."""

    def __init__(
        self, policy: StreamPolicy, cancel: Cancel, connect_s: float, answer_s: float
    ) -> None:
        self._policy = policy
        self._cancel = cancel
        self._connect_s = connect_s
        self._answer_s = answer_s
        self._login: Endpoint | None = None

    def open(self, url: str) -> Body:
        """The answer to GET `url`, redirects followed.

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
            sock, response = self._request(endpoint, shown)
            body = Body(url, sock, response, self._cancel)
            body.deadline_s = time.monotonic() + self._answer_s
            if response.status == http.client.OK:
                return body
            body.close()
            location = response.getheader("Location")
            if response.status in REDIRECTS and location:
                url, shown = urljoin(url, location), None
                continue
            answer = None if shown else self._answer(response, endpoint)
            if answer is None:
                raise StreamError(STATUS_REASONS.get(response.status, Reason.SERVER_ERROR))
            shown = answer
        raise StreamError(Reason.UNSUPPORTED)

    def _answer(self, response: http.client.HTTPResponse, endpoint: Endpoint) -> str | None:
        """What to show to a server that asks who is there; Digest rather than Basic."""
        login = self._login
        if response.status != http.client.UNAUTHORIZED or login is None:
            return None
        if login.origin != endpoint.origin:
            return None
        challenges = response.headers.get_all("WWW-Authenticate") or []
        for challenge in challenges:
            answer = digest(challenge, login.user, login.password, endpoint.target)
            if answer is not None:
                return answer
        asked_basic = any(challenge.lower().startswith("basic") for challenge in challenges)
        return basic(login.user, login.password) if asked_basic else None

    def _request(
        self, endpoint: Endpoint, shown: str | None
    ) -> tuple[socket.socket, http.client.HTTPResponse]:
        sock = _connect(endpoint, self._cancel, self._connect_s)
        try:
            sock.settimeout(self._answer_s)
            secure = endpoint.scheme == "https"
            if secure:
                sock = _trust().wrap_socket(sock, server_hostname=endpoint.host)
            kind = http.client.HTTPSConnection if secure else http.client.HTTPConnection
            connection = kind(endpoint.host, endpoint.port)
            connection.sock = sock
            self._cancel.watch(sock)
            headers = HEADERS | ({"Authorization": shown} if shown else {})
            connection.request("GET", endpoint.target, headers=headers)
            return sock, connection.getresponse()
        except (OSError, http.client.HTTPException, ValueError) as error:
            self._cancel.forget(sock)
            sock.close()
            raise StreamError(_reason(error)) from None


@functools.cache
def _trust() -> ssl.SSLContext:
    """The machine's certificate authorities; reading them takes tens of milliseconds."""
    return ssl.create_default_context()


def _connect(endpoint: Endpoint, cancel: Cancel, timeout_s: float) -> socket.socket:
    family = socket.AF_INET6 if ":" in endpoint.address else socket.AF_INET
    sock = socket.socket(family, socket.SOCK_STREAM)
    try:
        sock.setblocking(False)
        sock.connect_ex((endpoint.address, endpoint.port))
        deadline = time.monotonic() + timeout_s
        with selectors.DefaultSelector() as selector:
            selector.register(sock, selectors.EVENT_WRITE)
            while not selector.select(LOOK_S):
                if cancel.is_set() or time.monotonic() > deadline:
                    raise TimeoutError
        error = sock.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
        if error:
            raise OSError(error, "connect")
    except OSError as error:
        sock.close()
        raise StreamError(_reason(error)) from None
    return sock


def _reason(error: Exception) -> Reason:
    match error:
        case ConnectionRefusedError():
            return Reason.REFUSED
        case TimeoutError():
            return Reason.TIMEOUT
        case ssl.SSLError():
            return Reason.TLS
        case ConnectionError():
            return Reason.ENDED
        case OSError():
            return Reason.UNREACHABLE
        case _:
            return Reason.GARBAGE
