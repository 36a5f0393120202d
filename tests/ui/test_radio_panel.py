"""The radio log: one typed line, glosses beside the words, a key for each thing to do with one."""

from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from command_center.commands.kentongan import SoundKentongan
from command_center.commands.radio import IncidentFromRadio, LinkRadio, LogRadio, StrikeRadio
from command_center.commands.referral import ReferIncident
from command_center.domain.partner import Partner, PartnerKind, RadioLine
from command_center.domain.room import RoomSetting
from command_center.domain.unit import Agency
from command_center.ui.radio.panel import RadioPanel
from command_center.ui.radio.parse import Said, completions, read_line
from tests.ui.conftest import MakeDesk
from tests.ui.scene import NOW, picture_rows
from tests.ui.seats import Desk, refuse

SIGNS = ("SENKOM 21", "SENKOM 2", "PRW 05")


def line(number: int, text: str = "patroli aman", **given: Any) -> RadioLine:
    values: dict[str, Any] = {
        "id": f"line-{number}",
        "version": 1,
        "channel": "Senkom",
        "call_sign": "SENKOM 21",
        "partner_id": "partner-21",
        "text": text,
        "activity": "patroli",
        "at": NOW - timedelta(minutes=60 - number),
        "incident_id": None,
        "entered_by": "staff-rs",
        "struck_at": None,
    }
    return RadioLine(**{**values, **given})


def rows() -> list[Any]:
    slamet = Partner(
        "partner-21", 1, PartnerKind.SENKOM, "Slamet", "SENKOM 21", "35.73.03.1005", "05", "", None
    )
    flood = line(2, "banjir 3-3L di Sawojajar", activity="bencana")
    bpbd = Agency("agency-bpbd", 1, "bpbd", "Badan", "BPBD", False, False)
    return [*picture_rows(), slamet, line(1), flood, line(3, "kosong", struck_at=NOW), bpbd]


class Radio:
    def __init__(self, desk: Desk, qtbot: QtBot) -> None:
        self.desk = desk
        self.panel = RadioPanel(desk.seat)
        qtbot.addWidget(self.panel)
        self.panel.resize(560, 420)
        self.panel.show()
        self.panel.activateWindow()
        desk.settle()

    def type(self, text: str, *keys: Qt.Key) -> None:
        self.panel.entry.field.setFocus()
        QTest.keyClicks(self.panel.entry.field, text)
        for key in keys:
            QTest.keyClick(self.panel.entry.field, key)
        self.desk.settle()

    def on(self, id: str, key: Qt.Key) -> None:
        at = self.panel.model.places([id])[0]
        self.panel.view.setCurrentIndex(self.panel.model.index(at, 0))
        QTest.keyClick(self.panel.view, key)
        self.desk.settle()

    @property
    def ids(self) -> list[str]:
        return [row.line.id for row in self.panel.model.rows]

    def beside(self, id: str) -> str:
        return self.panel.model.rows[self.panel.model.places([id])[0]].beside


@pytest.fixture
def radio(new_desk: MakeDesk, qtbot: QtBot) -> Radio:
    return Radio(new_desk(rows=rows()), qtbot)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("senkom 21 lapor banjir", Said("SENKOM 21", "lapor banjir", "")),
        ("SENKOM 21: lapor  banjir #Bencana", Said("SENKOM 21", "lapor banjir", "bencana")),
        ("senkom 2 aman", Said("SENKOM 2", "aman", "")),
        ("Tombak 1: merapat", Said("TOMBAK 1", "merapat", "")),
        (
            "situasi di pasar sangat ramai: aman",
            Said("", "situasi di pasar sangat ramai: aman", ""),
        ),
        ("banjir", Said("", "banjir", "")),
        ("senkom 21", Said("", "senkom 21", "")),
        ("#ronda", Said("", "", "ronda")),
        ("  ", Said("", "", "")),
    ],
)
def test_a_line_is_read_as_who_and_what(typed: str, said: Said) -> None:
    assert read_line(typed, SIGNS) == said


def test_call_signs_complete_without_minding_spaces() -> None:
    assert completions("senkom2", SIGNS) == ["SENKOM 2", "SENKOM 21"]
    assert completions("prw 05", SIGNS) == []
    assert completions("", SIGNS) == []


def test_tab_completes_and_enter_logs(radio: Radio) -> None:
    radio.type("senk", Qt.Key.Key_Tab)
    assert radio.panel.entry.field.text() == "SENKOM 21 "
    radio.type("pohon tumbang", Qt.Key.Key_Return)
    assert radio.desk.commands == [LogRadio("pohon tumbang", "Senkom", "SENKOM 21", "")]
    assert radio.panel.entry.field.text() == ""


def test_what_was_refused_stands_there_again(radio: Radio) -> None:
    refuse(radio.desk, "database_unreachable")
    radio.type("Senkom 21 banjir", Qt.Key.Key_Return)
    assert radio.panel.entry.field.text() == "Senkom 21 banjir"
    radio.panel.entry.field.clear()
    radio.type("", Qt.Key.Key_Return)
    assert radio.desk.notices[-1].code == "radio_empty"


