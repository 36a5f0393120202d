"""Text in a cell that no spreadsheet runs."""

from __future__ import annotations

import re

_RUNS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def safe_cell(text: str) -> str:
    """An apostrophe before what would be a formula, also behind blanks that are thrown away on
    opening; without the letters that no workbook can hold."""
    flat = " ".join(_NOT_XML.sub("", text).split())
    return f"'{flat}" if flat.startswith(_RUNS) or text[:1] in ("\t", "\r", "\n") else flat


def said_cell(text: str) -> str:
    """The trimmed text that `safe_cell`, or a careful person, put an apostrophe before."""
    said = text.strip()
    return said[1:] if said[:1] == "'" and said[1:].startswith(_RUNS) else said
