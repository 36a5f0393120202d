"""The measure of a board's truth, by truths that are written by hand."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from command_center.domain.unit import UnitStatus
from command_center.exercise.board_truth import LONGEST_LOOK_S, BoardTruth, Wrong

START = datetime(2026, 11, 16, 9, 0, 0, tzinfo=UTC)
READY, DRIVES, THERE = UnitStatus.AVAILABLE, UnitStatus.EN_ROUTE, UnitStatus.ON_SCENE
UNKNOWN, HOME = UnitStatus.UNKNOWN, UnitStatus.OFF_DUTY


def at(seconds: float) -> datetime:
    return START + timedelta(seconds=seconds)


def told(
    measure: BoardTruth,
    seconds: float,
    shown: dict[str, UnitStatus],
    true: dict[str, UnitStatus],
    until_s: float,
) -> None:
    """A look every ten seconds from `seconds` on, the last one at `until_s`."""
    while seconds <= until_s:
        measure.look(shown, true, at(seconds))
        seconds += 10


def test_one_of_four_units_wrong_for_one_of_two_minutes_is_an_eighth() -> None:
    measure = BoardTruth()
    right = dict.fromkeys("ABCD", READY)
    told(measure, 0, right, right, 60)
    told(measure, 60, right, {**right, "A": DRIVES}, 120)
    assert measure.share_right() == pytest.approx(1 - 60 / 480)
    assert measure.tally.wrong_share == pytest.approx(1 / 8)
    assert measure.tally.worst() == [((READY, DRIVES), 60.0)]


def test_what_is_wrong_says_what_is_shown_what_is_true_and_since_when() -> None:
    measure = BoardTruth()
    told(measure, 0, {"A": READY, "B": DRIVES}, {"A": DRIVES, "B": DRIVES}, 30)
    told(measure, 40, {"A": READY, "B": DRIVES}, {"A": DRIVES, "B": THERE}, 60)
    assert measure.wrong_now() == [
        Wrong("A", READY, DRIVES, at(0)),
        Wrong("B", DRIVES, THERE, at(40)),
    ]
    told(measure, 70, {"A": READY, "B": THERE}, {"A": THERE, "B": THERE}, 80)
    assert measure.wrong_now() == [Wrong("A", READY, THERE, at(70))]


def test_a_status_shown_as_unknown_is_not_what_the_unit_does() -> None:
    measure = BoardTruth()
    told(measure, 0, {"A": UNKNOWN}, {"A": READY}, 60)
    assert measure.share_right() == 0.0


def test_who_is_off_duty_by_both_sides_does_not_make_the_board_truer() -> None:
    measure = BoardTruth()
    shown = {"A": HOME, "B": HOME, "C": READY}
    told(measure, 0, shown, {"A": HOME, "B": READY, "C": READY}, 60)
    assert measure.share_right() == pytest.approx(0.5)


def test_a_unit_that_one_side_has_never_heard_of_is_not_compared() -> None:
    measure = BoardTruth()
    told(measure, 0, {"A": READY, "X": READY}, {"A": READY, "Y": DRIVES}, 60)
    assert measure.tally.watched_s == 60.0
    assert measure.share_right() == 1.0


def test_what_was_wrong_before_the_window_is_forgotten_by_it_alone() -> None:
    measure = BoardTruth(window=timedelta(minutes=5))
    told(measure, 0, {"A": READY}, {"A": DRIVES}, 60)
    told(measure, 60, {"A": DRIVES}, {"A": DRIVES}, 600)
    assert measure.share_right() == 1.0
    assert measure.watched() == timedelta(minutes=5)
    assert measure.tally.wrong_share == pytest.approx(0.1)


def test_nothing_watched_is_no_figure_and_a_pause_counts_for_nobody() -> None:
    measure = BoardTruth()
    assert measure.share_right() is None
    measure.look({"A": READY}, {"A": DRIVES}, at(0))
    assert measure.share_right() is None
    measure.look({"A": READY}, {"A": DRIVES}, at(LONGEST_LOOK_S + 1))
    assert measure.share_right() is None
    measure.look({"A": READY}, {"A": DRIVES}, at(LONGEST_LOOK_S + 11))
    assert measure.tally.watched_s == 10.0
