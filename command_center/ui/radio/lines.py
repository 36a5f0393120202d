"""Two-line rows of plain text for the lists of partners, watches and codes."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from command_center.ui.row_table import RowTable
from command_center.ui.theme import Theme

ROW_ROLE = int(Qt.ItemDataRole.UserRole)
ROW_PX = 44
Index = QModelIndex | QPersistentModelIndex
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_KEYS = {
    Qt.Key.Key_Insert: "add",
    Qt.Key.Key_Return: "change",
    Qt.Key.Key_Enter: "change",
    Qt.Key.Key_Delete: "leave",
    Qt.Key.Key_O: "import",
}


@dataclass(frozen=True, slots=True)
class TextRow:
    """`first` and, at its end, `right`; `second` below. All of it may be text from outside."""

    id: str
    first: str
    right: str
    second: str


class TextRowModel(QAbstractTableModel):
    """A column of rows, replaced as a whole when anything differs."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[TextRow] = []

    def show_rows(self, rows: list[TextRow]) -> bool:
        """Whether anything is different."""
        if rows == self.rows:
            return False
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()
        return True

    def place_of(self, id: str) -> int | None:
        return next((at for at, row in enumerate(self.rows) if row.id == id), None)

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
            return " · ".join(part for part in (row.first, row.right, row.second) if part)
        return None


class TextRowDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(self._theme.px(200), self._theme.px(ROW_PX))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row = index.data(ROW_ROLE)
        if not isinstance(row, TextRow):
            return
        theme, rect = self._theme, option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.color("selected"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.color("line"))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.color("accent"), 1))
            painter.drawRect(rect.adjusted(0, 0, -1, -2))
        self._words(painter, rect, row)
        painter.restore()

    def _words(self, painter: QPainter, rect: QRect, row: TextRow) -> None:
        theme, px = self._theme, self._theme.px
        left, width = rect.left() + px(12), rect.width() - px(24)
        top = QRectF(left, rect.top() + px(4), width, px(20))
        painter.setFont(theme.font(13))
        painter.setPen(theme.color("text2"))
        painter.drawText(top, _RIGHT, row.right)
        used = QFontMetrics(theme.font(13)).horizontalAdvance(row.right) + px(12)
        painter.setFont(theme.font(13, bold=True))
        painter.setPen(theme.color("text"))
        _elided(painter, top.adjusted(0, 0, -used, 0), row.first)
        painter.setFont(theme.font(11))
        painter.setPen(theme.color("text2"))
        _elided(painter, QRectF(left, rect.top() + px(24), width, px(16)), row.second)


def _elided(painter: QPainter, box: QRectF, text: str) -> None:
    metrics = QFontMetrics(painter.font())
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0, int(box.width())))
    painter.drawText(box, _LEFT, shown)


class TextRowView(RowTable):
    """`asked` carries add, change, leave or import; the keys are the list's while it has them."""

    asked = Signal(str)

    def __init__(self, theme: Theme, model: TextRowModel) -> None:
        super().__init__(model)
        self._theme = theme
        self._rows = model
        self.empty = ""
        self.setSelectionMode(RowTable.SelectionMode.SingleSelection)
        self.setItemDelegate(TextRowDelegate(theme, self))

    def current(self) -> TextRow | None:
        row = self.currentIndex().data(ROW_ROLE) if self.currentIndex().isValid() else None
        return row if isinstance(row, TextRow) else None

    def event(self, event: QEvent) -> bool:
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in _KEYS
            and not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        asked = _KEYS.get(Qt.Key(event.key()))
        if asked is not None:
            self.asked.emit(asked)
        elif event.text().strip() and event.text().isprintable():
            event.ignore()  # a table would search by it
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._rows.rowCount() == 0:
            painter = QPainter(self.viewport())
            painter.setPen(self._theme.color("text2"))
            painter.setFont(self._theme.font(13))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.viewport().rect(), flags, self.empty)
            painter.end()
