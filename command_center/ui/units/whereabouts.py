"""In which area of the city a unit is: by its position, or at home while it sends none."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from command_center.domain.place import PlaceKind
from command_center.geo.city import CityPack
from command_center.situation.board import BoardRow


@dataclass(frozen=True, slots=True)
class Area:
    """`name` is the smallest area known; `kecamatan` its code (None outside the city)."""

    name: str = ""
    kecamatan: str | None = None
    kecamatan_name: str = ""


NOWHERE = Area()


class Whereabouts:
    """Answers for one city and remembers: units stand still more often than they move."""

    def __init__(self, city: CityPack) -> None:
        self._city = city
        self._areas: dict[str, Area] = {}
        self._code_at = lru_cache(maxsize=4096)(self._ask)
        found = [area for area in city.areas if area.kind is PlaceKind.KECAMATAN]
        self.kecamatan: tuple[tuple[str, str], ...] = tuple((a.code, a.name) for a in found)

    def of(self, row: BoardRow) -> Area:
        if row.lat is None or row.lon is None:
            return self.area(row.home)
        return self.area(self._code_at(row.lat, row.lon))

    def kecamatan_at(self, lat: float, lon: float) -> str | None:
        return self.area(self._code_at(lat, lon)).kecamatan

    def kecamatan_of(self, code: str | None) -> str | None:
        return self.area(code).kecamatan

    def area(self, code: str | None) -> Area:
        if code is None:
            return NOWHERE
        known = self._areas.get(code)
        if known is None:
            known = self._areas[code] = self._look_up(code)
        return known

    def _ask(self, lat: float, lon: float) -> str | None:
        hit = self._city.area_at(lat, lon)
        return hit.code if hit else None

    def _look_up(self, code: str) -> Area:
        place = self._city.gazetteer.by_code(code)
        larger = self._city.kecamatan_of(code)
        above = self._city.gazetteer.by_code(larger) if larger else None
        return Area(place.name if place else "", larger, above.name if above else "")
