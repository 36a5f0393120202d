"""The units of the exercise as a table."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class UnitPlan:
    """`since_min` minutes before the scenario opens the unit took its `status`. `gps`: it sends
    positions. `late`: it leaves its first order unanswered for minutes."""

    call_sign: str
    agency: str
    kind: str
    crew: int
    home: str
    lat: float
    lon: float
    gps: bool
    status: str
    since_min: float
    reason: str
    late: bool
    capabilities: tuple[str, ...]


def load_units(path: Path) -> tuple[UnitPlan, ...]:
    """KeyError or ValueError when the table is not one."""
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(map(_unit, csv.DictReader(file)))


def _unit(row: dict[str, str]) -> UnitPlan:
    return UnitPlan(
        call_sign=row["call_sign"],
        agency=row["agency"],
        kind=row["kind"],
        crew=int(row["crew"]),
        home=row["home"],
        lat=float(row["lat"]),
        lon=float(row["lon"]),
        gps=row["gps"] == "yes",
        status=row["status"],
        since_min=float(row["since_min"]),
        reason=row["reason"],
        late=row["answers"] == "late",
        capabilities=tuple(filter(None, row["capabilities"].split(";"))),
    )
