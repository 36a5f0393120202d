"""A primary and a synchronous standby of plain PostgreSQL, and what happens when one dies.

usage: python -m tests.chaos.standby [--seconds S] [--seed S]
"""

from __future__ import annotations

import argparse
import itertools
import os
import random
import shutil
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import psycopg

from command_center.commands.executor import WriteLane
from command_center.domain.errors import OperatorError, is_environment
from command_center.storage.engine import open_engine
from command_center.storage.storage import SqlStorage
from tests.chaos.cast import WAIT_S, Cast, found, lane
from tests.chaos.checker import Told, check, numbers, say
from tests.chaos.server import kill_server
from tests.postgres import Server, running_server

WRITERS, NAME, PATIENCE_S = 4, "standby", 60.0
KINDS = ("tried", "acked", "refused")


@contextmanager
def standby_of(primary: Server) -> Iterator[Server]:
    """A started standby that follows; the primary then waits for it with every commit."""
    folder = Path(tempfile.mkdtemp(prefix="standby-"))
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres", "postgres")
    standby = Server(primary.bin, folder, fsync=True)
    try:
        standby.copy_of(primary, NAME)
        standby.start()
        primary.execute(f"ALTER SYSTEM SET synchronous_standby_names = '{NAME}'")
        primary.execute("SELECT pg_reload_conf()")
        _until_synchronous(primary)
        yield standby
    finally:
        standby.stop()
        shutil.rmtree(folder, ignore_errors=True)


def _until_synchronous(primary: Server) -> None:
    deadline = time.monotonic() + PATIENCE_S
    with psycopg.connect(primary.url("postgres"), autocommit=True) as connection:
        while time.monotonic() < deadline:
            states = connection.execute("SELECT sync_state FROM pg_stat_replication").fetchall()
            if ("sync",) in states:
                return
            time.sleep(0.05)
    raise AssertionError("the standby never became synchronous")


@dataclass(slots=True)
class Writer:
    """One workstation's write lane on both servers; asks again until it is answered."""

    url: str
    cast: Cast
    number: int
    told: Told = field(default_factory=Told)
    answered: list[float] = field(default_factory=list)

    def run(self, over: threading.Event) -> None:
        storage = SqlStorage(open_engine(self.url), lambda: None)
        work = lane(storage, self.cast, f"WS{self.number}")
        for turn in itertools.count():
            if over.is_set():
                break
            self._do(work, f"{self.number}-{turn}")
        work.close()
        storage.close()

    def _do(self, work: WriteLane, op_id: str) -> None:
        self.told.tried.add(op_id)
        deadline = time.monotonic() + PATIENCE_S
        while time.monotonic() < deadline:
            try:
                work.submit(self.cast.command(op_id), op_id=op_id).result(WAIT_S)
            except OperatorError as error:
                if is_environment(error):
                    time.sleep(0.02)
                    continue
                self.told.refused.add(op_id)
            else:
                self.told.acked.add(op_id)
            self.answered.append(time.monotonic())
            return


def fail_over(primary: Server, standby: Server, seconds: float, seed: int) -> bool:
    """Writers on both, the primary killed in the middle, the standby promoted."""
    name, over = primary.new_database(), threading.Event()
    cast = found(primary.url(name))
    hosts = "&".join(f"host=127.0.0.1:{server.port}" for server in (primary, standby))
    url = f"postgresql://postgres@/{name}?{hosts}&target_session_attrs=read-write"
    writers = [Writer(url, cast, number) for number in range(WRITERS)]
    threads = [threading.Thread(target=writer.run, args=(over,)) for writer in writers]
    for thread in threads:
        thread.start()
    time.sleep(seconds / 2 + random.Random(seed).uniform(0, 0.5))
    killed = time.monotonic()
    kill_server(primary)
    with psycopg.connect(standby.url("postgres"), autocommit=True) as connection:
        connection.execute("SELECT pg_promote(true, 60)")
    promoted = time.monotonic()
    time.sleep(seconds / 2)
    over.set()
    for thread in threads:
        thread.join()
    return judge(standby.url(name), cast, writers, killed, promoted, seed)


def judge(
    url: str, cast: Cast, writers: list[Writer], killed: float, promoted: float, seed: int
) -> bool:
    told = Told(*(set().union(*(getattr(w.told, kind) for w in writers)) for kind in KINDS))
    verdict = check(url, cast, told)
    back = max(
        min((at for at in writer.answered if at > promoted), default=promoted + PATIENCE_S)
        for writer in writers
    )
    say("standby", seed, clean=verdict.clean, promoted_s=round(promoted - killed, 2),
        all_back_s=round(back - promoted, 2), **numbers(verdict),
    )  # fmt: skip
    return verdict.clean


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=6.0)
    parser.add_argument("--seed", type=int, default=random.randrange(1_000_000))
    given = parser.parse_args()
    with running_server(fsync=True) as primary:
        if primary is None:
            raise SystemExit("PostgreSQL is not installed")
        with standby_of(primary) as standby:
            return 0 if fail_over(primary, standby, given.seconds, given.seed) else 1


if __name__ == "__main__":
    sys.exit(main())
