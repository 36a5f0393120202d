"""What a row of a table is asked for; what cannot be answered is noted in the row and is None.

An empty cell is None, too; `needed` makes it an error.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import TypeVar

from command_center.contract.table import (
    LONGEST_CELL,
    TableRow,
    Unread,
    Value,
    folded,
    text_of,
)

_WHOLE = re.compile(r"[+-]?(?:\d{1,15}|\d{1,3}(?:\.\d{3}){1,4})", re.ASCII)
_NUMBER = re.compile(r"[+-]?\d{1,15}(?:[.,]\d{1,15})?", re.ASCII)
_ISO_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[t ].*)?", re.ASCII)
_SPOKEN_DAY = re.compile(r"(\d{1,2})[ /.-]+(\d{1,2}|[a-z]{3,9})[ /.-]+(\d{4})", re.ASCII)
EARLIEST_YEAR, LATEST_YEAR = 1900, 2200
_MONTHS = {
    **{"jan": 1, "feb": 2, "peb": 2, "mar": 3, "apr": 4, "mei": 5, "may": 5, "jun": 6, "jul": 7},
    **{"agu": 8, "aug": 8, "sep": 9, "okt": 10, "oct": 10, "nov": 11, "nop": 11},
    **{"des": 12, "dec": 12},
}
Answer = TypeVar("Answer")


def text(row: TableRow, name: str, default: str | None = None, most: int = LONGEST_CELL) -> str:
    """At most `most` letters. Without a default an empty cell is an error, and the answer ""."""
    found = text_of(_value(row, name, needed=default is None))
    if len(found) > most:
        row.refuse(name, "cell_too_long", limit=most)
        return ""
    return found or default or ""


def whole(row: TableRow, name: str, low: int, high: int, *, needed: bool = False) -> int | None:
    """A whole number, also as text with points between thousands."""
    value = _value(row, name, needed=needed)
    if value is None:
        return None
    if isinstance(value, float) and not value.is_integer():
        # Written out, 1.234 would look like one thousand two hundred and thirty-four.
        row.refuse(name, "cell_not_whole", low=low, high=high)
        return None
    said = text_of(value).replace(" ", "")
    if not isinstance(value, bool) and _WHOLE.fullmatch(said):
        found = int(said.replace(".", ""))
        if low <= found <= high:
            return found
    row.refuse(name, "cell_not_whole", low=low, high=high)
    return None


def number(
    row: TableRow, name: str, low: float, high: float, *, needed: bool = False
) -> float | None:
    """A number; as text with a point or a comma before its decimals."""
    value = _value(row, name, needed=needed)
    if value is None:
        return None
    found = math.nan
    if isinstance(value, int | float) and not isinstance(value, bool):
        found = float(value)
    elif isinstance(value, str) and _NUMBER.fullmatch(value.replace(" ", "")):
        found = float(value.replace(" ", "").replace(",", "."))
    if low <= found <= high:
        return found
    row.refuse(name, "cell_not_number", low=f"{low:g}", high=f"{high:g}")
    return None


def day(row: TableRow, name: str, *, needed: bool = False) -> date | None:
    """A date of the sheet, or a text like 2026-11-21, 21/11/2026 or 21 November 2026;
    of a year that somebody can mean."""
    value = _value(row, name, needed=needed)
    if value is None:
        return None
    found: date | None = None
    if isinstance(value, datetime):
        found = value.date()
    elif isinstance(value, date):
        found = value
    elif isinstance(value, str):
        found = _day(value.casefold().strip())
    if found is None or not EARLIEST_YEAR <= found.year <= LATEST_YEAR:
        row.refuse(name, "cell_not_day")
        return None
    return found


def one_of(
    row: TableRow, name: str, words: Mapping[str, Answer], *, needed: bool = False
) -> Answer | None:
    """What a word means, by its `folded` letters."""
    value = _value(row, name, needed=needed)
    if value is None:
        return None
    said = folded(text_of(value))
    if said not in words:
        row.refuse(name, "cell_not_known", known=", ".join(words))
    return words.get(said)


def _value(row: TableRow, name: str, *, needed: bool) -> Value:
    value = row.values.get(name)
    if isinstance(value, Unread):
        row.refuse(name, value.code)
        return None
    if value in (None, ""):
        if needed:
            row.refuse(name, "cell_empty")
        return None
    return value


def _day(said: str) -> date | None:
    iso, spoken = _ISO_DAY.fullmatch(said), _SPOKEN_DAY.fullmatch(said)
    try:
        if iso:
            return date(int(iso[1]), int(iso[2]), int(iso[3]))
        if spoken:
            month = int(spoken[2]) if spoken[2].isdigit() else _MONTHS.get(spoken[2][:3], 0)
            return date(int(spoken[3]), month, int(spoken[1]))
    except ValueError:
        return None  # the 31st of February
    return None
