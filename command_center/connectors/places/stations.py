"""The list of polling stations of one election, in the codes of the ministry, of KPU, or both."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from command_center.commands.elections import MOST_NUMBER, MOST_VOTERS, StationRow
from command_center.commands.place_words import ADDRESS
from command_center.connectors.places.sheet import (
    AreaNamed,
    Columns,
    Sheet,
    Tell,
    area_of,
    position,
    read_sheet,
    untold,
    words,
)
from command_center.contract.cells import whole
from command_center.contract.table import TableRow

COLUMNS: Final = Columns(
    ("number",),
    {
        "no_tps": "number",
        "nomor_tps": "number",
        "nomor": "number",
        "tps": "number",
        "kode_kemendagri": "area_code",
        "kode_kelurahan": "area_code",
        "kode": "area_code",
        "id_kelurahan_kpu": "kpu_code",
        "id_kpu": "kpu_code",
        "kode_kpu": "kpu_code",
        "kelurahan": "area",
        "dpt": "voters",
        "pemilih": "voters",
        "jumlah_dpt": "voters",
        "lokasi": "location",
        "alamat": "location",
        "lat": "lat",
        "lon": "lon",
        "lintang": "lat",
        "bujur": "lon",
    },
)


def read_stations(data: bytes, area_named: AreaNamed, tell: Tell) -> Sheet[StationRow]:
    return read_sheet(data, COLUMNS, _maker(area_named), tell)


def _maker(area_named: AreaNamed) -> Callable[[TableRow], StationRow]:
    seen: dict[tuple[str, int], int] = {}

    def make(row: TableRow) -> StationRow:
        number = whole(row, "number", 1, MOST_NUMBER, needed=True) or 0
        area = _area(row, area_named)
        first = seen.setdefault((area, number), row.number) if row.ok else row.number
        if first != row.number:
            row.refuse("number", "cell_twice", first=first)
        lat, lon = position(row)
        return StationRow(
            area=area,
            number=number,
            kpu_code=words(row, "kpu_code", 40),
            voters=whole(row, "voters", 0, MOST_VOTERS),
            location=words(row, "location", ADDRESS),
            lat=lat,
            lon=lon,
            untold=untold(row, "kpu_code", "voters", "location"),
        )

    return make


def _area(row: TableRow, named: AreaNamed) -> str:
    """The ministry's code of the kelurahan by its code, else by KPU's, else by its name. Where two
    of them mean different kelurahan it is an error: which is right nobody here knows."""
    by_code = area_of(row, "area_code", named)
    by_kpu = named(dotted(words(row, "kpu_code", 40))) or ""
    if by_code and by_kpu and by_code != by_kpu:
        row.refuse("kpu_code", "cell_other_kelurahan", area=by_code)
    coded = by_code or by_kpu
    by_name = named(words(row, "area", 100)) or "" if coded else ""
    if by_name and by_name != coded and row.ok:
        row.refuse("area", "cell_other_kelurahan", area=coded)
    found = coded or (area_of(row, "area", named) if row.ok else "")
    if not found and row.ok:
        row.refuse("area_code", "cell_empty")
    return found


def dotted(code: str) -> str:
    """3573011001 as the ministry writes it, 35.73.01.1001; "" for anything else."""
    plain = code.isascii() and code.isdigit() and len(code) == 10
    return f"{code[:2]}.{code[2:4]}.{code[4:6]}.{code[6:]}" if plain else ""
