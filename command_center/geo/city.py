"""A city as data: areas, boundaries, places, agencies and roads."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property

from command_center.domain.place import LatLon, Place, PlaceKind
from command_center.domain.referral import Hospital
from command_center.domain.unit import Agency
from command_center.geo.boundaries import BoundaryIndex
from command_center.geo.gazetteer import Gazetteer
from command_center.geo.geocode import Geocoder
from command_center.geo.roads import RoadGraph
from command_center.geo.streets import StreetPoint
from command_center.geo.topology import Topology


class AreaBy(StrEnum):
    """How an area was told from a point."""

    BOUNDARY = "boundary"
    NEAREST_LABEL = "nearest_label"


@dataclass(frozen=True, slots=True)
class AreaHit:
    """The area of a point. By nearest label `label_m` is how far that label point is."""

    code: str
    how: AreaBy
    label_m: float | None = None


@dataclass(frozen=True, slots=True)
class PlaceDetail:
    """What a pack knows beside the place itself; `accuracy_m` of its point, None if it has none."""

    accuracy_m: float | None
    address: str
    phone: str
    note: str


@dataclass(frozen=True)
class CityPack:
    """One city or regency. `level` is the smallest kind of area it knows."""

    id: str
    name: str
    organisation: str
    level: PlaceKind
    time_zone: str
    time_zone_label: str
    centre: LatLon
    label_reach_m: float
    areas: tuple[Place, ...]
    places: tuple[Place, ...]
    details: Mapping[str, PlaceDetail]
    agencies: tuple[Agency, ...]
    topology: Topology | None
    roads: RoadGraph | None
    hospitals: tuple[Hospital, ...] = ()
    streets: tuple[StreetPoint, ...] = ()

    @cached_property
    def boundaries(self) -> BoundaryIndex | None:
        """None when the pack has no table of boundaries."""
        if self.topology is None:
            return None
        parents = {area.code: area.parent for area in self.areas if area.parent}
        return BoundaryIndex(self.topology, parents)

    @cached_property
    def gazetteer(self) -> Gazetteer:
        return Gazetteer((*self.areas, *self.places))

    @cached_property
    def geocoder(self) -> Geocoder:
        """Made in some milliseconds: not on a thread that paints."""
        return Geocoder(self)

    @cached_property
    def area_codes(self) -> frozenset[str]:
        return frozenset(area.code for area in self.areas)

    def area_at(self, lat: float, lon: float) -> AreaHit | None:
        """The smallest area a point lies in.

        Without boundaries it is the area of the nearest label point within `label_reach_m`, and
        `how` says so: near a border that may be the neighbour.
        """
        if self.boundaries is not None:
            code = self.boundaries.area_at(lat, lon)
            return AreaHit(code, AreaBy.BOUNDARY) if code else None
        near = self.gazetteer.nearest(lat, lon, {self.level})
        if not near or near[0][1] > self.label_reach_m:
            return None
        place, metres = near[0]
        return AreaHit(place.code, AreaBy.NEAREST_LABEL, metres)

    def placed(self, places: Iterable[Place]) -> tuple[Place, ...]:
        """The places with the area their point lies in as parent, where boundaries tell it.

        The point decides, because an address may name a neighbouring area.
        """
        index = self.boundaries
        if index is None:
            return tuple(places)
        settled = []
        for place in places:
            code = None
            if place.lat is not None and place.lon is not None:
                code = index.area_at(place.lat, place.lon)
            settled.append(replace(place, parent=code or place.parent))
        return tuple(settled)

    def kecamatan_of(self, code: str) -> str | None:
        """The kecamatan of an area or place code; a kecamatan is its own."""
        place = self.gazetteer.by_code(code)
        while place is not None and place.kind is not PlaceKind.KECAMATAN:
            place = self.gazetteer.by_code(place.parent or "")
        return place.code if place else None
