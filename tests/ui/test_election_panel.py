"""An election on screen, over a real room: guarded, told of, and brought home."""

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from command_center.commands.assessments import Assess
from command_center.commands.ballot_escort import KeepEscort
from command_center.commands.elections import ImportStations, KeepElection, StationRow
from command_center.commands.guarding import KeepPools, PoolRow, WithdrawPool
from command_center.commands.operations import EndOperation, StartOperation
from command_center.commands.polling_day import StationWord, TellStations
from command_center.domain.election import Force, ForcePool
from command_center.domain.polling_day import KEPT, DayWord
from command_center.domain.room import Operation, Role
from command_center.domain.site import ElectionKind, SubjectKind
from command_center.ui.election.matrix import MatrixRow, ink
from command_center.ui.election.panel import ElectionPanel
from command_center.ui.places.panel import PlacesPanel
from tests.ui.real_room import RealDesk, real_desk

__all__ = ["real_desk"]
PURWANTORO, SUKUN = "35.73.01.1007", "35.73.04.1005"


class Room:
    def __init__(self, desk: RealDesk, qtbot: QtBot) -> None:
        self.desk = desk
        local = desk.clock.now().astimezone(desk.seat.zone)
        kept = KeepElection("p", "Pilkada", ElectionKind.REGIONAL, local.date().isoformat(), "KPU")
        self.id = str(desk.do(kept).result["election_id"])
        rows = [StationRow(PURWANTORO, n) for n in (1, 2, 3, 4, 12)] + [StationRow(SUKUN, 1)]
        desk.do(ImportStations(self.id, "KPU", tuple(rows)))
        self.panel = ElectionPanel(desk.seat)
        qtbot.addWidget(self.panel)
        self.panel.resize(470, 900)
        self.panel.show()
        self.panel.activateWindow()

    @property
    def page(self) -> Any:
        return self.panel.page

    def rows(self) -> list[tuple[str, str]]:
        return [(row.first, row.right) for row in self.page.model.rows]

    def matrix(self) -> dict[str, tuple[int, ...]]:
        return {
            row.name: (*row.reached, row.troubled, row.silent)
            for row in self.panel.day.matrix_model.rows
        }

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.page.view, key)

    def said(self, act: Any) -> None:
        """What `act` leads to is said and seen."""
        said, live = len(self.desk.notices), self.desk.seat.live
        act()
        self.desk.until(lambda: len(self.desk.notices) > said)
        self.desk.until(lambda: live.situation.seq >= len(self.desk.kinds()))
        self.panel._refresh()

    def write(self, **values: object) -> None:
        form = self.page.shown_form
        for name, value in values.items():
            field = form.inside[name]
            if isinstance(field, QComboBox):
                field.setCurrentIndex(field.findData(value))
                field.activated.emit(field.currentIndex())
            else:
                assert isinstance(field, QLineEdit)
                field.setText(str(value))
        self.said(form.keep_button.click)

    def answer(self, key: Qt.Key = Qt.Key.Key_Return, typed: str | None = None) -> None:
        question = self.page.question
        if typed is not None:
            question.field.setText(typed)
        QTest.keyClick(question.field or question, key)

    def turn_to_night(self) -> None:
        """00:45 after the day of voting."""
        night = datetime(2026, 11, 22, 0, 45, tzinfo=self.desk.seat.zone)
        self.desk.clock.forward((night - self.desk.clock.now()).total_seconds())

    def tell(self, text: str) -> None:
        day = self.panel.day
        day.entry.setPlainText(text)
        QTest.keyClick(day.entry, Qt.Key.Key_Return)
        self.desk.until(lambda: not day.telling)
        self.desk.until(lambda: self.desk.seat.situation.seq >= len(self.desk.kinds()))
        self.panel._refresh()

    @property
    def last(self) -> Any:
        return self.desk.notices[-1]


@pytest.fixture
def room(real_desk: RealDesk, qtbot: QtBot) -> Room:
    real_desk.sit(Role.SHIFT_LEAD)
    return Room(real_desk, qtbot)


