"""A monthly report of a month with a million incidents, made in the real window of a room, and what
the window notices of it.

Each incident has a report and an order (BENCH_INCIDENTS shortens a trial), by bulk SQL, on both
engines. Beside it the same clocks row by row, as `domain.clocks` says them, over a part of the rows
and scaled to all of them.
"""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, timedelta
from typing import Any

from command_center.domain.clocks import (
    Clock,
    IncidentTimes,
    OrderTimes,
    Sample,
    incident_samples,
    order_samples,
)
from command_center.domain.incident import Disposition, IncidentStatus, Priority
from command_center.domain.unit import AssignmentKind, CloseReason
from command_center.situation.figures import spread
from command_center.storage.database import Database, open_database
from command_center.storage.link import SQLITE, Link
from command_center.storage.times import from_us
from tests.benchmarks.databases import ENGINES, databases
from tests.benchmarks.figure import Better, Figure
from tests.benchmarks.figures_history import INCIDENTS, bare, fill
from tests.benchmarks.room_lag import open_window

BENCH = "shift"
MONTH_S = 30 * 86_400
PART, IDLE_S = 20_000, 10.0
REPORT_S, LAG_MS = 10.0, 25.0
_ROWS = (
    "SELECT i.id, i.number, i.status, i.disposition, i.priority, i.category, i.area_code,"
    " i.opened_at, i.verified_at, i.first_order_at, i.first_on_scene_at, i.closed_at, a.kind,"
    " a.close_reason, a.ordered_at, a.accepted_at, a.en_route_at, a.on_scene_at, a.closed_at,"
    " r.source_id FROM incident i JOIN assignment a ON a.incident_id = i.id"
    " JOIN incident_report l ON l.incident_id = i.id JOIN report r ON r.id = l.report_id"
    " ORDER BY i.id DESC LIMIT ?"
)


def shift_report() -> Iterator[Figure]:
    for engine in ENGINES:
        with databases(engine) as maker:
            if maker is not None:
                url = maker.new("month")
                yield from _filled(open_database(url), engine)
                yield from _reported(url, engine)


def _filled(database: Database, engine: str) -> Iterator[Figure]:
    began = time.perf_counter()
    fill(database, INCIDENTS, timedelta(seconds=MONTH_S / INCIDENTS))
    took = time.perf_counter() - began
    database.close()
    yield Figure(BENCH, f"filled_{engine}", took, "s", "lower", INCIDENTS, took)


def _reported(url: str, engine: str) -> Iterator[Figure]:
    window = open_window(url, module="tests.benchmarks.shift_window")
    try:
        idle = window.ask(f"idle {IDLE_S}")
        cold, warm = window.ask("report"), window.ask("report")
    finally:
        window.close()
    naive_s, (p90, used) = _row_by_row(url)
    same = (warm["p90"], warm["used"]) == (p90, used)
    n = cold["incidents"]

    def figure(
        what: str, value: float, unit: str, base: float | None = None, target: float | None = None
    ) -> Figure:
        better: Better = "higher" if unit == "incidents" else "lower"
        seconds = warm["seconds"]
        return Figure(BENCH, f"{what}_{engine}", value, unit, better, n, seconds, base, target)

    yield figure("month_incidents", n, "incidents", target=INCIDENTS)
    yield figure("month_report_cold", cold["report_s"], "s", naive_s, REPORT_S)
    yield figure("month_report", warm["report_s"], "s", naive_s, REPORT_S)
    yield figure("month_cpu", warm["cpu_s"], "s CPU")
    yield figure("month_other_p90", 0.0 if same else 1.0, "of 1", None, 0.0)
    yield figure("month_memory", warm["rss_mb"], "MB")
    for name, target in (("p50", None), ("p99", LAG_MS), ("max", 250.0), ("work_p99", None)):
        yield figure(f"month_lag_{name}", warm[name], "ms", idle[name], target)


def _row_by_row(url: str) -> tuple[float, tuple[float | None, int]]:
    """(seconds for all rows, the response's P90 and n of all of them by the bare driver)."""
    database = open_database(url)
    link = Link(database.engine)
    link.run("SELECT 1" if link.dialect is SQLITE else "SET statement_timeout = 0")
    began = time.perf_counter()
    groups: dict[tuple[Clock, str, str], list[Sample]] = defaultdict(list)
    for row in link.all(_ROWS, (PART,)):
        for sample in _samples(row):
            hour = f"{sample.at.astimezone(UTC):%H}"
            for cut, name in (("source", sample.source), ("category", sample.category),
                              ("area", sample.area), ("hour", hour), ("", "")):  # fmt: skip
                groups[sample.clock, cut, name].append(sample)
    for found in groups.values():
        spread(sorted(one.seconds for one in found if one.seconds is not None), {})
    took = time.perf_counter() - began
    p90, used, _ = bare(link, Clock.RESPONSE)
    link.close()
    database.close()
    return took * INCIDENTS / min(PART, INCIDENTS), (p90, used)


def _samples(row: Any) -> Iterator[Sample]:
    times = [None if at is None else from_us(at) for at in (*row[7:12], *row[14:19])]
    opened, ordered = from_us(row[7]), from_us(row[14])
    incident = IncidentTimes(
        row[0], row[1], IncidentStatus(row[2]), Disposition(row[3]) if row[3] else None,
        Priority(row[4]), row[5], row[6], opened, *times[1:5],
    )  # fmt: skip
    reason = CloseReason(row[13]) if row[13] else None
    heard, left, there, closed = times[6:10]
    kind = AssignmentKind(row[12])
    order = OrderTimes(kind, reason, ordered, heard, left, there, closed)
    yield from incident_samples(incident, row[19], late=False)
    yield from order_samples(order, incident, row[19], late=False)
