"""Bytes of a directory as numbered rows. What cannot be read as a whole is refused as a whole: a
list that breaks off would make the rest of its cameras look gone."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import Any

from jmespath.exceptions import JMESPathError

from command_center.domain.errors import OperatorError
from command_center.video.directory.mapping import DirectoryMapping, Format

MAX_BYTES = 8 * 1024 * 1024
MAX_ROWS = 5_000
MAX_COLUMNS = 200
MAX_DEPTH = 32
NumberedRow = tuple[int, Any]
_ATTRIBUTE = re.compile(r'([\w-]{1,40})="([^"]{0,2000})"')


def read_rows(data: bytes, mapping: DirectoryMapping) -> list[NumberedRow]:
    """(number from 1, the row as parsed). Rows of JSON are counted, of others it is the line.

    OperatorError: answer_too_large, answer_not_utf8, answer_is_html, answer_too_deep,
    directory_not_rows, directory_empty, directory_too_many.
    """
    if len(data) > MAX_BYTES:
        raise OperatorError("answer_too_large", limit=str(MAX_BYTES))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise OperatorError("answer_not_utf8") from error
    if text[:200].lstrip().lower().startswith(("<!doctype", "<html")):
        raise OperatorError("answer_is_html")
    rows = _READERS[mapping.format](text, mapping)
    if not rows:
        raise OperatorError("directory_empty")
    if len(rows) > MAX_ROWS:
        raise OperatorError("directory_too_many", limit=str(MAX_ROWS), count=str(len(rows)))
    return rows


def _json(text: str, mapping: DirectoryMapping) -> list[NumberedRow]:
    try:
        root = json.loads(text, parse_constant=_refuse)
    except RecursionError as error:
        raise OperatorError("answer_too_deep") from error
    except ValueError as error:
        raise OperatorError("directory_not_rows", format="JSON") from error
    if _too_deep(root):
        raise OperatorError("answer_too_deep")
    try:
        found = mapping.rows.search(root)
    except JMESPathError as error:
        raise OperatorError("directory_not_rows", format="JSON") from error
    if not isinstance(found, list):
        raise OperatorError("directory_not_rows", format="JSON")
    return list(enumerate(found, 1))


def _refuse(constant: str) -> float:
    raise ValueError(constant)


def _too_deep(root: Any) -> bool:
    level = [root]
    for _ in range(MAX_DEPTH):
        level = [child for value in level for child in _children(value)]
        if not level:
            return False
    return True


def _children(value: Any) -> list[Any]:
    if isinstance(value, dict):
        return [child for child in value.values() if isinstance(child, dict | list)]
    if isinstance(value, list):
        return [child for child in value if isinstance(child, dict | list)]
    return []


def _csv(text: str, mapping: DirectoryMapping) -> list[NumberedRow]:
    first = text.partition("\n")[0]
    delimiter = ";" if first.count(";") > first.count(",") else ","
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    rows: list[NumberedRow] = []
    try:
        header = [name.strip() for name in next(reader, [])]
        if len(header) > MAX_COLUMNS:
            raise OperatorError("directory_not_rows", format="CSV")
        nothing = {name: "" for name in header if name}
        for cells in filter(None, reader):
            named = {name: cell for name, cell in zip(header, cells, strict=False) if name}
            _add(rows, reader.line_num, nothing | named)
    except csv.Error as error:
        raise OperatorError("directory_not_rows", format="CSV") from error
    return rows


def _add(rows: list[NumberedRow], number: int, row: Any) -> None:
    """No more than may be: what stands on two bytes there takes hundreds here."""
    if len(rows) >= MAX_ROWS:
        raise OperatorError("directory_too_many", limit=str(MAX_ROWS), count=f"{MAX_ROWS}+")
    rows.append((number, row))


def _m3u(text: str, mapping: DirectoryMapping) -> list[NumberedRow]:
    rows: list[NumberedRow] = []
    about: dict[str, str] = {}
    for number, line in enumerate((line.strip() for line in text.splitlines()), 1):
        if line.startswith("#EXTINF:"):
            about = dict(_ATTRIBUTE.findall(line))
            about["name"] = _ATTRIBUTE.sub("", line).partition(",")[2].strip()
        elif line and not line.startswith("#"):
            _add(rows, number, {**about, "url": line})
            about = {}
    return rows


_READERS = {Format.JSON: _json, Format.CSV: _csv, Format.M3U: _m3u}
