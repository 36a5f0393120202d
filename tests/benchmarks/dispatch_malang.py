"""The Malang twin at three loads and two targets: closest-idle against the product's advice."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from command_center.advice.recommend.question import Rules
from tests.benchmarks.city_day import (
    TURNOUT_S,
    Call,
    CityDay,
    ClosestIdle,
    Outcome,
    Policy,
)
from tests.benchmarks.dispatch_policy import Recommended
from tests.benchmarks.dispatch_replay import BENCH, LIMIT_S, LOW_TARGET_S
from tests.benchmarks.figure import Figure
from tests.benchmarks.malang_twin import FILES, Malang

UNITS, DAYS = 24, 7.0
TARGETS_S = (480.0, 600.0)
LOADS = {0.10: 400.0, 0.60: 630.0, 0.90: 930.0}
"""Share of the units that should be busy: mean drive (s) under closest-idle at that load, found by
trying; what the share really was is one of the figures."""

WORK_S, UNITS_A_CALL = 2_300.0, 1.06


@dataclass(frozen=True, slots=True)
class Run:
    outcome: Outcome
    seconds: float

    def share(self, target_s: float, *, urgent: bool) -> float:
        waits = self.outcome.waits_s[self.outcome.urgent == urgent]
        return 100 * float((waits <= target_s).mean())


def dispatch_malang() -> Iterator[Figure]:
    missing = [file for file in FILES if not file.is_file()]
    if missing:
        sys.stderr.write(f"dispatch_malang: {missing[0]} is not there; left out\n")
        return
    town = Malang()
    bases = town.bases(UNITS)
    for busy, drive_s in LOADS.items():
        a_day = busy * UNITS * 86_400.0 / (WORK_S + drive_s) / UNITS_A_CALL
        calls = town.calls(a_day, DAYS, seed=11)
        closest = _run(CityDay(town, bases, calls, ClosestIdle()))
        for target_s in TARGETS_S:
            floor = _floor(town, bases, calls, target_s)
            for leaving in (True, False):
                policy: Policy = Recommended(
                    Rules(), target_s, LOW_TARGET_S, LIMIT_S, leaving, town.anchors
                )
                run = _run(CityDay(town, bases, calls, policy))
                suffix = "" if leaving else "_may_leave_off"
                name = f"malang_{busy:.0%}_{target_s / 60:.0f}min{suffix}".replace("%", "")
                yield from _figures(name, run, closest, target_s, floor)


def _figures(name: str, run: Run, closest: Run, target_s: float, floor: float) -> Iterator[Figure]:
    n, seconds = len(run.outcome.waits_s), run.seconds
    p1, was = (one.share(target_s, urgent=True) for one in (run, closest))
    yield Figure(BENCH, f"{name}_p1_in_time", p1, "%", "higher", n, seconds, baseline=was)
    gap = 100 * (p1 - was) / (floor - was) if floor > was else 100.0
    yield Figure(BENCH, f"{name}_gap_closed", gap, "%", "higher", n, seconds)
    loss = closest.share(LOW_TARGET_S, urgent=False) - run.share(LOW_TARGET_S, urgent=False)
    yield Figure(BENCH, f"{name}_low_loss", loss, "points", "lower", n, seconds)
    pulls = len(run.outcome.pulls_at_s) / DAYS
    yield Figure(BENCH, f"{name}_pulls_a_day", pulls, "/day", "lower", n, seconds)
    busy, baseline = 100 * run.outcome.busy, 100 * closest.outcome.busy
    yield Figure(BENCH, f"{name}_busy", busy, "%", "lower", n, seconds, baseline=baseline)


def _run(city: CityDay) -> Run:
    began = time.process_time()
    outcome = city.run()
    return Run(outcome, time.process_time() - began)


def _floor(
    town: Malang,
    bases: np.ndarray[tuple[int, ...], np.dtype[np.float64]],
    calls: list[Call],
    target_s: float,
) -> float:
    """Per cent of P1 in time if every unit always stood idle at its base."""
    met = [
        float(town.drive_s(bases[:, 0], bases[:, 1], call.place).min()) + TURNOUT_S <= target_s
        for call in calls
        if call.urgent
    ]
    return 100 * float(np.mean(met))
