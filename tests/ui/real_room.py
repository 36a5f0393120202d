"""A seat over a real room: commands go to the real handlers and come back by the feed."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from command_center.bootstrap.room import OpenedRoom, RoomPlan, open_room
from command_center.commands.intake import ReceiveReport
from command_center.domain.room import Role, RoomKind, Staff
from command_center.ports import Outcome
from command_center.situation.advising.recommender import Recommender, StraightStreets
from command_center.ui.asking import Asking
from command_center.ui.live import Live
from command_center.ui.notices import Notice, Notices
from command_center.ui.person import Person
from command_center.ui.roads.lines import RoadLines
from command_center.ui.seat import Seat
from command_center.ui.selection import Selection
from command_center.ui.tasks import Tasks
from command_center.ui.theme import Theme
from command_center.video.engine import Engine
from command_center.video.onvif.client import CameraControl
from command_center.video.policy import StreamPolicy
from tests.storage.rows import acting
from tests.ui.scene import NOW
from tests.ui.seats import RESOURCES, HandClock

PATIENCE_MS = 10_000


@dataclass
class RealDesk:
    room: OpenedRoom
    seat: Seat
    clock: HandClock
    notices: list[Notice]
    qtbot: QtBot
    reports: int = 0

    def sit(self, role: Role) -> None:
        """From now on somebody of that role sits here."""
        id = f"staff:{role.value}"
        with acting(self.room.database.storage) as work:
            if not work.find(Staff, id=id):
                work.add(Staff(id, 1, id, "XX", role, "meja"))
        person = self.seat.person
        person.act = replace(person.act, actor=id, role=role.value)

    def do(self, command: Any) -> Outcome:
        """Done by the room itself, and seen here."""
        outcome = self.room.lane.submit(command).result(20)
        self.seen(outcome.seq or 0)
        return outcome

    def report(self, text: str = "massa mendorong pagar", **given: Any) -> str:
        """A report from outside; the incident's id."""
        self.reports += 1
        given = {"category": "unjuk_rasa", "external_id": f"r{self.reports}", **given}
        done = self.do(ReceiveReport(source_id="110", text=text, **given))
        return str(done.result["incident_id"])

    def seen(self, seq: int) -> None:
        self.until(lambda: self.seat.situation.seq >= seq)

    def until(self, met: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(met()), timeout=PATIENCE_MS)

    def kinds(self) -> list[str]:
        return [stored.entry.kind for stored in self.room.database.history.entries()]

    def said(self) -> list[str]:
        return [notice.code for notice in self.notices]


@pytest.fixture
def real_desk(tmp_path: Path, qtbot: QtBot) -> Iterator[RealDesk]:
    """The local shift lead's, in a room founded for it."""
    clock, owner = HandClock(NOW), QObject()
    room = open_room(f"sqlite:///{tmp_path / 'room.db'}", clock, RoomPlan())
    pool = ThreadPoolExecutor(1)
    live = Live(room.database.feed, room.watch, clock, owner)
    said: list[Notice] = []
    notices = Notices(owner)
    notices.said.connect(said.append)
    seat = Seat(
        live=live,
        selection=Selection(owner),
        tasks=Tasks(pool, owner),
        executor=room.lane,
        history=room.database.history,
        engine=Engine(StreamPolicy.loopback_only()),
        control=CameraControl(StreamPolicy.loopback_only(), lambda *_: None),
        city=room.city,
        theme=Theme("dark", 1.0, RESOURCES / "theme", owner),
        notices=notices,
        asking=Asking(owner),
        recommender=Recommender(room.city, ZoneInfo(room.city.time_zone), StraightStreets()),
        person=Person(room.act, None, owner),
        zone=ZoneInfo(room.city.time_zone),
        room_kind=RoomKind.LIVE,
        pictures=tmp_path / "pictures",
        settings=tmp_path,
        roads=RoadLines(tmp_path / "roads"),
    )
    live.start()
    yield RealDesk(room, seat, clock, said, qtbot)
    live.stop()
    seat.tasks.stop()
    seat.control.close(5.0)
    seat.engine.close(1.0)
    pool.shutdown(wait=True)
    room.close()
