"""CSV of partners and of the ronda roster, as spreadsheets write it: what fits, and for all that
does not, the row, the column and why."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from command_center.commands.partners import (
    MOST_AT_ONCE,
    MOST_WATCHERS,
    NAME_LENGTH,
    RW_LENGTH,
    RegisterPartner,
    SetNightWatch,
    rw_of,
)
from command_center.commands.radio import WORD_LENGTH, call_sign_of
from command_center.domain.errors import OperatorError
from command_center.domain.partner import PartnerKind

MAX_BYTES = 2 * 1024 * 1024
_DELIMITERS = ";,\t"
Made = TypeVar("Made")
Row = Mapping[str, str]
AreaNamed = Callable[[str], str | None]
"""The code of the kelurahan of that name, None for an unknown one."""


@dataclass(frozen=True, slots=True)
class CellFault:
    """What is wrong in a cell: `row` as a spreadsheet counts (the names are row 1), `column` as
    the file calls it, `code` of the reason, `value` as it stands there, cut."""

    row: int
    column: str
    code: str
    value: str


@dataclass(frozen=True, slots=True)
class Table(Generic[Made]):
    """`rows` may be stored; rows with a fault are not among them."""

    rows: tuple[Made, ...]
    faults: tuple[CellFault, ...]


class _Bad(Exception):
    def __init__(self, column: str, code: str) -> None:
        super().__init__(column, code)
        self.column, self.code = column, code


# Column by the names people give it; the first is ours and is needed when `True`.
_PARTNER_COLUMNS: Mapping[str, tuple[tuple[str, ...], bool]] = {
    "kind": (("jenis", "kind", "mitra", "unsur"), True),
    "name": (("nama", "name"), True),
    "call_sign": (("panggilan", "call_sign", "callsign", "sandi", "nama panggilan"), False),
    "area": (("kelurahan", "area", "kel", "desa"), False),
    "rw": (("rw",), False),
    "reach": (("kontak", "reach", "telepon", "hp", "nomor"), False),
}
_WATCH_COLUMNS: Mapping[str, tuple[tuple[str, ...], bool]] = {
    "weekday": (("hari", "weekday", "day"), True),
    "starts": (("mulai", "starts", "start", "dari"), True),
    "ends": (("selesai", "ends", "end", "sampai"), True),
    "area": (("kelurahan", "area", "kel", "desa"), True),
    "rw": (("rw",), True),
    "people": (("orang", "people", "jumlah", "petugas"), False),
    "contact": (("kontak", "contact", "telepon", "hp"), False),
}
_KINDS: Mapping[str, PartnerKind] = {
    **{kind.value: kind for kind in PartnerKind},
    "polisi rw": PartnerKind.POLISI_RW,
    "polisirw": PartnerKind.POLISI_RW,
    "bhabin": PartnerKind.BHABINKAMTIBMAS,
    "babinkamtibmas": PartnerKind.BHABINKAMTIBMAS,
    "senkom mitra polri": PartnerKind.SENKOM,
    "poskamling": PartnerKind.SISKAMLING,
    "pos kamling": PartnerKind.SISKAMLING,
    "satlinmas": PartnerKind.LINMAS,
    "lainnya": PartnerKind.OTHER,
    "lain": PartnerKind.OTHER,
}
_DAYS = ("senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu")
_DAY_NAMES: Mapping[str, int] = {
    **{name: at for at, name in enumerate(_DAYS)},
    **{str(at + 1): at for at in range(7)},
    "jum'at": 4,
    "ahad": 6,
}
_CLOCK = re.compile(r"([01]?\d|2[0-3])[:.]([0-5]\d)")


def read_partners(path: Path, area_named: AreaNamed) -> Table[RegisterPartner]:
    """Of a file; OperatorError if it is none of the kind."""
    return partners_of(_bytes_of(path), area_named)


def read_night_watch(path: Path, area_named: AreaNamed) -> Table[SetNightWatch]:
    """Of a file; OperatorError if it is none of the kind."""
    return night_watch_of(_bytes_of(path), area_named)


def partners_of(raw: bytes, area_named: AreaNamed) -> Table[RegisterPartner]:
    seen: set[str] = set()

    def make(row: Row) -> RegisterPartner:
        sign = call_sign_of(_at_most(row, "call_sign", WORD_LENGTH))
        if sign and sign in seen:
            raise _Bad("call_sign", "cell_twice")
        made = RegisterPartner(
            kind=_one_of(row, "kind", _KINDS),
            name=_needed(row, "name"),
            call_sign=sign,
            area=_area(row, area_named),
            rw=rw_of(_at_most(row, "rw", RW_LENGTH)),
            reach=row["reach"],
        )
        seen.add(sign)
        return made

    return _table(raw, _PARTNER_COLUMNS, make)


def night_watch_of(raw: bytes, area_named: AreaNamed) -> Table[SetNightWatch]:
    seen: set[tuple[object, ...]] = set()

    def make(row: Row) -> SetNightWatch:
        _needed(row, "area")
        made = SetNightWatch(
            area=_area(row, area_named),
            rw=rw_of(_at_most(row, "rw", RW_LENGTH)),
            weekday=_one_of(row, "weekday", _DAY_NAMES),
            starts=_clock(row, "starts"),
            ends=_clock(row, "ends"),
            people=_people(row),
            contact=row["contact"],
        )
        key = (made.area, made.rw, made.weekday, made.starts)
        if key in seen:
            raise _Bad("starts", "cell_twice")
        seen.add(key)
        return made

    return _table(raw, _WATCH_COLUMNS, make)


def _bytes_of(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            raw = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        raise OperatorError("table_unreadable", file=path.name[:120]) from error
    return raw


def _table(
    raw: bytes,
    columns: Mapping[str, tuple[tuple[str, ...], bool]],
    make: Callable[[Row], Made],
) -> Table[Made]:
    lines = _lines(raw)
    head, places = lines[0], _places(lines[0], columns)
    rows: list[Made] = []
    faults: list[CellFault] = []
    for number, cells in enumerate(lines[1:], 2):
        if not any(cell.strip() for cell in cells):
            continue
        row = {name: _cell(cells, place) for name, place in places.items()}
        try:
            _check_lengths(row)
            rows.append(make(row))
        except _Bad as bad:
            place = places[bad.column]
            shown = head[place].strip() if place is not None else columns[bad.column][0][0]
            faults.append(CellFault(number, shown[:40], bad.code, row[bad.column][:80]))
    return Table(tuple(rows), tuple(faults))


def _lines(raw: bytes) -> list[list[str]]:
    if len(raw) > MAX_BYTES:
        raise OperatorError("table_too_large", limit=MAX_BYTES // 1024)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise OperatorError("table_not_utf8") from error
    if "\0" in text:
        raise OperatorError("table_not_csv")
    first = text.split("\n", 1)[0]
    delimiter = max(_DELIMITERS, key=first.count)
    try:
        lines = list(csv.reader(io.StringIO(text), delimiter=delimiter, strict=True))
    except csv.Error as error:
        raise OperatorError("table_not_csv") from error
    if not lines or len(lines) - 1 > MOST_AT_ONCE:
        code = "table_too_long" if lines else "table_empty"
        raise OperatorError(code, limit=MOST_AT_ONCE)
    return lines


def _places(
    head: Sequence[str], columns: Mapping[str, tuple[tuple[str, ...], bool]]
) -> dict[str, int | None]:
    named = {" ".join(cell.split()).casefold(): at for at, cell in reversed(list(enumerate(head)))}
    places: dict[str, int | None] = {}
    for name, (aliases, needed) in columns.items():
        places[name] = next((named[alias] for alias in aliases if alias in named), None)
        if needed and places[name] is None:
            raise OperatorError("table_column_missing", column=aliases[0])
    return places


def _cell(cells: Sequence[str], place: int | None) -> str:
    return " ".join(cells[place].split()) if place is not None and place < len(cells) else ""


def _check_lengths(row: Row) -> None:
    for name, value in row.items():
        if len(value) > NAME_LENGTH:
            raise _Bad(name, "cell_too_long")


def _needed(row: Row, name: str) -> str:
    if not row[name]:
        raise _Bad(name, "cell_empty")
    return row[name]


def _at_most(row: Row, name: str, length: int) -> str:
    if len(row[name]) > length:
        raise _Bad(name, "cell_too_long")
    return row[name]


def _one_of(row: Row, name: str, known: Mapping[str, Made]) -> Made:
    found = known.get(_needed(row, name).casefold())
    if found is None:
        raise _Bad(name, "cell_unknown")
    return found


def _area(row: Row, area_named: AreaNamed) -> str:
    if not row["area"]:
        return ""
    code = area_named(row["area"])
    if code is None:
        raise _Bad("area", "cell_no_area")
    return code


def _clock(row: Row, name: str) -> str:
    found = _CLOCK.fullmatch(_needed(row, name))
    if found is None:
        raise _Bad(name, "cell_no_time")
    return f"{int(found[1]):02}:{found[2]}"


def _people(row: Row) -> int:
    text = row["people"] or "0"
    if not (text.isascii() and text.isdigit()) or int(text[:6]) > MOST_WATCHERS:
        raise _Bad("people", "cell_no_number")
    return int(text)
