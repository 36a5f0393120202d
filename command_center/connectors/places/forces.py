"""The forces of an operation order, as people keep them in sheets: a row for each, the force above
it by its name. A merged cell counts for every row it covers."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from typing import Final

from command_center.commands.order_of_battle import (
    FORCE_LENGTH,
    MOST_STRENGTH,
    PART_LENGTH,
    SIGN_LENGTH,
    ForceRow,
)
from command_center.commands.place_words import ADDRESS, LINE
from command_center.connectors.places.sheet import (
    AreaNamed,
    Columns,
    Sheet,
    Tell,
    area_of,
    read_sheet,
    words,
)
from command_center.contract.cells import one_of, whole
from command_center.contract.table import TableRow
from command_center.domain.operation import Branch

_BRANCHES: Final = {
    **{branch.value: branch for branch in Branch},
    "polresta": Branch.POLRI,
    "polres": Branch.POLRI,
    "polsek": Branch.POLRI,
    "polda": Branch.POLRI,
    "sat_brimob": Branch.BRIMOB,
    "satbrimob": Branch.BRIMOB,
    "kodim": Branch.TNI,
    "tni_ad": Branch.TNI,
    "dinas_perhubungan": Branch.DISHUB,
    "pmk": Branch.DAMKAR,
    "pemadam": Branch.DAMKAR,
    "satpolpp": Branch.SATPOL_PP,
    "pol_pp": Branch.SATPOL_PP,
    "ambulan": Branch.AMBULANCE,
    "relawan_ambulans": Branch.AMBULANCE,
    "satlinmas": Branch.LINMAS,
    "lainnya": Branch.OTHER,
}
COLUMNS: Final = Columns(
    ("branch", "name", "strength"),
    {
        "satuan": "branch",
        "instansi": "branch",
        "nama": "name",
        "regu": "name",
        "kekuatan": "strength",
        "jumlah": "strength",
        "induk": "parent",
        "pimpinan": "leader",
        "penanggung_jawab": "leader",
        "panggilan": "call_sign",
        "call_sign": "call_sign",
        "sektor": "sector",
        "pos": "post",
        "grup_radio": "talk_group",
        "talk_group": "talk_group",
        "kelurahan": "area",
        "kode_kelurahan": "area",
        "keterangan": "note",
        "sumber": "source",
    },
)
_OTHERS = (
    "parent", "leader", "call_sign", "sector", "post", "talk_group", "area", "note", "source",
)  # fmt: skip
Known = Collection[tuple[Branch, str]]
"""The forces that stand already, their names folded."""


def read_forces(data: bytes, area_named: AreaNamed, known: Known, tell: Tell) -> Sheet[ForceRow]:
    """Whoever stands above others comes before them."""
    read: list[tuple[TableRow, ForceRow]] = []
    make = _maker(area_named)

    def keep(row: TableRow) -> ForceRow:
        made = make(row)
        read.append((row, made))
        return made

    sheet = read_sheet(data, COLUMNS, keep, tell)
    rows = tuple(_in_order([pair for pair in read if pair[0].ok], known))
    return Sheet(rows, tuple(error for row, _ in read for error in row.own), sheet.exercise)


def _maker(area_named: AreaNamed) -> Callable[[TableRow], ForceRow]:
    seen: dict[tuple[Branch, str], int] = {}
    sectors: dict[str, str] = {}

    def make(row: TableRow) -> ForceRow:
        branch = one_of(row, "branch", _BRANCHES, needed=True) or Branch.OTHER
        name = words(row, "name", FORCE_LENGTH, needed=True)
        first = seen.setdefault((branch, name.casefold()), row.number)
        if name and row.ok and first != row.number:
            row.refuse("name", "cell_twice", first=first)
        sector = words(row, "sector", PART_LENGTH)
        post = words(row, "post", PART_LENGTH)
        other = sectors.setdefault(post.casefold(), sector) if post and sector else sector
        if other.casefold() != sector.casefold():
            row.refuse("sector", "cell_other_sector", post=post, sector=other)
        return ForceRow(
            branch=branch,
            name=name,
            strength=whole(row, "strength", 0, MOST_STRENGTH, needed=True) or 0,
            parent=words(row, "parent", FORCE_LENGTH),
            leader=words(row, "leader", LINE),
            call_sign=words(row, "call_sign", SIGN_LENGTH),
            sector=sector,
            post=post,
            talk_group=words(row, "talk_group", PART_LENGTH),
            area=area_of(row, "area", area_named),
            note=words(row, "note", ADDRESS),
            source=words(row, "source", ADDRESS),
            untold=tuple(name for name in _OTHERS if name not in row.columns),
        )

    return make


def _in_order(pairs: list[tuple[TableRow, ForceRow]], known: Known) -> Iterator[ForceRow]:
    """Those without one above first, then those under them, and so on. What is left stands under
    nobody who is there, or under itself: an error of each."""
    standing, waiting = set(known), pairs
    own = {(made.branch, made.name.casefold()) for _, made in pairs}
    standing -= own  # where one of the file moves to is what the file says
    while waiting:
        later: list[tuple[TableRow, ForceRow]] = []
        for pair in waiting:
            if pair[1].parent and _above(pair[1]) not in standing:
                later.append(pair)
                continue
            standing.add((pair[1].branch, pair[1].name.casefold()))
            yield pair[1]
        if len(later) == len(waiting):
            break
        waiting = later
    for row, made in waiting:
        circle = _above(made) in own
        row.refuse("parent", "cell_in_circle" if circle else "cell_no_force")


def _above(row: ForceRow) -> tuple[Branch, str]:
    return row.branch, row.parent.casefold()
