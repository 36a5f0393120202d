"""Arranging by hand: dropping, views, tours, zoom, masks, windows."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from command_center.commands.cameras import MaskCamera, NoteCamera, RenameCamera
from command_center.ui.commandline.grammar import understand
from command_center.ui.wall.dragging import camera_data
from command_center.ui.wall.panel import WallPanel
from command_center.ui.wall.tour import Hold
from command_center.ui.wall.watching import WARM_S
from command_center.video.model import (
    Attention,
)
from tests.ui import scene
from tests.ui.conftest import MakeDesk
from tests.ui.seats import Desk
from tests.ui.wall.conftest import Later
from tests.ui.walls import DOWN, HandEngine, ask, labels


def drop(panel: WallPanel, data: QMimeData, at: QPoint) -> bool:
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    action = Qt.DropAction.MoveAction
    over = QDragMoveEvent(at, action, data, buttons, keys)
    panel.canvas.dragMoveEvent(over)
    panel.canvas.dropEvent(QDropEvent(QPointF(at), action, data, buttons, keys))
    return over.isAccepted()


def test_a_dropped_tile_swaps_and_undo_brings_it_back(desk: Desk, panel: WallPanel) -> None:
    before = labels(panel)
    moved = panel.shown[4]
    assert moved is not None
    assert drop(panel, camera_data(moved.camera.id), panel.canvas.rects()[8].center())
    after = labels(panel)
    assert (after[8], after[4]) == (before[4], before[8])
    assert sorted(map(str, after)) == sorted(map(str, before))
    ask(desk, "wall.undo")
    assert labels(panel) == before


def test_nothing_can_be_dropped_on_the_incident_zone_or_on_a_pinned_tile(
    desk: Desk, panel: WallPanel
) -> None:
    ask(desk, "wall.grid.2")
    desk.seat.selection.select_incident("incident-147")
    pinned, moved = panel.shown[3], panel.shown[2]
    assert pinned is not None
    assert moved is not None
    ask(desk, "wall.pin", pinned.camera.id)
    before = labels(panel)
    for place in (0, 3):
        assert not drop(panel, camera_data(moved.camera.id), panel.canvas.rects()[place].center())
    assert labels(panel) == before


def test_control_and_an_arrow_move_a_tile_without_the_pointer(desk: Desk, panel: WallPanel) -> None:
    before = labels(panel)
    moved = panel.shown[4]
    assert moved is not None
    desk.seat.selection.select_camera(moved.camera.id)
    QTest.keyClick(panel.canvas, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert labels(panel)[5] == before[4]
    assert labels(panel)[4] == before[5]


def test_a_camera_found_elsewhere_goes_to_the_tile_that_was_chosen(
    desk: Desk, panel: WallPanel
) -> None:
    ask(desk, "wall.grid.2")
    target = panel.shown[3]
    assert target is not None
    desk.seat.selection.select_camera(target.camera.id)
    other = next(c for c in panel.board.cameras if c.label not in labels(panel))
    desk.seat.selection.select_camera(other.id)
    ask(desk, "wall.place", other.id)
    assert labels(panel)[3] == other.label


def test_a_dead_tile_offers_a_living_camera_and_takes_it_by_click_or_key(
    desk: Desk, panel: WallPanel, engine: HandEngine
) -> None:
    ask(desk, "wall.grid.2")
    desk.add(scene.camera(50, "Sarinah", -7.9790, 112.6320))
    desk.settle()
    place = next(n for n, cell in enumerate(panel.shown) if cell and cell.camera.id == "camera-7")
    dead = panel.shown[place]
    assert dead is not None
    engine.states[dead.camera.id] = DOWN
    desk.tick()
    offered = panel.canvas.offers[dead.camera.id]
    assert offered.camera.label not in labels(panel)
    spot = panel.canvas._painter.offer_rect(panel.canvas.rects()[place]).center()
    QTest.mouseClick(panel.canvas, Qt.MouseButton.LeftButton, pos=spot)
    assert labels(panel)[place] == offered.camera.label
    assert desk.seat.selection.camera_id == offered.camera.id
    ask(desk, "wall.undo")
    desk.tick()
    ask(desk, "wall.offer", dead.camera.id)
    assert labels(panel)[place] == offered.camera.label


def test_a_dead_camera_of_the_zone_is_replaced_within_the_zone(
    desk: Desk, panel: WallPanel, engine: HandEngine
) -> None:
    desk.seat.selection.select_incident("incident-147")
    ask(desk, "wall.grid.2")
    before = labels(panel)
    dead = panel.shown[0]
    assert dead is not None
    assert dead.zone
    engine.states[dead.camera.id] = DOWN
    desk.tick()
    ask(desk, "wall.offer", dead.camera.id)
    assert labels(panel)[0] not in (None, dead.camera.label)
    assert labels(panel)[2:] == before[2:]


# --- views, tour, zoom, masks: what a person does ------------------------------------------------


def test_the_wall_is_as_the_person_left_it(
    new_desk: MakeDesk, engine: HandEngine, qtbot: QtBot, desk: Desk, panel: WallPanel
) -> None:
    ask(desk, "wall.large.5")
    moved = panel.shown[2]
    assert moved is not None
    panel.board.put(moved.camera.id, 5)
    ask(desk, "wall.pin", moved.camera.id)
    assert panel.board.save_view("  Alun  alun ")
    left = labels(panel)
    again = WallPanel(desk.seat)
    qtbot.addWidget(again)
    assert labels(again) == left
    assert again.board.views.names == ["Alun alun"]
    stranger = new_desk(engine=engine, staff_id="staff-dw", settings=desk.seat.settings)
    other = WallPanel(stranger.seat)
    qtbot.addWidget(other)
    assert (other.board.arrangement.shape, other.board.views.names) == ("3x3", [])


def test_views_are_named_called_renamed_and_deleted(desk: Desk, panel: WallPanel) -> None:
    everything = labels(panel)
    ask(desk, "wall.grid.2")
    ask(desk, "wall.save")
    assert panel.questions.field is not None
    panel.questions.field.setText("Alun-alun")
    QTest.keyClick(panel.questions.field, Qt.Key.Key_Return)
    saved = labels(panel)
    ask(desk, "wall.all")
    ask(desk, "wall.grid.3")
    assert labels(panel) == everything
    panel.board.put(str(panel.board.cameras[8].id), 4)
    mine = labels(panel)
    assert panel.board.use_view("Alun-alun")
    assert panel.board.view_name == "Alun-alun"
    panel.board.put(panel.board.cameras[-1].id, 0)
    assert panel.board.view_name == "Alun-alun *"
    ask(desk, "wall.all")
    assert labels(panel) == mine
    ask(desk, "wall.all")
    assert labels(panel) == everything
    said = understand(desk.seat, "dinding alun")
    assert said is not None
    said.run(desk.seat)
    assert labels(panel) == saved
    assert panel.board.rename_view("Alun-alun", "Balai Kota")
    assert panel.board.arrangement.name == "Balai Kota"
    panel.board.delete_view("Balai Kota")
    assert labels(panel) == saved
    ask(desk, "wall.view", "alun")
    assert [notice.code for notice in desk.notices] == ["unknown_view"]


def test_a_tour_turns_the_page_and_warms_the_next_one(
    desk: Desk, panel: WallPanel, engine: HandEngine, later: Later
) -> None:
    ask(desk, "wall.grid.2")
    later(WARM_S + 1)
    coming = {camera.id for camera in panel.board.next_page()}
    shown = {cell.camera.id for cell in panel.shown if cell}
    ask(desk, "wall.tour")
    assert {engine.ranks[id] for id in coming - shown} == {Attention.NEXT_PAGE}
    for _ in range(panel.tour.interval_s):
        panel.tour.second()
    assert {cell.camera.id for cell in panel.shown if cell} == coming
    ask(desk, "wall.tour")
    assert not panel.tour.running


@pytest.mark.parametrize("hold", [Hold.POINTER, Hold.CAMERA, Hold.INCIDENT, Hold.LARGE])
def test_a_tour_waits_while_somebody_looks_closer(desk: Desk, panel: WallPanel, hold: Hold) -> None:
    seen = next(cell.camera.id for cell in panel.shown if cell)
    if hold is Hold.POINTER:
        panel.canvas._hover(True)
    elif hold is Hold.CAMERA:
        desk.seat.selection.select_camera(seen)
    elif hold is Hold.INCIDENT:
        desk.seat.selection.select_incident("incident-147")
    else:
        panel.board.enlarge(seen)
    before = labels(panel)
    panel.tour.toggle()
    for _ in range(3 * panel.tour.interval_s):
        panel.tour.second()
    assert labels(panel) == before
    assert panel.tour.hold is hold
    assert panel.header.tour.text() == "Tur dijeda"


def test_digital_zoom_asks_for_detail_and_escape_comes_back_in_steps(
    desk: Desk, panel: WallPanel, engine: HandEngine
) -> None:
    seen = next(cell.camera.id for cell in panel.shown if cell)
    panel.board.enlarge(seen)
    whole = engine.slot(seen).size
    for _ in range(3):
        QTest.keyClick(panel.canvas, Qt.Key.Key_Plus)
    zoom = panel.canvas.lens.zoom
    assert zoom > 1.9
    assert engine.slot(seen).size[0] == round(whole[0] * zoom)
    QTest.keyClick(panel.canvas, Qt.Key.Key_Right)
    assert panel.canvas.lens.x > 0.5
    QTest.keyClick(panel.canvas, Qt.Key.Key_Escape)
    assert panel.canvas.lens.plain
    assert engine.slot(seen).size == whole
    QTest.keyClick(panel.canvas, Qt.Key.Key_Escape)
    assert len(panel.shown) == 9


def test_masks_are_drawn_taken_back_and_saved(desk: Desk, panel: WallPanel) -> None:
    seen = next(cell.camera.id for cell in panel.shown if cell)
    ask(desk, "wall.mask", seen)
    box = panel._picture_rect()
    start = box.topLeft() + QPoint(box.width() // 4, box.height() // 4)
    QTest.mousePress(panel.masking, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseRelease(panel.masking, Qt.MouseButton.LeftButton, pos=box.center())
    QTest.keyClick(panel.masking, Qt.Key.Key_Space)
    QTest.keyClick(panel.masking, Qt.Key.Key_Backspace)
    QTest.keyClick(panel.masking, Qt.Key.Key_Return)
    (command,) = desk.commands
    assert isinstance(command, MaskCamera)
    (mask,) = command.masks
    assert mask == pytest.approx((0.25, 0.25, 0.25, 0.25), abs=0.02)
    assert command.before == (), "whoever masked it meanwhile is told of, not written over"
    assert not panel.masking.isVisible()


def test_what_the_room_calls_a_camera_is_asked_in_the_panel(desk: Desk, panel: WallPanel) -> None:
    for action, kind in (("wall.rename", RenameCamera), ("wall.note", NoteCamera)):
        ask(desk, action, "camera-14")
        assert panel.questions.field is not None
        panel.questions.field.setText(" Depan KPU ")
        QTest.keyClick(panel.questions.field, Qt.Key.Key_Return)
        command = desk.commands[-1]
        assert isinstance(command, kind)
        assert getattr(command, "before", None) == "", "what stood there when it was asked"
        assert "Depan KPU" in (getattr(command, "alias", None), getattr(command, "note", None))


def test_a_question_lies_over_the_wall_away_from_the_chosen_tile_and_moves_none(
    desk: Desk, panel: WallPanel, qtbot: QtBot
) -> None:
    before = [QRect(rect) for rect in panel.canvas.rects()]
    for place in (0, 8):
        chosen = panel.shown[place]
        assert chosen is not None
        desk.seat.selection.select_camera(chosen.camera.id)
        ask(desk, "wall.note", chosen.camera.id)
        qtbot.waitUntil(panel.questions.isVisible)
        assert panel.canvas.rects() == before
        assert not panel.shelf.geometry().intersects(before[place])
        panel.questions.leave()
        assert not panel.shelf.isVisible()


def test_a_tile_window_shows_its_camera_follows_when_told_and_leaves(
    desk: Desk, panel: WallPanel, engine: HandEngine, later: Later
) -> None:
    ask(desk, "wall.grid.1")
    shown = next(cell.camera.id for cell in panel.shown if cell)
    other, third = [c.id for c in panel.board.cameras if c.id != shown][:2]
    ask(desk, "wall.window", other)
    (window,) = panel.windows.open_ones
    assert engine.ranks[other] is Attention.FOCUSED
    desk.seat.selection.select_camera(third)
    assert window.camera_id == other
    window.canvas.moved.emit(third, 0)
    assert window.camera_id == third
    window.show_camera(other)
    window.follow.setChecked(True)
    desk.seat.selection.select_camera(shown)
    assert window.camera_id == shown
    window.close()
    later(WARM_S + 1)
    assert panel.windows.open_ones == []
    assert other not in engine.specs


def test_frames_come_in_the_largest_size_in_which_anybody_paints_them(
    desk: Desk, panel: WallPanel, engine: HandEngine
) -> None:
    seen = panel.shown[4]
    assert seen is not None
    tile = engine.slot(seen.camera.id).size
    ask(desk, "wall.window", seen.camera.id)
    (window,) = panel.windows.open_ones
    assert engine.slot(seen.camera.id).size == (window.canvas.width(), window.canvas.height())
    window.close()
    assert engine.slot(seen.camera.id).size == tile
