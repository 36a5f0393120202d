"""One of many windows on one room: notes when each act of another seat is painted here.

usage: python -m tests.benchmarks.truth_seat URL NAME [--profile]

Prints "ready" once painted. Lines on its input: `act SECONDS PER_S` lets this seat act, `tell`
prints one JSON object of what was seen since the last one. The end of its input ends it. All
times are the machine's monotonic clock, which its processes share.
"""

from __future__ import annotations

import cProfile
import json
import pstats
import socket
import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from datetime import UTC, datetime
from functools import partial
from typing import Any
from unittest.mock import patch

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QPaintEvent

from command_center.bootstrap.desk import Desk, open_desk
from command_center.bootstrap.panels import PANELS
from command_center.bootstrap.picture import Picture
from command_center.bootstrap.room import OpenedRoom, RoomPlan, open_room
from command_center.commands.dispatch import OrderUnits, ReleaseUnit
from command_center.domain.log import StoredEntry
from command_center.runtime.clock import LiveClock
from command_center.situation.situation import Touched
from command_center.ui.application import application
from command_center.ui.queue.model import LATE_ROLE
from command_center.ui.queue.panel import QueuePanel
from command_center.video.engine import Engine
from command_center.video.model import EyesSetup
from command_center.video.policy import StreamPolicy
from tests.benchmarks.window import Orders, say

SETTLE_S = 8.0
MARK = "act-"
PROFILE_LINES = 70
# Older than any target: what is late stays late when it is ordered.
LONG_S = 1200.0


class Seen(QObject):
    """(delivered by the feed, folded, painted) of every act, by op_id."""

    def __init__(self, desk: Desk, panel: QueuePanel) -> None:
        super().__init__()
        self._desk, self._panel = desk, panel
        self.delivered: dict[str, float] = {}
        self.folded: dict[str, float] = {}
        self.painted: dict[str, float] = {}
        self._waiting: dict[str, tuple[int, str]] = {}
        self._unpainted: dict[str, str] = {}
        panel.view.viewport().installEventFilter(self)
        desk.seat.live.changed.connect(self._folded)

    def deliver(self, entries: Sequence[StoredEntry]) -> None:
        """In the feed's thread, before anyone else hears of them."""
        now = time.monotonic()
        for entry in entries:
            op_id = entry.entry.op_id
            if op_id.startswith(MARK):
                self.delivered[op_id] = now
                self._waiting[op_id] = (entry.seq, op_id.rsplit("/", 1)[1])

    def _folded(self, touched: Touched) -> None:
        """Connected after the panel: its rows are up to date."""
        now, seq = time.monotonic(), self._desk.seat.situation.seq
        for op_id, (at, incident_id) in list(self._waiting.items()):
            if at <= seq:
                del self._waiting[op_id]
                self.folded[op_id] = now
                self._unpainted[op_id] = incident_id

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent) and self._unpainted:
            shown = [op for op, id in self._unpainted.items() if self._covers(event, id)]
            for op_id in shown:
                del self._unpainted[op_id]
            # the paint itself comes after its event filters
            QTimer.singleShot(0, partial(self._painted, shown))
        return False

    def _covers(self, event: QPaintEvent, incident_id: str) -> bool:
        view, model = self._panel.view, self._panel.model
        row = next((n for n in range(model.rowCount()) if model.row_at(n).id == incident_id), -1)
        return row >= 0 and event.region().intersects(view.visualRect(model.index(row, 0)))

    def _painted(self, op_ids: list[str]) -> None:
        now = time.monotonic()
        for op_id in op_ids:
            self.painted[op_id] = now


def rows_in_view(panel: QueuePanel) -> list[str]:
    """Incidents whose rows are shown whole and stay where they are when units come and go."""
    view, model = panel.view, panel.model
    box = view.viewport().rect()
    shown = [n for n in range(model.rowCount()) if box.contains(view.visualRect(model.index(n, 0)))]
    rows = [model.row_at(n) for n in shown if model.index(n, 0).data(LATE_ROLE)]
    now = datetime.now(UTC)
    late = [row.id for row in rows if row.age_s(now) > LONG_S]
    assert late, "no row of the queue is late for good"
    return late


