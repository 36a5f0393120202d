"""Records out of a file from outside: GeoJSON features, JSON objects or CSV rows."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from command_center.geo.faults import Fault, FaultCode
from command_center.geo.tables import Row, decode, read_rows

MAX_DEPTH = 32
MAX_RECORDS = 200_000


@dataclass(frozen=True, slots=True)
class Record:
    """A row and, for a GeoJSON feature, its geometry as parsed JSON."""

    row: Row
    geometry: Mapping[str, Any] | None


def read_records(
    data: bytes,
    file: str,
    faults: list[Fault],
    aliases: Mapping[str, str],
    required: Sequence[str] = (),
) -> Iterator[Record]:
    """Records in file order; what cannot be read at all is one fault and no record.

    JSON may be a FeatureCollection, one Feature, a list of objects, or an object holding one such
    list; its records are counted from 1. A feature's own id is its code unless it has another.
    Names of columns and properties are lower-cased, then renamed.
    """
    text = decode(data, file, faults)
    if text is None:
        return
    if text.lstrip()[:1] in ("{", "["):
        records = _json_records(text, file, faults, aliases)
    else:
        records = (Record(r, None) for r in read_rows(text, file, required, faults, aliases))
    count = 0
    for count, record in enumerate(records, start=1):
        if count > MAX_RECORDS:
            faults.append(Fault(file, count, None, FaultCode.TOO_LARGE))
            return
        yield record
    if not count and not faults:
        faults.append(Fault(file, None, None, FaultCode.NO_ROWS))


def _json_records(
    text: str, file: str, faults: list[Fault], aliases: Mapping[str, str]
) -> Iterator[Record]:
    try:
        root = json.loads(text, parse_constant=_refuse)
    except RecursionError:
        faults.append(Fault(file, None, None, FaultCode.TOO_DEEP))
        return
    except ValueError as error:
        line = error.lineno if isinstance(error, json.JSONDecodeError) else None
        faults.append(Fault(file, line, None, FaultCode.NOT_GEOJSON))
        return
    if _too_deep(root):
        faults.append(Fault(file, None, None, FaultCode.TOO_DEEP))
        return
    entries = _entries(root)
    if entries is None:
        faults.append(Fault(file, None, None, FaultCode.NOT_GEOJSON))
        return
    for number, entry in enumerate(entries, start=1):
        if not isinstance(entry, dict):
            faults.append(Fault(file, number, None, FaultCode.NOT_GEOJSON))
            continue
        yield _record(entry, file, number, faults, aliases)


def _record(
    entry: Mapping[str, Any],
    file: str,
    number: int,
    faults: list[Fault],
    aliases: Mapping[str, str],
) -> Record:
    feature = entry.get("type") == "Feature"
    properties = entry.get("properties") if feature else entry
    values = properties if isinstance(properties, dict) else {}
    cells = {}
    for name, value in values.items():
        column = str(name).strip().lower()
        cells[aliases.get(column, column)] = _cell(value)
    if feature and "id" in entry:
        cells.setdefault("code", _cell(entry["id"]))
    geometry = entry.get("geometry") if feature else None
    if not isinstance(geometry, dict):
        return Record(Row(file, number, cells, faults), None)
    point = geometry.get("coordinates")
    if geometry.get("type") == "Point" and isinstance(point, list) and len(point) >= 2:
        cells["lon"], cells["lat"] = _cell(point[0]), _cell(point[1])
    return Record(Row(file, number, cells, faults), geometry)


def _entries(root: Any) -> list[Any] | None:
    if isinstance(root, list):
        return root
    if not isinstance(root, dict):
        return None
    if root.get("type") == "FeatureCollection":
        features = root.get("features")
        return features if isinstance(features, list) else None
    if root.get("type") == "Feature":
        return [root]
    lists = [value for value in root.values() if isinstance(value, list)]
    return lists[0] if len(lists) == 1 else None


def _cell(value: Any) -> str:
    """Portals send numbers as text and text as numbers: every scalar becomes text."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return str(value)


def _too_deep(root: Any) -> bool:
    level = [root]
    for _ in range(MAX_DEPTH):
        level = [
            child
            for value in level
            if isinstance(value, dict | list)
            for child in (value.values() if isinstance(value, dict) else value)
            if isinstance(child, dict | list)
        ]
        if not level:
            return False
    return True


def _refuse(constant: str) -> float:
    raise ValueError(constant)
