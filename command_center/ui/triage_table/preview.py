"""What a table would change: which open incidents come to another rank, and the share of P1."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QTimer

from command_center.advice.triage import Table, suggest
from command_center.advice.triage.score import Said
from command_center.commands.suggesting import facts_of_incident, ground_of, said_of, suggested
from command_center.domain.early import Episode
from command_center.domain.incident import Incident, Priority
from command_center.domain.room import Operation
from command_center.geo.local import CityFacts
from command_center.situation.early import open_episodes
from command_center.situation.situation import Situation
from command_center.ui.seat import Seat

SLICE = 250
"""Incidents looked at between two events of the window."""


@dataclass(frozen=True, slots=True)
class Case:
    """`said` None: its rank is no suggestion, or lent by a merge, and stays."""

    incident: Incident
    said: tuple[Said, ...] | None


@dataclass(frozen=True, slots=True)
class Move:
    incident: Incident
    before: Priority
    after: Priority


@dataclass(frozen=True, slots=True)
class Preview:
    """Of `count` open incidents, `ranked` by the table; P1 among all of them before and after."""

    count: int
    ranked: int
    moves: tuple[Move, ...]
    p1_before: int
    p1_after: int

    def share(self, p1: int) -> int:
        """Percent."""
        return round(100 * p1 / self.count) if self.count else 0


def cases(situation: Situation) -> Iterator[Case]:
    """Every open incident, in the order they were opened."""
    lent = {
        link.winner_id
        for link in situation.all("merge_link")
        if link.unmerged_at is None and "priority" in link.taken
    }
    for incident in list(situation.open_incidents()):
        ranked = suggested(incident.priority_reason) and incident.id not in lent
        reports = situation.reports(incident.id) if ranked else []
        yield Case(incident, tuple(map(said_of, reports)) if ranked else None)


def previewed(
    found: Sequence[Case],
    table: Table,
    city: CityFacts,
    operations: Sequence[Operation],
    episodes: Sequence[Episode],
) -> Preview:
    """Pure: may run on any thread."""
    ground = ground_of(table, city, operations, episodes)
    moves, p1_after = [], 0
    for case in found:
        incident, after = case.incident, case.incident.priority
        if case.said is not None:
            after = suggest(facts_of_incident(incident, case.said, ground), table).priority
        if after is not incident.priority:
            moves.append(Move(incident, incident.priority, after))
        p1_after += after is Priority.P1
    p1_before = sum(case.incident.priority is Priority.P1 for case in found)
    ranked = sum(case.said is not None for case in found)
    return Preview(len(found), ranked, tuple(moves), p1_before, p1_after)


class Previewer(QObject):
    """Collects in slices, for the window is never to wait, and reckons on another thread."""

    def __init__(self, seat: Seat, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self._city = CityFacts(seat.city)
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._slice)
        self._left: Iterator[Case] = iter(())
        self._found: list[Case] = []
        self._table: Table | None = None
        self._done: Callable[[Preview], None] = lambda preview: None

    def ask(self, table: Table, done: Callable[[Preview], None]) -> None:
        """`done` is told once; a later question replaces an earlier one."""
        self._table, self._done = table, done
        self._left, self._found = cases(self._seat.situation), []
        self._timer.start()

    def _slice(self) -> None:
        for _ in range(SLICE):
            case = next(self._left, None)
            if case is None:
                self._timer.stop()
                self._reckon()
                return
            self._found.append(case)

    def _reckon(self) -> None:
        table, found, done = self._table, self._found, self._done
        if table is None:
            return
        operations = self._seat.situation.operations
        episodes = open_episodes(self._seat.situation)

        def answered(preview: Preview) -> None:
            if table is self._table:
                done(preview)

        work = partial(previewed, found, table, self._city, operations, episodes)
        self._seat.tasks.run(work, answered, self._seat.notices.failed)
