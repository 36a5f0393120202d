"""Outages as a desk sees them: how soon, how soon over, and what may be entered meanwhile."""

from __future__ import annotations

import os
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import psycopg
from PySide6.QtCore import QCoreApplication

from command_center.bootstrap.offline import OfflineExecutor
from command_center.commands.intake import EnterCall
from command_center.domain.incident import Priority
from command_center.ports import Outcome
from command_center.storage.outbox import ItemState, Outbox
from command_center.ui.application import application
from tests.benchmarks.figure import Figure
from tests.chaos.desks import (
    Desk,
    Faulty,
    faulty_room,
    frozen,
    kill_server,
    processes,
    staged,
    until,
)
from tests.postgres import running_server

TURNS, HOLD_S, CALL_EVERY_S = 5, 4.0, 0.5
SEEN_S, BACK_S, CALL_S = 3.0, 1.0, 1.0
GUI_MS = 100.0
Outage = Callable[[Faulty], AbstractContextManager[None]]


@contextmanager
def killed(faulty: Faulty) -> Iterator[None]:
    kill_server(faulty.server)
    yield
    faulty.server.start()


@contextmanager
def frozen_server(faulty: Faulty) -> Iterator[None]:
    with frozen(*(process.pid for process in processes(faulty.server))):
        yield


@contextmanager
def frozen_line(faulty: Faulty) -> Iterator[None]:
    faulty.proxy.freeze()
    yield
    faulty.proxy.heal()


@contextmanager
def black_hole(faulty: Faulty) -> Iterator[None]:
    faulty.proxy.faults.deaf = True
    yield
    faulty.proxy.heal()


OUTAGES: dict[str, Outage] = {
    "server_killed": killed,
    "server_frozen": frozen_server,
    "line_frozen": frozen_line,
    "black_hole": black_hole,
}


class Taken:
    """Seconds by what was waited for and in which outage."""

    def __init__(self, desk: Desk, executor: OfflineExecutor) -> None:
        self.of: defaultdict[str, list[float]] = defaultdict(list)
        self.gui_ms = 0.0
        self._desk, self._executor = desk, executor

    def go_through(self, faulty: Faulty, name: str) -> None:
        until(lambda: self._desk.state == "online" and not self._waiting())
        with OUTAGES[name](faulty):
            self._desk.watch_the_thread()
            self._endure(name)
            self.gui_ms = max(self.gui_ms, self._desk.longest_ms)
        begun = time.monotonic()
        bare = threading.Thread(target=self._bare, args=(faulty.far_url, begun, name))
        bare.start()
        self._desk.watch_the_thread()
        self.of[f"back_{name}"].append(until(lambda: self._desk.state == "online"))
        self.gui_ms = max(self.gui_ms, self._desk.longest_ms)
        bare.join()

    def _waiting(self) -> bool:
        return any(item.state is ItemState.WAITING for item in self._executor.items)

    def _endure(self, name: str) -> None:
        """Enter a new incident now and then, while the window lives."""
        begun = now = time.monotonic()
        seen, calls, open_calls = HOLD_S, 0, list[tuple[float, Future[Outcome]]]()
        while now < begun + HOLD_S or open_calls:
            QCoreApplication.processEvents()
            time.sleep(0.002)
            now = time.monotonic()
            if seen == HOLD_S and self._desk.state != "online":
                seen = now - begun
            if calls * CALL_EVERY_S < now - begun < HOLD_S:
                calls += 1
                command = EnterCall("lainnya", f"Selama {name}", "Jalan Ijen", Priority.P3)
                open_calls.append((now, self._executor.submit(command)))
            answered = [(at, call) for at, call in open_calls if call.done()]
            for at, call in answered:
                call.result()
                self.of[f"call_{name}"].append(now - at)
            open_calls = [each for each in open_calls if each not in answered]
        self.of[f"seen_{name}"].append(seen)

    def _bare(self, url: str, begun: float, name: str) -> None:
        """Until a driver without anything else gets through."""
        while True:
            try:
                psycopg.connect(url, connect_timeout=3).close()
            except psycopg.OperationalError:
                time.sleep(0.01)
            else:
                self.of[f"bare_{name}"].append(time.monotonic() - begun)
                return


def measured(faulty: Faulty, folder: Path) -> Taken:
    with faulty.desk() as desk:
        room = desk.room
        executor = OfflineExecutor(
            room.lane, Outbox(folder / "outbox.db"), room.clock, room.act, lambda: "B"
        )
        room.database.doctor.subscribe(executor.connected)
        taken = Taken(desk, executor)
        try:
            for name in OUTAGES:
                for _ in range(TURNS):
                    taken.go_through(faulty, name)
        finally:
            executor.close()
    return taken


def outages() -> Iterator[Figure]:
    """Worst of five each; beside coming back: a bare driver that connects."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application()
    start = time.monotonic()
    with running_server(fsync=True) as server, tempfile.TemporaryDirectory() as folder:
        if server is None:
            return
        with faulty_room(server, staged(server)) as faulty:
            taken = measured(faulty, Path(folder))
    seconds = time.monotonic() - start

    def worst(what: str, name: str, target: float) -> Figure:
        values, bare = taken.of[f"{what}_{name}"], taken.of.get(f"bare_{name}", [])
        baseline = max(bare) if what == "back" else None
        return Figure("truth", f"{what}_{name}_worst", max(values), "s", "lower", len(values),
                      seconds, baseline, target)  # fmt: skip

    for name in OUTAGES:
        yield worst("seen", name, SEEN_S)
        yield worst("back", name, BACK_S)
        yield worst("call", name, CALL_S)
    yield Figure("truth", "outage_gui_worst", taken.gui_ms, "ms", "lower", TURNS * len(OUTAGES),
                 seconds, target=GUI_MS)  # fmt: skip
