"""A sheet from outside as rows that are made into something: the rows that are right are kept, and
what is wrong with the others is told by row and column."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from command_center.contract.cells import number, text
from command_center.contract.given_table import MOST_BYTES, read_table
from command_center.contract.table import RowError, TableFault, TableRow
from command_center.domain.errors import OperatorError

Made = TypeVar("Made")
AreaNamed = Callable[[str], str | None]
"""The code of the kelurahan of that name or code, None for an unknown one."""
Tell = Callable[[int], None]
"""Told how many rows are read; what it raises ends the reading."""
TOLD_EACH = 100


@dataclass(frozen=True, slots=True)
class Sheet(Generic[Made]):
    """`rows` may be stored; those with an error are not among them. `exercise`: it says that it
    left one."""

    rows: tuple[Made, ...]
    errors: tuple[RowError, ...]
    exercise: bool = False


@dataclass(frozen=True, slots=True)
class Columns:
    """All of `required` must be there; `names` = {folded heading: what we call it}."""

    required: Sequence[str]
    names: Mapping[str, str]


def file_bytes(path: Path) -> bytes:
    """OperatorError if it cannot be read; no more of it than shows that it is too large."""
    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        raise OperatorError("table_unreadable", file=path.name[:120]) from error


def read_sheet(
    data: bytes, columns: Columns, make: Callable[[TableRow], Made], tell: Tell
) -> Sheet[Made]:
    """`make` notes in the row what is wrong with it. OperatorError where there is no table."""
    tell(0)
    try:
        table = read_table(data, columns.required, columns.names, look=lambda: tell(0))
    except TableFault as fault:
        raise OperatorError(fault.code, **fault.params) from fault
    made: list[Made] = []
    for count, row in enumerate(table.rows, 1):
        one = make(row)
        if row.ok:
            made.append(one)
        if count % TOLD_EACH == 0:
            tell(count)
    return Sheet(tuple(made), tuple(table.errors), table.exercise)


def words(row: TableRow, name: str, most: int, *, needed: bool = False) -> str:
    """The cell on one line."""
    return " ".join(text(row, name, None if needed else "", most).split())


def area_of(row: TableRow, name: str, named: AreaNamed) -> str:
    """The code, "" for an empty cell or an error."""
    said = words(row, name, 100)
    code = named(said) if said else None
    if said and code is None:
        row.refuse(name, "cell_no_kelurahan")
    return code or ""


def untold(row: TableRow, *names: str) -> tuple[str, ...]:
    """Those of the facts that the sheet has no column for; a point needs two, and is "lat"."""
    lacking = [name for name in names if name not in row.columns]
    if "lat" not in row.columns or "lon" not in row.columns:
        lacking.append("lat")
    return tuple(lacking)


def position(row: TableRow) -> tuple[float | None, float | None]:
    """Degrees from the columns lat and lon: both or neither."""
    lat, lon = number(row, "lat", -90, 90), number(row, "lon", -180, 180)
    if row.ok and (lat is None) != (lon is None):
        row.refuse("lat" if lat is None else "lon", "cell_empty")
    return lat, lon
