"""A short list of rows: a column of them, replaced as a whole when other rows stand there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

ROW_ROLE = int(Qt.ItemDataRole.UserRole)
"""Under it a model gives the row itself."""
Index = QModelIndex | QPersistentModelIndex
Row = TypeVar("Row")


class RowModel(QAbstractTableModel, Generic[Row]):
    """`id_of` tells rows apart; `words` is what a row says to a screen reader."""

    def __init__(
        self,
        id_of: Callable[[Row], str],
        words: Callable[[Row], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._id_of = id_of
        self._words = words
        self.rows: list[Row] = []

    def show_rows(self, rows: list[Row]) -> bool:
        """Whether anything is different."""
        if rows == self.rows:
            return False
        if [self._id_of(row) for row in rows] == [self._id_of(row) for row in self.rows]:
            self.rows = rows  # they read otherwise: what is marked or scrolled to stays so
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, 0))
            return True
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()
        return True

    def place_of(self, id: str) -> int | None:
        return next((at for at, row in enumerate(self.rows) if self._id_of(row) == id), None)

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
            return self._words(row)
        return None
