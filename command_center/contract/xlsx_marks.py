"""What a sheet says of its cells beside their values: which are merged, hidden or worked out."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from command_center.contract.table import MOST_COLUMNS, TableFault, Value

MOST_MERGED = 20_000
_LEAST_PIECE, _MOST_PIECE = 65_536, 1_000_000
_CUT = re.compile(rb"(?=</)|(?<=/>)")
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


def marks_of(part: bytes, look: Callable[[], object] = lambda: None) -> Marks:
    """Out of the XML of a sheet, which the library reads for itself. TableFault for more merged
    cells than a person makes. `look` is called before every piece; what it raises ends it."""
    plain = (
        part.decode("utf-16", "replace").encode()
        if part[:2] in (b"\xff\xfe", b"\xfe\xff")
        else part
    )
    seen = _Seen()
    for piece in _pieces(plain):
        look()
        seen.look_through(piece)
    return seen.marks()


def _pieces(plain: bytes) -> Iterator[bytes]:
    """An expression holds all threads up until it has looked through what it is given. Nothing
    that is looked for goes on behind an end tag's beginning, or behind a tag without content."""
    at = 0
    while at < len(plain):
        most = at + _MOST_PIECE
        found = _CUT.search(plain, at + _LEAST_PIECE, most)
        end = found.start() if found else most
        yield plain[at:end]
        at = end


@dataclass(slots=True)
class _Seen:
    """What the pieces so far say."""

    hidden: set[int] = field(default_factory=set)
    formulas: defaultdict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    merged: defaultdict[int, list[Merged]] = field(default_factory=lambda: defaultdict(list))
    merged_count: int = 0
    columns: set[bytes] = field(default_factory=set)
    height: int = 0
    placed: bool = True

    def look_through(self, piece: bytes) -> None:
        for attributes in _ROW.findall(piece):
            number = _NUMBER.search(attributes)
            if number and _HIDDEN.search(attributes):
                self.hidden.add(int(number[1]))
        for letters, row in _FORMULA.findall(piece):
            self.formulas[int(row)].append(_column(letters))
        self.placed = self.placed and not _BARE.search(piece)
        if self.placed:
            for letters, row in _FILLED.findall(piece):
                self.columns.add(letters)
                self.height = max(self.height, int(row))
        for left, top, _, bottom in _MERGED.findall(piece):
            self._merge(_column(left), int(top), int(bottom))

    def _merge(self, column: int, top: int, bottom: int) -> None:
        self.merged_count += 1
        if self.merged_count > MOST_MERGED:
            raise TableFault("table_too_merged", limit=MOST_MERGED)
        if column < MOST_COLUMNS and bottom > top:
            self.merged[top].append(Merged(column, top, bottom))

    def marks(self) -> Marks:
        width = max(map(_column, self.columns), default=-1) + 1
        return Marks(
            width if self.placed else None,
            self.height if self.placed else None,
            frozenset(self.hidden),
            {row: tuple(columns) for row, columns in self.formulas.items()},
            {top: tuple(cells) for top, cells in self.merged.items()},
        )


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1
