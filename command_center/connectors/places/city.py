"""The places that a city's pack knows, as a list to take in: each with the source it names."""

from __future__ import annotations

from collections.abc import Mapping

from command_center.commands.sites import KeepSite
from command_center.domain.place import LocatedBy, Place, PlaceKind
from command_center.domain.site import SiteKind
from command_center.geo.city import CityPack

_KINDS: Mapping[PlaceKind, SiteKind] = {
    PlaceKind.HOSPITAL: SiteKind.HOSPITAL,
    PlaceKind.POST: SiteKind.POST,
    PlaceKind.POLICE: SiteKind.POLICE,
    PlaceKind.GOVERNMENT: SiteKind.GOVERNMENT,
    PlaceKind.ELECTION_OFFICE: SiteKind.KPU,
    PlaceKind.SCHOOL: SiteKind.SCHOOL,
    PlaceKind.MARKET: SiteKind.MARKET,
    PlaceKind.STATION: SiteKind.STATION,
}
# What the first word of a name says better than its kind.
_BY_NAME: Mapping[str, SiteKind] = {
    "Bawaslu": SiteKind.BAWASLU,
    "Balai": SiteKind.CITY_HALL,
    "DPRD": SiteKind.COUNCIL,
    "Lapas": SiteKind.PRISON,
    "Universitas": SiteKind.CAMPUS,
    "Politeknik": SiteKind.CAMPUS,
    "Poltekkes": SiteKind.CAMPUS,
    "UIN": SiteKind.CAMPUS,
}


_UNSURVEYED = "pengetahuan umum"
"""The source of points that nobody measured: good enough to find a place by, not to guard it."""


def sites_of(city: CityPack) -> list[KeepSite]:
    """Without landmarks and streets: nobody answers for those. A place whose point is a guess has
    none, and is where its kelurahan is."""
    return [_site(city, place) for place in city.places if place.kind in _KINDS]


def _site(city: CityPack, place: Place) -> KeepSite:
    detail = city.details.get(place.code)
    known = not place.source.startswith(_UNSURVEYED)
    return KeepSite(
        kind=_BY_NAME.get(place.name.split()[0], _KINDS[place.kind]),
        name=place.name,
        code=place.code,
        short=place.nicknames[0] if place.nicknames else "",
        address=detail.address if detail is not None else "",
        contacts=(detail.phone,) if detail is not None and detail.phone else (),
        area=place.parent or "",
        lat=place.lat if known else None,
        lon=place.lon if known else None,
        located=LocatedBy.GEOCODED,
        source=place.source,
    )
