"""A table of short plain texts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from command_center.ui.seat import Seat

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class Cells(QAbstractTableModel):
    """`numbers`: the columns that stand at the right."""

    def __init__(self, numbers: frozenset[int], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._numbers = numbers
        self.head: tuple[str, ...] = ()
        self.lines: list[tuple[str, ...]] = []

    def show_lines(self, head: tuple[str, ...], lines: Sequence[tuple[str, ...]]) -> None:
        self.beginResetModel()
        self.head, self.lines = head, list(lines)
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.head)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not 0 <= index.row() < len(self.lines):
            return None
        text = self.lines[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.head[index.column()]} {text}"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if index.column() in self._numbers else _LEFT
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Vertical or section >= len(self.head):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.head[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if section in self._numbers else _LEFT
        return None


class CellTable(QTableView):
    """One row at a time; the last column takes what is left."""

    def __init__(self, seat: Seat, numbers: frozenset[int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self.cells = Cells(numbers, self)
        self.setModel(self.cells)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setStretchLastSection(True)
        seat.theme.changed.connect(self.restyle)
        self.restyle()

    def show_lines(self, head: tuple[str, ...], lines: Sequence[tuple[str, ...]]) -> None:
        self.cells.show_lines(head, lines)
        for column in range(len(head) - 1):
            self.resizeColumnToContents(column)

    def restyle(self) -> None:
        theme = self._seat.theme
        self.setFont(theme.font(13, tabular=True))
        self.horizontalHeader().setFont(theme.font(11))
        rows = self.verticalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(1)
        rows.setDefaultSectionSize(theme.px(24))
