"""The order of battle on screen: taken in from a file, kept by hand, what is left beside it."""

from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from command_center.commands.room import RegisterUnit
from command_center.domain.operation import Branch
from command_center.domain.unit import UnitStatus
from tests.ui.real_room import real_desk
from tests.ui.test_operations_panel import Operations, operations, rally

__all__ = ["operations", "rally", "real_desk"]
SHEET = (
    ("satuan", "nama", "induk", "jumlah", "panggilan", "sektor", "kelurahan"),
    ("Polri", "Kompi Dalmas", None, 22, None, "Sektor A", "Arjosari"),
    ("Polri", "Regu 1", "Kompi Dalmas", 12, "DALMAS 1", "Sektor A", None),
    ("Polri", "Regu 2", "Kompi Dalmas", 10, None, "Sektor A", None),
    ("Brimob", "Pleton PHH", None, 30, None, "Sektor B", None),
    ("Linmas", "Satgas", None, "lima", None, None, None),
    ("Linmas", "Satgas 2", None, 5, None, None, "Atlantis"),
)


@pytest.fixture
def forces(rally: Operations) -> Operations:
    rally.panel.turn_to("forces")
    return rally


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    book = openpyxl.Workbook()
    for line in SHEET:
        book.active.append(line)
    path = tmp_path / "renpam.xlsx"
    book.save(path)
    return path


def read(forces: Operations, path: Path) -> None:
    forces.page.read_file(path)
    forces.desk.until(lambda: not forces.page.job.running)


def stored(forces: Operations) -> None:
    def answer() -> None:
        QTest.keyClick(forces.page.question.field, Qt.Key.Key_Return)

    forces.heard(answer)


def card(forces: Operations) -> str:
    return "\n".join(text.text() for pair in forces.page.card.parts for text in pair)


def test_a_sheet_is_told_before_it_is_stored_and_its_wrong_rows_stay_out(
    forces: Operations, sheet: Path
) -> None:
    assert "Impor" in forces.page.view.empty
    read(forces, sheet)
    told = forces.page.faults.text()
    assert "Baris 6, kolom D “jumlah”" in told
    assert "Baris 7, kolom G “kelurahan”: “Atlantis” bukan kelurahan" in told
    assert forces.rows() == []
    stored(forces)
    assert forces.last() == "forces.imported"
    assert [row.strip() for row in forces.rows()] == [
        "Kompi Dalmas", "Regu 1", "Regu 2", "Pleton PHH",
    ]  # fmt: skip
    assert forces.page.standing.text() == "52 orang · Polri 22 · Brimob 30"
    assert "Sektor A 22 org\nSektor B 30 org" in card(forces)
    read(forces, sheet)
    assert forces.page.question.isHidden()


def test_the_strength_of_the_day_that_is_left_stands_beside_it(
    forces: Operations, sheet: Path
) -> None:
    for sign, crew in (("DALMAS 1", 12), ("SAMAPTA 01", 4)):
        unit = RegisterUnit(sign, "samapta", crew=crew, home="Klojen", status=UnitStatus.AVAILABLE)
        forces.desk.do(unit)
    forces.page.tick()
    assert "Klojen: sisa 16 dari 16 · 16 siap" in card(forces)
    read(forces, sheet)
    stored(forces)
    assert "Klojen: sisa 4 dari 16 · 4 siap" in card(forces)
    assert "10 orang Polri tanpa panggilan di papan: belum dikurangkan" in card(forces)


def test_one_is_added_changed_and_taken_off_by_hand(forces: Operations) -> None:
    forces.press(Qt.Key.Key_Insert)
    forces.write(name="Tim Negosiator", branch=Branch.POLRI, strength="enam")
    assert forces.last() == "force_strength_range"
    forces.write(strength=6, post="Pagar KPU")
    forces.mark()
    forces.press(Qt.Key.Key_Return)
    assert forces.page.shown_form.inside["post"].text() == "Pagar KPU"
    forces.write(name="Tim Lain")
    assert forces.last() == "force_keeps_name"
    forces.write(name="Tim Negosiator", strength=8)
    assert forces.page.model.rows[0].right == "8 org"
    forces.mark()
    forces.press(Qt.Key.Key_Delete)
    forces.heard(lambda: QTest.keyClick(forces.page.question, Qt.Key.Key_Return))
    assert forces.rows() == []


def test_what_is_written_out_is_a_sheet_again(forces: Operations, sheet: Path) -> None:
    read(forces, sheet)
    stored(forces)
    forces.press(Qt.Key.Key_E)
    forces.heard(lambda: QTest.keyClick(forces.page.question, Qt.Key.Key_1))
    (path,) = forces.desk.seat.pictures.with_name("exports").glob("kekuatan-*.csv")
    read(forces, path)
    assert forces.last() == "places_nothing_new"
