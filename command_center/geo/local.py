"""What a command handler may ask about the city, over a pack and the room's own places."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from zoneinfo import ZoneInfo

from command_center.domain.place import Place
from command_center.geo.city import CityPack


class CityFacts:
    """`commands.registry.City` over a pack; imported places count beside the pack's own."""

    def __init__(self, pack: CityPack, extra: Iterable[Place] = ()) -> None:
        self._pack = pack
        self._gazetteer = pack.gazetteer.with_places(extra)
        self._zone = ZoneInfo(pack.time_zone)

    def area_at(self, lat: float, lon: float) -> str | None:
        hit = self._pack.area_at(lat, lon)
        return hit.code if hit else None

    def area_named(self, name: str) -> str | None:
        """The code of the area a name means; the area of a place, if it names a place."""
        place = self._gazetteer.locate(name)
        if place is None:
            return None
        return place.code if place.code in self._pack.area_codes else place.parent

    def label_point(self, code: str) -> tuple[float, float] | None:
        place = self._gazetteer.by_code(code)
        point = self._gazetteer.point_of(place) if place else None
        return (point.lat, point.lon) if point else None

    def local_day(self, at: datetime) -> str:
        return at.astimezone(self._zone).date().isoformat()
