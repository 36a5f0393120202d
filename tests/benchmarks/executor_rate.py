"""Commands a second through the write lane, beside the driver running the same statements.

One commit orders one unit. A first lane runs them and every statement is written down with its
parameters; then rounds alternate between the bare driver, given what was written down, and a
lane that does the work, each on a copy of the same database.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

from command_center.bootstrap.room import OpenedRoom, RoomPlan, open_room
from command_center.commands.dispatch import OrderUnits
from command_center.runtime.clock import LiveClock
from command_center.storage.database import open_database
from command_center.storage.link import Link
from tests.benchmarks.databases import ENGINES, Maker, databases
from tests.benchmarks.figure import Figure
from tests.benchmarks.town import seed

ROUNDS, PER_ROUND = 7, 100
TOTAL = ROUNDS * PER_ROUND
WAIT_S = 60.0
TARGET = 0.5
Statement = tuple[str, Sequence[Any]]


@contextmanager
def written_down(into: list[Statement]) -> Iterator[None]:
    """Keeps what any link executes, one by one or in one message."""
    run, asked = Link.run, Link._asked

    def keep(link: Link, sql: str, parameters: Sequence[Any] = ()) -> Any:
        if not link._waiting:
            into.append((sql, tuple(parameters)))
        return run(link, sql, parameters)

    def keep_all(link: Link, calls: Sequence[Statement]) -> list[Any]:
        into.extend((sql, tuple(parameters)) for sql, parameters in [*link._waiting, *calls])
        return asked(link, calls)

    with patch.object(Link, "run", keep), patch.object(Link, "_asked", keep_all):
        yield


@contextmanager
def opened(url: str) -> Iterator[OpenedRoom]:
    room = open_room(url, LiveClock(), RoomPlan())
    try:
        yield room
    finally:
        room.close()


def orders(room: OpenedRoom) -> list[OrderUnits]:
    """Each unit to an incident of its own."""
    rows = room.database.feed.snapshot(room.clock.now()).rows
    pairs = zip(rows["incident"], rows["unit"], strict=False)
    return [OrderUnits(i["id"], (u["id"],), "Meluncur") for i, u in pairs]


def one_at_a_time(room: OpenedRoom, commands: Sequence[OrderUnits]) -> None:
    for command in commands:
        room.lane.submit(command).result(WAIT_S)


def all_at_once(room: OpenedRoom, commands: Sequence[OrderUnits]) -> None:
    futures = [room.lane.submit(command) for command in commands]
    for future in futures:
        future.result(WAIT_S)


def transactions(statements: Sequence[Statement]) -> list[list[Statement]]:
    """The statements of each commit."""
    found: list[list[Statement]] = [[]]
    for statement in statements:
        found[-1].append(statement)
        if statement[0] == "COMMIT":
            found.append([])
    return found[:-1]


class Bare:
    """The driver's own cursor; answers are fetched, as the storage has to."""

    def __init__(self, url: str) -> None:
        self._database = open_database(url)
        self._link = Link(self._database.engine)
        self._cursor = self._link.driver.cursor()
        self._mark = "%s" if self._link.dialect.name == "postgresql" else "?"

    def prepared(self, work: Sequence[Sequence[Statement]]) -> list[list[Statement]]:
        return [[(sql.replace("?", self._mark), given) for sql, given in part] for part in work]

    def run(self, work: Sequence[Sequence[Statement]]) -> None:
        for part in work:
            for sql, parameters in part:
                self._cursor.execute(sql, parameters)
                if self._cursor.description:
                    self._cursor.fetchall()

    def close(self) -> None:
        self._link.close()
        self._database.close()


def rate(work: Callable[[], None]) -> float:
    """Commits a second in one round."""
    start = time.perf_counter()
    work()
    return PER_ROUND / (time.perf_counter() - start)


def measure(maker: Maker, engine: str) -> Iterator[Figure]:
    start = time.perf_counter()
    url = maker.new("seeded")
    seed(url, TOTAL, TOTAL)
    urls = {name: maker.copy(url, name) for name in ("written", "bare", "single", "grouped")}
    statements: list[Statement] = []
    with opened(urls["written"]) as room:
        commands = orders(room)
        with written_down(statements):
            one_at_a_time(room, commands)
    bare = Bare(urls["bare"])
    work = bare.prepared(transactions(statements))
    rates: dict[str, list[float]] = {"bare": [], "single": [], "grouped": []}
    with opened(urls["single"]) as single, opened(urls["grouped"]) as grouped:
        for first in range(0, TOTAL, PER_ROUND):
            part = slice(first, first + PER_ROUND)
            rates["bare"].append(rate(lambda: bare.run(work[part])))  # noqa: B023
            rates["single"].append(rate(lambda: one_at_a_time(single, commands[part])))  # noqa: B023
            rates["grouped"].append(rate(lambda: all_at_once(grouped, commands[part])))  # noqa: B023
    bare.close()
    baseline = statistics.median(rates["bare"])
    seconds = time.perf_counter() - start
    for name, values in (("commits", rates["single"]), ("grouped_commands", rates["grouped"])):
        yield Figure("room", f"{name}_per_s_{engine}", statistics.median(values), "1/s", "higher",
                     TOTAL, seconds, baseline=baseline, target=TARGET, by_ratio=True)  # fmt: skip


def executor_rate() -> Iterator[Figure]:
    for engine in ENGINES:
        with databases(engine) as maker:
            if maker is not None:
                yield from measure(maker, engine)
