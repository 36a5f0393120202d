"""A table of foreign rows to records of contract v1, by a mapping file. docs/replay.md tells how.

A mapping is TOML: how times are written, and per record type a template for each field
("{Column}"), what makes it unique and which column gives its time.
"""

from __future__ import annotations

import csv
import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

# Rows and records are held in memory, in about ten times the room they take in the file.
MAX_BYTES = 128 * 1024 * 1024
Row = Mapping[str, str]
Record = dict[str, Any]


class MappingFault(Exception):
    """The file and its mapping do not fit; says where."""


@dataclass(frozen=True, slots=True)
class RecordPlan:
    """`once` names what the record is unique by ("" = the row); `pick` chooses among its rows by
    time; with `complete` every row must have the time, or there is no record."""

    type: str
    id: str
    at: str
    once: str
    pick: str
    complete: bool
    fields: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class SourceMapping:
    name: str
    zone: ZoneInfo
    time_format: str
    agency: Mapping[str, str]
    point_column: str
    point_pattern: re.Pattern[str]
    values: Mapping[str, Mapping[str, str]]
    plans: tuple[RecordPlan, ...]


def load_mapping(path: Path) -> SourceMapping:
    """The mapping of a file; MappingFault names what is missing or cannot be read."""
    try:
        return _mapping(tomllib.loads(path.read_text(encoding="utf-8")))
    except KeyError as error:
        raise MappingFault(f"{path.name}: {error} is missing or not known") from error
    except (ValueError, TypeError, AttributeError, re.error) as error:
        raise MappingFault(f"{path.name}: {error}") from error


def _mapping(table: Mapping[str, Any]) -> SourceMapping:
    point = table.get("point", {})
    return SourceMapping(
        name=table["name"],
        zone=ZoneInfo(table["time_zone"]),
        time_format=table["time_format"],
        agency=table["agency"],
        point_column=point.get("column", ""),
        point_pattern=re.compile(point.get("pattern", "$^")),
        values=table.get("values", {}),
        plans=tuple(
            RecordPlan(
                type=plan["type"],
                id=plan["id"],
                at=plan["at"],
                once=plan.get("once", ""),
                pick=plan.get("pick", "first"),
                complete=plan.get("complete", False),
                fields=plan.get("fields", {}),
            )
            for plan in table["record"]
        ),
    )


def read_rows(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file of at most MAX_BYTES; MappingFault."""
    if path.stat().st_size > MAX_BYTES:
        raise MappingFault(f"{path.name}: larger than {MAX_BYTES} bytes")
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return list(csv.DictReader(file))
    except (csv.Error, UnicodeDecodeError) as error:
        raise MappingFault(f"{path.name}: {error}") from error


def records(rows: Sequence[Row], mapping: SourceMapping) -> list[Record]:
    """All records of the rows in event-time order, ties by id."""
    found: list[tuple[datetime, str, Record]] = []
    for plan in mapping.plans:
        for key, group in _groups(rows, plan).items():
            made = _record(key, group, plan, mapping)
            if made is not None:
                found.append(made)
    found.sort(key=lambda item: (item[0], item[1]))
    return [record for _, _, record in found]


def _groups(rows: Iterable[Row], plan: RecordPlan) -> dict[str, list[Row]]:
    groups: dict[str, list[Row]] = {}
    for number, row in enumerate(rows):
        key = _fill(plan.once, row) if plan.once else str(number)
        groups.setdefault(key, []).append(row)
    return groups


def _record(
    key: str, group: Sequence[Row], plan: RecordPlan, mapping: SourceMapping
) -> tuple[datetime, str, Record] | None:
    if plan.at not in group[0]:
        raise MappingFault(f"the file has no column {plan.at!r}")
    timed = [(_time(row[plan.at], mapping), row) for row in group if row[plan.at]]
    if not timed or (plan.complete and len(timed) < len(group)):
        return None
    choose = max if plan.pick == "last" else min
    at, row = choose(timed, key=lambda item: item[0])
    record: Record = {
        "type": plan.type,
        "id": _fill(plan.id, row),
        "at": at.strftime("%Y-%m-%dT%H:%M:%SZ"),
    }
    for name, template in plan.fields.items():
        value = _value(name, template, row, mapping)
        if value not in ("", None):
            record[name] = value
    if plan.type == "report" and mapping.point_column:
        record.update(_point(row, mapping))
    return at, record["id"], record


def _time(text: str, mapping: SourceMapping) -> datetime:
    try:
        local = datetime.strptime(text, mapping.time_format).replace(tzinfo=mapping.zone)
    except ValueError as error:
        raise MappingFault(f"time {text[:40]!r} is not {mapping.time_format}") from error
    return local.astimezone(UTC)


def _value(name: str, template: Any, row: Row, mapping: SourceMapping) -> Any:
    if not isinstance(template, str):
        return template
    text = _fill(template, row)
    table = mapping.values.get(name)
    return text if table is None else table.get(text, table.get("*", ""))


def _point(row: Row, mapping: SourceMapping) -> dict[str, float]:
    match = mapping.point_pattern.search(row.get(mapping.point_column, ""))
    if match is None:
        return {}
    return {"lat": float(match["lat"]), "lon": float(match["lon"])}


def _fill(template: str, row: Row) -> str:
    try:
        return template.format_map(row)
    except KeyError as error:
        raise MappingFault(f"the file has no column {error}") from error
