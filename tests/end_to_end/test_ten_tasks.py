"""The ten commonest tasks need no mouse, and few keys."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from command_center.bootstrap.desk import open_desk
from command_center.bootstrap.panels import PANELS
from command_center.bootstrap.picture import Picture
from command_center.bootstrap.room import OpenedRoom, RoomPlan, open_room
from command_center.commands.intake import ReceiveReport
from command_center.commands.room import ConnectSource, RegisterUnit
from command_center.domain.incident import Disposition, IncidentStatus, Priority
from command_center.domain.room import SourceKind
from command_center.domain.unit import UnitStatus
from command_center.runtime.clock import LiveClock
from tests.end_to_end.ten_tasks import Hands, Round

WAIT_S = 10.0
MOST_KEYS = {
    "call": 9, "take": 2, "verify": 1, "order_first": 1, "note": 2, "order_named": 15,
    "acknowledge": 12, "on_scene": 12, "merge": 2, "close": 2,
}  # fmt: skip


def fill(room: OpenedRoom) -> None:
    """Two units and two reports that nobody has looked at."""
    connect = ConnectSource("jmp", "Jogo Malang Presisi", "", False, SourceKind.PUSH)
    room.lane.submit(connect, act=room.console).result(WAIT_S)
    for sign in ("SAMAPTA 12", "SAMAPTA 14"):
        unit = RegisterUnit(sign, "samapta", home="Klojen", status=UnitStatus.AVAILABLE)
        room.lane.submit(unit, act=room.system).result(WAIT_S)
    for at, text in enumerate(("Pohon tumbang di jalan", "Lampu jalan padam")):
        report = ReceiveReport("jmp", f"r{at}", "lainnya", text, lat=-7.98, lon=112.63 + at / 50,
                               priority=Priority.P2)  # fmt: skip
        room.lane.submit(report, act=room.system).result(WAIT_S)


@pytest.fixture
def hands(qapp: QApplication, tmp_path: Path) -> Iterator[Hands]:
    room = open_room(f"sqlite:///{tmp_path / 'room.db'}", LiveClock(), RoomPlan())
    fill(room)
    picture = Picture(None, 0.0, 1600, 900, None, None)
    desk = open_desk(room, "test", picture, PANELS, with_duty=False)
    desk.window.start()
    assert QTest.qWaitForWindowActive(desk.window)
    hands = Hands(desk)
    yield hands
    hands.stop()
    desk.window.close()
    desk.close()
    room.close()
    desk.window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.mark.long
def test_the_ten_commonest_tasks_are_done_by_keys_alone(hands: Hands) -> None:
    first = min(hands.situation.open_incidents(), key=lambda i: i.opened_at)
    done = Round(hands, "samapta14").run(first, oldest=True)
    assert {one.task: one.keys for one in done} == MOST_KEYS
    assert all(one.saved_s > 0 and one.painted_s > 0 for one in done)
    ended = hands.incident(first.id)
    assert (ended.status, ended.disposition) == (IncidentStatus.CLOSED, Disposition.RESOLVED)
    assert ended.owner_id == hands.seat.act.actor
    assert ended.first_order_at is not None
    merged = [i for i in hands.situation.all("incident") if i.status is IncidentStatus.MERGED]
    assert [incident.category for incident in merged] == ["curanmor"]
    kinds = [stored.entry.kind for stored in hands.desk.room.database.history.entries()]
    for kind in ("call.entered", "incident.taken", "incident.verified", "order.acknowledged",
                 "unit.status", "note.added", "incident.merged", "incident.closed"):  # fmt: skip
        assert kinds.count(kind) == 1, kind
    assert kinds.count("units.ordered") == 2
