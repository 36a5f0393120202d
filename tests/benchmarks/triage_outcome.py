"""What a table of points makes of a real log: did the ambulance leave with lights and siren?

San Francisco fire calls of two weeks in April 2020, one week to learn a table from and the other
to try it on, both ways. The truth is a transport "Code 3" of any unit of the call.
"""

from __future__ import annotations

import csv
import math
import re
import time
from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.stats import rankdata

from command_center.advice.categories import OTHER
from command_center.advice.triage import Row, Table, When, said, suggest
from command_center.advice.triage.table import POINTS, Negation
from tests.benchmarks.figure import Figure

LOG = Path(__file__).resolve().parents[3] / "shared/data/incidents/sf_fire/sffd_jnhamid_2020.csv"
NAME = "dispatch_triage"
TIME_FORMAT = "%m/%d/%Y %I:%M:%S %p"
SECOND_WEEK = datetime(2020, 4, 14)  # noqa: DTZ001 - the log's own local time
TARGET, ALLOWED, RESAMPLES = 0.73, 0.02, 1_000
SCALE = 2.0
"""Points per unit of log-odds, as small whole numbers as the shipped table has."""
PRIOR_KIND, PRIOR_PLACE = 10.0, 20.0
"""Calls as if seen before, of the usual share: a rare kind does not get a loud row."""
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
Key = Callable[["Call"], Hashable]


@dataclass(frozen=True, slots=True)
class Call:
    """`kind` is the call type with the priority the caller's answers gave it; `place` a word."""

    at: datetime
    kind: str
    hour: int
    place: str
    urgent: bool


