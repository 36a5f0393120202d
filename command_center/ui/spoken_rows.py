"""Rows that are said in one line each, and painted anew when time has moved on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from command_center.ui.row_model import ROW_ROLE, Index

_NOWHERE = QModelIndex()
Row = TypeVar("Row")


class SpokenRows(QAbstractListModel, Generic[Row]):
    """`words` is the line of a row; how the rows become others is said by who knows their order."""

    def __init__(self, words: Callable[[Row], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.rows: list[Row] = []

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not 0 <= index.row() < len(self.rows):
            return None
        if role == ROW_ROLE:
            return self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._words(self.rows[index.row()])
        return None

    def tell_time(self) -> None:
        """Every age and clock has moved on."""
        if self.rows:
            self.dataChanged.emit(self.index(0), self.index(len(self.rows) - 1))
