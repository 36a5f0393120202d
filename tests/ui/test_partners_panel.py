"""Partners, the roster, the monthly board and the code book: by keyboard, from and into files."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from command_center.advice.radio import RadioCode, radio_book
from command_center.commands.partners import (
    ImportPartners,
    PartnerLeaves,
    RegisterPartner,
    SetNightWatch,
)
from command_center.commands.radio import SetRadioCodes
from command_center.contract.safe_cell import safe_cell
from command_center.documents.activity_board import board_csv
from command_center.domain.errors import OperatorError
from command_center.domain.partner import NightWatch, Partner, PartnerKind
from command_center.domain.room import Role, RoomSetting
from command_center.ports import ActivityCount
from command_center.ui.radio.board_page import month_span
from command_center.ui.radio.partners_panel import PartnersPanel
from command_center.ui.radio.words import on_watch
from tests.ui.conftest import MakeDesk
from tests.ui.scene import picture_rows
from tests.ui.seats import Desk, malang

RW = PartnerKind.POLISI_RW


def code(name: str) -> str:
    place = malang().gazetteer.locate(name)
    assert place is not None
    return place.code


def partner(id: str, name: str, rw: str, **given: Any) -> Partner:
    values: dict[str, Any] = {"call_sign": "", "reach": "", "left_at": None, **given}
    return Partner(id, 1, RW, name, area_code=code("Sawojajar"), rw=rw, **values)


class Hall:
    def __init__(self, desk: Desk, qtbot: QtBot) -> None:
        self.desk = desk
        self.panel = PartnersPanel(desk.seat)
        qtbot.addWidget(self.panel)
        self.panel.resize(520, 640)
        self.panel.show()
        self.panel.activateWindow()
        desk.settle()

    def key(self, key: Qt.Key, page: Any) -> None:
        page.view.setFocus()
        QTest.keyClick(page.view, key)
        self.desk.settle()


def rows() -> list[Any]:
    return [
        *picture_rows(),
        partner("p-2", "Aipda Wati", "07"),
        partner("p-1", "Aiptu Budi", "05", reach="0812-1"),
        partner("p-0", "Sudah pergi", "01", left_at=datetime(2026, 1, 1, tzinfo=UTC)),
        NightWatch("w-1", 1, code("Sawojajar"), "05", 5, "22:00", "04:00", 6, "Pak RT", None),
    ]


@pytest.fixture
def hall(new_desk: MakeDesk, qtbot: QtBot) -> Hall:
    return Hall(new_desk(rows=rows()), qtbot)


def test_partners_stand_by_neighbourhood_and_are_found_by_any_word(hall: Hall) -> None:
    page = hall.panel.directory
    assert [row.first for row in page.model.rows] == ["Aiptu Budi", "Aipda Wati"]
    assert page.model.rows[0].second == "Sawojajar RW 05 · 0812-1"
    page.filter.setText("rw 07")
    assert [row.first for row in page.model.rows] == ["Aipda Wati"]


def test_a_partner_is_added_and_changed_by_keyboard(hall: Hall) -> None:
    page = hall.panel.directory
    hall.key(Qt.Key.Key_Insert, page)
    page.form.inside["name"].setText("Bripka Sari")  # type: ignore[union-attr]
    page.form.inside["area"].setText("sawo jajar")  # type: ignore[union-attr]
    QTest.keyClick(page.form.inside["area"], Qt.Key.Key_Return)
    hall.desk.settle()
    page.view.setCurrentIndex(page.model.index(0, 0))
    hall.key(Qt.Key.Key_Return, page)
    page.form.inside["rw"].setText("9")  # type: ignore[union-attr]
    QTest.keyClick(page.form.inside["rw"], Qt.Key.Key_Return)
    hall.desk.settle()
    sawojajar = code("Sawojajar")
    assert hall.desk.commands == [
        RegisterPartner(PartnerKind.SENKOM, "Bripka Sari", area=sawojajar),
        RegisterPartner(RW, "Aiptu Budi", "", sawojajar, "9", "0812-1", "p-1"),
    ]
    assert page.form.isHidden()


def test_leaving_asks_first(hall: Hall) -> None:
    page = hall.panel.directory
    page.view.setCurrentIndex(page.model.index(0, 0))
    hall.key(Qt.Key.Key_Delete, page)
    assert hall.desk.commands == []
    QTest.keyClick(page.question, Qt.Key.Key_Return)
    hall.desk.settle()
    assert hall.desk.commands == [PartnerLeaves("p-1")]


def test_a_file_is_read_its_faults_are_said_and_the_rest_goes_in_when_wanted(
    hall: Hall, tmp_path: Path
) -> None:
    page, path = hall.panel.directory, tmp_path / "mitra.csv"
    path.write_text("jenis;nama;kelurahan\npolisi rw;Budi;Sawojajar\nhansip;Joko;Klojen\n")
    page.read_file(path)
    hall.desk.settle()
    assert page.faults.text() == "baris 3, kolom jenis: tidak dikenal “hansip”"
    assert hall.desk.commands == []
    QTest.keyClick(page.question, Qt.Key.Key_Return)
    hall.desk.settle()
    wanted = RegisterPartner(RW, "Budi", area=code("Sawojajar"))
    assert hall.desk.commands == [ImportPartners((wanted,))]


def test_a_file_that_is_none_changes_nothing(hall: Hall, tmp_path: Path) -> None:
    hall.panel.directory.read_file(tmp_path / "tidak-ada.csv")
    hall.desk.settle()
    assert hall.desk.notices[-1].code == "table_unreadable"
    assert hall.panel.directory.question.isHidden()


def test_the_roster_keeps_its_line_when_its_night_changes(hall: Hall) -> None:
    page = hall.panel.watch
    hall.panel.turn_to("watch")
    page.view.setCurrentIndex(page.model.index(0, 0))
    hall.key(Qt.Key.Key_Return, page)
    page.form.inside["weekday"].setCurrentIndex(6)  # type: ignore[union-attr]
    QTest.keyClick(page.form.inside["rw"], Qt.Key.Key_Return)
    hall.desk.settle()
    kept = SetNightWatch(code("Sawojajar"), "05", 6, "22:00", "04:00", 6, "Pak RT", "w-1")
    assert hall.desk.commands == [kept]


@pytest.mark.parametrize(
    ("at", "out"),
    [
        ("2026-11-21T15:00", True),  # Saturday 22:00 in Malang
        ("2026-11-21T14:59", False),
        ("2026-11-21T20:59", True),  # Sunday 03:59
        ("2026-11-21T21:00", False),
        ("2026-11-22T15:00", False),
    ],
)
def test_a_night_that_ends_past_midnight_began_the_day_before(at: str, out: bool) -> None:
    line = NightWatch("w", 1, None, "05", 5, "22:00", "04:00", 6, "", None)
    when = datetime.fromisoformat(at).replace(tzinfo=UTC)
    assert on_watch(line, when, ZoneInfo("Asia/Jakarta")) is out


def test_months_begin_at_local_midnight_and_turn_over_the_year() -> None:
    since, until = month_span(2026, 12, ZoneInfo("Asia/Jakarta"))
    assert since == datetime(2026, 11, 30, 17, tzinfo=UTC)
    assert until == datetime(2026, 12, 31, 17, tzinfo=UTC)


def test_the_board_counts_a_month_and_turns_to_others(hall: Hall) -> None:
    history, board = hall.desk.history, hall.panel.board
    history.counted = [
        ActivityCount("senkom", "bencana", code("Sawojajar"), 3),
        ActivityCount("", "", "", 1),
    ]
    hall.panel.turn_to("board")
    hall.desk.settle()
    assert board.title.text() == "November 2026"
    assert board.lines()[0] == ("Senkom", "Bencana", "Sawojajar", "3")
    assert board.lines()[1] == ("Bukan mitra terdaftar", "Tanpa kegiatan", "–", "1")
    assert board.said.text() == "4 kegiatan"
    board.turn(-1)
    hall.desk.settle()
    assert history.months[-1] == month_span(2026, 10, hall.desk.seat.zone)


def test_an_empty_month_says_so_and_is_not_exported(hall: Hall) -> None:
    hall.panel.turn_to("board")
    hall.desk.settle()
    assert hall.panel.board.said.text() == "Bulan ini belum ada kegiatan tercatat."
    hall.panel.board.export()
    assert hall.desk.notices[-1].code == "board_empty"


def test_the_month_is_exported_and_no_cell_of_it_runs(hall: Hall) -> None:
    hall.desk.history.counted = [ActivityCount("senkom", '=HYPERLINK("x")', "", 2)]
    board = hall.panel.board
    hall.panel.turn_to("board")
    hall.desk.settle()
    board.export()
    hall.desk.settle()
    assert hall.desk.notices[-1].code == "board_exported"
    text = board.file().read_bytes().decode("utf-8-sig")
    assert text.splitlines() == [
        "Unsur;Kegiatan;Kelurahan;Jumlah",
        """Senkom;"'=HYPERLINK(""x"")";–;2""",
    ]


@pytest.mark.parametrize("text", ["=1+1", "+62", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1"])
def test_what_a_spreadsheet_would_run_is_text(text: str) -> None:
    assert safe_cell(text).startswith("'")


def test_other_cells_stay_as_they_are() -> None:
    assert safe_cell("Sawojajar RW 05") == "Sawojajar RW 05"
    assert board_csv(("a", "b"), [("1;2", 'x"y')]) == '﻿a;b\r\n"1;2";"x""y"\r\n'.encode()


def test_the_code_book_is_the_shift_leads_to_edit(hall: Hall) -> None:
    hall.panel.turn_to("codes")
    hall.panel.codes.ask("import")
    assert hall.desk.notices[-1].code == "not_allowed"
    assert not hall.panel.codes.buttons["add"].isEnabled()


def test_the_code_book_is_edited_as_a_copy_and_switched_on(
    new_desk: MakeDesk, qtbot: QtBot
) -> None:
    hall = Hall(new_desk(rows=rows(), role=Role.SHIFT_LEAD), qtbot)
    page = hall.panel.codes
    hall.panel.turn_to("codes")
    shipped = radio_book().codes
    assert [row.first for row in page.model.rows][:1] == [shipped[0].code]
    page.ask("import")
    hall.desk.add(RoomSetting("radio_codes", 1, {"on": True, "codes": [["8-6", "siap"]]}))
    hall.desk.settle()
    assert [row.second for row in page.model.rows] == ["siap"]
    page.view.setCurrentIndex(page.model.index(0, 0))
    hall.key(Qt.Key.Key_Return, page)
    page.form.inside["says"].setText("dimengerti")  # type: ignore[union-attr]
    QTest.keyClick(page.form.inside["says"], Qt.Key.Key_Return)
    hall.desk.settle()
    assert hall.desk.commands == [
        SetRadioCodes(True, shipped, 0),
        SetRadioCodes(True, (RadioCode("8-6", "dimengerti"),), 1),
    ]


def test_what_was_refused_leaves_the_form_open(hall: Hall) -> None:
    page = hall.panel.directory
    hall.desk.recorder.error = OperatorError("call_sign_taken", call_sign="X", name="Y")
    hall.key(Qt.Key.Key_Insert, page)
    page.form.inside["name"].setText("Budi")  # type: ignore[union-attr]
    QTest.keyClick(page.form.inside["name"], Qt.Key.Key_Return)
    hall.desk.settle()
    assert page.form.isVisible()
    assert hall.desk.notices[-1].code == "call_sign_taken"
