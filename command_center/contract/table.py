"""A table somebody filled in: rows of cells by the names of their columns, and what is wrong with
which cell, so that a person can go there and mend it.

TableFault says why there is no table at all, RowError what one cell holds and what it should. The
codes of both are sentences of the screen.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from itertools import islice

from command_center.domain.exercise_mark import is_marked

MOST_ROWS = 20_000
MOST_COLUMNS = 200
LONGEST_CELL = 2_000
_SHOWN = 80
_ROWS_ABOVE = 30
"""A header may stand below a title, but not below all of it."""
_MOST_LISTED = 8
_NOT_NAME = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Unread:
    """A cell that has something in it but no value; `code` of a RowError says why."""

    code: str
    found: str


Value = str | int | float | bool | date | datetime | time | Unread | None
"""Texts are trimmed; None is an empty cell. Times of a workbook know no zone."""


@dataclass(frozen=True, slots=True)
class Line:
    """`number` as a spreadsheet shows it, from 1."""

    number: int
    values: tuple[Value, ...]
    hidden: bool = False


class TableFault(Exception):
    """There is no table to read. `code` and `params` make the sentence."""

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code, params)
        self.code = code
        self.params = params


@dataclass(frozen=True, slots=True)
class RowError:
    """`column` as the sender calls it, `letter` as a spreadsheet does; `found` is cut to 80
    letters of text from outside. `code` and `expected` say what belongs there."""

    row: int
    column: str
    letter: str
    found: str
    code: str
    expected: Mapping[str, object] = field(default_factory=dict)

    @property
    def params(self) -> dict[str, object]:
        """All that the sentence of the code speaks of."""
        at = {"row": self.row, "column": self.column, "letter": self.letter}
        return {**at, "found": self.found, **self.expected}


@dataclass(frozen=True, slots=True)
class Column:
    """`name` is ours, `written` what stands in the header, `at` counts from 0."""

    name: str
    written: str
    at: int

    @property
    def letter(self) -> str:
        return letter_of(self.at)


@dataclass(frozen=True, slots=True)
class TableRow:
    """The cells of a row that has any. What is asked of it in `contract.cells` notes its errors."""

    number: int
    hidden: bool
    values: Mapping[str, Value]
    columns: Mapping[str, Column]
    errors: list[RowError]
    own: list[RowError] = field(default_factory=list)

    @property
    def ok(self) -> bool:
        """Whether nothing of it was found wrong so far."""
        return not self.own

    def refuse(self, name: str, code: str, **expected: object) -> None:
        """Note what is wrong with the cell of a column."""
        column = self.columns.get(name) or Column(name, name, -1)
        found = shown(self.values.get(name))
        self.note(RowError(self.number, column.written, column.letter, found, code, expected))

    def note(self, error: RowError) -> None:
        self.own.append(error)
        self.errors.append(error)


@dataclass(frozen=True, slots=True)
class Table:
    """`errors` grows as the rows are asked. `hidden` rows are read like others: how many they are
    is for the screen to say. `unused` are columns nobody asked for. `exercise`: a line above them
    says that it left one."""

    rows: tuple[TableRow, ...]
    errors: list[RowError]
    hidden: int
    unused: tuple[str, ...]
    exercise: bool = False


def table_of(
    lines: Iterable[Line], required: Sequence[str], names: Mapping[str, str] | None = None
) -> Table:
    """Rows below the first line that names all `required` columns. `names` are other names of
    columns (`folded`) and what we call them. TableFault when no such line is there."""
    steady = iter(lines)
    above: list[Line] = []
    columns = _header(_kept(islice(steady, _ROWS_ABOVE), above), required, names or {})
    wanted = {*required, *(names or {}).values()}
    errors: list[RowError] = []
    by_name = {column.name: column for column in columns if column.name in wanted}
    rows = tuple(_rows(steady, columns, by_name, errors))
    unused = tuple(column.written for column in columns if column.name not in wanted)
    exercise = any(is_marked(text_of(line.values[0])) for line in above if line.values)
    return Table(rows, errors, sum(row.hidden for row in rows), unused, exercise)


def _kept(lines: Iterable[Line], above: list[Line]) -> Iterator[Line]:
    """As they come, and noted."""
    for line in lines:
        above.append(line)
        yield line


def folded(name: str) -> str:
    """A column's name in small letters, digits and underscores: "Nama Kel." is "nama_kel"."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return _NOT_NAME.sub("_", plain.casefold()).strip("_")


def letter_of(at: int) -> str:
    """What a spreadsheet calls the column: 0 is A, 26 is AA; "" below 0."""
    letters = ""
    while at >= 0:
        at, place = divmod(at, 26)
        letters = chr(65 + place) + letters
        at -= 1
    return letters


def shown(value: Value) -> str:
    """A value as a short line of text."""
    text = value.found if isinstance(value, Unread) else text_of(value)
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else line[: _SHOWN - 1] + "…"


def text_of(value: Value) -> str:
    """A whole number without a point, a day or time as ISO 8601, true and false as TRUE, FALSE."""
    if value is None or isinstance(value, Unread):
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float) and value.is_integer() and abs(value) < 2**53:
        return str(int(value))
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    return value.isoformat() if isinstance(value, date | time) else str(value).strip()


def _header(
    lines: Iterator[Line], required: Sequence[str], names: Mapping[str, str]
) -> tuple[Column, ...]:
    best: tuple[Column, ...] = ()
    for line in lines:
        columns = _columns(line, names)
        found = {column.name for column in columns}
        if found.issuperset(required):
            _demand_single(columns, {*required, *names.values()})
            return columns
        if len(found & {*required}) > len({c.name for c in best} & {*required}) or not best:
            best = columns
    if not best:
        raise TableFault("table_empty")
    missing = [name for name in required if name not in {column.name for column in best}]
    raise TableFault(
        "table_column_missing",
        missing=", ".join(missing),
        columns=", ".join([column.written for column in best][:_MOST_LISTED]),
    )


def _columns(line: Line, names: Mapping[str, str]) -> tuple[Column, ...]:
    """The cells of a header, whatever else it holds."""
    found = []
    for at, value in enumerate(line.values):
        written = shown(value)
        name = folded(written)
        if written:
            found.append(Column(names.get(name, name), written, at))
    return tuple(found)


def _demand_single(columns: Sequence[Column], wanted: set[str]) -> None:
    seen: dict[str, Column] = {}
    for column in columns:
        first = seen.setdefault(column.name, column)
        if first is not column and column.name in wanted:
            raise TableFault(
                "table_column_twice",
                column=column.written,
                letters=f"{first.letter}, {column.letter}",
            )


def _rows(
    lines: Iterator[Line],
    columns: Sequence[Column],
    by_name: Mapping[str, Column],
    errors: list[RowError],
) -> Iterator[TableRow]:
    """Empty rows are none. A value beyond the last column is an error of its row."""
    count, width = 0, columns[-1].at + 1
    for line in lines:
        if all(value in (None, "") for value in line.values):
            continue
        count += 1
        if count > MOST_ROWS:
            raise TableFault("table_too_many_rows", limit=MOST_ROWS)
        values = dict.fromkeys(by_name, None) | {
            name: line.values[column.at]
            for name, column in by_name.items()
            if column.at < len(line.values)
        }
        row = TableRow(line.number, line.hidden, values, by_name, errors)
        for at, value in enumerate(line.values[width:], width):
            if value not in (None, ""):
                row.note(RowError(row.number, "", letter_of(at), shown(value), "cell_beyond"))
                break
        yield row
