"""The way into a live room, and the program's own session at a server."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta
from functools import partial

from command_center.bootstrap.people import Building, FrontDoor
from command_center.bootstrap.remembered import Memory
from command_center.bootstrap.room import OpenedRoom
from command_center.domain.errors import OperatorError
from command_center.ports import LinkState, Session
from command_center.runtime.files import unspoken
from command_center.runtime.paths import data_dir
from command_center.situation.situation import Situation
from command_center.storage.link import SQLITE
from command_center.storage.people import SqlPeople
from command_center.storage.roles import workstation_of
from command_center.ui.seat import Seat

log = logging.getLogger(__name__)
RENEW_AFTER = timedelta(hours=6)
TRY_AGAIN = timedelta(minutes=1)
NOTE_TIME = timedelta(minutes=10)


class Entrance:
    """The door of a room, and the session that clockwork and connectors write in, on a server:
    asked for at once, which waits, and again long before it ends. A room in a file needs none."""

    def __init__(self, room: OpenedRoom, situation: Situation) -> None:
        self._room = room
        self._people = SqlPeople(room.database.engine, room.clock)
        self._machine = room.database.engine.dialect.name != SQLITE.name
        self._due = room.clock.now()
        self._asking = False
        building = _building(room, self._people, situation)
        self._memory, self._noted = building.memory, room.clock.now()
        self.door = FrontDoor(building)
        if self._machine:
            try:
                self._taken(self._ask())
            except OperatorError as error:
                self._failed(error)

    def tick(self, seat: Seat, now: datetime) -> None:
        """On the GUI thread, which does not wait for it."""
        if now >= self._noted:
            self._noted = now + NOTE_TIME
            seat.tasks.run(self._memory.note_time, _nothing, _unkept)
        if self._machine and not self._asking and now >= self._due:
            self._asking = True
            seat.tasks.run(self._ask, self._taken, self._failed)

    def close(self) -> None:
        self._people.close()

    def _ask(self) -> Session:
        return self._people.open_machine(self._room.system.workstation)

    def _taken(self, session: Session) -> None:
        self._room.database.storage.use(session, machine=True)
        self._asking, self._due = False, self._room.clock.now() + RENEW_AFTER

    def _failed(self, error: OperatorError) -> None:
        log.info("no session for the program itself: %s", error.code)
        self._asking, self._due = False, self._room.clock.now() + TRY_AGAIN


def _building(room: OpenedRoom, people: SqlPeople, situation: Situation) -> Building:
    database = room.database
    name = unspoken(room.room.id)
    return Building(
        people=people,
        executor=room.lane,
        clock=room.clock,
        seat=room.act,
        system=room.system,
        console=room.console,
        memory=Memory(data_dir() / "people" / f"{name}.json", room.clock),
        use=database.storage.use,
        drop=database.storage.drop,
        name_of=partial(_name_of, situation),
        reachable=lambda: database.doctor.connection.state is not LinkState.OFFLINE,
        owned=workstation_of(database.engine.url.username) is None,
    )


def _nothing(_: None) -> None:
    """It is noted."""


def _unkept(error: OperatorError) -> None:
    log.info("the time is not noted: %s", error.code)


def _name_of(situation: Situation, staff_id: str) -> str:
    staff = situation.staff(staff_id)
    return staff.name if staff else ""
