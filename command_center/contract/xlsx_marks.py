"""What a sheet says of its cells beside their values: which are merged, hidden or worked out."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from command_center.contract.table import MOST_COLUMNS, TableFault, Value

MOST_MERGED = 20_000
# A tag that never ends must not be looked through again from each of its letters.
_REST = rb"[^<>]{0,200}"
_CELL = rb"<(?:\w{1,9}:)?c\b" + _REST + rb'\br="([A-Z]{1,3})(\d{1,7})"' + _REST + rb">\s{0,9}"
_ROW = re.compile(rb"<(?:\w{1,9}:)?row\b([^<>]*)>")
_NUMBER = re.compile(rb'\br="(\d{1,7})"')
_HIDDEN = re.compile(rb'\bhidden="(?:1|true)"')
_FORMULA = re.compile(_CELL + rb"<(?:\w{1,9}:)?f\b")
_FILLED = re.compile(_CELL + rb"<(?:\w{1,9}:)?(?:f\b|is>|v>[^<])")
_BARE = re.compile(rb"<(?:\w{1,9}:)?c(?![\w:])(?!" + _REST + rb'\br=")')
_MERGED = re.compile(
    rb"<(?:\w{1,9}:)?mergeCell\b" + _REST + rb'\bref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"'
)


@dataclass(frozen=True, slots=True)
class Merged:
    """Cells merged down a column, which counts from 0; rows from 1, both ends belong to it."""

    column: int
    top: int
    bottom: int


@dataclass(frozen=True, slots=True)
class Marks:
    """`formulas` and `merged` by the row they stand or begin in; `width` and `height` count up to
    the last column and row with a value, None where cells do not say where they are."""

    width: int | None
    height: int | None
    hidden: frozenset[int]
    formulas: Mapping[int, tuple[int, ...]]
    merged: Mapping[int, tuple[Merged, ...]]


@dataclass(slots=True)
class Spread:
    """Gives the cells below the first of merged ones its value, row by row from the top.

    What is merged across columns stays where it is written: that is a heading.
    """

    merged: Mapping[int, tuple[Merged, ...]]
    _under: dict[int, tuple[Merged, Value]] = field(default_factory=dict)

    def down(self, number: int, values: list[Value]) -> None:
        """Fill in a row. One with nothing of its own stays empty."""
        own = any(value not in (None, "") for value in values)
        for column, (cells, value) in list(self._under.items()):
            if number > cells.bottom:
                del self._under[column]
            elif own:
                values += [None] * (column + 1 - len(values))
                values[column] = value
        for cells in self.merged.get(number, ()):
            if cells.column < len(values):
                self._under[cells.column] = cells, values[cells.column]


def marks_of(part: bytes) -> Marks:
    """Out of the XML of a sheet, which the library reads for itself. TableFault for more merged
    cells than a person makes."""
    plain = (
        part.decode("utf-16", "replace").encode()
        if part[:2] in (b"\xff\xfe", b"\xfe\xff")
        else part
    )
    hidden = set()
    for attributes in _ROW.findall(plain):
        number = _NUMBER.search(attributes)
        if number and _HIDDEN.search(attributes):
            hidden.add(int(number[1]))
    formulas: defaultdict[int, list[int]] = defaultdict(list)
    for letters, row in _FORMULA.findall(plain):
        formulas[int(row)].append(_column(letters))
    return Marks(
        *_extent(plain),
        frozenset(hidden),
        {row: tuple(columns) for row, columns in formulas.items()},
        _merged(plain),
    )


def _extent(plain: bytes) -> tuple[int | None, int | None]:
    if _BARE.search(plain):
        return None, None
    columns, rows = set(), 0
    for letters, row in _FILLED.findall(plain):
        columns.add(letters)
        rows = max(rows, int(row))
    return max(map(_column, columns), default=-1) + 1, rows


def _merged(plain: bytes) -> dict[int, tuple[Merged, ...]]:
    found: defaultdict[int, list[Merged]] = defaultdict(list)
    for count, (left, top, _, bottom) in enumerate(_MERGED.findall(plain), 1):
        if count > MOST_MERGED:
            raise TableFault("table_too_merged", limit=MOST_MERGED)
        column = _column(left)
        if column < MOST_COLUMNS and int(bottom) > int(top):
            found[int(top)].append(Merged(column, int(top), int(bottom)))
    return {top: tuple(cells) for top, cells in found.items()}


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1
