"""The order of battle out of sheets people make: merged cells, wrong cells, trees and circles."""

import io
from collections.abc import Collection

import openpyxl
import pytest

from command_center.commands.order_of_battle import ForceRow
from command_center.connectors.places.forces import read_forces
from command_center.connectors.places.sheet import Sheet
from command_center.domain.errors import OperatorError
from command_center.domain.operation import Branch

HEAD = "satuan,nama,induk,jumlah,pimpinan,panggilan,sektor,pos,grup_radio,kelurahan\n"
AREAS = {"Sukun": "35.73.04.1005"}
DALMAS = (Branch.POLRI, "kompi dalmas")


def read(
    rows: str, known: Collection[tuple[Branch, str]] = (), head: str = HEAD
) -> Sheet[ForceRow]:
    return read_forces((head + rows).encode(), AREAS.get, known, lambda _: None)


def wrong(sheet: Sheet[ForceRow]) -> list[tuple[int, str, str]]:
    return [(error.row, error.letter, error.code) for error in sheet.errors]


def test_whoever_stands_above_others_comes_before_them_wherever_the_sheet_has_them() -> None:
    sheet = read(
        "Polri,Regu 1,Pleton 1,10,,,,,,\nPolri,Pleton 1,Kompi Dalmas,0,,,,,,\n"
        "Polri,Kompi Dalmas,,100,AKP Budi,DALMAS,Sektor A,Pagar,Dalmas 1,Sukun\n"
    )
    assert [row.name for row in sheet.rows] == ["Kompi Dalmas", "Pleton 1", "Regu 1"]
    first = sheet.rows[0]
    assert (first.sector, first.post, first.talk_group) == ("Sektor A", "Pagar", "Dalmas 1")
    assert (first.area, first.strength, sheet.errors) == ("35.73.04.1005", 100, ())


def test_every_wrong_cell_is_told_by_row_and_column_and_the_other_rows_are_kept() -> None:
    sheet = read(
        "Polri,Regu 1,,10,,,,,,Atlantis\nMarsekal,Regu 2,,10,,,,,,\nPolri,Regu 3,,banyak,,,,,,\n"
        "TNI,Peleton,,30,,,A,Pos 1,,\nTNI,Peleton,,30,,,,,,\nPolri,Regu 4,Kompi 9,5,,,,,,\n"
        "Damkar,Mobil 1,,6,,,B,Pos 1,,\n"
    )
    assert [row.name for row in sheet.rows] == ["Peleton"]
    assert wrong(sheet) == [
        (2, "J", "cell_no_kelurahan"),
        (3, "A", "cell_not_known"),
        (4, "D", "cell_not_whole"),
        (6, "B", "cell_twice"),
        (7, "C", "cell_no_force"),
        (8, "G", "cell_other_sector"),
    ]


def test_those_under_a_wrong_row_are_wrong_too_and_a_circle_is_told_of_each() -> None:
    under = read("Polri,Kompi,,x,,,,,,\nPolri,Regu,Kompi,5,,,,,,\n")
    assert (under.rows, wrong(under)[1]) == ((), (3, "C", "cell_no_force"))
    circle = read("Polri,A,B,1,,,,,,\nPolri,B,A,1,,,,,,\nPolri,C,C,1,,,,,,\nTNI,D,,1,,,,,,\n")
    assert [row.name for row in circle.rows] == ["D"]
    assert {code for _, _, code in wrong(circle)} == {"cell_in_circle"}


def test_a_force_that_stands_already_may_be_above_one_of_the_sheet() -> None:
    sheet = read("Polri,Regu 1,Kompi Dalmas,10,,,,,,\n", {DALMAS})
    assert [row.parent for row in sheet.rows] == ["Kompi Dalmas"]
    assert wrong(read("TNI,Regu 1,Kompi Dalmas,10,,,,,,\n", {DALMAS})) == [
        (2, "C", "cell_no_force")
    ]


def test_columns_that_are_missing_or_doubled_are_named_and_others_ignored() -> None:
    with pytest.raises(OperatorError) as missing:
        read("Polri,Regu 1\n", head="satuan,nama\n")
    assert (missing.value.code, missing.value.params["missing"]) == (
        "table_column_missing", "strength",
    )  # fmt: skip
    plain = read("Polri,Regu 1,8,merah\n", head="Satuan,Nama,Jumlah,Baju\n").rows[0]
    assert {"leader", "parent", "sector", "area"} <= {*plain.untold}


def test_merged_cells_of_a_workbook_count_for_every_row_they_cover() -> None:
    book = openpyxl.Workbook()
    page = book.active
    for line in (
        ["RENCANA PENGAMANAN"],
        ["Satuan", "Nama", "Jumlah", "Sektor"],
        ["Brimob", "Regu 1", 10, "Utara"],
        [None, "Regu 2", 12, None],
        ["Linmas", "Regu 1", 8, "Selatan"],
    ):
        page.append(line)
    page.merge_cells("A3:A4")
    page.merge_cells("D3:D4")
    page.merge_cells("A1:D1")
    out = io.BytesIO()
    book.save(out)
    sheet = read_forces(out.getvalue(), AREAS.get, (), lambda _: None)
    assert [(row.branch, row.name, row.sector) for row in sheet.rows] == [
        (Branch.BRIMOB, "Regu 1", "Utara"),
        (Branch.BRIMOB, "Regu 2", "Utara"),
        (Branch.LINMAS, "Regu 1", "Selatan"),
    ]


def test_a_large_sheet_that_is_upside_down_is_read_in_a_few_passes() -> None:
    rows = [f"Polri,R{n},R{n - 1 if n % 5 else ''},1,,,,,," for n in range(2_000)]
    rows = [row.replace(",R,", ",,") for row in rows]
    sheet = read("\n".join(reversed(rows)) + "\n")
    assert (len(sheet.rows), sheet.errors) == (2_000, ())
