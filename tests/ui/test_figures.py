"""The history of the clocks: what is asked, told and left out, and what goes into a file."""

import csv
import dataclasses
from concurrent.futures import Executor as Pool
from concurrent.futures import Future
from datetime import timedelta
from pathlib import Path
from typing import Any

import openpyxl
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFrame
from pytestqt.qtbot import QtBot

from command_center.domain.clocks import Clock, LeftOut, Sample
from command_center.domain.room import Camera, Shift
from command_center.situation.clock_history import Slice
from command_center.situation.figures import nearest_rank
from command_center.ui import layouts
from command_center.ui.actions.table import ACTIONS
from command_center.ui.alarms.desk import AlarmDesk
from command_center.ui.figures.panel import ClocksPanel
from command_center.ui.figures.words import Period, span, within_text
from command_center.ui.i18n import Language
from command_center.ui.strip.figures import FiguresPanel
from command_center.ui.strip.today import OPENS
from command_center.ui.window import Window
from tests.ui.conftest import MakeDesk
from tests.ui.scene import NOW, picture_rows
from tests.ui.seats import Desk

SECONDS = [float(s) for s in (300, 310, 320, 330, 340, 350, 360, 370, 380, 390, 590, 700)]


def sample(number: int, seconds: float | None, **more: Any) -> Sample:
    at = NOW - timedelta(minutes=10 * number)
    row = Sample(Clock.RESPONSE, at, seconds, None, f"incident-{number}", number, "110",
                 "laka_lantas", "35.73.02.1007", "P1")  # fmt: skip
    return row._replace(**more)


def filled(desk: Desk) -> ClocksPanel:
    desk.history.measured = [sample(140 + n, s) for n, s in enumerate(SECONDS)]
    desk.history.measured += [
        sample(160, None, left=LeftOut.MISSING),
        sample(161, None, left=LeftOut.MERGED, source="jmp"),
        sample(162, None, left=LeftOut.RUNNING),
        sample(163, 90.0, source="jmp", category="kebakaran", area="35.73.01.1001"),
    ]
    panel = ClocksPanel(desk.seat)
    panel.ask()
    desk.settle()
    return panel


def rows(panel: ClocksPanel) -> dict[str, tuple[str, ...]]:
    return {line[0]: line for line in panel.groups.cells.lines}


def test_a_figure_says_its_n_its_target_and_what_was_left_out(desk: Desk, qtbot: QtBot) -> None:
    panel = filled(desk)
    qtbot.addWidget(panel)
    assert panel.said.text() == (
        "P90 9:50 · n 13 · target 10:00: 92 % (12 dari 13) · "
        "tidak dihitung: 1 langkah tidak tercatat, 1 digabung · 1 masih berjalan"
    )
    panel.choices.share.setCurrentIndex(0)
    desk.settle()
    assert panel.said.text().startswith("P50 5:50 · n 13")
    assert nearest_rank(sorted([*SECONDS, 90.0]), 0.5) == 350.0


def test_pages_are_read_to_the_end_whatever_their_size(desk: Desk, qtbot: QtBot) -> None:
    desk.history.page = 3
    panel = filled(desk)
    qtbot.addWidget(panel)
    assert panel.answer is not None
    assert (panel.answer.read, panel.answer.whole.used) == (16, 13)


def test_every_slice_counts_every_sample_once(desk: Desk, qtbot: QtBot) -> None:
    desk.add(Shift("s1", 1, "Regu A", None, NOW - timedelta(days=2), None))
    desk.settle()
    panel = filled(desk)
    qtbot.addWidget(panel)
    for by in Slice:
        panel.choices.by.setCurrentIndex(list(Slice).index(by))
        desk.settle()
        assert panel.answer is not None
        assert sum(spread.used for _, spread in panel.answer.groups) == 13, by
        assert sum(spread.left_out for _, spread in panel.answer.groups) == 2, by
    panel.choices.by.setCurrentIndex(list(Slice).index(Slice.KECAMATAN))
    desk.settle()
    assert rows(panel)["Klojen"][1] == "12"
    assert rows(panel)["Blimbing"][1] == "1!"  # fewer than ten say little


def test_one_group_alone_is_measured_and_the_others_stay_to_be_chosen(
    desk: Desk, qtbot: QtBot
) -> None:
    panel = filled(desk)
    qtbot.addWidget(panel)
    groups = panel.choices.group
    groups.setCurrentIndex(groups.findData("jmp"))
    desk.settle()
    assert panel.answer is not None
    assert (panel.answer.whole.used, panel.answer.whole.p90) == (1, 90.0)
    assert groups.currentData() == "jmp"
    assert groups.findData("110") > 0


def test_the_slowest_come_first_and_open_their_incident(desk: Desk, qtbot: QtBot) -> None:
    panel = filled(desk)
    qtbot.addWidget(panel)
    assert [line[2] for line in panel.outliers.cells.lines[:3]] == ["11:40", "9:50", "6:30"]
    last = len(panel.outliers.cells.lines) - 1
    place = next(i for i in range(last) if panel.outliers.cells.lines[i][0] == "#0147")
    panel.outliers.activated.emit(panel.outliers.cells.index(place, 0))
    assert desk.seat.selection.incident_id == "incident-147"


