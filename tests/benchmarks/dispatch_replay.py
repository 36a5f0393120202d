"""How much of what closest-idle leaves on the table the product's own advice takes back: replayed
on a real log, its bases learnt from the first week, judged on the second.

The rules' numbers (gain, hole, the age limit of a job) were chosen on the first week only. What is
judged is asked through recorded input, as `command-center advice recommend` answers it; the
frontier and the other seeds ask `recommend` itself.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from command_center.advice.recommend.coverage import Anchor
from command_center.advice.recommend.question import Rules
from tests.benchmarks.city_day import TURNOUT_S, Call, CityDay, ClosestIdle, Outcome
from tests.benchmarks.dispatch_policy import Anchors, Recommended
from tests.benchmarks.dispatch_recorded import Recorded, differing_from_program
from tests.benchmarks.figure import Better, Figure
from tests.benchmarks.sf_log import LOG, Plane, bases, leaving_anew, shares, weeks

BENCH = "dispatch"
TARGET_S, LOW_TARGET_S, LIMIT_S = 480.0, 1_200.0, 10_800.0
GAINS_S = (120.0, 180.0, 300.0, 420.0, 600.0)
SEEDS = range(2, 7)
DAY_S, DAYS, DRAWS = 86_400.0, 7, 2_000


@dataclass(frozen=True, slots=True)
class Goal:
    """What the issue asks of a fleet; None = nothing."""

    units: int
    gap: float
    low_loss: float | None
    pulls: float


GOALS = (Goal(36, 60.0, 2.0, 40.0), Goal(28, 55.0, None, 100.0))


@dataclass(frozen=True, slots=True)
class Trial:
    """Shares in per cent, each also by day (7,) as (met, all)."""

    p1: float
    low: float
    p1_days: NDArray[np.float64]
    low_days: NDArray[np.float64]
    pulls_a_day: float
    outcome: Outcome
    seconds: float


def dispatch_replay() -> Iterator[Figure]:
    if not LOG.is_file():
        sys.stderr.write(f"dispatch_replay: the log is not at {LOG}; left out\n")
        return
    learnt, judged = weeks(LOG)
    for goal in GOALS:
        yield from _fleet(goal, learnt, judged)


def _fleet(goal: Goal, learnt: list[Call], judged: list[Call]) -> Iterator[Figure]:
    points = bases(learnt, goal.units)
    weights = shares(learnt, points)
    anchors = Anchors(
        tuple(Anchor(str(at), "kota", float(weight)) for at, weight in enumerate(weights)), points
    )
    floor = _floor(points, judged)
    closest = _trial(CityDay(Plane(), points, judged, ClosestIdle()))
    name = f"replay_{goal.units}"
    yield _figure(f"{name}_floor_p1_8min", floor, "%", closest, "higher")
    yield _figure(f"{name}_closest_busy", closest.outcome.busy * 100, "%", closest, "lower")

    def played(gain_s: float, calls: list[Call]) -> Trial:
        policy = Recommended(Rules(gain_s=gain_s), TARGET_S, LOW_TARGET_S, LIMIT_S, True, anchors)
        return _trial(CityDay(Plane(), points, calls, policy))

    trials = []
    for suffix, leaving, wanted in (("", True, goal), ("_may_leave_off", False, None)):
        asked = Recorded(Rules(), TARGET_S, LOW_TARGET_S, LIMIT_S, leaving, anchors)
        trials.append(_trial(CityDay(Plane(), points, judged, asked)))
        yield from _judged(f"{name}{suffix}", trials[-1], closest, floor, wanted)
        yield from _recorded(f"{name}{suffix}", asked, trials[-1])
    usual = trials[0]
    others = [played(Rules().gain_s, leaving_anew(judged, seed)) for seed in SEEDS]
    gaps = [_gap(trial.p1, closest.p1, floor) for trial in others]
    yield _figure(f"{name}_gap_closed_other_seeds", float(np.mean(gaps)), "%", others[0], "higher")
    yield _figure(f"{name}_gap_closed_worst_seed", min(gaps), "%", others[0], "higher")
    for gain_s in GAINS_S:
        trial = usual if gain_s == Rules().gain_s else played(gain_s, judged)
        at = f"{name}_gain_{gain_s:.0f}s"
        yield _figure(f"{at}_gap_closed", _gap(trial.p1, closest.p1, floor), "%", trial, "higher")
        yield _figure(f"{at}_pulls_a_day", trial.pulls_a_day, "/day", trial, "lower")
        yield _figure(f"{at}_low_loss", closest.low - trial.low, "points", trial, "lower")


def _recorded(name: str, asked: Recorded, trial: Trial) -> Iterator[Figure]:
    """Whether what was written down is answered as what was asked, and by the program itself."""
    other, told = float(asked.differing), float(differing_from_program(asked.kept))
    yield _figure(f"{name}_questions", float(asked.asked), "questions", trial, "higher")
    yield _figure(f"{name}_other_first_card", other, "questions", trial, "lower", target=0.0)
    yield _figure(
        f"{name}_other_bytes_of_{len(asked.kept)}", told, "documents", trial, "lower", target=0.0
    )


def _judged(
    name: str, trial: Trial, closest: Trial, floor: float, goal: Goal | None
) -> Iterator[Figure]:
    gap = _gap(trial.p1, closest.p1, floor)
    yield _figure(
        f"{name}_gap_closed", gap, "%", trial, "higher", target=goal.gap if goal else None
    )
    low, high = _interval(trial, closest, floor)
    yield _figure(f"{name}_gap_closed_low95", low, "%", trial, "higher")
    yield _figure(f"{name}_gap_closed_high95", high, "%", trial, "higher")
    yield _figure(f"{name}_p1_8min", trial.p1, "%", trial, "higher", baseline=closest.p1)
    p1_mean, was = (_mean_s(one.outcome, urgent=True) for one in (trial, closest))
    yield _figure(f"{name}_p1_mean", p1_mean, "s", trial, "lower", baseline=was)
    loss = closest.low - trial.low
    target = goal.low_loss if goal else None
    yield _figure(f"{name}_low_loss", loss, "points", trial, "lower", target=target)
    yield _figure(f"{name}_low_loss_high95", _loss_high(trial, closest), "points", trial, "lower")
    low_mean, was = (_mean_s(one.outcome, urgent=False) for one in (trial, closest))
    yield _figure(f"{name}_low_mean", low_mean, "s", trial, "lower", baseline=was)
    pulls = goal.pulls if goal else None
    yield _figure(f"{name}_pulls_a_day", trial.pulls_a_day, "/day", trial, "lower", target=pulls)
    most = float(trial.outcome.most_pulls)
    yield _figure(f"{name}_most_pulls_of_one_job", most, "pulls", trial, "lower")


def _trial(city: CityDay) -> Trial:
    began = time.process_time()
    outcome = city.run()
    in_time = {
        True: outcome.waits_s[outcome.urgent] <= TARGET_S,
        False: outcome.waits_s[~outcome.urgent] <= LOW_TARGET_S,
    }
    days = (outcome.at_s // DAY_S).astype(int)
    return Trial(
        p1=100 * float(in_time[True].mean()),
        low=100 * float(in_time[False].mean()),
        p1_days=_by_day(days[outcome.urgent], in_time[True]),
        low_days=_by_day(days[~outcome.urgent], in_time[False]),
        pulls_a_day=len(outcome.pulls_at_s) / DAYS,
        outcome=outcome,
        seconds=time.process_time() - began,
    )


def _by_day(days: NDArray[np.int64], met: NDArray[np.bool_]) -> NDArray[np.float64]:
    met_days = np.bincount(days, met, minlength=DAYS)
    return np.stack([met_days, np.bincount(days, minlength=DAYS).astype(float)])


def _mean_s(outcome: Outcome, *, urgent: bool) -> float:
    return float(outcome.waits_s[outcome.urgent == urgent].mean())


def _floor(points: NDArray[np.float64], calls: Sequence[Call]) -> float:
    """Per cent of P1 in time if every unit always stood idle at its base."""
    town = Plane()
    nearest = [
        float(town.drive_s(points[:, 0], points[:, 1], call.place).min()) + TURNOUT_S
        for call in calls
        if call.urgent
    ]
    return 100 * float((np.array(nearest) <= TARGET_S).mean())


def _gap(share: float, closest: float, floor: float) -> float:
    return 100 * (share - closest) / (floor - closest)


def _drawn() -> NDArray[np.int64]:
    """Days drawn with replacement, the same for every trial: paired."""
    return np.random.default_rng(7).integers(0, DAYS, (DRAWS, DAYS))


def _shares(days: NDArray[np.float64]) -> NDArray[np.float64]:
    drawn = days[:, _drawn()].sum(axis=2)
    share: NDArray[np.float64] = 100 * drawn[0] / drawn[1]
    return share


def _interval(trial: Trial, closest: Trial, floor: float) -> tuple[float, float]:
    """The middle 95 % of the gap closed over draws of days."""
    were = _shares(closest.p1_days)
    gaps = 100 * (_shares(trial.p1_days) - were) / (floor - were)
    low, high = np.quantile(gaps, [0.025, 0.975])
    return float(low), float(high)


def _loss_high(trial: Trial, closest: Trial) -> float:
    return float(np.quantile(_shares(closest.low_days) - _shares(trial.low_days), 0.975))


def _figure(
    figure: str,
    value: float,
    unit: str,
    trial: Trial,
    better: Better,
    *,
    baseline: float | None = None,
    target: float | None = None,
) -> Figure:
    return Figure(
        BENCH,
        figure,
        value,
        unit,
        better,
        n=len(trial.outcome.waits_s),
        seconds=trial.seconds,
        baseline=baseline,
        target=target,
    )
