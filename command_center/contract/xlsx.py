"""A sheet of an XLSX workbook as lines of cells. A formula is never worked out: it has the value
the sender's program left with it, or none."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime, time
from typing import Any

from command_center.contract.safe_cell import safe_cell, said_cell
from command_center.contract.table import (
    LONGEST_CELL,
    MOST_COLUMNS,
    MOST_ROWS,
    Line,
    TableFault,
    Unread,
    Value,
)
from command_center.contract.xlsx_marks import Marks, Spread, marks_of

MOST_PARTS = 500
MOST_UNPACKED = 64 * 1024 * 1024
MOST_RATIO, SMALL_PART = 200, 1024 * 1024
"""A part that unpacks to more than `MOST_RATIO` times its size and is not small is a trap."""
LAST_LINE = 5 * MOST_ROWS
"""Of rows with something in them and of empty ones before the last of those."""
_MOST_LISTED = 12
LONGEST_TITLE = 31
_NO_TITLE = str.maketrans(dict.fromkeys("[]:*?/\\", " "))
Plain = str | int | float | date | None
_LOCKED = b"\xd0\xcf\x11\xe0"


def read_sheet(
    data: bytes, sheet: str = "", look: Callable[[], object] = lambda: None
) -> Iterator[Line]:
    """The lines of the named sheet, else of the first one that is not hidden. TableFault.

    `look` is called time and again before the first line; what it raises ends the reading.
    """
    if data.startswith(_LOCKED):
        raise TableFault("table_locked_workbook")
    _demand_modest(data)
    with _faults():
        book = _opened(data)
    try:
        with _faults(), zipfile.ZipFile(io.BytesIO(data)) as archive:
            page = _sheet(book, sheet)
            # The library keeps to itself where a sheet is, and does not tell what `Marks` has.
            part = archive.read(page._worksheet_path)
        marks = marks_of(part, look)
        with _faults():
            yield from _lines(page, marks)
    finally:
        book.close()


@contextmanager
def _faults() -> Iterator[None]:
    """The library neither names what it raises nor promises to raise it; none of it is ours."""
    try:
        yield
    except TableFault:
        raise
    except Exception as error:
        raise TableFault("table_not_workbook") from error


def _demand_modest(data: bytes) -> None:
    """By what the archive says of itself, which is as far as anybody unpacks it."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise TableFault("table_not_workbook") from error
    swollen = any(
        part.file_size > max(SMALL_PART, MOST_RATIO * part.compress_size) for part in parts
    )
    unpacked = sum(part.file_size for part in parts)
    if len(parts) > MOST_PARTS or swollen or unpacked > MOST_UNPACKED:
        raise TableFault("table_unpacks_too_large", limit=MOST_UNPACKED // 1024**2)


def _opened(data: bytes) -> Any:
    # A tenth of a second, for the few who read workbooks.
    import openpyxl  # noqa: PLC0415

    return openpyxl.load_workbook(
        io.BytesIO(data), read_only=True, data_only=True, keep_links=False, rich_text=False
    )


def _lines(page: Any, marks: Marks) -> Iterator[Line]:
    if marks.width is not None and marks.width > MOST_COLUMNS:
        raise TableFault("table_too_wide", limit=MOST_COLUMNS)
    page.reset_dimensions()
    spread = Spread(marks.merged)
    width, height = marks.width or MOST_COLUMNS, marks.height or None
    for number, cells in enumerate(page.iter_rows(max_row=height, max_col=width), 1):
        if number > LAST_LINE:
            raise TableFault("table_too_many_rows", limit=MOST_ROWS)
        if cells:
            yield _line(number, cells, marks, spread)


def _sheet(book: Any, wanted: str) -> Any:
    sheets = book.worksheets
    named = [one for one in sheets if one.title.strip().casefold() == wanted.strip().casefold()]
    seen = [one for one in sheets if one.sheet_state == "visible"] or sheets
    if wanted and not named:
        names = ", ".join([one.title for one in sheets][:_MOST_LISTED])
        raise TableFault("table_no_sheet", sheet=wanted[:80], sheets=names)
    if not seen:
        raise TableFault("table_empty")
    return named[0] if wanted else seen[0]


def _line(number: int, cells: Any, marks: Marks, spread: Spread) -> Line:
    values = [_value(cell) for cell in cells]
    for at in marks.formulas.get(number, ()):
        if at < len(values) and values[at] is None:
            values[at] = Unread("cell_formula", "=")
    spread.down(number, values)
    return Line(number, tuple(values), number in marks.hidden)


def _value(cell: Any) -> Value:
    value = cell.value
    if value is None or isinstance(value, bool | int | float | datetime | date | time):
        return value
    said = said_cell(str(value))
    if getattr(cell, "data_type", "") == "e":
        return Unread("cell_broken", said)
    if len(said) > LONGEST_CELL:
        return Unread("cell_too_long", said[:LONGEST_CELL])
    return said or None


def write_workbook(sheets: Sequence[tuple[str, Sequence[Sequence[Plain]]]]) -> bytes:
    """Sheets by their titles. Numbers and days stay such, and no cell is a formula."""
    from openpyxl import Workbook  # noqa: PLC0415

    book = Workbook(write_only=True)
    for title, rows in sheets:
        page = book.create_sheet(safe_cell(title.translate(_NO_TITLE))[:LONGEST_TITLE])
        for row in rows:
            page.append([safe_cell(cell) if isinstance(cell, str) else cell for cell in row])
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()
