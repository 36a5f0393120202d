"""The streets of the road graph a room imported, beneath everything else a layer shows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPolygonF

from command_center.geo.roadnet.classes import RoadClass
from command_center.geo.roadnet.table import RoadTable
from command_center.situation.situation import Situation
from command_center.ui.format import count
from command_center.ui.map.imported import ImportedLayer
from command_center.ui.map.layer import Found, Piece
from command_center.ui.map.outlines import Shapes
from command_center.ui.map.viewport import Ground
from command_center.ui.roads.lines import DAMAGED, RoadLines, digest_of

translate = QCoreApplication.translate
SMALL_FROM = 0.03
"""Pixels per metre from which the smaller streets are painted."""
WIDE = {RoadClass.TOLL: 2.4, RoadClass.TRUNK: 2.4, RoadClass.PRIMARY: 2.2}
SMALL = frozenset({RoadClass.LOCAL, RoadClass.OTHER, RoadClass.ALLEY})
CELL_M = 1000.0
"""Lines of one class that begin in a cell of this size are one shape."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """Stretches by class, in metres of the Ground."""

    shapes: dict[RoadClass, Shapes]
    stretches: int


class Streets(ImportedLayer[Drawn]):
    id = "streets"

    def digest_in(self, situation: Situation) -> str:
        return digest_of(situation)

    @staticmethod
    def read(roads: RoadLines, digest: str, ground: Ground) -> Drawn | str:
        return _read(roads, digest, ground)

    def title(self) -> str:
        return translate("Map", "Jalan hasil impor")

    def note(self) -> str:
        if not self._digest:
            return translate("Map", "ruang ini belum mengimpor jalan")
        if self._why == DAMAGED:
            return translate("Map", "berkas jalan di komputer ini rusak")
        if self._why:
            return translate("Map", "berkas jalan tidak ada di komputer ini")
        if self._drawn is None:
            return translate("Map", "jalan sedang dibaca")
        return translate("Map", "%1 ruas").replace("%1", count(self._drawn.stretches))

    def paint(self, painter: QPainter, piece: Piece) -> None:
        if self._drawn is None:
            return
        scale, box = piece.scale, QRectF(*piece.box).adjusted(-4, -4, 4, 4)
        metres = QRectF(
            box.left() / scale, box.top() / scale, box.width() / scale, box.height() / scale
        )
        painter.save()
        painter.scale(scale, scale)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for kind in reversed(RoadClass):
            if kind in SMALL and scale < SMALL_FROM:
                continue
            wide = WIDE.get(kind, 1.0 if kind in SMALL else 1.5) * self._theme.scale
            ink = self._theme.color("map_line" if kind in WIDE else "map_road")
            pen = QPen(ink, wide * piece.ratio)
            pen.setCosmetic(True)
            painter.setPen(pen)
            shapes = self._drawn.shapes.get(kind)
            if shapes is not None:
                painter.drawPath(shapes.touching(metres))
        painter.restore()

    def at(self, x_m: float, y_m: float, reach_m: float) -> Sequence[Found]:
        return ()


def _read(roads: RoadLines, digest: str, ground: Ground) -> Drawn | str:
    """On another thread. Why there is nothing to draw, as a code, where there is not."""
    table = roads.table(digest)
    if isinstance(table, str):
        return table
    return draw(table, ground)


def draw(table: RoadTable, ground: Ground) -> Drawn:
    """A street driven both ways is drawn once."""
    east, south = _metres(table, ground)
    paths: dict[tuple[RoadClass, int, int], QPainterPath] = defaultdict(QPainterPath)
    seen: set[tuple[int, int, int]] = set()
    for edge, kind in enumerate(table.kind.tolist()):
        start, end = int(table.start[edge]), int(table.end[edge])
        once = min(start, end), max(start, end), round(float(table.length_m[edge]))
        if once in seen:
            continue
        seen.add(once)
        first, last = int(table.shape_at[edge]), int(table.shape_at[edge + 1])
        line = zip(east[first:last], south[first:last], strict=True)
        cell = RoadClass(kind), int(east[first] // CELL_M), int(south[first] // CELL_M)
        paths[cell].addPolygon(QPolygonF([QPointF(x, y) for x, y in line]))
    shapes: dict[RoadClass, Shapes] = defaultdict(Shapes)
    for (kind, _, _), path in paths.items():
        shapes[kind].add_path(path)
    return Drawn(dict(shapes), len(seen))


def _metres(table: RoadTable, ground: Ground) -> tuple[list[float], list[float]]:
    east = (np.asarray(table.shape_lon) - ground.centre.lon) * ground.plane.x_m
    south = (ground.centre.lat - np.asarray(table.shape_lat)) * ground.plane.y_m
    return east.tolist(), south.tolist()
