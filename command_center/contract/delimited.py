"""Text with separators as lines of cells: what spreadsheets of this country and of others write."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from typing import Any

from command_center.contract.safe_cell import said_cell
from command_center.contract.table import (
    LONGEST_CELL,
    MOST_COLUMNS,
    Line,
    TableFault,
    Unread,
    Value,
)

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_SEPARATORS = ";,\t|"
_NAMED = re.compile(r"sep=([;,\t|])\r?\n", re.IGNORECASE)
"""The line a spreadsheet reads the separator from and does not show."""
_MOST_MARKS = 20 * MOST_COLUMNS
_SAMPLE_LINES, _SAMPLE_LETTERS = 25, 200_000


def read_delimited(data: bytes) -> Iterator[Line]:
    """Lines of UTF-8, UTF-16 with its mark, or cp1252. TableFault for what is no text."""
    text = _text(data)
    named = _NAMED.match(text)
    if named:
        separator, text = named[1], text[named.end() :]
    else:
        separator = _separator(text)
    yield from _lines(text, separator)


def _text(data: bytes) -> str:
    encodings = [name for mark, name in _MARKS if data.startswith(mark)] or ["utf-8", "cp1252"]
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeError:
            continue
        if "\0" in text:
            break
        return text
    raise TableFault("table_not_text")


def _separator(text: str) -> str:
    """Whichever cuts most of the first lines into equally many cells."""
    sample = text[:_SAMPLE_LETTERS]

    def fitness(separator: str) -> tuple[int, int]:
        try:
            rows = islice(_reader(sample, separator, strict=False), _SAMPLE_LINES)
            widths = Counter(len(row) for row in rows if len(row) > 1)
        except csv.Error:
            return 0, 0
        width, lines = max(widths.items(), key=lambda item: (item[1], item[0]), default=(0, 0))
        return lines, width

    return max(_SEPARATORS, key=fitness)


def _lines(text: str, separator: str) -> Iterator[Line]:
    # Before anybody takes it apart: separators also stand inside of cells, but not so many.
    if max(line.count(separator) for line in text.split("\n")) > _MOST_MARKS:
        raise TableFault("table_too_wide", limit=MOST_COLUMNS)
    reader = _reader(text, separator, strict=True)
    try:
        for number, cells in enumerate(reader, 1):
            if any(map(str.strip, cells[MOST_COLUMNS:])):
                raise TableFault("table_too_wide", limit=MOST_COLUMNS)
            yield Line(number, tuple(map(_value, cells[:MOST_COLUMNS])))
    except csv.Error as error:
        raise TableFault("table_not_delimited", line=reader.line_num) from error


def _reader(text: str, separator: str, *, strict: bool) -> Any:
    """The library's own, which has no name for its type."""
    return csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=strict)


def _value(cell: str) -> Value:
    said = said_cell(cell)
    if len(said) > LONGEST_CELL:
        return Unread("cell_too_long", said[:LONGEST_CELL])
    return said or None
