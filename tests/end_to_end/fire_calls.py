"""What a file of San Francisco fire calls says, read without any of the product's code."""

from __future__ import annotations

import csv
import itertools
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

FILE = Path(__file__).resolve().parents[3] / "shared/data/incidents/sf_fire/sffd_jnhamid_2020.csv"
HERE = ZoneInfo("America/Los_Angeles")
STEPS = {
    "ordered": "Dispatch DtTm",
    "en_route": "Response DtTm",
    "on_scene": "On Scene DtTm",
    "transporting": "Transport DtTm",
    "at_hospital": "Hospital DtTm",
    "available": "Available DtTm",
}
Row = Mapping[str, str]
Leg = tuple[str, str]
"""One unit on one call: (call number, unit)."""


def read(path: Path) -> list[Row]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def write(path: Path, rows: Sequence[Row]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.DictWriter(file, rows[0].keys())
        out.writeheader()
        out.writerows(rows)


def moment(text: str) -> str | None:
    """As the state says times; None for an empty cell."""
    if not text:
        return None
    local = datetime.strptime(text, "%m/%d/%Y %I:%M:%S %p").replace(tzinfo=HERE)
    return local.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def times(row: Row) -> dict[str, str]:
    """{step: when}, the steps the unit gave."""
    found = {step: moment(row[column]) for step, column in STEPS.items()}
    return {step: at for step, at in found.items() if at is not None}


def leg(row: Row) -> Leg:
    return row["Call Number"], row["Unit ID"]


def reversed_legs(rows: Iterable[Row]) -> set[Leg]:
    """Whose steps, in the order the world takes them, have a time before the one before it."""
    given = {leg(row): list(times(row).values()) for row in rows}
    return {key for key, steps in given.items() if steps != sorted(steps)}


def taken_over(rows: Iterable[Row]) -> dict[Leg, str]:
    """{leg: when the unit was ordered elsewhere before it had said that it was free}."""
    by_unit: dict[str, list[Row]] = {}
    for row in sorted(rows, key=lambda row: times(row)["ordered"]):
        by_unit.setdefault(row["Unit ID"], []).append(row)
    found = {}
    for legs in by_unit.values():
        for row, following in itertools.pairwise(legs):
            again = times(following)["ordered"]
            if times(row).get("available", "9") > again:
                found[leg(row)] = again
    return found


def stamps(rows: Iterable[Row]) -> Counter[tuple[str, str, str, str]]:
    """(call, unit or "", step, when) of every time in the file; a call's own times once."""
    own, units = set(), Counter[tuple[str, str, str, str]]()
    for row in rows:
        call, unit = leg(row)
        for step, column in (("received", "Received DtTm"), ("verified", "Entry DtTm")):
            at = moment(row[column])
            if at is not None:
                own.add((call, "", step, at))
        units.update((call, unit, step, at) for step, at in times(row).items())
    return units + Counter(own)


def ends_of_legs(rows: Sequence[Row]) -> dict[Leg, tuple[str, str]]:
    """{leg: how it ended and when}. Every leg of the file is over or was taken over."""
    away = taken_over(rows)
    return {
        leg(row): ("diambil_alih", away[leg(row)])
        if leg(row) in away
        else ("done", times(row)["available"])
        for row in rows
    }


def ends_of_calls(rows: Iterable[Row]) -> dict[str, str | None]:
    """{call: when its last unit was free}; None while a unit has not said so."""
    free: dict[str, list[str | None]] = {}
    for row in rows:
        free.setdefault(row["Call Number"], []).append(times(row).get("available"))
    return {
        call: None if None in said else max(at for at in said if at) for call, said in free.items()
    }


def ends_of_units(rows: Iterable[Row]) -> dict[str, str]:
    """{unit: since when it has been free}: what its last leg says."""
    last: dict[str, Row] = {}
    for row in sorted(rows, key=lambda row: times(row)["ordered"]):
        last[row["Unit ID"]] = row
    return {unit: times(row)["available"] for unit, row in last.items()}


def difficult(rows: Sequence[Row], count: int) -> list[Row]:
    """`count` rows with every reversed and every overlapping leg of the file among them."""
    away = taken_over(rows)
    units = {unit: set(away.values()) for _, unit in away}
    hard = reversed_legs(rows) | set(away)
    hard |= {leg(r) for r in rows if times(r)["ordered"] in units.get(r["Unit ID"], ())}
    chosen = [row for row in rows if leg(row) in hard]
    rest = [row for row in rows if leg(row) not in hard]
    return [*chosen, *rest[: count - len(chosen)]]
