"""The detail panel as a window of its own, with the keyboard."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from command_center.ui.detail.panel import DetailPanel
from tests.ui.seats import Desk


def shown_detail(desk: Desk, qtbot: QtBot, height: int, about: str | None = None) -> DetailPanel:
    """`about`: the incident that is selected."""
    made = DetailPanel(desk.seat)
    qtbot.addWidget(made)
    made.resize(540, height)
    made.show()
    with qtbot.waitActive(made):
        made.activateWindow()
    if about is not None:
        desk.seat.selection.select_incident(about)
    desk.settle()
    return made
