"""Commits a second through the storage, beside the raw driver doing the same statements.

usage: python -m tests.benchmarks.commit_rate [sqlite|postgresql ...]

One commit orders one unit: assignment, unit status, incident, log entry. The raw driver is given
its parameters ready made; the storage also reads both rows, asks for the op_id, keeps a savepoint,
encodes, hashes. Rounds alternate between the two, each on a database of its own.
"""

from __future__ import annotations

import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from command_center.domain.incident import Incident, IncidentStatus
from command_center.domain.unit import Unit, UnitStatus
from command_center.storage import log, statements
from command_center.storage.codec import codec_of
from command_center.storage.database import Database, open_database
from command_center.storage.link import Link
from command_center.storage.times import to_us
from tests.postgres import running_server
from tests.storage import rows

ROUNDS = 7
PER_ROUND = 100
GROUP = 32
TARGET = 0.5
Step = Callable[[int], None]


def seeded(url: str) -> Database:
    database = open_database(url)
    rows.seed(database.storage)
    with rows.acting(database.storage) as work:
        for number in range(ROUNDS * PER_ROUND * 2):
            work.add(rows.unit(id=f"unit{number}"))
    return database


class Raw:
    """The driver's own cursor and the nine statements of one commit."""

    def __init__(self, database: Database) -> None:
        self._link = Link(database.engine)
        mark = "%s" if self._link.dialect.name == "postgresql" else "?"
        self._cursor = self._link.driver.cursor()
        self._sql = [
            text.replace("?", mark)
            for text in (
                self._link.dialect.begin_write,
                statements.INSERT_OP,
                statements.insert("assignment"),
                statements.update("unit", ("status", "status_since")),
                statements.update("incident", ("title",)),
                statements.HEAD + self._link.dialect.lock_row,
                statements.INSERT_ENTRY,
                statements.insert_subjects(3),
                "COMMIT",
            )
        ]
        self._body = b"x" * 900

    def step(self, number: int) -> None:
        begin, op, assign, unit, incident, head, entry, subjects, commit = self._sql
        op_id, unit_id, run = f"raw-{number}", f"unit{number}", self._cursor.execute
        row = rows.assignment(id=f"a{number:09}", unit_id=unit_id)
        codec = codec_of(type(row))
        run(begin)
        run(op, (op_id,))
        run(assign, [*(codec.to_db(name, getattr(row, name)) for name in codec.fields), op_id])
        run(unit, ("ordered", to_us(rows.NOW), op_id, unit_id, 1))
        run(incident, (f"title {number}", op_id, "fire", number + 1))
        seq, digest = run(head).fetchone()
        digest = log.chained(bytes(digest), self._body)
        run(entry, (seq + 1, digest, op_id, "order", to_us(rows.NOW), self._body))
        run(subjects, ("a", op_id, seq + 1, "u", unit_id, seq + 1, "i", "fire", seq + 1))
        run(commit)

    def close(self) -> None:
        self._link.close()


def storage_step(database: Database, group: int = 1) -> Step:
    """`group` orders in one commit, each as the executor runs it."""

    def step(number: int) -> None:
        with database.storage.begin() as work:
            for one in range(number * group, number * group + group):
                op_id = f"ours-{one}"
                work.outcome_of(op_id)
                with work.savepoint():
                    unit = work.get(Unit, f"unit{one}")
                    work.add(rows.assignment(id=f"a{one:09}", unit_id=unit.id))
                    work.change(unit, status=UnitStatus.ORDERED, status_since=rows.later(one))
                    incident = work.get(Incident, "fire")
                    work.change(incident, title=f"title {one}", status=IncidentStatus.NEW)
                    work.append(rows.head(op_id, "order"))

    return step


def rate(step: Step, first: int, count: int) -> float:
    """Steps a second."""
    start = time.perf_counter()
    for number in range(first, first + count):
        step(number)
    return count / (time.perf_counter() - start)


def measure(make_url: Callable[[str], str], engine: str) -> Iterator[dict[str, object]]:
    start = time.perf_counter()
    plain, ours, grouped = (seeded(make_url(name)) for name in ("plain", "ours", "grouped"))
    raw = Raw(plain)
    step = storage_step(ours)
    pairs = []
    for turn in range(ROUNDS):
        first = turn * PER_ROUND
        pairs.append((rate(raw.step, first, PER_ROUND), rate(step, first, PER_ROUND)))
    in_groups = rate(storage_step(grouped, GROUP), 0, ROUNDS * PER_ROUND // GROUP) * GROUP
    raw.close()
    for database in (plain, ours, grouped):
        database.close()
    baseline = statistics.median(pair[0] for pair in pairs)
    ratio = statistics.median(pair[1] / pair[0] for pair in pairs)
    seconds = round(time.perf_counter() - start, 1)
    common = {"unit": "1/s", "better": "higher", "baseline": round(baseline), "target": TARGET,
              "n": ROUNDS * PER_ROUND, "seconds": seconds}  # fmt: skip
    yield {"bench": "room", "figure": f"commits_per_s_{engine}", **common,
           "value": round(statistics.median(pair[1] for pair in pairs)),
           "ratio": round(ratio, 2), "met": ratio >= TARGET}  # fmt: skip
    yield {"bench": "room", "figure": f"grouped_commands_per_s_{engine}", **common,
           "value": round(in_groups), "ratio": round(in_groups / baseline, 2),
           "met": in_groups / baseline >= TARGET}  # fmt: skip


@contextmanager
def databases(engine: str) -> Iterator[Callable[[str], str] | None]:
    """What makes the URL of a new database; None where the engine is not installed."""
    if engine == "sqlite":
        with tempfile.TemporaryDirectory() as folder:
            yield lambda name: f"sqlite:///{Path(folder) / name}.db"
        return
    with running_server(fsync=True) as server:
        yield None if server is None else lambda _name: server.url(server.new_database())


def main() -> None:
    for engine in sys.argv[1:] or ("sqlite", "postgresql"):
        with databases(engine) as make_url:
            for line in measure(make_url, engine) if make_url else ():
                print(json.dumps(line), flush=True)


if __name__ == "__main__":
    main()
