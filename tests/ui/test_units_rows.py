"""What a row says beside its status: waiting jobs, what is not heard, silence, arrival; one key."""

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from command_center.commands.dispatch import AcknowledgeOrder, SetUnitStatus
from command_center.commands.order_task import HearTask
from command_center.commands.stack import StartStacked
from command_center.commands.unit_words import SetUnitLimits, SetUnitWords
from command_center.domain.errors import OperatorError
from command_center.domain.room import Role, RoomSetting
from command_center.domain.targets import SETTING
from command_center.domain.unit import (
    AssignmentKind,
    OrderStatus,
    OrderTask,
    TaskKind,
    UnitStatus,
    WelfareCheck,
    WelfareStep,
)
from command_center.domain.unit_words import (
    DEFAULT_WORDS,
    LIMITS_SETTING,
    WORDS_SETTING,
    UnitGlyph,
    words_value,
)
from command_center.ports import Position
from command_center.ui.actions.table import ACTIONS
from command_center.ui.units import words
from command_center.ui.units.lines import Grouping, GroupLine, UnitLine
from command_center.ui.units.panel import BoardPanel
from command_center.ui.units.person import kept_grouping
from tests.ui.conftest import MakeDesk
from tests.ui.scene import NOW, ago, assignment, picture_rows, unit
from tests.ui.seats import Desk

SAMAPTA_12, SAMAPTA_14, LANTAS_03 = "unit-samapta-12", "unit-samapta-14", "unit-lantas-03"
LANTAS_07, DAMKAR_02 = "unit-lantas-07", "unit-damkar-02"
READY = UnitStatus.AVAILABLE


@pytest.fixture
def panel(desk: Desk, qtbot: QtBot) -> BoardPanel:
    return shown(desk, qtbot)


def shown(desk: Desk, qtbot: QtBot) -> BoardPanel:
    made = BoardPanel(desk.seat)
    qtbot.addWidget(made)
    made.resize(474, 690)
    made.show()
    desk.settle()
    return made


def line(panel: BoardPanel, unit_id: str) -> UnitLine:
    return panel.model.units[unit_id]


def said(panel: BoardPanel, unit_id: str) -> words.Alert | None:
    return words.alert(line(panel, unit_id), panel.look.now)


def choose(panel: BoardPanel, unit_id: str) -> None:
    row = panel.model.row_of(unit_id)
    assert row is not None
    panel.view.setCurrentIndex(panel.model.index(row))


def task(unit_id: str, kind: TaskKind, age_s: float = 41) -> OrderTask:
    about = f"assignment-{unit_id}"
    return OrderTask(f"task-{kind}", 1, about, kind, "batal", ago(age_s), "staff-rs", None, None)


def waiting(unit_id: str, incident_id: str) -> Any:
    held = assignment(unit_id, incident_id, OrderStatus.ORDERED, 240, AssignmentKind.STACKED)
    return replace(held, id=f"waiting-{unit_id}")


def test_what_was_not_heard_is_red_until_it_is(panel: BoardPanel, desk: Desk) -> None:
    desk.add(task(LANTAS_03, TaskKind.ADDRESS, 5), task(LANTAS_03, TaskKind.CANCEL))
    desk.settle()
    assert said(panel, LANTAS_03) == words.Alert("BATAL belum didengar · 41 dtk", "BATAL", "alarm")
    choose(panel, LANTAS_03)
    QTest.keyClick(panel.view, Qt.Key.Key_Return)
    assert desk.commands == [HearTask(f"task-{TaskKind.CANCEL}")]
    desk.change(task(LANTAS_03, TaskKind.CANCEL), heard_at=NOW, heard_by="staff-rs")
    desk.change(desk.row("order_task", f"task-{TaskKind.ADDRESS}"), heard_at=NOW)
    desk.settle()
    left = said(panel, LANTAS_03)
    unanswered = "#0147 belum dijawab"
    assert left == words.Alert(f"{unanswered} · 41 dtk", "#0147", "diperintah", unanswered)


def test_how_long_nobody_answers_is_counted_from_the_request(panel: BoardPanel, desk: Desk) -> None:
    """An asked unit of another agency keeps the status it had an hour ago."""
    asked = desk.row("assignment", f"assignment-{DAMKAR_02}")
    waits = OrderStatus.ORDERED
    desk.change(asked, status=waits, ordered_at=ago(75), accepted_at=None, en_route_at=None)
    desk.change(desk.row("unit", DAMKAR_02), status=UnitStatus.AVAILABLE, status_since=ago(3_700))
    desk.settle()
    found = said(panel, DAMKAR_02)
    assert found is not None
    assert found.text == "#0145 diminta, belum dijawab · 1 m"
    assert found.middle == "#0145 belum dijawab"


