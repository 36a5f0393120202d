"""Writes a table of points: as TOML, which is what is kept, and as CSV for a spreadsheet."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from command_center.advice.triage.checking import MOST_ROWS
from command_center.advice.triage.faults import RowFault, TableWrong
from command_center.advice.triage.reading import COLUMNS, parse_table, row_of
from command_center.advice.triage.table import Negation, Row, Table
from command_center.domain.exercise_mark import unmarked

_NEGATION = ("before", "after", "not_with", "skipped", "clause_ends", "own")
_SHARE = ("limit", "clear", "least", "hours")
_BETWEEN = " | "
_PAIRS, _WHOLE = frozenset({"hours", "days"}), frozenset({"points", "within_m", "least", "minutes"})
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def as_toml(table: Table) -> str:
    """Read back, it is the same table; the same table is the same text."""
    lines = ["[negation]", f"reach = {table.negation.reach}"]
    lines += [f"{name} = {_list(sorted(_words_of(table.negation, name)))}" for name in _NEGATION]
    lines += ["", "[p1_share]"]
    lines += [f"{name} = {getattr(table.share, name)}" for name in _SHARE]
    for row in table.rows:
        lines += ["", "[[row]]", *(f"{name} = {_value(v)}" for name, v in plain(row).items())]
    return "\n".join(lines) + "\n"


def plain(row: Row) -> dict[str, Any]:
    """The row's columns as plain values; those it does not need are left out."""
    values: dict[str, Any] = {
        "code": row.code,
        "when": row.when.value,
        "any": list(row.any),
        "points": row.points,
        "id": row.text_id,
        "en": row.text_en,
        "sets": row.sets.value if row.sets else None,
        "within_m": row.within_m or None,
        "hours": list(row.hours) if row.hours else None,
        "days": list(row.days) if row.days else None,
        "least": row.least or None,
        "minutes": row.minutes or None,
    }
    return {name: value for name, value in values.items() if value not in (None, [])}


def _words_of(negation: Negation, name: str) -> Iterable[str]:
    words: frozenset[str] = getattr(negation, name)
    return words


def _list(values: Sequence[object]) -> str:
    return f"[{', '.join(_value(value) for value in values)}]"


def _value(value: object) -> str:
    if isinstance(value, list):
        return _list(value)
    if isinstance(value, str):
        # TOML wants the one control character escaped that JSON does not
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    return str(value)


def as_csv(table: Table) -> str:
    """The rows, one a line; words of one row stand between bars. The rest of the table is not in
    it: whoever reads it back keeps what stands."""
    out = io.StringIO()
    lines = csv.writer(out, lineterminator="\r\n")
    lines.writerow(COLUMNS)
    for row in table.rows:
        lines.writerow(cells_of(row).values())
    return out.getvalue()


def cells_of(row: Row) -> dict[str, str]:
    """Every column of the row as a form or a spreadsheet shows it."""
    values = plain(row)
    return {name: _cell(values.get(name, "")) for name in COLUMNS}


def _cell(value: object) -> str:
    if isinstance(value, list):
        return _BETWEEN.join(str(one) for one in value)
    text = str(value)
    # a spreadsheet would take a word for a formula; a number it may take for one
    return f"'{text}" if isinstance(value, str) and text.startswith(_FORMULA) else text


def from_csv(text: str, standing: Table) -> Table:
    """The table of a spreadsheet's rows with all else as it stands. TableWrong; `row` of a fault
    counts the rows below the names."""
    text = unmarked(text)
    sample = text.split("\n", 1)[0]
    mark = max(";,\t", key=sample.count)
    lines = list(csv.reader(io.StringIO(text.removeprefix("\ufeff")), delimiter=mark))
    if not lines or not set(lines[0]) >= {"code", "when", "points"}:
        raise TableWrong((RowFault(0, "triage_not_csv"),))
    if len(lines) > MOST_ROWS * 2:
        raise TableWrong((RowFault(0, "triage_table_too_long", "", str(MOST_ROWS)),))
    faults: list[RowFault] = []
    written = [line for line in lines[1:] if any(cell.strip() for cell in line)]
    rows = [
        row_of(from_cells(dict(zip(lines[0], line, strict=False))), at, faults)
        for at, line in enumerate(written, 1)
    ]
    if faults:
        raise TableWrong(tuple(faults))
    kept = tuple(row for row in rows if row is not None)
    return parse_table(as_toml(Table(kept, standing.negation, standing.share)))


def from_cells(cells: Mapping[str, str]) -> dict[str, Any]:
    """Cells as the values TOML would have; what is no number stays text and is found out later."""
    values: dict[str, Any] = {}
    for name, cell in cells.items():
        text = cell.strip()
        if text[:1] == "'" and text[1:].startswith(_FORMULA):
            text = text[1:]
        if not text:
            continue
        if name == "any":
            values[name] = [part.strip() for part in text.split("|")]
        elif name in _PAIRS:
            values[name] = [_number(part) for part in text.split("|")]
        else:
            values[name] = _number(text) if name in _WHOLE else text
    return values


def _number(text: str) -> int | str:
    try:
        return int(text)
    except ValueError:
        return text
