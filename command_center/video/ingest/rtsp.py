"""Asks an RTSP camera for its description before the library opens it.

The library follows redirects without asking the policy and tells fewer reasons apart, so the
question is asked here first, on a connection that is over before the next one begins: many
cameras bear one viewer only. It costs one round trip, two where a password is wanted.
"""

import contextlib
import socket
import time
from dataclasses import dataclass, replace
from urllib.parse import urljoin

from command_center.video.cancel import Cancel
from command_center.video.ingest.dial import dial, failure_reason
from command_center.video.ingest.login import answer_to
from command_center.video.ingest.trust import trust
from command_center.video.model import Reason, StreamError
from command_center.video.policy import Endpoint, StreamPolicy

REDIRECTS_MAX = 3
HEAD_MAX = 16_384
PARTING_S = 0.2
OK, UNAUTHORISED = 200, 401
STATUS_REASONS = {
    401: Reason.UNAUTHORISED,
    403: Reason.FORBIDDEN,
    404: Reason.NOT_FOUND,
    410: Reason.NOT_FOUND,
    415: Reason.UNSUPPORTED,
    461: Reason.UNSUPPORTED,
}
SCHEMES = {"rtsp", "rtsps"}


@dataclass(frozen=True)
class _Answer:
    status: int
    headers: tuple[tuple[str, str], ...]

    def all(self, name: str) -> list[str]:
        return [value for key, value in self.headers if key == name]


def describe(url: str, policy: StreamPolicy, cancel: Cancel, timeout_s: float) -> Endpoint:
    """Where the camera behind `url` really is: redirects are followed as far as the policy
    admits, and secure ones verified. Credentials stay with the host they were given for.

    Raises:
        StreamError: what went wrong; UNSUPPORTED for a redirect that leaves RTSP or never ends.
    """
    deadline_s = time.monotonic() + timeout_s
    endpoint = policy.admit(url)
    for _ in range(REDIRECTS_MAX + 1):
        answer = _ask(endpoint, policy, cancel, deadline_s)
        if answer.status == OK:
            return endpoint
        location = next(iter(answer.all("location")), "")
        if not (300 <= answer.status < 400 and location):
            raise StreamError(_refusal(answer, endpoint, policy))
        url = urljoin(url, location)
        moved = policy.admit(url)
        if moved.scheme not in SCHEMES or (endpoint.scheme, moved.scheme) == ("rtsps", "rtsp"):
            raise StreamError(Reason.UNSUPPORTED)
        if moved.origin == endpoint.origin and not moved.user:
            moved = replace(moved, user=endpoint.user, password=endpoint.password)
        endpoint = moved
    raise StreamError(Reason.UNSUPPORTED)


def _refusal(answer: _Answer, endpoint: Endpoint, policy: StreamPolicy) -> Reason:
    reason = STATUS_REASONS.get(answer.status, Reason.SERVER_ERROR)
    later = answer.status == 503 and answer.all("retry-after")
    on_demand = reason is Reason.NOT_FOUND and endpoint.host in policy.on_demand
    return Reason.NOT_STARTED if later or on_demand else reason


def _ask(endpoint: Endpoint, policy: StreamPolicy, cancel: Cancel, deadline_s: float) -> _Answer:
    left_s = max(0.1, deadline_s - time.monotonic())
    context = trust(policy.authorities) if endpoint.scheme == "rtsps" else None
    sock = dial(endpoint, cancel, left_s, context)
    try:
        answer = _exchange(sock, endpoint, 1, None, deadline_s)
        if answer.status == UNAUTHORISED and endpoint.user:
            challenges = answer.all("www-authenticate")
            shown = answer_to(
                challenges, endpoint.user, endpoint.password, "DESCRIBE", _plain(endpoint)
            )
            if shown is not None:
                answer = _exchange(sock, endpoint, 2, shown, deadline_s)
        _part(sock)
        return answer
    except (OSError, ValueError) as error:
        raise StreamError(failure_reason(error)) from None
    finally:
        cancel.forget(sock)
        sock.close()


def _plain(endpoint: Endpoint) -> str:
    """The address without credentials, by number as the library will ask for it."""
    host = f"[{endpoint.address}]" if ":" in endpoint.address else endpoint.address
    return f"{endpoint.scheme}://{host}:{endpoint.port}{endpoint.target}"


def _exchange(
    sock: socket.socket, endpoint: Endpoint, number: int, shown: str | None, deadline_s: float
) -> _Answer:
    lines = [f"DESCRIBE {_plain(endpoint)} RTSP/1.0", f"CSeq: {number}"]
    lines += ["User-Agent: PusatKomando", "Accept: application/sdp"]
    lines += [f"Authorization: {shown}"] if shown else []
    sock.sendall(("\r\n".join(lines) + "\r\n\r\n").encode())
    data = b""
    while b"\r\n\r\n" not in data:
        sock.settimeout(max(0.01, deadline_s - time.monotonic()))
        piece = sock.recv(HEAD_MAX)
        data += piece
        if not piece or len(data) > HEAD_MAX:
            raise StreamError(Reason.GARBAGE if data else Reason.ENDED)
    head, _, body = data.partition(b"\r\n\r\n")
    answer = _parsed(head)
    _skip_body(sock, answer, len(body), deadline_s)
    return answer


def _parsed(head: bytes) -> _Answer:
    first, *rest = head.decode("latin-1").split("\r\n")
    words = first.split(" ", 2)
    if len(words) < 2 or not words[0].startswith("RTSP/") or not words[1].isdecimal():
        raise StreamError(Reason.GARBAGE)
    pairs = (line.partition(":") for line in rest)
    return _Answer(int(words[1]), tuple((k.strip().lower(), v.strip()) for k, _, v in pairs))


def _skip_body(sock: socket.socket, answer: _Answer, read: int, deadline_s: float) -> None:
    """What is left of an answer, so that the next one can be told from it."""
    if answer.status != UNAUTHORISED:
        return
    length = next((text for text in answer.all("content-length") if text.isdecimal()), "0")
    while read < min(int(length), HEAD_MAX):
        sock.settimeout(max(0.01, deadline_s - time.monotonic()))
        piece = sock.recv(HEAD_MAX)
        if not piece:
            return
        read += len(piece)


def _part(sock: socket.socket) -> None:
    """Say that we leave, and wait a moment for the camera to have taken notice."""
    until_s = time.monotonic() + PARTING_S
    with contextlib.suppress(OSError):
        sock.settimeout(PARTING_S)
        sock.shutdown(socket.SHUT_WR)
        while sock.recv(HEAD_MAX) and time.monotonic() < until_s:
            pass
