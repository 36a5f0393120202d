"""Every unit as a line of the board, kept up change by change, and which of them the list shows."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from datetime import datetime
from itertools import islice

from PySide6.QtCore import QTimer

from command_center.domain.unit import Unit, UnitStatus
from command_center.situation.board import BoardRow, board_row
from command_center.situation.meaning import meaning_of
from command_center.situation.strength import CoverTally, ancestors, cover_of, members
from command_center.ui.seat import Seat
from command_center.ui.units.coverage import Cell
from command_center.ui.units.filter import Wanted
from command_center.ui.units.lines import (
    Group,
    Grouping,
    UnitLine,
    groups_of,
    under,
    unit_line,
)
from command_center.ui.units.looks import BoardLook
from command_center.ui.units.model import BoardModel
from command_center.ui.units.whereabouts import Area, Whereabouts

AT_ONCE_S, LEAST = 0.008, 10
"""So long, and at least so many, units are taken in before the window breathes."""


class Roster:
    """Feeds `model` with the lines that fit what is wanted and says when it has. Whoever contains
    units is a heading and no line, unless it was sent itself."""

    def __init__(
        self, seat: Seat, model: BoardModel, look: BoardLook, changed: Callable[[], None]
    ) -> None:
        self._seat = seat
        self._model = model
        self._look = look
        self.grouping = Grouping.AGENCY
        self.wanted = Wanted()
        self.places = Whereabouts(seat.city)
        self.cover = CoverTally(dict(self.places.kecamatan))
        self._ranks = {agency.id: rank for rank, agency in enumerate(seat.city.agencies)}
        self._lines: dict[str, UnitLine] = {}
        self._heads: dict[str, tuple[str, str | None]] = {}
        self._paths: dict[tuple[str, str | None], tuple[Group, ...]] = {}
        self._changed = changed
        self._due: dict[str, None] = {}
        self._soon = QTimer(model)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._go_on)

    @property
    def lines(self) -> Iterable[UnitLine]:
        """Of all units, filtered or not."""
        return self._lines.values()

    @property
    def hidden(self) -> int:
        """How many lines the filter keeps out of the list."""
        return len(self._lines) - len(self._model.units)

    def line(self, unit_id: str) -> UnitLine | None:
        return self._lines.get(unit_id)

    # --- following the room --------------------------------------------------------------------

    def take(self, ids: Iterable[str]) -> None:
        """What became of these units. Of many, the rest as soon as the window has breathed."""
        self._due |= dict.fromkeys(self._with_members(ids))
        self._go_on()

    def _go_on(self) -> None:
        now = self._seat.live.now()
        until_s = time.monotonic() + AT_ONCE_S
        while self._due and time.monotonic() < until_s:
            for id in list(islice(self._due, LEAST)):
                del self._due[id]
                self._take(id, now)
        if self._due:
            self._soon.start(0)
        self._changed()

    def _take(self, id: str, now: datetime) -> None:
        unit = self._seat.situation.unit(id)
        line = None if unit is None else self._make(unit, now)
        if line is None:
            self._drop(id)
            return
        self._keep(line)
        if self.wanted.fits(line, self._look):
            self._model.put(line)
        else:
            self._model.drop(id)

    def take_all(self) -> None:
        """After a load. Row by row if the list is standing: it may be under the pointer."""
        situation = self._seat.situation
        self._paths.clear()
        known = {unit.id for unit in situation.all("unit")}
        if self._lines:
            self.take([*known, *(self._lines.keys() - known)])
        else:
            self.refill()

    def moved(self) -> None:
        """Take new positions."""
        if self._seat.situation.moved:
            self.take(self._seat.situation.moved)

    def turn(self, now: datetime) -> None:
        """What reads differently without any message, as a unit that has been silent for long."""
        at = now.timestamp()
        turned = [id for id, line in self._lines.items() if line.turns_at <= at]
        if turned:
            self.take(turned)

    def refill(self) -> None:
        """Everything anew."""
        now = self._seat.live.now()
        self._due.clear()
        self._paths.clear()
        self._lines.clear()
        self._heads.clear()
        self.cover.clear()
        for unit in self._seat.situation.all("unit"):
            line = self._make(unit, now)
            if line is not None:
                self._keep(line)
        self.show()

    def regroup(self, grouping: Grouping) -> None:
        """The same lines under other headings."""
        self.grouping = grouping
        self._paths.clear()
        for id, line in self._lines.items():
            self._lines[id] = under(line, self._groups_of(line.row, line.area, line.shown))
        self.show()

    def show(self) -> None:
        """Give the list the lines that fit."""
        self._model.replace_all(self.wanted.among(self._lines.values(), self._look))

    def learn(self) -> bool:
        """The room's own words and limits; whether they are others than before."""
        before = self._look.meaning
        now = self._look.meaning = meaning_of(self._seat.situation, self._seat.targets)
        if now.fault is not None and str(now.fault) != str(before.fault):
            self._seat.notices.failed(now.fault)
        return (before.words, before.limits) != (now.words, now.limits)

    # --- coverage ------------------------------------------------------------------------------

    def cells(self) -> tuple[Cell, ...]:
        """One for each kecamatan, of all units."""
        names = dict(self.places.kecamatan)
        lines = self.cover.lines()
        return tuple(Cell(c.area_code, names[c.area_code], c.ready, c.home) for c in lines)

    # --- inside --------------------------------------------------------------------------------

    def _with_members(self, ids: Iterable[str]) -> list[str]:
        """And those below a unit whose name or place in the tree is another one now."""
        situation, wanted = self._seat.situation, dict.fromkeys(ids)
        for id in list(wanted):
            unit = situation.unit(id)
            inside = situation.of_units.below(id)
            as_head = (unit.call_sign, unit.parent_id) if unit is not None and inside else None
            if as_head == self._heads.get(id):
                continue
            self._paths.clear()
            if as_head is None:
                del self._heads[id]
            else:
                self._heads[id] = as_head
            wanted |= dict.fromkeys(members(inside, situation.of_units.below))
        return list(wanted)

    def _make(self, unit: Unit, now: datetime) -> UnitLine | None:
        situation, targets = self._seat.situation, self._seat.targets
        row = board_row(situation, unit)
        at_work = row.incident_id or row.waiting or row.unheard or row.welfare
        if row.contains and not at_work:
            return None
        area, shown = self.places.of(row), row.shown_status(now, targets)
        groups = self._groups_of(row, area, shown)
        return unit_line(row, area, groups, now, targets, self._look.meaning.limits)

    def _groups_of(self, row: BoardRow, area: Area, shown: UnitStatus) -> tuple[Group, ...]:
        if self.grouping is not Grouping.AGENCY:
            return groups_of(row, area, shown, self.grouping, self._ranks)
        where = row.agency_id, row.parent_id
        known = self._paths.get(where)
        if known is None:
            find = self._seat.situation.unit
            unit = find(row.id)
            above = ancestors(unit, find) if unit is not None else ()
            known = groups_of(row, area, shown, self.grouping, self._ranks, above)
            self._paths[where] = known
        return known

    def _keep(self, line: UnitLine) -> None:
        row = line.row
        self._lines[row.id] = line
        lives_in = self.places.kecamatan_of(row.home)
        cover = cover_of(row, line.available, self.places.kecamatan_at, lives_in)
        self.cover.put(row.id, cover)

    def _drop(self, id: str) -> None:
        self._lines.pop(id, None)
        self.cover.drop(id)
        self._model.drop(id)
