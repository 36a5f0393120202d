"""Workstations of an exercise that play themselves: each its own connection and write lane."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator
from concurrent.futures import Future
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from command_center.bootstrap.room import RoomPlan, open_room
from command_center.commands.dispatch import OrderUnits
from command_center.commands.triage import CloseIncident, TakeIncident, VerifyIncident
from command_center.domain.errors import OperatorError
from command_center.domain.incident import Disposition, Incident, Priority
from command_center.domain.room import RoomKind
from command_center.domain.unit import Unit, UnitStatus
from command_center.ports import Clock, Outcome
from command_center.situation.situation import Situation

log = logging.getLogger(__name__)
TURN_S = 0.15
READS, LOOKS, THINKS, TELLS = (timedelta(seconds=s) for s in (12, 25, 45, 240))
"""After a report came: until it is taken, verified, answered by an order, and, where nobody needs
to be sent, closed."""
SENT: dict[str, tuple[str, int]] = {
    "unjuk_rasa": ("pleton", 2),
    "kebakaran": ("pompa", 1),
    "asap": ("pompa", 1),
    "ambulans": ("ambulans", 1),
    "laka_lantas": ("patroli", 1),
    "kemacetan": ("patroli", 1),
    "perusakan": ("opsnal", 1),
    "benda_mencurigakan": ("pleton", 1),
    "gangguan_ketertiban": ("patroli", 1),
}


def next_command(situation: Situation, now: datetime, number: int, of: int) -> Any | None:
    """What operator `number` of `of` would do now, None: nothing. Each minds the incidents whose
    number falls to them, the most urgent first."""
    mine = [one for one in situation.open_incidents() if one.number % of == number]
    for incident in sorted(mine, key=lambda one: (one.priority.value, one.opened_at)):
        command = _about(situation, incident, now - incident.opened_at)
        if command is not None:
            return command
    return None


def _about(situation: Situation, incident: Incident, age: timedelta) -> Any | None:
    if incident.owner_id is None:
        return TakeIncident(incident.id) if age >= READS else None
    if incident.verified_at is None:
        return VerifyIncident(incident.id) if age >= LOOKS else None
    kind, count = SENT.get(incident.category, ("", 0))
    if not count or incident.priority is Priority.P4:
        return CloseIncident(incident.id, Disposition.RESOLVED) if age >= TELLS else None
    if not situation.assignments(incident.id):
        units = tuple(unit.id for unit in _free(situation, kind))[:count]
        return OrderUnits(incident.id, units, "merapat") if units and age >= THINKS else None
    if incident.first_on_scene_at is not None and not situation.on_it(incident.id):
        return CloseIncident(incident.id, Disposition.RESOLVED)
    return None


def _free(situation: Situation, kind: str) -> Iterator[Unit]:
    """Own units before those that have to be asked."""
    units = [unit for unit in situation.all("unit") if unit.kind == kind]
    ours = {agency.id for agency in situation.all("agency") if agency.orderable}
    for unit in sorted(units, key=lambda one: (one.agency_id not in ours, one.call_sign)):
        busy = situation.active_assignment(unit.id) is not None
        if unit.status is UnitStatus.AVAILABLE and not busy:
            yield unit


class ScriptedOperator:
    """One workstation. `stop` once; `done` counts what it did, `refused` what the room would not
    have because somebody was first."""

    def __init__(
        self, url: str, clock: Clock, number: int, of: int, password: str | None = None
    ) -> None:
        self.done = self.refused = 0
        self._number, self._of = number, of
        self._clock = clock
        plan = RoomPlan(RoomKind.EXERCISE)
        self._room = open_room(url, clock, plan, password=password, pages=False)
        self._act = replace(self._room.act, workstation=f"meja-{number + 1}")
        self._situation = Situation()
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._run, name=f"meja-{number + 1}", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._over.set()
        self._thread.join()
        self._room.close()

    def _run(self) -> None:
        asked: Future[Outcome] | None = None
        while not self._over.wait(TURN_S):
            if asked is not None and asked.done():
                self._count(asked)
                asked = None
            for stored in self._room.database.history.entries(self._situation.seq):
                self._situation.apply(stored)
            if asked is None:
                now = self._clock.now()
                command = next_command(self._situation, now, self._number, self._of)
                if command is not None:
                    asked = self._room.lane.submit(command, act=self._act)

    def _count(self, asked: Future[Outcome]) -> None:
        error = asked.exception()
        if error is None:
            self.done += 1
        elif isinstance(error, OperatorError):
            self.refused += 1
        else:
            log.error("a scripted operator met a bug", exc_info=error)
