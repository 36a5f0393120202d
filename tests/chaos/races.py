"""Several dispatchers order one unit at the same moment, each to an incident of its own.

usage: python -m tests.chaos.races sqlite|postgresql|URL [--rounds N] [--seed S]
"""

from __future__ import annotations

import argparse
import multiprocessing
import random
import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from multiprocessing.process import BaseProcess
from multiprocessing.queues import SimpleQueue
from multiprocessing.synchronize import Barrier
from typing import Any

from command_center.commands.dispatch import OrderUnits, ReleaseUnit
from command_center.commands.executor import WriteLane
from command_center.domain.errors import Conflict, OperatorError
from command_center.storage.engine import open_engine
from command_center.storage.link import Link
from command_center.storage.storage import SqlStorage
from tests.benchmarks.lateness import rank
from tests.chaos.cast import WAIT_S, Cast, city, found, lane
from tests.chaos.checker import Told, Verdict, check, numbers, say
from tests.chaos.kills import room_url

DISPATCHERS = 4
ROUND_S = 60.0
_HELD = "SELECT order_id FROM assignment WHERE unit_id = ? AND closed_at IS NULL"
_TOLD = ("tried", "acked", "refused")


@dataclass(slots=True)
class Ran:
    """What one dispatcher saw; `won` by round: the order it was told is stored. The referee also
    counts rounds that did not end with exactly one order which somebody was told of."""

    told: Told = field(default_factory=Told)
    won: dict[int, str] = field(default_factory=dict)
    codes: Counter[str] = field(default_factory=Counter)
    held: dict[int, list[str]] = field(default_factory=dict)
    ms: list[float] = field(default_factory=list)


@dataclass(slots=True)
class Dispatcher:
    """The last one sends what the first one sends: the same command under the same op_id."""

    url: str
    cast: Cast
    number: int
    start: Barrier
    seed: int

    def run(self, rounds: int) -> Ran:
        ran, storage = Ran(), SqlStorage(open_engine(self.url), lambda: None)
        work = lane(storage, self.cast, f"WS{self.number}")
        link = Link(open_engine(self.url))
        twin = self.number % (DISPATCHERS - 1)
        try:
            for turn in range(rounds):
                op_id = f"{self.seed}-{turn}-{twin}"
                order = OrderUnits(
                    self.cast.incidents[twin], self.cast.units[:1], op_id, holders=("",)
                )
                self.start.wait(ROUND_S)
                self._order(work, turn, order, op_id, ran)
                self.start.wait(ROUND_S)
                if self.number == 0:
                    held = link.all(_HELD, (self.cast.units[0],))
                    ran.held[turn] = [str(row[0]) for row in held]
                    self._release(work, f"{self.seed}-{turn}-over", ran)
        finally:
            work.close()
            storage.close()
            link.close()
        return ran

    def _order(self, work: WriteLane, turn: int, order: Any, op_id: str, ran: Ran) -> None:
        ran.told.tried.add(op_id)
        begun = time.perf_counter()
        try:
            outcome = work.submit(order, op_id=op_id).result(WAIT_S)
        except (OperatorError, Conflict) as error:
            ran.codes[error.code] += 1
        else:
            ran.told.acked.add(op_id)
            ran.won[turn] = str(outcome.result["order_id"])
        ran.ms.append((time.perf_counter() - begun) * 1000)

    def _release(self, work: WriteLane, op_id: str, ran: Ran) -> None:
        ran.told.tried.add(op_id)
        work.submit(ReleaseUnit(self.cast.units[0]), op_id=op_id).result(WAIT_S)
        ran.told.acked.add(op_id)


@dataclass(frozen=True, slots=True)
class Raced:
    """`unclear`: rounds that ended with no order, two, or one that nobody was told of."""

    verdict: Verdict
    rounds: int
    unclear: int


def race(url: str, rounds: int, seed: int) -> Raced:
    """Race in as many processes, print the line of the run."""
    start, cast = time.monotonic(), found(url)
    city()  # warm before the fork
    context = multiprocessing.get_context("fork")
    barrier = context.Barrier(DISPATCHERS)
    results: SimpleQueue[Ran] = context.SimpleQueue()
    dispatchers = [Dispatcher(url, cast, n, barrier, seed) for n in range(DISPATCHERS)]
    racers = [
        context.Process(target=lambda d=each: results.put(d.run(rounds)), daemon=True)
        for each in dispatchers
    ]
    for racer in racers:
        racer.start()
    try:
        rans = [_next(results, racers) for _ in racers]
    finally:
        for racer in racers:
            racer.kill()
            racer.join()
    return _judge(url, cast, rans, seed, time.monotonic() - start)


def _next(results: SimpleQueue[Ran], racers: Sequence[BaseProcess]) -> Ran:
    while results.empty():
        assert not any(racer.exitcode for racer in racers), "a dispatcher failed"
        time.sleep(0.05)
    return results.get()


def _judge(url: str, cast: Cast, rans: list[Ran], seed: int, seconds: float) -> Raced:
    held = next(ran.held for ran in rans if ran.held)
    told = Told(*(set().union(*(getattr(ran.told, name) for ran in rans)) for name in _TOLD))
    won = {turn: {ran.won[turn] for ran in rans if turn in ran.won} for turn in held}
    unclear = sum(len(orders) != 1 or orders[0] not in won[turn] for turn, orders in held.items())
    codes = sum((ran.codes for ran in rans), Counter[str]())
    late = sorted(ms for ran in rans for ms in ran.ms)
    verdict = check(url, cast, told)
    say(f"races_{url.partition(':')[0]}", seed, rounds=len(held), dispatchers=DISPATCHERS,
        unclear=unclear, codes=dict(codes), p50_ms=round(rank(late, 0.5), 1),
        p99_ms=round(rank(late, 0.99), 1), seconds=round(seconds, 1), clean=verdict.clean,
        **numbers(verdict),
    )  # fmt: skip
    return Raced(verdict, len(held), unclear)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("database")
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--seed", type=int, default=random.randrange(1_000_000))
    given = parser.parse_args()
    with room_url(given.database) as url:
        raced = race(url, given.rounds, given.seed)
    return 0 if raced.verdict.clean and not raced.unclear else 1


if __name__ == "__main__":
    sys.exit(main())
