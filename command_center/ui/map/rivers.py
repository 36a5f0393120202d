"""The rivers a room imported, beneath the streets."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPolygonF

from command_center.commands.rivers import RIVERS_SETTING
from command_center.geo.distance import FloatArray
from command_center.geo.rivers.river import BadRivers, River, RiverKind, load
from command_center.situation.situation import Situation
from command_center.ui.format import count
from command_center.ui.map.imported import ImportedLayer
from command_center.ui.map.layer import Found, Piece
from command_center.ui.map.outlines import Shapes, touch
from command_center.ui.map.viewport import Ground
from command_center.ui.roads.lines import DAMAGED, NOT_HERE, RoadLines

translate = QCoreApplication.translate
WIDE = {RiverKind.RIVER: 3.0, RiverKind.CANAL: 2.0, RiverKind.STREAM: 1.4, RiverKind.DRAIN: 1.0}
"""Pixels of the program."""
SMALL = frozenset({RiverKind.STREAM, RiverKind.DRAIN})
SMALL_FROM = 0.03
"""Pixels per metre from which the smaller ones are painted."""
CELL_M = 1000.0
"""Lines of one kind that begin in a cell of this size are one shape."""


@dataclass(frozen=True, eq=False, slots=True)
class Named:
    """A line of (k, 2) points in metres of the Ground, or the outside of an area."""

    name: str
    box: QRectF
    points: FloatArray
    area: bool

    def is_at(self, x_m: float, y_m: float, reach_m: float) -> bool:
        if not self.area:
            return _off_m(self.points, x_m, y_m) <= reach_m
        ring = QPolygonF([QPointF(x, y) for x, y in self.points.tolist()])
        return ring.containsPoint(QPointF(x_m, y_m), Qt.FillRule.OddEvenFill)


@dataclass(frozen=True, slots=True)
class Drawn:
    """In metres of the Ground."""

    lines: dict[RiverKind, Shapes]
    areas: dict[RiverKind, Shapes]
    named: tuple[Named, ...]
    rivers: int


class Rivers(ImportedLayer[Drawn]):
    id = "rivers"

    def digest_in(self, situation: Situation) -> str:
        setting = situation.get("room_setting", RIVERS_SETTING)
        return str(setting.value.get("sha256", "")) if setting is not None else ""

    @staticmethod
    def read(roads: RoadLines, digest: str, ground: Ground) -> Drawn | str:
        return _read(roads, digest, ground)

    def title(self) -> str:
        return translate("Map", "Sungai hasil impor")

    def note(self) -> str:
        if not self._digest:
            return translate("Map", "ruang ini belum mengimpor sungai")
        if self._why == DAMAGED:
            return translate("Map", "berkas sungai di komputer ini rusak")
        if self._why:
            return translate("Map", "berkas sungai tidak ada di komputer ini")
        if self._drawn is None:
            return translate("Map", "sungai sedang dibaca")
        return translate("Map", "%1 sungai dan saluran").replace("%1", count(self._drawn.rivers))

    def paint(self, painter: QPainter, piece: Piece) -> None:
        if self._drawn is None:
            return
        scale, box = piece.scale, QRectF(*piece.box).adjusted(-4, -4, 4, 4)
        metres = QRectF(
            box.left() / scale, box.top() / scale, box.width() / scale, box.height() / scale
        )
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(scale, scale)
        ink = self._theme.color("map_water")
        shown = [kind for kind in RiverKind if kind not in SMALL or scale >= SMALL_FROM]
        for kind in shown:
            if kind in self._drawn.areas:
                painter.fillPath(self._drawn.areas[kind].touching(metres), ink)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for kind in shown:
            if kind in self._drawn.lines:
                pen = QPen(ink, WIDE[kind] * self._theme.scale * piece.ratio)
                pen.setCosmetic(True)
                painter.setPen(pen)
                painter.drawPath(self._drawn.lines[kind].touching(metres))
        painter.restore()

    def at(self, x_m: float, y_m: float, reach_m: float) -> Sequence[Found]:
        """Names, each once."""
        if self._drawn is None:
            return ()
        near = QRectF(x_m - reach_m, y_m - reach_m, 2 * reach_m, 2 * reach_m)
        found = (one for one in self._drawn.named if touch(one.box, near))
        names = {one.name for one in found if one.is_at(x_m, y_m, reach_m)}
        return [Found(self.id, name, name) for name in sorted(names)]


def _off_m(points: FloatArray, x_m: float, y_m: float) -> float:
    """From the line through (k, 2) points, in metres of the Ground."""
    start, along = points[:-1] - (x_m, y_m), np.diff(points, axis=0)
    length = np.maximum(np.einsum("ij,ij->i", along, along), 1e-9)
    share = np.clip(-np.einsum("ij,ij->i", start, along) / length, 0.0, 1.0)
    nearest = start + along * share[:, None]
    return float(np.hypot(nearest[:, 0], nearest[:, 1]).min())


def _read(roads: RoadLines, digest: str, ground: Ground) -> Drawn | str:
    """On another thread. Why there is nothing to draw, as a code, where there is not."""
    try:
        return draw(load(roads.folder, digest), ground)
    except FileNotFoundError:
        return NOT_HERE
    except (BadRivers, OSError, ValueError):
        return DAMAGED


def draw(rivers: Sequence[River], ground: Ground) -> Drawn:
    paths: dict[tuple[RiverKind, int, int], QPainterPath] = defaultdict(QPainterPath)
    areas: dict[RiverKind, Shapes] = defaultdict(Shapes)
    named: list[Named] = []
    for river in rivers:
        metres = [[ground.to_m(lat, lon) for lat, lon in line] for line in river.lines]
        polygons = [QPolygonF([QPointF(x, y) for x, y in line]) for line in metres]
        if river.area:
            areas[river.kind].add_path(_area(polygons))
        else:
            for line, ((x, y), *_) in zip(polygons, metres, strict=True):
                paths[river.kind, int(x // CELL_M), int(y // CELL_M)].addPolygon(line)
        if river.name:
            known = metres[:1] if river.area else metres
            boxes = (line.boundingRect() for line in polygons)
            named += [
                Named(river.name, box, np.array(line), river.area)
                for line, box in zip(known, boxes, strict=False)
            ]
    lines: dict[RiverKind, Shapes] = defaultdict(Shapes)
    for (kind, _, _), path in paths.items():
        lines[kind].add_path(path)
    return Drawn(dict(lines), dict(areas), tuple(named), len(rivers))


def _area(rings: Sequence[QPolygonF]) -> QPainterPath:
    """What is inside of an inner ring is land."""
    path = QPainterPath()
    for ring in rings:
        path.addPolygon(ring)
    return path
