"""Reads a table of points from TOML and says of each row what is wrong with it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Collection, Mapping
from functools import cache, lru_cache
from typing import Any

from command_center.advice.categories import categories
from command_center.advice.triage.checking import table_faults
from command_center.advice.triage.faults import RowFault, TableWrong
from command_center.advice.triage.table import Negation, Row, ShareLimit, Table, When
from command_center.domain.incident import Priority
from command_center.runtime.paths import resources_dir

TEXT_LENGTH = 18_000
"""Characters of a whole table: what a setting of the room holds, with room to spare."""
VALUE_SHOWN = 40
_HEAD = frozenset({"reach", "negation", "p1_share", "row"})
_LISTS = ("before", "after", "not_with", "skipped", "clause_ends", "own")
_SHARE = ("limit", "clear", "least", "hours")
_LINE = re.compile(r"line (\d+)")
_Raw = Mapping[str, Any]


def parse_table(text: str, known: Collection[str] | None = None) -> Table:
    """The table; `known` are the categories it has to say something about (default: the program's
    own). TableWrong with every fault."""
    if len(text) > TEXT_LENGTH:
        raise TableWrong((RowFault(0, "triage_table_too_long", "", str(TEXT_LENGTH)),))
    try:
        raw = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        found = _LINE.search(str(error))
        where = found.group(1) if found else ""
        raise TableWrong((RowFault(0, "triage_not_toml", "", where),)) from error
    faults: list[RowFault] = [
        RowFault(0, "triage_unknown_key", _cut(k)) for k in raw if k not in _HEAD
    ]
    rows = tuple(row for row in _rows(raw, faults) if row is not None)
    table = Table(rows, _negation(raw, faults), _share(raw, faults))
    if not faults:
        faults += table_faults(table, known if known is not None else categories())
    if faults:
        raise TableWrong(tuple(faults))
    return table


@lru_cache(maxsize=16)
def kept_table(text: str) -> Table:
    """As `parse_table`, once for each text."""
    return parse_table(text)


@cache
def shipped_text() -> str:
    return (resources_dir() / "codes" / "triage.toml").read_text(encoding="utf-8")


def shipped_table() -> Table:
    """The table this program ships."""
    return kept_table(shipped_text())


def _cut(value: object) -> str:
    return str(value)[:VALUE_SHOWN]


def _rows(raw: _Raw, faults: list[RowFault]) -> list[Row | None]:
    listed = raw.get("row", [])
    if not isinstance(listed, list) or not all(isinstance(one, dict) for one in listed):
        faults.append(RowFault(0, "triage_wrong_type", "row"))
        return []
    if not listed:
        faults.append(RowFault(0, "triage_table_empty"))
    return [row_of(one, at, faults) for at, one in enumerate(listed, 1)]


def row_of(raw: _Raw, at: int, faults: list[RowFault]) -> Row | None:
    """The row of plain values, None with its faults added where it is none."""
    before = len(faults)
    for column in raw:
        if column not in _COLUMNS:
            faults.append(RowFault(at, "triage_unknown_key", _cut(column)))
    values: dict[str, Any] = {}
    for column, (field, needed, read) in _COLUMNS.items():
        if column not in raw:
            if needed:
                faults.append(RowFault(at, "triage_missing", column))
            continue
        try:
            values[field] = read(raw[column])
        except (ValueError, TypeError, KeyError):
            faults.append(RowFault(at, "triage_wrong_value", column, _cut(raw[column])))
    return Row(**{"any": (), **values}) if len(faults) == before else None


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value.strip()


def _whole(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError
    return value


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise TypeError
    return tuple(_text(one) for one in value)


def _pair(value: object) -> tuple[int, int]:
    if not isinstance(value, list):
        raise TypeError
    first, last = (_whole(one) for one in value)
    return first, last


_COLUMNS: Mapping[str, tuple[str, bool, Callable[[Any], Any]]] = {
    "code": ("code", True, _text),
    "when": ("when", True, lambda value: When(_text(value))),
    "any": ("any", False, _texts),
    "points": ("points", True, _whole),
    "id": ("text_id", True, _text),
    "en": ("text_en", True, _text),
    "sets": ("sets", False, lambda value: Priority(_text(value))),
    "within_m": ("within_m", False, _whole),
    "hours": ("hours", False, _pair),
    "days": ("days", False, _pair),
    "least": ("least", False, _whole),
    "minutes": ("minutes", False, _whole),
}
COLUMNS = tuple(_COLUMNS)


def _negation(raw: _Raw, faults: list[RowFault]) -> Negation:
    given = _section(raw, "negation", (*_LISTS, "reach"), faults)
    values: dict[str, Any] = {}
    for name, value in given.items():
        try:
            values[name] = (
                _whole(value) if name == "reach" else frozenset(w.casefold() for w in _texts(value))
            )
        except TypeError:
            faults.append(RowFault(0, "triage_wrong_value", f"negation.{name}", _cut(value)))
    return Negation(**values)


def _share(raw: _Raw, faults: list[RowFault]) -> ShareLimit:
    given = _section(raw, "p1_share", _SHARE, faults)
    values: dict[str, int] = {}
    for name, value in given.items():
        try:
            values[name] = _whole(value)
        except TypeError:
            faults.append(RowFault(0, "triage_wrong_value", f"p1_share.{name}", _cut(value)))
    return ShareLimit(**values)


def _section(
    raw: _Raw, name: str, known: Collection[str], faults: list[RowFault]
) -> Mapping[str, Any]:
    """Its known keys."""
    given = raw.get(name, {})
    if not isinstance(given, dict):
        faults.append(RowFault(0, "triage_wrong_type", name))
        return {}
    faults += [
        RowFault(0, "triage_unknown_key", f"{name}.{_cut(k)}") for k in given if k not in known
    ]
    return {key: value for key, value in given.items() if key in known}
