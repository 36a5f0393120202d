"""What an operation costs: a level set, an order of battle read in, what is left reckoned.

Baselines of the same run: the smallest command of the same lane; the workbook's library alone.
"""

from __future__ import annotations

import io
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import openpyxl

from command_center.bootstrap.room import OpenedRoom, RoomPlan, open_room
from command_center.commands.levels import SetSituationLevel
from command_center.commands.operations import StartOperation
from command_center.commands.order_of_battle import ImportForces
from command_center.commands.room import MoveCursor, RegisterUnit
from command_center.connectors.places.forces import read_forces
from command_center.domain.levels import GREEN, YELLOW
from command_center.domain.operation import Authority
from command_center.domain.room import Operation
from command_center.domain.targets import Targets
from command_center.domain.unit import UnitStatus
from command_center.runtime.clock import LiveClock
from command_center.situation.remaining import forces, remaining
from command_center.situation.situation import Situation
from tests.benchmarks.figure import Figure
from tests.benchmarks.lateness import rank

LEVELS, ROWS, UNITS, ROUNDS = 300, 3_000, 200, 200
PART = 250
GUI_MS = 25.0


def operations_levels() -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        room = open_room(f"sqlite:///{Path(folder) / 'room.db'}", LiveClock(), RoomPlan())
        try:
            now = room.clock.now()
            row = Operation("op", 1, "Mantap", now, None, None, {"KPU": "hijau"})
            room.lane.submit(StartOperation(row)).result(20)
            yield _levels(room)
            yield from _forces(room)
        finally:
            room.close()


def _levels(room: OpenedRoom) -> Figure:
    both = [GREEN, YELLOW] * (LEVELS // 2)
    levels = [
        SetSituationLevel("op", "KPU", to, was, "Kapolres", Authority.CITY)
        for was, to in pairwise((*both, GREEN))
    ]
    source = room.database.feed.snapshot(None).rows["source"][0]["id"]
    cursors = [MoveCursor(source, str(at)) for at in range(len(levels))]
    begun = time.perf_counter()
    before, took = _each_ms(room, cursors), _each_ms(room, levels)
    seconds = time.perf_counter() - begun
    p95 = rank(took, 0.95)
    plain = rank(before, 0.95)
    return Figure(
        "operations", "level_stored_p95", p95, "ms", "lower", len(took), seconds, plain, 40.0
    )


def _each_ms(room: OpenedRoom, commands: Sequence[object]) -> list[float]:
    took = []
    for command in commands:
        begun = time.perf_counter()
        room.lane.submit(command).result(20)
        took.append((time.perf_counter() - begun) * 1000)
    return sorted(took)


def _forces(room: OpenedRoom) -> Iterator[Figure]:
    data = _workbook()
    begun = time.perf_counter()
    bare_s, read_s = _best_s(lambda: _bare(data)), _best_s(lambda: _read(data))
    seconds = time.perf_counter() - begun
    yield Figure("operations", "forces_read_3000", read_s, "s", "lower", ROWS, seconds, bare_s, 5.0)
    rows = read_forces(data, lambda _: None, (), lambda _: None).rows
    begun = time.perf_counter()
    for at in range(0, len(rows), PART):
        room.lane.submit(ImportForces("op", rows[at : at + PART])).result(60)
    stored_s = time.perf_counter() - begun
    yield Figure(
        "operations", "forces_stored_3000", stored_s, "s", "lower", len(rows), stored_s, target=10.0
    )
    yield _left(room)


def _left(room: OpenedRoom) -> Figure:
    agency = room.city.agencies[0].code
    for n in range(UNITS):
        unit = RegisterUnit(f"U {n}", agency, crew=4, home="Klojen", status=UnitStatus.AVAILABLE)
        room.lane.submit(unit).result(20)
    situation = Situation()
    situation.load(room.database.feed.snapshot(None))
    codes = ["35.73.01", "35.73.02", "35.73.03", "35.73.04", "35.73.05"]
    took, begun = [], time.perf_counter()
    for _ in range(ROUNDS):
        start = time.perf_counter()
        rows = forces(situation, "op")
        remaining(situation, rows, codes, room.city.kecamatan_of, room.clock.now(), Targets())
        took.append((time.perf_counter() - start) * 1000)
    seconds = time.perf_counter() - begun
    p95 = rank(sorted(took), 0.95)
    return Figure(
        "operations", "forces_left_p95", p95, "ms", "lower", ROUNDS, seconds, target=GUI_MS
    )


def _workbook() -> bytes:
    book = openpyxl.Workbook(write_only=True)
    page = book.create_sheet()
    page.append(["satuan", "nama", "induk", "jumlah", "panggilan", "sektor"])
    for n in range(ROWS):
        above = f"Regu {n - n % 10}" if n % 10 else None
        page.append(["Polri", f"Regu {n}", above, 10, f"U {n}", f"Sektor {n % 20}"])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _bare(data: bytes) -> None:
    book = openpyxl.load_workbook(io.BytesIO(data), read_only=True)
    for _ in book.active.iter_rows(values_only=True):
        pass
    book.close()


def _read(data: bytes) -> None:
    read_forces(data, lambda _: None, (), lambda _: None)


def _best_s(work: Callable[[], None]) -> float:
    best = float("inf")
    for _ in range(3):
        begun = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - begun)
    return best
