"""The people of the room as lines: who works here first, by role and name, then who has left."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from command_center.domain.room import Role, Staff
from command_center.situation.situation import Situation

ROW_ROLE = int(Qt.ItemDataRole.UserRole)
_ORDER = tuple(Role)
Index = QModelIndex | QPersistentModelIndex


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


class PeopleModel(QAbstractTableModel):
    """A column of rows, replaced as a whole: a room has dozens, not thousands."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[PersonRow] = []

    def show_rows(self, rows: list[PersonRow]) -> bool:
        """Whether anything is different."""
        if rows == self.rows:
            return False
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()
        return True

    def place_of(self, staff_id: str) -> int | None:
        places = (at for at, row in enumerate(self.rows) if row.staff.id == staff_id)
        return next(places, None)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()] if 0 <= index.row() < len(self.rows) else None
        if row is None:
            return None
        if role == ROW_ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.staff.name
        return None