def test_many_lines_are_told_at_once_and_the_wrong_ones_stay_to_be_corrected(room: Room) -> None:
    room.tell(
        "TPS 1-3 PURWANTORO buka\nTPS 12 PURWANTRO AMAN\nTPS 1 SUKUN hitung\nTPS 9 SUKUN aman"
    )
    assert (room.last.code, room.last.params) == ("stations.told", {"kept": "4", "count": "2"})
    day = room.panel.day
    assert day.entry.toPlainText() == "TPS 12 PURWANTRO AMAN\nTPS 9 SUKUN aman"
    assert (
        "Baris 1: “purwantro” bukan kelurahan yang dikenal; maksudnya Purwantoro?"
        in day.faults.text()
    )
    assert "Baris 2: TPS 9 tidak ada di Sukun." in day.faults.text()
    assert room.matrix()["Purwantoro"] == (3, 0, 0, 0, 0, 0, 2)
    assert room.matrix()["Semua"] == (4, 1, 1, 0, 0, 0, 2)
    assert room.desk.kinds().count("stations.told") == 1


def test_what_was_told_before_is_named_with_its_time(room: Room) -> None:
    room.tell("TPS 1 PURWANTORO buka 07.05")
    room.tell("TPS 1 PURWANTORO buka")
    assert room.panel.day.faults.text() == (
        "TPS 1 (TPS 1 PURWANTORO buka): buka sudah dicatat pukul 07:05."
    )
    assert room.panel.day.entry.toPlainText() == ""


def test_a_time_after_midnight_is_of_the_day_it_is_written_on(room: Room) -> None:
    room.turn_to_night()
    room.tell("TPS 1 PURWANTORO aman 00.40\nTPS 2 PURWANTORO selesai 23.50")
    room.tell("TPS 3 PURWANTORO buka 00.30")
    room.press(Qt.Key.Key_L)
    assert room.rows() == [
        ("TPS 001 Purwantoro · Aman", "00:40"),
        ("TPS 002 Purwantoro · Selesai", "21-11 23:50"),
        ("TPS 003 Purwantoro · Buka", "21-11 00:30"),
    ]
    room.tell("TPS 2 PURWANTORO selesai")
    assert "selesai sudah dicatat pukul 21-11 23:50" in room.panel.day.faults.text()


def test_what_is_silent_since_the_day_before_says_so(room: Room) -> None:
    assert room.rows()[0] == ("TPS 001 Purwantoro", "belum ada kabar sejak 07:30")
    room.turn_to_night()
    room.panel._refresh()
    assert room.rows()[0] == ("TPS 001 Purwantoro", "belum ada kabar sejak 21-11 07:30")


def test_a_day_that_is_put_away_is_not_shown_as_silence(room: Room) -> None:
    room.tell("TPS 1 PURWANTORO buka")
    room.turn_to_night()
    room.desk.clock.forward(KEPT.total_seconds() - 3600)
    room.panel._refresh()
    day = room.panel.day
    assert (room.matrix()["Purwantoro"][0], day.heading.text()) == (1, "TPS DIAM · 6")
    room.desk.clock.forward(3600)
    room.panel._refresh()
    assert (room.matrix(), room.rows(), day.heading.text()) == ({}, [], "TPS DIAM · –")
    assert day.matrix.empty == day.view.empty == "Kabar hari itu tidak dimuat."


def test_a_number_that_may_count_people_is_told_back_as_it_was_written(room: Room) -> None:
    room.tell("TPS 3, 4 orang berkelahi Purwantoro")
    assert room.panel.day.faults.text() == (
        "Baris 1: “4 orang”: nomor TPS atau jumlah? Tulis kelurahan tepat setelah nomor TPS."
    )
    assert "stations.told" not in room.desk.kinds()


def test_a_heading_stays_above_the_line_that_needs_it(room: Room) -> None:
    room.tell("Kel. Purwantoro\nTPS 1 buka\nTPS 77 buka\nTPS 2 buka")
    assert room.panel.day.entry.toPlainText() == "Kel. Purwantoro\nTPS 77 buka"
    room.tell(room.panel.day.entry.toPlainText().replace("77", "3"))
    assert room.panel.day.entry.toPlainText() == ""
    assert room.matrix()["Purwantoro"][0] == 3


