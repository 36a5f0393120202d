"""The lines of the board, unit lines and the headings above them, and the order they stand in."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import lru_cache

from command_center.domain.targets import Targets
from command_center.domain.unit import TaskKind, Unit, UnitStatus, WelfareStep
from command_center.domain.unit_words import UnitLimits
from command_center.situation.board import BoardRow
from command_center.situation.meaning import Ask, Silence, changes_at, is_overdue, silence, to_ask
from command_center.situation.strength import Strength, strength_of
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

Natural = tuple[tuple[str, int], ...]
Step = tuple[int, Natural, str]
Key = tuple[Step, ...]
"""From the outermost heading inwards: a heading's key begins the keys of all that stands under it,
and is the smallest of them."""


class Grouping(StrEnum):
    AGENCY = "agency"
    STATUS = "status"
    AREA = "area"


@dataclass(frozen=True, slots=True)
class Group:
    """What a line stands under. `title` is a fact of the city or a call sign, or empty where the
    screen has a word of its own for `id` (a status, no area). `unit_id`: of the pleton or kompi
    that it is, "" for an agency, a status or an area."""

    key: Key
    title: str
    id: str
    asked: bool = False
    unit_id: str = ""

    def __hash__(self) -> int:
        """Whole keys are long, and asked for with every count."""
        return hash(self.id)

    @property
    def depth(self) -> int:
        return len(self.key) - 1


@dataclass(frozen=True, slots=True)
class UnitLine:
    """Everything but the clock's own text is the row's answer at the time the line was made;
    `turns_at` is the Unix time at which it reads differently without any message."""

    groups: tuple[Group, ...]
    row: BoardRow
    area: Area
    shown: UnitStatus
    available: bool
    strength: Strength
    overdue: bool
    silence: Silence
    ask: Ask | None
    turns_at: float
    key: Key

    @property
    def depth(self) -> int:
        return len(self.groups) - 1

    @property
    def is_urgent(self) -> bool:
        """No filter hides it."""
        check = self.row.welfare
        danger = check is not None and (check.step is WelfareStep.DANGER or check.ended_at)
        return bool(danger) or any(task.kind is TaskKind.CANCEL for task in self.row.unheard)


@dataclass(frozen=True, slots=True)
class GroupLine:
    """`strength` is the sum of the unit lines that stand under it, however deep."""

    group: Group
    strength: Strength

    @property
    def key(self) -> Key:
        return self.group.key


Line = UnitLine | GroupLine


@lru_cache(maxsize=8192)
def natural(text: str) -> Natural:
    """A sort key in which `DALMAS 2` comes before `DALMAS 10`."""
    parts = _DIGITS.split(text.casefold())
    return tuple(("", int(part)) if part.isdecimal() else (part, 0) for part in parts if part)


Ranks = Mapping[str, int]
"""Where each agency stands, by its id: the order of the city's own list."""


def groups_of(
    row: BoardRow,
    area: Area,
    shown: UnitStatus,
    grouping: Grouping,
    ranks: Ranks,
    above: Sequence[Unit] = (),
) -> tuple[Group, ...]:
    """The outermost first. `above` are the units it is part of, which stand in the first view."""
    if grouping is Grouping.STATUS:
        return (_group(STATUS_ORDER.index(shown), "", shown.value),)
    if grouping is Grouping.AREA:
        known = area.kecamatan or ""
        return (_group(0 if known else 1, area.kecamatan_name, known),)
    rank = ranks.get(row.agency_id, len(ranks))
    groups = [_group(rank, row.agency_short, row.agency_id, asked=not row.orderable)]
    for unit in above:
        groups.append(_inside(groups[-1], unit.call_sign, unit.id))
    return tuple(groups)


@lru_cache(maxsize=4096)
def _group(rank: int, title: str, id: str, asked: bool = False) -> Group:
    return Group(((rank, natural(title), id),), title, id, asked)


@lru_cache(maxsize=4096)
def _inside(outer: Group, title: str, unit_id: str) -> Group:
    """Units of one's own come before units that contain others."""
    key = (*outer.key, (1, natural(title), unit_id))
    return Group(key, title, unit_id, outer.asked, unit_id)


def unit_line(
    row: BoardRow,
    area: Area,
    groups: tuple[Group, ...],
    now: datetime,
    targets: Targets,
    limits: UnitLimits,
) -> UnitLine:
    """The line as it reads `now`."""
    at = now.timestamp()
    available = row.is_available(now, targets)
    turns = changes_at(row, limits, targets)
    return UnitLine(
        groups=groups,
        row=row,
        area=area,
        shown=row.shown_status(now, targets),
        available=available,
        strength=strength_of(row, available, row.is_doubtful(now, targets)),
        overdue=is_overdue(row, now, limits),
        silence=silence(row, now, limits, targets),
        ask=to_ask(row, now, limits, targets),
        turns_at=next((turn for turn in turns if turn >= at), math.inf),
        key=(*groups[-1].key, (0, natural(row.call_sign), row.id)),
    )


def under(line: UnitLine, groups: tuple[Group, ...]) -> UnitLine:
    """The same line under other headings."""
    return UnitLine(
        groups,
        line.row,
        line.area,
        line.shown,
        line.available,
        line.strength,
        line.overdue,
        line.silence,
        line.ask,
        line.turns_at,
        (*groups[-1].key, line.key[-1]),
    )


def units_in(lines: Iterable[Line], units: Mapping[str, UnitLine]) -> list[UnitLine]:
    """The unit lines among these, and for a heading those that stand under it, each once."""
    found: dict[str, UnitLine] = {}
    for line in lines:
        if isinstance(line, UnitLine):
            found[line.row.id] = line
        else:
            under = (unit for unit in units.values() if line.group in unit.groups)
            found |= {unit.row.id: unit for unit in sorted(under, key=lambda unit: unit.key)}
    return list(found.values())