def test_nothing_red_is_hidden_by_a_filter(panel: BoardPanel, desk: Desk) -> None:
    panel.header.filter.setText("reskrim")
    panel.search()
    assert set(panel.model.units) == {"unit-reskrim-02"}
    desk.add(task(LANTAS_03, TaskKind.CANCEL))
    desk.settle()
    assert set(panel.model.units) == {"unit-reskrim-02", LANTAS_03}


def test_waiting_jobs_are_counted_listed_and_begun(panel: BoardPanel, desk: Desk) -> None:
    desk.add(waiting(SAMAPTA_14, "incident-148"))
    desk.settle()
    choose(panel, SAMAPTA_14)
    QTest.keyClick(panel.view, Qt.Key.Key_Space)
    assert [button.text() for button in panel.waiting.buttons] == [
        "#0148 Curanmor di parkir kampus · 4 m"
    ]
    QTest.keyClick(panel.waiting, Qt.Key.Key_1)
    assert desk.commands == [StartStacked(f"waiting-{SAMAPTA_14}", address="Jl. Veteran")]
    assert panel.waiting.isHidden()


def test_a_busy_unit_begins_nothing_that_waits(panel: BoardPanel, desk: Desk) -> None:
    desk.add(waiting(LANTAS_07, "incident-148"))
    desk.settle()
    choose(panel, LANTAS_07)
    QTest.keyClick(panel.view, Qt.Key.Key_Space)
    assert not panel.waiting.buttons[0].isEnabled()
    QTest.keyClick(panel.waiting, Qt.Key.Key_1)
    assert desk.commands == []
    QTest.keyClick(panel.waiting, Qt.Key.Key_Escape)
    assert panel.waiting.isHidden()


def test_a_unit_that_stands_at_its_incident_asks_to_be_confirmed(
    panel: BoardPanel, desk: Desk
) -> None:
    row = desk.row("incident", "incident-147")
    desk.change(row, lat=-7.9545, lon=112.6464, accuracy_m=20.0)
    there = Position(SAMAPTA_12, -7.9546, 112.6465, 10.0, 0.3, None, NOW)
    desk.telemetry.put_positions([there])
    desk.settle()
    desk.tick(1)
    alert = said(panel, SAMAPTA_12)
    assert alert is not None
    assert alert.text == "tampaknya sudah di TKP: konfirmasi"
    choose(panel, SAMAPTA_12)
    QTest.keyClick(panel.view, Qt.Key.Key_Return)
    assert [type(command) for command in desk.commands] == [SetUnitStatus]
    assert desk.commands[0].status is UnitStatus.ON_SCENE
    assert desk.commands[0].observed_at == NOW
    desk.tick(60)
    desk.telemetry.put_positions([replace(there, lat=-7.97, at=desk.clock.now())])
    desk.tick(1)
    assert said(panel, SAMAPTA_12) is None


def test_a_unit_that_contradicts_itself_says_so_and_is_not_confirmed_by_a_key(
    panel: BoardPanel, desk: Desk
) -> None:
    there = Position(SAMAPTA_12, -7.9546, 112.6465, 10.0, 0.3, None, NOW)
    desk.telemetry.put_positions([there])
    desk.tick(10)
    desk.telemetry.put_positions([replace(there, lat=-8.2, at=desk.clock.now())])
    desk.tick(1)
    alert = said(panel, SAMAPTA_12)
    assert alert is not None
    text = alert.text.replace(".", ",")
    assert text == "posisi meloncat 27,3 km, belum dipercaya: tanyakan"
    assert (alert.short, alert.token) == ("posisi?", "warn")


def test_a_unit_that_vanishes_is_asked_for_before_nobody_knows_of_it(
    panel: BoardPanel, desk: Desk
) -> None:
    seen = Position(SAMAPTA_14, -7.9458, 112.608, 10.0, 0.0, None, NOW)
    desk.telemetry.put_positions([seen])
    desk.change(desk.row("unit", SAMAPTA_14), status_since=ago(30))
    desk.settle()
    desk.tick(205)
    assert said(panel, SAMAPTA_14) is None
    desk.tick(15)
    alert = said(panel, SAMAPTA_14)
    assert alert is not None
    assert (alert.text.split(" · ")[-1], alert.token) == ("tak terdengar 3 m: tanyakan", "warn")


