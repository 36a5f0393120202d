"""A history told from columns is what counting it sample by sample gives."""

from collections import Counter
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta, tzinfo
from random import Random
from zoneinfo import ZoneInfo

import pytest

from command_center.domain.clocks import Clock, LeftOut, Sample
from command_center.situation import clock_history
from command_center.situation import slowest as slow
from command_center.situation.clock_history import Answer, Bucket, Collector, Question, Slice
from command_center.situation.figures import Spread, spread

NOON = datetime(2026, 3, 28, 12, tzinfo=UTC)
ZONES = (UTC, *map(ZoneInfo, ("Asia/Jakarta", "Asia/Kathmandu", "Europe/Berlin")))
AREAS = ("", "35.73.01", "35.73.02", "unknown")
GOAL_S = 3.0


def history(dice: Random) -> list[Sample]:
    samples = []
    for number in range(dice.randrange(60)):
        at = NOON + timedelta(minutes=dice.randrange(3_000), microseconds=number)
        seconds = 700_000 * dice.randrange(7) / 1e6 if dice.random() < 0.7 else None
        left = None if seconds is not None else dice.choice(list(LeftOut))
        about = (f"i{number}", number, "110", "x", dice.choice(AREAS), "P1")
        samples.append(Sample(Clock.ORDER, at, seconds, left, *about))
    return samples


def told(samples: Iterable[Sample]) -> Spread:
    rows = list(samples)
    seconds = sorted(row.seconds for row in rows if row.seconds is not None)
    return spread(seconds, Counter(row.left for row in rows if row.left is not None), GOAL_S)


def counted(question: Question, samples: list[Sample], zone: tzinfo) -> Answer:
    """All at once and one by one."""
    only = [row for row in samples if question.only in (None, row.area)]

    def start(row: Sample) -> datetime:
        local = row.at.astimezone(zone).replace(minute=0, second=0, microsecond=0)
        return local if question.bucket is Bucket.HOUR else local.replace(hour=0)

    groups = [(area, told(row for row in samples if row.area == area))
              for area in {row.area for row in samples}]  # fmt: skip
    points = [(at, told(row for row in only if start(row) == at)) for at in set(map(start, only))]
    slowest = sorted((row for row in only if row.seconds is not None),
                     key=lambda row: -(row.seconds or 0))  # fmt: skip
    return Answer(
        question,
        told(only),
        tuple(sorted(groups, key=lambda group: (-group[1].used, group[0]))),
        tuple(sorted(points, key=lambda point: point[0]))[-clock_history.MOST_POINTS :],
        tuple(slowest[: slow.OUTLIERS]),
        len(samples),
    )


def test_any_history(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(slow, "OUTLIERS", 5)
    monkeypatch.setattr(clock_history, "MOST_POINTS", 7)
    for seed in range(80):
        dice = Random(seed)
        samples, zone, page = history(dice), dice.choice(ZONES), dice.randrange(1, 30)
        question = Question(
            Clock.ORDER, NOON, NOON, Slice.KECAMATAN, goal_s=GOAL_S,
            only=dice.choice((None, "nobody", *AREAS)), bucket=dice.choice(list(Bucket)),
        )  # fmt: skip
        collector = Collector(question, zone, lambda columns: columns.areas)
        for start in range(0, len(samples), page):
            part = samples[start : start + page]
            collector.take(part, len(part))
        answer, wanted = collector.answer(), counted(question, samples, zone)
        for name in ("whole", "groups", "points", "outliers", "read"):
            assert getattr(answer, name) == getattr(wanted, name), (seed, name)
