"""What a warning to the public covers, ready to be painted: others' alerts and our own notices."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime

import shapely
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QPolygonF

from command_center.domain.alert import AlertPart, PublicAlert, Severity
from command_center.domain.referral import PublicNotice
from command_center.geo.city import CityPack
from command_center.ui.map.outlines import Shapes
from command_center.ui.map.viewport import Box, Ground

NOTICE_M = 200.0
"""Around the point of a notice that names no area."""
WITHIN_PX = 0.75
"""How far a line that is painted may be from the outline it stands for."""
RUN = 24
"""Corners of a line that are painted together, or not at all."""
CIRCLE_SIDES = 64
Points = list[tuple[float, float]]


@dataclass(frozen=True, eq=False, slots=True)
class WarnedArea:
    """In metres of the Ground. `severity` None: a notice of our own; `ends_at` None: until it is
    withdrawn; `label_at` where its label has its middle, on the map of the city if it reaches
    there; None where another area of the same warning has it."""

    id: str
    title: str
    text: str
    severity: Severity | None
    since: datetime
    ends_at: datetime | None
    path: QPainterPath
    box: QRectF
    label_at: tuple[float, float] | None
    outlines: tuple[shapely.LineString, ...]
    _lines: dict[int, Shapes] = field(default_factory=dict)

    def lines(self, scale: float) -> Shapes:
        """The outline as coarse as pixels a metre allow: an official one has a corner every few
        metres, and each costs."""
        octave = math.floor(math.log2(scale))
        if octave not in self._lines:
            self._lines[octave] = _lines(self.outlines, WITHIN_PX / 2 ** (octave + 1))
        return self._lines[octave]

    def holds(self, now: datetime) -> bool:
        """An alert holds from when it is heard, a notice from its own time on."""
        begun = self.severity is not None or self.since <= now
        return begun and (self.ends_at is None or now < self.ends_at)


def alert_areas(alert: PublicAlert, ground: Ground, city: Box) -> Iterator[WarnedArea]:
    """`city` in metres of the Ground."""
    shapes = [_shapes(part, ground) for part in alert.parts]
    spots = [_label_spot(rings, city) for rings in shapes]
    widest = max(range(len(spots)), key=lambda at: spots[at][1], default=0)
    for number, (part, rings) in enumerate(zip(alert.parts, shapes, strict=True)):
        path = _path(rings)
        yield WarnedArea(
            id=f"{alert.sender}/{alert.identifier}/{number}",
            title=part.event,
            text=" · ".join(filter(None, (part.headline, part.area, alert.sender))),
            severity=part.severity,
            since=alert.sent_at,
            ends_at=part.ends_at,
            path=path,
            box=path.boundingRect(),
            label_at=spots[number][0] if number == widest else None,
            outlines=tuple(map(shapely.LineString, rings)),
        )


def notice_area(notice: PublicNotice, city: CityPack, ground: Ground) -> WarnedArea | None:
    """None for one that names no place."""
    boundaries, code = city.boundaries, notice.area_code
    if notice.lat is not None and notice.lon is not None:
        rings = [_round(*ground.to_m(notice.lat, notice.lon), NOTICE_M)]
    elif code and boundaries is not None and code in boundaries.codes:
        outline = (ring.tolist() for ring in boundaries.outline(code))
        rings = [[ground.to_m(lat, lon) for lat, lon in ring] for ring in outline]
    else:
        return None
    path = _path(rings)
    box = path.boundingRect()
    return WarnedArea(
        id=notice.id,
        title=notice.title,
        text=notice.title,
        severity=None,
        since=notice.valid_from,
        ends_at=notice.valid_until,
        path=path,
        box=box,
        label_at=(box.center().x(), box.center().y()),
        outlines=tuple(shapely.LineString([*ring, ring[0]]) for ring in rings),
    )


def _shapes(part: AlertPart, ground: Ground) -> list[Points]:
    rings = [[ground.to_m(lat, lon) for lat, lon in ring] for ring in part.rings]
    for lat, lon, radius_m in part.circles:
        rings.append(_round(*ground.to_m(lat, lon), radius_m))
    return rings


def _round(x_m: float, y_m: float, radius_m: float) -> Points:
    around = shapely.Point(x_m, y_m).buffer(radius_m, quad_segs=CIRCLE_SIDES // 4)
    return list(around.exterior.coords)


def _lines(outlines: Iterable[shapely.LineString], within_m: float) -> Shapes:
    found = Shapes()
    for outline in outlines:
        points = shapely.simplify(outline, within_m, preserve_topology=False).coords[:]
        for start in range(0, len(points) - 1, RUN):
            run = points[start : start + RUN + 1]
            found.add(QPolygonF([QPointF(x, y) for x, y in run]))
    return found


def _path(rings: Iterable[Sequence[tuple[float, float]]]) -> QPainterPath:
    path = QPainterPath()
    for ring in rings:
        path.addPolygon(QPolygonF([QPointF(x, y) for x, y in ring]))
        path.closeSubpath()
    return path


def _label_spot(rings: Sequence[Points], city: Box) -> tuple[tuple[float, float], float]:
    """Inside of the largest ring, in the city where one reaches there; and how large that is."""
    frame = shapely.box(city.left, city.top, city.right, city.bottom)
    # whole in degrees, an outline may still touch itself in metres
    drawn = [shapely.make_valid(shapely.Polygon(ring)) for ring in rings]
    inside = [one.intersection(frame) for one in drawn]
    seen = [one for one in inside if one.area > 0]
    largest = max(seen or drawn, key=lambda one: one.area)
    spot = largest.representative_point()
    return (spot.x, spot.y), largest.area if seen else 0.0
