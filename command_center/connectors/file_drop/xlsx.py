"""The first sheet of an XLSX workbook as rows. Formulas are never worked out: a row that has one
is refused, because what it says is whatever the sender's program made of it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any

from command_center.contract.foreign import MAX_COLUMNS, MAX_ROWS, Row, columns_of
from command_center.contract.page import MAX_BYTES, PageFault

MOST_PARTS = 200
MOST_UNPACKED = 16 * 1024 * 1024
_MOST_LINES = 2 * MAX_ROWS


def read_xlsx(data: bytes) -> list[Row]:
    """Rows by the names of the first one. PageFault."""
    if len(data) > MAX_BYTES:
        raise PageFault("answer_too_large", limit=str(MAX_BYTES))
    _demand_small(data)
    try:
        return list(_rows(data))
    except PageFault:
        raise
    except Exception as error:
        # The library names neither what it raises nor promises to raise it; none of it is ours.
        raise PageFault("file_not_workbook") from error


def _demand_small(data: bytes) -> None:
    """By what the archive says of itself, which is as far as anybody unpacks it."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise PageFault("file_not_workbook") from error
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise PageFault("answer_too_large", limit=str(MOST_UNPACKED))


def _rows(data: bytes) -> Iterator[Row]:
    # A tenth of a second, for the few who lay down workbooks.
    import openpyxl  # noqa: PLC0415

    book = openpyxl.load_workbook(
        io.BytesIO(data), read_only=True, data_only=False, keep_links=False, rich_text=False
    )
    try:
        sheet = book.worksheets[0]
        sheet.reset_dimensions()
        lines = enumerate(sheet.iter_rows(max_col=MAX_COLUMNS + 1), 1)
        header: list[str] = []
        count = 0
        for number, cells in lines:
            if number > _MOST_LINES or count >= MAX_ROWS:
                raise PageFault("too_many_rows", limit=str(MAX_ROWS))
            said = [_said(cell.value) for cell in cells]
            if not any(one not in ("", None) for one in said):
                continue
            if not header:
                header = columns_of([str(one) for one in said])
                continue
            count += 1
            yield _row(number, header, said, _formulas(cells))
        if not header:
            raise PageFault("no_columns")
    finally:
        book.close()


def _row(number: int, header: list[str], said: list[Any], formulas: list[int]) -> Row:
    where = f"row {number}"
    extra = any(one not in ("", None) for one in said[len(header) :])
    fault = f"more cells than the {len(header)} columns" if extra else ""
    if formulas:
        names = [header[at] if at < len(header) else str(at + 1) for at in formulas]
        fault = f"a formula in column {', '.join(names)[:120]}"
    values = dict(zip(header, [*said, *[""] * len(header)], strict=False))
    return Row(where, values, fault)


def _formulas(cells: Any) -> list[int]:
    return [at for at, cell in enumerate(cells) if getattr(cell, "data_type", "n") == "f"]


def _said(value: Any) -> Any:
    """As JSON has it; times as text, without a zone."""
    if value is None:
        return ""
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    return value if isinstance(value, bool | int | float) else str(value).strip()
