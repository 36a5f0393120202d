"""The intake of a room without a window: what a server runs day and night."""

from __future__ import annotations

import logging
import queue
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import timedelta

from command_center.bootstrap.gateway import PARTS, Intake
from command_center.bootstrap.gateway_server import GatewayPart, gateway_part
from command_center.bootstrap.room import OpenedRoom, RoomPlan, open_room
from command_center.bootstrap.version_teller import VersionTeller
from command_center.connectors.gateway.server import Listen
from command_center.domain.errors import OperatorError
from command_center.domain.log import StoredEntry
from command_center.runtime.clock import LiveClock
from command_center.situation.fold import OutOfStep
from command_center.situation.situation import Situation, Touched
from command_center.storage.link import SQLITE
from command_center.storage.people import SqlPeople

log = logging.getLogger(__name__)
KEEP_CLOSED = timedelta(hours=24)
LOOK_S, RENEW_S, AGAIN_S, RELOAD_S = 0.5, 6 * 3600.0, 60.0, 2.0


def serve_intake(
    url: str,
    password: str | None,
    listen: Listen | None,
    say: Callable[[str], None],
    over: threading.Event,
) -> None:
    """Do the intake of the live room in `url`, whenever no other machine does, until `over` is
    set. OperatorError: the database cannot be used."""
    room = open_room(url, LiveClock(), RoomPlan(), password=password)
    try:
        follower = Follower(room)

        def gateway(opened: OpenedRoom) -> GatewayPart:
            return gateway_part(opened, listen)

        makers = tuple(gateway if make is gateway_part else make for make in PARTS)
        intake = Intake(room, makers)
        machine, version = _Machine(room), VersionTeller(room)
        try:
            intake.start()
            said = ""
            while not over.is_set():
                machine.renew()
                version.look()
                follower.look(intake, LOOK_S)
                said = _tell(intake, say, said)
        finally:
            intake.stop()
            follower.close()
            machine.close()
    finally:
        room.close()


def _tell(intake: Intake, say: Callable[[str], None], said: str) -> str:
    """One line when the work begins here or ends."""
    if not intake.parts and not intake.elsewhere:
        return said
    served = [part.url for part in intake.parts if isinstance(part, GatewayPart)]
    text = "another machine does the intake"
    if intake.parts:
        text = f"intake at work; {(served and served[0]) or 'no gateway'}"
    if text != said:
        say(text)
    return text


# Not SimpleQueue: where a signal is answered past the end of its wait (CPython 3.11), it waits for
# ever, and the main thread is the one that is told to end.
_News = queue.Queue[Sequence[StoredEntry] | None]


class Follower:
    """The room's situation, kept up by the thread that calls `look`."""

    def __init__(self, room: OpenedRoom) -> None:
        self._room = room
        self._feed = room.database.feed
        self._news = _News()
        self.situation = Situation()
        self._loaded = False

    def look(self, intake: Intake, wait_s: float) -> None:
        """Fold what came and let the intake hear of it; waits for news, but not longer."""
        if not self._loaded:
            self._load(intake, wait_s)
            return
        try:
            entries = self._news.get(timeout=wait_s)
        except queue.Empty:
            intake.follow(self.situation)
            return
        touched = Touched()
        try:
            for stored in entries or ():
                touched.merge(self.situation.apply(stored))
        except OutOfStep:
            entries = None
        if entries is None:
            self._loaded = False
        else:
            intake.follow(self.situation, touched)

    def close(self) -> None:
        self._feed.stop()

    def _load(self, intake: Intake, wait_s: float) -> None:
        self._feed.stop()
        self._news = _News()
        try:
            since = self._room.clock.now() - KEEP_CLOSED
            touched = self.situation.load(self._feed.snapshot(since))
        except OperatorError as error:
            log.info("the intake waits for the database: %s", error.code)
            time.sleep(min(wait_s, RELOAD_S))
            return
        self._feed.on_broken = lambda _seq: self._news.put(None)
        self._feed.start(self.situation.seq, self._news.put)
        self._loaded = True
        intake.follow(self.situation, touched)


class _Machine:
    """The program's own session at a server; a room in a file needs none."""

    def __init__(self, room: OpenedRoom) -> None:
        self._room = room
        engine = room.database.engine
        at_server = engine.dialect.name != SQLITE.name
        self._people = SqlPeople(engine, room.clock) if at_server else None
        self._due = 0.0

    def renew(self) -> None:
        if self._people is None or time.monotonic() < self._due:
            return
        self._due = time.monotonic() + AGAIN_S
        with suppress(OperatorError):
            session = self._people.open_machine(self._room.system.workstation)
            self._room.database.storage.use(session, machine=True)
            self._due = time.monotonic() + RENEW_S

    def close(self) -> None:
        if self._people is not None:
            self._people.close()
