"""Every connection of this process to its PostgreSQL server, in one hand: any of them can be cut
from another thread, also while it is only being opened."""

from __future__ import annotations

import contextlib
import selectors
import socket
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import psycopg
from psycopg.abc import RV, PQGen
from psycopg.conninfo import make_conninfo
from psycopg.errors import _WaitTimeout
from psycopg.pq import ConnStatus, PGconn, PollingStatus
from psycopg.pq.abc import PGconn as Server

from command_center.domain.errors import OperatorError

DIAL_S = 0.75
"""For the TCP connection alone: a first packet that was lost is sent again at once, not when the
kernel would."""
LOGIN_S = 4.0
"""For the rest: six round trips of a slow line, a server that wakes up."""
_LOOK_S = 0.05
_HOSTS = ("host", "hostaddr", "port")


class Wire(psycopg.Connection[Any]):
    """A connection that nobody waits for longer than `patience_s` at a time, and that `cut` ends
    under whoever waits. None: a migration may take its time."""

    def __init__(self, pgconn: Server, forget: Callable[[Wire], None]) -> None:
        super().__init__(pgconn)
        self.patience_s: float | None = None
        self.was_cut = False
        self._forget = forget
        # A second handle on the same connection: its number is ours until we close it, so that
        # nobody else's socket is ever shut down under a number that was given again.
        self._handle = socket.fromfd(pgconn.socket, socket.AF_INET, socket.SOCK_STREAM)
        self._handle.setblocking(False)

    def wait(self, gen: PQGen[RV], interval: float = 0.1, timeout: float | None = None) -> RV:
        try:
            return super().wait(gen, interval, self.patience_s if timeout is None else timeout)
        except _WaitTimeout:
            if timeout is not None:
                raise
            self.cut()
            raise psycopg.OperationalError("the server does not answer") from None

    def cut(self) -> None:
        """From any thread: whoever waits for this connection is told at once that it is gone."""
        self.was_cut = True
        with contextlib.suppress(OSError):  # the other side was quicker
            self._handle.shutdown(socket.SHUT_RDWR)

    @property
    def is_silent(self) -> bool:
        """Whether nothing waits to be read: what a server sends unasked is its farewell."""
        try:
            self._handle.recv(1, socket.MSG_PEEK)
        except BlockingIOError:
            return not self.was_cut
        except OSError:
            return False
        return False

    def close(self) -> None:
        self._forget(self)
        super().close()
        self._handle.close()


class Links:
    """The wires of one process. `admit` looks at each new one before anybody may use it and
    raises what speaks against its server."""

    def __init__(self) -> None:
        self.admit: Callable[[Wire], None] = lambda wire: None
        self._wires: set[Wire] = set()
        self._cuts = 0
        self._only: int | None = None
        self._lock = threading.Lock()

    def cut(self) -> None:
        """End every wire, those included that are being opened."""
        with self._lock:
            self._cuts += 1
            wires = list(self._wires)
        for wire in wires:
            wire.cut()

    def keep_for_me(self, only: bool) -> None:
        """While the server is known to be away, the calling thread alone tries to reach it: nobody
        else waits in vain."""
        self._only = threading.get_ident() if only else None

    def open(self, _dialect: Any, _record: Any, _args: Any, parameters: dict[str, Any]) -> Wire:
        """SQLAlchemy's `do_connect`: the first host that answers and is admitted.
        psycopg.OperationalError, or what speaks against the last server."""
        if self._only not in {None, threading.get_ident()}:
            raise psycopg.OperationalError("the server is known to be away")
        told: Exception | None = None
        for attempt in _attempts({k: v for k, v in parameters.items() if k != "context"}):
            try:
                return self._open_one(attempt)
            except (psycopg.OperationalError, OperatorError) as error:
                told = error
        raise told or psycopg.OperationalError("no host to connect to")

    def _open_one(self, attempt: Mapping[str, Any]) -> Wire:
        cuts = self._cuts
        pgconn = _dial(make_conninfo(**attempt), lambda: self._cuts != cuts)
        wire = Wire(pgconn, self._drop)
        with self._lock:
            self._wires.add(wire)
        try:
            self.admit(wire)
        except BaseException:
            wire.close()
            raise
        return wire

    def _drop(self, wire: Wire) -> None:
        with self._lock:
            self._wires.discard(wire)


def _attempts(parameters: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """One set of parameters per host: libpq itself keeps no time when it is not waited in."""
    split = {k: str(parameters[k]).split(",") for k in _HOSTS if parameters.get(k)}
    count = max((len(values) for values in split.values()), default=1)
    for place in range(count):
        own = {k: values[min(place, len(values) - 1)] for k, values in split.items()}
        yield {**parameters, **own}


def _dial(conninfo: str, is_cut: Callable[[], bool]) -> Server:
    pgconn = PGconn.connect_start(conninfo.encode())
    try:
        _log_in(pgconn, is_cut)
    except BaseException:
        pgconn.finish()
        raise
    pgconn.nonblocking = 1
    return pgconn


def _log_in(pgconn: Server, is_cut: Callable[[], bool]) -> None:
    begun_s = time.monotonic()
    wanted = PollingStatus.WRITING
    while wanted is not PollingStatus.OK:
        if wanted is PollingStatus.FAILED or pgconn.status == ConnStatus.BAD:
            said = pgconn.get_error_message("utf-8")
            raise psycopg.OperationalError(f"connection failed: {said}")
        event = selectors.EVENT_READ if wanted is PollingStatus.READING else selectors.EVENT_WRITE
        with selectors.DefaultSelector() as ready:
            ready.register(pgconn.socket, event)
            while not ready.select(_LOOK_S):
                patience_s = DIAL_S if pgconn.status == ConnStatus.STARTED else LOGIN_S
                if is_cut() or time.monotonic() - begun_s > patience_s:
                    raise psycopg.OperationalError("connection timeout expired")
        wanted = PollingStatus(pgconn.connect_poll())
