"""Desks without a window at one room, some of them behind a line with faults."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import signal
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import psutil
import psycopg
from PySide6.QtCore import QCoreApplication, QTimer

from command_center.bootstrap.room import OpenedRoom, RoomPlan, open_room
from command_center.commands.notes import AddNote
from command_center.domain.entities import as_fields, to_json
from command_center.domain.ids import new_id
from command_center.ports import Clock, Connection, Outcome
from command_center.runtime.clock import LiveClock
from command_center.situation.situation import Situation
from command_center.ui.live import Live
from tests.chaos.cast import Cast, found
from tests.chaos.proxy import Proxy, fault_proxy
from tests.postgres import Server

PATIENCE_S = 30.0
_BEAT_MS = 10


def until(true: Callable[[], Any], patience_s: float = PATIENCE_S) -> float:
    """Let the window's thread live until it is so; how long that took, s."""
    begun_s = time.monotonic()
    while not true():
        QCoreApplication.processEvents()
        time.sleep(0.002)
        waited_s = time.monotonic() - begun_s
        assert waited_s < patience_s, "it did not come about"
    return time.monotonic() - begun_s


@dataclass
class Desk:
    """One workstation as far as the data goes, with the thread that would paint it."""

    room: OpenedRoom
    live: Live
    cast: Cast
    states: list[Connection] = field(default_factory=list)
    longest_ms: float = 0.0
    """The longest the GUI thread was away from its events."""

    def __post_init__(self) -> None:
        self.live.connected.connect(self.states.append)
        self._beat_s = 0.0
        self._timer = QTimer()
        self._timer.timeout.connect(self._beat)

    def watch_the_thread(self) -> None:
        self._beat_s, self.longest_ms = time.monotonic(), 0.0
        self._timer.start(_BEAT_MS)

    def _beat(self) -> None:
        now_s = time.monotonic()
        self.longest_ms = max(self.longest_ms, (now_s - self._beat_s) * 1000 - _BEAT_MS)
        self._beat_s = now_s

    @property
    def state(self) -> str:
        return self.live.connection.state.value

    @property
    def code(self) -> str:
        return self.live.connection.code

    def note(self, text: str, op_id: str | None = None) -> Future[Outcome]:
        command = AddNote(self.cast.incidents[0], text)
        return self.room.lane.submit(command, op_id=op_id or new_id(self.room.clock.now()))

    def notes(self) -> list[str]:
        return sorted(note.text for note in self.live.situation.all("note"))

    def hash(self) -> str:
        return state_hash(self.live.situation)

    def close(self) -> None:
        self._timer.stop()
        self.live.stop()
        self.room.close()


def state_hash(situation: Situation) -> str:
    """Of every row this desk shows."""
    rows = {
        f"{entity} {id}": to_json(as_fields(row))
        for entity, table in situation.tables.rows.items()
        for id, row in table.items()
    }
    told = json.dumps([situation.seq, situation.hash.hex(), rows], sort_keys=True, default=str)
    return hashlib.sha256(told.encode()).hexdigest()


def as_stored(desk: Desk) -> str:
    """The hash of what the database holds now."""
    fresh = Situation()
    fresh.load(desk.room.database.feed.snapshot(desk.room.clock.now() - timedelta(hours=24)))
    return state_hash(fresh)


@dataclass
class Faulty:
    """A room on a server, and a line to it with faults."""

    server: Server
    proxy: Proxy
    name: str
    cast: Cast

    @property
    def far_url(self) -> str:
        return f"postgresql://postgres@127.0.0.1:{self.proxy.port}/{self.name}"

    @property
    def near_url(self) -> str:
        return self.server.url(self.name)

    @contextlib.contextmanager
    def desk(self, *, far: bool = True, clock: Clock | None = None) -> Iterator[Desk]:
        room = open_room(self.far_url if far else self.near_url, clock or LiveClock(), RoomPlan())
        live = Live(room.database.feed, room.watch, room.clock, watch=room.database.doctor)
        live.start()
        desk = Desk(room, live, self.cast)
        try:
            yield desk
        finally:
            self.proxy.heal()
            desk.close()

    def converged(self, *desks: Desk) -> float:
        """Wait until all show what is stored; how long that took, s."""
        waited_s = until(lambda: len({desk.live.situation.seq for desk in desks}) == 1)
        stored = as_stored(desks[-1])
        return waited_s + until(lambda: {desk.hash() for desk in desks} == {stored})

    def backends(self, where: str = "true") -> list[int]:
        """The server processes of this room's connections but the one that asks."""
        sql = (
            "SELECT pid FROM pg_stat_activity WHERE datname = %s AND pid <> pg_backend_pid()"
            f" AND backend_type = 'client backend' AND {where} ORDER BY backend_start"
        )
        with psycopg.connect(self.server.url("postgres"), autocommit=True) as connection:
            return [row[0] for row in connection.execute(sql, (self.name,)).fetchall()]


@dataclass(frozen=True, slots=True)
class Stage:
    """A room with incidents and units in it, to be copied."""

    name: str
    cast: Cast


def staged(server: Server) -> Stage:
    name = server.new_database()
    return Stage(name, found(server.url(name)))


@contextlib.contextmanager
def faulty_room(server: Server, stage: Stage) -> Iterator[Faulty]:
    """A copy of the room behind a line of its own."""
    name = server.new_database(stage.name)
    try:
        with fault_proxy(server.port) as proxy:
            yield Faulty(server, proxy, name, stage.cast)
    finally:
        server.drop_database(name)


def processes(server: Server) -> list[psutil.Process]:
    """The postmaster, then everything it has started."""
    pid = int((server.data / "postmaster.pid").read_text().split()[0])
    postmaster = psutil.Process(pid)
    return [postmaster, *postmaster.children(recursive=True)]


def kill_server(server: Server) -> None:
    """kill -9 of all of it; returns when nothing of it is left."""
    all_of_it = processes(server)
    for process in all_of_it:
        with contextlib.suppress(psutil.NoSuchProcess):
            process.kill()
    server.stop(signal.SIGKILL)
    psutil.wait_procs(all_of_it[1:], timeout=10)


@contextlib.contextmanager
def frozen(*pids: int) -> Iterator[Callable[[], None]]:
    """SIGSTOP until left, or until what this gives is called."""
    for pid in pids:
        os.kill(pid, signal.SIGSTOP)

    def thaw() -> None:
        for pid in pids:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGCONT)

    try:
        yield thaw
    finally:
        thaw()
