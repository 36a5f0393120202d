"""Places on screen, over a real room: taken in, judged, talked about, and written out again."""

import csv
import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from command_center.commands.assessments import Assess
from command_center.commands.elections import KeepElection
from command_center.commands.sites import KeepSite
from command_center.domain.room import Role
from command_center.domain.site import ElectionKind, SiteKind, SubjectKind
from command_center.storage.sealed import SealedVault
from command_center.ui.commandline.search import Kind, search
from command_center.ui.format import count, decimal
from command_center.ui.places.panel import PlacesPanel
from tests.ui.real_room import RealDesk, real_desk

__all__ = ["real_desk"]
DATA = Path(__file__).resolve().parents[3] / "shared" / "data" / "tps"
STATIONS = DATA / "pemilu2024_tps_list.csv"
ELECTION = KeepElection("pemilu-2024", "Pemilu 2024", ElectionKind.GENERAL, "2024-02-14", "KPU")
KPU = KeepSite(SiteKind.KPU, "KPU Kota", "kpu", area="Blimbing", contacts=("Piket 0341",))
NOTE = "Dua kelompok pendukung berebut lapangan Rampal, sekitar 300 orang"


class Places:
    def __init__(self, desk: RealDesk, qtbot: QtBot) -> None:
        self.desk, self.qtbot = desk, qtbot
        self.vault = SealedVault(desk.room.database.engine, desk.clock)
        object.__setattr__(desk.seat, "vault", self.vault)
        self.panel = PlacesPanel(desk.seat)
        qtbot.addWidget(self.panel)
        self.panel.resize(470, 860)
        self.panel.show()
        self.panel.activateWindow()

    @property
    def page(self) -> Any:
        return self.panel.page

    def rows(self) -> list[tuple[str, str]]:
        return [(row.first, row.right) for row in self.page.model.rows]

    def mark(self, name: str) -> None:
        at = next(n for n, row in enumerate(self.page.model.rows) if row.first == name)
        self.page.view.setCurrentIndex(self.page.model.index(at, 0))

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.page.view, key)

    def write(self, **values: object) -> None:
        form = self.page.shown_form
        for name, value in values.items():
            field = form.inside[name]
            if isinstance(field, QComboBox):
                field.setCurrentIndex(field.findData(value))
            else:
                assert isinstance(field, QLineEdit)
                field.setText(str(value))
        said = len(self.desk.notices)
        form.keep_button.click()
        self.desk.until(lambda: len(self.desk.notices) > said)
        self.followed()

    def answer(self, typed: str | None = None) -> None:
        question = self.page.question
        if typed is not None:
            question.field.setText(typed)
        QTest.keyClick(question.field or question, Qt.Key.Key_Return)

    def read(self, path: Path) -> None:
        self.page.read_file(path)
        self.desk.until(lambda: not self.page.job.running)

    def stored(self) -> None:
        self.answer()
        self.desk.until(lambda: not self.page.job.running)
        self.followed()

    def followed(self) -> None:
        """The panel has heard of everything that is in the log."""
        live, heard = self.desk.seat.live, []
        seq = len(self.desk.kinds())
        if live.situation.seq < seq:
            slot = live.changed.connect(lambda _: heard.append(live.situation.seq))
            self.desk.until(lambda: live.situation.seq >= seq and heard)
            live.changed.disconnect(slot)

    def errors(self) -> list[str]:
        return [notice.code for notice in self.desk.notices if notice.error]

    def card(self) -> str:
        card = self.page.card
        texts = [label.text() for pair in card.parts for label in pair]
        return "\n".join([card.title.text(), *texts, card.opened.text()])


@pytest.fixture
def places(real_desk: RealDesk, qtbot: QtBot) -> Iterator[Places]:
    real_desk.sit(Role.SHIFT_LEAD)
    made = Places(real_desk, qtbot)
    yield made
    made.vault.close()


def test_the_citys_own_places_are_taken_in_once(places: Places) -> None:
    assert "K" in places.page.view.empty
    places.press(Qt.Key.Key_K)
    places.stored()
    names = [name for name, _ in places.rows()]
    assert names[:3] == ["KPU Kota Malang", "Bawaslu Kota Malang", "Balai Kota Malang"]
    places.mark("KPU Kota Malang")
    assert "titik kelurahan; belum disurvei" in places.card()
    places.press(Qt.Key.Key_K)
    assert places.errors() == ["places_nothing_new"]


