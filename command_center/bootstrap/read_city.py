"""What a room knows of its city, read without opening the room."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from command_center.domain.entities import from_json
from command_center.domain.errors import OperatorError
from command_center.domain.place import Place
from command_center.geo.city import CityPack
from command_center.geo.gazetteer import AREA_KINDS
from command_center.geo.packs import default_pack_id, load_pack
from command_center.geo.topology import read_topology
from command_center.ports import RowsSnapshot
from command_center.runtime.paths import resources_dir
from command_center.runtime.settings import load_settings
from command_center.storage.database import open_database


def shipped_city() -> CityPack:
    """The city this machine is set to, as it was shipped."""
    packs = resources_dir() / "packs"
    return load_pack(packs / (load_settings("live").pack or default_pack_id(packs)))


def read_room(url: str, since: datetime, password: str | None = None) -> RowsSnapshot:
    """The rows of a room, of incidents those open or closed since. OperatorError if there is none.
    Nothing is written."""
    engine, _, file = url.partition(":///")
    if engine.startswith("sqlite") and not Path(file).is_file():
        raise OperatorError("no_room_yet", file=file)
    database = open_database(url, migrate=False, password=password, only_reads=True)
    try:
        snapshot = database.feed.snapshot(since)
    finally:
        database.close()
    if not snapshot.rows["room"]:
        raise OperatorError("no_room_yet", file=url)
    return snapshot


def city_of(rows: Mapping[str, Sequence[Mapping[str, Any]]]) -> CityPack:
    """The city of a room's rows."""
    pack = load_pack(resources_dir() / "packs" / rows["room"][0]["pack"])
    return with_imports(pack, rows)


def with_imports(pack: CityPack, rows: Mapping[str, Sequence[Mapping[str, Any]]]) -> CityPack:
    """The pack with what was imported into the room in place of or beside its own."""
    imported = [Place(**from_json(Place, row)) for row in rows["place"]]
    newest = max(rows["boundaries"], key=lambda row: row["imported_at"], default=None)
    if newest is None and not imported:
        return pack
    if newest is not None:
        topology = read_topology(newest["topology"])
        areas = tuple(place for place in imported if place.kind in AREA_KINDS)
        pack = replace(pack, areas=areas, topology=topology)
    places = [place for place in imported if place.code not in pack.area_codes]
    kept = {place.code: place for place in pack.places}
    kept |= {place.code: place for place in pack.placed(places)}
    return replace(pack, places=tuple(kept.values()))
