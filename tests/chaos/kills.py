"""The kill monkey: writers that are killed at random, and what was kept of what they were told.

usage: python -m tests.chaos.kills sqlite|postgresql|URL [--kills N] [--seed S]

A URL is of a database without a room in it; by an engine's name one is made and thrown away.
"""

from __future__ import annotations

import argparse
import os
import random
import select
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial

from command_center.commands.executor import WriteLane
from command_center.domain.errors import OperatorError, is_environment
from command_center.storage.engine import open_engine
from command_center.storage.storage import SqlStorage
from tests.benchmarks.databases import databases
from tests.chaos.cast import WAIT_S, Cast, city, found, lane
from tests.chaos.checker import Told, check, numbers, say

PATIENCE_S = 30.0
LONGEST_S = 0.02
MOST_AT_ONCE = 4


def write_for_ever(url: str, cast: Cast, life: int, again: list[str], tell: int) -> None:
    """First what the last life heard no answer to, under the same op_ids; then new commands, up
    to four submitted together. Ends only by being killed, or after `again` if `life` < 0."""
    storage = SqlStorage(open_engine(url), lambda: None)
    work = lane(storage, cast, f"WS{life}")
    chance = random.Random(life)
    submit(work, cast, again, tell)
    count = 0
    while life >= 0:
        batch = [f"{life}-{count + n}" for n in range(chance.randint(1, MOST_AT_ONCE))]
        count += len(batch)
        submit(work, cast, batch, tell)


def submit(work: WriteLane, cast: Cast, op_ids: list[str], tell: int) -> None:
    """Say `try`, then `ok`, `was` (an earlier try had been stored) or `no`, per operation; trouble
    of the database is no answer."""
    while op_ids:
        os.write(tell, "".join(f"try {op_id}\n" for op_id in op_ids).encode())
        futures = [(op_id, work.submit(cast.command(op_id), op_id=op_id)) for op_id in op_ids]
        op_ids = []
        for op_id, future in futures:
            try:
                word = "was" if future.result(WAIT_S).replayed else "ok"
            except OperatorError as error:
                if is_environment(error):
                    op_ids.append(op_id)
                    continue
                os.write(tell, f"no {op_id}\n".encode())
            else:
                os.write(tell, f"{word} {op_id}\n".encode())


@dataclass(slots=True)
class Monkey:
    """Forks writers from this warm process and kills them; `told` is what they said. A writer is
    given its number, what to ask again, and where to tell."""

    writer: Callable[[int, list[str], int], None]
    told: Told = field(default_factory=Told)
    again: list[str] = field(default_factory=list)
    stored_unanswered: int = 0

    def life(self, number: int, wait_for: str, rest_s: float) -> None:
        """One writer, killed `rest_s` after it first said that word."""
        child, hear = self._fork(number)
        heard = b""
        while wait_for.encode() not in heard:
            ready, _, _ = select.select([hear], [], [], PATIENCE_S)
            assert ready, "the writer had nothing to say"
            part = os.read(hear, 65536)
            assert part, "the writer ended by itself"
            heard += part
        time.sleep(rest_s)
        os.kill(child, signal.SIGKILL)
        self._listen(child, hear, heard)

    def rest(self) -> None:
        """One more, who asks about what is open and ends by itself."""
        child, hear = self._fork(-1)
        self._listen(child, hear, b"")

    def _fork(self, number: int) -> tuple[int, int]:
        hear, tell = os.pipe()
        child = os.fork()
        if child == 0:
            try:
                self.writer(number, self.again, tell)
            finally:
                os._exit(0)
        os.close(tell)
        return child, hear

    def _listen(self, child: int, hear: int, heard: bytes) -> None:
        while part := os.read(hear, 65536):
            heard += part
        os.close(hear)
        os.waitpid(child, 0)
        for line in heard.decode().splitlines():
            self._heard(*line.split())
        self.again = sorted(self.told.tried - self.told.acked - self.told.refused)

    def _heard(self, word: str, op_id: str) -> None:
        told = self.told
        kept = {"try": told.tried, "ok": told.acked, "was": told.acked, "no": told.refused}
        kept[word].add(op_id)
        self.stored_unanswered += word == "was"


def kill_writers(url: str, kills: int, seed: int) -> bool:
    """Disturb one room, print the line of the run; whether it came out clean."""
    start, chance = time.monotonic(), random.Random(seed)
    engine = url.partition(":")[0]
    cast = found(url)
    city()  # warm before the fork
    monkey = Monkey(partial(write_for_ever, url, cast))
    for life in range(kills):
        monkey.life(life, chance.choice(("try", "ok")), chance.uniform(0, LONGEST_S))
    monkey.rest()
    verdict = check(url, cast, monkey.told)
    say(f"kills_{engine}", seed, kills=kills, stored_unanswered=monkey.stored_unanswered,
        seconds=round(time.monotonic() - start, 1), clean=verdict.clean, **numbers(verdict),
    )  # fmt: skip
    return verdict.clean and len(monkey.told.acked) >= kills // 4


@contextmanager
def room_url(database: str) -> Iterator[str]:
    """The database of that URL, or one of that engine on a disk that is waited for."""
    if "://" in database:
        yield database
        return
    with databases(database) as maker:
        if maker is None:
            raise SystemExit(f"{database} is not installed")
        yield maker.new("chaos")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("database")
    parser.add_argument("--kills", type=int, default=60)
    parser.add_argument("--seed", type=int, default=random.randrange(1_000_000))
    given = parser.parse_args()
    with room_url(given.database) as url:
        return 0 if kill_writers(url, given.kills, given.seed) else 1


if __name__ == "__main__":
    sys.exit(main())
