"""How long the clocks of a long history take, how long any page of it does, and today's figures.

A room of a million closed incidents (BENCH_INCIDENTS shortens a trial), each with a report and an
order, by bulk SQL, on both engines. Beside it the bare driver reads the same two times of every row
in one statement and sorts them into the same percentile, without groups, days, the slowest or what
was left out.
"""

from __future__ import annotations

import os
import resource
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from command_center.domain.clocks import Clock
from command_center.domain.ids import new_id
from command_center.domain.incident import Disposition, IncidentReport, IncidentStatus
from command_center.domain.unit import CloseReason
from command_center.situation.clock_history import Answer, Collector, Question, Slice
from command_center.situation.figures import nearest_rank
from command_center.storage import statements
from command_center.storage.codec import codec_of
from command_center.storage.database import Database, open_database
from command_center.storage.intervals import SqlIntervals
from command_center.storage.link import SQLITE, Link
from command_center.storage.times import to_us
from tests.benchmarks.databases import ENGINES, databases
from tests.benchmarks.figure import Better, Figure
from tests.benchmarks.lateness import rank
from tests.benchmarks.million import without_triggers
from tests.storage import rows
from tests.storage.rows import NOW
from tests.unit.situation.test_figures import Log

BENCH = "dispatch"
INCIDENTS = int(os.environ.get("BENCH_INCIDENTS", "1000000"))
PART, APART, GOAL_S = 20_000, timedelta(minutes=9.6), 600.0
EVER, WEEK = datetime(2000, 1, 1, tzinfo=UTC), timedelta(days=7)
TODAY, CHANGES, COUNTED = 5_000, 300, 3
_TIMES = {
    Clock.RESPONSE: ("incident", "opened_at", "first_on_scene_at"),
    Clock.ACCEPT: ("assignment", "ordered_at", "accepted_at"),
}


def figures_history() -> Iterator[Figure]:
    yield from _live()
    for engine in ENGINES:
        with databases(engine) as maker:
            if maker is not None:
                yield from _past(open_database(maker.new("past")), engine)


def _live() -> Iterator[Figure]:
    """Today's figures after a change, of a day that has as many incidents as the room may hold."""
    log = Log()
    for number in range(TODAY):
        log.put("incident", rows.incident(id=f"i{number}", number=number))
        log.put("assignment", rows.assignment(id=f"a{number}", incident_id=f"i{number}"))
    begun, took, anew = time.perf_counter(), [], []
    for number in range(CHANGES):
        there = rows.later(100 + number)
        log.put("incident", replace(log.rows["incident", f"i{number}"], first_on_scene_at=there))
        at = time.process_time()
        shown = log.shown()
        took.append(1_000 * (time.process_time() - at))
        if number < COUNTED:
            at = time.process_time()
            assert log.counted_at_once() == shown
            anew.append(1_000 * (time.process_time() - at))
    seconds = time.perf_counter() - begun
    p99, whole = rank(sorted(took), 0.99), rank(sorted(anew), 0.5)
    yield Figure(
        BENCH, f"figures_live_{TODAY}_p99", p99, "ms CPU", "lower", CHANGES, seconds, whole
    )


def _past(database: Database, engine: str) -> Iterator[Figure]:
    began = time.perf_counter()

    def figure(what: str, value: float, unit: str, n: int, base: float | None = None) -> Figure:
        better: Better = "higher" if unit.endswith("/s") else "lower"
        seconds = time.perf_counter() - began
        return Figure(BENCH, f"figures_{what}_{engine}", value, unit, better, n, seconds, base)

    fill(database, INCIDENTS)
    yield figure("filled", time.perf_counter() - began, "s", INCIDENTS)
    intervals, link = SqlIntervals(database.engine), Link(database.engine)
    link.run("SELECT 1" if link.dialect is SQLITE else "SET statement_timeout = 0")
    for clock in _TIMES:
        before_mb = _peak_mb()
        told, seconds, pages = answer(intervals, clock, EVER)
        grown_mb = _peak_mb() - before_mb
        p90, n, bare_s = bare(link, clock)
        same = (told.whole.p90, told.whole.used) == (p90, n)
        yield figure(f"{clock.value}_ever", seconds, "s", told.read, bare_s)
        yield figure(f"{clock.value}_page_p99", 1_000 * rank(pages, 0.99), "ms", len(pages))
        yield figure(f"{clock.value}_page_worst", 1_000 * pages[-1], "ms", len(pages))
        yield figure(f"{clock.value}_other_p90", 0.0 if same else 1.0, "of 1", n)
        yield figure(f"{clock.value}_memory", grown_mb, "MB", told.read)
        told, seconds, _ = answer(intervals, clock, NOW - WEEK)
        yield figure(f"{clock.value}_week", seconds, "s", told.read)
    intervals.close()
    link.close()
    database.close()


