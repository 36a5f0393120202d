"""Early detection on a real stream with clusters put in, beside a count rule and one like EARS.

The room learns from fourteen days and is tried on the eleven that follow; how often it is wrong is
measured on the same days with the places shuffled, where every cluster is chance.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from command_center.advice.early_warning.calibrate import calibrated
from command_center.advice.early_warning.plan import Plan
from command_center.advice.early_warning.scale import Scale
from command_center.advice.early_warning.watch import Card, Watch
from command_center.advice.early_warning.zones import Zones
from tests.benchmarks.early_rules import Score, count_in_an_hour, ears_like, scores
from tests.benchmarks.early_stream import (
    DAY_S,
    LEARNT_DAYS,
    SOURCE,
    Shape,
    calls,
    cards,
    clusters,
    merged,
    plan,
    shuffled,
    zones,
)
from tests.benchmarks.figure import Better, Figure

SHUFFLES, ROUNDS = 8, 6
QUIET, MOST_AREAS = 5, 5
EPISODE_S = 6 * 3_600.0
ALLOWED = 0.2
MAIN = Shape(12, 6.0, 3)
OTHERS = {
    "8_in_2h_3_areas": Shape(8, 2.0, 3),
    "20_in_6h_5_areas": Shape(20, 6.0, 5),
    "6_in_2h_1_area": Shape(6, 2.0, 1),
    "30_in_24h_5_areas": Shape(30, 24.0, 5),
    "mixed_12_in_6h_3_areas": Shape(12, 6.0, 3, one_kind=False),
}
CPU_MS, REPORTS, FOUND = 0.3, 5.0, 0.9


@dataclass(frozen=True, slots=True)
class Ring:
    """Something was seen in these areas (none = everywhere) when this card came."""

    at_s: float
    card: str
    areas: frozenset[str]


@dataclass(frozen=True, slots=True)
class Seen:
    """Of the clusters that were put in: the share that was seen, and within five reports; for those
    that were seen, how many reports had come by then and the minutes since the first (medians)."""

    share: float
    by_five: float
    reports: float
    minutes: float
    tried: int


Rule = Callable[[Sequence[Card]], list[Ring]]


def operations_early() -> Iterator[Figure]:
    if not SOURCE.exists():
        print(f"no calls to try early detection on: {SOURCE.name} is not here", file=sys.stderr)
        return
    raw = calls()
    own, every = cards(merged(raw)), cards(raw)
    made, rules = zones(raw, plan().neighbours), plan()
    start_s = own[0].at_s + LEARNT_DAYS * DAY_S
    days = (own[-1].at_s - start_s) / DAY_S
    begun = time.perf_counter()
    used = time.process_time()
    scales = dict(calibrated(rules, made, own, start_s))
    used = time.process_time() - used
    yield Figure("operations", "early_calibration_cpu", used, "s", "lower", 1, used, None, 3.0)
    places = zones(raw, MOST_AREAS)
    bench = _Bench(rules, made, places, scales, start_s, days)
    yield from bench.false(own, every)
    yield from bench.clusters(own)
    yield bench.cpu(own)
    yield from bench.thinned(own[::QUIET]).quiet(own[::QUIET])
    took = time.perf_counter() - begun
    yield Figure("operations", "early_bench", took, "s", "lower", 1, took)


@dataclass
class _Bench:
    plan: Plan
    zones: Zones
    places: Zones
    scales: dict[str, Scale]
    start_s: float
    days: float

    def __post_init__(self) -> None:
        self.ears: Rule = lambda own: []
        self.count: Rule = lambda own: []

    # --- the rules -----------------------------------------------------------------------------

    def ours(self, own: Sequence[Card]) -> list[Ring]:
        watch, found = Watch(self.plan, self.zones, self.scales), []
        for card in own:
            if card.at_s < self.start_s:
                watch.learn(card)
                continue
            found += [Ring(one.at_s, card.id, frozenset(one.areas)) for one in watch.take(card)]
        return found

    def _threshold(self, chance: Sequence[Sequence[Card]], score: Score, by_kind: bool) -> Rule:
        """The score at which the rule is wrong as often as is allowed, at most."""
        scored = [(own, scores(own, score, by_kind)) for own in chance]
        highest = sorted({one for _, values in scored for one in values}, reverse=True)
        bar = highest[0] + 1.0
        for lower in highest:
            counts = [self._episodes(self._rings(own, v, lower)) for own, v in scored]
            if sum(counts) / len(counts) / self.days > ALLOWED:
                break
            bar = lower
        return lambda own: self._rings(own, scores(own, score, by_kind), bar)

    def _rings(self, own: Sequence[Card], values: Sequence[float], bar: float) -> list[Ring]:
        return [
            Ring(card.at_s, card.id, frozenset({card.area or ""}))
            for card, value in zip(own, values, strict=True)
            if value >= bar and card.at_s >= self.start_s
        ]

    def _episodes(self, rings: Sequence[Ring]) -> int:
        """Rings of overlapping areas within six hours are one."""
        open_: list[tuple[float, frozenset[str]]] = []
        count = 0
        for ring in rings:
            for n, (last_s, areas) in enumerate(open_):
                same = ring.areas & areas or not (ring.areas or areas)
                if ring.at_s - last_s <= EPISODE_S and same:
                    open_[n] = ring.at_s, areas | ring.areas
                    break
            else:
                open_.append((ring.at_s, ring.areas))
                count += 1
        return count

    # --- what is measured ----------------------------------------------------------------------

    def false(self, own: Sequence[Card], every: Sequence[Card]) -> Iterator[Figure]:
        begun = time.perf_counter()
        chance = [shuffled(own, seed) for seed in range(SHUFFLES)]
        ours = [self._episodes(self.ours(one)) for one in chance]
        self.ears = self._threshold(chance[:4], ears_like, by_kind=True)
        self.count = self._threshold(chance[:4], count_in_an_hour, by_kind=False)
        ears = [self._episodes(self.ears(one)) for one in chance[4:]]
        took = time.perf_counter() - begun
        n = round(SHUFFLES * self.days)
        yield Figure(
            "operations", "early_false_a_day", statistics.mean(ours) / self.days, "episodes",
            "lower", n, took, statistics.mean(ears) / self.days, ALLOWED,
        )  # fmt: skip
        real, unmerged = (self._episodes(self.ours(one)) / self.days for one in (own, every))
        yield Figure(
            "operations", "early_episodes_a_day_merged", real, "episodes", "lower",
            round(self.days), took, unmerged,
        )  # fmt: skip

    def clusters(self, own: Sequence[Card]) -> Iterator[Figure]:
        """The main shape beside both rules, the others beside the one like EARS."""
        begun = time.perf_counter()
        ours, ears = self._tried(own, MAIN, self.ours), self._tried(own, MAIN, self.ears)
        count = self._tried(own, MAIN, self.count)
        chance = self._tried(shuffled(own, 99), MAIN, self.ours)
        control = self._tried(own, MAIN, self.ours, put_in=False)
        took = time.perf_counter() - begun
        what: tuple[tuple[str, float, str, Better, float | None, float | None], ...] = (
            ("found", ours.share, "share", "higher", ears.share, FOUND),
            ("reports", ours.reports, "reports", "lower", ears.reports, REPORTS),
            ("found_by_five_reports", ours.by_five, "share", "higher", ears.by_five, None),
            ("delay", ours.minutes, "min", "lower", ears.minutes, None),
            ("found_by_count_rule", count.share, "share", "higher", None, None),
            ("found_in_shuffled", chance.share, "share", "higher", None, None),
            ("found_without_any", control.share, "share", "lower", None, None),
        )
        for name, value, unit, better, beside, target in what:
            full, n = f"early_{name}", ours.tried
            yield Figure("operations", full, value, unit, better, n, took, beside, target)
        for name, shape in OTHERS.items():
            begun = time.perf_counter()
            ours, ears = self._tried(own, shape, self.ours), self._tried(own, shape, self.ears)
            took = time.perf_counter() - begun
            yield Figure(
                "operations", f"early_found_{name}", ours.share, "share", "higher", ours.tried,
                took, ears.share,
            )  # fmt: skip
            yield Figure(
                "operations", f"early_reports_{name}", ours.reports, "reports", "lower",
                ours.tried, took, ears.reports,
            )  # fmt: skip

    def thinned(self, own: Sequence[Card]) -> _Bench:
        """A room that hears of less, as the first one may in its first weeks."""
        scales = dict(calibrated(self.plan, self.zones, own, self.start_s))
        return replace(self, scales=scales)

    def quiet(self, own: Sequence[Card]) -> Iterator[Figure]:
        begun = time.perf_counter()
        counts = [self._episodes(self.ours(shuffled(own, seed))) for seed in range(SHUFFLES)]
        seen = self._tried(own, MAIN, self.ours)
        false, took = statistics.mean(counts) / self.days, time.perf_counter() - begun
        for name, value, unit, target, n in (
            ("quiet_false_a_day", false, "episodes", ALLOWED, round(SHUFFLES * self.days)),
            ("quiet_reports", seen.reports, "reports", REPORTS, seen.tried),
        ):
            full = f"early_{name}"
            yield Figure("operations", full, value, unit, "lower", n, took, None, target)
        yield Figure(
            "operations", "early_quiet_found", seen.share, "share", "higher", seen.tried, took,
            None, FOUND,
        )  # fmt: skip

    def _tried(self, own: Sequence[Card], shape: Shape, rule: Rule, put_in: bool = True) -> Seen:
        """Each round has clusters of its own. Without putting them in: what is seen by chance where
        and when they would have been."""
        shares, reports, minutes = list[bool](), list[int](), list[float]()
        for seed in range(ROUNDS):
            new = list(clusters(own, self.places, shape, seed))
            more = [card for cluster in new for card in cluster] if put_in else []
            rings = rule(sorted([*own, *more], key=lambda card: (card.at_s, card.id)))
            for cluster in new:
                first = self._first(rings, cluster, put_in)
                shares.append(first is not None)
                if first is not None:
                    reports.append(sum(card.at_s <= first for card in cluster))
                    minutes.append((first - cluster[0].at_s) / 60)
        nothing = not reports
        return Seen(
            statistics.mean(shares),
            sum(count <= REPORTS for count in reports) / len(shares),
            0.0 if nothing else statistics.median(reports),
            0.0 if nothing else statistics.median(minutes),
            len(shares),
        )

    def _first(self, rings: Sequence[Ring], cluster: Sequence[Card], put_in: bool) -> float | None:
        """When one of its own reports rang, in an area of it."""
        areas = {card.area or "" for card in cluster}
        ids = {card.id for card in cluster}
        begin_s, end_s = cluster[0].at_s, cluster[-1].at_s
        for ring in rings:
            mine = ring.card in ids if put_in else begin_s <= ring.at_s <= end_s
            if mine and ring.areas & areas:
                return ring.at_s
        return None

    def cpu(self, own: Sequence[Card]) -> Figure:
        """Of a report, all its streams, what explains it included; the least of three rounds."""
        best, late = float("inf"), [card for card in own if card.at_s >= self.start_s]
        for _ in range(3):
            watch = Watch(self.plan, self.zones, self.scales)
            for card in own:
                if card.at_s < self.start_s:
                    watch.learn(card)
            begun = time.process_time()
            for card in late:
                watch.take(card)
            best = min(best, (time.process_time() - begun) / len(late))
        return Figure(
            "operations", "early_cpu_a_report", best * 1e3, "ms", "lower", len(late), best, None,
            CPU_MS,
        )  # fmt: skip
