"""An election on screen, over a real room: guarded, told of, and brought home."""

from datetime import timedelta

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from command_center.commands.ballot_escort import KeepEscort
from command_center.commands.elections import ImportStations, StationRow
from command_center.commands.polling_day import StationWord, TellStations
from command_center.domain.polling_day import KEPT, DayWord
from command_center.domain.room import Role
from command_center.ui.election.matrix import MatrixRow, ink
from command_center.ui.places.panel import PlacesPanel
from tests.ui.election_room import SUKUN, Room, room
from tests.ui.real_room import real_desk

__all__ = ["real_desk", "room"]


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
