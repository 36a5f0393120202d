"""What a command handler may ask about the city, over a pack and the room's own places."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from functools import cached_property
from zoneinfo import ZoneInfo

from command_center.domain.place import Place
from command_center.geo.city import CityPack
from command_center.geo.nearby import Nearby, NearPlace


class CityFacts:
    """`commands.registry.City` over a pack; imported places count beside the pack's own."""

    def __init__(self, pack: CityPack, extra: Iterable[Place] = ()) -> None:
        self._pack = pack
        more = tuple(extra)
        self._gazetteer = pack.gazetteer.with_places(more) if more else pack.gazetteer
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

    @cached_property
    def _nearby(self) -> Nearby:
        return Nearby(self._gazetteer.places)

    def near(self, lat: float, lon: float, within_m: float) -> tuple[NearPlace, ...]:
        """Known places at most so far away, of at most 500 m."""
        return self._nearby.within(lat, lon, within_m)

    def knows(self, kind: str, name: str = "") -> bool:
        """Whether any place of that kind, or with that in its name, has a point."""
        return self._nearby.knows(kind, name)

    def local_hour(self, at: datetime) -> int:
        return at.astimezone(self._zone).hour

    def local(self, at: datetime) -> datetime:
        return at.astimezone(self._zone)
