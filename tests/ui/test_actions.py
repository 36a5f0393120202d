"""Every action of the table is walked: it runs and leaves something, or it says why not."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QListWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from command_center.commands.alarms import AcknowledgeAlarm
from command_center.commands.dispatch import AcknowledgeOrder, ReleaseUnit, SetUnitStatus
from command_center.commands.triage import SetPriority, TakeIncident, UnmergeIncident
from command_center.commands.undo import UNDOABLE, Undo
from command_center.domain.errors import Conflict
from command_center.domain.incident import Disposition, IncidentLink, IncidentStatus, Priority
from command_center.domain.permissions import allowed
from command_center.domain.room import AlarmType, Role, RoomKind
from command_center.domain.unit import (
    CloseReason,
    OrderStatus,
    OrderTask,
    TaskKind,
    UnitStatus,
    WelfareCheck,
    WelfareStep,
)
from command_center.ui.actions import incident as incidents
from command_center.ui.actions.action import Action, Group
from command_center.ui.actions.buttons import action_button
from command_center.ui.actions.exercise import EXERCISE_ACTIONS
from command_center.ui.actions.keys import KeyBindings
from command_center.ui.actions.menus import ActionMenu
from command_center.ui.actions.table import ACTIONS
from command_center.ui.detail.conflict_card import INSIST_KEY, OTHER_KEY, YIELD_KEY
from command_center.ui.detail.takeover_card import GIVE_KEY, KEEP_KEY, WITHDRAW_KEY
from command_center.ui.sentences import SENTENCES, sentence
from tests.ui.call_rows import CALL_SETTINGS
from tests.ui.conftest import MakeDesk
from tests.ui.doors import signed_in_desk
from tests.ui.radio_rows import RADIO_SETTINGS
from tests.ui.referral_rows import INCIDENT, referral
from tests.ui.scene import NOW, alarm, assignment, picture_rows
from tests.ui.seats import Desk

ALL = list(ACTIONS.values())


def select(desk: Desk, incident: str | None = None, unit: str | None = None) -> None:
    desk.seat.selection.select_incident(incident)
    desk.seat.selection.select_unit(unit)


def a_closed_one(desk: Desk) -> None:
    select(desk, "incident-139")


def merged_into_147(desk: Desk) -> None:
    row = desk.row("incident", "incident-148")
    desk.change(row, status=IncidentStatus.MERGED, merged_into="incident-147")
    desk.settle()
    select(desk, "incident-147")


def camera_and_incident(desk: Desk) -> None:
    select(desk, "incident-147")
    desk.seat.selection.select_camera("camera-14")


def an_outage(desk: Desk) -> None:
    desk.add(alarm("outage", AlarmType.CAMERA_OUTAGE, 3, 60, host="cctv", owner="Diskominfo"))
    desk.settle()


def a_restored_room(desk: Desk) -> None:
    room = desk.seat.situation.room
    assert room is not None
    desk.change(room, restored_at=NOW)
    desk.settle()


def an_answerable_source(desk: Desk) -> None:
    select(desk, "incident-147")
    (report, *_) = desk.seat.situation.reports("incident-147")
    desk.change(desk.row("source", report.source_id), reply_url="http://127.0.0.1:9")
    desk.settle()


def an_open_referral(desk: Desk) -> None:
    select(desk, INCIDENT)
    desk.add(referral("open"))
    desk.settle()


def a_linked_one(desk: Desk) -> None:
    select(desk, "incident-147")
    desk.add(IncidentLink("link-1", 1, "incident-146", "incident-147", NOW, "staff-rs", None))
    desk.settle()


def two_at_one_place(desk: Desk) -> None:
    for id in ("incident-147", "incident-148"):
        desk.change(desk.row("incident", id), address="Jl. Bantaran 12", area_code="35.73.01.1001")
    desk.settle()
    select(desk, "incident-147")


def something_to_hear(desk: Desk) -> None:
    held = "assignment-unit-lantas-03"
    desk.add(OrderTask("t", 1, held, TaskKind.ADDRESS, "Jl. Ijen", NOW, "staff-rs", None, None))
    desk.settle()
    select(desk, unit="unit-lantas-03")


def robbed(desk: Desk) -> None:
    for n in range(3):
        row = assignment("unit-brimob-a", "incident-148", OrderStatus.ACCEPTED, 90 - n)
        ended: dict[str, Any] = {"closed_at": NOW, "close_reason": CloseReason.SUPERSEDED}
        desk.add(replace(row, id=f"pulled-{n}", **ended))
    desk.settle()
    select(desk, "incident-148")


def a_silent_unit(desk: Desk) -> None:
    step, id = WelfareStep.RADIO, "unit-lantas-07"
    desk.add(WelfareCheck("w", 1, id, step, False, NOW, NOW, "staff-rs", None, None, None))
    desk.settle()
    select(desk, unit=id)


# What has to be selected for an action to be possible, where an unowned report will not do.
SETTINGS: dict[str, Callable[[Desk], None]] = {
    "incident.next": lambda desk: select(desk, "incident-147"),
    "incident.reopen": a_closed_one,
    "incident.takeover": lambda desk: select(desk, "incident-146"),
    "incident.unmerge": merged_into_147,
    "incident.unlink": a_linked_one,
    "incident.here": two_at_one_place,
    "incident.snapshot": camera_and_incident,
    "wall.record": camera_and_incident,
    "incident.reply": an_answerable_source,
    "incident.answer": an_open_referral,
    "alarm.report": an_outage,
    "alarm.restored": a_restored_room,
    **CALL_SETTINGS,
    **RADIO_SETTINGS,
    "unit.acknowledge": lambda desk: select(desk, unit="unit-lantas-03"),
    "unit.release": lambda desk: select(desk, unit="unit-lantas-03"),
    "unit.call_off": lambda desk: select(desk, unit="unit-lantas-03"),
    "incident.raise": robbed,
    "incident.stay": robbed,
    "incident.call_off": lambda desk: select(desk, "incident-147"),
    "unit.repeat": lambda desk: select(desk, unit="unit-lantas-03"),
    "unit.heard": something_to_hear,
    "unit.welfare_well": a_silent_unit,
    "unit.welfare_helped": a_silent_unit,
    "unit.welfare_mistaken": a_silent_unit,
    "unit.welfare_hurt": a_silent_unit,
    "unit.welfare_give_up": a_silent_unit,
    "unit.unavailable": lambda desk: select(desk, unit="unit-samapta-14"),
    "incident.p2": lambda desk: select(desk, "incident-147"),
    "unit.available": lambda desk: select(desk, unit="unit-lantas-07"),
}


def prepare(desk: Desk, action: Action) -> None:
    select(desk, "incident-148", "unit-samapta-14")
    if action.group is Group.WALL:
        desk.seat.selection.select_camera("camera-14")
    if action.id in SETTINGS:
        SETTINGS[action.id](desk)


class Footprints:
    """Everything an action may leave behind."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.asked: list[tuple[str, Any]] = []
        self.other: list[str] = []
        seat = desk.seat
        seat.asking.asked.connect(lambda id, subject: self.asked.append((id, subject)))
        seat.theme.changed.connect(lambda: self.other.append("theme"))
        seat.selection.incident_changed.connect(lambda id: self.other.append("selection"))

    def found(self) -> bool:
        left = (self.desk.commands, self.asked, self.other, self.desk.notices)
        return any(left)


