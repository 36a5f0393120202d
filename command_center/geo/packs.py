"""Loads a city pack from its directory and says by file, row and column what is wrong with it.

A pack is a directory of pack.toml, areas.csv, places.csv and agencies.toml, and optionally
boundaries.jsonl, junctions.csv, roads.csv and streets.csv; resources/packs/README.md describes
them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from command_center.domain.place import LatLon, PlaceKind
from command_center.geo.city import AreaBy, AreaHit, CityPack, PlaceDetail
from command_center.geo.faults import FaultCode, PackError
from command_center.geo.gazetteer import AREA_KINDS
from command_center.geo.hospitals import hospitals_of, read_partners
from command_center.geo.pack_files import PackFiles
from command_center.geo.pack_tables import (
    read_agencies,
    read_areas,
    read_boundaries,
    read_places,
    read_roads,
    read_streets,
)

__all__ = [
    "AreaBy",
    "AreaHit",
    "CityPack",
    "PackError",
    "PlaceDetail",
    "default_pack_id",
    "load_pack",
    "pack_ids",
]

_MAX_LABEL_REACH_M = 100_000.0


def pack_ids(packs: Path) -> tuple[str, ...]:
    """The names of the packs in the directory of packs."""
    return tuple(sorted(path.parent.name for path in packs.glob("*/pack.toml")))


def default_pack_id(packs: Path) -> str:
    """The pack a new room takes, as `pack` in default.toml beside the packs says.

    PackError when that file or the pack it names is not there.
    """
    files = PackFiles(packs)
    row = files.toml_row("default.toml", None, files.toml("default.toml"))
    name = row.text("pack")
    if name and name not in pack_ids(packs):
        row.fault("pack", FaultCode.UNKNOWN_VALUE, name)
    if files.faults:
        raise PackError(files.faults)
    return name


def load_pack(directory: Path) -> CityPack:
    """Read and check a pack; PackError names every fault found."""
    files = PackFiles(directory)
    head = _read_head(files)
    areas = read_areas(files)
    places, details = read_places(files, areas)
    agencies = read_agencies(files)
    topology = read_boundaries(files, areas)
    roads = read_roads(files, areas)
    streets = read_streets(files)
    partners = read_partners(files, places)
    if files.faults or head is None:
        raise PackError(files.faults)
    pack = CityPack(
        id=head.id,
        name=head.name,
        organisation=head.organisation,
        level=head.level,
        time_zone=head.time_zone,
        time_zone_label=head.time_zone_label,
        centre=head.centre,
        label_reach_m=head.label_reach_m,
        areas=tuple(areas),
        places=tuple(places),
        details=details,
        agencies=tuple(agencies),
        topology=topology,
        roads=roads,
        streets=tuple(streets),
    )
    pack = replace(pack, places=pack.placed(places))
    return replace(pack, hospitals=tuple(hospitals_of(pack, partners)))


@dataclass(frozen=True, slots=True)
class _Head:
    id: str
    name: str
    organisation: str
    level: PlaceKind
    time_zone: str
    time_zone_label: str
    centre: LatLon
    label_reach_m: float


def _read_head(files: PackFiles) -> _Head | None:
    name = "pack.toml"
    row = files.toml_row(name, None, files.toml(name))
    level = row.text("level")
    if level and level not in AREA_KINDS:
        row.fault("level", FaultCode.UNKNOWN_VALUE, level)
    zone = row.text("time_zone")
    try:
        ZoneInfo(zone or "UTC")
    except (ZoneInfoNotFoundError, ValueError):
        row.fault("time_zone", FaultCode.UNKNOWN_VALUE, zone)
    centre = row.position()
    if centre is None and row.ok:
        row.fault("lat", FaultCode.MISSING_VALUE)
    reach_m = row.number_or_none("label_reach_m", 0, _MAX_LABEL_REACH_M)
    texts = [row.text(c) for c in ("id", "name", "organisation", "time_zone_label")]
    if not row.ok or centre is None:
        return None
    return _Head(
        id=texts[0],
        name=texts[1],
        organisation=texts[2],
        level=PlaceKind(level),
        time_zone=zone,
        time_zone_label=texts[3],
        centre=LatLon(*centre),
        label_reach_m=reach_m or 0.0,
    )