def test_lines_stand_newest_first_with_glosses_only_when_the_room_wants_them(radio: Radio) -> None:
    assert radio.ids == ["line-3", "line-2", "line-1"]
    assert radio.panel.counted.text() == "2"
    assert radio.beside("line-2") == ""
    radio.desk.add(RoomSetting("radio_codes", 1, {"on": True, "codes": [["3-3L", "laka luka"]]}))
    radio.desk.settle()
    assert radio.beside("line-2") == "3-3L = laka luka"
    row = radio.panel.model.rows[radio.panel.model.places(["line-2"])[0]]
    assert row.line.text == "banjir 3-3L di Sawojajar"


def test_one_key_links_makes_an_incident_or_strikes(radio: Radio) -> None:
    radio.desk.seat.selection.select_incident("incident-147")
    radio.on("line-1", Qt.Key.Key_T)
    radio.desk.recorder.result = {"incident_id": "incident-148", "number": 148}
    radio.on("line-1", Qt.Key.Key_I)
    radio.on("line-1", Qt.Key.Key_Delete)
    assert radio.desk.commands == [
        LinkRadio("line-1", "incident-147", ""),
        IncidentFromRadio("line-1"),
        StrikeRadio("line-1"),
    ]
    assert radio.desk.seat.selection.incident_id == "incident-148"


def test_a_line_of_the_disaster_cluster_goes_to_bpbd_with_one_key(radio: Radio) -> None:
    radio.desk.recorder.result = {"incident_id": "incident-148", "number": 148}
    radio.on("line-2", Qt.Key.Key_B)
    assert radio.desk.commands == [
        IncidentFromRadio("line-2"),
        ReferIncident("incident-148", "agency-bpbd", "banjir 3-3L di Sawojajar"),
    ]


def test_a_linked_line_is_referred_as_it_is(radio: Radio) -> None:
    radio.desk.change(radio.desk.row("radio_line", "line-2"), incident_id="incident-147")
    radio.desk.settle()
    radio.on("line-2", Qt.Key.Key_B)
    agency, text = "agency-bpbd", "banjir 3-3L di Sawojajar"
    assert radio.desk.commands == [ReferIncident("incident-147", agency, text)]


@pytest.mark.parametrize(
    ("id", "key", "why"),
    [
        ("line-1", Qt.Key.Key_B, "radio_no_offer"),
        ("line-1", Qt.Key.Key_T, "select_incident"),
        ("line-3", Qt.Key.Key_I, "radio_line_struck"),
        ("line-3", Qt.Key.Key_Delete, "radio_line_struck"),
    ],
)
def test_what_cannot_be_done_says_why(radio: Radio, id: str, key: Qt.Key, why: str) -> None:
    radio.desk.seat.selection.select_incident(None)
    radio.on(id, key)
    assert radio.desk.commands == []
    assert radio.desk.notices[-1].code == why


def test_a_new_line_comes_in_above_without_moving_what_is_read(radio: Radio) -> None:
    view, model = radio.panel.view, radio.panel.model
    for number in range(10, 40):
        radio.desk.add(line(number))
    radio.desk.settle()
    view.setCurrentIndex(model.index(20, 0))
    view.verticalScrollBar().setValue(400)
    seen, top = view.current(), view.visualRect(view.currentIndex()).top()
    radio.desk.add(line(50), line(51))
    radio.desk.settle()
    assert radio.ids[0] == "line-51"
    assert view.current() == seen
    assert view.visualRect(view.currentIndex()).top() == top
    assert radio.panel.newer.text() == "2 baru"
    view.verticalScrollBar().setValue(0)
    assert radio.panel.newer.isHidden()


def test_the_feed_alone_moves_the_panel(radio: Radio) -> None:
    radio.desk.feed.cut = True
    radio.desk.add(line(9))
    radio.desk.settle()
    assert "line-9" not in radio.ids


def test_a_kentongan_needs_its_kelurahan_and_then_rings(radio: Radio) -> None:
    radio.desk.seat.asking.ask("incident.kentongan")
    form = radio.panel.kentongan
    assert form.isVisible()
    QTest.keyClick(form.area, Qt.Key.Key_Return)
    radio.desk.settle()
    assert radio.desk.notices[-1].code == "kentongan_needs_place"
    form.area.setText("Sawojajar")
    form.rw.setText("5")
    form.words.setText("maling")
    radio.desk.recorder.result = {"incident_id": "incident-148", "number": 148}
    QTest.keyClick(form.words, Qt.Key.Key_Return)
    radio.desk.settle()
    assert radio.desk.commands == [SoundKentongan("Sawojajar", "5", "maling")]
    assert form.isHidden()
    assert radio.desk.seat.selection.incident_id == "incident-148"
