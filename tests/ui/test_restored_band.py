"""The red band of a room that came from a backup."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from pytestqt.qtbot import QtBot

from command_center.commands.restore import ConfirmRestored
from command_center.domain.permissions import allowed
from command_center.domain.room import Alarm, AlarmType, Role
from command_center.ports import Health
from command_center.ui.actions.restored import CONFIRM
from command_center.ui.actions.table import ACTIONS
from command_center.ui.alarms.summary import alarm_text
from command_center.ui.health.panel import HealthPanel
from command_center.ui.restored_band import RestoredBand
from tests.ui.conftest import MakeDesk
from tests.ui.scene import NOW
from tests.ui.seats import Desk

BACKUP_AT = datetime(2026, 11, 20, 6, 30, tzinfo=UTC)


def restored_alarm() -> Alarm:
    params = {"backup_at": BACKUP_AT.isoformat(), "cause": "database_corrupt"}
    kind = AlarmType.DATABASE_RESTORED
    return Alarm("a-restored", 1, kind, 1, "room", "room", params, NOW, None, None, None)


def restore(desk: Desk) -> None:
    room = desk.seat.situation.room
    assert room is not None
    desk.change(room, restored_at=NOW)
    desk.add(restored_alarm())
    desk.settle()


def test_a_room_that_is_well_shows_nothing(qtbot: QtBot, desk: Desk) -> None:
    band = RestoredBand(desk.seat)
    qtbot.addWidget(band)
    assert band.isHidden()


def test_a_restored_room_says_what_it_stands_at_and_how_to_go_on(
    qtbot: QtBot, new_desk: MakeDesk
) -> None:
    desk = new_desk(role=Role.SHIFT_LEAD)
    band = RestoredBand(desk.seat)
    qtbot.addWidget(band)
    assert ACTIONS[CONFIRM].reason(desk.seat) == "room_not_restored"
    restore(desk)
    assert not band.isHidden()
    assert "20-11 13:30" in band.words.text()
    assert "20-11 13:30" in alarm_text(restored_alarm(), desk.seat)
    ACTIONS[CONFIRM].perform(desk.seat)
    assert desk.commands == [ConfirmRestored()]
    room = desk.seat.situation.room
    assert room is not None
    desk.change(desk.row("room", room.id), restored_at=None)
    desk.settle()
    assert band.isHidden()


@pytest.mark.parametrize("role", list(Role))
def test_only_a_shift_lead_may_confirm(role: Role) -> None:
    assert allowed(role, ACTIONS[CONFIRM].permission) is (role is Role.SHIFT_LEAD)


@pytest.mark.parametrize(
    ("code", "words"), [("backup_ok", "sudah diperiksa"), ("disk_full", "Cakram penuh")]
)
def test_backups_have_a_line_of_health(qtbot: QtBot, desk: Desk, code: str, words: str) -> None:
    panel = HealthPanel(desk.seat)
    qtbot.addWidget(panel)
    state = "ok" if code == "backup_ok" else "down"
    desk.telemetry.put_health(Health("backup", "backup", state, code, {}, NOW, NOW, None))
    desk.tick()
    assert words in panel.rows.accessibleName()
