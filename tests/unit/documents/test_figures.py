"""Files of figures: nothing in them is run, numbers stay numbers, and a half one is never there."""

import csv
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from command_center.documents.figures import Sheet, write_csv, write_xlsx
from command_center.domain.errors import OperatorError

STARTS = ("=", "+", "-", "@", "\t=", "\r=", "＝")


def sheet(*rows: tuple[str | int | float | None, ...], title: str = "Kelompok") -> Sheet:
    return Sheet(title, ("catatan",), ("Sumber", "n", "P90"), rows)


@pytest.mark.parametrize("start", STARTS)
def test_a_cell_that_a_spreadsheet_would_run_is_text(start: str, tmp_path: Path) -> None:
    bad = f"{start}cmd|' /C calc'!A0"
    made = sheet((bad, 1, 2.5))
    write_xlsx(tmp_path / "a.xlsx", [made])
    write_csv(tmp_path / "a.csv", [made])
    (page,) = openpyxl.load_workbook(tmp_path / "a.xlsx")
    cell = page.cell(3, 1)
    assert cell.data_type == "s"
    assert str(cell.value).startswith("'")
    with (tmp_path / "a.csv").open(encoding="utf-8-sig", newline="") as file:
        assert list(csv.reader(file, delimiter=";"))[3][0].startswith("'")


def test_numbers_are_numbers_and_nothing_is_empty(tmp_path: Path) -> None:
    made = sheet(("110", 12, 590.25), ("jmp", 0, None))
    write_xlsx(tmp_path / "a.xlsx", [made])
    write_csv(tmp_path / "a.csv", [made])
    (page,) = openpyxl.load_workbook(tmp_path / "a.xlsx")
    assert [[c.value for c in row] for row in page.iter_rows(min_row=3)] == [
        ["110", 12, 590.25],
        ["jmp", 0, None],
    ]
    lines = (tmp_path / "a.csv").read_text(encoding="utf-8-sig").splitlines()
    assert lines[3:5] == ["110;12;590,2", "jmp;0;"]


@settings(max_examples=30, deadline=None)
@given(title=st.text(min_size=1, max_size=60).filter(lambda text: bool(text.strip())))
def test_any_title_makes_a_sheet(title: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("sheet") / "a.xlsx"
    legal = "".join(c for c in title if c.isprintable()) or "x"
    write_xlsx(path, [sheet(title=legal)])
    assert len(openpyxl.load_workbook(path).sheetnames[0]) <= 31


def test_where_nothing_can_be_written_it_is_said_and_nothing_is_left(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_bytes(b"")
    with pytest.raises(OperatorError, match="board_not_written"):
        write_csv(blocked / "a.csv", [sheet()])
    write_csv(tmp_path / "b.csv", [sheet()])
    assert sorted(path.name for path in tmp_path.iterdir()) == ["b.csv", "file"]