def test_only_trouble_comes_to_the_queue_and_is_marked_in_the_matrix(room: Room) -> None:
    room.tell("TPS 1 PURWANTORO buka\nTPS 2 PURWANTORO ribut, massa datang")
    (incident,) = room.desk.seat.situation.open_incidents()
    assert incident.title == "TPS 2 PURWANTORO ribut, massa datang"
    assert room.matrix()["Purwantoro"][5] == 1
    assert room.last.undo is None
    room.press(Qt.Key.Key_L)
    assert ("TPS 002 Purwantoro · Gangguan → #0001", "14:07") in room.rows()


def test_the_silent_list_begins_a_line_for_the_one_that_is_marked(room: Room) -> None:
    assert room.panel.day.heading.text() == "TPS DIAM · 6"
    assert room.rows()[0] == ("TPS 001 Purwantoro", "belum ada kabar sejak 07:30")
    room.page.mark_row(room.page.model.rows[0].id)
    room.press(Qt.Key.Key_Return)
    assert room.panel.day.entry.toPlainText() == "TPS 1 PURWANTORO "
    room.tell("TPS 1-4,12 PURWANTORO aman")
    assert [first for first, _ in room.rows()] == ["TPS 001 Sukun"]


def test_a_wrong_message_is_struck_and_the_strike_taken_back(room: Room) -> None:
    room.tell("TPS 1 SUKUN selesai")
    room.press(Qt.Key.Key_Delete)
    assert room.last.code == "select_message"
    room.press(Qt.Key.Key_L)
    room.page.mark_row(room.page.model.rows[0].id)
    room.press(Qt.Key.Key_Delete)
    room.said(room.answer)
    assert room.last.code == "station_message.struck"
    assert room.rows()[0][0] == "dicoret · TPS 001 Sukun · Selesai"
    assert room.matrix()["Sukun"][0] == 0
    undo = room.last.undo
    assert undo is not None
    room.desk.do(undo)
    room.panel._refresh()
    assert room.matrix()["Sukun"][:4] == (1, 1, 1, 1)


def test_the_matrix_stays_where_it_was_scrolled_to(room: Room, qtbot: QtBot) -> None:
    areas = [StationRow(f"35.73.01.{n}", 7) for n in range(1001, 1012) if n != 1003]
    room.desk.do(ImportStations(room.id, "KPU", tuple(areas)))
    room.panel._refresh()
    matrix = room.panel.day.matrix
    matrix.setFixedHeight(120)
    matrix.setCurrentIndex(room.panel.day.matrix_model.index(0, 0))
    bar = matrix.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 60)
    bar.setValue(60)
    with qtbot.assertNotEmitted(room.panel.day.matrix_model.modelReset):
        room.tell("TPS 1 SUKUN buka")
    assert (room.matrix()["Sukun"][0], bar.value()) == (1, 60)
    with qtbot.waitSignal(room.panel.day.matrix_model.modelReset):
        room.desk.do(ImportStations(room.id, "KPU", (StationRow("35.73.01.1003", 1),)))
        room.panel._refresh()
    assert (bar.value(), matrix.currentIndex().row()) == (60, 0)


def test_a_paste_without_end_is_cut(room: Room) -> None:
    pasted = QMimeData()
    pasted.setText("TPS 1 SUKUN AMAN\n" * 20_000)
    room.panel.day.entry.insertFromMimeData(pasted)
    assert len(room.panel.day.entry.toPlainText()) <= 100_000


def test_colours_speak_of_what_is_overdue_only() -> None:
    row = MatrixRow("x", "X", 10, (10, 9, 4, 0, 0), 2, 0, 0)
    assert [ink(row, at) for at in range(5)] == ["text2", "warn", "text", "text3", "text3"]


def test_an_observer_reads_and_tells_nothing(room: Room) -> None:
    room.desk.sit(Role.OBSERVER)
    room.panel.day.entry.setPlainText("TPS 1 SUKUN AMAN")
    QTest.keyClick(room.panel.day.entry, Qt.Key.Key_Return)
    assert room.last.code == "not_allowed"
    assert room.panel.day.entry.toPlainText() == "TPS 1 SUKUN AMAN"
    assert "stations.told" not in room.desk.kinds()


