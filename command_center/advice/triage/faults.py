"""What is wrong with a table: which row, which column, and why."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RowFault:
    """`row` counts from 1, 0 = the table as a whole; `code` names the sentence, `column` and
    `value` what it is about, `value` cut."""

    row: int
    code: str
    column: str = ""
    value: str = ""


class TableWrong(Exception):
    """The table cannot be used; every fault that was found."""

    def __init__(self, faults: tuple[RowFault, ...]) -> None:
        super().__init__("; ".join(f"{f.row} {f.column} {f.code} {f.value}" for f in faults))
        self.faults = faults
