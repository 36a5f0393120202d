"""Our clocks on two weeks of a real fire department, against a reading of the file of its own."""

import csv
import math
from collections import Counter, defaultdict
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from command_center.domain.clocks import Clock, LeftOut, Sample, incident_samples, order_samples
from command_center.domain.incident import IncidentStatus
from command_center.domain.unit import CloseReason
from command_center.situation.clock_history import Bucket, Collector, Question, Slice
from tests.storage import rows

LOG = Path(__file__).parents[4] / "shared/data/incidents/sf_fire/sffd_jnhamid_2020.csv"
SINCE, UNTIL = datetime(2020, 4, 1, tzinfo=UTC), datetime(2020, 5, 1, tzinfo=UTC)
COLUMNS = ("Received DtTm", "Entry DtTm", "Dispatch DtTm", "Response DtTm", "On Scene DtTm",
           "Available DtTm")  # fmt: skip
Call = dict[str, Any]
Measured = tuple[list[tuple[str, float]], Counter[str]]
"""(call, seconds) of each unit, and how many were left out for which reason."""


def when(text: str) -> datetime | None:
    """04/07/2020 11:53:08 PM, local times read as if they were UTC: only their differences count;
    by hand, because strptime takes five seconds for them all."""
    if not text:
        return None
    month, day, year = int(text[:2]), int(text[3:5]), int(text[6:10])
    hour = int(text[11:13]) % 12 + (12 if text.endswith("PM") else 0)
    return datetime(year, month, day, hour, int(text[14:16]), int(text[17:19]), tzinfo=UTC)


@pytest.fixture(scope="module")
def calls() -> list[Call]:
    if not LOG.exists():
        pytest.skip("the log of San Francisco's fire department is not beside the project")
    with LOG.open(encoding="utf-8", newline="") as file:
        return [
            {**row, **{name: when(row[name]) for name in COLUMNS}} for row in csv.DictReader(file)
        ]


def first(units: list[Call], column: str) -> datetime | None:
    return min((unit[column] for unit in units if unit[column] is not None), default=None)


@pytest.fixture(scope="module")
def samples(calls: list[Call]) -> list[Sample]:
    """The log as rows of ours: a call is an incident, entering it its verification, each unit an
    order."""
    of_call: defaultdict[str, list[Call]] = defaultdict(list)
    for row in calls:
        of_call[row["Call Number"]].append(row)
    found: list[Sample] = []
    for number, (id, units) in enumerate(of_call.items()):
        incident = rows.incident(
            id=id, number=number, opened_at=units[0]["Received DtTm"],
            verified_at=units[0]["Entry DtTm"], first_order_at=first(units, "Dispatch DtTm"),
            first_on_scene_at=first(units, "On Scene DtTm"), status=IncidentStatus.CLOSED,
            closed_at=max((u["Available DtTm"] for u in units if u["Available DtTm"]),
                          default=units[0]["Received DtTm"]),
            category=units[0]["Call Type Group"], area_code=units[0]["Battalion"],
        )  # fmt: skip
        found += incident_samples(incident, "110", late=False)
        for unit in units:
            order = rows.assignment(
                id=unit["RowID"], incident_id=id, ordered_at=unit["Dispatch DtTm"],
                en_route_at=unit["Response DtTm"], on_scene_at=unit["On Scene DtTm"],
                closed_at=unit["Available DtTm"] or UNTIL, close_reason=CloseReason.DONE,
            )  # fmt: skip
            found += order_samples(order, incident, "110", late=False)
    return found


def recounted(calls: list[Call], start: str, end: str) -> Measured:
    """By unit, straight from the columns."""
    seconds: list[tuple[str, float]] = []
    left = Counter[str]()
    for row in calls:
        if row[start] is None or row[end] is None:
            left["missing"] += 1
        elif row[end] < row[start]:
            left["reversed"] += 1
        else:
            took = (row[end] - row[start]).total_seconds()
            seconds.append((row["Call Number"], took))
    return seconds, left


def measured(samples: list[Sample], clock: Clock) -> Measured:
    of_clock = [sample for sample in samples if sample.clock is clock]
    left = Counter(sample.left.value for sample in of_clock if sample.left is not None)
    seconds = [(s.incident_id, s.seconds) for s in of_clock if s.seconds is not None]
    return seconds, left


@pytest.mark.parametrize(
    ("clock", "start", "end"),
    [
        (Clock.TURNOUT, "Dispatch DtTm", "Response DtTm"),
        (Clock.TRAVEL, "Response DtTm", "On Scene DtTm"),
    ],
)
def test_every_units_interval_is_that_of_the_log(
    calls: list[Call], samples: list[Sample], clock: Clock, start: str, end: str
) -> None:
    seconds, left = measured(samples, clock)
    wanted, wanted_left = recounted(calls, start, end)
    assert Counter(seconds) == Counter(wanted)
    assert left == wanted_left
    assert len(seconds) > 8_000


def test_every_calls_interval_is_that_of_the_log(calls: list[Call], samples: list[Sample]) -> None:
    by_call: dict[str, list[datetime | None]] = {}
    for row in calls:
        known = by_call.setdefault(row["Call Number"], [row["Received DtTm"], None])
        there = row["On Scene DtTm"]
        if there is not None and (known[1] is None or there < known[1]):
            known[1] = there
    wanted = [(b - a).total_seconds() for a, b in by_call.values() if a and b and b >= a]
    seconds, left = measured(samples, Clock.RESPONSE)
    assert [took for _, took in seconds] == wanted
    assert len(seconds) + sum(left.values()) == len(by_call) == 5_292
    assert left[LeftOut.MISSING] > 100


def test_percentiles_are_those_of_the_sorted_list(calls: list[Call], samples: list[Sample]) -> None:
    question = Question(Clock.TURNOUT, SINCE, UNTIL, Slice.KECAMATAN, None, Bucket.DAY, 80.0)
    collector = Collector(question, UTC, lambda samples: samples.areas)
    of_clock = [sample for sample in samples if sample.clock is Clock.TURNOUT]
    for start in range(0, len(of_clock), 777):
        collector.take(of_clock[start : start + 777], 777)
    answer = collector.answer()
    ordered = sorted(s for _, s in recounted(calls, "Dispatch DtTm", "Response DtTm")[0])
    for share in (0.5, 0.9, 0.95):
        assert answer.whole.at(share) == ordered[math.ceil(share * len(ordered)) - 1]
    assert answer.whole.within == sum(seconds <= 80 for seconds in ordered)
    assert sum(spread.used for _, spread in answer.groups) == answer.whole.used
    assert sum(spread.used for _, spread in answer.points) == answer.whole.used
    assert [s.seconds for s in answer.outliers] == ordered[::-1][:100]
    days = [at for at, _ in answer.points]
    assert all(b - a == timedelta(days=1) for a, b in pairwise(days))
