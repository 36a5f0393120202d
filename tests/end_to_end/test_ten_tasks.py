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
from command_center.bootstrap.room import RoomPlan, open_room
from command_center.domain.incident import Disposition, IncidentStatus
from command_center.runtime.clock import LiveClock
from tests.end_to_end.ten_tasks import Hands, Round, two_waiting

MOST_KEYS = {
    "call": 7, "take": 2, "verify": 1, "order_first": 1, "note": 2, "order_named": 9,
    "acknowledge": 6, "on_scene": 6, "merge": 2, "close": 2,
}  # fmt: skip


@pytest.fixture
def hands(qapp: QApplication, tmp_path: Path) -> Iterator[Hands]:
    room = open_room(f"sqlite:///{tmp_path / 'room.db'}", LiveClock(), RoomPlan())
    two_waiting(room)
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
    done = Round(hands, lambda: "s14").run(first, oldest=True)
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
