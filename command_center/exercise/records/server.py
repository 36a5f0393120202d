"""A source of contract v1 on loopback. What it serves is decided by its record book."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Protocol
from urllib.parse import parse_qs, urlsplit

from command_center.contract.page import write_page

MAX_LIMIT = 2000


class RecordBook(Protocol):
    """Records in the order they are to be read; `since` may be called from any thread."""

    def since(self, cursor: int, limit: int) -> tuple[Sequence[Any], bool]:
        """Records after `cursor` that may be seen by now, and whether more are waiting."""


class GrowingBook:
    """Records that are added while they are read."""

    def __init__(self) -> None:
        self._records: list[dict[str, Any]] = []
        self._lock = threading.Lock()

    def add(self, record: dict[str, Any]) -> None:
        with self._lock:
            self._records.append(record)

    def since(self, cursor: int, limit: int) -> tuple[Sequence[Any], bool]:
        with self._lock:
            page = self._records[cursor : cursor + limit]
            return page, cursor + len(page) < len(self._records)


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        url = urlsplit(self.path)
        if self.server.book is None:
            self._answer(503, b"{}")
        elif url.path != "/v1/records":
            self._answer(404, b"{}")
        else:
            query = parse_qs(url.query)
            cursor = _number(query, "after", 0)
            limit = min(MAX_LIMIT, _number(query, "limit", 500))
            records, more = self.server.book.since(cursor, limit)
            self._answer(200, write_page(records, str(cursor + len(records)), more=more))

    def _answer(self, status: int, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", "application/json; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its base names it
        """Silent: the reading side keeps the health of its sources."""


def _number(query: dict[str, list[str]], name: str, default: int) -> int:
    text = query.get(name, [""])[0]
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else default


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    book: RecordBook | None = None


class RecordServer:
    """Listens on a free port of 127.0.0.1. `pull_plug` makes it answer 503 until put back."""

    def __init__(self, book: RecordBook) -> None:
        self._book = book
        self._server = _Server(("127.0.0.1", 0), _Handler)
        self._server.book = book
        self._thread = threading.Thread(
            target=self._server.serve_forever, kwargs={"poll_interval": 0.1}, name="records"
        )

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}"

    def start(self) -> None:
        self._thread.start()

    def pull_plug(self) -> None:
        self._server.book = None

    def restore_plug(self) -> None:
        self._server.book = self._book

    def stop(self) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()
