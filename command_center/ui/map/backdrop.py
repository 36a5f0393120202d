"""Keeps the still part of the map as one picture, painted anew only when it must be."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen, QPixmap

from command_center.ui.map.labels import Box, Occupied, Wish, place
from command_center.ui.map.outlines import Name, NameKind, Outlines
from command_center.ui.map.sprites import SPACING
from command_center.ui.map.viewport import Viewport
from command_center.ui.theme import Theme

MARGIN = 0.15
"""How much more than the viewport is painted on each side, to pan without painting."""
KELURAHAN_FROM = 0.045
PLACES_FROM = 0.09
"""Pixels per metre from which these names are written."""
FARTHEST_NAME_PX = 400.0
CENTRED = Qt.AlignmentFlag.AlignCenter


@dataclass(frozen=True, slots=True)
class WrittenName:
    name: Name
    box: Box


class Backdrop:
    """`taken` are the boxes of its names, in pixels from the Ground's centre. The names of the
    kecamatan are not painted here: `headings` are where they would stand if no mark did."""

    def __init__(self, outlines: Outlines, theme: Theme) -> None:
        self._outlines = outlines
        self._theme = theme
        self._picture = QPixmap()
        self._shown: Viewport | None = None
        self._names: tuple[WrittenName, ...] = ()
        self._scale = 0.0
        self.paintings = 0

    def forget(self) -> None:
        """Another theme or size of letters."""
        self._shown, self._scale = None, 0.0

    def taken(self, scale: float) -> tuple[Box, ...]:
        self._lay_out(scale)
        return tuple(w.box for w in self._names if w.name.kind is not NameKind.KECAMATAN)

    def headings(self, scale: float) -> tuple[WrittenName, ...]:
        self._lay_out(scale)
        return tuple(w for w in self._names if w.name.kind is NameKind.KECAMATAN)

    def paint(
        self, painter: QPainter, viewport: Viewport, ratio: float, *, hurry: bool = False
    ) -> None:
        """In a hurry, while the scale still changes, the old picture is stretched."""
        shown = self._shown
        if hurry and shown is not None and self._picture.devicePixelRatio() == ratio:
            self._stretch(painter, viewport, shown)
            return
        if shown is None or not self._covers(shown, viewport, ratio):
            shown = self._shown = self._render(viewport, ratio)
        (left, top), (own_left, own_top) = viewport.origin, shown.origin
        painter.drawPixmap(QPointF(left - own_left, top - own_top), self._picture)

    def _stretch(self, painter: QPainter, viewport: Viewport, shown: Viewport) -> None:
        factor = viewport.scale / shown.scale
        (left, top), (own_left, own_top) = viewport.origin, shown.origin
        box = QRectF(
            left - own_left * factor,
            top - own_top * factor,
            shown.width * factor,
            shown.height * factor,
        )
        painter.fillRect(0, 0, viewport.width, viewport.height, self._theme.color("panel"))
        painter.drawPixmap(box, self._picture, QRectF(self._picture.rect()))

    def _covers(self, shown: Viewport, viewport: Viewport, ratio: float) -> bool:
        if shown.scale != viewport.scale or self._picture.devicePixelRatio() != ratio:
            return False
        (left, top), (own_left, own_top) = viewport.origin, shown.origin
        x, y = own_left - left, own_top - top
        right, below = shown.width - viewport.width, shown.height - viewport.height
        return 0 <= x <= right and 0 <= y <= below

    def _render(self, viewport: Viewport, ratio: float) -> Viewport:
        more = 1 + 2 * MARGIN
        wide, high = round(viewport.width * more), round(viewport.height * more)
        shown = viewport.resized(wide, high)
        if self._picture.size().toTuple() != (round(wide * ratio), round(high * ratio)):
            self._picture = QPixmap(round(wide * ratio), round(high * ratio))
        self._picture.setDevicePixelRatio(ratio)
        self._picture.fill(self._theme.color("panel"))
        painter = QPainter(self._picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_lines(painter, shown)
        self._paint_names(painter, shown)
        painter.end()
        self.paintings += 1
        return shown

    def _paint_lines(self, painter: QPainter, shown: Viewport) -> None:
        theme, lines = self._theme, self._outlines
        painter.save()
        painter.translate(*shown.origin)
        painter.scale(shown.scale, shown.scale)
        painter.fillPath(lines.areas, theme.color("map_area"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for path, token, width in (
            (lines.roads, "map_road", 2.0),
            (lines.minor, "map_line", 0.7),
            (lines.major, "map_line", 1.6),
        ):
            pen = QPen(theme.color(token), width * theme.scale)
            pen.setCosmetic(True)
            painter.setPen(pen)
            painter.drawPath(path)
        painter.restore()

    def _paint_names(self, painter: QPainter, shown: Viewport) -> None:
        self._lay_out(shown.scale)
        left, top = shown.origin
        dot = self._theme.px(2)
        for written in self._names:
            name, box = written.name, written.box
            if name.kind is NameKind.KECAMATAN:
                continue
            painter.setFont(self._font(name.kind))
            painter.setPen(self._theme.color("text3"))
            at = QRectF(left + box.left, top + box.top, box.width, box.height)
            painter.drawText(at, CENTRED | Qt.TextFlag.TextDontClip, name.text)
            if name.kind is NameKind.PLACE:
                painter.setBrush(self._theme.color("text3"))
                painter.setPen(Qt.PenStyle.NoPen)
                x, y = name.x_m * shown.scale + left, name.y_m * shown.scale + top
                painter.drawEllipse(QPointF(x, y), dot, dot)

    def _font(self, kind: NameKind) -> QFont:
        font = self._theme.font(11)
        if kind is NameKind.KECAMATAN:
            font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, SPACING)
        return font

    def _lay_out(self, scale: float) -> None:
        if scale == self._scale:
            return
        self._scale = scale
        wanted = [name for name in self._outlines.names if scale >= _from(name.kind)]
        measures = {kind: QFontMetricsF(self._font(kind)) for kind in NameKind}
        left = min((name.x_m for name in wanted), default=0.0) * scale - FARTHEST_NAME_PX
        occupied = Occupied(left)
        written: list[WrittenName] = []
        for name in wanted:
            measure = measures[name.kind]
            wide, high = measure.horizontalAdvance(name.text) + 2, measure.height()
            x, y = name.x_m * scale, name.y_m * scale
            if name.kind is NameKind.PLACE:
                wish = Wish(name.code, x, y, self._theme.px(4), wide, high)
                box = place([wish], occupied, occupied).get(name.code)
            else:
                box = Box(x - wide / 2, y - high / 2, wide, high)
                box = box if occupied.is_free(box) else None
                if box is not None:
                    occupied.take(box)
            if box is not None:
                written.append(WrittenName(name, box))
        self._names = tuple(written)


def _from(kind: NameKind) -> float:
    return {NameKind.KELURAHAN: KELURAHAN_FROM, NameKind.PLACE: PLACES_FROM}.get(kind, 0.0)
