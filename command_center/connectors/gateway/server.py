"""Serves an ASGI application on a thread of its own; connections that dawdle are ended."""

from __future__ import annotations

import asyncio
import ipaddress
import logging
import socket
import threading
from collections import Counter
from dataclasses import dataclass
from typing import Any

import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

from command_center.connectors.gateway.limits import (
    CONNECTIONS,
    CONNECTIONS_OF_ONE,
    HEAD_BYTES,
    HEAD_S,
    IDLE_S,
    SEND_S,
)
from command_center.connectors.gateway.tls import context_of
from command_center.domain.errors import OperatorError

START_S, STOP_S = 10.0, 10.0


@dataclass(frozen=True, slots=True)
class Listen:
    """Where: `port` 0 is any that is free. `certificate` and `key` are PEM files; without them
    only this machine itself is served."""

    host: str
    port: int
    certificate: str = ""
    key: str = ""


def listen_at(text: str, certificate: str = "", key: str = "") -> Listen:
    """HOST:PORT, the host as a number. OperatorError("gateway_settings"), or
    ("gateway_needs_tls") for another machine's way without a certificate."""
    host, _, port = text.rpartition(":")
    try:
        address = ipaddress.ip_address(host.strip("[]"))
    except ValueError as error:
        raise OperatorError("gateway_settings", listen=text[:80]) from error
    if not port.isascii() or not port.isdecimal() or int(port) > 65535:
        raise OperatorError("gateway_settings", listen=text[:80])
    if not address.is_loopback and not certificate:
        raise OperatorError("gateway_needs_tls", listen=text[:80])
    return Listen(str(address), int(port), certificate, key)


class _Door:
    """Who is connected, by address."""

    def __init__(self) -> None:
        self._inside: Counter[str] = Counter()

    def enter(self, address: str) -> bool:
        full = self._inside.total() >= CONNECTIONS
        if full or self._inside[address] >= CONNECTIONS_OF_ONE:
            return False
        self._inside[address] += 1
        return True

    def leave(self, address: str) -> None:
        self._inside[address] -= 1
        if not self._inside[address]:
            del self._inside[address]


class _Guarded(H11Protocol):
    """Ends a connection whose request's head takes too long, and one that does not read."""

    door: _Door

    def connection_made(self, transport: Any) -> None:
        peer = transport.get_extra_info("peername")
        self._address = str(peer[0]) if peer else ""
        self._entered = self.door.enter(self._address)
        self._head: asyncio.TimerHandle | None = None
        self._write: asyncio.TimerHandle | None = None
        super().connection_made(transport)
        if self._entered:
            self._await_head()
        else:
            transport.abort()

    def data_received(self, data: bytes) -> None:
        if not self._busy():
            self._await_head()
        super().data_received(data)
        if self._busy():
            self._forget_head()

    def pause_writing(self) -> None:
        self._write = self._write or self.loop.call_later(SEND_S, self.transport.abort)
        super().pause_writing()

    def resume_writing(self) -> None:
        self._forget_write()
        super().resume_writing()

    def connection_lost(self, exc: Exception | None) -> None:
        self._forget_head()
        self._forget_write()
        if self._entered:
            self.door.leave(self._address)
        super().connection_lost(exc)

    def _await_head(self) -> None:
        if self._head is None:
            self._head = self.loop.call_later(HEAD_S, self.transport.abort)

    def _forget_head(self) -> None:
        if self._head is not None:
            self._head.cancel()
            self._head = None

    def _forget_write(self) -> None:
        if self._write is not None:
            self._write.cancel()
            self._write = None

    def _busy(self) -> bool:
        """Whether a request is being read or answered, which has limits of its own."""
        cycle: Any = self.cycle
        return cycle is not None and not cycle.response_complete


class _Server(uvicorn.Server):
    """Tells when it serves, whether or not somebody still asks."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.serving = threading.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.serving.set()


class AppServer:
    """`start` binds, so that an address in use is known at once; `stop` waits for answers that are
    on their way, but not long."""

    def __init__(self, app: Any, listen: Listen) -> None:
        """OperatorError: its certificate cannot be used."""
        self._listen = listen
        # Whatever a stranger sends is no news for the log.
        logging.getLogger("uvicorn.error").setLevel(logging.CRITICAL)
        self._server = _Server(_config(app, listen))
        self._socket: socket.socket | None = None
        self._thread = threading.Thread(target=self._run, name="gateway", daemon=True)

    @property
    def url(self) -> str:
        if self._socket is None:
            raise RuntimeError("not started")
        host, port = self._socket.getsockname()[:2]
        scheme = "https" if self._listen.certificate else "http"
        return f"{scheme}://[{host}]:{port}" if ":" in host else f"{scheme}://{host}:{port}"

    def start(self) -> None:
        """OperatorError: the address cannot be used."""
        listen = self._listen
        family = socket.AF_INET6 if ":" in listen.host else socket.AF_INET
        bound = socket.socket(family, socket.SOCK_STREAM)
        try:
            bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            bound.bind((listen.host, listen.port))
        except OSError as error:
            bound.close()
            where = f"{listen.host}:{listen.port}"
            raise OperatorError("gateway_settings", listen=where) from error
        self._socket = bound
        self._thread.start()
        self._server.serving.wait(START_S)

    def stop(self) -> None:
        self._server.should_exit = True
        if self._thread.is_alive():
            self._thread.join(STOP_S)
        if self._socket is not None:
            self._socket.close()

    def _run(self) -> None:
        self._server.run(sockets=[self._socket] if self._socket else [])


def _config(app: Any, listen: Listen) -> uvicorn.Config:
    door = _Door()
    protocol = type("Guarded", (_Guarded,), {"door": door})
    secure = context_of(listen.certificate, listen.key) if listen.certificate else None
    config = uvicorn.Config(
        app,
        http=protocol,
        ws="none",
        loop="asyncio",
        lifespan="off",
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        timeout_keep_alive=IDLE_S,
        timeout_graceful_shutdown=5,
        h11_max_incomplete_event_size=HEAD_BYTES,
        ssl_context_factory=None if secure is None else lambda _config, _default: secure,
    )
    config.load()
    return config
