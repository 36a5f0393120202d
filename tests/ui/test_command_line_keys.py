"""The line under the fingers: ghost, Tab, preview, recall, Enter and Esc."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from command_center.commands.notes import AddNote
from command_center.commands.triage import MergeIncidents, TakeIncident
from command_center.domain.log import Act
from command_center.domain.room import Role
from command_center.ui.actions.table import ACTIONS
from command_center.ui.commandline.line import CommandLine
from command_center.ui.commandline.recall import MOST, Recall
from tests.ui.conftest import MakeDesk
from tests.ui.seats import Desk

MakeLine = Callable[[Desk], CommandLine]


@pytest.fixture
def new_line(qtbot: QtBot) -> MakeLine:
    def make(desk: Desk) -> CommandLine:
        window = QWidget()
        qtbot.addWidget(window)
        line, before = CommandLine(desk.seat, window), QPushButton("queue")
        layout = QVBoxLayout(window)
        layout.addWidget(line)
        layout.addWidget(before)
        window.resize(900, 600)
        window.show()
        before.setFocus()
        ACTIONS["view.search"].perform(desk.seat)
        return line

    return make


@pytest.fixture
def line(desk: Desk, new_line: MakeLine) -> CommandLine:
    return new_line(desk)


def test_the_ghost_goes_on_from_what_is_typed_and_tab_takes_it(line: CommandLine) -> None:
    QTest.keyClicks(line, "tug")
    assert line.ghost == "as"
    QTest.keyClick(line, Qt.Key.Key_Tab)
    assert line.text() == "tugas "
    QTest.keyClicks(line, "damk")
    assert line.ghost == "ar02"
    QTest.keyClick(line, Qt.Key.Key_Tab)
    assert line.text() == "tugas damkar02 "
    assert line.hasFocus()


def test_enter_on_a_completion_completes_and_runs_nothing(desk: Desk, line: CommandLine) -> None:
    QTest.keyClicks(line, "ambil 01")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert desk.commands == []
    assert line.text() == "ambil 0149 "
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert desk.commands == [TakeIncident("incident-149")]


def test_down_and_tab_take_another_completion(line: CommandLine) -> None:
    QTest.keyClicks(line, "tugas samapta")
    QTest.keyClick(line, Qt.Key.Key_Down)
    QTest.keyClick(line, Qt.Key.Key_Tab)
    assert line.text() == "tugas samapta14"


def test_the_preview_says_what_enter_will_do_before_it_is_done(
    desk: Desk, line: CommandLine
) -> None:
    QTest.keyClicks(line, "gabung 0148 0147")
    assert desk.commands == []
    assert line.results.preview == (
        "Enter: Gabung #0148 Curanmor di parkir kampus ke #0147 Massa mendorong pagar, "
        "Kantor KPU, Jl. Bantaran · dapat diurungkan 5 detik"
    )
    assert line.results.ink == "warn"
    assert line.accessibleDescription() == line.results.preview
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert desk.commands == [MergeIncidents("incident-147", "incident-148")]
    desk.settle()
    (undone,) = [notice.undo for notice in desk.notices if notice.undo is not None]
    assert undone.id == "incident-148"


def test_a_wrong_word_is_said_under_the_line_and_by_enter(desk: Desk, line: CommandLine) -> None:
    QTest.keyClicks(line, "prio 0147 p7")
    assert line.results.preview == "“p7” bukan prioritas; tulis p1 sampai p4."
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert [notice.code for notice in desk.notices] == ["command_unknown_priority"]
    assert desk.commands == []
    assert line.text() == "prio 0147 p7"


def test_what_may_not_be_done_is_said_and_not_done(new_desk: MakeDesk, new_line: MakeLine) -> None:
    desk = new_desk(role=Role.OBSERVER)
    line = new_line(desk)
    QTest.keyClicks(line, "ambil 0148")
    assert line.results.ink == "text3"
    assert line.results.preview.endswith("Peran Anda tidak boleh melakukan ini.")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert desk.commands == []
    assert [notice.code for notice in desk.notices] == ["not_allowed"]


def test_escape_gives_the_focus_back_to_where_it_was(line: CommandLine) -> None:
    QTest.keyClicks(line, "tutup 0143")
    QTest.keyClick(line, Qt.Key.Key_Escape)
    before = line.window().findChild(QPushButton)
    assert before is not None
    assert before.hasFocus()
    assert line.text() == ""
    assert line.results.isHidden()


def test_up_brings_back_what_was_run_and_down_comes_forward(desk: Desk, line: CommandLine) -> None:
    for text in ("ambil 0148", "catat 0147 pelapor Budi 0812"):
        ACTIONS["view.search"].perform(desk.seat)
        QTest.keyClicks(line, text)
        QTest.keyClick(line, Qt.Key.Key_Return)
    assert desk.commands[-1] == AddNote("incident-147", "pelapor Budi 0812")
    ACTIONS["view.search"].perform(desk.seat)
    QTest.keyClick(line, Qt.Key.Key_Up)
    assert line.text() == "catat 0147 "
    QTest.keyClick(line, Qt.Key.Key_Up)
    assert line.text() == "ambil 0148"
    QTest.keyClick(line, Qt.Key.Key_Up)
    assert line.text() == "ambil 0148"
    QTest.keyClick(line, Qt.Key.Key_Down)
    QTest.keyClick(line, Qt.Key.Key_Down)
    assert line.text() == ""


def test_what_was_looked_for_is_not_kept(desk: Desk, line: CommandLine) -> None:
    QTest.keyClicks(line, "samapta12")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert desk.seat.selection.unit_id == "unit-samapta-12"
    assert list(line.recall.lines) == []


def test_a_typed_line_up_and_down_walk_the_list(desk: Desk, line: CommandLine) -> None:
    line.recall.keep("ambil 0148")
    QTest.keyClicks(line, "samapta")
    QTest.keyClick(line, Qt.Key.Key_Down)
    assert line.text() == "samapta"
    assert line.results.current == 1


def test_recall_is_one_persons_and_survives_the_window(desk: Desk, tmp_path: Path) -> None:
    seat = replace(desk.seat, settings=tmp_path)
    first = Recall(seat)
    for number in range(MOST + 5):
        first.keep(f"ambil {number:04}")
    again = Recall(seat)
    assert list(again.lines) == [f"ambil {number:04}" for number in range(5, MOST + 5)]
    seat.person.act = Act("staff-dw", "meja-2", "shift-b", Role.OPERATOR.value)
    seat.person.changed.emit()
    assert list(again.lines) == []
    assert list(Recall(seat).lines) == []


def test_the_list_is_painted_with_its_preview(line: CommandLine) -> None:
    QTest.keyClicks(line, "tugas samapta12 0148")
    assert not line.results.grab().isNull()
    assert line.results.isVisible()


def test_tab_names_an_incident_by_one_word_even_if_it_has_a_local_number(
    desk: Desk, new_line: MakeLine
) -> None:
    chosen = next(desk.seat.situation.newest_open())
    desk.change(chosen, alias="LK-01")
    desk.settle()
    desk.seat.selection.select_incident(chosen.id)
    line = new_line(desk)
    QTest.keyClicks(line, "tu")
    QTest.keyClick(line, Qt.Key.Key_Tab)
    QTest.keyClicks(line, "damkar02")
    QTest.keyClick(line, Qt.Key.Key_Tab)
    assert line.text() == f"tugas damkar02 {chosen.number:04} "
