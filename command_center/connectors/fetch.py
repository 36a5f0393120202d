"""One bounded HTTP GET: limits on time, size and kind, and a typed reason when it fails."""

from __future__ import annotations

import time
from typing import Any

import requests
import urllib3

from command_center.connectors.address import FetchFault, check_url

CONNECT_S = 3.0
READ_S = 10.0
WHOLE_S = 20.0
CHUNK = 64 * 1024


def get(session: requests.Session, url: str, params: dict[str, str], max_bytes: int) -> bytes:
    """The body of a 200 answer. Redirects are not followed: a source lives where it was set up."""
    check_url(url)
    deadline = time.monotonic() + WHOLE_S
    try:
        with session.get(
            url,
            params=params,
            timeout=(CONNECT_S, READ_S),
            stream=True,
            allow_redirects=False,
            headers={"Accept": "application/json"},
        ) as answer:
            if answer.status_code in (401, 403):
                raise FetchFault("source_unauthorised", status=str(answer.status_code))
            if answer.status_code != 200:
                raise FetchFault("source_status", status=str(answer.status_code))
            return _body(answer, max_bytes, deadline)
    except requests.exceptions.SSLError as error:
        raise FetchFault("source_tls") from error
    except requests.exceptions.Timeout as error:
        raise FetchFault("source_timeout", seconds=str(int(READ_S))) from error
    except requests.exceptions.ConnectionError as error:
        raise FetchFault("source_refused") from error
    except requests.exceptions.RequestException as error:
        raise FetchFault("source_broken_answer") from error


def _body(answer: requests.Response, max_bytes: int, deadline: float) -> bytes:
    """Piece by piece as it arrives: a source that drips is seen to be late, too."""
    body = bytearray()
    raw: Any = answer.raw
    try:
        while piece := raw.read1(CHUNK, decode_content=True):
            body += piece
            if len(body) > max_bytes:
                raise FetchFault("answer_too_large", limit=str(max_bytes))
            if time.monotonic() > deadline:
                raise FetchFault("source_slow", seconds=str(int(WHOLE_S)))
    except urllib3.exceptions.ReadTimeoutError as error:
        raise FetchFault("source_timeout", seconds=str(int(READ_S))) from error
    except urllib3.exceptions.HTTPError as error:
        raise FetchFault("source_broken_answer") from error
    return bytes(body)
