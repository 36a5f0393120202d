"""The hospitals a city works with, out of its pack: places, and what each can do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from command_center.domain.place import Place
from command_center.domain.referral import Hospital
from command_center.geo.city import CityPack
from command_center.geo.faults import FaultCode
from command_center.geo.pack_files import PackFiles

FILE = "hospitals.csv"


@dataclass(frozen=True, slots=True)
class Partner:
    """`place` is the code of a place of the pack; `services` by the names HAVE is read with."""

    place: str
    services: tuple[str, ...]


def read_partners(files: PackFiles, places: Sequence[Place]) -> list[Partner]:
    """None where a pack has no list of them, or its places could not be read."""
    codes = {place.code for place in places}
    if not codes:
        return []
    partners: dict[str, Partner] = {}
    for row in files.table(FILE, ("place",), optional=True):
        code = row.text("place")
        if code not in codes:
            row.fault("place", FaultCode.UNKNOWN_VALUE, code)
        elif code in partners:
            row.fault("place", FaultCode.DUPLICATE, code)
        partners[code] = Partner(code, tuple(sorted(row.names("services"))))
    return list(partners.values())


def hospitals_of(pack: CityPack, partners: Sequence[Partner]) -> list[Hospital]:
    """As rows of a new room. The area is that of the point: an address may name another."""
    found = []
    for partner in partners:
        place = pack.gazetteer.by_code(partner.place)
        if place is None:
            continue
        detail = pack.details.get(place.code)
        found.append(
            Hospital(
                id=place.code,
                version=1,
                code=place.code,
                name=place.name,
                lat=place.lat,
                lon=place.lon,
                area_code=place.parent,
                services=partner.services,
                phone=detail.phone if detail else "",
                source_id=None,
                figures={},
            )
        )
    return found
