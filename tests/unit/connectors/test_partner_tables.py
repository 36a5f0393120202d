"""CSV of partners and of the roster: what fits goes in, all else is named by row and column."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from command_center.commands.partners import RegisterPartner, SetNightWatch
from command_center.connectors.radio.tables import (
    MAX_BYTES,
    CellFault,
    night_watch_of,
    partners_of,
    read_partners,
)
from command_center.domain.errors import OperatorError
from command_center.domain.partner import PartnerKind

CODES = {"sawojajar": "35.73.03.1005", "klojen": "35.73.02.1001"}


def area_named(name: str) -> str | None:
    return CODES.get(name.casefold())


def test_partners_as_a_spreadsheet_of_this_country_writes_them() -> None:
    text = (
        "﻿Jenis;Nama;Panggilan;Kelurahan;RW;Kontak\r\n"
        "Senkom;Pak Slamet;Senkom 21;Sawojajar;RW 5;jmp\r\n"
        'Polisi RW;"Budi; S.H.";;klojen;003;0812\r\n'
        ";;;;;\r\n"
    )
    assert partners_of(text.encode(), area_named).rows == (
        RegisterPartner(
            PartnerKind.SENKOM, "Pak Slamet", "SENKOM 21", CODES["sawojajar"], "05", "jmp"
        ),
        RegisterPartner(PartnerKind.POLISI_RW, "Budi; S.H.", "", CODES["klojen"], "03", "0812"),
    )


def test_every_fault_is_named_by_row_and_column_and_the_rest_goes_in() -> None:
    text = (
        "kind,name,call_sign,area\n"
        "senkom,Slamet,SENKOM 21,sawojajar\n"
        "hansip,Joko,,\n"
        "senkom,,SENKOM 22,\n"
        "senkom,Tono,SENKOM 23,Gotham\n"
        "senkom,Tini,senkom  21,\n"
        f"senkom,{'x' * 201},,\n"
    )
    table = partners_of(text.encode(), area_named)
    assert [row.name for row in table.rows] == ["Slamet"]
    assert table.faults == (
        CellFault(3, "kind", "cell_unknown", "hansip"),
        CellFault(4, "name", "cell_empty", ""),
        CellFault(5, "area", "cell_no_area", "Gotham"),
        CellFault(6, "call_sign", "cell_twice", "senkom 21"),
        CellFault(7, "name", "cell_too_long", "x" * 80),
    )


def test_the_roster_reads_days_and_times_as_people_write_them() -> None:
    text = (
        "hari;mulai;selesai;kelurahan;rw;orang\n"
        "Sabtu;22.00;4:00;Sawojajar;5;6\n"
        "7;21:30;04:00;Klojen;1;\n"
    )
    assert night_watch_of(text.encode(), area_named).rows == (
        SetNightWatch(CODES["sawojajar"], "05", 5, "22:00", "04:00", 6),
        SetNightWatch(CODES["klojen"], "01", 6, "21:30", "04:00", 0),
    )


@pytest.mark.parametrize(
    ("row", "column", "code"),
    [
        ("libur;22:00;04:00;Klojen;1;5", "hari", "cell_unknown"),
        ("senin;25:00;04:00;Klojen;1;5", "mulai", "cell_no_time"),
        ("senin;22:00;;Klojen;1;5", "selesai", "cell_empty"),
        ("senin;22:00;04:00;;1;5", "kelurahan", "cell_empty"),
        ("senin;22:00;04:00;Klojen;1;banyak", "orang", "cell_no_number"),
        ("senin;22:00;04:00;Klojen;1;-3", "orang", "cell_no_number"),
        ("senin;22:00;04:00;Klojen;1;99999999999", "orang", "cell_no_number"),
    ],
)
def test_a_bad_night_is_named(row: str, column: str, code: str) -> None:
    table = night_watch_of(f"hari;mulai;selesai;kelurahan;rw;orang\n{row}\n".encode(), area_named)
    assert [(f.row, f.column, f.code) for f in table.faults] == [(2, column, code)]
    assert table.rows == ()


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"", "table_empty"),
        (b"nama\nBudi\n", "table_column_missing"),
        ("jenis;nama\nsenkom;Á\n".encode("latin-1"), "table_not_utf8"),
        (b"jenis;nama\nsenkom;\0\n", "table_not_csv"),
        (b'jenis;nama\nsenkom;"Budi\n', "table_not_csv"),
        (b"x" * (MAX_BYTES + 1), "table_too_large"),
        (b"jenis;nama\n" + b"senkom;A\n" * 5_001, "table_too_long"),
    ],
)
def test_what_is_no_such_table_is_refused_whole(raw: bytes, code: str) -> None:
    with pytest.raises(OperatorError, match=code):
        partners_of(raw, area_named)


def test_a_file_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    with pytest.raises(OperatorError, match="table_unreadable"):
        read_partners(tmp_path / "tidak-ada.csv", area_named)


@given(st.binary(max_size=400))
def test_no_bytes_whatever_do_anything_else(raw: bytes) -> None:
    head = b"jenis;nama;panggilan;kelurahan;rw;kontak\n"
    for read in (partners_of, night_watch_of):
        for text in (raw, head + raw):
            try:
                table = read(text, area_named)
            except OperatorError:
                continue
            assert all(fault.row >= 2 for fault in table.faults)
