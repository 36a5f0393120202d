"""Who could go: the nearest fresh available units, with what their going would leave behind."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache

from command_center.domain.place import LatLon, PlaceKind
from command_center.domain.targets import Targets
from command_center.geo.city import CityPack
from command_center.geo.distance import distance_m, estimate_travel
from command_center.situation.board import BoardRow, coverage

MOST_CARDS = 6
ASKED_SHARE = 3
"""One card in so many is kept for units that we can only ask for."""


@dataclass(frozen=True, slots=True)
class Question:
    """A copy of what the room knew, so that the answer can be worked out on any thread."""

    incident_id: str
    point: LatLon
    rows: tuple[BoardRow, ...]
    now: datetime
    targets: Targets
    most: int = MOST_CARDS


@dataclass(frozen=True, slots=True)
class Card:
    """`minutes` is an estimate over the straight line. `area` is the kecamatan the unit stands
    in, whose ready units go from `ready` to `ready` - 1; "" where it stands in none.
    `asked`: not ours to order, so it will be asked."""

    unit_id: str
    call_sign: str
    minutes: int
    straight_m: float
    crew: int
    agency: str
    area: str
    ready: int
    asked: bool


class Areas:
    """Kecamatan by point, remembered: most free units stand where they stood a second ago.
    Safe between threads."""

    def __init__(self, city: CityPack) -> None:
        self.city = city
        self._at = lru_cache(maxsize=4096)(self._look_up)

    def at(self, lat: float, lon: float) -> str | None:
        """To about ten metres."""
        return self._at(round(lat, 4), round(lon, 4))

    def _look_up(self, lat: float, lon: float) -> str | None:
        hit = self.city.area_at(lat, lon)
        return self.city.kecamatan_of(hit.code) if hit else None

    def kecamatan(self, code: str | None) -> str | None:
        return self.city.kecamatan_of(code) if code else None

    def standing_in(self, row: BoardRow) -> str | None:
        """The kecamatan by position; without one the unit is at home."""
        if row.lat is None or row.lon is None:
            return self.kecamatan(row.home)
        return self.at(row.lat, row.lon)


def nearest(question: Question, areas: Areas) -> list[Card]:
    """Units we may order, nearest first, then those we can only ask; those without any known
    place are left out."""
    city = areas.city
    ready = _ready(question, areas)
    own: list[tuple[float, str, BoardRow]] = []
    asked: list[tuple[float, str, BoardRow]] = []
    for row in question.rows:
        point = _point(city, row)
        if point is not None and row.is_available(question.now, question.targets):
            metres = distance_m(point.lat, point.lon, question.point.lat, question.point.lon)
            (own if row.orderable else asked).append((metres, row.call_sign, row))
    own.sort(key=lambda each: each[:2])
    asked.sort(key=lambda each: each[:2])
    kept = min(len(asked), question.most // ASKED_SHARE)
    chosen = [*own[: question.most - kept], *asked][: question.most]
    cards = []
    for metres, _, row in chosen:
        area = areas.standing_in(row) or ""
        cards.append(_card(row, metres, city, area, ready.get(area, 0)))
    return cards


def _ready(question: Question, areas: Areas) -> dict[str, int]:
    """Ready units by kecamatan, counted as the board counts them."""
    rows = [replace(row, home=areas.kecamatan(row.home)) for row in question.rows]
    codes = [area.code for area in areas.city.areas if area.kind is PlaceKind.KECAMATAN]
    lines = coverage(rows, codes, areas.at, question.now, question.targets)
    return {line.area_code: line.ready for line in lines}


def _card(row: BoardRow, metres: float, city: CityPack, area: str, ready: int) -> Card:
    place = city.gazetteer.by_code(area)
    return Card(
        unit_id=row.id,
        call_sign=row.call_sign,
        minutes=max(1, math.ceil(estimate_travel(metres).seconds / 60)),
        straight_m=metres,
        crew=row.crew,
        agency=row.agency_short,
        area=place.name if place else "",
        ready=ready,
        asked=not row.orderable,
    )


def _point(city: CityPack, row: BoardRow) -> LatLon | None:
    if row.lat is not None and row.lon is not None:
        return LatLon(row.lat, row.lon)
    home = city.gazetteer.by_code(row.home or "")
    if home is None or home.lat is None or home.lon is None:
        return None
    return LatLon(home.lat, home.lon)
