"""Advice in the window of a full room on Malang's roads: what the GUI thread copies for a question,
and the processor time of the answer beside it, when nothing, and when a tenth of the units, has
moved since the last one."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from random import Random
from typing import Any

import numpy as np

from command_center.advice.eta import Estimator
from command_center.domain.incident import Handling, Incident, Priority
from command_center.domain.unit import OrderStatus, RoadClosure, UnitStatus
from command_center.geo.roadnet.net import RoadNet
from command_center.ports import Position
from command_center.situation.advising.copied import RoomCopy
from command_center.situation.situation import Situation
from tests.benchmarks.figure import Figure
from tests.benchmarks.malang_twin import FILES, Malang
from tests.unit.situation.advising.towns import (
    KINDS,
    NOW,
    Town,
    agency,
    incident,
    order,
    recommender,
    unit,
)

BENCH = "dispatch"
UNITS, INCIDENTS, BUSY, MOST = 5_000, 5_000, 0.7, 6
QUESTIONS = 60
COPY_TARGET_MS = 4.0


class _Streets:
    why_straight = ""
    work_s: float | None = 2_700.0

    def __init__(self, town: Malang) -> None:
        self._estimator = Estimator(RoadNet(town.net.table))

    def estimator(self, settings: Iterable[Any], closures: Sequence[RoadClosure]) -> Estimator:
        return self._estimator


def dispatch_room() -> Iterator[Figure]:
    missing = [file for file in FILES if not file.is_file()]
    if missing:
        sys.stderr.write(f"dispatch_room: {missing[0]} is not there; left out\n")
        return
    town, rng = Malang(), Random(UNITS)
    situation = _room(town, rng)
    copies = _taken(lambda _: RoomCopy.of(situation), QUESTIONS)
    yield _figure("room_copy_5000_p99", np.percentile(copies, 99), copies, COPY_TARGET_MS)
    whom = recommender(_Streets(town))
    urgent = [one.id for one in situation.open_incidents() if one.priority is Priority.P1]

    def ask(at: int) -> None:
        whom.advise(RoomCopy.of(situation), urgent[at], MOST, NOW + timedelta(seconds=1))

    _taken(ask, 3)
    still = _taken(ask, QUESTIONS)
    yield _figure("room_advice_5000_still_p50", np.percentile(still, 50), still)
    moved = []
    for at in range(QUESTIONS):
        _move(situation, town, rng)
        moved += _taken(lambda _, at=at: ask(at), 1)  # type: ignore[misc]
    yield _figure("room_advice_5000_moved_p50", np.percentile(moved, 50), moved)


def _taken(work: Callable[[int], object], times: int) -> list[float]:
    """Milliseconds of this thread's processor for each call."""
    taken = []
    for at in range(times):
        began = time.thread_time_ns()
        work(at)
        taken.append((time.thread_time_ns() - began) / 1e6)
    return taken


def _figure(
    name: str, value: np.floating[Any], taken: Sequence[float], target: float | None = None
) -> Figure:
    seconds = sum(taken) / 1e3
    return Figure(BENCH, name, float(value), "ms CPU", "lower", len(taken), seconds, target=target)


def _room(town: Malang, rng: Random) -> Situation:
    incidents = [_incident(town, rng, number) for number in range(1, INCIDENTS + 1)]
    rows: list[Any] = [agency("ours"), *incidents]
    rows += [Handling(one.id, 1, None, None, rng.random() < 0.3, NOW, "s") for one in incidents]
    spots = []
    for number in range(UNITS):
        busy = rng.random() < BUSY
        status = UnitStatus.ON_SCENE if busy else UnitStatus.AVAILABLE
        one = unit(f"u{number:05}", status=status, kind=rng.choice(KINDS))
        rows.append(one)
        lat, lon = _spot(town, rng)
        at = NOW - timedelta(seconds=5)
        spots.append(Position(one.id, lat, lon, 10.0, 0.0, None, at))
        if busy:
            rows.append(order(one.id, rng.choice(incidents).id, OrderStatus.ON_SCENE))
    return Town(tuple(rows), tuple(spots)).loaded()


def _incident(town: Malang, rng: Random, number: int) -> Incident:
    lat, lon = _spot(town, rng)
    return incident(number, lat=lat, lon=lon, priority=rng.choice(list(Priority)))


def _spot(town: Malang, rng: Random) -> tuple[float, float]:
    table = town.net.table
    node = rng.randrange(len(table.lat))
    return float(table.lat[node]), float(table.lon[node])


def _move(situation: Situation, town: Malang, rng: Random) -> None:
    positions = dict(situation.positions)
    for id in rng.sample(sorted(positions), UNITS // 10):
        lat, lon = _spot(town, rng)
        positions[id] = replace(positions[id], lat=lat, lon=lon)
    situation.place(positions)
