"""Workbooks from outside: rows, or refused; nothing in them is worked out or unpacked unseen."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from command_center.connectors.file_drop.xlsx import read_xlsx
from command_center.contract.page import PageFault


def workbook(*rows: list[object]) -> bytes:
    book, held = openpyxl.Workbook(), io.BytesIO()
    for row in rows:
        book.worksheets[0].append(row)
    book.save(held)
    return held.getvalue()


WHEN = datetime(2026, 11, 21, 14, 0)  # noqa: DTZ001 - a workbook knows no zone
PLAIN = workbook(["nomor", "isi"], ["P1", "asap"], [2, WHEN])


def test_rows_are_read_by_their_columns() -> None:
    first, second = read_xlsx(PLAIN)
    assert (first.where, first.value) == ("row 2", {"nomor": "P1", "isi": "asap"})
    assert second.value == {"nomor": 2, "isi": "2026-11-21T14:00:00"}


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ([], "no_columns"),
        ([["a", "a"]], "columns_unclear"),
        ([["a", None, "b"]], "columns_unclear"),
        ([[f"c{n}" for n in range(201)]], "too_many_columns"),
    ],
)
def test_a_sheet_without_clear_columns_is_refused(rows: list[list[object]], code: str) -> None:
    with pytest.raises(PageFault) as caught:
        read_xlsx(workbook(*rows))
    assert caught.value.code == code


def test_a_formula_is_named_by_its_column() -> None:
    (row,) = read_xlsx(workbook(["a", "b"], ["x", "=1+1"]))
    assert row.fault == "a formula in column b"


def replaced(part: str, old: bytes, new: bytes) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(PLAIN)) as source, zipfile.ZipFile(held, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            target.writestr(name, data.replace(old, new) if name == part else data)
    return held.getvalue()


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        ("xl/worksheets/sheet1.xml", b"<worksheet", b'<!DOCTYPE a [<!ENTITY x "x">]><worksheet'),
        ("xl/workbook.xml", b"<workbook", b'<!DOCTYPE a [<!ENTITY x "x">]><workbook'),
        ("xl/worksheets/sheet1.xml", b'r="2"', b'r="1048000"'),
    ],
)
def test_entities_and_endless_sheets_are_refused(part: str, old: bytes, new: bytes) -> None:
    with pytest.raises(PageFault):
        read_xlsx(replaced(part, old, new))


@settings(max_examples=60, deadline=None)
@given(st.integers(0, len(PLAIN) - 1), st.binary(max_size=6), st.integers(0, 8))
def test_a_changed_workbook_is_rows_or_a_fault(at: int, put: bytes, cut: int) -> None:
    try:
        rows = read_xlsx(PLAIN[:at] + put + PLAIN[at + cut :])
    except PageFault:
        return
    assert len(rows) <= 2
