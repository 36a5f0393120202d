"""Panels behind one another: every name whole, however many there are."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint
from PySide6.QtGui import QFontMetrics, QHelpEvent
from PySide6.QtWidgets import QApplication, QLabel, QTabBar, QToolTip, QWidget

from command_center.ui import layouts
from command_center.ui.actions.table import ACTIONS
from command_center.ui.i18n import Language
from command_center.ui.seat import Seat
from command_center.ui.window import Window
from tests.ui.seats import RESOURCES, Desk

ASKED = (
    "incident.call",
    "call.panel",
    "view.history",
    "view.referrals",
    "view.radio",
    "view.hospitals",
    "view.partners",
    "view.notices",
    "view.health",
)


def plain(seat: Seat) -> QWidget:
    return QLabel("panel")


@pytest.fixture
def window(desk: Desk, qapp: QApplication, tmp_path: Path) -> Iterator[Window]:
    desk.seat.theme.apply(qapp)
    language = Language(RESOURCES / "translations", desk.seat.live)
    made = Window(desk.seat, dict.fromkeys(layouts.TITLES, plain), language, tmp_path)
    made.resize(1920, 1080)
    made.start()
    yield made
    made.close()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    qapp.setStyleSheet("")


def bars(window: Window) -> list[QTabBar]:
    return [bar for bar in window.findChildren(QTabBar) if bar.isVisible() and bar.count()]


def words_px(bar: QTabBar, at: int) -> int:
    return QFontMetrics(bar.font()).horizontalAdvance(bar.tabText(at))


@pytest.mark.parametrize("size", [(1920, 1080), (1366, 768)])
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_every_name_is_whole_and_the_front_one_in_sight(
    window: Window, desk: Desk, size: tuple[int, int], scale: float
) -> None:
    window.resize(*size)
    desk.seat.theme.resize(scale)
    desk.settle()
    for action in ASKED:
        ACTIONS[action].perform(desk.seat)
        desk.settle()
    here = bars(window)
    assert max(bar.count() for bar in here) >= 5
    for bar in here:
        assert all(bar.tabRect(at).width() >= words_px(bar, at) for at in range(bar.count()))
        front = bar.tabRect(bar.currentIndex())
        assert front.left() >= 0
        assert front.left() + words_px(bar, bar.currentIndex()) <= bar.width()
    assert (window.width(), window.height()) == size


def test_the_names_of_one_column_fit_side_by_side_on_a_wide_screen(
    window: Window, desk: Desk
) -> None:
    for action in ASKED:
        ACTIONS[action].perform(desk.seat)
        desk.settle()
    for bar in bars(window):
        assert bar.tabRect(bar.count() - 1).right() <= bar.width()


def test_a_short_name_tells_the_whole_one(window: Window, desk: Desk) -> None:
    ACTIONS["view.hospitals"].perform(desk.seat)
    desk.settle()
    short = layouts.tab_title("hospitals")
    bar, at = next(
        (bar, at) for bar in bars(window) for at in range(bar.count()) if bar.tabText(at) == short
    )
    middle = bar.tabRect(at).center()
    QApplication.sendEvent(bar, QHelpEvent(QEvent.Type.ToolTip, middle, bar.mapToGlobal(middle)))
    assert QToolTip.text() == "Papan rumah sakit"
    assert window.docks["hospitals"].toggleViewAction().text() == "Papan rumah sakit"
    QToolTip.showText(QPoint(), "")


def test_names_of_tabs_differ_and_torn_off_a_panel_has_its_full_one(window: Window) -> None:
    shorts = [layouts.tab_title(panel) for panel in layouts.TITLES]
    assert len(set(shorts)) == len(shorts)
    dock = window.docks["hospitals"]
    assert dock.windowTitle() == "Rumah sakit"
    dock.setFloating(True)
    assert dock.windowTitle() == "Papan rumah sakit"
