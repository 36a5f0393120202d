"""Tries files without storing anything: as contract records, or by a mapping."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec

from command_center.bootstrap.given_file import read_some
from command_center.bootstrap.mappings import mapping_of
from command_center.connectors.file_drop.readers import document_of
from command_center.connectors.hospital.have import parse_have
from command_center.connectors.mapped import MappedPage, map_rows
from command_center.contract.mapping import SourceMapping
from command_center.contract.page import MAX_BYTES, Accepted, Page, PageFault, Refused, parse_page
from command_center.contract.shape import Drift, Shape, learn, types_of
from command_center.domain.errors import OperatorError
from command_center.runtime.clock import LiveClock

Document = dict[str, Any]


def parse_file(kind: str, path: Path, mapping: str | None = None) -> Document:
    """What a file holds: {"stored": [...], "refused": [{"reason", "where"}]}. OperatorError."""
    if kind == "foreign":
        if mapping is None:
            raise OperatorError("parse_needs_mapping")
        return _judged(lambda: _foreign(path, mapping), path)
    return _judged(lambda: _PARSERS[kind](path), path)


def try_mapping(path: Path, mapping: str) -> Document:
    """As parse_file, with the whole records, what was left out of them, the rows there are and the
    places of those that no [[record]] takes, and the fields that the mapping does not know, that
    the records it made read in vain, and that are of several types."""
    blank: Document = {
        "rows": 0,
        "untaken": [],
        "left_out": [],
        "unknown": [],
        "missing": [],
        "retyped": [],
    }
    return blank | _judged(lambda: _tried(path, mapping), path)


def _judged(read: Callable[[], Document], path: Path) -> Document:
    try:
        return read()
    except PageFault as fault:
        return {"stored": [], "refused": [{"reason": fault.code, "where": path.name}]}


def _records(path: Path) -> Document:
    page = parse_page(read_some(path, MAX_BYTES))
    return {"stored": [one.record.id for one in _taken(page)], "refused": _refused(page)}


def _foreign(path: Path, mapping: str) -> Document:
    page = _mapped(path, mapping_of(mapping)).page
    return {"stored": [one.record.id for one in _taken(page)], "refused": _refused(page)}


def _tried(path: Path, name: str) -> Document:
    mapping = mapping_of(name)
    mapped = _mapped(path, mapping)
    odd = _drift(mapped, _read_by(mapped, mapping))
    return {
        "rows": len(mapped.rows),
        "untaken": [
            row.where for row, made in zip(mapped.rows, mapped.made, strict=True) if not made.items
        ],
        "stored": [msgspec.to_builtins(one.record) for one in _taken(mapped.page)],
        "refused": _refused(mapped.page),
        "left_out": [
            {"where": one.where, "field": one.field, "reason": one.why}
            for made in mapped.made
            for one in made.left_out
        ],
        "unknown": list(odd.unknown),
        "missing": list(odd.missing),
        "retyped": list(odd.retyped),
    }


def _mapped(path: Path, mapping: SourceMapping) -> MappedPage:
    return map_rows(
        document_of(path.name, read_some(path, MAX_BYTES), mapping), mapping, LiveClock().now()
    )


def _taken(page: Page) -> Sequence[Accepted]:
    return [item for item in page.items if isinstance(item, Accepted)]


def _refused(page: Page) -> list[dict[str, str]]:
    return [
        {"reason": item.why, "where": item.where or f"records[{number}]"}
        for number, item in enumerate(page.items)
        if isinstance(item, Refused)
    ]


def _read_by(mapped: MappedPage, mapping: SourceMapping) -> frozenset[str]:
    """What the records read that took a row: those of another kind are not in every sample."""
    rows = [row.value for row in mapped.rows if not row.fault and isinstance(row.value, dict)]
    used = [one.reads for one in mapping.records if any(one.takes(row) for row in rows)]
    return frozenset().union(*used)


def _drift(mapped: MappedPage, reads: frozenset[str]) -> Drift:
    """Against the mapping, for no shape has been learned of a sample."""
    types = [types_of(row.value) for row in mapped.rows]
    seen = learn(Shape(), types)
    names = {part for path in seen.fields for part in path.replace("[]", "").split(".")}
    unknown = [path for path in seen.fields if not _mentioned(path, mapped.known)]
    missing = sorted(reads - names) if mapped.rows else []
    retyped = [
        path for path, kinds in seen.fields.items() if len([k for k in kinds if k != "nothing"]) > 1
    ]
    return Drift(tuple(unknown), tuple(missing), tuple(retyped))


def _mentioned(path: str, known: frozenset[str]) -> bool:
    """Whether the mapping names the field itself, or all of what it stands in."""
    parts = path.replace("[]", "").split(".")
    return parts[-1] in known or (parts[0] in known and len(parts) > 1 and path.count("[]") > 0)


def _have(path: Path) -> Document:
    found = parse_have(read_some(path, MAX_BYTES))
    return {
        "stored": [one.code for one in found.stored],
        "refused": [{"reason": one.reason, "where": one.element} for one in found.refused],
    }


_PARSERS: Mapping[str, Callable[[Path], Document]] = {
    "records": _records,
    "edxl-have": _have,
    "have": _have,
}