def test_a_clicked_figure_opens_its_clock_of_today(desk: Desk, qtbot: QtBot) -> None:
    strip, panel = FiguresPanel(desk.seat), filled(desk)
    for widget in (strip, panel):
        qtbot.addWidget(widget)
    strip.resize(900, 96)
    box = strip.boxes()[1]
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=box.center())
    assert panel.choices.clock.currentData() == Clock.ORDER
    assert panel.choices.period.currentData() == Period.TODAY
    QTest.keyClick(strip, Qt.Key.Key_Left)
    QTest.keyClick(strip, Qt.Key.Key_Return)
    assert panel.choices.clock.currentData() == Clock.RESPONSE


def test_a_figure_of_no_clock_goes_to_its_rows(desk: Desk, qtbot: QtBot) -> None:
    strip = FiguresPanel(desk.seat)
    qtbot.addWidget(strip)
    asked: list[tuple[str, object]] = []
    desk.seat.asking.asked.connect(lambda action, subject: asked.append((action, subject)))
    for figure in strip.figures:
        strip.opened.emit(*figure.opens)
    assert ("view.queue", None) in asked
    assert ("view.units", None) in asked
    assert asked.count((OPENS, "response")) == 1


class Later(Pool):
    """Runs nothing until it is told to."""

    def __init__(self) -> None:
        self.waiting: list[tuple[Any, Future[Any]]] = []

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()
        self.waiting.append((fn, future))
        return future

    def run(self, index: int) -> None:
        fn, future = self.waiting[index]
        future.set_result(fn())


def test_what_was_stopped_is_not_told_and_reads_no_further(desk: Desk, qtbot: QtBot) -> None:
    panel, pool = filled(desk), Later()
    qtbot.addWidget(panel)
    before = panel.answer
    panel._seat.tasks._pool = pool
    panel.ask()
    assert not panel.stop.isHidden()
    panel.stop.click()
    assert panel.stop.isHidden()
    pool.run(0)
    desk.settle()
    assert panel.answer is before
    assert "dihentikan" in panel.progress.text()
    panel.ask()
    panel.choices.clock.setCurrentIndex(list(Clock).index(Clock.VERIFY))
    pool.run(1)  # the older question, answered late
    desk.settle()
    assert panel.answer is before
    pool.run(2)
    desk.settle()
    assert panel.answer is not None
    assert panel.answer.question.clock is Clock.VERIFY


def test_files_hold_numbers_no_formulas_and_nobody(desk: Desk, qtbot: QtBot) -> None:
    desk.change(desk.row("source", "jmp"), name="=HYPERLINK(1)")
    desk.settle()
    panel = filled(desk)
    qtbot.addWidget(panel)
    panel.export("xlsx")
    panel.export("csv")
    desk.settle()
    folder = desk.seat.pictures.with_name("exports")
    file = next(folder.glob("angka-*.xlsx"))
    book = openpyxl.load_workbook(file)
    assert book.sheetnames == ["Kelompok", "Perjalanan", "Terlama"]
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert all(cell.data_type != "f" for cell in cells)
    assert "'=HYPERLINK(1)" in {cell.value for cell in cells}
    assert [row[2].value for row in book["Terlama"].iter_rows(min_row=2, max_row=2)] == [700]
    with next(folder.glob("angka-*.csv")).open(encoding="utf-8-sig", newline="") as opened:
        lines = list(csv.reader(opened, delimiter=";"))
    assert ["110", "12"] in [line[:2] for line in lines]
    assert not [cell for line in lines for cell in line if cell.startswith(("=", "+", "-", "@"))]


def test_nothing_to_export_is_said(new_desk: MakeDesk, qtbot: QtBot) -> None:
    desk = new_desk()
    panel = ClocksPanel(desk.seat)
    qtbot.addWidget(panel)
    panel.export("csv")
    assert [notice.code for notice in desk.notices] == ["figures_empty"]


def test_a_period_is_whole_local_days(desk: Desk) -> None:
    today, yesterday, week = (
        span(period, NOW, desk.seat) for period in (Period.TODAY, Period.YESTERDAY, Period.WEEK)
    )
    assert [at.hour for at in today] == [0, 0]
    assert today[0] <= NOW < today[1]
    assert yesterday[1] == today[0]
    assert (week[1], (week[1] - week[0]).days) == (today[1], 7)


def test_a_share_of_nothing_is_no_share(desk: Desk, qtbot: QtBot) -> None:
    panel = filled(desk)
    qtbot.addWidget(panel)
    assert panel.answer is not None
    assert within_text(dataclasses.replace(panel.answer.whole, used=0)) == "–"


def test_its_key_brings_it_forward(new_desk: MakeDesk, qtbot: QtBot, tmp_path: Path) -> None:
    desk = new_desk([row for row in picture_rows() if not isinstance(row, Camera)])
    plain = dict.fromkeys(layouts.TITLES, lambda seat: QFrame())
    makers = {**plain, "clocks": ClocksPanel, "alarmdesk": AlarmDesk}
    window = Window(desk.seat, makers, Language(tmp_path, desk.seat.live), tmp_path)
    qtbot.addWidget(window)
    window.resize(1600, 900)
    window.start()
    for action, panel in (("view.clocks", "clocks"), ("view.alarms", "alarmdesk")):
        assert not window.docks[panel].isVisible()
        ACTIONS[action].perform(desk.seat)
        desk.settle()
        assert window.docks[panel].isVisible()
        assert ACTIONS[action].key
