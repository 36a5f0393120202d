"""Another workstation of an exercise that runs elsewhere: the same room, and its time."""

from __future__ import annotations

import logging
import threading
from dataclasses import dataclass, replace
from datetime import datetime

from command_center.bootstrap.room import OpenedRoom, RoomPlan, open_room
from command_center.commands.exercise import PACE
from command_center.domain.errors import OperatorError
from command_center.domain.log import StoredEntry
from command_center.domain.room import RoomKind
from command_center.ports import History
from command_center.runtime.clock import SteeredClock
from command_center.storage.database import open_database

log = logging.getLogger(__name__)
LOOK_S = 0.3
NAME_LONGEST = 40


class JoinedClock:
    """`ports.Clock`: on from the last entry at the director's pace, never behind what was stored.
    `hear` on the thread that reads the log."""

    def __init__(self, at: datetime) -> None:
        self.seq = 0
        self._clock = SteeredClock(at)

    def now(self) -> datetime:
        return self._clock.now()

    @property
    def speed(self) -> float:
        return self._clock.speed

    def hear(self, stored: StoredEntry) -> None:
        entry = stored.entry
        at = datetime.fromisoformat(entry.recorded_at)
        self.seq = stored.seq
        if entry.kind == PACE:
            told = entry.inputs.get("result", {})
            self._clock.put(at)
            self._clock.steer(float(told.get("speed", 0.0)))
        elif at > self._clock.now():
            self._clock.put(at)


class ClockFollower:
    """Reads the log for its clock, on a thread of its own."""

    def __init__(self, history: History, clock: JoinedClock) -> None:
        self._history = history
        self._clock = clock
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._run, name="exercise-clock", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self, timeout_s: float = 10.0) -> None:
        self._over.set()
        self._thread.join(timeout_s)

    def _run(self) -> None:
        lost = False
        while not self._over.wait(LOOK_S):
            try:
                for stored in self._history.entries(self._clock.seq):
                    self._clock.hear(stored)
            except OperatorError as error:
                if not lost:
                    log.warning("the exercise's clock is not heard: %s", error.code)
                lost = True
            else:
                lost = False


@dataclass(slots=True)
class Joined:
    """`close` once."""

    room: OpenedRoom
    clock: JoinedClock
    follower: ClockFollower

    def close(self) -> None:
        self.follower.stop()
        self.room.close()


def join_exercise(url: str, seat: str = "", password: str | None = None) -> Joined:
    """OperatorError where no exercise runs in that database. `seat` tells this workstation from
    others on the same machine."""
    clock = _clock_of(url, password)
    room = open_room(url, clock, RoomPlan(RoomKind.EXERCISE), password=password, pages=False)
    if seat:
        room.act = replace(room.act, workstation=seat[:NAME_LONGEST])
    follower = ClockFollower(room.database.history, clock)
    follower.start()
    return Joined(room, clock, follower)


def _clock_of(url: str, password: str | None) -> JoinedClock:
    """As the log stands. A room of its own is never founded here."""
    database = open_database(url, migrate=False, password=password, pages=False, only_reads=True)
    try:
        clock: JoinedClock | None = None
        for stored in database.history.entries():
            at = datetime.fromisoformat(stored.entry.recorded_at)
            clock = clock or JoinedClock(at)
            clock.hear(stored)
    finally:
        database.close()
    if clock is None:
        raise OperatorError("exercise_not_running")
    return clock