def test_a_place_is_added_judged_and_its_older_judgement_stays(places: Places) -> None:
    places.press(Qt.Key.Key_Insert)
    places.write(name="Gudang KPU", kind=SiteKind.LOGISTICS, area="Arjosari", source="KPU")
    assert places.rows() == [("Gudang KPU", "belum dinilai")]
    places.mark("Gudang KPU")
    for score in (4, 1):
        places.desk.clock.forward(60)
        places.press(Qt.Key.Key_N)
        assert places.page.shown_form.inside["source"].text() == ("" if score == 4 else "Intel")
        places.write(bencana=score, source="Intel")
    assert places.rows() == [("Gudang KPU", f"Kurang rawan {decimal(25)}")]
    card = places.card()
    assert "Rawan bencana: 1 dari 4, bobot 2" in card
    assert "tidak dinilai: Konflik sosial pemilu" in card
    places.press(Qt.Key.Key_H)
    assert [first for first, _ in places.rows()] == [
        f"Kurang rawan {decimal(25)}",
        f"Sangat rawan {decimal(100)}",
    ]
    places.press(Qt.Key.Key_Escape)
    assert [first for first, _ in places.rows()] == ["Gudang KPU"]


def test_a_place_that_left_the_list_comes_back_when_it_is_kept_again(places: Places) -> None:
    places.desk.do(KPU)
    places.mark("KPU Kota")
    places.press(Qt.Key.Key_Delete)
    places.answer()
    places.desk.until(lambda: places.rows() == [])
    places.page.kinds.setCurrentIndex(places.page.kinds.count() - 1)
    places.mark("KPU Kota")
    places.press(Qt.Key.Key_Return)
    places.write(short="KPU")
    assert places.rows() == []
    places.page.kinds.setCurrentIndex(0)
    assert [first for first, _ in places.rows()] == ["KPU Kota"]


def test_a_form_stays_open_where_nothing_came_of_it(places: Places) -> None:
    places.press(Qt.Key.Key_Insert)
    places.write(name="Pos", area="Qwxzy")
    assert places.errors() == ["unknown_area"]
    assert places.page.shown_form.inside["name"].text() == "Pos"
    places.write(area="", point="-7,9 112,6 x")
    assert places.errors()[-1] == "place_no_point"


def test_a_dialogue_is_tied_to_the_judgement_that_counts(places: Places) -> None:
    site = str(places.desk.do(KPU).result["site_id"])
    rated = places.desk.do(Assess(SubjectKind.SITE, site, {"teror": 2}, "x")).result
    places.mark("KPU Kota")
    places.press(Qt.Key.Key_D)
    places.write(who="Bhabin Blimbing", summary="Satpam siap", agreed="patroli tiap 2 jam")
    (talk,) = places.desk.seat.situation.all("dialogue")
    assert (talk.site_id, talk.assessment_id) == (site, rated["assessment_id"])
    assert "Bhabin Blimbing" in places.card()
    places.press(Qt.Key.Key_L)
    places.mark(places.rows()[0][0])
    places.press(Qt.Key.Key_Delete)
    places.answer()
    places.desk.until(lambda: places.rows()[0][0].startswith("dicoret"))


def test_a_restricted_note_is_opened_for_an_entry_of_the_log_only(places: Places) -> None:
    places.panel.turn_to("areas")
    places.mark("Kauman")
    places.press(Qt.Key.Key_G)
    places.press(Qt.Key.Key_Insert)
    places.write(text="dipimpin Sdr. Budi", source="laporan RW")
    assert places.errors() == ["friction_names_person"]
    places.write(text=NOTE, source="laporan RW")
    places.desk.until(lambda: len(places.rows()) == 1)
    assert NOTE not in places.card()
    assert all(NOTE not in str(e.entry) for e in places.desk.room.database.history.entries())
    places.mark(places.rows()[0][0])
    places.press(Qt.Key.Key_Return)
    places.answer("apel pengamanan")
    places.desk.until(lambda: NOTE in places.card())
    entry = list(places.desk.room.database.history.entries())[-1].entry
    assert entry.kind == "sealed.opened"
    assert "Kauman" in str(entry.inputs)
    places.press(Qt.Key.Key_Escape)
    assert NOTE not in places.card()


