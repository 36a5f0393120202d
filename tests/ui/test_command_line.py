"""Ctrl+K: what people type fast is understood, and what they look for is found."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from command_center.commands.dispatch import AcknowledgeOrder, ReleaseUnit, SetUnitStatus
from command_center.commands.notes import AddNote
from command_center.commands.order_task import CancelOrder
from command_center.commands.triage import (
    CloseIncident,
    MergeIncidents,
    ReopenIncident,
    SetPriority,
    TakeIncident,
    VerifyIncident,
)
from command_center.domain.incident import Disposition, Priority
from command_center.domain.room import Role
from command_center.domain.unit import UnitStatus
from command_center.ui.actions.table import ACTIONS
from command_center.ui.commandline.grammar import understand
from command_center.ui.commandline.line import CommandLine
from command_center.ui.commandline.matching import folded
from command_center.ui.commandline.search import Kind, search
from tests.ui.conftest import MakeDesk
from tests.ui.seats import Desk

ON_147, ON_143 = "assignment-unit-samapta-12", "assignment-unit-samapta-09"
LANTAS_03 = "assignment-unit-lantas-03"
SAID: list[tuple[str, Any]] = [
    (
        "status samapta12 siap",
        SetUnitStatus("unit-samapta-12", UnitStatus.AVAILABLE, holder=ON_147),
    ),
    (
        "status SAMAPTA 9 di tkp",
        SetUnitStatus("unit-samapta-09", UnitStatus.ON_SCENE, holder=ON_143),
    ),
    ("status amb06 tidak siap", SetUnitStatus("unit-amb-06", UnitStatus.UNAVAILABLE, holder="")),
    ("ambil 0148", TakeIncident("incident-148")),
    ("take #148", TakeIncident("incident-148")),
    ("verif 149", VerifyIncident("incident-149")),
    ("p1 149", SetPriority("incident-149", Priority.P1, Priority.P2)),
    ("selesai 143", CloseIncident("incident-143", Disposition.RESOLVED, (ON_143,))),
    ("selesai 143 iseng", CloseIncident("incident-143", Disposition.PRANK, (ON_143,))),
    ("buka 139", ReopenIncident("incident-139", seen_ended=True)),
    ("catat 147 massa  mulai bubar", AddNote("incident-147", "massa mulai bubar")),
    ("gabung 148 147", MergeIncidents("incident-147", "incident-148")),
    ("terima lantas03", AcknowledgeOrder("unit-lantas-03", LANTAS_03)),
    ("tarik lantas 03 sudah cukup", CancelOrder(LANTAS_03, "sudah cukup")),
    ("lepas lantas 03", ReleaseUnit("unit-lantas-03", LANTAS_03)),
]


@pytest.mark.parametrize(("text", "command"), SAID, ids=[text for text, _ in SAID])
def test_a_sentence_becomes_its_command(desk: Desk, text: str, command: Any) -> None:
    said = understand(desk.seat, text)
    assert said is not None
    said.run(desk.seat)
    assert desk.commands == [command]


def test_units_are_ordered_by_one_line(desk: Desk) -> None:
    said = understand(desk.seat, "tugas samapta14 reskrim 02 0147")
    assert said is not None
    assert said.text == (
        "Perintahkan SAMAPTA 14, RESKRIM 02 ke #0147 Massa mendorong pagar, "
        "Kantor KPU, Jl. Bantaran"
    )
    said.run(desk.seat)
    (command,) = desk.commands
    assert command.incident_id == "incident-147"
    assert command.unit_ids == ("unit-samapta-14", "unit-reskrim-02")
    assert command.text.startswith("SAMAPTA 14, RESKRIM 02")


@pytest.mark.parametrize(
    "text",
    [
        "tugas di 0147",
        "tugas samapta 0147",  # three units start so
        "tugas samapta14 samapta14 0147",
        "tugas samapta14 9999",
        "status samapta12 terbang",
        "gabung 147 147",
        "selesai 143 entahlah",
        "ambil",
        "catat 147",
        "",
        "nyanyi 0147",
    ],
)
def test_what_is_not_complete_or_not_clear_is_no_command(desk: Desk, text: str) -> None:
    assert understand(desk.seat, text) is None


def test_110_alone_opens_the_form(desk: Desk) -> None:
    asked: list[tuple[str, Any]] = []
    desk.seat.asking.asked.connect(lambda id, subject: asked.append((id, subject)))
    said = understand(desk.seat, "110")
    assert said is not None
    said.run(desk.seat)
    assert asked == [("incident.call", None)]


def test_folding_forgets_case_spaces_and_leading_zeros() -> None:
    assert folded("SAMAPTA 09") == folded("samapta9") == "samapta9"
    assert folded("SAMAPTA 90") == "samapta90"


FOUND: list[tuple[str, Kind, str]] = [
    ("0147", Kind.INCIDENT, "#0147 Massa mendorong pagar"),
    ("tawuran", Kind.INCIDENT, "#0143 Tawuran pelajar"),
    ("jl veteran", Kind.INCIDENT, "#0148 Curanmor di parkir kampus"),
    ("dalmas", Kind.UNIT, "DALMAS 1"),
    ("cam 22", Kind.CAMERA, "CAM-022"),
    ("ciliwung", Kind.CAMERA, "CAM-022"),
    ("damkar", Kind.UNIT, "DAMKAR 02"),
    ("smapta 12", Kind.UNIT, "SAMAPTA 12"),
    ("tasikmadu", Kind.PLACE, "Tasik Madu"),
    ("Suhat", Kind.PLACE, "Jl. Soekarno-Hatta"),
    ("ganti tema", Kind.ACTION, "Ganti tema"),
]


@pytest.mark.parametrize(("text", "kind", "title"), FOUND, ids=[f[0] for f in FOUND])
def test_everything_can_be_found(desk: Desk, text: str, kind: Kind, title: str) -> None:
    titles = [found.title for found in search(desk.seat, text) if found.kind is kind]
    assert title in titles


def test_a_complete_command_stands_first(desk: Desk) -> None:
    assert search(desk.seat, "ambil 0148")[0].kind is Kind.COMMAND


def test_an_observer_sees_why_the_command_is_not_theirs(new_desk: MakeDesk) -> None:
    desk = new_desk(role=Role.OBSERVER)
    row = search(desk.seat, "ambil 0148")[0]
    assert (row.kind, row.reason) == (Kind.COMMAND, "not_allowed")
    assert search(desk.seat, "0148")[0].reason is None


@pytest.fixture
def typed(desk: Desk, qtbot: QtBot) -> Callable[[str], CommandLine]:
    window = QWidget()
    qtbot.addWidget(window)
    line = CommandLine(desk.seat, window)
    layout = QVBoxLayout(window)
    layout.addWidget(line)
    window.resize(600, 500)
    window.show()

    def write(text: str) -> CommandLine:
        ACTIONS["view.search"].perform(desk.seat)
        QTest.keyClicks(line, text)
        return line

    return write


def test_enter_runs_the_chosen_line(desk: Desk, typed: Callable[[str], CommandLine]) -> None:
    line = typed("ambil 0148")
    assert not line.results.isHidden()
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert desk.commands == [TakeIncident("incident-148")]
    assert line.text() == ""
    assert line.results.isHidden()


def test_down_chooses_another_line(desk: Desk, typed: Callable[[str], CommandLine]) -> None:
    line = typed("samapta")
    QTest.keyClick(line, Qt.Key.Key_Down)
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert desk.seat.selection.unit_id == "unit-samapta-12"


def test_what_nobody_understands_is_said(desk: Desk, typed: Callable[[str], CommandLine]) -> None:
    line = typed("zzqx9 qq")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert [notice.code for notice in desk.notices] == ["unknown_command"]
    assert line.text() == "zzqx9 qq"
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert line.text() == ""
