"""No label or button of the radio and the partners is cut or hangs out, narrow and at 150 %."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from command_center.domain.room import Role
from command_center.ui.radio.panel import RadioPanel
from command_center.ui.radio.partners_panel import PAGES, PartnersPanel
from tests.ui.conftest import MakeDesk
from tests.ui.seats import Desk
from tests.ui.test_layout_text import hangs_out, is_cut
from tests.ui.test_radio_panel import rows

NARROW_PX = 300
"""At 100 %: the column of units on a small screen."""


def cut(panel: QWidget) -> list[str]:
    labels: list[QLabel | QAbstractButton] = [*panel.findChildren(QLabel)]
    return [
        f"{widget.text()!r} {widget.width()} px"
        for widget in [*labels, *panel.findChildren(QAbstractButton)]
        if widget.text() and widget.isVisible() and (is_cut(widget) or hangs_out(widget, panel))
    ]


@pytest.fixture(params=[1.0, 1.5])
def desk_at(
    request: pytest.FixtureRequest, new_desk: MakeDesk, qapp: QApplication
) -> Iterator[Desk]:
    desk = new_desk(rows=rows(), role=Role.SHIFT_LEAD, scale=request.param)
    desk.seat.theme.apply(qapp)
    yield desk
    qapp.setStyleSheet("")


def show(desk: Desk, panel: QWidget, qtbot: QtBot) -> None:
    qtbot.addWidget(panel)
    panel.resize(round(NARROW_PX * desk.seat.theme.scale), 700)
    panel.show()
    desk.settle()


def test_the_radio_is_not_cut(desk_at: Desk, qtbot: QtBot) -> None:
    panel = RadioPanel(desk_at.seat)
    show(desk_at, panel, qtbot)
    assert cut(panel) == []
    desk_at.seat.asking.ask("incident.kentongan")
    desk_at.settle()
    assert cut(panel) == []


@pytest.mark.parametrize("page", PAGES)
def test_no_page_of_the_partners_is_cut(desk_at: Desk, qtbot: QtBot, page: str) -> None:
    panel = PartnersPanel(desk_at.seat)
    show(desk_at, panel, qtbot)
    panel.turn_to(page)
    desk_at.settle()
    assert cut(panel) == []
    if page != "board":
        edited = {"partners": panel.directory, "watch": panel.watch, "codes": panel.codes}[page]
        edited.ask("add")
        desk_at.settle()
        assert cut(panel) == []
