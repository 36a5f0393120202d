"""Small pictures of marks and names, each painted once a theme and then only copied."""

from __future__ import annotations

import math
from collections import OrderedDict
from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPixmap

from command_center.domain.incident import Priority
from command_center.domain.unit import UnitStatus
from command_center.ui.glyphs import paint_priority, paint_status, status_look
from command_center.ui.theme import Theme

NAMES_KEPT = 512
"""Twice what one view writes. Shapes are few: a status and a course to ten degrees."""
SPACING = 112.0
"""Percent between the letters of a kecamatan's name."""
INCIDENT_PX, UNIT_PX, CAMERA_PX, TICK_PX, DOT_PX, SPECK_PX = 16, 12, 9, 9, 7, 2
COURSE_STEP_DEG, COURSE_STEPS = 10, 36
Painting = Callable[[QPainter, float, float], None]


class Sprites:
    """`ratio` is the device pixel ratio the pictures are made for."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._shapes: dict[tuple[object, ...], QPixmap] = {}
        self._names: OrderedDict[tuple[object, ...], QPixmap] = OrderedDict()
        self.ratio = 1.0
        self.generation = 0

    def forget(self) -> None:
        """Everything is painted anew; `generation` tells who kept a picture."""
        self.generation += 1
        self._shapes.clear()
        self._names.clear()

    def use_ratio(self, ratio: float) -> None:
        if ratio != self.ratio:
            self.ratio = ratio
            self.forget()

    def incident(self, priority: Priority, verified: bool) -> QPixmap:
        """On a dark edge of its own, so that it stands out on any ground."""
        theme = self._theme

        def paint(painter: QPainter, width: float, height: float) -> None:
            ground = theme.color("panel")
            ground.setAlphaF(0.8)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ground)
            painter.drawEllipse(QRectF(0, 0, width, height))
            inset = theme.px(3)
            box = QRectF(inset, inset, width - 2 * inset, height - 2 * inset)
            paint_priority(painter, box, priority, verified, theme)

        side = theme.px(INCIDENT_PX + 6)
        return self._get(("incident", priority, verified), side, side, paint)

    def unit(self, status: UnitStatus, course_deg: float | None) -> QPixmap:
        """With a tick in the direction of travel, to the nearest COURSE_STEP_DEG."""
        theme = self._theme
        step = None if course_deg is None else round(course_deg / COURSE_STEP_DEG) % COURSE_STEPS
        tick = theme.px(TICK_PX)
        side = theme.px(UNIT_PX + 4) + 2 * tick

        def paint(painter: QPainter, width: float, height: float) -> None:
            middle, radius = width / 2, width / 2 - tick
            ground = theme.color("panel")
            ground.setAlphaF(0.85)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ground)
            painter.drawEllipse(QPointF(middle, middle), radius, radius)
            inner = radius - theme.px(2)
            box = QRectF(middle - inner, middle - inner, 2 * inner, 2 * inner)
            paint_status(painter, box, status, theme)
            if step is None:
                return
            angle = math.radians(step * COURSE_STEP_DEG)
            ahead = QPointF(math.sin(angle), -math.cos(angle))
            start = QPointF(middle, middle)
            painter.setPen(QPen(theme.color(status_look(status, theme)[1]), 1.6 * theme.scale))
            painter.drawLine(start + ahead * radius, start + ahead * (radius + tick - 1))

        return self._get(("unit", status, step), side, side, paint)

    def dot(self, status: UnitStatus) -> QPixmap:
        """A unit among so many that their signs would hide each other."""
        theme = self._theme

        def paint(painter: QPainter, width: float, height: float) -> None:
            painter.setPen(QPen(theme.color("panel"), 1.0))
            painter.setBrush(theme.color(status_look(status, theme)[1]))
            painter.drawEllipse(QRectF(0.5, 0.5, width - 1, height - 1))

        side = theme.px(DOT_PX)
        return self._get(("dot", status), side, side, paint)

    def speck(self) -> QPixmap:
        """A camera seen from afar."""
        theme = self._theme

        def paint(painter: QPainter, width: float, height: float) -> None:
            painter.fillRect(QRectF(0, 0, width, height), theme.color("text3"))

        return self._get(("speck",), SPECK_PX * theme.scale, SPECK_PX * theme.scale, paint)

    def camera(self, down: bool, chosen: bool) -> QPixmap:
        """Only outlined while it gives no picture."""
        theme = self._theme

        def paint(painter: QPainter, width: float, height: float) -> None:
            color = theme.color("accent" if chosen else "text3")
            painter.setPen(QPen(color, 1.0))
            painter.setBrush(Qt.BrushStyle.NoBrush if down else color)
            middle = height / 2
            body = QRectF(1, middle - height * 0.25, width * 0.6, height * 0.5)
            painter.drawRect(body)
            lens = QPainterPath(QPointF(body.right(), middle))
            lens.lineTo(width - 1, middle - height * 0.25)
            lens.lineTo(width - 1, middle + height * 0.25)
            lens.closeSubpath()
            painter.drawPath(lens)

        side = theme.px(CAMERA_PX + 2)
        return self._get(("camera", down, chosen), side, side, paint)

    def name(self, text: str, token: str, bold: bool, spaced: bool = False) -> QPixmap:
        """Plain text with an edge in the colour of the ground."""
        key = (text, token, bold, spaced)
        kept = self._names.get(key)
        if kept is not None:
            self._names.move_to_end(key)
            return kept
        theme = self._theme
        font = theme.font(11, bold=bold)
        if spaced:
            font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, SPACING)
        measure = QFontMetricsF(font)

        def paint(painter: QPainter, width: float, height: float) -> None:
            path = QPainterPath()
            path.addText(QPointF(2, measure.ascent() + 1), font, text)
            edge = QPen(theme.color("panel"), 2.5)
            edge.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.strokePath(path, edge)
            painter.setFont(font)
            painter.setPen(theme.color(token))
            painter.drawText(QPointF(2, measure.ascent() + 1), text)

        wide = measure.horizontalAdvance(text) + 4
        picture = self._painted(wide, measure.height() + 2, paint)
        self._names[key] = picture
        if len(self._names) > NAMES_KEPT:
            self._names.popitem(last=False)
        return picture

    def _get(
        self, key: tuple[object, ...], width: float, height: float, paint: Painting
    ) -> QPixmap:
        kept = self._shapes.get(key)
        if kept is None:
            kept = self._shapes[key] = self._painted(width, height, paint)
        return kept

    def _painted(self, width: float, height: float, paint: Painting) -> QPixmap:
        canvas = QPixmap(round(width * self.ratio), round(height * self.ratio))
        canvas.setDevicePixelRatio(self.ratio)
        canvas.fill(QColor(0, 0, 0, 0))
        painter = QPainter(canvas)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint(painter, width, height)
        painter.end()
        # What was painted on holds what it was painted with for as long as it lives: 120 kB for
        # a name of 5 kB. A copy does not.
        return canvas.copy()
