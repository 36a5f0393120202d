"""The measured process: somebody's hands on the real window.

usage: python -m tests.benchmarks.dispatch_keys_seat (counts URL | rounds URL COUNT | typing)

`counts` does the ten tasks once in a room with two incidents and counts their keys.
`rounds` does the ten tasks COUNT times on the room at URL, with sources that refuse and others that
never answer; `typing` types into the command line of a big room that goes on changing. Prints one
JSON object.
"""

from __future__ import annotations

import json
import random
import socket
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any
from unittest.mock import patch

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from command_center.bootstrap.desk import open_desk
from command_center.bootstrap.panels import PANELS
from command_center.bootstrap.picture import Picture
from command_center.bootstrap.room import RoomPlan, open_room
from command_center.commands.room import ConnectSource
from command_center.domain.incident import Incident, IncidentStatus, Priority
from command_center.domain.room import Source, SourceKind
from command_center.domain.unit import UnitStatus
from command_center.runtime.clock import LiveClock
from command_center.situation.situation import Situation
from command_center.ui.application import application
from command_center.ui.commandline.line import CommandLine
from command_center.ui.commandline.matching import folded
from command_center.ui.commandline.search import Answer, answer
from tests.end_to_end.ten_tasks import Hands, Round, two_waiting
from tests.ui.scene import NOW, camera, incident, room_rows, unit
from tests.ui.seats import Desk, make_desk

WAIT_S, SETTLE_MS = 60.0, 3000
DEAD = 3
OPEN, UNITS, CAMERAS = 5_000, 5_000, 700
LINES = (
    "tugas samapta 120 1470", "tugas s1200 0147", "status lantas0321 di tkp", "ambil 4711",
    "prio 2222 p1", "catat 3141 massa mulai bubar", "gabung 4999 4998", "tutup 0815 iseng",
    "lihat cctv soekarno", "110 curanmor @suhat motor hilang", "pencurian jl veteran",
    "smapta 77", "zzqx tidak ada", "reskrim", "terima patko 499",
)  # fmt: skip
CHANGE_EVERY = 5
"""Keys between two changes of the room."""


# --- rounds --------------------------------------------------------------------------------------


@contextmanager
def dead_sources() -> Iterator[list[str]]:
    """Addresses where nobody listens, and some where somebody listens and never answers."""
    with ExitStack() as stack:
        silent = [stack.enter_context(socket.socket()) for _ in range(DEAD)]
        closed = [socket.socket() for _ in range(DEAD)]
        for one in (*silent, *closed):
            one.bind(("127.0.0.1", 0))
        for one in silent:
            one.listen()
        urls = [f"http://127.0.0.1:{one.getsockname()[1]}" for one in (*silent, *closed)]
        for one in closed:
            one.close()
        yield urls


def counts(url: str) -> dict[str, int]:
    application()
    room = open_room(url, LiveClock(), RoomPlan())
    two_waiting(room)
    desk = open_desk(room, "bench", Picture(None, 0.0, 1920, 1080, None, None), PANELS,
                     with_duty=False)  # fmt: skip
    desk.window.start()
    assert QTest.qWaitForWindowActive(desk.window)
    hands = Hands(desk)
    first = min(hands.situation.open_incidents(), key=lambda row: row.opened_at)
    done = Round(hands, lambda: "s14").run(first, oldest=True)
    hands.stop()
    desk.window.close()
    desk.close()
    room.close()
    return {one.task: one.keys for one in done}


def rounds(url: str, count: int) -> list[dict[str, Any]]:
    application()
    room = open_room(url, LiveClock(), RoomPlan())
    desk = open_desk(room, "bench", Picture(None, 0.0, 1920, 1080, None, None), PANELS,
                     with_duty=True)  # fmt: skip
    desk.window.start()
    with dead_sources() as urls:
        for at, dead in enumerate(urls):
            name = f"dead-{at}"
            command = ConnectSource(name, name, dead)
            room.lane.submit(command, act=room.console).result(WAIT_S)
            room.connect(Source(name, 1, name, SourceKind.PULL, dead, True, ""))
        QTest.qWait(SETTLE_MS)
        hands = Hands(desk)
        done = [asdict(one) for at in range(count) for one in _round(hands, at)]
        hands.stop()
    desk.window.close()
    desk.close()
    room.close()
    return done


def _round(hands: Hands, at: int) -> list[Any]:
    waiting = next(
        row
        for row in sorted(hands.situation.open_incidents(), key=lambda row: row.number)
        if row.owner_id is None and row.status is IncidentStatus.NEW
    )
    return Round(hands, lambda: _free(hands.situation)).run(waiting, oldest=False)


