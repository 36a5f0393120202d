"""The lessons are learnt by what the log says the person did, by nothing else."""

import pytest

from command_center.exercise.tutor import Lesson, Tutor
from tests.unit.exercise_city.entries import ME, OTHER, assignment, entry

ORDERED = entry("units.ordered", [assignment("a1", unit_id="u1")])
ANSWERED = entry("order.acknowledged", [assignment("a1", 2, status="diterima")], OTHER)


@pytest.fixture
def tutor() -> Tutor:
    return Tutor(ME)


def test_the_five_steps_one_after_another(tutor: Tutor) -> None:
    seen = [tutor.progress.current]
    for stored in (
        entry("incident.taken"),
        entry("incident.verified"),
        ORDERED,
        ANSWERED,
        entry("incident.closed"),
    ):
        tutor.follow(stored)
        seen.append(tutor.progress.current)
    assert seen == [*Lesson, None]
    assert not tutor.progress.skipped


def test_what_others_do_teaches_nothing(tutor: Tutor) -> None:
    for kind in ("incident.taken", "units.ordered", "incident.closed"):
        tutor.follow(entry(kind, actor=OTHER))
    assert tutor.progress.current is Lesson.TAKE


def test_ordering_implies_taking_and_verifying(tutor: Tutor) -> None:
    tutor.follow(ORDERED)
    assert tutor.progress.current is Lesson.ANSWER


def test_the_answer_must_be_to_the_own_order(tutor: Tutor) -> None:
    tutor.follow(ORDERED)
    strange = entry("order.acknowledged", [assignment("a9", 2, status="diterima")], OTHER)
    seen = []
    for stored in (strange, ANSWERED):
        tutor.follow(stored)
        seen.append(tutor.progress.current)
    assert seen == [Lesson.ANSWER, Lesson.CLOSE]


def test_closing_early_is_not_the_last_lesson(tutor: Tutor) -> None:
    tutor.follow(entry("incident.taken"))
    tutor.follow(entry("incident.closed"))
    assert tutor.progress.current is Lesson.VERIFY


def test_going_back_a_step_takes_nothing_away(tutor: Tutor) -> None:
    tutor.follow(ORDERED)
    tutor.follow(entry("incident.taken"))
    assert tutor.progress.current is Lesson.ANSWER


def test_who_skips_is_left_alone(tutor: Tutor) -> None:
    tutor.skip()
    tutor.follow(entry("incident.taken"))
    assert tutor.progress.current is None
    assert tutor.progress.skipped
