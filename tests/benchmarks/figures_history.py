"""How long the clocks of a long history take, and how long any page of it does.

usage: python -m tests.benchmarks.figures_history [INCIDENTS]

A SQLite room of that many closed incidents, each with a report and an order, by bulk SQL.
"""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from command_center.domain.clocks import Clock
from command_center.domain.incident import Disposition, IncidentReport, IncidentStatus
from command_center.domain.unit import CloseReason
from command_center.situation.clock_history import Answer, Collector, Question, Slice
from command_center.storage.codec import codec_of
from command_center.storage.database import Database, open_database
from command_center.storage.intervals import SqlIntervals
from command_center.storage.link import Link
from tests.benchmarks.million import without_triggers
from tests.storage import rows
from tests.storage.rows import NOW

PART = 20_000
EVER = datetime(2000, 1, 1, tzinfo=UTC)
_ANSWER = (
    "%-9s %9d rows  %7.2f s  %8.0f rows/s  page p99 %6.1f ms  worst %6.1f ms  n %d  P90 %.0f s"
)


def case(number: int) -> Iterator[Any]:
    at, ident = NOW - timedelta(minutes=9.6 * number), f"{number:09}"
    there = None if number % 7 == 0 else at + timedelta(seconds=200 + number * 37 % 900)
    incident = rows.incident(id=f"i{ident}", number=number % 150 + 1, day=f"d{number // 150:06}")
    yield replace(
        incident, opened_at=at, verified_at=at + timedelta(seconds=number % 90),
        first_order_at=at + timedelta(seconds=100), first_on_scene_at=there,
        closed_at=at + timedelta(hours=1), status=IncidentStatus.CLOSED,
        disposition=Disposition.RESOLVED, area_code=f"35.73.0{number % 5 + 1}.1001",
    )  # fmt: skip
    yield rows.report(id=f"r{ident}", external_id=ident, received_at=at)
    yield IncidentReport(f"l{ident}", 1, incident.id, f"r{ident}", at, "rina", None)
    yield rows.assignment(
        id=f"a{ident}", incident_id=incident.id, order_id="order", ordered_at=at,
        accepted_at=at + timedelta(seconds=9), on_scene_at=there, closed_at=at + timedelta(hours=1),
        close_reason=CloseReason.DONE,
    )  # fmt: skip


def fill(database: Database, incidents: int) -> None:
    rows.seed(database.storage)
    link = Link(database.engine)
    op = link.one("SELECT op_id FROM incident")[0]
    link.run("PRAGMA foreign_keys = OFF")
    with without_triggers(link):
        for first in range(0, incidents, PART):
            with link.transaction(link.dialect.begin_write):
                found = [row for n in range(first, min(first + PART, incidents)) for row in case(n)]
                for kind in {type(row) for row in found}:
                    _insert(link, [row for row in found if type(row) is kind], op)
    link.run("ANALYZE")
    link.close()


def _insert(link: Link, part: list[Any], op: str) -> None:
    codec = codec_of(type(part[0]))
    names = ", ".join(f'"{name}"' for name in (*codec.fields, "op_id"))
    marks = ", ".join("?" * (len(codec.fields) + 1))
    values = [
        (*(codec.to_db(name, getattr(row, name)) for name in codec.fields), op) for row in part
    ]
    link.driver.executemany(
        f'INSERT INTO "{codec.entity}" ({names}) VALUES ({marks})',
        values,
    )


def answer(intervals: SqlIntervals, clock: Clock) -> tuple[Answer, float, list[float]]:
    question = Question(clock, EVER, NOW + timedelta(days=1), Slice.KECAMATAN, goal_s=600.0)
    collector = Collector(question, UTC, lambda sample: sample.area)
    pages, after, began = [], None, time.perf_counter()
    while True:
        at = time.perf_counter()
        page = intervals.page(clock, question.since, question.until, after)
        collector.take(page.samples, page.read)
        pages.append(time.perf_counter() - at)
        after = page.after
        if after is None:
            return collector.answer(), time.perf_counter() - began, sorted(pages)


def main(incidents: int) -> None:
    with TemporaryDirectory() as folder:
        database = open_database(f"sqlite:///{Path(folder) / 'room.db'}")
        fill(database, incidents)
        intervals = SqlIntervals(database.engine)
        for clock in (Clock.RESPONSE, Clock.ACCEPT):
            told, seconds, pages = answer(intervals, clock)
            p99 = pages[int(len(pages) * 0.99)]
            rate, used, p90 = told.read / seconds, told.whole.used, told.whole.p90 or 0.0
            line = (clock, told.read, seconds, rate, 1000 * p99, 1000 * pages[-1], used, p90)
            sys.stdout.write(_ANSWER % line + "\n")
        intervals.close()
        database.close()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sys.stdout.write(f"peak memory {peak:.0f} MB\n")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000)