def _free(situation: Situation) -> str:
    """As it is typed."""
    units = situation.all("unit")
    signs: list[str] = [u.call_sign for u in units if u.status is UnitStatus.AVAILABLE]
    return max(signs).replace(" ", "").lower()


# --- typing --------------------------------------------------------------------------------------


def big_room() -> list[Any]:
    """Rows of a room on the worst of days."""
    chance = random.Random(6)
    titles = ("Pencurian motor", "Laka lantas", "Pohon tumbang", "Tawuran pelajar", "Kebakaran")
    streets = ("Jl. Veteran", "Jl. Soekarno-Hatta", "Jl. Kawi", "Jl. Bandung", "Alun-alun")
    signs = ("SAMAPTA", "LANTAS", "RESKRIM", "PATKO", "DALMAS")
    rows = room_rows()
    rows += [
        incident(n, f"{chance.choice(titles)} {n}", Priority.P3, 10_000 - n,
                 f"{chance.choice(streets)} {n}", status=IncidentStatus.NEW, owner=None)
        for n in range(1, OPEN + 1)
    ]  # fmt: skip
    rows += [
        unit(f"unit-{n}", f"{signs[n % 5]} {n:03}", "samapta", UnitStatus.AVAILABLE, 60.0)
        for n in range(UNITS)
    ]
    rows += [camera(n, f"{chance.choice(streets)} {n}", -7.95, 112.63) for n in range(CAMERAS)]
    return rows


def typing() -> dict[str, list[float]]:
    """Milliseconds of the GUI thread for each key until it is painted, for the answer within that,
    and for a look at every row."""
    application()
    with tempfile.TemporaryDirectory() as folder:
        desk = make_desk(big_room(), NOW, Path(folder))
        window = QWidget()
        line = CommandLine(desk.seat, window)
        QVBoxLayout(window).addWidget(line)
        window.resize(1200, 800)
        window.show()
        line.setFocus()
        while not line._live.index.catch_up(0):
            QCoreApplication.processEvents()
        told = _type_all(desk, line)
        desk.close()
    return told


def _type_all(desk: Desk, line: CommandLine) -> dict[str, list[float]]:
    keys: list[float] = []
    answers: list[float] = []
    naive: list[float] = []

    def answered(*asked: Any) -> Answer:
        began = time.thread_time()
        found = answer(*asked)
        answers.append((time.thread_time() - began) * 1000)
        return found

    with patch("command_center.ui.commandline.line.answer", answered):
        _type(desk, line, keys, naive)
    return {"keys": keys, "answers": answers, "naive": naive}


def _type(desk: Desk, line: CommandLine, keys: list[float], naive: list[float]) -> None:
    for text in LINES:
        line.clear()
        for letter in text:
            if len(keys) % CHANGE_EVERY == 0:
                row: Incident = desk.row("incident", f"incident-{1 + len(keys)}")
                desk.change(row, address=f"{row.address} blok {len(keys)}")
                desk.settle()
            keys.append(_timed(lambda letter=letter: _press(line, letter)))  # type: ignore[misc]
            naive.append(_timed(lambda: look_at_all(desk.seat.situation, line.text())))
        QTest.keyClick(line, Qt.Key.Key_Escape)
        line.setFocus()


def _press(line: CommandLine, letter: str) -> None:
    QTest.keyClicks(line, letter)
    line.repaint()
    line.results.repaint()


def _timed(work: Callable[[], object]) -> float:
    """Milliseconds of this thread's own work, which other programs do not lengthen."""
    began = time.thread_time()
    work()
    return (time.thread_time() - began) * 1000


def look_at_all(situation: Situation, text: str) -> list[str]:
    """What is searched for, looked for in every row anew."""
    wanted, words = folded(text), text.lower().split()
    hits = [
        row.id
        for row in situation.all("incident")
        if all(word in f"{row.title} {row.address}".lower() for word in words)
    ]
    hits += [row.id for row in situation.all("unit") if wanted in folded(row.call_sign)]
    hits += [
        row.id
        for row in situation.all("camera")
        if wanted in folded(f"{row.label} {row.alias} {row.name}")
    ]
    return hits


def main() -> None:
    what, *where = sys.argv[1:]
    told: object = typing() if what == "typing" else None
    if what == "counts":
        told = counts(where[0])
    elif what == "rounds":
        told = rounds(where[0], int(where[1]))
    print(json.dumps(told), flush=True)


if __name__ == "__main__":
    main()
