"""What is wrong with a file from outside, by row and column."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class FaultCode(StrEnum):
    """What is wrong; the sentence for it belongs to the screen and the command line."""

    MISSING_FILE = "missing_file"
    UNREADABLE = "unreadable"
    TOO_LARGE = "too_large"
    TOO_DEEP = "too_deep"
    NOT_UTF8 = "not_utf8"
    NOT_A_TABLE = "not_a_table"
    NOT_GEOJSON = "not_geojson"
    NO_ROWS = "no_rows"
    MISSING_COLUMN = "missing_column"
    MISSING_VALUE = "missing_value"
    NOT_A_NUMBER = "not_a_number"
    OUT_OF_RANGE = "out_of_range"
    SWAPPED = "latitude_and_longitude_swapped"
    UNKNOWN_VALUE = "unknown_value"
    UNKNOWN_CODE = "unknown_code"
    DUPLICATE = "duplicate"
    TOO_LONG = "too_long"
    BAD_GEOMETRY = "bad_geometry"
    TOO_SMALL = "too_small"
    TOO_DETAILED = "too_detailed"
    NOT_A_POINT = "not_one_point"
    NOT_A_POLYGON = "not_one_polygon"
    RING_OPEN = "outline_not_closed"
    CROSSING = "outline_crosses_itself"
    NOT_TILED = "areas_do_not_tile"
    DISCONNECTED = "disconnected"
    CREDENTIALS_IN_URL = "credentials_in_url"
    HOST_NOT_ALLOWED = "host_not_allowed"
    OTHER_DIRECTORY = "belongs_to_another_directory"


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong: `row` counts lines of a table from 1 (its header) or features from 1.

    `value` is what stood there, cut to 80 characters and plain text from outside.
    """

    file: str
    row: int | None
    column: str | None
    code: FaultCode
    value: str = ""

    def __str__(self) -> str:
        place = self.file
        if self.row is not None:
            place += f" row {self.row}"
        if self.column is not None:
            place += f" column {self.column}"
        words = self.code.value.replace("_", " ")
        return f"{place}: {words}" + (f" ({self.value!r})" if self.value else "")


class PackError(ValueError):
    """A city pack that cannot be used; `faults` names every file, row and column at fault."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__("; ".join(map(str, faults[:5])))
        self.faults = tuple(faults)