class Acting(QObject):
    """Orders a unit to one row of the queue that is in view, then releases it, and so on."""

    def __init__(self, desk: Desk, name: str) -> None:
        super().__init__()
        self._seat, self._name = desk.seat, name
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._act)
        self.begun: dict[str, float] = {}
        self.answered: dict[str, float] = {}
        self._left = 0
        self._rows: list[str] = []

    def start(self, panel: QueuePanel, seconds: float, per_s: float) -> None:
        self._left = int(seconds * per_s)
        self._rows = rows_in_view(panel)
        self._timer.start(round(1000 / per_s))

    def _act(self) -> None:
        if self._left == 0:
            self._timer.stop()
            say(json.dumps({"acted": len(self.begun), "rows": len(self._rows)}))
            return
        self._left -= 1
        turn, release = divmod(len(self.begun), 2)
        incident_id = self._rows[turn % len(self._rows)]
        unit = sorted(unit.id for unit in self._seat.situation.all("unit"))[turn % 20]
        command = ReleaseUnit(unit) if release else OrderUnits(incident_id, (unit,), "Datangi")
        op_id = f"{MARK}{self._name}-{len(self.begun)}/{incident_id}"
        self.begun[op_id] = time.monotonic()
        future = self._seat.executor.submit(command, op_id=op_id)
        future.add_done_callback(partial(self._answered, op_id))

    def _answered(self, op_id: str, future: Future[Any]) -> None:
        future.result()
        self.answered[op_id] = time.monotonic()


class Bench(QObject):
    """Answers the lines of the input."""

    def __init__(self, desk: Desk, seen: Seen, acting: Acting, panel: QueuePanel) -> None:
        super().__init__()
        self._desk, self._seen, self._acting, self._panel = desk, seen, acting, panel
        self._profile = cProfile.Profile(time.thread_time) if "--profile" in sys.argv else None
        self._cpu, self._at = time.process_time(), time.monotonic()

    def heard(self, line: str) -> None:
        word, *numbers = line.split()
        if word == "act":
            self._acting.start(self._panel, *map(float, numbers))
        elif word == "begin":
            self._cpu, self._at = time.process_time(), time.monotonic()
            if self._profile:
                self._profile.enable()
        else:
            self._tell()

    def _tell(self) -> None:
        if self._profile:
            self._profile.disable()
            stats = pstats.Stats(self._profile, stream=sys.stderr)
            stats.sort_stats("cumulative").print_stats(PROFILE_LINES)
        seen, acting = self._seen, self._acting
        cpu = (time.process_time() - self._cpu) / (time.monotonic() - self._at)
        rows = self._desk.seat.situation.tables.rows
        say(
            json.dumps(
                {
                    "begun": acting.begun,
                    "answered": acting.answered,
                    "delivered": seen.delivered,
                    "folded": seen.folded,
                    "painted": seen.painted,
                    "cpu": cpu,
                    "seq": self._desk.seat.situation.seq,
                    "hash": self._desk.seat.situation.hash.hex(),
                    "rows": sum(len(table) for table in rows.values()),
                }
            )
        )


def stamped(room: OpenedRoom, into: list[Callable[[Sequence[StoredEntry]], None]]) -> Any:
    """The feed's own `start`, with listeners before the window's."""
    start = room.database.feed.start

    def started(after: int, deliver: Callable[[Sequence[StoredEntry]], None]) -> None:
        def both(entries: Sequence[StoredEntry]) -> None:
            for hear in into:
                hear(entries)
            deliver(entries)

        start(after, both)

    return patch.object(room.database.feed, "start", started)


def engine(policy: StreamPolicy, _crash_file: str, *, eyes: EyesSetup) -> Engine:
    """In this process: sixteen seats on one machine have no use for sixteen of another."""
    return Engine(policy, eyes=eyes)


def main() -> None:
    url, name = sys.argv[1:3]
    app = application()
    with patch.object(socket, "gethostname", lambda: name):
        room = open_room(url, LiveClock(), RoomPlan())
    picture = Picture(None, 0.0, 1920, 1080, None, None)
    hearing: list[Callable[[Sequence[StoredEntry]], None]] = []
    with stamped(room, hearing), patch("command_center.bootstrap.desk.RemoteEngine", engine):
        desk = open_desk(room, "bench", picture, PANELS, with_duty=True)
        panel = desk.window.docks["queue"].findChild(QueuePanel)
        assert panel is not None
        seen = Seen(desk, panel)
        hearing.append(seen.deliver)
        bench = Bench(desk, seen, Acting(desk, name), panel)
        desk.window.start()
        desk.window.resize(picture.width, picture.height)
        orders = Orders()
        orders.came.connect(bench.heard)
        orders.ended.connect(app.quit)
        QTimer.singleShot(int(SETTLE_S * 1000), lambda: say("ready"))
        orders.listen()
        app.exec()
    desk.window.close()
    desk.close()
    room.close()


if __name__ == "__main__":
    main()
