"""Paints one camera: how it is, what the room calls it, where and whose it is; as plain text."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from command_center.domain.room import Camera
from command_center.ui.cameras import words
from command_center.ui.cameras.model import ROW_ROLE
from command_center.ui.cameras.rows import CameraRow
from command_center.ui.glyphs import paint_health
from command_center.ui.painted_rows import LEFT, RIGHT, paint_line
from command_center.ui.theme import Theme
from command_center.video.model import CameraState

ROW_PX = 44
_HEALTH = {
    CameraState.LIVE: "ok",
    CameraState.CONNECTING: "degraded",
    CameraState.STALE: "degraded",
    CameraState.RECONNECTING: "down",
    CameraState.COLD: "down",
    CameraState.AUTH: "down",
}
StateOf = Callable[[str], CameraState]


class CameraDelegate(QStyledItemDelegate):
    """`state_of` tells how a camera is; only painted rows are asked for. `selected` is the seat's
    camera."""

    def __init__(self, theme: Theme, state_of: StateOf, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._state_of = state_of
        self.selected: str | None = None

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
        if not isinstance(row, CameraRow):
            return
        theme, rect = self._theme, option.rect
        painter.save()
        if row.id == self.selected:
            painter.fillRect(rect, theme.color("selected"))
        current = bool(option.state & QStyle.StateFlag.State_HasFocus)
        if current:
            painter.setPen(QPen(theme.color("accent"), 1))
            painter.drawRect(rect.adjusted(0, 0, -1, -2))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.color("line"))
        state = self._state_of(row.id)
        self._mark(painter, rect, row.camera, state)
        self._words(painter, rect, row, state)
        painter.restore()

    def _mark(self, painter: QPainter, rect: QRect, camera: Camera, state: CameraState) -> None:
        """A hollow ring where there is nothing to be well or ill."""
        px = self._theme.px
        box = QRectF(rect.left() + px(10), rect.top() + px(9), px(10), px(10))
        if camera.in_use and state in _HEALTH:
            paint_health(painter, box, _HEALTH[state], self._theme)
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("text3"), 1.5))
        painter.drawEllipse(box.adjusted(1, 1, -1, -1))

    def _words(self, painter: QPainter, rect: QRect, row: CameraRow, state: CameraState) -> None:
        theme, px = self._theme, self._theme.px
        camera = row.camera
        left, right = rect.left() + px(28), rect.right() - px(10)
        top = QRectF(left, rect.top() + px(4), right - left, px(20))
        text = words.state_text(camera, state)
        painter.setFont(theme.font(11))
        painter.setPen(theme.color("text2" if camera.in_use else "warn"))
        painter.drawText(top, RIGHT, text)
        room = top.width() - QFontMetrics(theme.font(11)).horizontalAdvance(text) - px(8)
        label = QFontMetrics(theme.font(11, tabular=True)).horizontalAdvance(camera.label) + px(8)
        painter.setFont(theme.font(11, tabular=True))
        painter.setPen(theme.color("text3"))
        painter.drawText(top, LEFT, camera.label)
        painter.setFont(theme.font(13, bold=True))
        painter.setPen(theme.color("text" if camera.in_use else "text2"))
        paint_line(painter, top.adjusted(label, 0, 0, 0), camera.title, room - label)
        painter.setFont(theme.font(11))
        painter.setPen(theme.color("text2"))
        below = QRectF(left, rect.top() + px(24), right - left, px(16))
        paint_line(painter, below, words.second_line(row))
