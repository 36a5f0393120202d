"""The instructor acts when it is time, unless somebody did, and waits for a dead database."""

from dataclasses import dataclass, field
from datetime import timedelta

import pytest

from command_center.commands.dispatch import OrderUnits
from command_center.domain.errors import OperatorError
from command_center.exercise.city.scenario import Shown, Step
from command_center.exercise.instructor import PATIENCE, Instructor
from tests.unit.exercise_city.entries import ACT, NOW, HandLane

CUE = Step(NOW, "order", "110", "R-1", ("A", "B"), "maju", "", unless_ordered=True)


@dataclass
class HandBoard:
    incident: str | None = "i1"
    open: bool = True
    ordered: bool = False
    free: dict[str, str] = field(default_factory=lambda: {"A": "ua", "B": "ub"})

    def incident_of(self, source: str, report: str) -> str | None:
        return self.incident

    def is_open(self, incident_id: str) -> bool:
        return self.open

    def has_order(self, incident_id: str) -> bool:
        return self.ordered

    def free_unit(self, call_sign: str) -> str | None:
        return self.free.get(call_sign)


@dataclass
class HandStreets:
    told: list[tuple[object, ...]] = field(default_factory=list)

    def fail(self, camera_id: str, how: str) -> None:
        self.told.append(("fail", camera_id, how))

    def situation(self, camera_id: str, kind: str, intensity: float = 1.0) -> None:
        self.told.append(("shows", camera_id, kind, intensity))


@pytest.fixture
def lane() -> HandLane:
    return HandLane()


def instructor(lane: HandLane) -> Instructor:
    return Instructor([CUE], [], lane, ACT, None)


def test_it_waits_for_its_time(lane: HandLane) -> None:
    teacher = instructor(lane)
    teacher.tick(NOW - timedelta(seconds=1), HandBoard())
    assert lane.commands == []
    teacher.tick(NOW, HandBoard())
    assert lane.commands == [OrderUnits("i1", ("ua", "ub"), "maju")]


def test_it_acts_once_and_says_that_it_is_an_exercise(lane: HandLane) -> None:
    teacher = instructor(lane)
    for _ in range(3):
        teacher.tick(NOW, HandBoard())
    assert len(lane.commands) == 1
    assert lane.acts[0] is not None
    assert lane.acts[0].reason == "latihan"


@pytest.mark.parametrize("board", [HandBoard(ordered=True), HandBoard(open=False)])
def test_it_leaves_alone_what_a_desk_has_done(lane: HandLane, board: HandBoard) -> None:
    teacher = instructor(lane)
    teacher.tick(NOW, board)
    teacher.tick(NOW, HandBoard())
    assert lane.commands == []


def test_it_sends_only_units_that_are_free(lane: HandLane) -> None:
    instructor(lane).tick(NOW, HandBoard(free={"B": "ub"}))
    assert lane.commands == [OrderUnits("i1", ("ub",), "maju")]


def test_a_late_report_is_waited_for_but_not_for_ever(lane: HandLane) -> None:
    teacher, board = instructor(lane), HandBoard(incident=None)
    teacher.tick(NOW, board)
    teacher.tick(NOW + PATIENCE / 2, HandBoard())
    assert len(lane.commands) == 1
    second = instructor(lane)
    second.tick(NOW + PATIENCE * 2, board)
    second.tick(NOW + PATIENCE * 2, HandBoard())
    assert len(lane.commands) == 1


def test_it_says_the_same_again_once_the_database_is_back(lane: HandLane) -> None:
    teacher = instructor(lane)
    lane.error = OperatorError("database_unreachable")
    teacher.tick(NOW, HandBoard())
    lane.error = None
    teacher.tick(NOW, HandBoard())
    teacher.tick(NOW, HandBoard())
    assert len(lane.commands) == 2
    assert lane.op_ids[0] == lane.op_ids[1]


def test_a_refusal_is_final(lane: HandLane) -> None:
    teacher = instructor(lane)
    lane.error = OperatorError("incident_not_open")
    teacher.tick(NOW, HandBoard())
    teacher.tick(NOW, HandBoard())
    assert len(lane.commands) == 1


def test_cameras_show_the_story(lane: HandLane) -> None:
    streets = HandStreets()
    scenes = [
        Shown(NOW + timedelta(seconds=5), "C2", "refuse", 1.0),
        Shown(NOW, "C1", "crowd", 0.5),
    ]
    teacher = Instructor([], scenes, lane, ACT, streets)
    teacher.tick(NOW, HandBoard())
    assert streets.told == [("shows", "C1", "crowd", 0.5)]
    teacher.tick(NOW + timedelta(seconds=5), HandBoard())
    assert streets.told[1:] == [("fail", "C2", "refuse")]
