"""The map shows what the room knows, is worked by hand and keys, and never moves by itself."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from command_center.domain.incident import IncidentStatus
from command_center.domain.unit import UnitStatus
from command_center.ports import Health, Position
from command_center.ui.actions.buttons import KeyButton
from command_center.ui.map.age import opacity
from command_center.ui.map.items import Chosen, Kind
from command_center.ui.map.labels import Box
from command_center.ui.map.layout import Kept, lay_out
from command_center.ui.map.legend import entries, legend_rows
from command_center.ui.map.panel import MapPanel
from command_center.ui.map.words import Writing
from tests.ui.conftest import MakeDesk
from tests.ui.map_pictures import finish
from tests.ui.scene import NOW, ago, incident_rows, picture_rows
from tests.ui.seats import Desk

KPU = "incident-147"
SAMAPTA_12 = "unit-samapta-12"


@pytest.fixture
def panel(desk: Desk, qtbot: QtBot) -> MapPanel:
    desk.telemetry.put_positions([at(SAMAPTA_12)])
    made = MapPanel(desk.seat)
    qtbot.addWidget(made)
    made.resize(890, 600)
    made.show()
    desk.tick(0)
    return made


def at(unit_id: str, lat: float = -7.9820, lon: float = 112.6700, age_s: float = 5) -> Position:
    return Position(unit_id, lat, lon, 10.0, 6.0, 90.0, ago(age_s))


def where(panel: MapPanel, id: str) -> QPoint:
    """The pixel of a mark."""
    item = panel.canvas.layout_now().item(id)
    assert item is not None
    left, top = panel.canvas.viewport.origin
    return QPoint(round(left + item.x), round(top + item.y))


def click(panel: MapPanel, place: QPoint) -> None:
    QTest.mouseClick(panel.canvas, Qt.MouseButton.LeftButton, pos=place)


def closer(panel: MapPanel, id: str, steps: int = 6) -> None:
    place = where(panel, id)
    panel.canvas.zoom(1.25**steps, QPointF(place))


def test_open_incidents_with_a_place_are_shown(panel: MapPanel) -> None:
    shown = {row.id for row in incident_rows() if row.is_open and row.lat is not None}
    assert set(panel.marks.incidents) == shown
    assert "incident-139" not in panel.marks.incidents
    assert panel.marks.incidents[KPU].label == "#0147"
    assert panel.marks.incidents[KPU].verified
    assert not panel.marks.incidents["incident-149"].verified


def test_a_mark_stands_where_its_incident_is(panel: MapPanel, desk: Desk) -> None:
    row = desk.row("incident", KPU)
    canvas = panel.canvas
    place = where(panel, KPU)
    back = canvas.ground.to_lat_lon(*canvas.viewport.to_m(place.x(), place.y()))
    pixel_in_degrees = 1 / canvas.viewport.scale / 100_000
    assert back.lat == pytest.approx(row.lat, abs=pixel_in_degrees)
    assert back.lon == pytest.approx(row.lon, abs=pixel_in_degrees)


def test_the_room_moves_the_map(panel: MapPanel, desk: Desk) -> None:
    desk.change(desk.row("incident", "incident-148"), status=IncidentStatus.VERIFIED)
    desk.change(desk.row("incident", "incident-140"), status=IncidentStatus.CLOSED)
    desk.settle()
    assert panel.marks.incidents["incident-148"].verified
    assert "incident-140" not in panel.marks.incidents


def test_a_cut_feed_moves_nothing(panel: MapPanel, desk: Desk) -> None:
    before = dict(panel.marks.incidents), dict(panel.marks.units), panel.canvas.viewport
    desk.feed.cut = True
    desk.change(desk.row("incident", KPU), lat=-7.99, lon=112.60)
    for _ in range(5):
        desk.tick()
    desk.settle()
    assert (panel.marks.incidents, panel.marks.units, panel.canvas.viewport) == before


@pytest.mark.parametrize("id", [KPU, "incident-146", "incident-145", "incident-149"])
def test_a_click_chooses_the_incident_under_it(panel: MapPanel, desk: Desk, id: str) -> None:
    closer(panel, id)
    click(panel, where(panel, id))
    assert desk.seat.selection.incident_id == id


def test_units_and_cameras_are_chosen_by_click(panel: MapPanel, desk: Desk) -> None:
    click(panel, where(panel, SAMAPTA_12))
    assert desk.seat.selection.unit_id == SAMAPTA_12
    closer(panel, "camera-31", 10)
    click(panel, where(panel, "camera-31"))
    assert desk.seat.selection.camera_id == "camera-31"


def test_a_click_on_nothing_chooses_nothing(panel: MapPanel, desk: Desk) -> None:
    click(panel, QPoint(5, 5))
    selection = desk.seat.selection
    assert (selection.incident_id, selection.unit_id, selection.camera_id) == (None, None, None)


def test_clicking_again_goes_through_what_lies_on_one_another(
    new_desk: MakeDesk, qtbot: QtBot
) -> None:
    desk = new_desk()
    incident = desk.row("incident", KPU)
    desk.telemetry.put_positions([at(SAMAPTA_12, incident.lat, incident.lon)])
    panel = MapPanel(desk.seat)
    qtbot.addWidget(panel)
    panel.resize(890, 600)
    desk.tick(0)
    click(panel, where(panel, KPU))
    assert (desk.seat.selection.incident_id, desk.seat.selection.unit_id) == (KPU, None)
    click(panel, where(panel, KPU))
    assert desk.seat.selection.unit_id == SAMAPTA_12


def test_incidents_known_by_one_point_stand_beside_each_other(
    new_desk: MakeDesk, qtbot: QtBot
) -> None:
    rows = [
        replace(row, lat=-7.97, lon=112.63) if getattr(row, "number", 0) in (147, 146) else row
        for row in picture_rows()
    ]
    desk = new_desk(rows)
    panel = MapPanel(desk.seat)
    qtbot.addWidget(panel)
    away = where(panel, KPU) - where(panel, "incident-146")
    assert abs(away.x()) >= 16
    assert away.y() == 0


def test_choosing_elsewhere_never_moves_the_view(panel: MapPanel, desk: Desk) -> None:
    closer(panel, SAMAPTA_12, 14)
    before = panel.canvas.viewport
    desk.seat.selection.select_incident(KPU)
    assert panel.canvas.viewport == before
    pointer = panel.canvas.pointer()
    assert pointer is not None
    assert before.contains_px(pointer.x, pointer.y)
    panel.canvas.fit()
    assert panel.canvas.pointer() is None


def test_a_place_that_was_asked_for_is_shown(panel: MapPanel, desk: Desk) -> None:
    place = desk.seat.city.gazetteer.by_code("rsud-kota-malang")
    assert place is not None
    assert place.lat is not None
    assert place.lon is not None
    desk.seat.asking.ask("map.place", place.code)
    canvas = panel.canvas
    x, y = canvas.viewport.to_px(*canvas.ground.to_m(place.lat, place.lon))
    assert (x, y) == pytest.approx((canvas.width() / 2, canvas.height() / 2))
    assert canvas.pin is not None
    assert canvas.pin.name == place.name
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert canvas.pin is None


def test_an_unknown_place_moves_nothing(panel: MapPanel, desk: Desk) -> None:
    before = panel.canvas.viewport
    desk.seat.asking.ask("map.place", "nowhere")
    desk.seat.asking.ask("view.health", "rsud-kota-malang")
    assert (panel.canvas.viewport, panel.canvas.pin) == (before, None)


def test_keys_zoom_pan_and_fit(panel: MapPanel) -> None:
    canvas = panel.canvas
    whole = canvas.viewport
    QTest.keyClick(canvas, Qt.Key.Key_Plus)
    assert canvas.viewport.scale > whole.scale
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    assert canvas.viewport.x_m > whole.x_m
    QTest.keyClick(canvas, Qt.Key.Key_Minus)
    assert canvas.viewport.scale == pytest.approx(whole.scale)
    QTest.keyClick(canvas, Qt.Key.Key_Home)
    assert canvas.viewport == whole


def test_space_picks_what_is_in_the_middle(panel: MapPanel, desk: Desk) -> None:
    mark = panel.marks.incidents[KPU]
    panel.canvas.look_at(panel.canvas.viewport.centred(mark.x_m, mark.y_m))
    closer(panel, KPU)
    QTest.keyClick(panel.canvas, Qt.Key.Key_Space)
    assert desk.seat.selection.incident_id == KPU


def test_the_wheel_zooms_around_the_pointer(panel: MapPanel) -> None:
    canvas, place = panel.canvas, where(panel, KPU)
    at_pointer = QPointF(place)
    canvas.wheelEvent(
        QWheelEvent(
            at_pointer,
            at_pointer,
            QPoint(),
            QPoint(0, 120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
    )
    assert (where(panel, KPU) - place).manhattanLength() <= 1


def test_dragging_pans_and_chooses_nothing(panel: MapPanel, desk: Desk) -> None:
    start = where(panel, KPU)
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(panel.canvas, left, pos=start)
    QTest.mouseMove(panel.canvas, start + QPoint(40, 20))
    QTest.mouseRelease(panel.canvas, left, pos=start + QPoint(40, 20))
    assert (where(panel, KPU) - start - QPoint(40, 20)).manhattanLength() <= 2
    assert desk.seat.selection.incident_id is None


def test_panning_a_little_paints_the_ground_no_second_time(panel: MapPanel) -> None:
    canvas = panel.canvas
    finish(canvas)
    painted = canvas.backdrop.paintings
    canvas.look_at(canvas.viewport.panned(20, -12))
    canvas.grab()
    assert canvas.backdrop.paintings == painted
    canvas.zoom(1.25)
    finish(canvas)
    assert canvas.backdrop.paintings > painted


def turn_wheel(panel: MapPanel) -> None:
    at = QPointF(panel.canvas.rect().center())
    none, whole = QPoint(0, 0), Qt.ScrollPhase.NoScrollPhase
    keys, buttons = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.NoButton
    turn = QPoint(0, 120)
    panel.canvas.wheelEvent(QWheelEvent(at, at, none, turn, buttons, keys, whole, False))


def test_the_ground_is_painted_once_the_wheel_stands_still(panel: MapPanel, qtbot: QtBot) -> None:
    canvas = panel.canvas
    finish(canvas)
    painted, scale = canvas.backdrop.paintings, canvas.viewport.scale
    for _ in range(3):
        turn_wheel(panel)
        canvas.grab()
    assert canvas.viewport.scale > scale
    assert canvas.backdrop.paintings == painted
    qtbot.waitUntil(lambda: canvas.backdrop.paintings > painted)


def test_the_name_of_a_kecamatan_makes_room_for_an_incident(panel: MapPanel) -> None:
    canvas = panel.canvas
    assert canvas.layout_now().headings
    marks = [item for item in canvas.layout_now().items() if item.kind is Kind.INCIDENT]
    middle = Box(marks[0].x - 40, marks[0].y - 7, 80, 14)
    ground, scale = Writing((), [("KLOJEN", middle)]), canvas.viewport.scale
    layout = lay_out(panel.marks, ground, canvas._sprites, scale, 1.0, Chosen(), Kept())
    (heading,) = layout.headings
    stands = QRectF(QPointF(heading.box.topLeft()), QSizeF(80, 14))
    assert not any(stands.contains(QPointF(item.x, item.y)) for item in marks)
    assert abs(stands.center().y() - marks[0].y) <= 3 * 14


def test_a_double_click_centres(panel: MapPanel) -> None:
    QTest.mouseDClick(panel.canvas, Qt.MouseButton.LeftButton, pos=where(panel, "incident-145"))
    away = where(panel, "incident-145") - panel.canvas.rect().center()
    assert away.manhattanLength() <= 3


def test_the_city_stays_whole_when_the_panel_grows(panel: MapPanel, desk: Desk) -> None:
    before = panel.canvas.viewport.scale
    panel.resize(1200, 900)
    desk.settle()
    assert panel.canvas.viewport.scale > before
    panel.canvas.zoom(2.0)
    zoomed = panel.canvas.viewport.scale
    panel.resize(890, 600)
    desk.settle()
    assert panel.canvas.viewport.scale == zoomed


def test_a_silent_unit_becomes_unknown(panel: MapPanel, desk: Desk) -> None:
    assert panel.marks.units[SAMAPTA_12].shown is UnitStatus.EN_ROUTE
    desk.tick(desk.seat.targets.position_stale_s + 10)
    assert panel.marks.units[SAMAPTA_12].shown is UnitStatus.UNKNOWN


def test_positions_pale_with_age() -> None:
    ages = [0, 30, 60, 150, 300, 5000]
    faint = [opacity(age, 300) for age in ages]
    assert faint == sorted(faint, reverse=True)
    assert (faint[0], faint[1]) == (1.0, 1.0)
    assert faint[-1] == faint[-2] < 0.5


def test_units_without_a_position_are_counted(panel: MapPanel, desk: Desk) -> None:
    on_duty = [u for u in desk.seat.situation.all("unit") if u.status is not UnitStatus.OFF_DUTY]
    assert panel.marks.silent_units + len(panel.marks.units) == len(on_duty)
    said = entries(panel.marks.silent_units)[-1].text
    assert said == f"{len(on_duty) - 1} unit tanpa posisi"


def test_a_camera_without_picture_is_told_apart(panel: MapPanel, desk: Desk) -> None:
    assert not panel.marks.cameras["camera-40"].down
    desk.telemetry.put_health(Health("camera", "camera-40", "down", "x", {}, NOW, None, None))
    desk.tick()
    assert panel.marks.cameras["camera-40"].down


def test_text_of_outside_is_painted_as_it_is(new_desk: MakeDesk, qtbot: QtBot) -> None:
    rows = [
        replace(row, call_sign="<img src=x>") if getattr(row, "id", "") == SAMAPTA_12 else row
        for row in picture_rows()
    ]
    desk = new_desk(rows)
    desk.telemetry.put_positions([at(SAMAPTA_12)])
    panel = MapPanel(desk.seat)
    qtbot.addWidget(panel)
    desk.tick(0)
    assert panel.marks.units[SAMAPTA_12].label == "<img src=x>"
    assert not panel.canvas.grab().isNull()


@pytest.mark.parametrize(("width", "scale"), [(400, 1.0), (890, 1.0), (600, 1.5), (890, 1.5)])
def test_the_legend_fits_beside_the_scale(new_desk: MakeDesk, width: int, scale: float) -> None:
    theme = new_desk(scale=scale).seat.theme
    rows = legend_rows(12, width, theme)
    assert [entry for row in rows for entry, _ in row] != []
    for row in rows:
        used = sum(wide for _, wide in row) + theme.px(12) * (len(row) - 1)
        assert used <= width


def test_everything_can_be_reached_by_name_and_key(panel: MapPanel) -> None:
    assert panel.canvas.focusPolicy() is Qt.FocusPolicy.StrongFocus
    assert panel.canvas.accessibleName() == "Peta situasi"
    assert panel.canvas.accessibleDescription().startswith("8 kejadian, 1 unit, 9 kamera")
    buttons = [button for button in panel.findChildren(KeyButton) if button.isVisible()]
    assert {button.accessibleName() for button in buttons} == {
        "Lapisan",
        "Perbesar",
        "Perkecil",
        "Seluruh kota",
    }


def test_the_theme_is_followed(panel: MapPanel, desk: Desk) -> None:
    dark = panel.canvas.grab().toImage().pixelColor(3, 300)
    desk.seat.theme.use("light")
    light = panel.canvas.grab().toImage().pixelColor(3, 300)
    assert dark != light
    assert light == desk.seat.theme.color("panel")


def test_kinds_are_preferred_in_the_order_a_hand_means_them() -> None:
    assert sorted(Kind) == [Kind.INCIDENT, Kind.UNIT, Kind.CAMERA]


def test_a_carried_camera_goes_with_its_unit(panel: MapPanel, desk: Desk) -> None:
    def place(id: str) -> tuple[float, float] | None:
        mark = panel.marks.cameras.get(id)
        return None if mark is None else (mark.x_m, mark.y_m)

    before = place("camera-40")
    desk.change(desk.row("camera", "camera-40"), unit_id="unit-samapta-14")
    desk.settle()
    assert place("camera-40") is None
    desk.telemetry.at["unit-samapta-14"] = at("unit-samapta-14")
    desk.tick()
    unit = panel.marks.units["unit-samapta-14"]
    assert place("camera-40") == (unit.x_m, unit.y_m) != before


def test_a_camera_that_its_directory_lost_is_not_on_the_map(panel: MapPanel, desk: Desk) -> None:
    desk.change(desk.row("camera", "camera-40"), gone_at=NOW)
    desk.settle()
    assert "camera-40" not in panel.marks.cameras
