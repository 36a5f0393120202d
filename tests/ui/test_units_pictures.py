"""A line of the board is painted once for each of its states; repeating it only copies."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QStyle
from pytestqt.qtbot import QtBot

from command_center.domain.unit import UnitStatus
from command_center.ui.units.delegate import BoardDelegate
from command_center.ui.units.lines import UnitLine
from command_center.ui.units.panel import BoardPanel
from tests.ui.seats import Desk

LANTAS_03 = "unit-lantas-03"


@pytest.fixture
def painted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Units whose line was painted, one entry a time."""
    seen: list[str] = []
    paint = BoardDelegate._painted

    def note(
        self: BoardDelegate, rect: QRect, ratio: float, state: QStyle.StateFlag, line: UnitLine
    ) -> object:
        seen.append(line.row.id)
        return paint(self, rect, ratio, state, line)

    monkeypatch.setattr(BoardDelegate, "_painted", note)
    return seen


@pytest.fixture
def panel(desk: Desk, qtbot: QtBot, painted: list[str]) -> BoardPanel:
    made = BoardPanel(desk.seat)
    qtbot.addWidget(made)
    made.resize(474, 690)
    made.show()
    desk.settle()
    made.view.viewport().grab()
    assert LANTAS_03 in painted
    painted.clear()
    return made


def test_painting_again_paints_nothing_anew(panel: BoardPanel, painted: list[str]) -> None:
    panel.view.viewport().grab()
    assert painted == []


def test_only_the_unit_that_changed_is_painted_anew(
    panel: BoardPanel, desk: Desk, painted: list[str]
) -> None:
    desk.change(desk.row("unit", LANTAS_03), status=UnitStatus.STAGED)
    desk.settle()
    panel.view.viewport().grab()
    assert set(painted) == {LANTAS_03}


def test_a_chosen_unit_looks_different(panel: BoardPanel, desk: Desk, painted: list[str]) -> None:
    place = panel.model.row_of(LANTAS_03)
    assert place is not None
    before = panel.view.grab(panel.view.visualRect(panel.model.index(place))).toImage()
    desk.seat.selection.select_unit(LANTAS_03)
    after = panel.view.grab(panel.view.visualRect(panel.model.index(place))).toImage()
    assert after != before
    assert LANTAS_03 in painted


def test_a_tick_writes_the_new_age_on_the_same_picture(
    panel: BoardPanel, desk: Desk, painted: list[str]
) -> None:
    place = panel.model.row_of(LANTAS_03)
    assert place is not None
    row = panel.view.visualRect(panel.model.index(place))
    before = panel.view.viewport().grab(row).toImage()
    desk.tick(3)
    after = panel.view.viewport().grab(row).toImage()
    assert after != before
    assert LANTAS_03 not in painted
