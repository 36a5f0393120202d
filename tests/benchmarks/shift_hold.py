"""What it costs a command that it holds the row of its shift (FOR SHARE) until it is stored.

Orders through write lanes to PostgreSQL: one seat after another order, and four seats at once in
one room, whose shift all four hold. Rounds alternate between lanes as they are and lanes that read
the row and hold nothing (`hold` is `find`, the baseline), each on a copy of the same database.
SQLite holds no row: its writer has the file. Beside it the statement by itself, held and free in
turns, in transactions that have written already: what is left of it on a machine that is busy with
other things.
"""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager, nullcontext
from itertools import chain
from typing import Any
from unittest.mock import patch

from command_center.bootstrap.room import OpenedRoom
from command_center.commands.dispatch import OrderUnits
from command_center.storage.database import open_database
from command_center.storage.link import Link
from command_center.storage.statements import HOLD
from command_center.storage.unit_of_work import SqlTransaction
from tests.benchmarks.databases import Maker, databases
from tests.benchmarks.executor_rate import one_at_a_time, opened, orders
from tests.benchmarks.figure import Figure
from tests.benchmarks.town import seed

BENCH = "shift"
ROUNDS, PER_ROUND, SEATS = 10, 100, 4
TOTAL, LEAST, ASKED = ROUNDS * PER_ROUND, 0.9, 1_000
Part = Sequence[OrderUnits]


@contextmanager
def holding_nothing() -> Iterator[None]:
    def hold(work: Any, kind: type[Any], /, *, alone: bool, **equal: object) -> list[Any]:
        return list(work.find(kind, **equal))

    with patch.object(SqlTransaction, "hold", hold):
        yield


def by_one(rooms: Sequence[OpenedRoom], part: Part) -> None:
    one_at_a_time(rooms[0], part)


def by_four(rooms: Sequence[OpenedRoom], part: Part) -> None:
    with ThreadPoolExecutor(SEATS) as pool:
        shares = [part[at::SEATS] for at in range(SEATS)]
        for _ in pool.map(one_at_a_time, rooms, shares):
            pass


def shift_hold() -> Iterator[Figure]:
    with databases("postgresql") as maker:
        if maker is None:
            return
        yield from _statement(maker)
        for name, seats, work in (("one_seat", 1, by_one), ("four_seats", SEATS, by_four)):
            yield from _measured(maker, name, seats, work)


def _statement(maker: Maker) -> Iterator[Figure]:
    url = maker.new("statement")
    with opened(url):
        """Founded: there is a shift."""
    database, begun = open_database(url), time.perf_counter()
    link = Link(database.engine)
    took: dict[str, list[float]] = {HOLD[False]: [], "": []}
    for _ in range(ASKED):
        for held, into in took.items():
            with link.transaction(link.dialect.begin_write):
                link.run("SELECT pg_current_xact_id()")
                at = time.perf_counter()
                link.all(f"SELECT * FROM shift WHERE ends_at IS NULL{held}")
                into.append(1_000 * (time.perf_counter() - at))
    link.close()
    database.close()
    held_ms, free_ms = (statistics.median(each) for each in took.values())
    seconds = time.perf_counter() - begun
    yield Figure(BENCH, "shift_held_statement", held_ms, "ms", "lower", ASKED, seconds, free_ms)


def _measured(
    maker: Maker, name: str, seats: int, work: Callable[[Sequence[OpenedRoom], Part], None]
) -> Iterator[Figure]:
    begun = time.perf_counter()
    url = maker.new(f"seeded_{name}")
    seed(url, TOTAL, TOTAL)
    urls = [maker.copy(url, f"{name}_{how}") for how in ("held", "free")]
    rates: list[list[float]] = [[], []]
    with ExitStack() as stack:
        rooms = [[stack.enter_context(opened(one)) for _ in range(seats)] for one in urls]
        commands = orders(rooms[0][0])
        for first in range(0, TOTAL, PER_ROUND):
            part = commands[first : first + PER_ROUND]
            for at, how in ((0, nullcontext), (1, holding_nothing)):
                with how():
                    start = time.perf_counter()
                    work(rooms[at], part)
                    rates[at].append(PER_ROUND / (time.perf_counter() - start))
    held, free = (statistics.median(each) for each in rates)
    took = time.perf_counter() - begun
    yield Figure(BENCH, f"shift_held_{name}_per_s", held, "1/s", "higher", TOTAL, took, free,
                 LEAST, by_ratio=True)  # fmt: skip
    spread = (max(each) - min(each) for each in rates)
    widest = max(chain(spread)) / free
    yield Figure(BENCH, f"shift_held_{name}_spread", widest, "of rate", "lower", ROUNDS, took)
    yield Figure(BENCH, f"shift_held_{name}_load", os.getloadavg()[0], "load", "lower", 1, took)