def test_the_command_line_finds_a_place_and_opens_it(places: Places) -> None:
    places.desk.do(replace(KPU, name="Posko Rampal", code="posko"))
    places.desk.do(replace(KPU, name="Posko lama", code="lama"))
    places.panel.turn_to("criteria")
    hits = [row for row in search(places.desk.seat, "posko ram") if row.kind is Kind.PLACE]
    assert (hits[0].title, hits[0].preview) == (
        "Posko Rampal",
        "Buka Posko Rampal di daftar tempat",
    )
    hits[0].run(places.desk.seat)
    assert places.page is places.panel.sites
    assert places.card().startswith("Posko Rampal")


def test_who_may_not_open_notes_or_see_contacts_does_not(places: Places) -> None:
    places.desk.do(KPU)
    places.mark("KPU Kota")
    assert "Piket 0341" in places.card()
    places.desk.sit(Role.OBSERVER)
    places.desk.seat.person.changed.emit()
    assert "Piket 0341" not in places.card()
    for key in (Qt.Key.Key_G, Qt.Key.Key_N, Qt.Key.Key_O):
        places.press(key)
    assert places.errors() == ["not_allowed"] * 3


@pytest.mark.skipif(not STATIONS.exists(), reason="the list of polling stations is not here")
def test_the_real_list_goes_in_with_special_numbers_and_both_codes(places: Places) -> None:
    places.panel.turn_to("stations")
    places.press(Qt.Key.Key_O)
    assert places.errors() == ["select_election"]
    places.press(Qt.Key.Key_P)
    places.write(code="pemilu-2024", name="Pemilu 2024", day="2024-02-14")
    places.read(STATIONS)
    places.stored()
    told = places.page.standing.text()
    assert told == f"{count(2452)} TPS, 12 khusus, 0 pemilih tercatat"
    places.page.filter.setText("901 bunulrejo")
    assert [first for first, _ in places.rows()] == ["TPS 901 Bunulrejo"]
    places.mark("TPS 901 Bunulrejo")
    assert "Kemendagri 35.73.01.1008 · KPU 3573011008" in places.card()
    (found,) = [row for row in search(places.desk.seat, "tps 901 keb") if row.kind is Kind.PLACE]
    assert (found.title, found.detail) == ("TPS 901 Kebonsari", "Pemilu 2024")
    found.run(places.desk.seat)
    assert places.card().startswith("TPS 901 Kebonsari")
    seq = places.desk.seat.situation.seq
    places.read(STATIONS)
    assert places.errors()[-1] == "places_nothing_new"
    assert places.desk.seat.situation.seq == seq


def test_bad_rows_are_told_by_row_and_column_and_good_ones_kept(
    places: Places, tmp_path: Path
) -> None:
    places.desk.do(ELECTION)
    places.panel.turn_to("stations")
    path = tmp_path / "tps.csv"
    lines = ("no_tps;kelurahan;dpt", "1;Sukun;560", "x;Sukun;1", "2;Negeri;1", "1;Sukun;9")
    path.write_text("\n".join(lines), encoding="utf-8")
    places.read(path)
    told = places.page.faults.text().splitlines()
    assert len(told) == 3
    assert told[0].startswith("Baris 3, kolom A “no_tps”: “x”")
    assert told[1].startswith("Baris 4, kolom B “kelurahan”: “Negeri” bukan kelurahan")
    assert told[2].startswith("Baris 5, kolom A “no_tps”: “1” sudah ada di baris 2")
    places.stored()
    assert [first for first, _ in places.rows()] == ["TPS 001 Sukun"]


def test_an_import_that_is_stopped_goes_on_with_the_same_file(
    places: Places, tmp_path: Path
) -> None:
    places.desk.do(ELECTION)
    places.panel.turn_to("stations")
    path = tmp_path / "tps.csv"
    lines = ["no_tps,kelurahan", *(f"{n},Sukun" for n in range(1, 601))]
    path.write_text("\n".join(lines), encoding="utf-8")
    places.read(path)
    places.page.job.storing.connect(lambda stored, _: stored >= 250 and places.page.job.stop())
    places.stored()
    assert "Dihentikan: 500 dari 600" in places.page.outlook.text()
    assert len(list(places.desk.seat.situation.all("polling_station"))) == 500
    places.page.job.storing.disconnect()
    places.read(path)
    places.stored()
    assert len(list(places.desk.seat.situation.all("polling_station"))) == 600


