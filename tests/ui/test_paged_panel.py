"""A panel of pages: turned by keys, only what is seen is made, a language is said once."""

from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout
from pytestqt.qtbot import QtBot

from command_center.situation.situation import Touched
from command_center.ui.paged_panel import PagedPanel, PanelPage, PanelWords
from tests.ui.seats import Desk


class Page(PanelPage):
    def __init__(self) -> None:
        super().__init__()
        self.made = self.ticks = self.said = 0
        self.line = QLineEdit()
        QVBoxLayout(self).addWidget(self.line)
        self.setFocusProxy(self.line)

    def refresh(self, *_: object) -> None:
        self.made += 1

    def tick(self) -> None:
        self.ticks += 1

    def retranslate(self) -> None:
        self.said += 1


class Panel(PagedPanel[Page]):
    shows = frozenset({"unit"})
    language = "id"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.seat)
        self.first, self.second, self.choice = Page(), Page(), QComboBox()
        self.hold({"first": self.first, "second": self.second}, self.choice)

    def words(self) -> PanelWords:
        tabs = {"first": f"Satu {self.language}", "second": f"Dua {self.language}"}
        return PanelWords(f"JUDUL {self.language}", f"Judul {self.language}", tabs)

    def made(self) -> tuple[int, int]:
        return self.first.made, self.second.made


@pytest.fixture
def panel(desk: Desk, qtbot: QtBot) -> Panel:
    panel = Panel(desk)
    qtbot.addWidget(panel)
    return panel


def open_panel(panel: Panel, qtbot: QtBot) -> None:
    panel.show()
    panel.activateWindow()
    panel.setFocus()
    qtbot.waitUntil(panel.isActiveWindow)
    panel.first.made = 0


def test_a_key_turns_to_its_page_with_the_keyboard(panel: Panel, qtbot: QtBot) -> None:
    open_panel(panel, qtbot)
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    QTest.keyClick(panel.first.line, Qt.Key.Key_2, both)
    assert (panel.page, panel.focusWidget()) == (panel.second, panel.second.line)
    assert [tab.isChecked() for tab in panel.tabs.values()] == [False, True]
    assert [tab.key for tab in panel.tabs.values()] == ["Ctrl+Alt+1", "Ctrl+Alt+2"]
    panel.choice.setFocus()
    panel.setFocus()
    assert panel.focusWidget() is panel.second.line, "whoever goes to the panel goes to its page"
    QTest.mouseClick(panel.tabs["first"], Qt.MouseButton.LeftButton)
    assert (panel.page, panel.focusWidget()) == (panel.first, panel.first.line)
    assert panel.made() == (1, 1)


def test_only_what_is_seen_is_made(panel: Panel, desk: Desk) -> None:
    live = desk.seat.live
    touches: list[Any] = [Touched(entities={"unit"}), Touched(everything=True)]
    for touched in touches:
        live.changed.emit(touched)
    live.ticked.emit(live.now())
    panel.turn_to("second")
    panel.turn_to("first")
    assert (panel.made(), panel.first.ticks) == ((0, 0), 0), "nobody looks"
    panel.show()
    assert panel.made() == (1, 0)
    for touched in (*touches, Touched(entities={"camera"})):
        live.changed.emit(touched)
    live.ticked.emit(live.now())
    assert (panel.made(), panel.first.ticks, panel.second.ticks) == ((3, 0), 1, 0)


def test_another_language_is_said_once_by_everything(panel: Panel, qtbot: QtBot) -> None:
    open_panel(panel, qtbot)
    panel.first.said = panel.second.said = 0
    panel.language = "en"
    QCoreApplication.sendEvent(panel, QEvent(QEvent.Type.LanguageChange))
    assert (panel.first.said, panel.second.said) == (1, 1)
    assert (panel.title.text(), panel.accessibleName()) == ("JUDUL en", "Judul en")
    assert [tab.accessibleName() for tab in panel.tabs.values()] == ["Satu en", "Dua en"]


def test_a_larger_theme_reaches_what_stands_behind_the_tabs(panel: Panel, desk: Desk) -> None:
    before = panel.choice.font().pixelSize()
    desk.seat.theme.resize(1.5)
    assert panel.choice.font().pixelSize() > before > 0
