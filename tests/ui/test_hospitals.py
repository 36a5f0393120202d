"""Hospitals in the window: the board, standby asked and answered, casualties counted."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from command_center.advice.hospitals import ICU
from command_center.commands.hospital import (
    AnswerStandby,
    AskStandby,
    CancelStandby,
    CountCasualties,
    ReportHospital,
)
from command_center.domain.entities import iso
from command_center.domain.referral import Casualties, Hospital, Standby, StandbyState
from command_center.ui.actions.hospitals import STANDBY
from command_center.ui.actions.table import ACTIONS
from command_center.ui.hospitals.panel import HospitalsPanel
from command_center.ui.hospitals.section import HospitalSection
from command_center.ui.hospitals.words import beds_line, ed_line
from tests.ui.conftest import MakeDesk
from tests.ui.scene import NOW, picture_rows
from tests.ui.seats import Desk

INCIDENT = "incident-147"


def hospital(code: str, name: str, lat: float, ed: str = "", old_s: float = 60.0) -> Hospital:
    at = iso(NOW - timedelta(seconds=old_s))
    figures = {"ed_status": [ed, at, "rs"], "beds_available_emergency": ["4", at, "rs"]}
    return Hospital(
        code, 1, code, name, lat, 112.63, None, (), "0341362101", None, figures if ed else {}
    )


def city() -> list[Hospital]:
    return [
        hospital("rssa", "RSUD dr. Saiful Anwar", -7.972, "Normal"),
        hospital("lava", "RSU Lavalette", -7.966, "Closed"),
        hospital("jauh", "RS Jauh", -8.2, "Normal", old_s=9_000),
    ]


def standby(state: StandbyState = StandbyState.ASKED, due_s: float = 300.0) -> Standby:
    due = NOW + timedelta(seconds=due_s)
    return Standby(
        "s1", 1, INCIDENT, "rssa", "gas air mata", 3, 9, state, NOW, "staff:1", due, None, ""
    )


def seated(new_desk: MakeDesk, *more: object) -> Desk:
    desk = new_desk(rows=[*picture_rows(), *city(), *more])
    desk.seat.selection.select_incident(INCIDENT)
    return desk


def shown(widget: QWidget, desk: Desk, qtbot: QtBot) -> None:
    qtbot.addWidget(widget)
    widget.resize(560, 900)
    widget.show()
    desk.settle()


def test_the_nearest_open_one_stands_first_and_says_why(new_desk: MakeDesk, qtbot: QtBot) -> None:
    desk = seated(new_desk)
    panel = HospitalsPanel(desk.seat)
    shown(panel, desk, qtbot)
    rows = panel.model.rows
    assert rows[0].hospital.id == "rssa"
    said = panel.model.data(panel.model.index(0))
    assert "IGD buka" in str(said)
    assert rows[-1].suggestion is not None
    assert [r.hospital.id for r in rows if ("ed_closed", "") in r.suggestion.reasons] == ["lava"]  # type: ignore[union-attr]


def test_a_stale_figure_is_grey_with_its_age() -> None:
    old = hospital("jauh", "RS Jauh", -8.2, "Normal", old_s=9_000)
    text, ink = ed_line(old, NOW)
    assert ink == "text3"
    assert "·" in text
    assert beds_line(old, NOW)[0][1] == "text3"
    assert beds_line(hospital("a", "A", -8.0, "Normal"), NOW)[0][1] == "text"


def test_an_age_is_said_once_where_it_is_the_same() -> None:
    same = hospital("a", "A", -8.0, "Normal")
    assert beds_line(same, NOW)[0][0] == "IGD 4"
    later = iso(NOW - timedelta(seconds=5))
    figures = {**same.figures, ICU: ["2", later, "rs"]}
    assert beds_line(replace(same, figures=figures), NOW)[1][0] == "ICU 2 · 5 dtk"


def test_what_was_heard_is_written_down_on_the_board(new_desk: MakeDesk, qtbot: QtBot) -> None:
    desk = seated(new_desk)
    panel = HospitalsPanel(desk.seat)
    shown(panel, desk, qtbot)
    panel.view.setCurrentIndex(panel.model.index(0))
    panel.ed.setCurrentIndex(3)
    panel.beds["beds_available_emergency"].setValue(0)
    panel.keep.click()
    desk.settle()
    assert desk.commands == [
        ReportHospital("rssa", {"beds_available_emergency": "0", "ed_status": "Closed"})
    ]
    assert panel.ed.currentIndex() == 0


def test_standby_is_asked_with_the_keyboard(new_desk: MakeDesk, qtbot: QtBot) -> None:
    counted = Casualties("c1", 1, INCIDENT, None, 0, 2, 5, NOW, "staff:1")
    desk = seated(new_desk, counted)
    section = HospitalSection(desk.seat)
    shown(section, desk, qtbot)
    ACTIONS[STANDBY].perform(desk.seat)
    assert section.form.hospital.currentText() == "RSUD dr. Saiful Anwar"
    assert "IGD buka" in section.form.why.text()
    section.form.words.setText("gas air mata")
    QTest.keyClick(section.form.words, Qt.Key.Key_Return)
    desk.settle()
    assert desk.commands == [AskStandby(INCIDENT, "rssa", "gas air mata", 2, 5)]
    QTest.keyClick(section.form, Qt.Key.Key_Escape)
    assert section.form.isHidden()


def test_an_answer_heard_by_telephone_and_a_cancel(new_desk: MakeDesk, qtbot: QtBot) -> None:
    desk = seated(new_desk, standby(due_s=-60))
    section = HospitalSection(desk.seat)
    shown(section, desk, qtbot)
    row = section.cards["s1"]
    assert "terlambat" in row.state.text()
    assert "0341362101" in row.said.text()
    row.answers[StandbyState.LIMITED].click()
    row.cancel.click()
    desk.settle()
    assert desk.commands == [AnswerStandby("s1", StandbyState.LIMITED), CancelStandby("s1")]


def test_casualties_and_how_many_went_where(new_desk: MakeDesk, qtbot: QtBot) -> None:
    desk = seated(
        new_desk,
        Casualties("c1", 3, INCIDENT, None, 1, 2, 5, NOW, "staff:1"),
        Casualties("c2", 1, INCIDENT, "rssa", 0, 2, 1, NOW, "staff:1"),
    )
    section = HospitalSection(desk.seat)
    shown(section, desk, qtbot)
    assert section.casualties.text().splitlines() == [
        "Korban: MD 1 · LB 2 · LR 5",
        "RSUD dr. Saiful Anwar: MD 0 · LB 2 · LR 1",
    ]
    ACTIONS[STANDBY].perform(desk.seat)
    section.form.counts["light"].setValue(6)
    section.form.count.click()
    desk.settle()
    assert desk.commands == [CountCasualties(INCIDENT, None, 1, 2, 6, before=3)]
