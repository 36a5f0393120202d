"""Paints the still part of the map, a piece at a time."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen, QPixmap

from command_center.ui.map.labels import Box, Occupied, Wish, place
from command_center.ui.map.layer import TILE_PX, Piece
from command_center.ui.map.outlines import Name, NameKind, Outlines
from command_center.ui.map.sprites import SPACING
from command_center.ui.map.viewport import Box as Reach
from command_center.ui.theme import Theme

KELURAHAN_FROM = 0.045
PLACES_FROM = 0.09
"""Pixels per metre from which these names are written."""
FARTHEST_NAME_PX = 400.0
BORDERS, ROADS, NAMES = "borders", "roads", "names"
"""The parts that can be hidden."""
WIDEST_LINE_PX = 4
CENTRED = Qt.AlignmentFlag.AlignCenter


@dataclass(frozen=True, slots=True)
class WrittenName:
    name: Name
    box: Box


class Backdrop:
    """`taken` are the boxes of its names, in pixels from the Ground's centre. The names of the
    kecamatan are not painted here: `headings` are where they would stand if no mark did. Parts that
    are `hidden` are not painted; the areas themselves always are."""

    def __init__(self, outlines: Outlines, theme: Theme) -> None:
        self._outlines = outlines
        self._theme = theme
        self._names: tuple[WrittenName, ...] = ()
        self._scale = 0.0
        self.paintings = 0
        self.hidden: frozenset[str] = frozenset()

    @property
    def city(self) -> Reach:
        """How far the city reaches, in metres of the Ground."""
        return self._outlines.box

    def forget(self) -> None:
        """Another theme or size of letters."""
        self._scale = 0.0

    def taken(self, scale: float) -> tuple[Box, ...]:
        if NAMES in self.hidden:
            return ()
        self._lay_out(scale)
        return tuple(w.box for w in self._names if w.name.kind is not NameKind.KECAMATAN)

    def headings(self, scale: float) -> tuple[WrittenName, ...]:
        if NAMES in self.hidden:
            return ()
        self._lay_out(scale)
        return tuple(w for w in self._names if w.name.kind is NameKind.KECAMATAN)

    def paint(self, piece: Piece) -> QPixmap:
        picture = QPixmap(TILE_PX, TILE_PX)
        picture.fill(self._theme.color("panel"))
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        piece.enter(painter)
        self._paint_lines(painter, piece)
        painter.end()
        self.paintings += 1
        return picture

    def write(self, picture: QPixmap, piece: Piece) -> None:
        """The names, over whatever was laid on the ground since it was painted."""
        if NAMES in self.hidden:
            return
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        piece.enter(painter)
        self._paint_names(painter, piece)
        painter.end()

    def _paint_lines(self, painter: QPainter, piece: Piece) -> None:
        theme, lines, scale = self._theme, self._outlines, piece.scale
        more = theme.px(WIDEST_LINE_PX)
        box = QRectF(*piece.box).adjusted(-more, -more, more, more)
        metres = QRectF(
            box.left() / scale, box.top() / scale, box.width() / scale, box.height() / scale
        )
        painter.save()
        painter.scale(scale, scale)
        painter.fillPath(lines.areas.touching(metres), theme.color("map_area"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for part, shapes, token, width in (
            (ROADS, lines.roads, "map_road", 2.0),
            (BORDERS, lines.minor, "map_line", 0.7),
            (BORDERS, lines.major, "map_line", 1.6),
        ):
            if part in self.hidden:
                continue
            pen = QPen(theme.color(token), width * theme.scale * piece.ratio)
            pen.setCosmetic(True)
            painter.setPen(pen)
            painter.drawPath(shapes.touching(metres))
        painter.restore()

    def _paint_names(self, painter: QPainter, piece: Piece) -> None:
        self._lay_out(piece.scale)
        dot = self._theme.px(2)
        more = dot + self._theme.px(4)
        seen = QRectF(*piece.box).adjusted(-more, -more, more, more)
        for written in self._names:
            name, box = written.name, QRectF(*written.box)
            if name.kind is NameKind.KECAMATAN:
                continue
            if box.intersects(seen):
                painter.setFont(self._font(name.kind))
                painter.setPen(self._theme.color("text3"))
                painter.drawText(box, CENTRED | Qt.TextFlag.TextDontClip, name.text)
            at = QPointF(name.x_m * piece.scale, name.y_m * piece.scale)
            if name.kind is NameKind.PLACE and seen.contains(at):
                painter.setBrush(self._theme.color("text3"))
                painter.setPen(Qt.PenStyle.NoPen)
                painter.drawEllipse(at, dot, dot)

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