@pytest.fixture
def guarded(room: Room, tmp_path: Path) -> Room:
    """With a pattern that was printed, and people from a file of which two rows are wrong."""
    room.panel.turn_to("guard")
    room.press(Qt.Key.Key_H)
    assert room.last.code == "plan_needs_pattern"
    room.press(Qt.Key.Key_P)
    room.write(preset="Jawa Barat 2013")
    room.press(Qt.Key.Key_H)
    assert room.last.code == "plan_needs_pools"
    file = tmp_path / "kekuatan.csv"
    file.write_text(
        "unsur,nama,kekuatan,kelurahan\nPolri,Polsek Blimbing,2,kec. Blimbing\n"
        "Linmas,Linmas Purwantoro,6,Purwantoro\nPramuka,Saka,9,Sukun\nPolri,Polsek X,4,Qwxzy\n"
    )
    room.panel.turn_to("pools")
    room.page.read_file(file)
    room.desk.until(lambda: not room.page.question.isHidden())
    assert "Baris 4" in room.page.faults.text()
    assert "Baris 5" in room.page.faults.text()
    room.said(room.answer)
    return room


def test_every_impossible_pattern_is_named_and_none_is_kept(room: Room) -> None:
    room.panel.turn_to("guard")
    room.press(Qt.Key.Key_P)
    form = room.page.shown_form
    for name, text in (("kurang_rawan", "2-0-4"), ("rawan", "1-2-4"), ("sangat_rawan", "dua")):
        form.inside[name].setText(text)
    form.keep_button.click()
    assert room.page.faults.text().splitlines() == [
        "Pola Kurang rawan 2-0-4 tanpa TPS; angka tengah paling sedikit 1.",
        "Pola Sangat rawan “dua” tidak terbaca; tulis polisi-TPS-linmas, mis. 2-4-8.",
    ]
    assert "patterns.set" not in room.desk.kinds()
    room.write(kurang_rawan="2-4-8", sangat_rawan="", source="Polda")
    assert "Kurang rawan 2-4-8, Rawan 1-2-4 · versi 1" in room.page.pending.text()
    assert room.page.faults.text() == ""


def test_people_come_by_the_file_and_a_plan_is_adopted_by_a_person(guarded: Room) -> None:
    room = guarded
    assert [row[:2] for row in room.rows()] == [
        ("Polsek Blimbing", "2 orang"), ("Linmas Purwantoro", "6 orang"),
    ]  # fmt: skip
    room.panel.turn_to("guard")
    room.press(Qt.Key.Key_H)
    room.answer(Qt.Key.Key_1)
    room.desk.until(lambda: room.page.offer is not None)
    assert "polisi 2 dari 3, linmas 6 dari 12" in room.page.standing.text()
    assert "6 TPS belum dinilai; dihitung sebagai Kurang rawan." in room.page.outlook.text()
    assert "plan.adopted" not in room.desk.kinds()
    room.press(Qt.Key.Key_Escape)
    assert room.page.offer is None
    assert room.page.buttons["adopt"].isHidden()
    room.press(Qt.Key.Key_H)
    room.answer(Qt.Key.Key_1)
    room.desk.until(lambda: room.page.offer is not None)
    room.press(Qt.Key.Key_T)
    room.said(room.answer)
    assert room.last.params == {"name": "Pilkada", "people": 8, "groups": 3, "short": 7}
    assert room.page.offer is None
    room.press(Qt.Key.Key_K)
    assert all("kurang" in right for _, right in room.rows())


def start(room: Room, name: str) -> str:
    operation = Operation(name, 1, name, room.desk.clock.now(), None, None, {})
    return str(room.desk.do(StartOperation(operation)).result["operation_id"])


def test_posting_counts_what_is_judged_for_the_operation_that_runs(guarded: Room) -> None:
    room = guarded
    mantap = start(room, "Mantap Praja")
    scores = {"teror": 4}
    room.desk.do(Assess(SubjectKind.AREA, PURWANTORO, scores, "Intel", operation_id=mantap))
    room.panel.turn_to("guard")
    assert room.panel.operation.currentText() == "Mantap Praja"

    def levels() -> set[str]:
        room.press(Qt.Key.Key_H)
        room.answer(Qt.Key.Key_1)
        room.desk.until(lambda: room.page.offer is not None)
        assert room.page.offer.basis.operation_id == room.panel.scope.operation_id
        return {one.level for one in room.page.offer.basis.stations if one.area_code == PURWANTORO}

    assert levels() == {"sangat_rawan"}
    assert "Dengan penilaian untuk Mantap Praja." in room.page.outlook.text()
    room.panel.operation.setCurrentIndex(0)
    room.panel.operation.activated.emit(0)
    assert room.page.offer is None
    assert levels() == {"kurang_rawan"}


