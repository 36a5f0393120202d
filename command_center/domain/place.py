"""Where things are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class LatLon:
    """A WGS84 position in degrees."""

    lat: float
    lon: float


class LocatedBy(StrEnum):
    """How a position came to be known, best first."""

    GPS = "gps"
    GEOCODED = "geocoded"
    KELURAHAN = "kelurahan"
    TYPED = "typed"
    UNKNOWN = "unknown"


class PlaceKind(StrEnum):
    KECAMATAN = "kecamatan"
    KELURAHAN = "kelurahan"
    HOSPITAL = "hospital"
    POST = "post"
    POLICE = "police"
    GOVERNMENT = "government"
    ELECTION_OFFICE = "election_office"
    TPS = "tps"
    SCHOOL = "school"
    MARKET = "market"
    STATION = "station"
    LANDMARK = "landmark"
    ROAD = "road"


@dataclass(frozen=True, slots=True)
class Place:
    """A named place. `parent` is the code of the area it lies in; `source` says who claims it."""

    id: str
    version: int
    code: str
    name: str
    kind: PlaceKind
    lat: float | None
    lon: float | None
    parent: str | None
    nicknames: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Boundaries:
    """Area boundaries imported by a person; the newest row replaces the pack's own.

    `topology` is the text of a table of boundaries (geo.topology); `name` the file it came from.
    """

    id: str
    version: int
    name: str
    topology: str
    imported_at: datetime
