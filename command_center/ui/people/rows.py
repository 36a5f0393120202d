"""The people of the room as lines: who works here first, by role and name, then who has left."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject

from command_center.domain.room import Role, Staff
from command_center.situation.situation import Situation
from command_center.ui.row_model import RowModel

_ORDER = tuple(Role)


@dataclass(frozen=True, slots=True)
class PersonRow:
    """`agency` is its short name, "" for who belongs to none."""

    staff: Staff
    agency: str

    @property
    def here(self) -> bool:
        return self.staff.left_at is None


def people(situation: Situation) -> list[PersonRow]:
    """Who can sign in, or could. Machines and the seat of a room without sign-in are no people."""
    rows = []
    for staff in situation.all("staff"):
        if not staff.login and staff.left_at is None:
            continue
        agency = situation.get("agency", staff.agency_id) if staff.agency_id else None
        rows.append(PersonRow(staff, agency.short if agency else ""))
    return sorted(rows, key=_place)


def _place(row: PersonRow) -> tuple[bool, int, str, str]:
    staff = row.staff
    return (not row.here, _ORDER.index(staff.role), staff.name.casefold(), staff.id)


class PeopleModel(RowModel[PersonRow]):
    """A room has dozens, not thousands."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(lambda row: row.staff.id, lambda row: row.staff.name, parent)
