"""How many units are ready and where, without a look at each of them every second."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from command_center.domain.targets import Targets
from command_center.domain.unit import Unit, UnitStatus
from command_center.situation.board import AreaAt, BoardRow, Coverage, board_row
from command_center.situation.news import NEVER
from command_center.situation.situation import Situation


def changed_units(situation: Situation, mark: int) -> tuple[bool, Iterable[str]]:
    """(whether all of them, their ids), of those that read differently since the mark."""
    ids = situation.unit_news.since(mark)
    if ids is None:
        return True, [unit.id for unit in situation.all("unit")]
    return False, ids


class ReadyUnits:
    """The units that count as ready, until each would be silent for too long."""

    def __init__(self, situation: Situation) -> None:
        self._situation = situation
        self._mark = NEVER
        self._until: dict[str, datetime] = {}

    def count(self, now: datetime) -> int:
        situation = self._situation
        anew, ids = changed_units(situation, self._mark)
        self._mark = situation.unit_news.mark
        if anew:
            self._until.clear()
        for id in ids:
            unit = situation.unit(id)
            until = None
            if unit is not None and unit.status is UnitStatus.AVAILABLE:
                until = board_row(situation, unit).ready_until(situation.clocks.targets)
            if until is None:
                self._until.pop(id, None)
            else:
                self._until[id] = until
        return sum(until >= now for until in self._until.values())


@dataclass(frozen=True, slots=True)
class _Share:
    """What one unit adds: to the area it lives in, to the one it is ready in until then."""

    row: BoardRow
    lives_in: str | None
    ready_in: str | None
    until: datetime | None


class AreaCover:
    """`coverage` of one situation after another, kept up unit by unit."""

    def __init__(
        self,
        areas: Iterable[str],
        area_at: AreaAt,
        area_of: Callable[[str], str | None],
    ) -> None:
        self._area_at = area_at
        self._area_of = area_of
        self._ready: dict[str, dict[str, datetime]] = {code: {} for code in areas}
        self._home = dict.fromkeys(self._ready, 0)
        self._shares: dict[str, _Share] = {}
        self._of: Situation | None = None
        self._mark = NEVER

    def lines(self, situation: Situation, now: datetime) -> list[Coverage]:
        """One line per area, in the order they were given."""
        self._follow(situation)
        return [
            Coverage(code, sum(until >= now for until in ready.values()), self._home[code])
            for code, ready in self._ready.items()
        ]

    def _follow(self, situation: Situation) -> None:
        if self._of is not situation:
            self._of, self._mark = situation, NEVER
        anew, ids = changed_units(situation, self._mark)
        self._mark = situation.unit_news.mark
        if anew:
            self._forget()
        for id in ids:
            self._take(situation, id, situation.unit(id))

    def _forget(self) -> None:
        self._shares.clear()
        for code, ready in self._ready.items():
            ready.clear()
            self._home[code] = 0

    def _take(self, situation: Situation, id: str, unit: Unit | None) -> None:
        before = self._shares.pop(id, None)
        if before is not None:
            self._count(id, before, -1)
        if unit is not None:
            share = self._share(board_row(situation, unit), before, situation.clocks.targets)
            self._shares[id] = share
            self._count(id, share, 1)

    def _share(self, row: BoardRow, before: _Share | None, targets: Targets) -> _Share:
        lives = self._area_of(row.home) if row.home else None
        at_home = row.ours and not row.contains and row.status is not UnitStatus.OFF_DUTY
        until = row.ready_until(targets)
        ready_in = self._where(row, lives, before) if until is not None else None
        return _Share(row, lives if at_home else None, ready_in, until)

    def _where(self, row: BoardRow, lives: str | None, before: _Share | None) -> str | None:
        if row.lat is None or row.lon is None:
            return lives
        if before is not None and before.until is not None:
            stood = before.row
            if (stood.lat, stood.lon) == (row.lat, row.lon):
                return before.ready_in
        return self._area_at(row.lat, row.lon)

    def _count(self, id: str, share: _Share, by: int) -> None:
        if share.lives_in in self._home:
            self._home[share.lives_in] += by
        ready = self._ready.get(share.ready_in or "")
        if ready is None or share.until is None:
            return
        if by > 0:
            ready[id] = share.until
        else:
            ready.pop(id, None)
