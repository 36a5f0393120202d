"""What a warning to the public covers, ready to be painted: others' alerts and our own notices."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

import shapely
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QPolygonF

from command_center.domain.alert import AlertPart, PublicAlert, Severity
from command_center.domain.referral import PublicNotice
from command_center.geo.city import CityPack
from command_center.ui.map.viewport import Box, Ground

NOTICE_M = 200.0
"""Around the point of a notice that names no area."""
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
        )


def notice_area(notice: PublicNotice, city: CityPack, ground: Ground) -> WarnedArea | None:
    """None for one that names no place."""
    path, boundaries = QPainterPath(), city.boundaries
    code, lat, lon = notice.area_code, notice.lat, notice.lon
    if lat is not None and lon is not None:
        path.addEllipse(QPointF(*ground.to_m(lat, lon)), NOTICE_M, NOTICE_M)
    elif code and boundaries is not None and code in boundaries.codes:
        rings = (ring.tolist() for ring in boundaries.outline(code))
        path = _path([[ground.to_m(lat, lon) for lat, lon in ring] for ring in rings])
    else:
        return None
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
    )


def _shapes(part: AlertPart, ground: Ground) -> list[Points]:
    rings = [[ground.to_m(lat, lon) for lat, lon in ring] for ring in part.rings]
    for lat, lon, radius_m in part.circles:
        middle = shapely.Point(*ground.to_m(lat, lon))
        round_one = middle.buffer(radius_m, quad_segs=CIRCLE_SIDES // 4)
        rings.append([(x, y) for x, y in round_one.exterior.coords])
    return rings


def _path(rings: Iterable[Sequence[tuple[float, float]]]) -> QPainterPath:
    path = QPainterPath()
    for ring in rings:
        path.addPolygon(QPolygonF([QPointF(x, y) for x, y in ring]))
        path.closeSubpath()
    return path


def _label_spot(rings: Sequence[Points], city: Box) -> tuple[tuple[float, float], float]:
    """Inside of the largest ring, in the city where one reaches there; and how large that is."""
    frame = shapely.box(city.left, city.top, city.right, city.bottom)
    drawn = [shapely.Polygon(ring) for ring in rings]
    inside = [one.intersection(frame) for one in drawn]
    seen = [one for one in inside if one.area > 0]
    largest = max(seen or drawn, key=lambda one: one.area)
    spot = largest.representative_point()
    return (spot.x, spot.y), largest.area if seen else 0.0
