"""Nothing but hands and a selection moves the wall."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from command_center.domain.incident import Priority
from command_center.ui.actions.keys import KeyBindings
from command_center.ui.actions.table import ACTIONS
from command_center.ui.personal import personal_file
from command_center.ui.wall.panel import WallPanel
from command_center.ui.wall.watching import WARM_S
from command_center.ui.wall.zone import NEW, IncidentCameras
from command_center.video.model import (
    Attention,
)
from tests.ui import scene
from tests.ui.seats import Desk
from tests.ui.wall.conftest import Later
from tests.ui.walls import DOWN, HandEngine, ask, labels


def test_a_new_incident_warms_its_cameras_and_moves_nothing(
    desk: Desk, panel: WallPanel, engine: HandEngine
) -> None:
    ask(desk, "wall.grid.2")
    before = labels(panel)
    far = replace(scene.camera(90, "Jauh", -8.05, 112.70), label="CAM-990")
    desk.add(far)
    desk.add(scene.incident(300, "Baru", Priority.P1, 1, lat=-8.05, lon=112.70))
    desk.settle()
    desk.tick()
    assert labels(panel) == before
    assert engine.ranks["camera-90"] is Attention.NEXT_PAGE
    assert "camera-90" in engine.specs


def test_a_selection_fills_the_zone_only(desk: Desk, panel: WallPanel, engine: HandEngine) -> None:
    ask(desk, "wall.grid.2")
    before = labels(panel)
    desk.seat.selection.select_incident("incident-147")
    zone = [cell for cell in panel.shown if cell and cell.zone]
    assert zone
    assert labels(panel)[2:] == before[2:]
    assert {engine.ranks[cell.camera.id] for cell in zone} == {Attention.INCIDENT}


def test_a_camera_that_dies_afterwards_moves_no_tile(
    desk: Desk, panel: WallPanel, engine: HandEngine
) -> None:
    ask(desk, "wall.grid.2")
    desk.seat.selection.select_incident("incident-147")
    before = labels(panel)
    first = next(cell.camera.id for cell in panel.shown if cell and cell.zone)
    engine.states[first] = DOWN
    desk.change(desk.row("incident", "incident-147"), title="Massa bertambah")
    desk.settle()
    desk.tick()
    assert labels(panel) == before


def test_a_camera_opens_large_in_its_main_stream_and_the_wall_comes_back(
    desk: Desk, panel: WallPanel, engine: HandEngine, qtbot: QtBot
) -> None:
    before = labels(panel)
    chosen = panel.shown[4]
    assert chosen is not None
    middle = panel.canvas.rects()[4].center()
    QTest.mouseDClick(panel.canvas, Qt.MouseButton.LeftButton, pos=middle)
    assert labels(panel) == [chosen.camera.label]
    assert engine.ranks[chosen.camera.id] is Attention.FOCUSED
    QTest.keyClick(panel.canvas, Qt.Key.Key_Escape)
    assert labels(panel) == before
    assert engine.ranks[chosen.camera.id] is Attention.SELECTED


def test_enter_on_a_tile_opens_it_and_orders_nothing(
    desk: Desk, panel: WallPanel, qtbot: QtBot
) -> None:
    KeyBindings(desk.seat, panel)
    asked: list[str] = []
    desk.seat.asking.asked.connect(lambda action, _: asked.append(action))
    desk.seat.selection.select_incident("incident-147")
    panel.activateWindow()
    panel.canvas.setFocus()
    qtbot.waitUntil(panel.canvas.hasFocus)
    ask(desk, "view.wall")
    QTest.keyClick(panel.canvas, Qt.Key.Key_Return)
    assert len(panel.shown) == 1
    assert "incident.order" not in asked


def test_what_left_the_wall_stays_warm_for_a_while_and_is_then_let_go(
    desk: Desk, panel: WallPanel, engine: HandEngine, later: Later
) -> None:
    was = {cell.camera.id for cell in panel.shown if cell}
    ask(desk, "wall.grid.1")
    assert was <= engine.specs.keys()
    assert len(engine.ranks) < len(was)
    desk.tick(WARM_S + 1)
    assert was <= engine.specs.keys(), "the clock of an exercise may hurry"
    later(WARM_S + 1)
    left = was - engine.specs.keys()
    assert left
    assert engine.ranks.keys() <= engine.specs.keys()


def test_a_hidden_wall_asks_for_nothing_more_than_to_stay_connected(
    panel: WallPanel, engine: HandEngine
) -> None:
    assert Attention.VISIBLE in engine.ranks.values()
    panel.hide()
    assert set(engine.ranks.values()) == {Attention.HIDDEN}
    assert {cell.camera.id for cell in panel.shown if cell} <= engine.specs.keys()


def test_a_new_camera_in_the_directory_appears(desk: Desk, panel: WallPanel) -> None:
    added = scene.camera(1, "Baru sekali")
    desk.add(replace(added, id="brand-new", label="CAM-000"))
    desk.settle()
    assert labels(panel)[0] == "CAM-000"


def test_pages_turn_round_and_say_where_they_are(desk: Desk, panel: WallPanel) -> None:
    ask(desk, "wall.grid.2")
    first = labels(panel)
    count = panel.board.placing.pages
    assert count > 1
    for page in range(1, count + 1):
        assert panel.header.turner.text() == f"hal {page}/{count}"
        panel.header.turner.click()
    assert labels(panel) == first


def test_the_keyboard_finds_the_incident_cameras(desk: Desk, panel: WallPanel) -> None:
    desk.seat.selection.select_incident("incident-147")
    ask(desk, "view.wall")
    near = [cell for cell in panel.shown if cell and cell.incident_m is not None]
    nearest = min(near, key=lambda cell: cell.incident_m or 0.0)
    assert desk.seat.selection.camera_id == nearest.camera.id


def test_the_key_leads_from_another_camera_to_the_living_one_of_the_incident(
    desk: Desk, panel: WallPanel, engine: HandEngine
) -> None:
    desk.seat.selection.select_incident("incident-147")
    near = [cell for cell in panel.shown if cell and cell.incident_m is not None]
    near.sort(key=lambda cell: cell.incident_m or 0.0)
    far = next(cell for cell in panel.shown if cell and cell.incident_m is None)
    assert len(near) > 1
    desk.seat.selection.select_camera(far.camera.id)
    engine.states[near[0].camera.id] = DOWN
    ask(desk, "view.wall")
    assert desk.seat.selection.camera_id == near[1].camera.id
    desk.seat.selection.select_camera(near[0].camera.id)
    ask(desk, "view.wall")
    assert desk.seat.selection.camera_id == near[0].camera.id


def test_every_layout_has_a_key_that_shows_it(desk: Desk, panel: WallPanel) -> None:
    for action in [id for id in ACTIONS if id.startswith(("wall.grid.", "wall.large."))]:
        ACTIONS[action].perform(desk.seat)
        number = int(action.rsplit(".", 1)[1])
        wanted = number * number if ".grid." in action else number + 1
        assert len(panel.canvas.rects()) == wanted
        assert len({cell.camera.id for cell in panel.shown if cell}) == min(wanted, 9)


def test_no_tile_moves_under_the_pointer_when_the_directory_grows(
    desk: Desk, panel: WallPanel
) -> None:
    before = labels(panel)
    panel.canvas._hover(True)
    desk.add(replace(scene.camera(1, "Baru sekali"), id="brand-new", label="CAM-000"))
    desk.settle()
    assert labels(panel) == before
    desk.change(desk.row("camera", "camera-3"), alias="Dieng utara")
    desk.settle()
    panel.canvas._hover(False)
    assert labels(panel)[0] == "CAM-000"


@pytest.mark.parametrize("size", [(160, 130), (320, 1200), (5000, 2900)])
def test_the_wall_stands_at_any_size(desk: Desk, panel: WallPanel, size: tuple[int, int]) -> None:
    engine = desk.seat.engine
    panel.resize(*size)
    for name in ("grid.6", "large.12", "grid.1"):
        ask(desk, f"wall.{name}")
        rects = panel.canvas.rects()
        assert all(rect.width() > 0 and rect.height() > 0 for rect in rects)
        assert not panel.canvas.grab().isNull()
        shown = [cell.camera.id for cell in panel.shown if cell]
        assert all(min(engine.slot(id).size) >= 16 for id in shown)


def test_a_reader_hears_the_chosen_tile_first(
    desk: Desk, panel: WallPanel, engine: HandEngine
) -> None:
    seen = panel.shown[1]
    assert seen is not None
    engine.states[seen.camera.id] = DOWN
    desk.seat.selection.select_camera(seen.camera.id)
    said = panel.canvas.accessibleDescription()
    assert said.startswith(f"{seen.camera.label} {seen.camera.title}, TERPUTUS 2:05")
    assert "dari 9 langsung" in said


def test_a_damaged_setting_is_as_none(desk: Desk, qtbot: QtBot) -> None:
    assert desk.seat.settings is not None
    file = personal_file(desk.seat.settings, desk.seat.act.actor, "wall")
    for text in ("{", "[1]", '{"shape": "9x9"}', '{"shape": "3x3", "pins": [[-1, 2], "x"]}'):
        file.setValue("wall/arrangement", text)
        file.setValue("wall/views", text)
        file.sync()
        panel = WallPanel(desk.seat)
        qtbot.addWidget(panel)
        assert (panel.board.arrangement.shape, panel.board.views.names) == ("3x3", [])


def test_incidents_that_are_no_longer_new_let_their_cameras_cool(desk: Desk) -> None:
    zone = IncidentCameras(desk.seat)
    cameras = list(desk.seat.situation.all("camera"))
    assert zone.warm(cameras, desk.clock.now())
    assert zone.warm(cameras, desk.clock.now() + NEW + timedelta(hours=2)) == []


def test_a_narrow_line_over_the_wall_spares_tabs_that_have_keys(panel: WallPanel) -> None:
    for width, seen in ((900, True), (600, False), (900, True)):
        panel.resize(width, 600)
        QTest.qWait(1)
        assert panel.header.tabs["6x6"].isVisible() is seen
        assert panel.header.tabs["3x3"].isVisible()
