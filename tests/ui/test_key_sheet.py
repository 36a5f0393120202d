"""The sheet on paper says what the table of actions says, all of it, in both languages."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QPagedPaintDevice, QPageLayout

from command_center.documents.key_sheet import KeyBlock, KeyLine, KeyPaper, columns
from command_center.ui.actions.action import Group
from command_center.ui.actions.buttons import key_text
from command_center.ui.actions.menus import group_title
from command_center.ui.actions.printed import (
    NAME,
    SIZES,
    KeyPage,
    KeyPrinter,
    key_paper,
    write_keys,
)
from command_center.ui.actions.table import ACTIONS, in_group
from command_center.ui.commandline.verbs import TYPED
from command_center.ui.paper import write_paper
from tests.ui.seats import Desk


def test_every_action_stands_on_the_sheet_once_with_its_key(desk: Desk) -> None:
    printed = key_paper("now").blocks[:-1]
    assert [block.title for block in printed] == [group_title(group) for group in Group]
    lines = [(line.key, line.first) for block in printed for line in block.lines]
    table = [
        (key_text(action.key) if action.key else "", action.text)
        for group in Group
        for action in in_group(group)
    ]
    assert lines == table
    assert len(lines) == len(ACTIONS)


def test_a_key_is_written_as_it_stands_on_the_keyboard(desk: Desk) -> None:
    assert key_text("Return") == "Enter"
    written = [key_text(action.key) for action in ACTIONS.values() if action.key]
    assert [key for key in written if "Return" in key] == []


def test_every_line_speaks_both_languages(desk: Desk) -> None:
    lines = {line.first: line.second for block in key_paper("now").blocks for line in block.lines}
    assert lines["Ambil"] == "Take"
    assert lines["Selesaikan"] == "Close"
    assert all(lines.values())


def test_every_typed_verb_stands_on_the_sheet_with_its_usage(desk: Desk) -> None:
    typed = key_paper("now").blocks[-1]
    assert [(line.key, line.first) for line in typed.lines] == [
        (verb.words[0], verb.usage) for verb in TYPED
    ]


def test_the_sheet_is_one_page_of_pdf(desk: Desk, tmp_path: Path) -> None:
    target = tmp_path / "keys.pdf"
    write_keys(key_paper("now"), target)
    data = target.read_bytes()
    assert data.startswith(b"%PDF-")
    assert data.count(b"/Type /Page\n") + data.count(b"/Type /Page ") == 1


def test_the_key_writes_it_and_says_where(desk: Desk, tmp_path: Path) -> None:
    printer = KeyPrinter(desk.seat, tmp_path)
    ACTIONS["view.print_keys"].perform(desk.seat)
    desk.settle()
    (written,) = tmp_path.glob(f"{NAME}-*.pdf")
    (notice,) = desk.notices
    assert (notice.code, notice.params["file"]) == ("keys_printed", str(written))
    printer.deleteLater()


def painted(paper: KeyPaper, folder: Path) -> KeyPage:
    pages: list[KeyPage] = []

    def paint(writer: QPagedPaintDevice) -> None:
        pages.append(KeyPage(writer))
        pages[0].paint(paper)

    write_paper(folder / "keys.pdf", "keys", (QPageLayout.Orientation.Landscape, 10), paint)
    return pages[0]


def test_nothing_is_written_below_the_page_and_it_can_be_read(desk: Desk, tmp_path: Path) -> None:
    page = painted(key_paper("now"), tmp_path)
    assert page.lowest <= 1.0
    assert page.points >= 5.5


def test_a_longer_table_is_written_smaller(desk: Desk, tmp_path: Path) -> None:
    lines = tuple(KeyLine("Ctrl+K", f"satu {n}", f"one {n}") for n in range(60))
    blocks = tuple(KeyBlock(str(n), lines) for n in range(3))
    short = painted(KeyPaper("keys", "now", blocks[:1]), tmp_path)
    long = painted(KeyPaper("keys", "now", blocks), tmp_path)
    assert (short.lowest <= 1.0, long.lowest <= 1.0) == (True, True)
    assert SIZES[-1] < long.points <= short.points


@given(st.lists(st.integers(0, 30), max_size=12), st.integers(1, 4))
def test_columns_keep_the_order_and_lose_nothing(sizes: list[int], count: int) -> None:
    line = KeyLine("A", "satu", "one")
    blocks = [KeyBlock(str(at), (line,) * size) for at, size in enumerate(sizes)]
    made = columns(blocks, count)
    assert len(made) == count
    assert [block for column in made for block in column] == blocks
