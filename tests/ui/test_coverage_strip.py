"""The strip counts fresh units inside each kecamatan against own units at home there."""

import pytest
from PySide6.QtGui import QColor, QFontMetrics
from pytestqt.qtbot import QtBot

from command_center.domain.unit import AssignmentKind, OrderStatus, UnitStatus
from command_center.ports import Position
from command_center.ui.units.coverage import Cell
from command_center.ui.units.panel import BoardPanel
from tests.ui.scene import ago, assignment
from tests.ui.seats import Desk

BLIMBING, KLOJEN, LOWOKWARU = "35.73.01", "35.73.02", "35.73.05"


@pytest.fixture
def panel(desk: Desk, qtbot: QtBot) -> BoardPanel:
    made = BoardPanel(desk.seat)
    qtbot.addWidget(made)
    made.resize(474, 690)
    made.show()
    return made


def cell(panel: BoardPanel, code: str) -> Cell:
    return next(cell for cell in panel.strip.cells if cell.code == code)


def test_ready_units_add_up_to_the_header(panel: BoardPanel) -> None:
    assert sum(cell.ready for cell in panel.strip.cells) == panel.model.strength.ready


def test_home_counts_own_units_on_duty(panel: BoardPanel, desk: Desk) -> None:
    assert cell(panel, LOWOKWARU).home == 1
    desk.change(desk.row("unit", "unit-samapta-14"), status=UnitStatus.OFF_DUTY)
    desk.settle()
    assert cell(panel, LOWOKWARU).home == 0


def test_a_home_in_a_kelurahan_counts_for_its_kecamatan(panel: BoardPanel, desk: Desk) -> None:
    desk.change(desk.row("unit", "unit-samapta-14"), home="35.73.01.1007")
    desk.settle()
    assert (cell(panel, LOWOKWARU).ready, cell(panel, BLIMBING).ready) == (0, 1)
    assert cell(panel, BLIMBING).home == 3


def test_a_unit_covers_where_it_is(panel: BoardPanel, desk: Desk) -> None:
    place = desk.seat.city.gazetteer.by_code(BLIMBING)
    assert place is not None
    assert place.lat is not None
    assert place.lon is not None
    before = cell(panel, BLIMBING).ready
    there = Position("unit-samapta-14", place.lat, place.lon, 10, None, None, ago(5))
    desk.telemetry.put_positions([there])
    desk.tick()
    assert cell(panel, BLIMBING).ready == before + 1
    assert cell(panel, LOWOKWARU).ready == 0


def test_a_silent_unit_covers_nothing(panel: BoardPanel, desk: Desk) -> None:
    desk.tick(desk.seat.targets.status_stale_s + 3600)
    assert [cell.ready for cell in panel.strip.cells] == [0] * 5


def test_a_unit_that_is_only_asked_for_covers_nothing(panel: BoardPanel, desk: Desk) -> None:
    before = cell(panel, KLOJEN).ready
    asked = AssignmentKind.REQUESTED
    desk.add(assignment("unit-amb-01", "incident-148", OrderStatus.ORDERED, 5, asked))
    desk.settle()
    assert cell(panel, KLOJEN).ready == before - 1


def test_an_empty_area_is_painted_as_a_hole(panel: BoardPanel, desk: Desk) -> None:
    ratio = panel.devicePixelRatioF()
    picture = panel.strip.grab().toImage()
    for shown, rect in zip(panel.strip.cells, panel.strip.rects(), strict=True):
        x, y = rect.right() - 2, rect.center().y() + 4
        painted = QColor(picture.pixel(round(x * ratio), round(y * ratio)))
        token = "hole" if shown.ready == 0 else "raised"
        assert painted == desk.seat.theme.color(token), shown.name
    assert {shown.ready == 0 for shown in panel.strip.cells} == {True, False}


@pytest.mark.parametrize("width", [280, 474, 700])
def test_no_name_is_cut(panel: BoardPanel, desk: Desk, width: int) -> None:
    panel.resize(width, 690)
    measure = QFontMetrics(desk.seat.theme.font(11))
    for shown, rect in zip(panel.strip.cells, panel.strip.rects(), strict=True):
        assert measure.horizontalAdvance(shown.name) < rect.width()
        assert panel.strip.rect().contains(rect)
