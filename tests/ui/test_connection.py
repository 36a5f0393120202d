"""What the window says of its database: calm, with the age of the data, on every panel."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
from pytestqt.qtbot import QtBot

from command_center.ports import Connection, LinkState, RowsSnapshot
from command_center.storage.epoch import REFUSALS
from command_center.ui.connection.bar import ConnectionBar
from command_center.ui.panel_dock import PanelDock
from command_center.ui.sentences import SENTENCES
from tests.ui.conftest import MakeDesk
from tests.ui.scene import NOW
from tests.ui.seats import Desk


class HandWatch:
    """A doctor that says what the test wants."""

    def __init__(self) -> None:
        self.says(LinkState.ONLINE)

    def says(
        self, state: LinkState, code: str = "", age_s: float = 0.0, skew_s: float | None = None
    ) -> None:
        heard_s = time.monotonic() - age_s
        last = NOW - timedelta(seconds=age_s)
        params = {"seq": 7, "seen": 9}
        self.connection = Connection(state, NOW, last, code, skew_s, heard_s, params)

    def subscribe(self, hear: Callable[[Connection], None]) -> None:
        """The desk's second hand looks by itself."""


@pytest.fixture
def watch() -> HandWatch:
    return HandWatch()


@pytest.fixture
def watched(new_desk: MakeDesk, watch: HandWatch) -> Desk:
    return new_desk(watch=watch)


@pytest.fixture
def bar(watched: Desk, qtbot: QtBot) -> ConnectionBar:
    made = ConnectionBar(watched.seat)
    qtbot.addWidget(made)
    return made


def test_nothing_is_said_while_all_is_well(watched: Desk, bar: ConnectionBar) -> None:
    watched.tick()
    assert bar.isHidden()


def test_doubt_and_loss_are_said_with_the_age(
    watched: Desk, watch: HandWatch, bar: ConnectionBar
) -> None:
    watch.says(LinkState.DOUBTFUL, "database_silent", 3.5)
    watched.tick()
    assert not bar.isHidden()
    assert bar.accessibleName() == "RAGU · Pusat data tidak menjawab. · data 3 dtk lalu"
    watch.says(LinkState.OFFLINE, "database_behind", 125)
    watched.tick()
    assert bar.word.text() == "LURING"
    assert "entri 7, di sini sudah 9" in bar.text.text()
    assert bar.age.text() == "data 2 m lalu"


def test_it_goes_some_time_after_all_is_well_again(
    watched: Desk, watch: HandWatch, bar: ConnectionBar, monkeypatch: pytest.MonkeyPatch
) -> None:
    watch.says(LinkState.DOUBTFUL, "database_silent", 3)
    watched.tick()
    watch.says(LinkState.ONLINE)
    watched.tick()
    assert bar.word.text() == "TERSAMBUNG"
    later = time.monotonic() + 10
    monkeypatch.setattr("command_center.ui.connection.bar.time.monotonic", lambda: later)
    watched.tick()
    assert bar.isHidden()


@pytest.mark.parametrize(("skew_s", "said"), [(3.4, "4 dtk lebih cepat"), (-9.0, "lebih lambat")])
def test_a_clock_that_is_off_is_said(
    watched: Desk, watch: HandWatch, bar: ConnectionBar, skew_s: float, said: str
) -> None:
    watch.says(LinkState.ONLINE, skew_s=1.9)
    watched.tick()
    assert bar.isHidden()
    watch.says(LinkState.ONLINE, skew_s=skew_s)
    watched.tick()
    assert said in bar.text.text()


def test_each_panel_shows_its_age_and_nothing_moves(
    watched: Desk, watch: HandWatch, qtbot: QtBot
) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    panel = QLabel("panel")
    dock = PanelDock(watched.seat, "units", panel, window)
    window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, dock)
    window.resize(600, 400)
    window.show()
    QApplication.processEvents()
    before = panel.geometry()
    assert dock.age.isHidden()
    watch.says(LinkState.OFFLINE, "database_unreachable", 12)
    watched.tick()
    QApplication.processEvents()
    assert dock.age.isVisible()
    assert dock.age.accessibleName() == "data 12 dtk lalu"
    assert dock.rect().contains(dock.age.geometry())
    assert panel.geometry() == before
    assert dock.childAt(dock.age.geometry().center()) is not dock.age
    watch.says(LinkState.ONLINE)
    watched.tick()
    assert dock.age.isHidden()


def test_reading_the_room_again_never_holds_the_window(
    watched: Desk,
    bar: ConnectionBar,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """The snapshot hangs; the window goes on, and says what it does."""
    hanging, snapshot = threading.Event(), watched.feed.snapshot

    def hang(closed_since: datetime | None) -> RowsSnapshot:
        assert threading.current_thread() is not threading.main_thread()
        assert hanging.wait(10)
        return snapshot(closed_since)

    monkeypatch.setattr(watched.feed, "snapshot", hang)
    live = watched.seat.live
    with qtbot.waitSignal(live.syncing):
        watched.feed.on_broken(1)
    assert bar.word.text() == "MENYINKRONKAN"
    with qtbot.waitSignal(live.changed) as again:
        hanging.set()
    assert again.args is not None
    assert not again.args[0].everything
    assert bar.word.text() == "TERSAMBUNG"
    assert "does not continue" in caplog.text


def test_every_reason_has_a_sentence() -> None:
    for code in (*REFUSALS, "database_silent", "database_file_missing", "database_file_replaced"):
        assert code in SENTENCES
