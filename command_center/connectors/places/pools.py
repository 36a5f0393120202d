"""The people for an election as a sheet: which force, from where, how many."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from command_center.commands.guarding import MOST_STRENGTH, PoolRow, pool_key
from command_center.commands.place_words import ADDRESS, LINE
from command_center.connectors.places.sheet import (
    AreaNamed,
    Columns,
    Sheet,
    Tell,
    area_of,
    position,
    read_sheet,
    words,
)
from command_center.contract.cells import whole
from command_center.contract.table import TableRow
from command_center.domain.election import Force

COLUMNS: Final = Columns(
    ("force", "name", "strength"),
    {
        "unsur": "force",
        "satuan": "force",
        "kesatuan": "name",
        "nama": "name",
        "kekuatan": "strength",
        "jumlah": "strength",
        "personel": "strength",
        "kelurahan": "area",
        "kecamatan": "area",
        "pangkalan": "area",
        "lat": "lat",
        "lon": "lon",
        "lintang": "lat",
        "bujur": "lon",
        "sumber": "source",
    },
)
_SAID = {
    "polri": Force.POLICE,
    "polisi": Force.POLICE,
    "tni": Force.MILITARY,
    "linmas": Force.LINMAS,
    "satlinmas": Force.LINMAS,
}


def read_pools(data: bytes, area_named: AreaNamed, tell: Tell) -> Sheet[PoolRow]:
    """`area_named` knows kelurahan and kecamatan."""
    return read_sheet(data, COLUMNS, _maker(area_named), tell)


def _maker(area_named: AreaNamed) -> Callable[[TableRow], PoolRow]:
    seen: dict[tuple[Force, str], int] = {}

    def make(row: TableRow) -> PoolRow:
        force = _SAID.get(words(row, "force", 40, needed=True).casefold())
        if force is None and row.ok:
            row.refuse("force", "cell_no_force")
        name = words(row, "name", LINE, needed=True)
        strength = whole(row, "strength", 1, MOST_STRENGTH, needed=True) or 0
        lat, lon = position(row)
        area = area_of(row, "area", area_named)
        if lat is None and not area and row.ok:
            row.refuse("area" if "area" in row.columns else "name", "cell_no_home")
        kind = force or Force.POLICE
        first = seen.setdefault(pool_key(kind, name), row.number) if row.ok else row.number
        if first != row.number:
            row.refuse("name", "cell_twice", first=first)
        return PoolRow(kind, name, strength, area, lat, lon, words(row, "source", ADDRESS))

    return make
