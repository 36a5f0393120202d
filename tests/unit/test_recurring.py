"""When a task is due: last and next, over midnight and over weeks."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from command_center.domain.instruction import AddresseeKind, Repeats, RoomTask
from command_center.domain.recurring import Dues, dues

WIB = ZoneInfo("Asia/Jakarta")
STARTS = (time(5), time(13), time(21))
MADE = datetime(2026, 11, 1, tzinfo=UTC)
TASK = RoomTask(
    "t", 1, "Apel", "", Repeats.DAILY, None, 0, "07:30", (), AddresseeKind.ROOM, "",
    "lead", MADE, None, None, "",
)  # fmt: skip


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """Of November 2026, local."""
    return datetime(2026, 11, day, hour, minute, tzinfo=WIB)


def test_a_daily_task_was_due_this_morning_and_comes_tomorrow() -> None:
    assert dues(TASK, at(10, 9), STARTS, WIB) == Dues(at(10, 7, 30), at(11, 7, 30))
    assert dues(TASK, at(10, 7, 30), STARTS, WIB).last == at(10, 7, 30), "due at the minute"
    assert dues(TASK, at(10, 7, 29), STARTS, WIB) == Dues(at(9, 7, 30), at(10, 7, 30))


def test_a_new_task_was_not_due_before_it_was_made() -> None:
    young = replace(TASK, made_at=at(10, 8))
    assert dues(young, at(10, 9), STARTS, WIB) == Dues(None, at(11, 7, 30))


def test_a_task_of_every_shift_follows_its_start_over_midnight() -> None:
    task = replace(TASK, repeats=Repeats.SHIFT, at="", after_min=240)
    assert dues(task, at(10, 2), STARTS, WIB) == Dues(at(10, 1), at(10, 9))
    assert dues(task, at(10, 0, 30), STARTS, WIB) == Dues(at(9, 17), at(10, 1))
    late = replace(task, after_min=1440)
    assert dues(late, at(10, 5), STARTS, WIB) == Dues(at(10, 5), at(10, 13))


def test_a_weekly_task_reaches_a_whole_week_either_way() -> None:
    task = replace(TASK, repeats=Repeats.WEEKLY, days=(0,))  # Mondays; 2026-11-09 is one
    assert dues(task, at(9, 7), STARTS, WIB) == Dues(at(2, 7, 30), at(9, 7, 30))
    assert dues(task, at(9, 8), STARTS, WIB) == Dues(at(9, 7, 30), at(16, 7, 30))
    assert dues(task, at(15, 23), STARTS, WIB) == Dues(at(9, 7, 30), at(16, 7, 30))


def test_a_task_that_comes_once_stays_due_for_ever() -> None:
    task = replace(TASK, repeats=Repeats.ONCE, first_at=at(10, 9))
    assert dues(task, at(10, 8), STARTS, WIB) == Dues(None, at(10, 9))
    assert dues(task, at(10, 9) + timedelta(days=40), STARTS, WIB) == Dues(at(10, 9), None)
