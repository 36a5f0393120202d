"""History in a panel: pages of what was found, read below, told when there is nothing."""

from dataclasses import replace
from datetime import UTC, datetime
from functools import partial

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from command_center.domain.incident import Disposition, IncidentStatus, Priority
from command_center.domain.log import Change, LogEntry, StoredEntry
from command_center.ports import Hit
from command_center.ui.history.panel import HistoryPanel
from tests.ui.seats import Desk

NOW = datetime(2019, 3, 2, 4, 0, tzinfo=UTC)
FIRST = Hit(
    "old-1", 7, "2019-03-02", "Tawuran <b>pelajar</b>", IncidentStatus.CLOSED, Priority.P2,
    NOW, NOW, Disposition.RESOLVED, 500, "saksi tawuran di lapangan",
)  # fmt: skip


@pytest.fixture
def panel(desk: Desk, qtbot: QtBot) -> HistoryPanel:
    made = HistoryPanel(desk.seat)
    qtbot.addWidget(made)
    made.resize(480, 360)
    made.show()
    return made


def hits(count: int) -> list[Hit]:
    return [replace(FIRST, incident_id=f"old-{n}", place=500 - n) for n in range(count)]


def holds(panel: HistoryPanel, count: int) -> bool:
    return len(panel.model.hits) == count


def ask(panel: HistoryPanel, text: str) -> None:
    panel.field.setText(text)
    panel.search()
    QCoreApplication.processEvents()


def test_nothing_typed_and_nothing_found_are_said(desk: Desk, panel: HistoryPanel) -> None:
    assert "Ketik kata" in panel.said.text()
    ask(panel, "zebra")
    assert panel.said.text() == "Tidak ada kejadian dengan semua kata itu."
    assert not panel.parts.isVisible()


def test_too_short_a_word_gets_a_sentence_and_no_trouble(desk: Desk, panel: HistoryPanel) -> None:
    ask(panel, "z")
    assert panel.said.text() == "Ketik paling sedikit 2 huruf."
    assert desk.notices == []


def test_found_ones_stand_newest_first_and_more_come_at_the_end(
    desk: Desk, panel: HistoryPanel, qtbot: QtBot
) -> None:
    desk.history.hits = hits(120)
    ask(panel, "tawuran")
    assert len(panel.model.hits) == 50
    assert panel.counted.text() == "50+"
    for expected in (100, 120):
        panel.view.scrollToBottom()
        qtbot.waitUntil(partial(holds, panel, expected))
    assert panel.counted.text() == "120"
    assert [asked[1] for asked in desk.history.asked] == [None, 451, 401]


def test_the_chosen_one_is_read_from_the_log(desk: Desk, panel: HistoryPanel, qtbot: QtBot) -> None:
    desk.history.hits = hits(2)
    change = Change("note", "n", 1, {"incident_id": "old-0", "text": "warga <i>tenang</i>"}, {})
    about = Change("incident", "old-0", 2, {"title": "x"}, {"title": "y"})
    at = "2019-03-02T01:00:00.000000Z"
    entry = LogEntry("note.added", 1, "op", "rina", "ws", "s", at, at, "", (change, about))
    desk.history.stored = [StoredEntry(0, b"", entry)]
    ask(panel, "tawuran")
    QTest.keyClick(panel.field, Qt.Key.Key_Down)
    assert panel.view.currentIndex().row() == 0
    qtbot.waitUntil(lambda: len(panel.lines.timeline.lines) > 0)
    assert any("warga <i>tenang</i>" in line.text for line in panel.lines.timeline.lines)


def test_an_answer_to_an_older_question_is_dropped(desk: Desk, panel: HistoryPanel) -> None:
    desk.history.hits = hits(1)
    panel.field.setText("tawuran")
    panel.search()
    ask(panel, "")
    assert panel.model.hits == []
    assert "Ketik kata" in panel.said.text()
