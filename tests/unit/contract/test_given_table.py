"""Tables people fill in, as workbooks and as text: the same rows, and errors that say where."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from command_center.contract import cells, table, xlsx
from command_center.contract.given_table import read_table
from command_center.contract.table import Table, TableFault, TableRow
from command_center.contract.xlsx import Plain, write_workbook

HEAD = ["Nama TPS", "Kelurahan", "DPT", "Lintang"]
NAMES = {"nama_tps": "tps", "lintang": "lat", "jumlah_pemilih": "dpt"}
REQUIRED = ("tps", "kelurahan")


def book(*rows: list[Any], change: Callable[[Any], object] = lambda _: None) -> bytes:
    made, held = openpyxl.Workbook(), io.BytesIO()
    for row in rows:
        made.worksheets[0].append(row)
    change(made)
    made.save(held)
    return held.getvalue()


def read(data: bytes, sheet: str = "") -> Table:
    return read_table(data, REQUIRED, NAMES, sheet)


def fault(data: bytes, sheet: str = "") -> tuple[str, dict[str, object]]:
    with pytest.raises(TableFault) as caught:
        read(data, sheet)
    return caught.value.code, caught.value.params


def plain(rows: tuple[TableRow, ...]) -> list[tuple[int, dict[str, Any]]]:
    return [(row.number, dict(row.values)) for row in rows]


ROWS = [["TPS 901", "Bareng", "203", "-7.98"], ["TPS 2", "Kasin", "", ""]]
READ = [
    (2, {"tps": "TPS 901", "kelurahan": "Bareng", "dpt": "203", "lat": "-7.98"}),
    (3, {"tps": "TPS 2", "kelurahan": "Kasin", "dpt": None, "lat": None}),
]


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_text_is_read_whatever_program_wrote_it(separator: str, encoding: str, end: str) -> None:
    text = end.join(separator.join(row) for row in (HEAD, *ROWS)) + end
    assert plain(read(text.encode(encoding)).rows) == READ


def test_a_workbook_has_the_same_rows() -> None:
    assert plain(read(book(HEAD, *ROWS)).rows) == READ


def test_letters_beyond_ascii_come_in_either_encoding() -> None:
    text = "Nama TPS;Kelurahan\nPos “Jaya”;Kafé\n"
    for encoding in ("utf-8", "cp1252"):
        (row,) = read(text.encode(encoding)).rows
        assert row.values == {"tps": "Pos “Jaya”", "kelurahan": "Kafé"}


def test_commas_in_addresses_do_not_make_columns() -> None:
    text = "nama tps;kelurahan;alamat\n1;Bareng;Jl. A, B, C, D, E\n2;Kasin;Jl. F, G, H, I\n"
    assert [row.values["kelurahan"] for row in read(text.encode()).rows] == ["Bareng", "Kasin"]


def test_the_line_that_names_the_separator_is_no_row() -> None:
    (row,) = read(b"sep=;\r\nnama tps;kelurahan\r\nA;B\r\n").rows
    assert row.number == 2


def test_a_header_may_stand_below_a_title() -> None:
    title = ["DAFTAR TPS KOTA MALANG", None, None, None]
    found = read(book(title, [None], HEAD, ROWS[0], [None] * 4, ROWS[1]))
    assert [row.number for row in found.rows] == [4, 6]


def test_what_a_workbook_says_of_numbers_and_days_is_kept() -> None:
    def format_day(made: Any) -> None:
        made.worksheets[0]["C2"].number_format = "dd/mm/yyyy"

    when = datetime(2026, 11, 21)  # noqa: DTZ001 - a workbook knows no zone
    data = book(HEAD, [901, "Bareng", when, -7.98], change=format_day)
    (row,) = read(data).rows
    assert cells.text(row, "tps") == "901"
    assert cells.day(row, "dpt") == date(2026, 11, 21)
    assert cells.number(row, "lat", -90, 90) == -7.98
    assert row.ok


def test_the_named_sheet_or_the_first_that_is_shown() -> None:
    def sheets(made: Any) -> None:
        made.worksheets[0].sheet_state = "hidden"
        for title in ("Klojen", "Blimbing"):
            page = made.create_sheet(title)
            page.append(HEAD)
            page.append([title, title])

    data = book(HEAD, ["tersembunyi", "x"], change=sheets)
    assert read(data).rows[0].values["tps"] == "Klojen"
    assert read(data, " blimbing ").rows[0].values["tps"] == "Blimbing"
    assert fault(data, "Sukun") == (
        "table_no_sheet",
        {"sheet": "Sukun", "sheets": "Sheet, Klojen, Blimbing"},
    )


def test_cells_merged_down_have_the_value_of_the_first() -> None:
    def merge(made: Any) -> None:
        made.worksheets[0].merge_cells("B2:B4")
        made.worksheets[0].merge_cells("A6:B6")

    rows: list[list[Any]] = [["1", "Bareng"], ["2"], [None], ["4", "Kasin"], ["JUMLAH"]]
    found = read(book(HEAD[:2], *[r + [None] * (2 - len(r)) for r in rows], change=merge))
    assert [(row.values["tps"], row.values["kelurahan"]) for row in found.rows] == [
        ("1", "Bareng"),
        ("2", "Bareng"),
        ("4", "Kasin"),
        ("JUMLAH", None),
    ]


def test_hidden_rows_are_read_and_counted() -> None:
    def hide(made: Any) -> None:
        made.worksheets[0].row_dimensions[2].hidden = True

    found = read(book(HEAD, *ROWS, change=hide))
    assert (found.hidden, [row.hidden for row in found.rows]) == (1, [True, False])


def with_part(data: bytes, part: str, old: bytes, new: bytes) -> bytes:
    held = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as source,
        zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            content = source.read(name)
            target.writestr(name, content.replace(old, new) if name == part else content)
    return held.getvalue()


SHEET = "xl/worksheets/sheet1.xml"


def test_a_formula_has_the_value_that_was_left_with_it_or_an_error() -> None:
    data = book(HEAD, ["1", "Bareng", "=1+1", "=1/0"], ["2", "Kasin", "=A1", None])
    data = with_part(data, SHEET, b"<f>1+1</f><v></v>", b"<f>1+1</f><v>77</v>")
    data = with_part(
        data, SHEET, b'r="D2"><f>1/0</f><v></v>', b'r="D2" t="e"><f>1/0</f><v>#DIV/0!</v>'
    )
    found = read(data)
    first, second = found.rows
    assert cells.whole(first, "dpt", 0, 600) == 77
    assert cells.number(first, "lat", -90, 90) is None
    assert cells.whole(second, "dpt", 0, 600) is None
    assert [(e.row, e.letter, e.column, e.code, e.found) for e in found.errors] == [
        (2, "D", "Lintang", "cell_broken", "#DIV/0!"),
        (3, "C", "DPT", "cell_formula", "="),
    ]


def test_what_is_wrong_with_a_cell_is_said_with_its_place() -> None:
    rows = [["1", "Bareng", "dua ratus", "91"], ["", "Kasin", "601", "abc"], ["3", "Kasin", "5"]]
    found = read(book(HEAD, *rows))
    for row in found.rows:
        cells.text(row, "tps")
        cells.whole(row, "dpt", 0, 600)
        cells.number(row, "lat", -90, 90)
    assert [row.ok for row in found.rows] == [False, False, True]
    assert [error.params for error in found.errors] == [
        {"row": 2, "column": "DPT", "letter": "C", "found": "dua ratus", "low": 0, "high": 600},
        {"row": 2, "column": "Lintang", "letter": "D", "found": "91", "low": "-90", "high": "90"},
        {"row": 3, "column": "Nama TPS", "letter": "A", "found": ""},
        {"row": 3, "column": "DPT", "letter": "C", "found": "601", "low": 0, "high": 600},
        {"row": 3, "column": "Lintang", "letter": "D", "found": "abc", "low": "-90", "high": "90"},
    ]


@pytest.mark.parametrize(
    ("said", "whole", "number"),
    [
        ("2.452", 2452, 2.452),
        ("2452", 2452, 2452.0),
        ("1.234.567", 1_234_567, None),
        ("-7,98", None, -7.98),
        (" 12 ", 12, 12.0),
        ("1e3", None, None),
        ("nan", None, None),
        ("٣", None, None),
        ("12 orang", None, None),
        (5.0, 5, 5.0),
        (5.5, None, 5.5),
        (1.234, None, 1.234),
        (0.123, None, 0.123),
        (True, None, None),
    ],
)
def test_numbers_as_people_write_them(
    said: object, whole: int | None, number: float | None
) -> None:
    (row,) = read(book(HEAD, ["1", "Bareng", said, said])).rows
    assert cells.whole(row, "dpt", -(10**9), 10**9) == whole
    assert cells.number(row, "lat", -(10**9), 10**9) == number


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("2026-11-21", date(2026, 11, 21)),
        ("2026-11-21 07:30", date(2026, 11, 21)),
        ("21/11/2026", date(2026, 11, 21)),
        ("3-2-2026", date(2026, 2, 3)),
        ("21 November 2026", date(2026, 11, 21)),
        ("1 Agustus 2026", date(2026, 8, 1)),
        ("17 Peb 2026", date(2026, 2, 17)),
        ("31/2/2026", None),
        ("11/21/2026", None),
        ("21 Nopembir", None),
        ("besok", None),
        ("1/1/0001", None),
        ("31/12/1899", None),
        ("1/1/1900", date(1900, 1, 1)),
        (datetime(9999, 12, 31), None),  # noqa: DTZ001
        (45, None),
    ],
)
def test_days_as_people_write_them(said: object, day: date | None) -> None:
    found = read(book(HEAD, ["1", "Bareng", said]))
    assert cells.day(found.rows[0], "dpt") == day
    assert [error.code for error in found.errors] == ([] if day else ["cell_not_day"])


def test_a_word_is_one_of_those_known() -> None:
    words = {"rawan": 2, "sangat_rawan": 3}
    found = read(book(HEAD, ["1", "SANGAT  RAWAN"], ["2", "aman"], ["3", None]))
    got = [cells.one_of(row, "kelurahan", words, needed=True) for row in found.rows]
    assert got == [3, None, None]
    assert [(e.row, e.code) for e in found.errors] == [(3, "cell_not_known"), (4, "cell_empty")]
    assert found.errors[0].params["known"] == "rawan, sangat_rawan"


def test_a_value_beyond_the_columns_is_an_error_of_its_row() -> None:
    found = read(b"nama tps,kelurahan\n1,Bareng,sisa\n2,Kasin\n")
    assert [row.ok for row in found.rows] == [False, True]
    assert [(e.row, e.letter, e.code, e.found) for e in found.errors] == [
        (2, "C", "cell_beyond", "sisa")
    ]


def test_a_cell_that_is_too_long_is_an_error_of_that_cell_only() -> None:
    long = "x" * 2_001
    for data in (book(HEAD, ["1", long]), f"nama tps,kelurahan\n1,{long}\n".encode()):
        found = read(data)
        assert cells.text(found.rows[0], "kelurahan") == ""
        (error,) = found.errors
        assert (error.code, len(error.found)) == ("cell_too_long", 80)


OLD_WORKBOOK = b"\xd0\xcf\x11\xe0" + b"\0" * 600


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "table_empty"),
        (b"\n\n", "table_empty"),
        (b"nama tps,dpt\n", "table_column_missing"),
        (b"nama tps,kelurahan,Kelurahan\n", "table_column_twice"),
        (b"\x00\x01binary", "table_not_text"),
        (b"\x81\x8d", "table_not_text"),
        (OLD_WORKBOOK, "table_locked_workbook"),
        (b"PK\x03\x04 nothing", "table_not_workbook"),
        (b'nama tps,kelurahan\n"a,b\n', "table_not_delimited"),
        (("nama tps,kelurahan\n" + "," * 4_001).encode(), "table_too_wide"),
        (("nama tps,kelurahan\n" + "," * 201 + "x").encode(), "table_too_wide"),
        (b"nama tps,kelurahan\n" + b"1,2\n" * 20_001, "table_too_many_rows"),
        (book(HEAD + [None] * 200 + ["x"]), "table_too_wide"),
    ],
)
def test_what_is_no_table_is_refused_with_its_reason(data: bytes, code: str) -> None:
    assert fault(data)[0] == code


def test_which_column_is_missing_is_said() -> None:
    assert fault(b"judul\nNama TPS,RW\n1,2\n")[1] == {
        "missing": "kelurahan",
        "columns": "Nama TPS, RW",
    }


def test_a_file_that_is_too_large_is_not_looked_into(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("command_center.contract.given_table.MOST_BYTES", 1024**2)
    assert fault(b"a" * (1024**2 + 1)) == ("table_too_large", {"limit": 1})


def test_a_workbook_that_swells_is_not_unpacked() -> None:
    swollen = with_part(book(HEAD), SHEET, b"</sheetData>", b"</sheetData>" + b" " * 9_000_000)
    assert len(swollen) < 40_000
    assert fault(swollen)[0] == "table_unpacks_too_large"


def test_a_workbook_of_too_many_parts_is_refused() -> None:
    held = io.BytesIO(book(HEAD))
    with zipfile.ZipFile(held, "a") as archive:
        for number in range(xlsx.MOST_PARTS):
            archive.writestr(f"xl/x{number}", "")
    assert fault(held.getvalue())[0] == "table_unpacks_too_large"


@pytest.mark.parametrize(
    "bomb", [b"<c " * 300_000, b'<c r="A1" ' * 90_000, b"<c" + b' r="A1"' * 90_000]
)
def test_tags_without_end_are_not_looked_through_twice(bomb: bytes) -> None:
    """Hours, if they were; the suite stops a test that takes a minute."""
    data = with_part(book(HEAD), SHEET, b"</sheetData>", b"</sheetData>" + bomb)
    assert fault(data)[0] in {"table_not_workbook", "table_unpacks_too_large"}


def test_entities_are_refused() -> None:
    entity = b'<!DOCTYPE a [<!ENTITY x "x">]><worksheet'
    assert fault(with_part(book(HEAD), SHEET, b"<worksheet", entity))[0] == "table_not_workbook"


def test_a_row_far_below_all_others_is_refused() -> None:
    def far(made: Any) -> None:
        made.worksheets[0]["A1048576"] = "x"

    assert fault(book(HEAD, *ROWS, change=far))[0] == "table_too_many_rows"


def test_rows_and_columns_that_are_only_painted_are_none() -> None:
    def paint(made: Any) -> None:
        for cell in ("A1048576", "XFD3"):
            made.worksheets[0][cell].number_format = "0.00"

    assert plain(read(book(HEAD, *ROWS, change=paint)).rows) == READ


def test_cells_that_do_not_say_where_they_are_follow_each_other() -> None:
    data = book(HEAD, *ROWS)
    for row in (1, 2, 3):
        for letter in "ABCD":
            data = with_part(data, SHEET, f' r="{letter}{row}"'.encode(), b"")
    assert plain(read(data).rows) == READ


def test_more_merged_cells_than_a_person_makes_are_refused() -> None:
    many = b"".join(b'<mergeCell ref="A%d:A%d"/>' % (n, n + 1) for n in range(1, 20_002))
    data = with_part(book(HEAD), SHEET, b"</sheetData>", b"</sheetData>" + many)
    assert fault(data)[0] == "table_too_merged"


PLAIN = book(HEAD, *ROWS)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, len(PLAIN) - 1), st.binary(max_size=6), st.integers(0, 8))
def test_a_changed_workbook_is_rows_or_a_fault(at: int, put: bytes, cut: int) -> None:
    try:
        found = read(PLAIN[:at] + put + PLAIN[at + cut :])
    except TableFault:
        return
    assert len(found.rows) <= 2


@settings(max_examples=80, deadline=None)
@given(
    st.binary(max_size=300) | st.text(max_size=200).map(lambda t: f"tps,kelurahan\n{t}".encode())
)
def test_any_bytes_are_rows_or_a_fault(data: bytes) -> None:
    try:
        found = read(data)
    except TableFault:
        return
    for row in found.rows:
        assert row.number >= 2
        cells.text(row, "tps")


RUN = ["=1+1", "+62341", "-7", "@x", "=cmd|'/C calc'!A0"]


def test_what_is_written_is_no_formula_and_is_read_back_as_it_was() -> None:
    rows: list[list[Plain]] = [["nama tps", "kelurahan"]]
    rows += [[one, 5] for one in RUN]
    data = write_workbook([("TPS [2029]", rows)])
    page = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]
    assert page.title == "TPS 2029"
    assert all(page.cell(n, 1).data_type == "s" for n in range(2, 7))
    assert all(str(page.cell(n, 1).value).startswith("'") for n in range(2, 7))
    assert [row.values["tps"] for row in read(data).rows] == RUN


@given(st.text(max_size=60))
def test_any_text_can_be_written(text: str) -> None:
    data = write_workbook([("x", [["nama tps", "kelurahan"], [text, "x"]])])
    assert len(read(data).rows) == 1


def test_columns_have_the_letters_of_a_spreadsheet() -> None:
    assert [table.letter_of(at) for at in (-1, 0, 25, 26, 51, 701, 702)] == [
        *("", "A", "Z", "AA", "AZ", "ZZ", "AAA")
    ]
