"""Another system's side of the room's messages: real HTTP on loopback, every request kept."""

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


class _Handler(BaseHTTPRequestHandler):
    server: "_Server"

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        with self.server.lock:
            self.server.requests.append((self.path, dict(self.headers.items()), body))
            said = self.server.answers.pop(0) if self.server.answers else 204
        status, headers = said if isinstance(said, tuple) else (said, {})
        if status == 0:  # heard, but the answer is lost on its way
            self.connection.close()
            return
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Silent."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.lock = threading.Lock()
        self.requests: list[tuple[str, dict[str, str], bytes]] = []
        self.answers: list[Any] = []


class Hearing:
    """`answers` are given in turn, then 204: a status, (status, headers), or 0 for none."""

    def __init__(self) -> None:
        self._server = _Server()
        self._thread = threading.Thread(
            target=self._server.serve_forever, kwargs={"poll_interval": 0.02}
        )
        self._thread.start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}"

    def answer(self, *answers: Any) -> None:
        with self._server.lock:
            self._server.answers = list(answers)

    @property
    def requests(self) -> list[tuple[str, dict[str, str], bytes]]:
        with self._server.lock:
            return list(self._server.requests)

    @property
    def messages(self) -> list[dict[str, Any]]:
        """Each message once, by its id, in the order it was first heard."""
        heard: dict[str, dict[str, Any]] = {}
        for _, _, body in self.requests:
            message = json.loads(body)
            heard.setdefault(message["id"], message)
        return list(heard.values())

    def stop(self) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()