def test_of_two_operations_a_person_chooses(room: Room) -> None:
    room.panel.hide()
    first = start(room, "Mantap Praja")
    start(room, "Lilin")
    room.panel.show()
    choice = room.panel.operation
    assert [choice.itemText(at) for at in range(choice.count())] == [
        "Semua operasi", "Mantap Praja", "Lilin",
    ]  # fmt: skip
    assert room.panel.scope.operation_id == ""
    choice.setCurrentIndex(1)
    choice.activated.emit(1)
    room.panel._refresh()
    assert room.panel.scope.operation_id == first
    room.desk.do(EndOperation(first))
    room.panel._refresh()
    assert choice.currentText() == "Semua operasi"


@pytest.fixture
def posted(guarded: Room) -> Room:
    """With the plan adopted, and posting in view."""
    guarded.panel.turn_to("guard")
    guarded.press(Qt.Key.Key_H)
    guarded.answer(Qt.Key.Key_1)
    guarded.desk.until(lambda: guarded.page.offer is not None)
    guarded.press(Qt.Key.Key_T)
    guarded.said(guarded.answer)
    return guarded


def test_a_post_is_changed_by_hand_within_what_there_is(posted: Room) -> None:
    room = posted
    room.page.mark_row(room.page.model.rows[0].id)
    room.press(Qt.Key.Key_Return)
    linmas = next(p for p in room.desk.seat.situation.all("force_pool") if p.force is Force.LINMAS)
    room.write(people="7", pool=linmas.id)
    assert room.last.code == "pool_overdrawn"
    room.write(people="0", pool=linmas.id)
    assert room.last.code == "people.reposted"


def pool_named(room: Room, name: str) -> ForcePool:
    pools: list[ForcePool] = list(room.desk.seat.situation.all("force_pool"))
    return next(pool for pool in pools if pool.name == name)


def test_who_was_withdrawn_guards_nothing_and_is_taken_away_by_hand(posted: Room) -> None:
    room = posted
    assert "8 orang; kurang 7 di" in room.page.standing.text()
    room.desk.do(WithdrawPool(pool_named(room, "Linmas Purwantoro").id))
    room.desk.until(lambda: "2 orang; kurang 13 di 3" in room.page.standing.text())
    rows = [row for row in room.page.model.rows if "Linmas Purwantoro (ditarik)" in row.second]
    assert rows
    room.press(Qt.Key.Key_K)
    assert {row.id for row in rows} <= {row.id for row in room.page.model.rows}
    room.page.mark_row(rows[0].id)
    room.press(Qt.Key.Key_Return)
    form = room.page.shown_form
    assert form.inside["pool"].currentText() == "Linmas Purwantoro (ditarik) (Linmas)"
    assert form.inside["people"].text() == "0"
    room.write(people="1")
    assert room.last.code == "pool_was_withdrawn"
    room.write(people="0")
    assert room.last.code == "people.reposted"
    (after,) = [row for row in room.page.model.rows if row.id == rows[0].id]
    assert "ditarik" not in after.second


def test_more_people_posted_than_a_pool_has_are_named(posted: Room) -> None:
    room = posted
    assert room.page.outlook.text() == ""
    fewer = PoolRow(Force.LINMAS, "Linmas Purwantoro", 4, "Purwantoro")
    room.desk.do(KeepPools(room.id, (fewer,)))
    named = "Linmas Purwantoro: 6 diploting, hanya ada 4 orang; kurangi (Return)."
    room.desk.until(lambda: room.page.outlook.text() == named)
    room.panel.turn_to("pools")
    row = next(row for row in room.page.model.rows if row.first == "Linmas Purwantoro")
    assert "6 diploting, 2 lebih dari yang ada" in row.second


