"""Two-line rows of plain text for the lists of partners, watches and codes."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from command_center.ui.keyed_table import KeyedTable
from command_center.ui.painted_rows import RIGHT, paint_ground, paint_line
from command_center.ui.row_model import ROW_ROLE, Index, RowModel
from command_center.ui.theme import Theme

ROW_PX = 44
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

    @property
    def tint(self) -> str:
        """The colour of `first`."""
        return "text"


class TextRowModel(RowModel[TextRow]):
    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(lambda row: row.id, _spoken, parent)


def _spoken(row: TextRow) -> str:
    return " · ".join(part for part in (row.first, row.right, row.second) if part)


class TextRowDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self._theme.px(200), self._theme.px(ROW_PX))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW_ROLE)
        if not isinstance(row, TextRow):
            return
        theme, rect = self._theme, option.rect
        painter.save()
        paint_ground(painter, option, theme)
        self._words(painter, rect, row)
        painter.restore()

    def _words(self, painter: QPainter, rect: QRect, row: TextRow) -> None:
        theme, px = self._theme, self._theme.px
        left, width = rect.left() + px(12), rect.width() - px(24)
        top = QRectF(left, rect.top() + px(4), width, px(20))
        painter.setFont(theme.font(13))
        painter.setPen(theme.color("text2"))
        painter.drawText(top, RIGHT, row.right)
        used = QFontMetrics(theme.font(13)).horizontalAdvance(row.right) + px(12)
        painter.setFont(theme.font(13, bold=True))
        painter.setPen(theme.color(row.tint))
        paint_line(painter, top.adjusted(0, 0, -used, 0), row.first)
        painter.setFont(theme.font(11))
        painter.setPen(theme.color("text2"))
        paint_line(painter, QRectF(left, rect.top() + px(24), width, px(16)), row.second)


class TextRowView(KeyedTable):
    """`asked` carries add, change, leave or import."""

    def __init__(self, theme: Theme, model: TextRowModel) -> None:
        super().__init__(theme, model, _KEYS)
        self.setItemDelegate(TextRowDelegate(theme, self))

    def current(self) -> TextRow | None:
        row = self.current_row()
        return row if isinstance(row, TextRow) else None
