"""Buttons that act as long as they are held: a painted arrow or sign, and the key beside it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QWidget

from command_center.ui.theme import Theme
from command_center.ui.wall.ptz_hand import Way

_SIDE, _MARK, _PAD, _RADIUS = 26, 10, 8, 6
_TURNS = {Way.RIGHT: 0, Way.DOWN: 90, Way.LEFT: 180, Way.UP: 270}


class HoldButton(QAbstractButton):
    """`pressed` and `released` mean begin and end. `key` is shown, "" where the mark is the key.

    A click does not take the keyboard away from the wall; Tab reaches it.
    """

    def __init__(
        self, theme: Theme, way: Way, key: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.way = way
        self._key = key
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.changed.connect(self.updateGeometry)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        px = self._theme.px
        if not self._key:
            return QSize(px(_SIDE), px(_SIDE))
        width = QFontMetrics(self._theme.font(11)).horizontalAdvance(self._key)
        return QSize(px(_MARK) + 3 * px(_PAD) + width, px(_SIDE))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setBrush(theme.color("selected" if self.isDown() else "raised"))
        edge = "accent" if self.hasFocus() or self.isDown() else "line"
        painter.setPen(QPen(theme.color(edge), 2.0 if self.hasFocus() else 1.0))
        painter.drawRoundedRect(box, px(_RADIUS), px(_RADIUS))
        ink = theme.color("text" if self.isEnabled() else "text3")
        middle = box.left() + px(_PAD) + px(_MARK) / 2 if self._key else box.center().x()
        painter.translate(middle, box.center().y())
        painter.setPen(QPen(ink, 2.0))
        painter.setBrush(ink)
        self._paint_mark(painter, px(_MARK) / 2)
        painter.resetTransform()
        if self._key:
            painter.setFont(theme.font(11))
            painter.setPen(theme.color("text2" if self.isEnabled() else "text3"))
            words = box.adjusted(0, 0, -px(_PAD), 0)
            flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(words, flags, self._key)
        painter.end()

    def _paint_mark(self, painter: QPainter, half: float) -> None:
        if self.way in _TURNS:
            painter.rotate(_TURNS[self.way])
            painter.setPen(Qt.PenStyle.NoPen)
            tip, back = QPointF(half, 0), -half * 0.6
            painter.drawPolygon(QPolygonF([tip, QPointF(back, half), QPointF(back, -half)]))
            return
        painter.drawLine(QPointF(-half, 0), QPointF(half, 0))
        if self.way is Way.CLOSER:
            painter.drawLine(QPointF(0, -half), QPointF(0, half))
