"""A table being edited: nothing of it counts until it is saved; every step can be taken back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from command_center.advice.categories import categories
from command_center.advice.triage import Row, Table
from command_center.advice.triage.checking import table_faults
from command_center.advice.triage.faults import RowFault, TableWrong
from command_center.advice.triage.reading import row_of
from command_center.advice.triage.writing import from_cells

MOST_STEPS = 200


@dataclass(frozen=True, slots=True)
class Difference:
    """Codes of rows, in the order of the newer table; `rest`: something besides rows differs."""

    added: tuple[str, ...]
    gone: tuple[str, ...]
    changed: tuple[str, ...]
    rest: bool

    @property
    def count(self) -> int:
        return len(self.added) + len(self.gone) + len(self.changed) + self.rest


def difference(old: Table, new: Table) -> Difference:
    return Difference(
        added=tuple(code for code in new.by_code if code not in old.by_code),
        gone=tuple(code for code in old.by_code if code not in new.by_code),
        changed=tuple(c for c, row in new.by_code.items() if old.by_code.get(c, row) != row),
        rest=(old.negation, old.share) != (new.negation, new.share),
    )


class Draft:
    """`base` is what the room has, as `version`; `table` what stands on screen."""

    def __init__(self, base: Table, version: int) -> None:
        self.base, self.version = base, version
        self.table = base
        self._steps: list[Table] = []

    @property
    def changed(self) -> bool:
        return self.table != self.base

    @property
    def can_undo(self) -> bool:
        return bool(self._steps)

    def undo(self) -> None:
        if self._steps:
            self.table = self._steps.pop()

    def take(self, table: Table) -> None:
        """Another table as a whole: imported, or an older version."""
        if table != self.table:
            self._steps = [*self._steps[-MOST_STEPS:], self.table]
            self.table = table

    def remove(self, code: str) -> None:
        self._take_rows(tuple(row for row in self.table.rows if row.code != code))

    def put(self, code: str, cells: Mapping[str, Any]) -> None:
        """The row of a form instead of the one called `code`, "" = a new one. TableWrong, and
        nothing is changed, where it or the table with it cannot be used."""
        rows = list(self.table.rows)
        at = next((place for place, row in enumerate(rows) if row.code == code), len(rows))
        faults: list[RowFault] = []
        made = row_of(from_cells({k: str(v) for k, v in cells.items()}), at + 1, faults)
        if made is None:
            raise TableWrong(tuple(faults))
        rows[at : at + 1] = [made]
        table = replace(self.table, rows=tuple(rows))
        wrong = [fault for fault in table_faults(table, categories()) if fault.row == at + 1]
        wrong += [fault for fault in table_faults(table, ()) if fault.code == "triage_code_twice"]
        if wrong:
            raise TableWrong(tuple(wrong[:1]))
        self.take(table)

    def _take_rows(self, rows: tuple[Row, ...]) -> None:
        self.take(replace(self.table, rows=rows))
