"""A list of places, known by their codes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from command_center.commands.place_words import ADDRESS, LINE
from command_center.commands.sites import CODE_LENGTH, MOST_CONTACTS, SHORT_LENGTH, KeepSite
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
from command_center.contract.cells import one_of
from command_center.contract.table import TableRow
from command_center.domain.site import SiteKind

_KINDS: Final = {
    **{kind.value: kind for kind in SiteKind},
    "gudang_logistik": SiteKind.LOGISTICS,
    "balai_kota": SiteKind.CITY_HALL,
    "dprd": SiteKind.COUNCIL,
    "pemerintah": SiteKind.GOVERNMENT,
    "polisi": SiteKind.POLICE,
    "pos": SiteKind.POST,
    "lapas": SiteKind.PRISON,
    "rumah_sakit": SiteKind.HOSPITAL,
    "kampus": SiteKind.CAMPUS,
    "sekolah": SiteKind.SCHOOL,
    "pasar": SiteKind.MARKET,
    "stasiun": SiteKind.STATION,
    "terminal": SiteKind.STATION,
    "lainnya": SiteKind.OTHER,
}
COLUMNS: Final = Columns(
    ("code", "kind", "name"),
    {
        "kode": "code",
        "jenis": "kind",
        "nama": "name",
        "singkatan": "short",
        "alamat": "address",
        "pengelola": "holder",
        "kontak": "contacts",
        "kelurahan": "area",
        "kode_kelurahan": "area",
        "lat": "lat",
        "lon": "lon",
        "lintang": "lat",
        "bujur": "lon",
        "sumber": "source",
    },
)


def read_sites(data: bytes, area_named: AreaNamed, tell: Tell) -> Sheet[KeepSite]:
    return read_sheet(data, COLUMNS, _maker(area_named), tell)


def _maker(area_named: AreaNamed) -> Callable[[TableRow], KeepSite]:
    seen: dict[str, int] = {}

    def make(row: TableRow) -> KeepSite:
        code = words(row, "code", CODE_LENGTH, needed=True)
        first = seen.setdefault(code, row.number)
        if code and first != row.number:
            row.refuse("code", "cell_twice", first=first)
        lat, lon = position(row)
        return KeepSite(
            kind=one_of(row, "kind", _KINDS, needed=True) or SiteKind.OTHER,
            name=words(row, "name", LINE, needed=True),
            code=code,
            short=words(row, "short", SHORT_LENGTH),
            address=words(row, "address", ADDRESS),
            holder=words(row, "holder", LINE),
            contacts=_contacts(row),
            area=area_of(row, "area", area_named),
            lat=lat,
            lon=lon,
            source=words(row, "source", ADDRESS),
            untold=untold(row, "short", "address", "holder", "contacts", "area", "source"),
        )

    return make


def _contacts(row: TableRow) -> tuple[str, ...]:
    """One for each part between semicolons."""
    parts = words(row, "contacts", LINE * MOST_CONTACTS).split(";")
    contacts = tuple(one for part in parts if (one := part.strip()))
    if len(contacts) > MOST_CONTACTS or any(len(one) > LINE for one in contacts):
        row.refuse("contacts", "cell_too_long")
    return contacts
