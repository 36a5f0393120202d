"""One file over HTTP within limits: of time, size, redirects, and of where it may come from."""

from __future__ import annotations

import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http.client import HTTPException
from typing import Protocol
from urllib.parse import urljoin

import requests
import urllib3

from command_center.connectors.address import FetchFault
from command_center.connectors.attachments.guard import Fence, Resolve, Target, resolve, target_of

MEGABYTE = 1024 * 1024
CHUNK = 64 * 1024
TRY_AGAIN = frozenset({408, 425, 429, 500, 502, 503, 504})
_MOVED = frozenset({301, 302, 303, 307, 308})


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds and bytes; `redirects` are followed, each looked at like the first address."""

    connect_s: float = 5.0
    read_s: float = 10.0
    whole_s: float = 120.0
    most_bytes: int = 50 * MEGABYTE
    redirects: int = 3


_Line = urllib3.connection.HTTPConnection


class Sink(Protocol):
    def write(self, piece: bytes, /) -> int: ...


class Lines:
    """The connections that are open, so that they can be cut from another thread."""

    def __init__(self) -> None:
        self._open: dict[_Line, bool] = {}
        self._lock = threading.Lock()
        self._ended = False

    @contextmanager
    def line(self, target: Target, limits: Limits, left_s: float) -> Iterator[_Line]:
        """A connection that is cut after `left_s` seconds, whoever drips. What came over one that
        was cut looks whole to its reader: FetchFault."""
        made = _connection(target, limits)
        with self._lock:
            if self._ended:
                raise FetchFault("attachment_unreachable", again="yes")
            self._open[made] = False
        cut = threading.Timer(left_s, self._cut, (made,))
        cut.start()
        try:
            yield made
        finally:
            cut.cancel()
            cut.join()
            with self._lock:
                was_cut = self._open.pop(made)
            made.close()
            if was_cut:
                raise FetchFault("attachment_unreachable", again="yes")

    def end(self) -> None:
        """Cut all that are open, and open no more."""
        with self._lock:
            self._ended = True
            open_now = list(self._open)
        for each in open_now:
            self._cut(each)

    def _cut(self, line: _Line) -> None:
        with self._lock:
            if line not in self._open:
                return
            self._open[line] = True
            sock = line.sock
        if sock is not None:
            with suppress(OSError):  # it may have ended by itself
                sock.shutdown(socket.SHUT_RDWR)


def _connection(target: Target, limits: Limits) -> _Line:
    if target.scheme == "http":
        return _Line(target.address, target.port, timeout=limits.connect_s)
    return urllib3.connection.HTTPSConnection(
        target.address,
        target.port,
        timeout=limits.connect_s,
        cert_reqs="CERT_REQUIRED",
        ca_certs=requests.utils.DEFAULT_CA_BUNDLE_PATH,
        server_hostname=target.host,
        assert_hostname=target.host,
    )


def fetch(
    url: str,
    into: Sink,
    fence: Fence,
    limits: Limits,
    lines: Lines,
    look_up: Resolve = resolve,
) -> None:
    """The body of a 200 answer, written as it comes. FetchFault: `code` is the reason, and
    `again` is among its params where it may yet succeed."""
    deadline = time.monotonic() + limits.whole_s
    for _ in range(limits.redirects + 1):
        target = target_of(url, fence, look_up)
        left_s = deadline - time.monotonic()
        try:
            with lines.line(target, limits, max(0.1, left_s)) as line:
                moved = _ask(line, target, into, limits, lambda: deadline - time.monotonic())
        except ssl.SSLError as error:
            raise FetchFault("attachment_tls") from error
        except (OSError, HTTPException, urllib3.exceptions.HTTPError) as error:
            raise _broken(error) from error
        if not moved:
            return
        url = urljoin(url, moved)
        if target.scheme == "https" and not url.lower().startswith("https:"):
            raise FetchFault("attachment_downgraded")
    raise FetchFault("attachment_redirects")


def _broken(error: Exception) -> FetchFault:
    """A certificate stays wrong; a line that breaks may hold the next time."""
    if isinstance(error, urllib3.exceptions.SSLError):
        return FetchFault("attachment_tls")
    return FetchFault("attachment_unreachable", again="yes")


def _ask(
    line: _Line, target: Target, into: Sink, limits: Limits, left_s: Callable[[], float]
) -> str:
    """Where it has moved to, "" if the body is written."""
    line.connect()
    if line.sock is not None:
        line.sock.settimeout(limits.read_s)
    line.request(
        "GET",
        target.path,
        headers={"Host": target.named, "Accept-Encoding": "identity", "Connection": "close"},
        preload_content=False,
        decode_content=False,
    )
    answer = line.getresponse()
    if answer.status in _MOVED and answer.headers.get("Location"):
        return str(answer.headers["Location"])
    if answer.status in TRY_AGAIN:
        raise FetchFault("attachment_status", again="yes")
    if answer.status != 200:
        raise FetchFault("attachment_status")
    if answer.headers.get("Content-Encoding", "identity").lower() not in ("", "identity"):
        raise FetchFault("attachment_encoded")
    _copy(answer, into, limits, left_s)
    return ""


def _copy(
    answer: urllib3.HTTPResponse,
    into: Sink,
    limits: Limits,
    left_s: Callable[[], float],
) -> None:
    promised = answer.headers.get("Content-Length", "")
    if promised.isdecimal() and int(promised[:20]) > limits.most_bytes:
        raise FetchFault("attachment_too_large")
    size = 0
    while piece := answer.read1(CHUNK, decode_content=False):
        size += len(piece)
        if size > limits.most_bytes:
            raise FetchFault("attachment_too_large")
        if left_s() <= 0:
            raise FetchFault("attachment_unreachable", again="yes")
        into.write(piece)
    if promised.isdecimal() and size < int(promised):
        raise FetchFault("attachment_unreachable", again="yes")
    if size == 0:
        raise FetchFault("attachment_empty")
