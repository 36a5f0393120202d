"""What a sheet says beside its values is the same looked through in pieces as in one go."""

from __future__ import annotations

import io

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from command_center.connectors.places.sheet import Columns, read_sheet
from command_center.contract import xlsx_marks
from command_center.contract.given_table import read_table
from command_center.contract.xlsx_marks import MOST_MERGED, Marks, marks_of


def cell(at: str, kind: int, text: str) -> str:
    return (
        f'<c r="{at}" s="1"/>',
        f'<c r="{at}"><v>{text}</v></c>',
        f'<x:c s="2" r="{at}" t="str">\n <x:f>A1</x:f><x:v>{text}</x:v></x:c>',
        f'<c r="{at}"><f ref="A1:A9"/></c>',
        f'<c t="inlineStr" r="{at}"><is><t>{text}</t></is></c>',
        f'<c r="{at}"><v></v></c>',
        f"<c><v>{text}</v></c>",
    )[kind]


@st.composite
def sheets(draw: st.DrawFn) -> bytes:
    kinds = st.integers(0, 6 if draw(st.integers(0, 3)) == 0 else 5)
    words = st.sampled_from(["", "7", "row&gt;", "a" * 90])
    rows = []
    for number in range(1, draw(st.integers(0, 12)) + 1):
        letters = draw(st.lists(st.sampled_from(["A", "B", "Z", "AB", "XFD"]), max_size=4))
        cells = "".join(cell(f"{letter}{number}", draw(kinds), draw(words)) for letter in letters)
        hidden = draw(st.sampled_from(["", ' hidden="1"', ' hidden="0" ht="9"']))
        rows.append(f'<row r="{number}"{hidden}>{cells}</row>')
    ends = draw(st.lists(st.tuples(st.integers(1, 9), st.integers(1, 9)), max_size=12))
    merged = "".join(f'<mergeCell ref="A{top}:B{bottom}"/>' for top, bottom in ends)
    sheet = f"<sheetData>{''.join(rows)}</sheetData><mergeCells>{merged}</mergeCells>"
    return sheet.encode(draw(st.sampled_from(["utf-8", "utf-16"])))


@settings(max_examples=200, deadline=None)
@given(sheets(), st.integers(1, 400))
def test_pieces_say_what_the_whole_sheet_says(sheet: bytes, least: int) -> None:
    def read(piece: int) -> tuple[Marks, int]:
        looks: list[None] = []
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(xlsx_marks, "_LEAST_PIECE", piece)
            return marks_of(sheet, lambda: looks.append(None)), len(looks)

    (whole, once), (cut, often) = read(len(sheet) + 1), read(least)
    assert cut == whole
    assert once == 1
    # A piece ends with the next tag; none of these is longer than 200 letters.
    assert often >= len(sheet.decode("utf-16" if sheet[0] > 127 else "utf-8")) // (least + 200)


def test_all_pieces_together_have_the_merged_cells_that_are_counted() -> None:
    merged = b"".join(b'<mergeCell ref="A%d:A%d"/>' % (n, n + 1) for n in range(MOST_MERGED))
    looks: list[None] = []
    found = marks_of(merged, lambda: looks.append(None))
    assert len(found.merged) == MOST_MERGED
    assert len(looks) == len(merged) // 65_536 + 1


def test_what_has_no_tag_to_cut_at_is_cut_all_the_same() -> None:
    looks: list[None] = []
    marks_of(b"<v>" + b"x" * 3_000_000, lambda: looks.append(None))
    assert len(looks) == 4


class Stopped(Exception):
    """Somebody wants no more of it."""


def workbook() -> bytes:
    made, held = openpyxl.Workbook(), io.BytesIO()
    for number in range(2_000):
        made.worksheets[0].append([number, number] if number else ["tps", "kelurahan"])
    made.save(held)
    return held.getvalue()


def test_a_workbook_is_let_go_of_between_two_pieces() -> None:
    looks: list[None] = []

    def look() -> None:
        looks.append(None)
        if len(looks) == 2:
            raise Stopped

    with pytest.raises(Stopped):
        read_table(workbook(), ("tps",), look=look)
    assert len(looks) == 2


def test_whoever_imports_a_workbook_is_told_before_its_first_row_is_read() -> None:
    told: list[int] = []

    def tell(rows: int) -> None:
        told.append(rows)
        if len(told) == 3:
            raise Stopped

    with pytest.raises(Stopped):
        read_sheet(workbook(), Columns(("tps",), {}), lambda row: row, tell)
    assert told == [0, 0, 0]
