"""What a move of many units would do to the cover of the city, before it is done."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from command_center.domain.targets import Targets
from command_center.domain.unit import UnitStatus
from command_center.situation.board import AreaAt, BoardRow, Coverage, coverage

AWAY = (UnitStatus.OFF_DUTY, UnitStatus.UNAVAILABLE)


@dataclass(frozen=True, slots=True)
class Cover:
    """How the city's cover is counted: the areas that are watched, and which of them a point or a
    smaller area lies in."""

    areas: Sequence[str]
    area_at: AreaAt
    targets: Targets
    home_of: Callable[[str], str | None] = str

    def of(self, rows: Iterable[BoardRow], now: datetime) -> list[Coverage]:
        return coverage(rows, self.areas, self.area_at, now, self.targets, self.home_of)


@dataclass(frozen=True, slots=True)
class AreaChange:
    """Ready units in an area, now and once they have arrived."""

    area_code: str
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class Skipped:
    """`why` is a code; `incident_id` the one it is busy with."""

    unit_id: str
    call_sign: str
    why: str
    incident_id: str | None = None


@dataclass(frozen=True, slots=True)
class BulkPreview:
    """`moved` = ids of the units that would go; `lines` = one for each area, as they were given."""

    area_code: str
    moved: tuple[str, ...]
    skipped: tuple[Skipped, ...]
    lines: tuple[AreaChange, ...]
    people: int

    @property
    def emptied(self) -> tuple[str, ...]:
        """Areas that would have nobody ready any more."""
        return tuple(line.area_code for line in self.lines if line.before > 0 and line.after == 0)

    @property
    def costs(self) -> dict[str, str]:
        """As it is kept with the decision."""
        changed = (line for line in self.lines if line.before != line.after)
        return {line.area_code: f"{line.before} > {line.after}" for line in changed}


def bulk_preview(
    rows: Iterable[BoardRow],
    unit_ids: Collection[str],
    area_code: str,
    cover: Cover,
    now: datetime,
    *,
    staged: bool = False,
) -> BulkPreview:
    """`area_code` is the units' new home, or lies in it; who cannot go is named with why. Units
    that are `staged` there stand there and are not counted as ready."""
    known, wanted = list(rows), frozenset(unit_ids)
    asked = [row for row in known if row.id in wanted]
    kept = [_skipped(row) for row in asked]
    skipped = tuple(one for one in kept if one is not None)
    moved = {row.id for row, one in zip(asked, kept, strict=True) if one is None}
    status = UnitStatus.STAGED if staged else None
    then = [_arrived(row, area_code, status) if row.id in moved else row for row in known]
    pairs = zip(cover.of(known, now), cover.of(then, now), strict=True)
    lines = tuple(AreaChange(old.area_code, old.ready, new.ready) for old, new in pairs)
    going = [row for row in asked if row.id in moved]
    ids = tuple(row.id for row in going)
    return BulkPreview(area_code, ids, skipped, lines, sum(row.crew for row in going))


def _skipped(row: BoardRow) -> Skipped | None:
    """The same reasons as those of the command that moves them."""
    if row.status in AWAY:
        return Skipped(row.id, row.call_sign, "unit_not_on_duty")
    if row.welfare is not None:
        return Skipped(row.id, row.call_sign, "unit_silent")
    if row.incident_id is not None:
        return Skipped(row.id, row.call_sign, "unit_busy", row.incident_id)
    return None


def _arrived(row: BoardRow, area_code: str, status: UnitStatus | None) -> BoardRow:
    """Without a position it counts where it lives."""
    return replace(row, home=area_code, lat=None, lon=None, status=status or row.status)