def test_a_pool_keeps_its_name_and_what_another_seat_kept_is_not_overwritten(guarded: Room) -> None:
    room = guarded
    before = room.rows()
    room.page.mark_row(pool_named(room, "Polsek Blimbing").id)
    room.press(Qt.Key.Key_Return)
    room.write(name="Polsek Blimbng")
    assert room.last.code == "pool_keeps_name"
    room.write(name="Polsek Blimbing", force=Force.MILITARY)
    assert room.last.code == "pool_keeps_name"
    assert room.rows() == before
    theirs = PoolRow(Force.POLICE, "Polsek Blimbing", 5, "kec. Blimbing")
    room.desk.do(KeepPools(room.id, (theirs,)))
    room.write(force=Force.POLICE, strength="3")
    assert room.last.code == "conflict"
    room.press(Qt.Key.Key_Insert)
    room.write(name="polsek blimbing", force=Force.POLICE, strength="9", area="Purwantoro")
    assert room.last.code == "pool_stands"
    assert ("Polsek Blimbing", "5 orang") in room.rows()
    assert len(room.rows()) == len(before)


def test_stages_are_taken_over_and_changed(room: Room) -> None:
    room.panel.turn_to("stages")
    room.said(lambda: room.press(Qt.Key.Key_K))
    assert ("Pemungutan suara", "berlangsung, hari terakhir") in room.rows()
    at = next(row.id for row in room.page.model.rows if row.first == "Kampanye")
    room.page.mark_row(at)
    room.press(Qt.Key.Key_Return)
    room.write(ends_on="2020-01-01")
    assert room.last.code == "stage_ends_first"


def test_ballots_leave_arrive_and_are_handed_over(room: Room) -> None:
    room.panel.turn_to("escorts")
    room.press(Qt.Key.Key_Insert)
    room.write(cargo="Kotak suara", origin="Gudang", destination="PPK", escort="4 orang",
               planned_at="kemarin")  # fmt: skip
    assert room.last.code == "escort_bad_time"
    room.write(planned_at="21-11-2026 08.00")
    room.page.mark_row(room.page.model.rows[0].id)
    assert room.rows()[0][1] == "lewat jadwal"
    for typed in (None, None, "Ketua PPK"):
        room.press(Qt.Key.Key_L)
        room.said(lambda typed=typed: room.answer(typed=typed))
        room.page.mark_row(room.page.model.rows[0].id)
    assert room.rows()[0] == ("Kotak suara · Gudang → PPK", "Diserahkan")
    assert "diterima Ketua PPK" in room.page.model.rows[0].second


def test_a_leg_grows_late_while_somebody_looks(room: Room) -> None:
    room.panel.turn_to("escorts")
    soon = room.desk.clock.now() + timedelta(seconds=30)
    room.desk.do(KeepEscort(room.id, "Kotak", "Gudang", "PPK", "4 orang", soon))
    room.panel._refresh()
    assert room.rows()[0][1] == "Rencana"
    room.desk.clock.forward(31)
    room.desk.until(lambda: room.rows()[0][1] == "lewat jadwal")


def test_one_polling_station_is_typed_in_and_changed(room: Room, qtbot: QtBot) -> None:
    places = PlacesPanel(room.desk.seat)
    qtbot.addWidget(places)
    places.resize(470, 900)
    places.show()
    places.turn_to("stations")
    room.panel.hide()
    room.panel = places  # type: ignore[assignment]
    room.press(Qt.Key.Key_Insert)
    room.write(area="Purwantoro", number="12", source="KPU")
    assert room.last.code == "station_listed"
    room.write(number="901", voters="lima")
    assert room.last.code == "station_not_number"
    room.write(voters="55")
    assert ("TPS 901 Purwantoro", "belum dinilai") in room.rows()
    made = next(row for row in room.page.model.rows if row.first == "TPS 901 Purwantoro")
    assert "55 pemilih" in made.second
    room.page.view.setCurrentIndex(room.page.model.index(room.page.model.place_of(made.id), 0))
    room.press(Qt.Key.Key_Return)
    room.write(voters="60", point="-7.95, 112.65")
    row = room.desk.seat.situation.get("polling_station", made.id)
    assert row is not None
    assert (row.voters, row.lat, row.number) == (60, -7.95, 901)


def test_a_message_from_elsewhere_is_seen_without_asking(room: Room) -> None:
    station = next(
        s for s in room.desk.seat.situation.all("polling_station") if s.area_code == SUKUN
    )
    room.desk.do(TellStations(room.id, (StationWord(station.id, DayWord.OPEN, "TPS 1"),)))
    room.desk.until(lambda: room.matrix()["Sukun"][0] == 1)
