"""A web server of a simulated system on loopback that can be killed and revived on its port."""

from __future__ import annotations

from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

from command_center.exercise.systems.loopback import LoopbackServer

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


class Listener(LoopbackServer):
    def __init__(self, answer: Answer, name: str) -> None:
        super().__init__(name)
        self._answer = answer

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._port}"

    def _bind(self, address: tuple[str, int]) -> _Server:
        server = _Server(address, _Handler)
        server.answer = self._answer
        return server
