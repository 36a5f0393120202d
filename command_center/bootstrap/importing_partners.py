"""Takes tables of partners and of the ronda roster into a room."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from command_center.bootstrap.room import LANE_S, OpenedRoom
from command_center.commands.partners import ImportNightWatch, ImportPartners
from command_center.connectors.radio.tables import CellFault, Table, night_watch_of, partners_of
from command_center.domain.place import PlaceKind
from command_center.geo.city import CityPack


def import_partners(room: OpenedRoom, data: bytes, _name: str) -> tuple[int, list[str]]:
    """(rows stored, a sentence for each that was refused)."""
    return _store(room, partners_of(data, _area_of(room.city)), ImportPartners)


def import_night_watch(room: OpenedRoom, data: bytes, _name: str) -> tuple[int, list[str]]:
    """(rows stored, a sentence for each that was refused)."""
    return _store(room, night_watch_of(data, _area_of(room.city)), ImportNightWatch)


def _store(
    room: OpenedRoom, table: Table[Any], command: Callable[[tuple[Any, ...]], Any]
) -> tuple[int, list[str]]:
    if table.rows:
        room.lane.submit(command(table.rows), act=room.console).result(LANE_S)
    return len(table.rows), [_said(fault) for fault in table.faults]


def _area_of(city: CityPack) -> Callable[[str], str | None]:
    def named(name: str) -> str | None:
        place = city.gazetteer.locate(name, PlaceKind.KELURAHAN)
        return place.code if place else None

    return named


def _said(fault: CellFault) -> str:
    return f"row {fault.row}, column {fault.column}: {fault.code} {fault.value!r}"
