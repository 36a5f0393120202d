"""The stream of early detection's bench: 911 calls of a county, merged, with clusters in them.

Montgomery County PA, 10 December 2015 to 4 January 2016 (ODbL): 9,227 calls in 66 townships, as
many people and units as Malang has. Its three kinds of call are the streams beside all of them.
"""

from __future__ import annotations

import csv
import statistics
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import numpy as np

from command_center.advice.early_warning.plan import Plan, Stream, shipped_plan
from command_center.advice.early_warning.watch import Card
from command_center.advice.early_warning.zones import Zones, zones_of
from command_center.geo.distance import distance_m

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT.parent / "shared" / "data" / "incidents" / "montco911" / "montco_2015-12.csv"
KINDS = ("EMS", "Traffic", "Fire")
DAY_S, HOUR_S = 86_400.0, 3_600.0
NEAR_M, SOON_S = 150.0, 3_600.0
LEARNT_DAYS = 14
APART_S = 6 * HOUR_S


@dataclass(frozen=True, slots=True)
class Call:
    at_s: float
    lat: float
    lon: float
    kind: str
    area: str


def plan() -> Plan:
    """The shipped one over the streams that these calls have."""
    own = (Stream(kind, kind, kind, frozenset({kind})) for kind in KINDS)
    return replace(shipped_plan(), streams=(Stream("all", "", "", frozenset()), *own))


def calls() -> list[Call]:
    with SOURCE.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["twp"]]
    found = [
        Call(
            datetime.fromisoformat(row["timeStamp"]).replace(tzinfo=UTC).timestamp(),
            float(row["lat"]),
            float(row["lng"]),
            row["title"].split(":")[0],
            row["twp"],
        )
        for row in rows
    ]
    return sorted(found, key=lambda call: call.at_s)


def merged(found: Iterable[Call]) -> list[Call]:
    """Without those within 150 m and an hour of an earlier one: what a merged queue has left."""
    recent: deque[Call] = deque()
    kept = []
    for call in found:
        while recent and call.at_s - recent[0].at_s > SOON_S:
            recent.popleft()
        again = any(distance_m(call.lat, call.lon, one.lat, one.lon) <= NEAR_M for one in recent)
        recent.append(call)
        if not again:
            kept.append(call)
    return kept


def zones(found: Sequence[Call], neighbours: int) -> Zones:
    """Each township at the median of its calls."""
    points: defaultdict[str, list[Call]] = defaultdict(list)
    for call in found:
        points[call.area].append(call)
    middles = {
        area: (statistics.median(c.lat for c in own), statistics.median(c.lon for c in own))
        for area, own in points.items()
    }
    return zones_of(middles, neighbours)


def cards(found: Sequence[Call]) -> list[Card]:
    return [Card(f"r{n}", call.at_s, call.area, call.kind) for n, call in enumerate(found)]


def shuffled(own: Sequence[Card], seed: int) -> list[Card]:
    """Which was where is drawn anew within each kind: every cluster left is chance."""
    drawn, areas = np.random.default_rng(seed), [card.area for card in own]
    for kind in KINDS:
        at = [n for n, card in enumerate(own) if card.category == kind]
        for n, other in zip(at, drawn.permutation(at).tolist(), strict=True):
            areas[n] = own[other].area
    return [replace(card, area=area) for card, area in zip(own, areas, strict=True)]


@dataclass(frozen=True, slots=True)
class Shape:
    """A cluster: so many reports within so many hours over so many neighbouring areas, of one kind
    or of whatever kind comes."""

    count: int
    hours: float
    areas: int
    one_kind: bool = True


def clusters(own: Sequence[Card], made: Zones, shape: Shape, seed: int) -> Iterator[list[Card]]:
    """One after the other over the days that were not learnt from, each of a kind and around an
    area drawn for it: kinds as often as they come, areas alike."""
    drawn = np.random.default_rng(seed)
    kinds = [card.category for card in own]
    at_s, number = own[0].at_s + LEARNT_DAYS * DAY_S + HOUR_S, 0
    while at_s + shape.hours * HOUR_S < own[-1].at_s:
        centre = int(drawn.integers(len(made.codes)))
        around = next(line for line in made.cells[centre].tolist() if line[0] == centre)
        kind = str(drawn.choice(kinds))
        times = np.sort(at_s + drawn.random(shape.count) * shape.hours * HOUR_S)
        yield [
            Card(
                f"c{number}.{n}",
                float(when),
                made.codes[int(drawn.choice(around[: shape.areas]))],
                kind if shape.one_kind else str(drawn.choice(kinds)),
            )
            for n, when in enumerate(times)
        ]
        at_s += shape.hours * HOUR_S + APART_S
        number += 1
