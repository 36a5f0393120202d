"""Agencies out of a file: those of a city pack, and those a room fills in or adds itself."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass

from command_center.domain.unit import Agency, ReferralVia
from command_center.geo.faults import Fault, FaultCode
from command_center.geo.records import read_records
from command_center.geo.tables import Row, decode

LONGEST_CLOCK_S = 366 * 86_400
MOST_BYTES = 64 * 1024
"""Of a file: hundreds of agencies."""
_CODE = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")
_ADDRESS = re.compile(r"[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63})+")
_NAME_LONGEST, _SHORT_LONGEST, _REACH_LONGEST = 200, 40, 500
_ALIASES = {
    "kode": "code",
    "nama": "name",
    "singkatan": "short",
    "lewat": "via",
    "alamat": "reach",
    "jawab_dtk": "answer_s",
    "selesai_dtk": "outcome_s",
}


@dataclass(frozen=True, slots=True)
class AgenciesImport:
    agencies: tuple[Agency, ...]
    faults: tuple[Fault, ...]


def parse_agencies(data: bytes, file: str) -> AgenciesImport:
    """Agencies out of CSV, JSON or the TOML of a city pack: code, name, short; optional via
    (letter, email, contract), reach, answer_s, outcome_s, ours, orderable."""
    if len(data) > MOST_BYTES:
        return AgenciesImport((), (Fault(file, None, None, FaultCode.TOO_LARGE),))
    faults: list[Fault] = []
    agencies: dict[str, Agency] = {}
    read = _toml if file.lower().endswith(".toml") else _table
    for row in read(data, file, faults):
        agency = read_agency(row)
        if agency.code in agencies:
            row.fault("code", FaultCode.DUPLICATE, agency.code)
        if row.ok:
            agencies[agency.code] = agency
    return AgenciesImport(tuple(agencies.values()), tuple(faults))


def _table(data: bytes, file: str, faults: list[Fault]) -> list[Row]:
    records = read_records(data, file, faults, _ALIASES, ("code", "name", "short"))
    return [record.row for record in records]


def _toml(data: bytes, file: str, faults: list[Fault]) -> list[Row]:
    text = decode(data, file, faults)
    try:
        entries = tomllib.loads(text or "").get("agency", [])
    except (tomllib.TOMLDecodeError, RecursionError):
        faults.append(Fault(file, None, None, FaultCode.UNREADABLE))
        return []
    if not isinstance(entries, list) or not entries:
        faults.append(Fault(file, None, "agency", FaultCode.NO_ROWS))
        return []
    found = []
    for number, entry in enumerate(entries, 1):
        cells = entry if isinstance(entry, dict) else {}
        found.append(Row(file, number, {k: str(v) for k, v in cells.items()}, faults))
    return found


def read_agency(row: Row) -> Agency:
    """One row; its faults are noted in it. Whoever does not say is not ours to order."""
    code = row.text("code")
    if code and not _CODE.fullmatch(code):
        row.fault("code", FaultCode.UNKNOWN_VALUE, code)
    via = _via(row)
    return Agency(
        id=code,
        version=1,
        code=code,
        name=_capped(row, "name", _NAME_LONGEST),
        short=_capped(row, "short", _SHORT_LONGEST),
        ours=_flag(row, "ours"),
        orderable=_flag(row, "orderable"),
        via=via,
        reach=_reach(row, via),
        answer_s=_seconds(row, "answer_s"),
        outcome_s=_seconds(row, "outcome_s"),
    )


def _capped(row: Row, column: str, longest: int) -> str:
    text = row.text(column)
    if len(text) > longest or not text.isprintable():
        row.fault(column, FaultCode.TOO_LONG, text)
    return text


def _flag(row: Row, column: str) -> bool:
    return row.flag(column) if row.text(column, "") else False


def _via(row: Row) -> ReferralVia:
    word = row.text("via", ReferralVia.LETTER.value)
    if word not in list(ReferralVia):
        row.fault("via", FaultCode.UNKNOWN_VALUE, word)
        return ReferralVia.LETTER
    return ReferralVia(word)


def _reach(row: Row, via: ReferralVia) -> str:
    """What cannot be an address is none: nothing of it may become a line of a message."""
    reach = row.text("reach", "")
    if len(reach) > _REACH_LONGEST or not reach.isprintable():
        row.fault("reach", FaultCode.TOO_LONG, reach)
    elif via is ReferralVia.EMAIL and not _ADDRESS.fullmatch(reach):
        row.fault("reach", FaultCode.UNKNOWN_VALUE, reach)
    elif via is ReferralVia.CONTRACT and not reach:
        row.fault("reach", FaultCode.MISSING_VALUE)
    return reach


def _seconds(row: Row, column: str) -> int:
    return int(row.number_or_none(column, 0, LONGEST_CLOCK_S) or 0)
