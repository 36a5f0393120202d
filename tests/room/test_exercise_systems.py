"""The systems of the city in the exercise room: heard over its own gateway and read, and gone when
their plug is pulled."""

import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from command_center.bootstrap import exercise_systems
from command_center.bootstrap.exercise_systems import ExerciseSystems, System
from command_center.bootstrap.intake_room import Follower
from command_center.bootstrap.room import OpenedRoom, RoomPlan, open_room
from command_center.domain.room import RoomKind, SourceKind
from command_center.domain.unit import ReferralVia
from command_center.exercise.systems import files, hospitals
from command_center.runtime.clock import LiveClock, SteeredClock


@pytest.fixture
def exercise(tmp_path: Path) -> Iterator[OpenedRoom]:
    plan = RoomPlan(RoomKind.EXERCISE, "malang")
    room = open_room(f"sqlite:///{tmp_path / 'exercise.db'}", LiveClock(), plan)
    yield room
    room.close()


def test_every_system_is_heard_and_a_pulled_plug_keeps_what_was_said(
    exercise: OpenedRoom, caplog: pytest.LogCaptureFixture
) -> None:
    systems, follower = ExerciseSystems(exercise, 3), Follower(exercise)
    systems.start()
    sources: set[str] = set()
    stored: set[str] = set()

    def look(done: Callable[[], bool]) -> bool:
        deadline = time.monotonic() + 30
        while not done() and time.monotonic() < deadline:
            follower.look(systems.intake, 0.05)
            health = exercise.database.telemetry.health()
            sources.update(id for kind, id in health if kind == "source")
            stored.update(r.source_id for r in follower.situation.all("report"))
        return done()

    def figures() -> set[str]:
        """Whose word the figures of the hospitals are."""
        every = follower.situation.all("hospital")
        return {figure[2] for one in every for figure in one.figures.values()}

    try:
        talking = {
            one.id: one for one in systems.systems if one.profile or one.id == files.SOURCE_ID
        }
        posting = next(one for one in talking.values() if one.kind is SourceKind.PUSH)
        plug = next(plug for plug in systems.plugs() if plug.name == posting.id)
        plug.pull()
        for one in talking.values():
            for _ in range(3):
                one.say()
        assert look(lambda: sources >= set(talking) - {posting.id}), sources
        assert posting.id not in sources
        plug.put_back()
        assert look(lambda: posting.id in sources)
        assert look(lambda: {"jmp", "ngalam-112", "whatsapp", "simlinmas", "posko"} <= stored), (
            stored
        )
        assert look(lambda: hospitals.HAVE_SOURCE_ID in figures()), figures()
        reached = {a.code: (a.via, a.reach) for a in follower.situation.all("agency")}
        for code in ("dlh", "dishub", "satpolpp"):
            assert reached[code] == (ReferralVia.CONTRACT, code)
        assert reached["pln"][0] is ReferralVia.EMAIL
    finally:
        systems.stop()
        follower.close()


@pytest.mark.parametrize("runs", [True, False])
def test_nobody_says_a_word_while_the_exercise_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, runs: bool
) -> None:
    monkeypatch.setattr(exercise_systems, "LOOK_S", 0.01)
    monkeypatch.setattr(exercise_systems, "WORD_S", 0.05)
    clock = SteeredClock(datetime(2026, 11, 21, 2, 0, tzinfo=UTC), 1.0 if runs else 0.0)
    plan = RoomPlan(RoomKind.EXERCISE, "malang")
    room = open_room(f"sqlite:///{tmp_path / 'exercise.db'}", clock, plan)
    said = threading.Event()
    try:
        systems = ExerciseSystems(room, 3)
        systems.systems = [System("x", "X", "", None, said.set)]
        systems._talker.start()
        assert said.wait(10.0 if runs else 1.0) is runs
        systems._over.set()
        systems._talker.join()
    finally:
        room.close()