def _peak_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def answer(
    intervals: SqlIntervals, clock: Clock, since: datetime
) -> tuple[Answer, float, list[float]]:
    """What the panel says, seconds it took, and of each page, sorted."""
    question = Question(clock, since, NOW + timedelta(days=1), Slice.KECAMATAN, goal_s=GOAL_S)
    collector = Collector(question, UTC, lambda samples: samples.areas)
    pages: list[float] = []
    after, began = None, time.perf_counter()
    while True:
        at = time.perf_counter()
        page = intervals.page(clock, question.since, question.until, after)
        collector.take(page.samples, page.read)
        pages.append(time.perf_counter() - at)
        after = page.after
        if after is None:
            return collector.answer(), time.perf_counter() - began, sorted(pages)


def bare(link: Link, clock: Clock) -> tuple[float | None, int, float]:
    """(its P90, of how many, seconds): the two times of every row in one statement."""
    table, first, then = _TIMES[clock]
    began = time.perf_counter()
    found = link.all(
        f"SELECT {first}, {then} FROM {table} WHERE {first} < ? AND {then} IS NOT NULL",
        (to_us(NOW + timedelta(days=1)),),
    )
    seconds = sorted((there - at) / 1e6 for at, there in found)
    return nearest_rank(seconds, 0.9), len(seconds), time.perf_counter() - began


def case(number: int, apart: timedelta = APART) -> Iterator[Any]:
    at, day = NOW - apart * number, f"d{number // 150:06}"
    ids = [new_id(at) for _ in range(4)]
    there = None if number % 7 == 0 else at + timedelta(seconds=200 + number * 37 % 900)
    incident = rows.incident(id=ids[0], number=number % 150 + 1, day=day)
    yield replace(
        incident, opened_at=at, verified_at=at + timedelta(seconds=number % 90),
        first_order_at=at + timedelta(seconds=100), first_on_scene_at=there,
        closed_at=at + timedelta(hours=1), status=IncidentStatus.CLOSED,
        disposition=Disposition.RESOLVED, area_code=f"35.73.0{number % 5 + 1}.1001",
    )  # fmt: skip
    yield rows.report(id=ids[1], external_id=ids[1], received_at=at)
    yield IncidentReport(ids[2], 1, incident.id, ids[1], at, "rina", None)
    yield rows.assignment(
        id=ids[3], incident_id=incident.id, order_id="order", ordered_at=at,
        accepted_at=at + timedelta(seconds=9), on_scene_at=there, closed_at=at + timedelta(hours=1),
        close_reason=CloseReason.DONE,
    )  # fmt: skip


def fill(database: Database, incidents: int, apart: timedelta = APART) -> None:
    """The oldest first, as a room writes them: a disk reads ahead, not back."""
    rows.seed(database.storage)
    link = Link(database.engine)
    op = link.one("SELECT op_id FROM incident")[0]
    if link.dialect is SQLITE:
        link.run("PRAGMA foreign_keys = OFF")
    with without_triggers(link):
        for end in range(incidents, 0, -PART):
            with link.transaction(link.dialect.begin_write):
                part = range(end - 1, max(end - PART, 0) - 1, -1)
                found = [row for number in part for row in case(number, apart)]
                for kind in dict.fromkeys(type(row) for row in found):
                    _insert(link, [row for row in found if type(row) is kind], op)
    link.run("ANALYZE")
    link.close()


def _insert(link: Link, part: list[Any], op: str) -> None:
    codec = codec_of(type(part[0]))
    names = (*codec.fields, "op_id")
    columns, driver = statements.names(names), link.driver
    values = (
        (*(codec.to_db(name, getattr(row, name)) for name in codec.fields), op) for row in part
    )
    if link.dialect is SQLITE:
        marks = statements.marks(len(names))
        driver.executemany(f'INSERT INTO "{codec.entity}" ({columns}) VALUES ({marks})', values)
        return
    with driver.cursor().copy(f'COPY "{codec.entity}" ({columns}) FROM STDIN') as copy:
        for row in values:
            copy.write_row(row)
