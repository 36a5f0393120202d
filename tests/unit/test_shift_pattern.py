from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from command_center.advice.shift_patterns import shift_patterns
from command_center.domain.shift_pattern import ShiftPattern, as_value, pattern_of, slot_at

JAKARTA = ZoneInfo("Asia/Jakarta")
PATTERNS = {pattern.id: pattern for pattern in shift_patterns()}


def local(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=JAKARTA)


@pytest.mark.parametrize(
    ("pattern", "at", "starts", "ends", "number"),
    [
        ("8_jam", "2026-11-23 05:00", "2026-11-23 05:00", "2026-11-23 13:00", 0),
        ("8_jam", "2026-11-23 04:59:59", "2026-11-22 21:00", "2026-11-23 05:00", 2),
        ("8_jam", "2026-11-23 23:00", "2026-11-23 21:00", "2026-11-24 05:00", 2),
        ("12_jam", "2026-11-24 07:59", "2026-11-23 20:00", "2026-11-24 08:00", 1),
        ("24_jam", "2026-11-24 07:59", "2026-11-23 08:00", "2026-11-24 08:00", 0),
    ],
)
def test_the_shift_a_moment_lies_in(
    pattern: str, at: str, starts: str, ends: str, number: int
) -> None:
    slot = slot_at(PATTERNS[pattern], local(at), JAKARTA)
    assert (slot.starts_at, slot.ends_at, slot.number) == (local(starts), local(ends), number)
    assert slot.day == slot.starts_at.date()


@pytest.mark.parametrize("pattern", shift_patterns(), ids=lambda one: one.id)
def test_shifts_follow_each_other_without_a_gap(pattern: ShiftPattern) -> None:
    slot = slot_at(pattern, local("2026-12-31 12:00"), JAKARTA)
    for _ in range(8):
        after = slot_at(pattern, slot.ends_at, JAKARTA)
        assert after.starts_at == slot.ends_at > slot.starts_at
        assert slot_at(pattern, slot.ends_at - timedelta(seconds=1), JAKARTA) == slot
        slot = after


@pytest.mark.parametrize("pattern", shift_patterns(), ids=lambda one: one.id)
def test_a_pattern_is_read_as_it_was_kept(pattern: ShiftPattern) -> None:
    assert pattern_of(as_value(pattern)) == pattern


@pytest.mark.parametrize("starts", [[], ["13:00", "05:00"], ["05:00", "05:00"], ["25:00"], None])
def test_hours_that_are_none_are_refused(starts: object) -> None:
    with pytest.raises((TypeError, ValueError)):
        pattern_of({"id": "x", "name": "x", "starts": starts})
