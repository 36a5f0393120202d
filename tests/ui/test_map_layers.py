"""Parts of the map are shown and hidden by a person; a unit is followed, an area is counted."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from command_center.domain.referral import Referral, ReferralState
from command_center.domain.unit import ReferralVia
from command_center.ui.map.density import SPREAD_M, density_of
from command_center.ui.map.items import Kind
from command_center.ui.map.labels import Box
from command_center.ui.map.layer import Found, Level, Piece
from command_center.ui.map.panel import MapPanel
from tests.ui.conftest import MakeDesk
from tests.ui.map_pictures import finished
from tests.ui.scene import NOW, ago
from tests.ui.seats import Desk
from tests.ui.test_map_panel import KPU, SAMAPTA_12, at

EVERYWHERE = Box(-1e5, -1e5, 2e5, 2e5)


@pytest.fixture
def panel(desk: Desk, qtbot: QtBot) -> MapPanel:
    desk.telemetry.put_positions([at(SAMAPTA_12)])
    return map_of(desk, qtbot)


def map_of(desk: Desk, qtbot: QtBot) -> MapPanel:
    made = MapPanel(desk.seat)
    qtbot.addWidget(made)
    made.resize(890, 600)
    made.show()
    desk.tick(0)
    desk.settle()
    return made


def key(panel: MapPanel, pressed: Qt.Key) -> None:
    QTest.keyClick(panel.canvas, pressed)


def turn(panel: MapPanel, id: str) -> None:
    row = next(row for row in panel.tools.list.rows if row.switch.id == id)
    row.click()


def note(panel: MapPanel, id: str) -> str:
    return next(switch for switch in panel.tools.switches.all if switch.id == id).note()


def kinds(panel: MapPanel) -> set[Kind]:
    return {item.kind for item in panel.canvas.layout_now().within(EVERYWHERE)}


def test_what_is_switched_off_is_neither_painted_nor_clicked_and_said_so(panel: MapPanel) -> None:
    before = finished(panel.canvas)
    item = panel.canvas.layout_now().item(SAMAPTA_12)
    assert item is not None
    left, top = panel.canvas.viewport.origin
    assert panel.canvas.items_at(left + item.x, top + item.y) == [item]
    turn(panel, "units")
    assert kinds(panel) == {Kind.INCIDENT, Kind.CAMERA}
    assert panel.canvas.items_at(left + item.x, top + item.y) == []
    assert finished(panel.canvas) != before
    assert panel.tools.told.text() == "Tidak ditampilkan: Unit"
    turn(panel, "units")
    assert finished(panel.canvas) == before
    assert not panel.tools.card.isVisible()


def test_what_is_chosen_is_shown_although_its_kind_is_not(panel: MapPanel, desk: Desk) -> None:
    turn(panel, "units")
    desk.seat.selection.select_unit(SAMAPTA_12)
    assert Kind.UNIT in kinds(panel)


@pytest.mark.parametrize("part", ["borders", "names"])
def test_parts_of_the_ground_go_and_come_back(panel: MapPanel, part: str) -> None:
    before = finished(panel.canvas)
    turn(panel, part)
    assert finished(panel.canvas) != before
    turn(panel, part)
    assert finished(panel.canvas) == before


def test_the_list_is_worked_by_keys_and_says_its_states(panel: MapPanel, qtbot: QtBot) -> None:
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    panel.canvas.setFocus()
    key(panel, Qt.Key.Key_O)
    rows = panel.tools.list.rows
    assert rows[0].hasFocus()
    assert rows[0].accessibleName() == "Kejadian: ditampilkan"
    QTest.keyClick(rows[0], Qt.Key.Key_Down)
    assert rows[1].hasFocus()
    QTest.keyClick(rows[1], Qt.Key.Key_Return)
    assert rows[1].accessibleName() == "Unit: tidak ditampilkan"
    QTest.keyClick(rows[1], Qt.Key.Key_Escape)
    assert not panel.tools.list.isVisible()
    assert panel.canvas.hasFocus()


def test_a_long_list_in_a_low_map_is_scrolled(new_desk: MakeDesk, qtbot: QtBot) -> None:
    panel = map_of(new_desk(scale=1.5), qtbot)
    panel.resize(890, 400)
    key(panel, Qt.Key.Key_O)
    shown = panel.tools.list
    assert panel.canvas.rect().contains(shown.geometry())
    last = panel.tools.lock
    QTest.keyClick(shown.rows[0], Qt.Key.Key_Up)
    top = last.mapTo(shown, QPoint(0, 0)).y()
    assert 0 <= top <= shown.height() - last.height()


def test_switches_are_kept_for_the_person_who_turned_them(new_desk: MakeDesk, qtbot: QtBot) -> None:
    first = map_of(new_desk(), qtbot)
    turn(first, "cameras")
    turn(first, "lenses")
    again = map_of(new_desk(), qtbot)
    assert not again.tools.switches.is_on("cameras")
    assert again.tools.switches.is_on("lenses")
    assert Kind.CAMERA not in kinds(again)
    other = map_of(new_desk(staff_id="staff-dw"), qtbot)
    assert other.tools.switches.is_on("cameras")
    assert not other.tools.switches.is_on("lenses")


def test_a_camera_whose_direction_nobody_knows_gets_no_sector(panel: MapPanel, desk: Desk) -> None:
    before = finished(panel.canvas)
    turn(panel, "lenses")
    assert finished(panel.canvas) == before
    assert note(panel, "lenses") == "diketahui untuk 0 dari 9 kamera"
    desk.change(desk.row("camera", "camera-31"), heading_deg=90.0, field_deg=60.0)
    desk.settle()
    assert finished(panel.canvas) != before
    assert note(panel, "lenses") == "diketahui untuk 1 dari 9 kamera"


def test_an_incident_of_another_agency_carries_an_arrow_until_it_is_over(
    panel: MapPanel, desk: Desk
) -> None:
    before = finished(panel.canvas)
    turn(panel, "referred")
    row = Referral(
        "referral-1", 1, KPU, "dishub", "", ReferralVia.LETTER, ReferralState.SENT, "", "", "", "",
        ago(60), "staff-rs", None, None, None, None, 0,
    )  # fmt: skip
    desk.add(row)
    desk.settle()
    assert finished(panel.canvas) != before
    assert note(panel, "referred") == "1 kejadian, 1 belum dijawab"
    desk.change(row, state=ReferralState.DONE, ended_at=NOW)
    desk.settle()
    assert finished(panel.canvas) == before


def test_reports_of_the_last_day_become_a_density(new_desk: MakeDesk, qtbot: QtBot) -> None:
    desk = new_desk()
    panel = map_of(desk, qtbot)
    before = finished(panel.canvas)
    model = next(iter(desk.seat.situation.all("report")))
    near = replace(model, lat=-7.98, lon=112.63)
    desk.add(*(replace(near, id=f"near-{n}", received_at=ago(60 * n)) for n in range(4)))
    desk.add(replace(near, id="old", received_at=NOW - timedelta(hours=25)))
    desk.settle()
    turn(panel, "heat")
    qtbot.waitUntil(lambda: panel._heat.version == 1)
    assert finished(panel.canvas) != before
    assert panel._heat.note().startswith("4 laporan")
    found = panel._heat.at(*panel.canvas.ground.to_m(-7.98, 112.63), 10.0)
    assert [one.text for one in found] == ["4 laporan dalam 24 jam, 300 m di sekitar sini"]
    assert panel._heat.at(-9e4, 0.0, 10.0) == ()


def test_a_density_holds_as_many_as_there_are_and_is_bounded(qtbot: QtBot) -> None:
    ink = QColor("#ffa94d")
    assert density_of([], ink) is None
    one = density_of([(0.0, 0.0)], ink)
    assert one is not None
    peak = 1e6 / (2 * math.pi * SPREAD_M**2)
    assert one.most_km2 == pytest.approx(peak, rel=0.05)
    far = density_of([(0.0, 0.0), (9e6, 9e6)], ink)
    assert far is not None
    assert max(far.picture.width(), far.picture.height()) <= 601


def test_what_is_framed_is_counted_until_escape(panel: MapPanel) -> None:
    canvas, place = panel.canvas, panel.canvas.layout_now().item(KPU)
    assert place is not None
    left, top = canvas.viewport.origin
    middle = QPoint(round(left + place.x), round(top + place.y))
    corner, other = middle - QPoint(9, 9), middle + QPoint(9, 9)
    shift, button = Qt.KeyboardModifier.ShiftModifier, Qt.MouseButton.LeftButton
    before = canvas.viewport
    QTest.mousePress(canvas, button, shift, corner)
    QTest.mouseMove(canvas, other)
    QTest.mouseRelease(canvas, button, shift, other)
    assert canvas.viewport == before
    assert panel.tools.told.text().startswith("Di dalam area:\n1 kejadian (P1 1)\n0 unit, 0 siap")
    key(panel, Qt.Key.Key_Escape)
    assert canvas.area is None
    assert not panel.tools.card.isVisible()
    key(panel, Qt.Key.Key_X)
    assert "8 kejadian" in panel.tools.told.text()
    assert "1 unit" in panel.tools.told.text()
    turn(panel, "units")
    key(panel, Qt.Key.Key_X)
    assert "unit, " not in panel.tools.told.text()
    key(panel, Qt.Key.Key_Plus)
    assert "Di dalam area" not in panel.tools.told.text()


def followed(panel: MapPanel) -> str | None:
    return panel.tools.followed


def test_a_followed_unit_stays_in_the_middle_until_a_hand_pans(panel: MapPanel, desk: Desk) -> None:
    canvas = panel.canvas
    key(panel, Qt.Key.Key_F)
    assert followed(panel) is None
    assert "Pilih dulu unit" in panel.tools.told.text()
    key(panel, Qt.Key.Key_Escape)
    assert not panel.tools.card.isVisible()
    desk.seat.selection.select_unit(SAMAPTA_12)
    key(panel, Qt.Key.Key_F)
    desk.telemetry.put_positions([at(SAMAPTA_12, lat=-7.99, lon=112.61, age_s=0)])
    desk.tick()
    mark = panel.marks.units[SAMAPTA_12]
    assert (canvas.viewport.x_m, canvas.viewport.y_m) == (mark.x_m, mark.y_m)
    canvas.zoom(1.25)
    assert followed(panel) == SAMAPTA_12
    key(panel, Qt.Key.Key_Left)
    assert followed(panel) is None
    assert not panel.tools.card.isVisible()


def test_a_locked_view_is_moved_by_no_hand(panel: MapPanel) -> None:
    canvas = panel.canvas
    key(panel, Qt.Key.Key_Z)
    before = canvas.viewport
    for pressed in (Qt.Key.Key_Left, Qt.Key.Key_Plus, Qt.Key.Key_Home):
        key(panel, pressed)
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(canvas, left, pos=QPoint(300, 300))
    QTest.mouseMove(canvas, QPoint(400, 330))
    QTest.mouseRelease(canvas, left, pos=QPoint(400, 330))
    assert canvas.viewport == before
    key(panel, Qt.Key.Key_Z)
    key(panel, Qt.Key.Key_Left)
    assert canvas.viewport != before


def test_who_is_followed_in_a_locked_view_is_let_go_by_its_key_alone(
    panel: MapPanel, desk: Desk
) -> None:
    desk.seat.selection.select_unit(SAMAPTA_12)
    key(panel, Qt.Key.Key_F)
    assert "geser peta untuk berhenti" in panel.tools.told.text()
    key(panel, Qt.Key.Key_Z)
    assert "terkunci; F berhenti" in panel.tools.told.text()
    key(panel, Qt.Key.Key_Left)
    key(panel, Qt.Key.Key_Escape)
    assert followed(panel) == SAMAPTA_12
    assert "terkunci; F berhenti" in panel.tools.told.text()
    key(panel, Qt.Key.Key_F)
    assert "Mengikuti" not in panel.tools.told.text()


class Stripe:
    """A layer of another room: the hook takes it as it is."""

    id, level = "stripe", Level.ABOVE_MARKS

    def __init__(self) -> None:
        self.version = 0

    def title(self) -> str:
        return "Garis"

    def note(self) -> str:
        return ""

    def paint(self, painter: QPainter, piece: Piece) -> None:
        painter.fillRect(-500, -500, 1000, 1000 if self.version else 0, QColor("#ffffff"))

    def at(self, x_m: float, y_m: float, reach_m: float) -> Sequence[Found]:
        return [Found(self.id, "1", "<b>garis</b>")]


def test_a_layer_is_added_without_the_map_knowing_it(panel: MapPanel) -> None:
    layer, before = Stripe(), finished(panel.canvas)
    panel.tools.add(layer, first=True)
    assert finished(panel.canvas) == before
    layer.version = 1
    painted = finished(panel.canvas)
    assert painted != before
    QTest.mouseClick(panel.canvas, Qt.MouseButton.LeftButton, pos=QPoint(5, 400))
    assert panel.tools.told.text() == "<b>garis</b>"
    turn(panel, "stripe")
    assert finished(panel.canvas).pixelColor(445, 300) != painted.pixelColor(445, 300)
