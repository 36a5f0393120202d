"""The realised rate equals counting every second of the time."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from command_center.domain.room import Alarm, AlarmType
from command_center.situation.alarm_rate import FLOOD, AlarmRate, realised
from tests.storage.rows import NOW

HOUR = timedelta(hours=1)


def alarm(id: str, ago_s: float, answered_s: float | None = None, by: str = "rina") -> Alarm:
    at = NOW - timedelta(seconds=ago_s)
    answered = None if answered_s is None else at + timedelta(seconds=answered_s)
    return Alarm(
        id, 1, AlarmType.CAMERA_DOWN, 3, "camera", id, {}, at, answered,
        by if answered else None, None,
    )  # fmt: skip


def second_by_second(times: list[datetime], since: datetime) -> float:
    """The share of whole seconds with more than FLOOD alarms in the ten minutes before."""
    seconds = [since + timedelta(seconds=n) for n in range(3600)]
    ten = timedelta(minutes=10)
    return sum(sum(1 for t in times if at - ten < t <= at) > FLOOD for at in seconds) / 3600


@given(st.lists(st.integers(min_value=0, max_value=5_000), max_size=60))
def test_the_share_in_flood_is_what_counting_each_second_gives(ages: list[int]) -> None:
    alarms = [alarm(str(n), ago) for n, ago in enumerate(ages)]
    rate = realised(alarms, NOW - HOUR, NOW)
    wanted = second_by_second([a.raised_at for a in alarms], NOW - HOUR)
    assert rate.flood == pytest.approx(wanted, abs=1e-9)
    assert rate.raised == sum(1 for ago in ages if ago < 3600)
    assert sum(n for _, n in rate.by_type) == sum(n for _, n in rate.by_rank) == rate.raised


def test_ten_are_no_flood_and_eleven_are() -> None:
    def of(number: int) -> AlarmRate:
        return realised([alarm(str(n), 1200 + n) for n in range(number)], NOW - HOUR, NOW)

    assert (of(10).flood, of(10).peak) == (0.0, 10)
    # the eleventh comes 10 s after the first of them, which is the newest but ten
    assert of(11).flood == pytest.approx((600 - 10) / 3600)
    assert of(11).peak == 11
    assert of(10).per_ten == pytest.approx(10 / 6)


def test_what_is_bearable_is_one_in_ten_minutes() -> None:
    calm = realised([alarm(str(n), n * 600 + 1) for n in range(6)], NOW - HOUR, NOW)
    assert calm.bearable
    assert not realised([alarm(str(n), n * 300 + 1) for n in range(12)], NOW - HOUR, NOW).bearable


def test_each_operator_has_a_rate_and_how_fast_they_answered() -> None:
    alarms = [
        alarm("a", 3000, answered_s=10),
        alarm("b", 2000, answered_s=30),
        alarm("c", 1000, answered_s=5, by="dewi"),
        alarm("old", 9000, answered_s=5, by="dewi"),
        alarm("open", 10),
    ]
    people = realised(alarms, NOW - HOUR, NOW).people
    assert [(p.staff_id, p.count, p.p50_s, p.p90_s) for p in people] == [
        ("rina", 2, 10.0, 30.0),
        ("dewi", 1, 5.0, 5.0),
    ]
    assert people[0].per_ten == pytest.approx(2 / 6)


def test_a_shift_that_began_a_moment_ago_has_no_absurd_rate() -> None:
    rate = realised([alarm("a", 1)], NOW - timedelta(seconds=2), NOW)
    assert rate.per_ten == 1.0
