"""One polite question to a directory: bounded, verified, recognisable, never followed elsewhere."""

from __future__ import annotations

import ssl
import threading
import time
from dataclasses import dataclass, field
from http.cookiejar import DefaultCookiePolicy
from typing import Any
from urllib.parse import urlsplit

import requests
import urllib3
from requests.adapters import HTTPAdapter

from command_center import __version__
from command_center.domain.errors import OperatorError
from command_center.video.directory.mapping import DirectoryMapping
from command_center.video.directory.memory import Memory, wait_turn
from command_center.video.directory.readers import MAX_BYTES
from command_center.video.model import Reason, StreamError
from command_center.video.policy import Endpoint, StreamPolicy

CONNECT_S, READ_S, WHOLE_S = 5.0, 15.0, 60.0
CHUNK = 64 * 1024
USER_AGENT = f"PusatKomando/{__version__} (camera directory)"
MAX_MARK = 500
_NOT_MODIFIED = 304


@dataclass(frozen=True, slots=True)
class Question:
    """Where and how a directory is asked; `key` stands in the header `key_header`."""

    url: str
    mapping: DirectoryMapping
    key_header: str = ""
    key: str = field(default="", repr=False)
    ca_file: str = ""
    every_s: float = 10.0


@dataclass(frozen=True, slots=True)
class Answer:
    """`changed`: another body than the last time; `asked_for_nothing`: it answered 304."""

    body: bytes
    changed: bool
    asked_for_nothing: bool = False


class _Pinned(HTTPAdapter):
    """Connects to the address that was admitted, whatever the name resolves to meanwhile.

    Verifies against the machine's authorities and those of one more file: servers that leave
    out a certificate between their own and the root are verified, not waved through.
    """

    def __init__(self, endpoint: Endpoint, ca_file: str) -> None:
        self._endpoint = endpoint
        self._context = ssl.create_default_context()
        if ca_file:
            try:
                self._context.load_verify_locations(ca_file)
            except (OSError, ssl.SSLError) as error:
                raise OperatorError("directory_ca_unreadable", file=ca_file) from error
        super().__init__()

    def add_headers(self, request: requests.PreparedRequest, **kwargs: Any) -> None:
        """The server is told the name it was asked by."""
        request.headers["Host"] = urlsplit(request.url or "").netloc

    def get_connection_with_tls_context(self, *args: Any, **kwargs: Any) -> Any:
        """A pool of one address; the certificate is the name's."""
        to = self._endpoint
        secure = {"ssl_context": self._context, "server_hostname": to.host}
        return self.poolmanager.connection_from_host(
            to.address, to.port, to.scheme, secure if to.scheme == "https" else None
        )


def ask(
    question: Question, memory: Memory, policy: StreamPolicy, cancel: threading.Event
) -> Answer:
    """The directory's answer, or the kept one when it has not changed. Waits: worker threads only.

    OperatorError names what went wrong; nothing that was kept is lost by it.
    """
    endpoint = _admit(question.url, policy)
    heard = memory.heard()
    wait_turn(heard.asked_at, question.every_s, cancel)
    headers = _headers(question)
    # By the rules of HTTP the marks mean something else to a POST.
    if question.mapping.method == "GET":
        headers |= {"If-None-Match": heard.etag} if heard.etag else {}
        headers |= {"If-Modified-Since": heard.last_modified} if heard.last_modified else {}
    memory.asked(time.time())
    with _session(question, endpoint) as session:
        return _exchange(session, question, headers, memory, cancel)


def _admit(url: str, policy: StreamPolicy) -> Endpoint:
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https"):
        raise OperatorError("source_bad_url")
    if parts.username or parts.password:
        raise OperatorError("password_in_url")
    try:
        return policy.admit(url)
    except StreamError as error:
        if error.reason is Reason.UNRESOLVABLE:
            raise OperatorError("source_refused") from error
        raise OperatorError("directory_host", host=parts.hostname or "?") from error


def _headers(question: Question) -> dict[str, str | bytes]:
    accept = "application/json, text/csv, audio/x-mpegurl, */*;q=0.1"
    headers: dict[str, str | bytes] = {"User-Agent": USER_AGENT, "Accept": accept}
    if question.key_header:
        headers[question.key_header] = question.key
    return headers


def _session(question: Question, endpoint: Endpoint) -> requests.Session:
    session = requests.Session()
    session.trust_env = False  # neither a proxy nor a password that the environment knows
    session.cookies.set_policy(DefaultCookiePolicy(allowed_domains=[]))
    session.mount(f"{endpoint.scheme}://", _Pinned(endpoint, question.ca_file))
    return session


def _exchange(
    session: requests.Session,
    question: Question,
    headers: dict[str, str | bytes],
    memory: Memory,
    cancel: threading.Event,
) -> Answer:
    deadline = time.monotonic() + WHOLE_S
    try:
        with session.request(
            question.mapping.method,
            question.url,
            data=dict(question.mapping.form) or None,
            headers=headers,
            timeout=(CONNECT_S, READ_S),
            stream=True,
            allow_redirects=False,
        ) as answer:
            if answer.status_code == _NOT_MODIFIED:
                return _kept(memory)
            _check_status(answer)
            body = _body(answer, deadline, cancel)
            etag = answer.headers.get("ETag", "")[:MAX_MARK]
            modified = answer.headers.get("Last-Modified", "")[:MAX_MARK]
    except requests.exceptions.SSLError as error:
        raise OperatorError("source_tls") from error
    except requests.exceptions.Timeout as error:
        raise OperatorError("source_timeout", seconds=str(int(READ_S))) from error
    except requests.exceptions.ConnectionError as error:
        raise OperatorError("source_refused") from error
    except requests.exceptions.InvalidHeader:
        # its text holds the key
        raise OperatorError("directory_key_unusable", name=question.key_header) from None
    except requests.exceptions.RequestException as error:
        raise OperatorError("source_broken_answer") from error
    return Answer(body, memory.keep(body, etag, modified))


def _kept(memory: Memory) -> Answer:
    body = memory.body()
    if body is None:
        raise OperatorError("source_broken_answer")
    return Answer(body, changed=False, asked_for_nothing=True)


def _check_status(answer: requests.Response) -> None:
    if answer.status_code in (401, 403):
        raise OperatorError("source_unauthorised", status=str(answer.status_code))
    if answer.is_redirect or 300 <= answer.status_code < 400:
        host = _host(answer.headers.get("Location", ""))
        raise OperatorError("directory_redirected", host=host)
    if answer.status_code != 200:
        raise OperatorError("source_status", status=str(answer.status_code))


def _host(location: str) -> str:
    try:
        return (urlsplit(location).hostname or "?")[:100]
    except ValueError:
        return "?"


def _body(answer: requests.Response, deadline: float, cancel: threading.Event) -> bytes:
    """Piece by piece: an answer that drips or never ends is given up."""
    body = bytearray()
    raw: Any = answer.raw
    try:
        while piece := raw.read1(CHUNK, decode_content=True):
            body += piece
            if len(body) > MAX_BYTES:
                raise OperatorError("answer_too_large", limit=str(MAX_BYTES))
            if cancel.is_set():
                raise OperatorError("directory_cancelled")
            if time.monotonic() > deadline:
                raise OperatorError("source_slow", seconds=str(int(WHOLE_S)))
    except urllib3.exceptions.ReadTimeoutError as error:
        raise OperatorError("source_timeout", seconds=str(int(READ_S))) from error
    except urllib3.exceptions.HTTPError as error:
        raise OperatorError("source_broken_answer") from error
    return bytes(body)