@pytest.mark.parametrize("action", ALL, ids=lambda action: action.id)
def test_every_action_runs_when_its_subject_is_there(new_desk: MakeDesk, action: Action) -> None:
    roles = (Role.OPERATOR, Role.SHIFT_LEAD, Role.ADMINISTRATOR)
    desk = new_desk(role=next(role for role in roles if allowed(role, action.permission)))
    if action.group is Group.SESSION:
        desk = signed_in_desk(new_desk, "staff-it", Role.ADMINISTRATOR)
    if action in EXERCISE_ACTIONS:
        desk = new_desk(rows=picture_rows(RoomKind.EXERCISE), room_kind=RoomKind.EXERCISE)
    prepare(desk, action)
    assert action.reason(desk.seat) is None
    prints = Footprints(desk)
    action.perform(desk.seat)
    desk.settle()
    assert prints.found()
    if action.id == "incident.snapshot":  # no camera plays at this desk: that is the sentence
        assert [notice.code for notice in desk.notices] == ["camera_has_no_picture"]
    else:
        assert not any(notice.error for notice in desk.notices)


@pytest.mark.parametrize("action", ALL, ids=lambda action: action.id)
def test_every_action_without_a_subject_gives_its_reason(desk: Desk, action: Action) -> None:
    select(desk)
    reason = action.reason(desk.seat)
    if reason is None:
        assert action.group is not Group.UNIT
        return
    assert reason in SENTENCES
    action.perform(desk.seat)
    desk.settle()
    assert desk.commands == []
    assert [(notice.code, notice.error) for notice in desk.notices] == [(reason, True)]


@pytest.mark.parametrize("action", ALL, ids=lambda action: action.id)
def test_an_observer_changes_nothing(new_desk: MakeDesk, action: Action) -> None:
    desk = new_desk(role=Role.OBSERVER)
    prepare(desk, action)
    action.perform(desk.seat)
    desk.settle()
    assert desk.commands == []
    if action.group is Group.UNIT:
        assert [notice.code for notice in desk.notices] == ["not_allowed"]


def test_no_key_stands_for_two_actions() -> None:
    keys = [action.key for action in ALL if action.key]
    assert len(keys) == len(set(keys))
    assert all(action.key for action in ALL)


def test_no_key_of_a_card_is_an_actions() -> None:
    cards = (GIVE_KEY, KEEP_KEY, WITHDRAW_KEY, INSIST_KEY, OTHER_KEY, YIELD_KEY)
    assert len(set(cards)) == len(cards)
    assert {action.key for action in ALL}.isdisjoint(cards)


