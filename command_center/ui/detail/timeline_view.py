"""The timeline as a list of time and sentence; wraps, never cuts, shows outside text as it is."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from command_center.ui.theme import Theme

AnyIndex = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_NEW_LINE = "\u2028"
_LINE_PX, _TIME_PX = 18, 62


@dataclass(frozen=True, slots=True)
class ShownLine:
    """`kept`: only this workstation knows it."""

    time: str
    text: str
    kept: bool = False


class TimelineModel(QAbstractListModel):
    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: tuple[ShownLine, ...] = ()

    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not 0 <= index.row() < len(self.lines):
            return None
        line = self.lines[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{line.time} {line.text}"
        return None

    def show(self, lines: Sequence[ShownLine]) -> None:
        """Append what is new where the old lines still stand, else take all anew."""
        new = tuple(lines)
        old = self.lines
        if new[: len(old)] == old:
            if len(new) > len(old):
                self.beginInsertRows(_NOWHERE, len(old), len(new) - 1)
                self.lines = new
                self.endInsertRows()
            return
        self.beginResetModel()
        self.lines = new
        self.endResetModel()


def laid_out(text: str, font: QFont, width_px: int) -> QTextLayout:
    """Lines broken between words; inside one only where it is wider than there is room."""
    layout = QTextLayout(text.replace("\n", _NEW_LINE), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    top = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width_px)
        line.setPosition(QPointF(0.0, top))
        top += line.height()
    layout.endLayout()
    return layout


class _Delegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def _time_width(self) -> int:
        px = self._theme.px
        metrics = QFontMetrics(self._theme.font(13, tabular=True))
        return max(px(_TIME_PX), metrics.horizontalAdvance("00:00:00") + px(8))

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        line = index.data(Qt.ItemDataRole.UserRole)
        width = max(40, self._view.viewport().width())
        text = line.text if isinstance(line, ShownLine) else ""
        words = laid_out(text, self._theme.font(13), max(20, width - self._time_width()))
        height = math.ceil(words.boundingRect().height()) + self._theme.px(2)
        return QSize(width, max(self._theme.px(_LINE_PX), height))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        line = index.data(Qt.ItemDataRole.UserRole)
        if not isinstance(line, ShownLine):
            return
        painter.save()
        painter.setFont(self._theme.font(13, tabular=True))
        painter.setPen(self._theme.color("text"))
        painter.drawText(option.rect, int(Qt.AlignmentFlag.AlignLeft.value), line.time)
        painter.setPen(self._theme.color("warn" if line.kept else "text2"))
        room = option.rect.adjusted(self._time_width(), 0, 0, 0)
        words = laid_out(line.text, self._theme.font(13), max(20, room.width()))
        words.draw(painter, QPointF(room.topLeft()))
        painter.restore()


class TimelineView(QListView):
    """Oldest first. Follows the newest line unless somebody scrolled away from it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.timeline = TimelineModel(self)
        self.setModel(self.timeline)
        self.setItemDelegate(_Delegate(theme, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setFrameShape(QListView.Shape.NoFrame)
        self._at_end = True
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.verticalScrollBar().rangeChanged.connect(self._keep_end)

    def sizeHint(self) -> QSize:
        """It takes what is left."""
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def show_lines(self, lines: Sequence[ShownLine]) -> None:
        self.timeline.show(lines)
        self._keep_end()

    def _scrolled(self, value: int) -> None:
        self._at_end = value >= self.verticalScrollBar().maximum()

    def _keep_end(self) -> None:
        """More lines or less room: whoever read the newest line still does."""
        if self._at_end:
            self.scrollToBottom()
