"""A system of the city on this machine: it speaks the contract (docs/contract.md), and has one
report. The cameras of the directory are said to be there, too, and show nothing."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

TEXT = "massa mulai dorong pagar"


def _records() -> list[dict[str, object]]:
    return [
        {
            "type": "report",
            "id": "hari-pertama-1",
            "at": datetime.now(UTC).isoformat(),
            "category": "unjuk_rasa",
            "text": TEXT,
            "reporter": "anonim",
            "lat": -7.9506,
            "lon": 112.6437,
        }
    ]


class System(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Answer)
        self.asked = 0

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A window that was closed while it asked is nothing to tell of."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class _Answer(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        assert isinstance(self.server, System)
        if not self.path.startswith("/v1/records"):
            self.send_error(404)
            return
        self.server.asked += 1
        new = [] if "after=1&" in self.path else _records()
        page = {"contract": "pusat-komando/1", "records": new, "next": "1", "more": False}
        body = json.dumps(page).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """What is asked for is counted."""


@contextmanager
def system() -> Iterator[System]:
    server = System()
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
