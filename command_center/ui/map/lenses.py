"""Where fixed cameras look, as far as their directory or the room says so."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from command_center.situation.cameras import camera_point
from command_center.situation.situation import Situation
from command_center.ui.map.layer import Found, Level, Piece
from command_center.ui.map.viewport import Ground
from command_center.ui.theme import Theme

translate = QCoreApplication.translate
FAR_PX = 34
"""How far a field is drawn: nobody knows how far a camera sees."""
FAINT = 0.16
Lens = tuple[float, float, float, float | None]


class Lenses:
    """A sector where the angle is known, a line where only the direction is, else nothing."""

    id = "lenses"
    level = Level.BENEATH_MARKS
    follows = frozenset({"camera"})

    def __init__(self, ground: Ground, theme: Theme) -> None:
        self._ground = ground
        self._theme = theme
        self._all = 0
        self._lenses: tuple[Lens, ...] = ()

    @property
    def version(self) -> object:
        return self._lenses

    def take(self, situation: Situation) -> None:
        cameras = [camera for camera in situation.all("camera") if camera.in_use]
        found: list[Lens] = []
        for camera in cameras:
            at = camera_point(situation, camera)
            if at is not None and camera.heading_deg is not None:
                found.append((*self._ground.to_m(*at), camera.heading_deg, camera.field_deg))
        self._all, self._lenses = len(cameras), tuple(found)

    def title(self) -> str:
        return translate("Map", "Arah pandang kamera")

    def note(self) -> str:
        text = translate("Map", "diketahui untuk %1 dari %2 kamera")
        return text.replace("%1", str(len(self._lenses))).replace("%2", str(self._all))

    def paint(self, painter: QPainter, piece: Piece) -> None:
        far = self._theme.px(FAR_PX)
        seen = QRectF(*piece.box).adjusted(-far, -far, far, far)
        ink = self._theme.color("accent")
        painter.setPen(QPen(ink, 1.0))
        fill = self._theme.color("accent")
        fill.setAlphaF(FAINT)
        painter.setBrush(fill)
        for x_m, y_m, heading_deg, field_deg in self._lenses:
            at = QPointF(x_m * piece.scale, y_m * piece.scale)
            if not seen.contains(at):
                continue
            if field_deg is None:
                angle = math.radians(heading_deg)
                painter.drawLine(at, at + QPointF(math.sin(angle), -math.cos(angle)) * far)
                continue
            box = QRectF(at.x() - far, at.y() - far, 2 * far, 2 * far)
            first = 90.0 - heading_deg - field_deg / 2
            painter.drawPie(box, round(first * 16), round(field_deg * 16))
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def at(self, x_m: float, y_m: float, reach_m: float) -> Sequence[Found]:
        return ()