@pytest.mark.parametrize(("key", "ending"), [(Qt.Key.Key_1, ".csv"), (Qt.Key.Key_2, ".xlsx")])
def test_what_is_written_out_is_read_in_again_without_a_change(
    places: Places, key: Qt.Key, ending: str
) -> None:
    places.desk.do(replace(KPU, name="=KPU", lat=-7.97766, lon=112.63409, source="+survei"))
    places.press(Qt.Key.Key_E)
    QTest.keyClick(places.page.question, key)
    places.desk.until(lambda: "places_exported" in places.desk.said())
    (path,) = places.desk.seat.pictures.with_name("exports").glob("tempat-*")
    assert path.suffix == ending
    cells = sheet(path)
    assert cells[1][2] == "'=KPU"
    assert cells[1][8] in (-7.97766, "-7.97766")
    places.read(path)
    assert places.errors() == ["places_nothing_new"]


def sheet(path: Path) -> list[list[object]]:
    if path.suffix == ".csv":
        return [list(row) for row in csv.reader(io.StringIO(path.read_text("utf-8-sig")))]
    page = openpyxl.load_workbook(path).worksheets[0]
    return [list(row) for row in page.iter_rows(values_only=True)]


def test_judgements_go_out_and_come_in_by_subject(places: Places, tmp_path: Path) -> None:
    places.desk.do(KPU)
    path = tmp_path / "nilai.csv"
    lines = (
        "kode_tempat,kelurahan,bencana,Ancaman teror,penilai,sumber,tanggal",
        "kpu,,2,,Kasat,Intel,20-11-2026",
        ",Kauman,,4,Kasat,Intel,20-11-2026",
        ",Kauman,5,,Kasat,Intel,20-11-2026",
        "pasar,,1,,Kasat,Intel,20-11-2026",
        ",Kasin,1,,Kasat,Intel,31-12-2027",
    )
    path.write_text("\n".join(lines), encoding="utf-8")
    places.panel.turn_to("areas")
    places.read(path)
    told = [line.split(":")[0] for line in places.page.faults.text().splitlines()]
    assert told == [
        "Baris 4, kolom C “bencana”",
        "Baris 5, kolom A “kode_tempat”",
        "Baris 6, kolom G “tanggal”",
    ]
    places.stored()
    assert ("Kauman", f"Sangat rawan {decimal(100)}") in places.rows()
    assert "1 dari 57 kelurahan dinilai" in places.page.standing.text()
    places.press(Qt.Key.Key_E)
    QTest.keyClick(places.page.question, Qt.Key.Key_1)
    places.desk.until(lambda: "places_exported" in places.desk.said())
    (written,) = places.desk.seat.pictures.with_name("exports").glob("kerawanan-*")
    places.read(written)
    assert places.errors() == ["places_nothing_new"]


def test_criteria_are_edited_as_a_draft_and_count_once_saved(places: Places) -> None:
    places.panel.turn_to("criteria")
    places.mark("Ancaman teror")
    places.press(Qt.Key.Key_Return)
    form = places.page.shown_form
    form.inside["weight"].setText("0")
    form.keep_button.click()
    assert places.errors() == ["criteria_wrong"]
    form.inside["weight"].setText("9")
    form.keep_button.click()
    assert ("Ancaman teror", "bobot 9 dari 18") in places.rows()
    assert places.page.pending.text() == "Belum disimpan."
    assert "room.criteria" not in places.desk.kinds()
    places.press(Qt.Key.Key_S)
    places.desk.until(lambda: "versi 1" in places.page.standing.text())
    places.mark("Ancaman teror")
    places.press(Qt.Key.Key_Delete)
    places.press(Qt.Key.Key_Z)
    assert len(places.rows()) == 5
    places.press(Qt.Key.Key_H)
    places.desk.until(lambda: places.rows() and places.rows()[0][0].startswith("versi 1"))
