"""A web server of a simulated system on loopback that can be killed and revived on its port."""

from __future__ import annotations

import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

LARGEST = 256 * 1024
# (method, path, query, body) -> (status, body)
Answer = Callable[[str, str, dict[str, list[str]], bytes], tuple[int, bytes]]


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    protocol_version = "HTTP/1.1"
    timeout = 10.0

    def do_GET(self) -> None:
        self._serve(b"")

    def do_POST(self) -> None:
        length = self.headers.get("Content-Length", "")
        if not length.isascii() or not length.isdigit() or int(length[:9]) > LARGEST:
            self.close_connection = True
            self._answer(413, b"")
            return
        self._serve(self.rfile.read(int(length)))

    def _serve(self, body: bytes) -> None:
        url = urlsplit(self.path)
        self._answer(*self.server.answer(self.command, url.path, parse_qs(url.query), body))

    def _answer(self, status: int, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", "application/json; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(body)
        self.close_connection = True

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its base names it
        """Silent: the other side keeps the health of its sources."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    answer: Answer


class Listener:
    """Answers from `start` on; after `kill` nobody is at the port until `revive`."""

    def __init__(self, answer: Answer, name: str) -> None:
        self._answer = answer
        self._name = name
        self._port = 0
        self._server: _Server | None = None
        self._thread: threading.Thread | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._port}"

    def start(self) -> None:
        self._server = _Server(("127.0.0.1", self._port), _Handler)
        self._server.answer = self._answer
        self._port = self._server.server_port
        self._thread = threading.Thread(
            target=self._server.serve_forever,
            kwargs={"poll_interval": 0.05},
            name=self._name,
            daemon=True,
        )
        self._thread.start()

    def kill(self) -> None:
        """Also of what is dead already."""
        server, thread = self._server, self._thread
        self._server = self._thread = None
        if server is not None and thread is not None:
            server.shutdown()
            thread.join()
            server.server_close()

    def revive(self) -> None:
        if self._server is None:
            self.start()
