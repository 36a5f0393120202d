"""The lines of the board, unit lines and the headings above them, and the order they stand in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import lru_cache

from command_center.domain.targets import Targets
from command_center.domain.unit import UnitStatus
from command_center.situation.board import BoardRow
from command_center.ui.units.whereabouts import Area

STATUS_ORDER = (
    UnitStatus.AVAILABLE,
    UnitStatus.ORDERED,
    UnitStatus.EN_ROUTE,
    UnitStatus.ON_SCENE,
    UnitStatus.STAGED,
    UnitStatus.RETURNING,
    UnitStatus.BREAK,
    UnitStatus.UNKNOWN,
    UnitStatus.UNAVAILABLE,
    UnitStatus.OFF_DUTY,
)
_DIGITS = re.compile(r"(\d+)")

SortKey = tuple[int, str, str, bool, tuple[tuple[str, int], ...], str]


class Grouping(StrEnum):
    AGENCY = "agency"
    STATUS = "status"
    AREA = "area"


@dataclass(frozen=True, slots=True, order=True)
class Group:
    """What a line stands under. `title` is a fact of the city, or empty where the screen has a
    word of its own for `id` (a status, no area)."""

    rank: int
    title: str
    id: str
    asked: bool = False


@dataclass(frozen=True, slots=True)
class UnitLine:
    """`shown` and `available` are the row's answers at the time the line was made."""

    group: Group
    row: BoardRow
    area: Area
    shown: UnitStatus
    available: bool
    key: SortKey


@dataclass(frozen=True, slots=True)
class GroupLine:
    """`ready` and `total` count the unit lines that stand under it."""

    group: Group
    ready: int
    total: int
    key: SortKey


Line = UnitLine | GroupLine


@lru_cache(maxsize=4096)
def natural(text: str) -> tuple[tuple[str, int], ...]:
    """A sort key in which `DALMAS 2` comes before `DALMAS 10`."""
    parts = _DIGITS.split(text.casefold())
    return tuple(("", int(part)) if part.isdigit() else (part, 0) for part in parts if part)


Ranks = Mapping[str, int]
"""Where each agency stands, by its id: the order of the city's own list."""


def group_of(
    row: BoardRow, area: Area, shown: UnitStatus, grouping: Grouping, ranks: Ranks
) -> Group:
    if grouping is Grouping.STATUS:
        return Group(STATUS_ORDER.index(shown), "", shown.value)
    if grouping is Grouping.AREA:
        return Group(0 if area.kecamatan else 1, area.kecamatan_name, area.kecamatan or "")
    rank = ranks.get(row.agency_id, len(ranks))
    return Group(rank, row.agency_short, row.agency_id, asked=not row.orderable)


def unit_line(row: BoardRow, area: Area, group: Group, now: datetime, targets: Targets) -> UnitLine:
    return UnitLine(
        group=group,
        row=row,
        area=area,
        shown=row.shown_status(now, targets),
        available=row.is_available(now, targets),
        key=(group.rank, group.title, group.id, True, natural(row.call_sign), row.id),
    )


def group_line(group: Group, ready: int, total: int) -> GroupLine:
    return GroupLine(group, ready, total, (group.rank, group.title, group.id, False, (), ""))
