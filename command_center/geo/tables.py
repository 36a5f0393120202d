"""Reads CSV tables from outside: caps, encodings, and faults by row and column."""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Iterator, Mapping, Sequence

from command_center.domain.exercise_mark import is_marked, unmarked
from command_center.geo.faults import Fault, FaultCode

MAX_BYTES = 50 * 1024 * 1024
MAX_CELL = 2_000
_SHOWN = 80


class Row:
    """One line of a table or one feature's properties; asks for values and notes the faults."""

    def __init__(
        self, file: str, number: int | None, cells: Mapping[str, str], faults: list[Fault]
    ) -> None:
        self.file = file
        self.number = number
        self._cells = cells
        self._faults = faults
        self.ok = True

    def fault(self, column: str | None, code: FaultCode, value: str = "") -> None:
        """Note a fault; the row is then not `ok`."""
        self.ok = False
        self._faults.append(Fault(self.file, self.number, column, code, value[:_SHOWN]))

    def text(self, column: str, default: str | None = None, most: int = MAX_CELL) -> str:
        """The trimmed cell of at most `most` letters; without a default an empty one is a fault."""
        value = self._cells.get(column, "").strip()
        if len(value) > most:
            self.fault(column, FaultCode.TOO_LONG, value)
            return ""
        if value or default is not None:
            return value or (default or "")
        self.fault(column, FaultCode.MISSING_VALUE)
        return ""

    def number_or_none(self, column: str, low: float, high: float) -> float | None:
        """A finite number between the limits; None when the cell is empty or at fault."""
        value = self.text(column, "")
        if not value:
            return None
        try:
            parsed = float(value)
        except ValueError:
            parsed = math.nan
        if not math.isfinite(parsed):
            self.fault(column, FaultCode.NOT_A_NUMBER, value)
            return None
        if not low <= parsed <= high:
            self.fault(column, FaultCode.OUT_OF_RANGE, value)
            return None
        return parsed

    def position(self) -> tuple[float, float] | None:
        """Degrees from the columns lat and lon; None when both are empty or one is at fault."""
        lat = self.number_or_none("lat", -180, 180)
        lon = self.number_or_none("lon", -180, 180)
        if lat is not None and lon is not None:
            if abs(lat) > 90:
                swapped = FaultCode.SWAPPED if abs(lon) <= 90 else FaultCode.OUT_OF_RANGE
                self.fault("lat", swapped, str(lat))
                return None
            return lat, lon
        if self.ok and (lat is None) != (lon is None):
            self.fault("lat" if lat is None else "lon", FaultCode.MISSING_VALUE)
        return None

    def flag(self, column: str) -> bool:
        """True or False, spelt so in any case; anything else is a fault."""
        value = self.text(column)
        if value and value.lower() not in ("true", "false"):
            self.fault(column, FaultCode.UNKNOWN_VALUE, value)
        return value.lower() == "true"

    def names(self, column: str) -> tuple[str, ...]:
        """A cell of names separated by semicolons."""
        parts = (part.strip() for part in self.text(column, "").split(";"))
        return tuple(part for part in parts if part)


def decode(data: bytes, file: str, faults: list[Fault]) -> str | None:
    """Bytes as UTF-8 text (a byte order mark is dropped), or None with a fault."""
    if len(data) > MAX_BYTES:
        faults.append(Fault(file, None, None, FaultCode.TOO_LARGE, str(len(data))))
        return None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        row = data.count(b"\n", 0, error.start) + 1
        faults.append(Fault(file, row, None, FaultCode.NOT_UTF8))
        return None


def read_rows(
    text: str,
    file: str,
    required: Sequence[str],
    faults: list[Fault],
    aliases: Mapping[str, str] | None = None,
) -> Iterator[Row]:
    """Rows of a comma- or semicolon-separated table with a header line.

    Header names are lower-cased and renamed by `aliases`. Row numbers count file lines from 1. A
    line above it that says it left an exercise is passed over.
    """
    first = unmarked(text).partition("\n")[0]
    delimiter = ";" if first.count(";") > first.count(",") else ","
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        if is_marked(text):
            next(reader, [])
        header = [_column(name, aliases or {}) for name in next(reader, [])]
        missing = [name for name in required if name not in header]
        for name in missing:
            faults.append(Fault(file, 1, name, FaultCode.MISSING_COLUMN))
        if missing:
            return
        for cells in reader:
            if any(cell.strip() for cell in cells):
                named = dict(zip(header, cells, strict=False))
                yield Row(file, reader.line_num, named, faults)
    except csv.Error:
        faults.append(Fault(file, reader.line_num, None, FaultCode.NOT_A_TABLE))


def _column(name: str, aliases: Mapping[str, str]) -> str:
    plain = name.strip().lower()
    return aliases.get(plain, plain)
