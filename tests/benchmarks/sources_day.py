"""A day in the exercise room (tests.chaos.sources_day), as counts that must be nought and how much
they are counted of, on each engine."""

from __future__ import annotations

from collections.abc import Iterator

from tests.benchmarks.databases import ENGINES, databases
from tests.benchmarks.figure import Figure
from tests.chaos.sources_day.account import Account
from tests.chaos.sources_day.day import Plan, live_a_day

BENCH = "sources"


def sources_day(plan: Plan | None = None) -> Iterator[Figure]:
    plan = plan or Plan()
    for engine in ENGINES:
        with databases(engine) as made:
            if made is not None:
                yield from figures(engine, live_a_day(made.new("day"), plan), plan)


def figures(engine: str, told: Account, plan: Plan) -> Iterator[Figure]:
    row, day = told.total, f"day_{engine}"
    sound = (
        ("records_unaccounted", len(told.missing), row.sent),
        ("records_twice", len(told.twice), row.sent),
        ("messages_unheard", len(told.unheard) + len(told.declined), row.messages),
        ("messages_unasked", len(told.unasked), row.messages),
        ("systems_not_killed_once", len(told.unkilled), len(told.rows)),
    )
    for name, value, n in sound:
        yield Figure(BENCH, f"{day}_{name}", value, "count", "lower", n, plan.seconds, target=0)
    counted = (("records_stored", row.stored, row.sent), ("records_late", told.late, row.sent))
    for name, value, n in (*counted, ("messages_arrived", row.arrived, row.messages)):
        yield Figure(BENCH, f"{day}_{name}", value, "count", "higher", n, plan.seconds)
