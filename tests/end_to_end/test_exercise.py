"""The exercise room whole, cameras apart: real HTTP, a real database, a city process."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import psutil
import pytest

from command_center.bootstrap.exercise import Exercise, live_open_p1, start_exercise
from command_center.bootstrap.room import RoomPlan, open_room
from command_center.commands.dispatch import OrderUnits
from command_center.commands.intake import EnterCall
from command_center.commands.notes import AddNote
from command_center.commands.triage import CloseIncident, TakeIncident
from command_center.domain.errors import OperatorError
from command_center.domain.incident import Disposition, Incident, IncidentStatus, Priority
from command_center.domain.log import StoredEntry
from command_center.domain.room import RoomKind
from command_center.domain.unit import UnitStatus
from command_center.exercise.city.unit import LATE_S
from command_center.exercise.tutor import Lesson
from command_center.runtime.clock import LiveClock
from command_center.situation.situation import Situation

PATIENCE_S = 30.0
SPEED = 12.0


@contextmanager
def exercise(folder: Path, speed: float = SPEED) -> Iterator[Exercise]:
    made = start_exercise("pembukaan", 1, url(folder), speed=speed, cameras=False)
    try:
        yield made
    finally:
        made.close()


def url(folder: Path) -> str:
    return f"sqlite:///{folder / 'exercise.db'}"


def until(true: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE_S
    while not true():
        assert time.monotonic() < deadline, "it did not come about"
        time.sleep(0.02)


def situation(room: Exercise) -> Situation:
    made = Situation()
    made.load(room.room.database.feed.snapshot(None))
    return made


def entries(room: Exercise) -> list[StoredEntry]:
    return list(room.room.database.history.entries())


def incident(found: Situation, title: str) -> Incident:
    made: Incident = next(i for i in found.all("incident") if i.title == title)
    return made


def statuses(room: Exercise, unit_id: str, after: int) -> list[UnitStatus]:
    """What the unit said after an entry: a short drive may be over before the next look."""
    return [
        UnitStatus(change.set["status"])
        for stored in room.room.database.history.entries(after)
        for change in stored.entry.changes
        if change.id == unit_id and "status" in change.set
    ]


def unit_status(found: Situation, call_sign: str) -> UnitStatus:
    status: UnitStatus = next(u.status for u in found.all("unit") if u.call_sign == call_sign)
    return status


def health(room: Exercise, kind: str, id: str) -> str:
    found = room.room.database.telemetry.health().get((kind, id))
    return found.state if found else "unknown"


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Exercise]:
    """The opening told for its first seventy seconds, then some calm."""
    with exercise(tmp_path_factory.mktemp("told")) as room:
        end = room.scenario.starts + timedelta(seconds=115)
        until(lambda: room.room.clock.now() > end)
        yield room


@pytest.mark.timeout(90)
def test_the_room_opens_in_the_middle_of_a_shift(told: Exercise) -> None:
    start = told.scenario.starts
    found = situation(told)
    before = [i for i in found.all("incident") if i.opened_at < start]
    assert len(before) == 9
    assert {i.status for i in before} == {
        IncidentStatus.NEW,
        IncidentStatus.VERIFIED,
        IncidentStatus.HANDLED,
        IncidentStatus.CLOSED,
    }
    assert all(i.opened_at == i.occurred_at for i in before)
    assert {"SAMAPTA 09", "LANTAS 07", "AMB 03"} <= {
        u.call_sign for u in found.all("unit") if u.status is UnitStatus.ON_SCENE
    }
    assert unit_status(found, "AMB 06") is UnitStatus.UNAVAILABLE
    assert told.room.room.kind is RoomKind.EXERCISE
    assert [o.name for o in found.operations] == ["Mantap Praja"]


def test_the_log_runs_forward_before_the_start(told: Exercise) -> None:
    recorded = [stored.entry.recorded_at for stored in entries(told)]
    assert recorded == sorted(recorded)


def test_the_first_minute_is_told_in_order(told: Exercise) -> None:
    start = told.scenario.starts
    found = situation(told)
    call = incident(found, "Massa mendorong pagar")
    assert call.priority is Priority.P1
    assert call.occurred_at == start + timedelta(seconds=10)
    copies = [r for r in found.all("report") if "pagar" in r.text and r.source_id != "cc110"]
    assert len(copies) == 2
    assert {r.id for r in copies} <= {r.id for r in found.reports(call.id)}, "filed under the call"
    orders = {
        unit.call_sign: a
        for a in found.assignments(call.id)
        if (unit := found.unit(a.unit_id)) is not None
    }
    first = orders["DALMAS 1"]
    assert first.accepted_at is not None
    steps = [
        call.opened_at,
        min(r.received_at for r in copies),
        first.ordered_at,
        first.accepted_at,
        first.en_route_at,
    ]
    assert all(steps)
    assert steps == sorted(filter(None, steps))
    assert 4 <= (first.accepted_at - first.ordered_at).total_seconds() <= 9.5
    late = orders["LANTAS 03"]
    heard = late.accepted_at or late.ordered_at + timedelta(seconds=LATE_S)  # as time goes on
    assert (heard - late.ordered_at).total_seconds() >= LATE_S - 1


def test_nothing_a_source_sent_was_refused(told: Exercise) -> None:
    odd = {"record.refused", "record.conflict"}
    assert [e.entry.inputs for e in entries(told) if e.entry.kind in odd] == []


def test_units_say_where_they_are(told: Exercise) -> None:
    positions = told.room.database.telemetry.positions()
    gps = [u.id for u in situation(told).all("unit") if u.call_sign not in ("BRIMOB A", "KODIM 1")]
    assert set(gps) == set(positions)


def test_small_things_follow(told: Exercise) -> None:
    start = told.scenario.starts
    later = [r for r in situation(told).all("report") if r.received_at > start]
    assert len(later) > 3


@pytest.mark.timeout(90)
def test_the_five_steps_are_recognised_in_a_live_room(tmp_path: Path) -> None:
    with exercise(tmp_path) as room:
        lane, board = room.room.lane, situation(room)
        theirs = incident(board, "Curanmor di parkir kampus")
        unit = next(u for u in board.all("unit") if u.call_sign == "RESKRIM 02")
        assert room.tutor.progress.current is Lesson.TAKE
        lane.submit(TakeIncident(theirs.id)).result()
        until(lambda: room.tutor.progress.current is Lesson.VERIFY)
        lane.submit(OrderUnits(theirs.id, (unit.id,), "cek parkiran")).result()
        until(lambda: room.tutor.progress.current is Lesson.CLOSE)
        until(lambda: UnitStatus.EN_ROUTE in statuses(room, unit.id, board.seq))
        lane.submit(CloseIncident(theirs.id, Disposition.RESOLVED)).result()
        until(lambda: room.tutor.progress.current is None)
        until(lambda: UnitStatus.RETURNING in statuses(room, unit.id, board.seq))


@pytest.mark.timeout(90)
def test_every_plug_is_felt_and_comes_back(tmp_path: Path) -> None:
    with exercise(tmp_path, 1.0) as room:
        assert [p.name for p in room.plugs.all()] == ["database", *room.scenario.sources]
        until(lambda: health(room, "source", "jmp") == "ok")
        room.plugs.pull("jmp")
        until(lambda: health(room, "source", "jmp") == "down")
        assert health(room, "source", "senkom") == "ok"
        room.plugs.put_back("jmp")
        until(lambda: health(room, "source", "jmp") == "ok")

        room.plugs.pull("database")
        assert health(room, "database", "database") == "down"
        held = incident(situation(room), "Genangan 40 cm")
        with pytest.raises(OperatorError, match="database_unreachable"):
            room.room.lane.submit(AddNote(held.id, "ditulis saat terputus")).result()
        room.plugs.put_back("database")
        room.room.lane.submit(AddNote(held.id, "tersambung lagi")).result()
        assert health(room, "database", "database") == "ok"
        assert [n.text for n in situation(room).all("note")] == ["tersambung lagi"]


def test_a_database_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    live = open_room(url(tmp_path), LiveClock(), RoomPlan(RoomKind.EXERCISE))
    live.lane.submit(EnterCall("lainnya", "sudah ada isinya", "")).result()
    live.close()
    with pytest.raises(OperatorError, match="exercise_not_empty"):
        start_exercise("pembukaan", 1, url(tmp_path), cameras=False)
    assert live_open_p1(url(tmp_path)) == 0


def test_a_live_room_is_never_an_exercise(tmp_path: Path) -> None:
    open_room(url(tmp_path), LiveClock(), RoomPlan()).close()
    with pytest.raises(OperatorError, match="room_of_other_kind"):
        start_exercise("pembukaan", 1, url(tmp_path), cameras=False)


def test_open_live_p1_are_counted_without_touching_the_room(tmp_path: Path) -> None:
    assert live_open_p1(url(tmp_path)) is None
    assert not (tmp_path / "exercise.db").exists()
    live = open_room(url(tmp_path), LiveClock(), RoomPlan())
    call = EnterCall("kebakaran", "rumah terbakar", "Jl. Ijen", priority=Priority.P1)
    live.lane.submit(call).result()
    assert live_open_p1(url(tmp_path)) == 1
    seq = next(iter(reversed(list(live.database.history.entries())))).seq
    live.close()
    assert live_open_p1(url(tmp_path)) == 1
    again = open_room(url(tmp_path), LiveClock(), RoomPlan())
    assert list(again.database.history.entries())[-1].seq == seq
    again.close()
    (tmp_path / "exercise.db").write_bytes(b"no database at all" * 100)
    assert live_open_p1(url(tmp_path)) is None


CHILD = """
import sys, time
from command_center.bootstrap.exercise import start_exercise
if __name__ == "__main__":
    made = start_exercise("pembukaan", 1, sys.argv[1], cameras=False)
    print(made.city.pid, flush=True)
    time.sleep(60)
"""


@pytest.mark.timeout(90)
@pytest.mark.skipif(sys.platform == "win32", reason="kills by a POSIX signal")
def test_the_city_ends_with_the_room_even_if_that_is_killed(tmp_path: Path) -> None:
    script = tmp_path / "child.py"
    script.write_text(CHILD)
    root = str(Path(__file__).resolve().parents[2])
    room = subprocess.Popen(
        [sys.executable, str(script), url(tmp_path)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": root},
    )
    try:
        assert room.stdout is not None
        city = psutil.Process(int(room.stdout.readline()))
        assert city.is_running()
    finally:
        room.send_signal(signal.SIGKILL)
        room.communicate(timeout=PATIENCE_S)
    until(lambda: not city.is_running() or city.status() == psutil.STATUS_ZOMBIE)
