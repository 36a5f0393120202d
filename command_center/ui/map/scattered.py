"""Many small marks of a layer: found by place, and named where there is room."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from command_center.ui.map.labels import Box, Occupied, Wish, place
from command_center.ui.map.layer import Piece
from command_center.ui.theme import Theme

CELL_M = 500.0
FARTHEST_PX = 400.0
Taken = Callable[[float], tuple[Box, ...]]
"""What the ground's own names take up at a scale, in pixels from its centre."""


@dataclass(frozen=True, slots=True)
class Spot:
    """In metres of the Ground; `shade` as a layer means it."""

    id: str
    name: str
    x_m: float
    y_m: float
    kind: str = ""
    shade: int | None = None


class Scattered:
    """Looked up by cells of CELL_M."""

    def __init__(self, spots: Iterable[Spot]) -> None:
        self.all = tuple(spots)
        self._cells: dict[tuple[int, int], list[Spot]] = defaultdict(list)
        for spot in self.all:
            self._cells[_cell(spot.x_m), _cell(spot.y_m)].append(spot)

    def within(self, left: float, top: float, right: float, bottom: float) -> Iterator[Spot]:
        """Of a rectangle in metres; where it spans more cells than there are spots, of all."""
        columns = range(_cell(left), _cell(right) + 1)
        rows = range(_cell(top), _cell(bottom) + 1)
        few = len(columns) * len(rows) <= len(self._cells)
        cells = ((c, r) for c in columns for r in rows) if few else iter(self._cells)
        for cell in cells:
            for spot in self._cells.get(cell, ()):
                if left <= spot.x_m <= right and top <= spot.y_m <= bottom:
                    yield spot

    def near(self, x_m: float, y_m: float, reach_m: float) -> list[Spot]:
        """The nearest first."""
        found = self.within(x_m - reach_m, y_m - reach_m, x_m + reach_m, y_m + reach_m)
        away = ((math.hypot(s.x_m - x_m, s.y_m - y_m), s.id, s) for s in found)
        return [spot for metres, _, spot in sorted(away) if metres <= reach_m]

    def seen(self, piece: Piece, more_px: float) -> Iterator[Spot]:
        """Those of which a tile shows something."""
        box, scale = piece.box, piece.scale
        left, top = (box.left - more_px) / scale, (box.top - more_px) / scale
        right, bottom = box.left + box.width + more_px, box.top + box.height + more_px
        return self.within(left, top, right / scale, bottom / scale)


def _cell(metres: float) -> int:
    return math.floor(metres / CELL_M)


class SpotNames:
    """Laid out once a scale; no name lies over another or over one of the ground."""

    def __init__(self, theme: Theme, taken: Taken) -> None:
        self._theme = theme
        self._taken = taken
        self._laid_out: tuple[object, ...] = ()
        self._boxes: dict[str, Box] = {}

    def paint(self, painter: QPainter, piece: Piece, spots: Scattered, reach_px: float) -> None:
        boxes, seen = self._at(piece.scale, spots, reach_px), QRectF(*piece.box)
        painter.setFont(self._theme.font(11))
        painter.setPen(self._theme.color("text2"))
        centred = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip
        for spot in spots.seen(piece, FARTHEST_PX):
            box = boxes.get(spot.id)
            if box is not None and QRectF(*box).intersects(seen):
                painter.drawText(QRectF(*box), centred, spot.name)

    def _at(self, scale: float, spots: Scattered, reach_px: float) -> dict[str, Box]:
        taken = self._taken(scale)
        key = scale, spots, taken, self._theme.scale
        if key == self._laid_out:
            return self._boxes
        self._laid_out = key
        measure = QFontMetricsF(self._theme.font(11))
        left = min((spot.x_m for spot in spots.all), default=0.0) * scale - FARTHEST_PX
        occupied = Occupied(left, taken)
        wishes = [
            Wish(
                spot.id,
                spot.x_m * scale,
                spot.y_m * scale,
                reach_px,
                measure.horizontalAdvance(spot.name) + 2,
                measure.height(),
            )
            for spot in spots.all
        ]
        self._boxes = place(wishes, occupied, occupied)
        return self._boxes