def calls_of(path: Path) -> list[Call]:
    """One for each call number, as it was first received; oldest first."""
    rows: dict[str, list[dict[str, str]]] = {}
    with path.open(newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            rows.setdefault(row["Call Number"], []).append(row)
    made = [_call(of_call) for of_call in rows.values()]
    return sorted(made, key=lambda call: call.at)


def _call(rows: list[dict[str, str]]) -> Call:
    first = min(rows, key=lambda row: int(row["Unit sequence in call dispatch"] or 99))
    at = datetime.strptime(first["Received DtTm"], TIME_FORMAT)  # noqa: DTZ007
    kind = re.sub(r"[^a-z0-9]+", "-", f"{first['Call Type']} {first['Original Priority']}".lower())
    place = re.sub(r"\W", "", first["Neighborhooods - Analysis Boundaries"]).casefold() or "none"
    urgent = any(row["Call Final Disposition"] == "Code 3 Transport" for row in rows)
    return Call(at, kind[:40].strip("-"), at.hour, place, urgent)


def learnt_table(calls: Sequence[Call], *, places: bool) -> Table:
    """A row for each kind of call and, with `places`, one for each neighbourhood's name: its
    log-odds against the usual share, in whole points."""
    share = sum(call.urgent for call in calls) / len(calls)
    points = _points(calls, lambda call: call.kind, [share] * len(calls), PRIOR_KIND * share)
    rows = [
        Row(f"kind-{at}", When.CATEGORY, (kind,), won, kind, kind)
        for at, (kind, won) in enumerate(sorted(points.items()))
    ]
    rows.append(Row("other", When.CATEGORY, (OTHER,), 0, "lain", "other"))
    if not places:
        return Table(tuple(rows))
    odds = math.log(share / (1 - share))
    expected = [1 / (1 + math.exp(-(odds + points[call.kind] / SCALE))) for call in calls]
    won = _points(calls, lambda call: call.place, expected, PRIOR_PLACE * share)
    rows += [
        Row(f"place-{at}", When.WORD, (place,), extra, place, place)
        for at, (place, extra) in enumerate(sorted(won.items()))
    ]
    return Table(tuple(rows), Negation(own=frozenset(won)))


def _points(
    calls: Sequence[Call], key: Callable[[Call], str], expected: Sequence[float], prior: float
) -> dict[str, int]:
    seen, foreseen = Counter[str](), dict[str, float]()
    for call, chance in zip(calls, expected, strict=True):
        name = key(call)
        seen[name] += call.urgent
        foreseen[name] = foreseen.get(name, 0.0) + chance
    least, most = POINTS
    return {
        name: max(least, min(most, round(SCALE * math.log((seen[name] + prior) / (n + prior)))))
        for name, n in foreseen.items()
    }


def scored(table: Table, calls: Sequence[Call]) -> Floats:
    """The product's own points of each call."""
    return np.array([suggest(said(c.kind, c.place), table).points for c in calls], dtype=float)


def logistic(train: Sequence[Call], test: Sequence[Call], *, ridge: float = 1.0) -> Floats:
    """Call kind, hour and neighbourhood as flags; iteratively reweighted least squares."""
    keys: tuple[Key, ...] = (lambda c: c.kind, lambda c: c.hour, lambda c: c.place)
    columns: dict[Hashable, int] = {}
    for call in train:
        for which, key in enumerate(keys):
            columns.setdefault((which, key(call)), len(columns))
    x, y = _flags(train, keys, columns), np.array([c.urgent for c in train], dtype=float)
    weights = np.zeros(x.shape[1])
    penalty = np.append(np.full(len(columns), ridge), 1e-9)
    for _ in range(40):
        chance = 1 / (1 + np.exp(-x @ weights))
        slope = x.T @ (chance - y) + penalty * weights
        bend = (x.T * (chance * (1 - chance))) @ x + np.diag(penalty)
        step = np.linalg.solve(bend, slope)
        weights -= step
        if np.abs(step).max() < 1e-8:
            break
    result: Floats = _flags(test, keys, columns) @ weights
    return result


def _flags(calls: Sequence[Call], keys: Sequence[Key], columns: dict[Hashable, int]) -> Floats:
    x = np.zeros((len(calls), len(columns) + 1))
    x[:, -1] = 1
    for at, call in enumerate(calls):
        for which, key in enumerate(keys):
            column = columns.get((which, key(call)))
            if column is not None:
                x[at, column] = 1
    return x


def auc(scores: Floats, urgent: Flags) -> float:
    """How often an urgent call scores above another; ties count half."""
    ranks = rankdata(scores)
    hits, others = int(urgent.sum()), int((~urgent).sum())
    return float((ranks[urgent].sum() - hits * (hits + 1) / 2) / (hits * others))


def interval(scores: Sequence[Floats], urgent: Flags) -> list[tuple[float, float]]:
    """95 % of the resampled AUC of each of `scores`, then of the first less the last."""
    draw = np.random.default_rng(6)
    seen = []
    for _ in range(RESAMPLES):
        at = draw.integers(0, len(urgent), len(urgent))
        found = [auc(each[at], urgent[at]) for each in scores]
        seen.append([*found, found[0] - found[-1]])
    low, high = np.percentile(np.array(seen), [2.5, 97.5], axis=0)
    return list(zip(low.tolist(), high.tolist(), strict=True))


def outcome_figures() -> Iterator[Figure]:
    """Nothing where the log is not at hand."""
    if not LOG.exists():
        return
    begun = time.monotonic()
    calls = calls_of(LOG)
    first = [call for call in calls if call.at < SECOND_WEEK]
    second = [call for call in calls if call.at >= SECOND_WEEK]
    reached: dict[bool, list[float]] = {True: [], False: []}
    for train, test, which in ((first, second, "1->2"), (second, first, "2->1")):
        urgent = np.array([call.urgent for call in test])
        model = logistic(train, test)
        beside = auc(model, urgent)
        for places in (True, False):
            points = scored(learnt_table(train, places=places), test)
            found = auc(points, urgent)
            reached[places].append(found)
            ((low, high), _, (worse, better)) = interval((points, model), urgent)
            what = "kinds and places" if places else "kinds only"
            name = f"AUC {what}, week {which} (95 % {low:.3f}..{high:.3f})"
            yield _figure(name, found, begun, len(test), beside, None)
            name = f"{what} less logistic, week {which} (95 % {worse:+.3f}..{better:+.3f})"
            yield _figure(name, found - beside, begun, len(test), None, -ALLOWED)
    for places, both in reached.items():
        what = "kinds and places" if places else "kinds only"
        yield _figure(f"mean AUC {what}", sum(both) / 2, begun, len(calls), None, TARGET)


def _figure(
    name: str, value: float, begun: float, n: int, beside: float | None, target: float | None
) -> Figure:
    seconds = time.monotonic() - begun
    return Figure(NAME, name, value, "AUC", "higher", n, seconds, beside, target)
