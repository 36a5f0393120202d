"""The nightly calibration: the room's own history replayed with the places shuffled.

When things happened and how many were where stay as they were; only which was where is drawn anew,
so that every cluster in a replay is chance (Kulldorff 2005). Then clusters are injected into the
history as it was, to know how many of them would be found.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from command_center.advice.early_warning.counts import DAY_S
from command_center.advice.early_warning.plan import Plan
from command_center.advice.early_warning.scale import Scale, as_value, fitted, of_value
from command_center.advice.early_warning.stream import StreamCounts
from command_center.advice.early_warning.watch import Card, best_by_kind, kinds_of
from command_center.advice.early_warning.zones import Floats, Ints, Zones

LEAST_DAYS = 5
WARM_DAYS = 3
REPLICAS = 10
SEED = 73
INJECTED, INJECTED_S, INJECTED_AREAS = 12, 21_600.0, 3
"""What is injected: so many incidents in so many seconds over so many neighbouring kelurahan."""
APART_S = 2 * INJECTED_S
MOST = 12_000
"""Incidents replayed of one stream, the newest."""


@dataclass(frozen=True, slots=True)
class Day:
    """Times and areas of a stream's history, and where its first day begins."""

    times: Floats
    areas: Ints
    begin_s: float
    days: int


def calibrated(
    plan: Plan, zones: Zones, cards: Sequence[Card], until_s: float
) -> Iterator[tuple[str, Scale]]:
    """(stream, scale) of every stream; nothing for a history shorter than `LEAST_DAYS`."""
    known = sorted((c for c in cards if c.at_s <= until_s), key=lambda card: (card.at_s, card.id))
    begin_s = max(until_s - plan.baseline_days * DAY_S, known[0].at_s if known else until_s)
    days = int((until_s - begin_s) // DAY_S)
    if days < LEAST_DAYS or not zones.codes:
        return
    for at, stream in enumerate(plan.streams):
        mine = [c for c in known if c.at_s >= begin_s and stream.takes(c.category)][-MOST:]
        times = np.array([card.at_s for card in mine])
        areas = np.array([zones.number_of(card.area) for card in mine], np.int64)
        yield stream.code, _scale(plan, zones, Day(times, areas, begin_s, days), SEED + at)


def _scale(plan: Plan, zones: Zones, past: Day, seed: int) -> Scale:
    drawn = np.random.default_rng(seed)
    scale = fitted(_greatest(plan, zones, past, drawn))
    whole = replace(scale, found=tuple(sorted(_found(plan, zones, past, scale, drawn))))
    # as exact as the room keeps it: who calibrates and who reads it later find the same
    return of_value(as_value(whole), kinds_of(plan, zones))


def _greatest(plan: Plan, zones: Zones, past: Day, drawn: np.random.Generator) -> Floats:
    """(replayed days, kinds of look)."""
    greatest = np.zeros((REPLICAS, past.days + 1, kinds_of(plan, zones)))
    shuffled = np.stack([drawn.permutation(past.areas) for _ in range(REPLICAS)])
    held = StreamCounts(plan, zones, replicas=REPLICAS)
    warm = _prime(plan, held, past, shuffled)
    for number, at_s in enumerate(past.times.tolist()):
        areas = shuffled[:, number]
        held.counts.push(at_s, areas)
        day = min(past.days, int((at_s - past.begin_s) // DAY_S))
        best = best_by_kind(held.look(at_s, areas))
        np.maximum(greatest[:, day], best, out=greatest[:, day])
    whole = greatest[:, warm : past.days]
    return whole.reshape(-1, whole.shape[2])


def _prime(plan: Plan, held: StreamCounts, past: Day, areas: Ints) -> int:
    """Give it a baseline as long as the room's own before its first day: the same days once more,
    ahead of themselves. A young room has none to give. The number of days to leave out."""
    if past.days < plan.baseline_days:
        return WARM_DAYS
    earlier = past.times - past.days * DAY_S
    for at_s, column in zip(earlier.tolist(), areas.T, strict=True):
        held.counts.push(at_s, column)
    return 0


def _found(
    plan: Plan, zones: Zones, past: Day, scale: Scale, drawn: np.random.Generator
) -> Iterator[float]:
    """How high each injected cluster came; it is taken out again when it has ended."""
    own = [(at_s, area, -1) for at_s, area in zip(past.times, past.areas, strict=True)]
    held, highest, numbers = StreamCounts(plan, zones), 0.0, list[int]()
    warm = _prime(plan, held, past, past.areas[None])
    clusters = list(_clusters(zones, past, warm, drawn))
    more = [(at_s, area, which) for which, one in enumerate(clusters) for at_s, area in one]
    for at_s, area, which in sorted(own + more):
        areas = np.array([area])
        number = held.counts.push(at_s, areas)
        if which < 0:
            continue
        numbers.append(number)
        best = best_by_kind(held.look(at_s, areas))
        highest = max(highest, float(scale.heights(best).max()))
        if len(numbers) == INJECTED:
            yield highest
            for one in numbers:
                held.counts.remove(one)
            highest, numbers = 0.0, []


def _clusters(
    zones: Zones, past: Day, warm: int, drawn: np.random.Generator
) -> Iterator[list[tuple[float, int]]]:
    """(time, area) of the incidents of each."""
    at_s, end_s = past.begin_s + warm * DAY_S, past.begin_s + past.days * DAY_S
    while at_s + INJECTED_S < end_s:
        centre = int(drawn.integers(len(zones.codes)))
        around = zones.cells[centre]
        own = next(line for line in around if line[0] == centre)[:INJECTED_AREAS]
        when = np.sort(at_s + drawn.random(INJECTED) * INJECTED_S)
        yield [(float(t), int(a)) for t, a in zip(when, drawn.choice(own, INJECTED), strict=True)]
        at_s += APART_S
