"""The unit board of a window with 5,000 units of which 50 a second say something new: how late the
GUI thread is. Beside it the same window with 60 units.

usage of the measured process: python -m tests.benchmarks.dispatch_board UNITS SECONDS
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from command_center.bootstrap.garbage import Garbage
from command_center.bootstrap.panels import PANELS
from command_center.domain.unit import Unit, UnitStatus
from command_center.ports import Position
from command_center.ui.application import application
from command_center.ui.i18n import Language
from command_center.ui.units.lines import Grouping
from command_center.ui.units.panel import BoardPanel
from command_center.ui.window import Window
from tests.benchmarks.figure import Figure
from tests.benchmarks.lateness import Watch
from tests.benchmarks.room_lag import environment
from tests.ui.scene import incident_rows, room_rows
from tests.ui.seats import Desk, make_desk

UNITS, FEW, CHANGES_PER_S, SECONDS, SETTLE_S = 5_000, 60, 50, 30.0, 5.0
P99_MS, MAX_MS = 25.0, 250.0
REGU, PLETON = 3, 4
SHOWN = ("queue", "detail", "units", "figures", "chart", "alarms", "map")
"""Panels of the window: those an operator dispatches by, without cameras."""
STATUSES = (
    UnitStatus.AVAILABLE,
    UnitStatus.EN_ROUTE,
    UnitStatus.ON_SCENE,
    UnitStatus.RETURNING,
    UnitStatus.BREAK,
    UnitStatus.UNAVAILABLE,
)
KECAMATAN = ("35.73.01", "35.73.02", "35.73.03", "35.73.04", "35.73.05")
AGENCIES = ("samapta", "dalmas", "lantas", "brimob", "satpolpp", "linmas", "damkar")


class Now:
    """The clock of the machine."""

    def now(self) -> datetime:
        return datetime.now(UTC)


def units(count: int, dice: random.Random) -> list[Unit]:
    """So many regu, three in a pleton, four of those in a kompi, which have a row each, too."""
    now, made = datetime.now(UTC), []
    whole = 1 + PLETON * (1 + REGU)
    for number in range(count * whole // (PLETON * REGU)):
        agency = AGENCIES[number // (whole * 10) % len(AGENCIES)]
        place = number % whole
        above = None
        if place:
            inside = (place - 1) % (1 + REGU)
            above = number - inside if inside else number - place
        since = now - timedelta(seconds=dice.randrange(3_000))
        parent = None if above is None else f"unit-{above:05}"
        status, home = dice.choice(STATUSES), dice.choice(KECAMATAN)
        made.append(
            Unit(f"unit-{number:05}", 1, f"{agency.upper()} {number}", agency, "regu", ("patroli",),
                 dice.randrange(2, 12), home, parent, status, since, "")
        )  # fmt: skip
    return made


def position(unit_id: str, dice: random.Random) -> Position:
    lat, lon = dice.uniform(-8.03, -7.92), dice.uniform(112.58, 112.69)
    return Position(unit_id, lat, lon, 8.0, dice.choice([0.0, 9.0]), 90.0, datetime.now(UTC))


class Talk(threading.Thread):
    """Units that say something new, as the log would tell it, from a thread of its own."""

    def __init__(self, desk: Desk, ids: list[str]) -> None:
        super().__init__(name="talk", daemon=True)
        self._desk, self._ids = desk, ids
        self.stop = threading.Event()
        self.said = 0

    def run(self) -> None:
        dice, began = random.Random(7), time.monotonic()
        while not self.stop.is_set():
            due = int((time.monotonic() - began) * CHANGES_PER_S)
            while self.said < due:
                self._say(dice)
            self.stop.wait(0.005)

    def _say(self, dice: random.Random) -> None:
        id = dice.choice(self._ids)
        row = self._desk.row("unit", id)
        status = dice.choice([one for one in STATUSES if one is not row.status])
        self._desk.change(row, status=status, status_since=datetime.now(UTC))
        self._desk.telemetry.at[id] = position(id, dice)
        self.said += 1


def board_of(window: Window) -> BoardPanel:
    board = window.docks["units"].panel
    assert isinstance(board, BoardPanel)
    return board


def measured(count: int, seconds: float) -> dict[str, Any]:
    """What the watch saw, a third of the time in each view of the board."""
    app: QApplication = application()
    dice = random.Random(1)
    rows = units(count, dice)
    with tempfile.TemporaryDirectory(prefix="bench-board-") as name:
        folder = Path(name)
        desk = make_desk([*room_rows(), *incident_rows(), *rows], datetime.now(UTC), folder)
        desk.seat.live.clock = Now()
        desk.telemetry.at.update({unit.id: position(unit.id, dice) for unit in rows})
        makers = {name: PANELS[name] for name in SHOWN}
        window = Window(desk.seat, makers, Language(parent=app), folder)
        window.start()
        window.resize(1920, 1080)
        garbage = Garbage()
        desk.seat.live.ticked.connect(lambda _: garbage.tick())
        talk = Talk(desk, [unit.id for unit in rows])
        found: dict[str, Any] = {}
        _soon(SETTLE_S / 2, talk.start)
        _soon(SETTLE_S, lambda: found.update(watch=Watch(), began=talk.said))
        for turn, grouping in enumerate(Grouping):
            at = SETTLE_S + seconds * turn / len(Grouping) - 1.0
            if turn:
                _soon(at, partial(board_of(window).group_by, grouping))
        _soon(SETTLE_S + seconds, lambda: _end(app, found, talk))
        app.exec()
        talk.join()
        garbage.close()
        lines = len(board_of(window).model.units)
        window.close()
        desk.close()
    return {**asdict(found["seen"]), "changes": found["changes"], "lines": lines}


def _soon(seconds: float, act: Callable[[], object]) -> None:
    QTimer.singleShot(int(seconds * 1000), act)


def _end(app: QApplication, found: dict[str, Any], talk: Talk) -> None:
    talk.stop.set()
    app.quit()
    found["changes"] = talk.said - found["began"]
    found["seen"] = found["watch"].stop()


def run(count: int, seconds: float) -> dict[str, Any]:
    """In a process of its own."""
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        done = subprocess.run(
            [sys.executable, "-m", "tests.benchmarks.dispatch_board", str(count), str(seconds)],
            stdout=subprocess.PIPE,
            text=True,
            check=True,
            env=environment(Path(name)),
            timeout=seconds + 120,
        )
    told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return told


def dispatch_board(seconds: float = SECONDS) -> Iterator[Figure]:
    """Lag and the GUI thread's own work from tick to tick, the views changed twice on the way."""
    few, many = run(FEW, seconds), run(UNITS, seconds)
    n, took = many["n"], many["seconds"]
    targets = {"p99": P99_MS, "max": MAX_MS}
    for name in ("p50", "p99", "max", "work_p99", "work_max"):
        yield Figure("dispatch", f"board_gui_lag_{name}", many[name], "ms", "lower", n, took,
                     baseline=few[name], target=targets.get(name))  # fmt: skip
    yield Figure("dispatch", "board_changes", many["changes"] / took, "1/s", "higher",
                 many["changes"], took, baseline=few["changes"] / few["seconds"],
                 target=CHANGES_PER_S * 0.95)  # fmt: skip
    yield Figure("dispatch", "board_rows", many["lines"], "units", "higher", 1, took,
                 baseline=few["lines"])  # fmt: skip


if __name__ == "__main__":
    print(json.dumps(measured(int(sys.argv[1]), float(sys.argv[2]))), flush=True)
