"""A server of the exercise on a port of loopback, which it keeps between `kill` and `revive`."""

from __future__ import annotations

import threading
from abc import ABC, abstractmethod
from socketserver import TCPServer


class LoopbackServer(ABC):
    """Answers from `start` on; after `kill` nobody is at the port until `revive`."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._port = 0
        self._server: TCPServer | None = None
        self._thread: threading.Thread | None = None

    @abstractmethod
    def _bind(self, address: tuple[str, int]) -> TCPServer:
        """What listens there; port 0 is any."""

    @property
    def port(self) -> int:
        """0 before the first `start`."""
        return self._port

    def start(self) -> None:
        self._server = self._bind(("127.0.0.1", self._port))
        self._port = self._server.server_address[1]
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

    def stop(self) -> None:
        self.kill()

    def revive(self) -> None:
        if self._server is None:
            self.start()
