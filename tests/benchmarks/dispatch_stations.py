"""The workstations of a simulated room: who holds the lease of the clockwork, when nobody does."""

from __future__ import annotations

from concurrent.futures import Future
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from command_center.bootstrap.lease import HOLD_S, NAME, RENEW_S
from command_center.bootstrap.room import OpenedRoom
from command_center.domain.targets import Targets
from command_center.duty.alarms import DutyRoster
from command_center.duty.clockwork import Clockwork
from command_center.ports import Act, Outcome
from command_center.situation.situation import Situation

STATIONS, WAIT_S = 3, 30.0
LONG_AGO = datetime.min.replace(tzinfo=UTC)
TARGETS = Targets()
ROSTER = DutyRoster((), lambda lat, lon: None, lambda code: None)


class AtOnce:
    """An executor that waits: the bench turns the clock, so nothing may lag behind it."""

    def __init__(self, room: OpenedRoom) -> None:
        self._room = room

    def submit(
        self, command: Any, *, act: Act | None = None, op_id: str | None = None
    ) -> Future[Outcome]:
        future = self._room.lane.submit(command, act=act, op_id=op_id)
        future.exception(WAIT_S)
        return future


@dataclass(slots=True)
class Station:
    """One workstation; `renewed` = when it last asked for the lease."""

    name: str
    clockwork: Clockwork
    alive: bool = True
    renewed: datetime = LONG_AGO


class Duty:
    """Who does the clockwork, by the room's own lease. `gaps` = (from, to) in which nobody did."""

    def __init__(self, room: OpenedRoom) -> None:
        self._room = room
        self._stations = [Station(f"meja-{n}", self._made()) for n in range(STATIONS)]
        self.holder: Station | None = None
        self.changes = 0
        self.gaps: list[tuple[datetime, datetime]] = []
        self._since: datetime | None = None

    def _made(self) -> Clockwork:
        made = Clockwork(AtOnce(self._room), self._room.system, ROSTER)
        made.on_duty = False
        return made

    def tick(self, situation: Situation, now: datetime) -> None:
        """Whoever is alive asks for the lease when it is time to, and looks at the room."""
        first = [self.holder] if self.holder is not None else []
        for station in (*first, *(one for one in self._stations if one is not self.holder)):
            due = (now - station.renewed).total_seconds() >= RENEW_S
            if station.alive and due:
                station.renewed = now
                self._ask(station, now)
        for station in self._stations:
            if station.alive:
                station.clockwork.tick(situation, now)
        if self.holder is None and self._since is None:
            self._since = now

    def _ask(self, station: Station, now: datetime) -> None:
        leases = self._room.database.leases
        station.clockwork.on_duty = leases.take(NAME, station.name, now, HOLD_S)
        if station.clockwork.on_duty and station is not self.holder:
            self.holder = station
            self.changes += 1
            if self._since is not None:
                self.gaps.append((self._since, now))
                self._since = None

    def die(self, now: datetime, renewed_s: float = 0.0) -> Station | None:
        """Whoever holds it is gone, and says nothing; it had asked for the lease last so many
        seconds before, as it does whether anything happens or not."""
        gone, self.holder = self.holder, None
        if gone is not None:
            asked = now - timedelta(seconds=renewed_s)
            self._room.database.leases.take(NAME, gone.name, asked, HOLD_S)
            gone.alive, gone.clockwork.on_duty = False, False
            self._since = now
        return gone

    def close(self, now: datetime) -> Station | None:
        """Whoever holds it is closed and gives it back."""
        gone = self.die(now)
        if gone is not None:
            self._room.database.leases.release(NAME, gone.name)
        return gone

    def come_back(self, station: Station) -> None:
        station.alive, station.clockwork = True, self._made()
