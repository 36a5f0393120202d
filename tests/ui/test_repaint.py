"""Who is not concerned paints nothing, and what runs with the clock is all the clock repaints."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from command_center.domain.incident import IncidentStatus
from command_center.ui.map import legend as legend_module
from command_center.ui.map.canvas import LATER_MS
from command_center.ui.map.legend import paint_legend
from command_center.ui.map.panel import MapPanel
from command_center.ui.map.viewport import Viewport
from command_center.ui.queue.panel import QueuePanel
from command_center.ui.theme import Theme
from tests.ui.seats import Desk

KPU = "incident-147"


class Paints(QObject):
    """What of a widget was painted since the last look."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._regions: list[QRect] = []
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self._regions.append(event.region().boundingRect())
        return False

    def seen(self, desk: Desk) -> list[QRect]:
        desk.settle()
        QTest.qWait(2 * LATER_MS)  # laid out a moment later, painted in the turn after
        regions, self._regions = self._regions, []
        return regions


@pytest.fixture
def map_panel(desk: Desk, qtbot: QtBot) -> MapPanel:
    made = MapPanel(desk.seat)
    qtbot.addWidget(made)
    made.resize(890, 600)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_what_moves_no_mark_paints_no_map(map_panel: MapPanel, desk: Desk) -> None:
    paints = Paints(map_panel.canvas)
    paints.seen(desk)
    changed = desk.change(desk.row("incident", KPU), address="Jalan Bantaran 6")
    assert paints.seen(desk) == []
    assert changed in desk.seat.situation.all("incident")
    desk.change(changed, status=IncidentStatus.CLOSED)
    assert paints.seen(desk), "its mark goes"


def test_a_map_that_nobody_sees_is_neither_laid_out_nor_painted(
    map_panel: MapPanel, desk: Desk
) -> None:
    paints = Paints(map_panel.canvas)
    paints.seen(desk)
    map_panel.hide()
    laid = map_panel.canvas.layout_now()
    desk.change(desk.row("incident", KPU), status=IncidentStatus.CLOSED)
    assert paints.seen(desk) == []
    assert map_panel.canvas._layout is laid
    map_panel.show()
    assert paints.seen(desk) != []
    assert map_panel.canvas._layout is not laid, "what happened meanwhile is shown"


def test_the_legend_is_painted_once_for_many_pictures(
    map_panel: MapPanel, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    painted: list[int] = []

    def spy(painter: QPainter, view: Viewport, silent: int, theme: Theme, credit: str) -> None:
        painted.append(silent)
        paint_legend(painter, view, silent, theme, credit)

    monkeypatch.setattr(legend_module, "paint_legend", spy)
    map_panel.canvas.restyle()
    for _ in range(3):
        map_panel.canvas.grab()
    assert len(painted) == 1
    QCoreApplication.sendEvent(map_panel.canvas, QEvent(QEvent.Type.LanguageChange))
    map_panel.canvas.grab()
    assert len(painted) == 2, "in the other language"


def test_a_second_repaints_the_clocks_of_the_queue_only(desk: Desk, qtbot: QtBot) -> None:
    panel = QueuePanel(desk.seat)
    qtbot.addWidget(panel)
    panel.resize(540, 620)
    panel.show()
    qtbot.waitExposed(panel)
    paints = Paints(panel.view.viewport())
    paints.seen(desk)
    desk.tick(0.0)
    seen = paints.seen(desk)
    view = panel.view.viewport().rect()
    assert len(seen) == 1
    assert seen[0].right() == view.right()
    assert 0 < seen[0].width() < view.width() / 3
    desk.tick(7200.0)
    assert paints.seen(desk)[0] == view, "what is late by now changes as a whole"
