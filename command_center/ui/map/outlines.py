"""The still part of the map: the city's areas, borders and main roads, and their names."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QPolygonF

from command_center.domain.place import Place, PlaceKind
from command_center.geo.city import CityPack
from command_center.geo.distance import FloatArray
from command_center.ui.map.viewport import Box, Ground

MAIN_ROADS = frozenset({"arterial", "collector"})
WITHOUT_BORDERS_M = 1500.0
"""Room around label points where a city has no table of boundaries."""


class NameKind(StrEnum):
    KECAMATAN = "kecamatan"
    KELURAHAN = "kelurahan"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Name:
    """A name of the city's own table where it is written; areas are centred on their point."""

    code: str
    text: str
    kind: NameKind
    x_m: float
    y_m: float


class Shapes:
    """Lines or areas in metres of a Ground, of which a piece of the map needs only some."""

    def __init__(self) -> None:
        self._parts: list[tuple[QRectF, QPainterPath]] = []

    def add(self, polygon: QPolygonF, *, closed: bool = False) -> None:
        path = QPainterPath()
        path.addPolygon(polygon)
        if closed:
            path.closeSubpath()
        self.add_path(path)

    def add_path(self, path: QPainterPath) -> None:
        self._parts.append((path.boundingRect(), path))

    @property
    def box(self) -> QRectF | None:
        if not self._parts:
            return None
        return functools.reduce(QRectF.united, (box for box, _ in self._parts))

    def touching(self, box: QRectF) -> QPainterPath:
        """All that reach into the box, as one path."""
        found = QPainterPath()
        for own, path in self._parts:
            if touch(own, box):
                found.addPath(path)
        return found


def touch(one: QRectF, other: QRectF) -> bool:
    """Qt's own test knows no lines that run straight along an axis: they have no area."""
    across = one.left() <= other.right() and other.left() <= one.right()
    return across and one.top() <= other.bottom() and other.top() <= one.bottom()


@dataclass(frozen=True, slots=True)
class Outlines:
    """In metres of `ground`. Made once a city."""

    areas: Shapes
    minor: Shapes
    major: Shapes
    roads: Shapes
    names: tuple[Name, ...]
    box: Box


def outlines(city: CityPack, ground: Ground) -> Outlines:
    areas, minor, major = Shapes(), Shapes(), Shapes()
    boundaries = city.boundaries
    if boundaries is not None:
        for code in boundaries.codes:
            for ring in boundaries.outline(code):
                areas.add(_polygon(ring, ground), closed=True)
        for border in boundaries.lines:
            kecamatan = {boundaries.kecamatan_of(code) for code in border.areas}
            inner = len(border.areas) == 2 and len(kecamatan) == 1
            (minor if inner else major).add(_polygon(border.points, ground))
    names = tuple(_names(city, ground))
    return Outlines(
        areas=areas,
        minor=minor,
        major=major,
        roads=_roads(city, ground),
        names=names,
        box=_box(areas, names),
    )


def _polygon(points: FloatArray, ground: Ground) -> QPolygonF:
    """(n, 2) lat, lon in degrees as a polygon in metres."""
    return QPolygonF([QPointF(*ground.to_m(lat, lon)) for lat, lon in points.tolist()])


def _roads(city: CityPack, ground: Ground) -> Shapes:
    found = Shapes()
    if city.roads is None:
        return found
    for edge in city.roads.edges:
        if edge.kind in MAIN_ROADS:
            start, end = city.roads.nodes[edge.start], city.roads.nodes[edge.end]
            ends = (ground.to_m(node.lat, node.lon) for node in (start, end))
            found.add(QPolygonF([QPointF(*end) for end in ends]))
    return found


def _names(city: CityPack, ground: Ground) -> Iterable[Name]:
    """Larger areas first: they get their room before the smaller ones."""
    kinds = {PlaceKind.KECAMATAN: NameKind.KECAMATAN, PlaceKind.KELURAHAN: NameKind.KELURAHAN}
    order = list(NameKind)
    found = [
        _name(place, kinds.get(place.kind, NameKind.PLACE), ground)
        for place in (*city.areas, *city.places)
        if place.kind is not PlaceKind.ROAD
    ]
    return sorted((name for name in found if name), key=lambda name: order.index(name.kind))


def _name(place: Place, kind: NameKind, ground: Ground) -> Name | None:
    if place.lat is None or place.lon is None:
        return None
    x_m, y_m = ground.to_m(place.lat, place.lon)
    text = place.name.upper() if kind is NameKind.KECAMATAN else place.name
    return Name(place.code, text, kind, x_m, y_m)


def _box(areas: Shapes, names: tuple[Name, ...]) -> Box:
    rect = areas.box
    if rect is not None:
        return Box(rect.left(), rect.top(), rect.right(), rect.bottom())
    if not names:
        reach = WITHOUT_BORDERS_M
        return Box(-reach, -reach, reach, reach)
    xs, ys = [name.x_m for name in names], [name.y_m for name in names]
    more = WITHOUT_BORDERS_M
    return Box(min(xs) - more, min(ys) - more, max(xs) + more, max(ys) + more)