def test_the_next_step_of_an_order_is_one_key(panel: BoardPanel, desk: Desk) -> None:
    choose(panel, LANTAS_03)
    QTest.keyClick(panel.view, Qt.Key.Key_Return)
    assert desk.commands == [AcknowledgeOrder(LANTAS_03, f"assignment-{LANTAS_03}")]
    choose(panel, SAMAPTA_14)
    QTest.keyClick(panel.view, Qt.Key.Key_Return)
    assert len(desk.commands) == 1


def test_silent_and_still_reads_otherwise_than_silent_but_moving(
    panel: BoardPanel, desk: Desk
) -> None:
    at = desk.tick
    desk.telemetry.put_positions([Position(LANTAS_07, -7.97, 112.61, 5.0, 9.0, 1.0, NOW)])
    at(1100)
    desk.telemetry.put_positions(
        [Position(LANTAS_07, -7.97, 112.61, 5.0, 9.0, 1.0, desk.clock.now())]
    )
    at(1)
    alert = said(panel, LANTAS_07)
    assert alert is not None
    assert alert.text.endswith("tanpa kabar 20 m, bergerak")
    at(400)
    later = said(panel, LANTAS_07)
    assert later is not None
    assert later.text.endswith("tanpa kabar 27 m, diam")


def test_the_search_for_a_unit_says_how_it_is_sought(panel: BoardPanel, desk: Desk) -> None:
    check = WelfareCheck(
        "check", 1, LANTAS_07, WelfareStep.PHONE, True, ago(90), ago(30), "staff-rs", None, None,
        None,
    )  # fmt: skip
    desk.add(check)
    desk.settle()
    alert = said(panel, LANTAS_07)
    assert alert == words.Alert("cek personel: telepon, bergerak · 30 dtk", "cek: telepon", "warn")
    desk.change(check, step=WelfareStep.DANGER)
    desk.settle()
    danger = said(panel, LANTAS_07)
    assert danger is not None
    assert (danger.text[:20], danger.token) == ("PERSONEL DALAM BAHAY", "alarm")


def test_a_kompi_is_a_tree_with_its_strength(new_desk: MakeDesk, qtbot: QtBot) -> None:
    rows = picture_rows()
    kompi = unit("kompi", "KOMPI A", "brimob", READY, 10, crew=60)
    pleton = replace(unit("pleton", "PLETON 1", "brimob", READY, 10, crew=30), parent_id="kompi")
    regu = [
        replace(unit(f"regu-{n}", f"REGU {n}", "brimob", READY, 10, crew=10), parent_id="pleton")
        for n in (1, 2, 10)
    ]
    busy = replace(regu[1], status=UnitStatus.BREAK)
    desk = new_desk([*rows, kompi, pleton, regu[0], busy, regu[2]])
    panel = shown(desk, qtbot)
    names = [
        entry.group.title if isinstance(entry, GroupLine) else entry.row.call_sign
        for entry in panel.model.lines
    ]
    at = names.index("BRIMOB A")
    assert names[at : at + 6] == [
        "BRIMOB A", "KOMPI A", "PLETON 1", "REGU 1", "REGU 2", "REGU 10",
    ]  # fmt: skip
    head = panel.model.lines[at + 1]
    assert isinstance(head, GroupLine)
    assert words.group_count(head) == "2 siap / 3"
    assert words.people_text(head.strength) == "20/30 org"
    desk.change(pleton, call_sign="PLETON 7")
    desk.settle()
    assert [group.title for group in line(panel, "regu-1").groups][-1] == "PLETON 7"
    desk.change(desk.row("unit", "regu-1"), parent_id=None)
    desk.settle()
    assert len(line(panel, "regu-1").groups) == 1


def test_a_view_is_kept_for_the_person_who_chose_it(
    panel: BoardPanel, desk: Desk, qtbot: QtBot
) -> None:
    ACTIONS["view.grouping"].perform(desk.seat)
    assert kept_grouping(desk.seat) is Grouping.STATUS
    again = shown(desk, qtbot)
    assert again.roster.grouping is Grouping.STATUS


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("lantas", {"unit-lantas-03", "unit-lantas-07", "unit-amb-03"}),
        ("#0146", {"unit-lantas-07", "unit-amb-03"}),
        ("siap sukun", {"unit-reskrim-02", "unit-kodim-1", "unit-satpol-05"}),
        ("diminta damkar", {"unit-damkar-02"}),
        ("tidak ada", set()),
    ],
)
def test_a_filter_finds_by_what_a_row_says(
    panel: BoardPanel, desk: Desk, text: str, found: set[str]
) -> None:
    panel.look_for()
    panel.header.filter.setText(text)
    QTest.keyClick(panel.header.filter, Qt.Key.Key_Return)
    assert set(panel.model.units) == found
    hidden = 16 - len(found)
    assert panel.header.count.text().endswith(f"/ {len(found)} · {hidden} disaring")
    QTest.keyClick(panel.header.filter, Qt.Key.Key_Escape)
    assert len(panel.model.units) == 16