def test_actions_submit_what_they_say(desk: Desk) -> None:
    for id in ("incident.take", "incident.p1", "unit.on_scene", "alarm.answer"):
        prepare(desk, ACTIONS[id])
        ACTIONS[id].perform(desk.seat)
    SETTINGS["incident.unmerge"](desk)
    ACTIONS["incident.unmerge"].perform(desk.seat)
    select(desk, unit="unit-lantas-03")
    ACTIONS["unit.acknowledge"].perform(desk.seat)
    ACTIONS["unit.release"].perform(desk.seat)
    assert desk.commands == [
        TakeIncident("incident-148"),
        SetPriority("incident-148", Priority.P1, Priority.P2),
        SetUnitStatus("unit-samapta-14", UnitStatus.ON_SCENE, holder=""),
        AcknowledgeAlarm("alarm-1"),
        UnmergeIncident("incident-148", "incident-147"),
        AcknowledgeOrder("unit-lantas-03", "assignment-unit-lantas-03"),
        ReleaseUnit("unit-lantas-03", "assignment-unit-lantas-03"),
    ]


def test_what_was_done_is_offered_for_undo(desk: Desk) -> None:
    desk.recorder.result = {"order_id": "order-9", "note_id": "note-9"}
    seat = desk.seat
    incidents.take(seat, "incident-148")
    incidents.order(seat, "incident-148", ("unit-samapta-14",), "Merapat.")
    incidents.add_note(seat, "incident-148", "Sudah dicek.")
    incidents.close(seat, "incident-148", Disposition.RESOLVED)
    incidents.merge(seat, "incident-147", "incident-148")
    desk.settle()
    assert [notice.undo for notice in desk.notices] == [
        Undo("incident", "incident-148", "op-1"),
        Undo("dispatch_order", "order-9", "op-2"),
        Undo("note", "note-9", "op-3"),
        Undo("incident", "incident-148", "op-4"),
        Undo("incident", "incident-148", "op-5"),
    ]
    assert {notice.code for notice in desk.notices} <= UNDOABLE
    said = sentence(desk.notices[1].code, desk.notices[1].params)
    assert said == "SAMAPTA 14 diperintah ke #0148."


def test_a_refusal_names_who_was_first(desk: Desk) -> None:
    desk.recorder.error = Conflict("incident", "incident-148", by="staff-dw")
    incidents.take(desk.seat, "incident-148")
    desk.settle()
    (notice,) = desk.notices
    assert notice.error
    assert "Bripka Dewi W." in sentence(notice.code, notice.params, desk.seat.situation)


def test_next_is_the_most_urgent_that_waits_longest(desk: Desk) -> None:
    ACTIONS["incident.next"].perform(desk.seat)
    assert desk.seat.selection.incident_id == "incident-148"


def test_a_button_shows_the_key_and_follows_the_seat(desk: Desk, qtbot: QtBot) -> None:
    button = action_button(desk.seat, "incident.take")
    qtbot.addWidget(button)
    assert (button.text(), button.key, button.isEnabled()) == ("Ambil", "A", False)
    assert button.toolTip() == sentence("select_incident", {})
    select(desk, "incident-148")
    assert button.isEnabled()
    desk.change(desk.row("incident", "incident-148"), owner_id="staff-dw")
    desk.settle()
    assert not button.isEnabled()
    assert button.toolTip() == sentence("incident_has_owner", {})


def test_a_menu_has_every_action_of_its_group_greyed_with_the_reason(
    desk: Desk, qtbot: QtBot
) -> None:
    menu = ActionMenu(desk.seat, Group.UNIT)
    qtbot.addWidget(menu)
    assert menu.actions()[0].text() == "Perintah diterima\tCtrl+Shift+T"
    assert not any(item.isEnabled() for item in menu.actions())
    select(desk, unit="unit-samapta-14")
    menu.refresh()
    assert sum(item.isEnabled() for item in menu.actions()) == 9


class Typing(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.field, self.list = QLineEdit(), QListWidget()
        layout = QVBoxLayout(self)
        layout.addWidget(self.field)
        layout.addWidget(self.list)


def test_keys_run_actions_but_not_while_somebody_types(desk: Desk, qtbot: QtBot) -> None:
    window = Typing()
    qtbot.addWidget(window)
    bindings = KeyBindings(desk.seat, window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    select(desk, "incident-148")
    window.list.setFocus()
    QTest.keyClick(window.list, Qt.Key.Key_A)
    assert desk.commands == [TakeIncident("incident-148")]
    window.field.setFocus()
    QTest.keyClicks(window.field, "a1")
    assert window.field.text() == "a1"
    assert not bindings.shortcuts["incident.order"].isEnabled()
    assert len(desk.commands) == 1


def test_every_log_kind_an_action_makes_has_a_sentence() -> None:
    assert SENTENCES.keys() >= UNDOABLE
