"""A busy day of the room played again: from its log to the state it ended in, and any second of it.

The baseline of playing is what stood before: the whole log folded by the verb `state`. The baseline
of going to a moment is a fold from the beginning of the day, without copies kept on the way.
"""

from __future__ import annotations

import random
import time
from collections import deque
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

from command_center.bootstrap.report import state_of, state_of_rows
from command_center.bootstrap.room import OpenedRoom, RoomPlan, open_room
from command_center.commands.dispatch import AcknowledgeOrder, OrderUnits, SetUnitStatus
from command_center.commands.intake import ReceiveReport
from command_center.commands.notes import AddNote
from command_center.commands.room import RegisterUnit
from command_center.commands.triage import CloseIncident, SetPriority, TakeIncident
from command_center.domain.incident import Disposition, Priority
from command_center.domain.unit import UnitStatus
from command_center.ports import Outcome
from command_center.runtime.clock import LogClock
from command_center.situation.playback.recording import Period, Recording, open_recording
from command_center.situation.situation import Situation
from command_center.situation.state import state
from command_center.storage.database import Database, open_database
from tests.benchmarks.databases import ENGINES, Maker, databases
from tests.benchmarks.figure import Figure
from tests.benchmarks.lateness import rank
from tests.benchmarks.town import place

BEGUN = datetime(2026, 11, 21, 0, 0, tzinfo=UTC)
INCIDENTS, UNITS, ENTRIES = 2_300, 60, 20_000
APART = timedelta(hours=20) / INCIDENTS
MOMENTS, PLAIN = 60, 6
WAIT_S, TARGET_S = 120.0, 10.0


def operations_replay() -> Iterator[Figure]:
    for engine in ENGINES:
        with databases(engine) as maker:
            if maker is not None:
                yield from _day(maker, engine)


def _day(maker: Maker, engine: str) -> Iterator[Figure]:
    url = maker.new("day")
    _fill(url)
    begun = time.perf_counter()
    whole = state_of(url)
    base = time.perf_counter() - begun
    database = open_database(url, migrate=False, only_reads=True)
    try:
        stored = state_of_rows(database.feed.snapshot(None))["hash"]
        begun = time.perf_counter()
        recording, situation = _played(database)
        played = state(situation)["hash"]
        took = time.perf_counter() - begun
        n = recording.last - recording.first
        same = float(played == stored == whole["hash"])
        yield _figure(f"replay_entries_{engine}", n, "entries", "higher", n, took, None, ENTRIES)
        yield _figure(f"replay_{engine}", took, "s", "lower", n, took, base, TARGET_S)
        yield _figure(f"replay_same_hash_{engine}", same, "share", "higher", 1, took, None, 1.0)
        yield from _moments(recording, engine)
    finally:
        database.close()


def _played(database: Database) -> tuple[Recording, Situation]:
    """Loaded, gone back to the beginning of the day, and folded entry by entry to its end."""
    period = Period(BEGUN, BEGUN + timedelta(days=2))
    recording = open_recording(database.history, database.feed.snapshot, period)
    assert recording is not None
    situation = Situation()
    situation.load(recording.rows_at(recording.first).snapshot())
    for part in recording.between(recording.first, recording.last):
        for entry in part:
            situation.apply(entry)
    return recording, situation


def _moments(recording: Recording, engine: str) -> Iterator[Figure]:
    chance = random.Random(5)
    goals = [chance.randint(recording.first, recording.last) for _ in range(MOMENTS)]
    begun, took, plain = time.perf_counter(), [], []
    for seq in goals:
        start = time.perf_counter()
        Situation().load(recording.rows_at(seq).snapshot())
        took.append((time.perf_counter() - start) * 1000)
    for seq in goals[:PLAIN]:
        start = time.perf_counter()
        rows = recording.rows_at(recording.first)
        for part in recording.between(recording.first, seq):
            for entry in part:
                rows.forward(entry)
        Situation().load(rows.snapshot())
        plain.append((time.perf_counter() - start) * 1000)
    seconds = time.perf_counter() - begun
    for share, label in ((0.5, "p50"), (0.95, "p95")):
        value, base = rank(sorted(took), share), rank(sorted(plain), share)
        name, n = f"replay_moment_{engine}_{label}", len(took)
        yield _figure(name, value, "ms", "lower", n, seconds, base, None)


def _figure(
    name: str,
    value: float,
    unit: str,
    better: Any,
    n: int,
    seconds: float,
    baseline: float | None,
    target: float | None,
) -> Figure:
    return Figure("operations", name, value, unit, better, n, seconds, baseline, target)


# --- the day ------------------------------------------------------------------------------------


def _fill(url: str) -> None:
    clock = LogClock(BEGUN + timedelta(minutes=1))
    room = open_room(url, clock, RoomPlan())
    try:
        units = [_do(room, RegisterUnit(f"REGU {n}", "samapta", status=UnitStatus.AVAILABLE))
                 for n in range(UNITS)]  # fmt: skip
        signs = deque(str(unit.result["unit_id"]) for unit in units)
        _work_through(room, clock, signs)
    finally:
        room.close()


def _work_through(room: OpenedRoom, clock: LogClock, free: deque[str]) -> None:
    """Reports come in one by one and are worked at in turns, as many at once as there are units."""
    chance, turns = random.Random(9), deque[Any]()
    for number in range(INCIDENTS):
        clock.advance(BEGUN + timedelta(minutes=2) + number * APART)
        report = ReceiveReport("110", f"d-{number}", "laka_lantas", f"Laporan {number}",
                               priority=Priority.P3, **place(chance))  # fmt: skip
        incident = str(_do(room, report).result["incident_id"])
        if free:
            turns.append(_case(incident, free.popleft()))
        for case in list(turns):
            command = next(case)
            if isinstance(command, str):
                free.append(command)
                turns.remove(case)
            else:
                _do(room, command)


def _case(incident: str, unit: str) -> Iterator[Any]:
    """Everything of an incident, and at last the unit that is free again."""
    yield TakeIncident(incident)
    yield SetPriority(incident, Priority.P2)
    yield OrderUnits(incident, (unit,), "merapat")
    yield AcknowledgeOrder(unit)
    yield SetUnitStatus(unit, UnitStatus.EN_ROUTE)
    yield SetUnitStatus(unit, UnitStatus.ON_SCENE)
    yield AddNote(incident, "tiba, situasi terkendali")
    yield CloseIncident(incident, Disposition.RESOLVED)
    yield unit


def _do(room: OpenedRoom, command: Any) -> Outcome:
    return room.lane.submit(command).result(WAIT_S)
