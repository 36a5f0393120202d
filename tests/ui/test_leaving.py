"""Whatever leaves an exercise as a file says LATIHAN, in its name and in itself, and so do words
that are copied; what leaves the live room does not, and the live room takes in nothing that says
so."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from command_center.advice.criteria import shipped_criteria
from command_center.connectors.places.sites import read_sites
from command_center.documents.figures import Sheet
from command_center.domain.errors import OperatorError
from command_center.domain.exercise_mark import LINE, is_marked, unmarked
from command_center.domain.room import RoomKind
from command_center.ports import ActivityCount
from command_center.ui import leaving
from command_center.ui.detail.order_box import OrderBox
from command_center.ui.election.posting_file import export_posting
from command_center.ui.figures.panel import ClocksPanel
from command_center.ui.operations.panel import OperationsPanel
from command_center.ui.places.file_list import FileListPage
from command_center.ui.places.panel import PlacesPanel
from command_center.ui.radio.board_page import BoardPage
from command_center.ui.run_cards.panel import RunCardsPanel
from command_center.ui.triage_table.panel import TriagePanel
from tests.ui.conftest import MakeDesk
from tests.ui.scene import picture_rows
from tests.ui.seats import Desk
from tests.ui.test_figures import sample

MakeRoom = Callable[[RoomKind], Desk]
Export = Callable[[Desk], QWidget]
UI = Path(leaving.__file__).parent
WRITES = re.compile(r"write_board|write_csv|write_xlsx|write_workbook|WRITERS|write_(text|bytes)\(")
PAPER = {
    "handover/book_paper.py",  # its heading begins with it
    "offline/paper.py",  # its heading is the room's name
    "paper.py",  # what is painted on it says so: letters, boards, the report of an exercise
}
FILES = {"run_cards/files.py", "triage_table/files.py"}
"""Write what a panel that is looked after here gives them."""


def figures(desk: Desk) -> QWidget:
    desk.history.measured = [sample(140 + n, 300.0) for n in range(12)]
    panel = ClocksPanel(desk.seat)
    panel.ask()
    desk.settle()
    panel.export("csv")
    panel.export("xlsx")
    return panel


def board(desk: Desk) -> QWidget:
    page = BoardPage(desk.seat)
    page.counts = [ActivityCount("senkom", "bencana", "", 2)]
    page.export()
    return page


def places(desk: Desk) -> QWidget:
    panel = PlacesPanel(desk.seat)
    for page in (panel.sites, panel.stations, panel.areas):
        for ending in (".csv", ".xlsx"):
            page._export(ending)
    return panel


def forces(desk: Desk) -> QWidget:
    panel = OperationsPanel(desk.seat)
    for ending in (".csv", ".xlsx"):
        page = panel.pages["forces"]
        assert isinstance(page, FileListPage)
        page._export(ending)
    return panel


def run_cards(desk: Desk) -> QWidget:
    panel = RunCardsPanel(desk.seat)
    panel._export()
    return panel


def triage(desk: Desk) -> QWidget:
    panel = TriagePanel(desk.seat)
    panel._export()
    return panel


def posting(desk: Desk) -> QWidget:
    for ending in (".csv", ".xlsx"):
        export_posting(desk.seat, [], shipped_criteria(), ending)
    return QWidget()


EXPORTS: dict[Export, int] = {
    figures: 2, board: 1, places: 6, forces: 2, posting: 2, run_cards: 1, triage: 2,
}  # fmt: skip
"""What writes files, and how many."""


@pytest.fixture
def room(new_desk: MakeDesk, qtbot: QtBot, tmp_path: Path) -> Callable[[RoomKind], Desk]:
    """A desk of such a room, with a folder of its own."""

    def make(kind: RoomKind) -> Desk:
        desk = new_desk(rows=picture_rows(kind), room_kind=kind)
        desk.seat = replace(desk.seat, pictures=tmp_path / kind.value / "pictures")
        return desk

    return make


def written(desk: Desk, export: Export) -> list[Path]:
    panel = export(desk)
    for _ in range(4):
        desk.settle()
    panel.deleteLater()
    return sorted(leaving.exports(desk.seat).iterdir())


def heads(path: Path) -> list[str]:
    """The first lines of each table in it."""
    if path.suffix == ".xlsx":
        book = openpyxl.load_workbook(path)
        return [" ".join(str(row[0].value) for row in page.iter_rows(max_row=1)) for page in book]
    text = path.read_text(encoding="utf-8-sig")
    return ["\n".join(text.splitlines()[:2])]


@pytest.mark.parametrize("export", EXPORTS, ids=lambda export: export.__name__)
def test_each_file_of_an_exercise_says_so_in_its_name_and_its_first_lines(
    room: MakeRoom, export: Export
) -> None:
    desk = room(RoomKind.EXERCISE)
    files = written(desk, export)
    assert len(files) == EXPORTS[export]
    assert [path.name for path in files if not path.name.startswith("latihan-")] == []
    assert [(path.name, head) for path in files for head in heads(path) if LINE not in head] == []


def test_files_of_the_live_room_say_nothing_of_it(room: MakeRoom) -> None:
    desk = room(RoomKind.LIVE)
    files = written(desk, places)
    assert len(files) == EXPORTS[places]
    assert not [path for path in files if "LATIHAN" in "".join((path.name, *heads(path))).upper()]


def test_nothing_of_the_screen_writes_tables_by_another_way() -> None:
    passing = {"leaving.py", "figures/panel.py", *PAPER, *FILES}
    found = {path.relative_to(UI).as_posix(): path.read_text("utf-8") for path in UI.rglob("*.py")}
    writing = {name for name, text in found.items() if WRITES.search(text)} - passing
    assert writing == {name for name in writing if "leaving_" in found[name]}
    assert {"places/file_list.py", "radio/board_page.py"} <= writing
    named = {name for name, text in found.items() if re.search(r"""["']exports["']""", text)}
    assert named == {"leaving.py"}
    assert "leaving_sheets" in found["figures/export.py"], "which makes what that panel writes"


@pytest.mark.parametrize(
    ("kind", "copied"),
    [
        (RoomKind.EXERCISE, "LATIHAN: SAMAPTA 14 ke KPU"),
        (RoomKind.LIVE, "SAMAPTA 14 ke KPU"),
    ],
)
def test_an_order_that_is_copied_says_it(
    room: MakeRoom, qtbot: QtBot, kind: RoomKind, copied: str
) -> None:
    box = OrderBox(room(kind).seat)
    qtbot.addWidget(box)
    box.follow("incident-147", "SAMAPTA 14 ke KPU")
    box.copy()
    assert QGuiApplication.clipboard().text() == copied
    assert leaving.leaving_words(room(kind).seat, copied) == copied, "once is enough"


def test_nothing_of_the_screen_is_copied_without_it() -> None:
    found = [
        line.strip()
        for path in UI.rglob("*.py")
        for line in path.read_text("utf-8").splitlines()
        if re.search(r"clipboard\(\)|QClipboard", line)
    ]
    assert len(found) >= 3
    assert [line for line in found if ".clipboard().setText(leaving_words(" not in line] == []


def test_sheets_carry_it_each_and_a_text_behind_its_comment(room: MakeRoom) -> None:
    seat = room(RoomKind.EXERCISE).seat
    sheets = [Sheet(name, (), ("a",), [(1,)]) for name in "xy"]
    assert [sheet.notes for sheet in leaving.leaving_sheets(seat, sheets)] == [(LINE,), (LINE,)]
    text = leaving.leaving_text(seat, "a = 1\n", "# ")
    assert text == f"# {LINE}\na = 1\n"
    assert (is_marked(text), unmarked(text)) == (True, "a = 1\n")


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
def test_an_exercise_reads_its_own_lists_again_and_the_live_room_refuses_them(
    room: MakeRoom, ending: str
) -> None:
    desk = room(RoomKind.EXERCISE)
    sites = [path for path in written(desk, places) if path.name.startswith("latihan-tempat")]
    (path,) = [path for path in sites if path.suffix == ending]
    read = read_sites(path.read_bytes(), lambda name: name, lambda count: None)
    assert (read.errors, read.exercise) == ((), True)
    live = room(RoomKind.LIVE).seat
    leaving.demand_of_here(desk.seat, marked=read.exercise)
    with pytest.raises(OperatorError, match="file_of_exercise"):
        leaving.demand_of_here(live, marked=read.exercise)


def test_the_editors_read_what_they_wrote_and_the_live_room_refuses_it(
    room: MakeRoom, qtbot: QtBot
) -> None:
    desk = room(RoomKind.EXERCISE)
    files = [*written(desk, triage), *written(desk, run_cards)]
    live = room(RoomKind.LIVE)
    for path in {*files}:
        editor: type[RunCardsPanel | TriagePanel]
        editor = RunCardsPanel if "kartu" in path.name else TriagePanel
        here, there = editor(desk.seat), editor(live.seat)
        qtbot.addWidget(here)
        qtbot.addWidget(there)
        here.read_file(path)
        there.read_file(path)
        for one in (desk, live):
            one.settle()
        assert here.faults.text() == ""
        assert live.notices[-1].code == "file_of_exercise"
        live.notices.clear()