def test_a_room_calls_its_statuses_what_it_wants(panel: BoardPanel, desk: Desk) -> None:
    renamed = replace(DEFAULT_WORDS[READY], label="Standby")
    desk.add(RoomSetting(WORDS_SETTING, 1, words_value({**DEFAULT_WORDS, READY: renamed})))
    desk.settle()
    assert words.status_label(READY, panel.look.meaning) == "Standby"
    assert panel.header.count.text() == "6 siap / 16"
    panel.group_by(Grouping.STATUS)
    head = panel.model.line_at(0)
    assert isinstance(head, GroupLine)
    assert words.group_title(head.group, panel.look.meaning) == "STANDBY"


def test_a_limit_marks_the_age_of_those_who_are_over_it(panel: BoardPanel, desk: Desk) -> None:
    assert not line(panel, LANTAS_03).overdue
    desk.tick(20)
    assert line(panel, LANTAS_03).overdue
    desk.add(RoomSetting(LIMITS_SETTING, 1, {"ordered_s": 300}))
    desk.settle()
    assert not line(panel, LANTAS_03).overdue


def test_a_table_that_is_none_is_said_and_not_shown(panel: BoardPanel, desk: Desk) -> None:
    desk.add(RoomSetting(WORDS_SETTING, 1, {"redy": ["x", "ring", "green"]}))
    desk.settle()
    fault = panel.look.meaning.fault
    assert isinstance(fault, OperatorError)
    assert fault.code == "unit_status_unknown"
    assert [notice.code for notice in desk.notices if notice.code == fault.code] == [fault.code]


def test_a_unit_is_read_by_the_clock_that_counts_at_once(panel: BoardPanel, desk: Desk) -> None:
    assert line(panel, SAMAPTA_14).shown is READY
    desk.add(RoomSetting(SETTING, 1, {"status_stale_s": 600}))
    desk.settle()
    assert line(panel, SAMAPTA_14).shown is UnitStatus.UNKNOWN


def leading(new_desk: MakeDesk, qtbot: QtBot) -> tuple[Desk, BoardPanel]:
    desk = new_desk(staff_id="staff-lead", role=Role.SHIFT_LEAD)
    panel = shown(desk, qtbot)
    ACTIONS["view.unit_words"].perform(desk.seat)
    return desk, panel


def test_a_shift_lead_keeps_only_what_was_changed(new_desk: MakeDesk, qtbot: QtBot) -> None:
    desk, panel = leading(new_desk, qtbot)
    page = panel.words_page
    assert panel.view.isHidden()
    page.lines[READY].label.setText("Standby")
    page.save()
    [sent] = desk.commands
    assert isinstance(sent, SetUnitWords)
    assert (sent.words[READY].label, sent.before) == ("Standby", 0)
    assert page.isHidden()
    assert not panel.view.isHidden()
    ACTIONS["view.unit_words"].perform(desk.seat)
    page.silent.setValue(900)
    page.save()
    assert isinstance(desk.commands[-1], SetUnitLimits)
    assert desk.commands[-1].limits.silent_s == 900


def test_an_open_page_says_that_a_limit_follows_another_clock_now(
    new_desk: MakeDesk, qtbot: QtBot
) -> None:
    desk, panel = leading(new_desk, qtbot)
    clocks = RoomSetting(SETTING, 1, {"verify_s": 90})
    desk.add(clocks)
    desk.settle()
    assert panel.words_page.fault.text() == ""
    desk.change(clocks, value={"answer_s": 120})
    desk.settle()
    assert "tutup dan buka lagi" in panel.words_page.fault.text()


def test_what_would_mislead_is_named_and_not_sent(new_desk: MakeDesk, qtbot: QtBot) -> None:
    desk, panel = leading(new_desk, qtbot)
    page = panel.words_page
    page.lines[READY].glyph.setCurrentIndex(list(UnitGlyph).index(UnitGlyph.CROSS))
    page.save()
    assert desk.commands == []
    assert "Tidak siap" in page.fault.text()
    assert "Siap" in page.fault.text()
    assert not page.isHidden()


def test_an_operator_reads_the_table_and_keeps_nothing(panel: BoardPanel, desk: Desk) -> None:
    panel.words_page.open()
    assert not panel.words_page.keep.isEnabled()
    panel.words_page.save()
    assert desk.commands == []
