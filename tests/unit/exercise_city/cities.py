"""Small means to let a city run in a test, at once and without a clock."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from command_center.exercise.city.calendar import UNIT_SOURCE, City
from command_center.exercise.city.heard import HeardOrder
from command_center.exercise.city.scenario import Scenario, load_scenario
from command_center.exercise.city.unit_table import UnitPlan, load_units
from command_center.geo.packs import load_pack
from command_center.runtime.paths import resources_dir

EXERCISE = resources_dir() / "exercise"
SCENARIOS = sorted((EXERCISE / "scenarios").glob("*.toml"))
OPENING = EXERCISE / "scenarios" / "pembukaan.toml"
KPU = (-7.9541, 112.6394)
Row = dict[str, Any]


def opening() -> Scenario:
    return load_scenario(OPENING)


def units() -> tuple[UnitPlan, ...]:
    return load_units(EXERCISE / "units.csv")


def city(seed: int = 1, scenario: Path = OPENING) -> City:
    plan = load_scenario(scenario)
    return City(plan, units(), load_pack(resources_dir() / "packs" / plan.pack), seed)


def running(seed: int = 1) -> City:
    """A city at the scenario's start."""
    made = city(seed)
    made.advance(opening().starts)
    return made


def order(
    at: datetime, call_sign: str, id: str = "o-1", kind: str = "order", requested: bool = False
) -> HeardOrder:
    return HeardOrder(id, kind, at, call_sign, requested, KPU)


def records(made: City, source: str) -> list[Row]:
    found: list[Row] = []
    page: list[Row] = list(made.books[source].since(0, 500)[0])
    while page:
        found += page
        page = list(made.books[source].since(len(found), 500)[0])
    return found


def said(made: City, call_sign: str, since: datetime) -> list[Row]:
    """What a unit sent after `since`, positions included."""
    return [
        record
        for record in records(made, UNIT_SOURCE)
        if record["call_sign"] == call_sign and datetime.fromisoformat(record["at"]) > since
    ]


def statuses(found: list[Row]) -> list[str]:
    return [record["status"] for record in found if record["type"] == "unit_status"]


def seconds_to(found: list[Row], status: str, since: datetime) -> float:
    """From `since` to the first time the unit said so."""
    record = next(r for r in found if r.get("status") == status)
    return (datetime.fromisoformat(record["at"]) - since) / timedelta(seconds=1)
