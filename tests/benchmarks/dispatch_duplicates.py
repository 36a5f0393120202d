"""Duplicates on days that are made up: how many are found, how many incidents they hide, how often
a person is asked, and how fast, beside the usual rule "same category, 400 m, 60 minutes"."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace

from command_center.advice.duplicates.book import book
from command_center.advice.duplicates.cards import OpenCards
from command_center.advice.duplicates.reading import facts_of
from command_center.advice.duplicates.scorecard import Judged, Verdict, judge
from command_center.advice.duplicates.trial import Known, Operator, Scores, right, try_out
from command_center.geo.distance import distance_m
from tests.benchmarks.figure import Better, Figure
from tests.benchmarks.reports_generated import Day, Told, place_names, reports_of
from tests.benchmarks.reports_templates import VARIED

BENCH = "dispatch-duplicates"
SEEDS = (61, 62, 63)
"""Looked at once, after everything was chosen: whoever changes the scorecard takes fresh ones."""
WEEK = Day("foreign", 1_300, 120)
SURGE = Day("foreign", 1_600, 3)
"""Thirty reports a minute."""
TUNED, JUDGED = "tune", ("foreign", VARIED)
FRONTIER = ((0.6, -1.05), (1.2, -0.5), (1.2, -0.8), (1.2, -1.4), (1.8, -1.05))
"""Bars (attach, ask) beside the ones that are shipped."""
OPEN, TIMED = 1_000, 4_000
LEAST_RECALL, MOST_HIDDEN, MOST_ASKED, LEAST_RATE = 0.95, 0.01, 0.20, 5_000.0


def dispatch_duplicates() -> Iterator[Figure]:
    """Bars were chosen on one family; two others judge, and all three are printed."""
    for family in (*JUDGED, TUNED):
        days = [replace(WEEK, family=family, seed=seed) for seed in SEEDS]
        yield from _quality("" if family == JUDGED[0] else f" {family}", days, right)
    yield from _frontier()
    yield from _quality(" at 30 a minute", [SURGE], right)
    yield from _quality(" answers 90 % right", [replace(WEEK, seed=SEEDS[0])], _mistaken)
    noisy = [replace(WEEK, seed=SEEDS[0], noise=2.0)]
    yield from _quality(" slang and slips doubled", noisy, right)
    for family in (*JUDGED, TUNED):
        yield _hidden_p1(family)
    yield _rate()


def _mistaken(same: Sequence[bool]) -> Sequence[int]:
    """One key in ten is the wrong one."""
    return [at for at, fits in enumerate(same) if fits != (_DICE.random() < 0.1)]


_DICE = random.Random(20261122)


def known_of(told: Sequence[Told]) -> list[Known]:
    names = place_names()
    return [Known(facts_of(one.report, names), str(one.truth.id), one.grave) for one in told]


def _quality(name: str, days: Sequence[Day], operator: Operator) -> Iterator[Figure]:
    began = time.monotonic()
    table = book()
    runs, rules, count = [], [], 0
    for day in days:
        told = reports_of(day)
        known = known_of(told)
        count += len(told)
        runs.append(try_out(known, table, table.weights, operator).scores())
        rules.append(_by_rule(told, known))
    took = time.monotonic() - began

    def figure(what: str, better: Better, target: float | None) -> Figure:
        value, usual = _mean(runs, what), _mean(rules, what)
        label = f"{what}{name}"
        measured = Figure(BENCH, label, value, "share", better, count, took)
        return replace(measured, baseline=usual, target=target)

    promised = not name or name.strip() in JUDGED
    yield figure("recall", "higher", LEAST_RECALL if promised else None)
    yield figure("precision", "higher", None)
    yield figure("hidden", "lower", MOST_HIDDEN if promised else None)
    yield figure("asked", "lower", MOST_ASKED if promised or "minute" in name else None)


def _mean(scores: Sequence[Scores], what: str) -> float:
    return sum(float(getattr(one, what)) for one in scores) / len(scores)


def _by_rule(told: Sequence[Told], known: Sequence[Known]) -> Scores:
    """The nearest incident of the same category within 400 m whose last report is at most 60
    minutes old."""
    trial = try_out((), book(), book().weights)
    homes: dict[str, tuple[str, float, float, float]] = {}
    for one, fact in zip(told, known, strict=True):
        home = _nearest(one, fact, homes) or fact.facts.report_id
        lat, lon = one.report.lat, one.report.lon
        if lat is not None and lon is not None:
            homes[home] = (one.report.category, lat, lon, fact.facts.at_s)
        trial.put(fact, home)
    return trial.scores()


def _nearest(one: Told, fact: Known, homes: dict[str, tuple[str, float, float, float]]) -> str:
    if one.report.lat is None or one.report.lon is None:
        return ""
    found = [
        (distance_m(one.report.lat, one.report.lon, lat, lon), home)
        for home, (category, lat, lon, at_s) in homes.items()
        if category == one.report.category and fact.facts.at_s - at_s <= 3_600.0
    ]
    metres, home = min(found, default=(float("inf"), ""))
    return home if metres <= 400.0 else ""


def _frontier() -> Iterator[Figure]:
    """What other bars would make of one day of the first judge."""
    known, table = known_of(reports_of(replace(WEEK, seed=SEEDS[0]))), book()
    for attach, ask in FRONTIER:
        grave = max(attach, table.weights.attach_grave)
        bars = replace(table.weights, attach=attach, attach_grave=grave, ask=ask)
        began = time.monotonic()
        scores = try_out(known, table, bars).scores()
        took = time.monotonic() - began
        name = f"bars {attach:+.2f}/{ask:+.2f}: recall {scores.recall:.3f}"
        name += f", hidden {scores.hidden:.4f}, asked"
        yield Figure(BENCH, name, scores.asked, "share", "lower", len(known), took)


def _hidden_p1(family: str) -> Figure:
    """The gravest that disappear, in at least ten thousand reports of each family."""
    began, table = time.monotonic(), book()
    hidden = reports = 0
    for seed in (*SEEDS, 64):
        day = replace(WEEK, family=family, seed=seed)
        scores = try_out(known_of(reports_of(day)), table, table.weights).scores()
        hidden += scores.hidden_p1
        reports += scores.reports
    took = time.monotonic() - began
    label = f"hidden P1 {family}"
    return Figure(BENCH, label, float(hidden), "incidents", "lower", reports, took, target=0.0)


def _rate() -> Figure:
    """Reports a second from the text on, with a thousand open incidents; the best of three."""
    told = reports_of(replace(SURGE, incidents=2_400, hours=1.5))
    names, table = place_names(), book()
    best_s = float("inf")
    for _ in range(3):
        cards = OpenCards(table)
        for one in _apart(told)[:OPEN]:
            cards.take(one.report.id, facts_of(one.report, names))
        began = time.process_time()
        for one in told[:TIMED]:
            facts = facts_of(one.report, names)
            judged: Judged = judge(cards, facts, table.weights)
            if judged.verdict is Verdict.ATTACH:
                cards.take(judged.candidates[0].incident_id, facts)
        best_s = min(best_s, time.process_time() - began)
    count = min(TIMED, len(told))
    rate = count / best_s
    return Figure(BENCH, "reports", rate, "1/s", "higher", count, best_s, target=LEAST_RATE)


def _apart(told: Sequence[Told]) -> list[Told]:
    """One report of each incident."""
    return list({one.truth.id: one for one in told}.values())
