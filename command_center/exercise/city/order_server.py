"""Where the units' radio listens: POST /v1/orders on loopback."""

from __future__ import annotations

import queue
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import msgspec

from command_center.exercise.city.heard import HeardOrder, parse_order

PATH = "/v1/orders"
MAX_BYTES = 64 * 1024
WAITING = 1000


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    protocol_version = "HTTP/1.1"
    timeout = 10.0

    def do_POST(self) -> None:
        length = self.headers.get("Content-Length", "")
        if not length.isascii() or not length.isdigit() or int(length[:9]) > MAX_BYTES:
            self.close_connection = True
            self._answer(413)
            return
        body = self.rfile.read(int(length))
        self._answer(404 if self.path != PATH else self._take(body))

    def _take(self, body: bytes) -> int:
        try:
            orders = parse_order(body)
        except msgspec.DecodeError:
            return 422
        try:
            for order in orders:
                self.server.heard.put_nowait(order)
        except queue.Full:
            return 503
        return 202

    def _answer(self, status: int) -> None:
        self.send_response(status)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Silent: the sending side keeps the health of its way out."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    heard: queue.Queue[HeardOrder]


class OrderServer:
    """Answers 202 once an order waits in `heard`, 422 to what is none, 503 when too many wait."""

    def __init__(self) -> None:
        self.heard: queue.Queue[HeardOrder] = queue.Queue(WAITING)
        self._server = _Server(("127.0.0.1", 0), _Handler)
        self._server.heard = self.heard
        self._thread = threading.Thread(
            target=self._server.serve_forever, kwargs={"poll_interval": 0.1}, name="orders"
        )

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}{PATH}"

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()
