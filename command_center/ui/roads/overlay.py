"""What is closed, painted over the map, and what is being drawn."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from command_center.ui.map.canvas import MapCanvas
from command_center.ui.map.words import MOST_NAMES, NUMBER_PX
from command_center.ui.roads.lines import Line
from command_center.ui.theme import Theme

LINE_PX, CROSS_PX, POINT_PX, CENTRE_PX = 3, 4, 4, 9
EVERY_PX = 26
"""Crosses along a closed line: its shape says it without the colour."""
LABEL_PX = 300
_PAD = 4


@dataclass(frozen=True, slots=True)
class Shut:
    """One closure on the map. `text` may be from outside: plain."""

    id: str
    line: Line
    text: str


class ClosureOverlay(QWidget):
    """As large as the canvas, and moved with it; takes no click unless something is drawn."""

    def __init__(self, canvas: MapCanvas, theme: Theme) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._theme = theme
        self._shut: Sequence[Shut] = ()
        self.drawn: Sequence[tuple[float, float]] = ()
        self.aiming = False
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        canvas.installEventFilter(self)
        self.setGeometry(canvas.rect())
        self.lower()

    def show_closures(self, shut: Sequence[Shut]) -> None:
        if shut != self._shut:
            self._shut = shut
            self.update()

    def show_drawn(self, points: Sequence[tuple[float, float]], *, aiming: bool) -> None:
        """`aiming`: somebody draws, and the middle of the map is where the keyboard points."""
        self.drawn, self.aiming = tuple(points), aiming
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, not aiming)
        self.setCursor(Qt.CursorShape.CrossCursor if aiming else Qt.CursorShape.ArrowCursor)
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self.setGeometry(self._canvas.rect())
        return False

    def at(self, x: float, y: float) -> tuple[float, float]:
        """(lat, lon) of a pixel."""
        found = self._canvas.ground.to_lat_lon(*self._canvas.viewport.to_m(x, y))
        return found.lat, found.lon

    # --- painting ------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._shut and not self.aiming:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        labels: list[tuple[QPointF, str]] = []
        for one in self._shut:
            corners = self._pixels(one.line)
            if self._seen(corners):
                self._paint_line(painter, corners, "alarm")
                labels.append((_middle(corners), one.text))
        if self.aiming:
            self._paint_drawn(painter)
        self._paint_labels(painter, labels)
        painter.end()

    def _pixels(self, line: Sequence[tuple[float, float]]) -> list[QPointF]:
        ground, viewport = self._canvas.ground, self._canvas.viewport
        return [QPointF(*viewport.to_px(*ground.to_m(lat, lon))) for lat, lon in line]

    def _seen(self, corners: Sequence[QPointF]) -> bool:
        return (
            QPolygonF(corners).boundingRect().adjusted(-1, -1, 1, 1).intersects(QRectF(self.rect()))
        )

    def _paint_line(self, painter: QPainter, corners: Sequence[QPointF], token: str) -> None:
        theme = self._theme
        under = QPen(theme.color("window"), theme.px(LINE_PX + 3))
        over = QPen(theme.color(token), theme.px(LINE_PX))
        for pen in (under, over):
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            painter.drawPolyline(QPolygonF(corners))
        side = theme.px(CROSS_PX)
        painter.setPen(QPen(theme.color(token), 1.6 * theme.scale))
        for spot in along(corners, theme.px(EVERY_PX)):
            for dx, dy in ((side, side), (side, -side)):
                painter.drawLine(spot - QPointF(dx, dy), spot + QPointF(dx, dy))

    def _paint_drawn(self, painter: QPainter) -> None:
        theme = self._theme
        corners = self._pixels(self.drawn)
        if len(corners) > 1:
            self._paint_line(painter, corners, "accent")
        painter.setPen(QPen(theme.color("accent"), 1.6 * theme.scale))
        painter.setBrush(theme.color("panel"))
        for corner in corners:
            painter.drawEllipse(corner, theme.px(POINT_PX), theme.px(POINT_PX))
        if self._canvas.hasFocus():
            middle, arm = QPointF(self.width() / 2, self.height() / 2), theme.px(CENTRE_PX)
            painter.drawLine(middle - QPointF(arm, 0), middle + QPointF(arm, 0))
            painter.drawLine(middle - QPointF(0, arm), middle + QPointF(0, arm))

    def _paint_labels(self, painter: QPainter, labels: Sequence[tuple[QPointF, str]]) -> None:
        """Beside the middle of the line, where no incident is hidden if there is such a place;
        whole, inside the map."""
        if not labels:
            return
        theme = self._theme
        font = theme.font(11, bold=True)
        metrics, pad = QFontMetrics(font), theme.px(_PAD)
        taken = self._incidents()
        painter.setFont(font)
        for spot, text in labels:
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, theme.px(LABEL_PX))
            wide, high = metrics.horizontalAdvance(shown) + 2 * pad, metrics.height() + pad
            boxes = [self._inside(box) for box in _beside(spot, wide, high, 2 * pad)]
            box = next((b for b in boxes if not any(b.intersects(t) for t in taken)), boxes[0])
            taken.append(box)
            painter.setPen(QPen(theme.color("alarm"), 1))
            painter.setBrush(theme.color("panel"))
            painter.drawRoundedRect(box, theme.px(3), theme.px(3))
            painter.setPen(theme.color("text"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, shown)

    def _inside(self, box: QRectF) -> QRectF:
        left = min(max(0.0, box.left()), max(0.0, self.width() - box.width()))
        top = min(max(0.0, box.top()), max(0.0, self.height() - box.height()))
        return QRectF(left, top, box.width(), box.height())

    def _incidents(self) -> list[QRectF]:
        """Where the first incidents stand, with their numbers at their right."""
        left, top = self._canvas.viewport.origin
        items = self._canvas.layout_now().incidents(MOST_NAMES)
        name_px = NUMBER_PX * self._theme.scale
        return [
            QRectF(left + i.x - i.reach, top + i.y - i.reach, 2 * i.reach + name_px, 2 * i.reach)
            for i in items
        ]


def _beside(spot: QPointF, wide: float, high: float, gap: float) -> list[QRectF]:
    """Below and above, at the right and at the left."""
    right, left = spot.x() + gap, spot.x() - gap - wide
    below, above = spot.y() + gap / 2, spot.y() - gap / 2 - high
    return [QRectF(x, y, wide, high) for x in (right, left) for y in (below, above)]


def along(corners: Sequence[QPointF], every: float) -> list[QPointF]:
    """Spots at equal distances on the line, half a distance from its ends."""
    spots: list[QPointF] = []
    left = every / 2
    for first, last in itertools.pairwise(corners):
        length = math.hypot(last.x() - first.x(), last.y() - first.y())
        while left <= length and len(spots) < 1_000:
            spots.append(first + (last - first) * (left / length))
            left += every
        left -= length
    return spots or [_middle(corners)]


def _middle(corners: Sequence[QPointF]) -> QPointF:
    """Half way along."""
    lengths = [math.hypot(b.x() - a.x(), b.y() - a.y()) for a, b in itertools.pairwise(corners)]
    left = sum(lengths) / 2
    for at, length in enumerate(lengths):
        if left <= length and length:
            return corners[at] + (corners[at + 1] - corners[at]) * (left / length)
        left -= length
    return corners[0]
