"""How true the board is on a simulated busy day: unit-minutes whose shown status is not what the
unit really did, with radio only and with positions; beside them the same day at a desk that has
nothing but the radio: no suggestions, no alarms, no repeats.

What the units do and what they keep to themselves is command_center/exercise/city/habits.py; only
one of its figures is measured, the others are our assumptions. Each wrong pair "shown -> true" is a
figure of its own, so that what is missed can be seen.

Two figures beside it, and neither is the one that is judged: `wrong_share_with_suggestions` counts
a suggestion the row shows as what the row says, and `calls` (all that is asked of the desk:
`prompts`) is what the truth costs the air. Days share nothing and are played in as many processes
as there are cores.

usage of one day alone: python -m tests.benchmarks.dispatch_truth KIND HOURS SEED
"""

from __future__ import annotations

import os
import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from command_center.domain.unit import UnitStatus
from tests.benchmarks.board_day import UNITS, Kind, Played, a_day
from tests.benchmarks.figure import Figure

BENCH = "dispatch_truth"
HOURS, PER_HOUR, SEEDS = 10.0, 200 / 24, (1, 2)
"""The first breaks of a shift begin after three hours and a half: a shorter day has too few."""
BARE = Kind("radio_bare", gps=False, helped=False)
RADIO = Kind("radio", gps=False, helped=True)
GPS = Kind("gps", gps=True, helped=True)
TARGET = {RADIO.name: 0.02, GPS.name: 0.005}
ON_SCENE = 0.97
PAIRS = 6


Days = dict[Kind, list[tuple[Played, float]]]
"""With how long each took to play, s."""


def played(kind: Kind, hours: float, seed: int) -> Played:
    with a_day(kind, seed) as day:
        return day.play(hours, round(hours * PER_HOUR))


def _timed(kind: Kind, hours: float, seed: int) -> tuple[Played, float]:
    began = time.monotonic()
    return played(kind, hours, seed), time.monotonic() - began


def _played_days(hours: float, seeds: tuple[int, ...]) -> Days:
    """The longest ones first."""
    own_process = get_context("spawn")
    with ProcessPoolExecutor(os.cpu_count(), own_process) as pool:
        jobs = {
            kind: [pool.submit(_timed, kind, hours, seed) for seed in seeds]
            for kind in (GPS, RADIO, BARE)
        }
        return {kind: [job.result() for job in asked] for kind, asked in jobs.items()}


class _Sum:
    """The days of one kind put together."""

    def __init__(self, days: list[Played], unit_hours: float) -> None:
        self.pairs: defaultdict[tuple[UnitStatus, UnitStatus], float] = defaultdict(float)
        for day in days:
            for pair, seconds in day.truth.tally.seconds.items():
                self.pairs[pair] += seconds
        self.watched_s = sum(self.pairs.values())
        self.wrong = {pair: s for pair, s in self.pairs.items() if pair[0] is not pair[1]}
        self.busy_s = sum(day.busy_s for day in days)
        self.busy_wrong_s = sum(day.busy_wrong_s for day in days)
        self.been = sum(day.been for day in days)
        self.timed = sum(day.timed for day in days)
        self.off_s = [abs(s) for day in days for s in day.off_s]
        read = [day.read.tally for day in days]
        self.read_share = sum(one.wrong_s for one in read) / sum(one.watched_s for one in read)
        self.calls = sum(day.done.get("ask", 0) for day in days) / unit_hours
        self.asked = sum(sum(day.done.values()) for day in days) / unit_hours

    @property
    def wrong_share(self) -> float:
        return sum(self.wrong.values()) / self.watched_s

    @property
    def breaks_share(self) -> float:
        rest = UnitStatus.BREAK
        return sum(s for pair, s in self.wrong.items() if rest in pair) / self.watched_s


def dispatch_truth(hours: float = HOURS, seeds: tuple[int, ...] = SEEDS) -> Iterator[Figure]:
    days = _played_days(hours, seeds)
    bare: _Sum | None = None
    for kind in (BARE, RADIO, GPS):
        found = _Sum([day for day, _ in days[kind]], hours * UNITS * len(seeds))
        bare = bare or found
        yield from _figures(kind, found, bare, sum(seconds for _, seconds in days[kind]))


def _figures(kind: Kind, found: _Sum, bare: _Sum, seconds: float) -> Iterator[Figure]:
    minutes = round(found.watched_s / 60)
    for name, value, base, target in (
        ("wrong_share", found.wrong_share, bare.wrong_share, TARGET.get(kind.name)),
        ("wrong_share_of_breaks", found.breaks_share, bare.breaks_share, None),
        ("wrong_share_of_units_at_work", found.busy_wrong_s / found.busy_s,
         bare.busy_wrong_s / bare.busy_s, None),
        ("wrong_share_with_suggestions", found.read_share, bare.read_share, None),
    ):  # fmt: skip
        yield Figure(BENCH, f"{kind.name}_{name}", value, "share", "lower", minutes, seconds,
                     baseline=None if found is bare else base, target=target)  # fmt: skip
    for name, value in (("calls", found.calls), ("prompts", found.asked)):
        yield Figure(BENCH, f"{kind.name}_{name}", value, "1/unit-hour", "lower", minutes, seconds)
    there = None if found is bare else bare.timed / bare.been
    goal = None if found is bare else ON_SCENE
    yield Figure(BENCH, f"{kind.name}_on_scene_time_present", found.timed / found.been, "share",
                 "higher", found.been, seconds, baseline=there, target=goal)  # fmt: skip
    yield Figure(BENCH, f"{kind.name}_on_scene_time_off_p50", statistics.median(found.off_s), "s",
                 "lower", found.timed, seconds)  # fmt: skip
    worst = sorted(found.wrong.items(), key=lambda row: (-row[1], row[0]))[:PAIRS]
    for (shown, true), wrong_s in worst:
        yield Figure(BENCH, f"{kind.name}: {shown.value} -> {true.value}",
                     wrong_s / found.watched_s, "share", "lower", minutes, seconds)  # fmt: skip


def main() -> int:
    kinds = {kind.name: kind for kind in (BARE, RADIO, GPS)}
    name, hours, seed = sys.argv[1], float(sys.argv[2]), int(sys.argv[3])
    one = _Sum([played(kinds[name], hours, seed)], hours * UNITS)
    for figure in _figures(kinds[name], one, one, 0.0):
        print(figure.line())
    return 0


if __name__ == "__main__":
    sys.exit(main())
