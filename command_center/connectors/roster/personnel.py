"""The people on duty as a sheet. Columns of addresses or telephone numbers are not read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final

from command_center.commands.personnel import (
    NAME_LENGTH,
    NRP,
    POSITION_LENGTH,
    RANK_LENGTH,
    REGU_LENGTH,
    PersonRow,
)
from command_center.connectors.places.sheet import Columns, Sheet, Tell, read_sheet, words
from command_center.contract.table import TableRow, folded

COLUMNS: Final = Columns(
    ("nrp", "name"),
    {
        "nrp": "nrp",
        "nip": "nrp",
        "nrp_nip": "nrp",
        "nama": "name",
        "pangkat": "rank",
        "instansi": "agency",
        "satuan": "agency",
        "jabatan": "position",
        "regu": "regu",
        "panggilan": "call_sign",
        "call_sign": "call_sign",
        "login": "login",
        "akun": "login",
    },
)
_OTHERS = ("rank", "position", "regu", "call_sign", "login")


@dataclass(frozen=True, slots=True)
class KnownPeople:
    """What rows may name: {folded code, name or short name: code} of agencies, {folded name: name}
    of regu, call signs, {login: NRP of whose it is, "" = nobody's}; `agency`: the code of who is
    new and not told, "" = it must be told; `nrp` =
    {NRP: code of the agency} of everybody on the list."""

    agencies: Mapping[str, str] = field(default_factory=dict)
    regu: Mapping[str, str] = field(default_factory=dict)
    call_signs: frozenset[str] = frozenset()
    logins: Mapping[str, str] = field(default_factory=dict)
    agency: str = ""
    nrp: Mapping[str, str] = field(default_factory=dict)


def read_personnel(data: bytes, known: KnownPeople, tell: Tell) -> Sheet[PersonRow]:
    return read_sheet(data, COLUMNS, _maker(known), tell)


def nrp_of(row: TableRow, *, needed: bool = True) -> str:
    """Without the spaces and points people write into it; "" for an empty cell or an error."""
    said = words(row, "nrp", 40, needed=needed).replace(" ", "").replace(".", "")
    if said and not NRP.fullmatch(said):
        row.refuse("nrp", "cell_no_nrp")
        return ""
    return said


def _maker(known: KnownPeople) -> Callable[[TableRow], PersonRow]:
    seen: dict[str, int] = {}
    taken: dict[str, int] = {}

    def make(row: TableRow) -> PersonRow:
        nrp = nrp_of(row)
        first = seen.setdefault(nrp, row.number) if nrp else row.number
        if first != row.number:
            row.refuse("nrp", "cell_twice", first=first)
        return PersonRow(
            nrp=nrp,
            name=words(row, "name", NAME_LENGTH, needed=True),
            agency=_agency(row, nrp, known),
            rank=words(row, "rank", RANK_LENGTH),
            position=words(row, "position", POSITION_LENGTH),
            regu=regu_of(row, known.regu),
            call_sign=_call_sign(row, known),
            login=_login(row, nrp, known, taken),
            untold=tuple(name for name in _OTHERS if name not in row.columns),
        )

    return make


def _agency(row: TableRow, nrp: str, known: KnownPeople) -> str:
    """An empty cell is no agency of nobody: who is on the list keeps theirs."""
    said = words(row, "agency", 80)
    if not said:
        code = known.nrp.get(nrp, known.agency)
        if not code:
            row.refuse("agency" if "agency" in row.columns else "nrp", "cell_needs_agency")
        return code
    code = known.agencies.get(folded(said), "")
    if not code:
        row.refuse("agency", "cell_no_agency")
    return code


def regu_of(row: TableRow, known: Mapping[str, str], *, needed: bool = False) -> str:
    """As its name is written; "" for an empty cell or an error."""
    said = words(row, "regu", REGU_LENGTH, needed=needed)
    name = known.get(said.casefold())
    if said and name is None:
        row.refuse("regu", "cell_no_regu", known=", ".join(known.values()) or "–")
    return name or ""


def _call_sign(row: TableRow, known: KnownPeople) -> str:
    said = words(row, "call_sign", 40).upper()
    if said and said not in known.call_signs:
        row.refuse("call_sign", "cell_no_unit")
        return ""
    return said


def _login(row: TableRow, nrp: str, known: KnownPeople, taken: dict[str, int]) -> str:
    """Of somebody who may sign in, and of nobody else on the list or in the file."""
    said = words(row, "login", 60).casefold()
    if not said:
        return ""
    if said not in known.logins:
        row.refuse("login", "cell_no_login")
    elif known.logins[said] not in ("", nrp):
        row.refuse("login", "cell_login_taken", nrp=known.logins[said])
    elif taken.setdefault(said, row.number) != row.number:
        row.refuse("login", "cell_twice", first=taken[said])
    return said
