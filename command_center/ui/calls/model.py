"""The calls of one section as rows, in the order they are shown; a list in use holds still."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from command_center.domain.partner import PhoneCall

ROW_ROLE = int(Qt.ItemDataRole.UserRole)
MOST = 500
Index = QModelIndex | QPersistentModelIndex


class CallsModel(QAbstractTableModel):
    """`spoken` is a row as a reader of the screen says it."""

    def __init__(self, spoken: Callable[[PhoneCall], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[PhoneCall] = []
        self._spoken = spoken

    def show(self, calls: Sequence[PhoneCall]) -> None:
        """From the first row on; what stays where it was is not touched."""
        wanted = list(calls[:MOST])
        ids = {call.id for call in wanted}
        for place in reversed(range(len(self.rows))):
            if self.rows[place].id not in ids:
                self.beginRemoveRows(QModelIndex(), place, place)
                del self.rows[place]
                self.endRemoveRows()
        for place, call in enumerate(wanted):
            self._put(place, call)
        self.refresh(wanted)

    def _put(self, place: int, call: PhoneCall) -> None:
        if place < len(self.rows) and self.rows[place].id == call.id:
            return
        root, before = QModelIndex(), self.place_of(call.id)
        if before is None:
            self.beginInsertRows(root, place, place)
            self.rows.insert(place, call)
            self.endInsertRows()
        else:
            self.beginMoveRows(root, before, before, root, place)
            self.rows.insert(place, self.rows.pop(before))
            self.endMoveRows()

    def refresh(self, calls: Sequence[PhoneCall]) -> int:
        """What is already here as it is now, where it stands; how many of `calls` are not here."""
        known = {call.id: call for call in calls}
        for place, row in enumerate(self.rows):
            fresh = known.pop(row.id, None)
            if fresh is not None and fresh is not row:
                self.rows[place] = fresh
                self.dataChanged.emit(self.index(place, 0), self.index(place, 0))
        return len(known)

    def place_of(self, id: str) -> int | None:
        return next((at for at, row in enumerate(self.rows) if row.id == id), None)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not 0 <= index.row() < len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._spoken(row)
        return None
