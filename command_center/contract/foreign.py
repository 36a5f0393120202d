"""A foreign document as rows: JSON, CSV or XML, each with limits on size, depth and number.

PageFault says why a document as a whole is none.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from command_center.contract.mapping import Format, SourceMapping
from command_center.contract.page import MAX_BYTES, MAX_DEPTH, PageFault, demand_readable
from command_center.contract.xml import read_xml

MAX_ROWS = 20_000
MAX_COLUMNS = 200
# commas and line ends also stand inside of cells
_MOST_MARKS = 20 * MAX_COLUMNS
_LINES_A_ROW = 4
_LONGEST_LINE = 500_000


@dataclass(frozen=True, slots=True)
class Row:
    """`where` it stands in the document; `fault` of one that cannot be read as a row."""

    where: str
    value: Any
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """`next` and `more` as the source says where to go on, "" and False without a word of it."""

    rows: tuple[Row, ...]
    next: str = ""
    more: bool = False


def read_document(data: bytes, mapping: SourceMapping) -> Document:
    """Bytes to rows, as the mapping says where they stand. PageFault."""
    if len(data) > MAX_BYTES:
        raise PageFault("answer_too_large", limit=str(MAX_BYTES))
    if mapping.format is Format.CSV:
        return Document(tuple(read_csv(_text(data))))
    root = read_xml(data) if mapping.format is Format.XML else _json(data)
    found = mapping.rows.search(root)
    if isinstance(found, dict):
        found = [found]  # an element of XML that stands there once
    if found is None and mapping.format is Format.XML and _holds_nothing(root, mapping.rows.text):
        found = []
    if not isinstance(found, list):
        raise PageFault("rows_not_found", rows=mapping.rows.text)
    if len(found) > MAX_ROWS:
        raise PageFault("too_many_rows", limit=str(MAX_ROWS))
    rows = tuple(Row(f"{mapping.rows.text}[{number}]", one) for number, one in enumerate(found))
    return Document(rows, _next(mapping, root), bool(mapping.more and mapping.more.search(root)))


def _holds_nothing(root: Any, rows: str) -> bool:
    """Whether the element that would hold the rows stands there without any child: a list of
    XML that is empty. Children under another name are no such thing."""
    held: Any = root
    for name in rows.split(".")[:-1]:
        held = held.get(name) if isinstance(held, dict) else None
    if isinstance(held, dict):
        return held is not root and all(name[0] in "@#" for name in held)
    return bool(held == "")


def _next(mapping: SourceMapping, root: Any) -> str:
    found = mapping.next.search(root) if mapping.next else None
    return str(found)[:200].replace("\x00", "") if isinstance(found, str | int) else ""


def _text(data: bytes) -> str:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise PageFault("answer_not_utf8", position=str(error.start)) from error
    if text[:200].lstrip().lower().startswith(("<!doctype", "<html")):
        raise PageFault("answer_is_html")
    return text


def _json(data: bytes) -> Any:
    demand_readable(data, MAX_DEPTH)
    try:
        return json.loads(_text(data), parse_constant=_refuse)
    except (ValueError, RecursionError) as error:
        raise PageFault("answer_not_json", position=str(getattr(error, "pos", 0))) from error


def _refuse(constant: str) -> float:
    raise ValueError(constant)


def read_csv(text: str, limit: int = MAX_ROWS) -> list[Row]:
    """Lines by the names of the first one; semicolons or commas, whichever it has more of."""
    first = text.partition("\n")[0]
    _demand_table(text, limit)
    reader = csv.reader(
        io.StringIO(text, newline=""),
        delimiter=max(",;\t", key=first.count) if first else ",",
        strict=True,
    )
    rows: list[Row] = []
    try:
        header = columns_of(next(reader, []))
        for cells in reader:
            if any(cell.strip() for cell in cells):
                add_row(rows, f"line {reader.line_num}", header, cells, limit)
    except csv.Error as error:
        raise PageFault("answer_not_csv", line=str(reader.line_num)) from error
    return rows


def _demand_table(text: str, limit: int) -> None:
    """Before anybody takes it apart: a line of a million cells, or a million lines."""
    if text.count("\n") > _LINES_A_ROW * limit:
        raise PageFault("too_many_rows", limit=str(limit))
    for number, line in enumerate(text.split("\n"), 1):
        if len(line) > _LONGEST_LINE:
            raise PageFault("answer_not_csv", line=str(number))
        if len(line) > _MOST_MARKS and max(map(line.count, ",;\t")) > _MOST_MARKS:
            raise PageFault("too_many_columns", limit=str(MAX_COLUMNS))


def columns_of(cells: list[str]) -> list[str]:
    """The names of the columns; PageFault unless they tell the columns apart."""
    header = [cell.strip() for cell in cells]
    while header and not header[-1]:
        header.pop()
    if not header:
        raise PageFault("no_columns")
    if len(header) > MAX_COLUMNS:
        raise PageFault("too_many_columns", limit=str(MAX_COLUMNS))
    for number, name in enumerate(header, 1):
        if not name or name in header[: number - 1]:
            raise PageFault("columns_unclear", column=str(number))
    return header


def add_row(rows: list[Row], where: str, header: list[str], cells: list[str], limit: int) -> None:
    """No more than may be. A row that is longer than the header says nothing for certain."""
    if len(rows) >= limit:
        raise PageFault("too_many_rows", limit=str(limit))
    named: Mapping[str, str] = dict(zip(header, map(str.strip, cells), strict=False))
    extra = any(cell.strip() for cell in cells[len(header) :])
    fault = f"{len(cells)} cells in {len(header)} columns" if extra else ""
    rows.append(Row(where, {name: named.get(name, "") for name in header}, fault))
