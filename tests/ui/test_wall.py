"""The wall on the screen: what a tile says, and that nothing but hands and a selection moves it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from command_center.commands.cameras import MaskCamera, NoteCamera, RenameCamera
from command_center.domain.incident import Priority
from command_center.domain.room import Role
from command_center.ui.actions.keys import KeyBindings
from command_center.ui.actions.table import ACTIONS
from command_center.ui.commandline.grammar import understand
from command_center.ui.personal import personal_file
from command_center.ui.wall import words
from command_center.ui.wall.arrange import Cell
from command_center.ui.wall.dragging import camera_data
from command_center.ui.wall.near import Near
from command_center.ui.wall.panel import WallPanel
from command_center.ui.wall.tour import Hold
from command_center.ui.wall.view import Ready
from command_center.ui.wall.watching import WARM_S
from command_center.ui.wall.zone import NEW, IncidentCameras
from command_center.video.model import (
    Attention,
    CameraState,
    CameraStatus,
    Level,
    LevelReason,
    Reason,
)
from tests.ui import scene
from tests.ui.conftest import MakeDesk
from tests.ui.seats import Desk
from tests.ui.walls import DOWN, LIVE, HandEngine, camera, frame

WIB = ZoneInfo("Asia/Jakarta")
NOW = datetime(2026, 11, 21, 7, 7, 32, tzinfo=UTC)


def status(state: CameraState, **given: object) -> CameraStatus:
    plain = CameraStatus(state, None, 0.0, None, None, 0, 0.2)
    return replace(plain, **given)  # type: ignore[arg-type]


# --- words ---------------------------------------------------------------------------------------


def test_a_dead_tile_says_since_when_why_and_when_it_tries_again() -> None:
    dead = status(
        CameraState.RECONNECTING,
        reason=Reason.REFUSED,
        last_picture_age_s=125.0,
        retry_in_s=4.2,
    )
    assert words.headline(dead) == "TERPUTUS 2:05"
    assert words.detail(dead, NOW, WIB) == (
        "sambungan ditolak · gambar terakhir 14:05:27 · coba lagi 4 dtk"
    )


def test_a_live_tile_says_nothing_until_its_picture_is_older_than_normal() -> None:
    fresh = status(CameraState.LIVE, last_picture_age_s=0.3)
    old = status(CameraState.LIVE, last_picture_age_s=4.0)
    assert (words.headline(fresh), words.late_by(fresh)) == ("", "")
    assert words.late_by(old) == "usia 4 dtk"


def test_an_age_that_is_only_a_lower_bound_says_so() -> None:
    least = status(CameraState.LIVE, last_picture_age_s=4.0, age_at_least=True)
    assert words.late_by(least) == "usia ≥\u00a04 dtk"
    assert words.headline(replace(least, state=CameraState.COLD)) == "TERPUTUS ≥\u00a00:04"
    assert words.summary([least], 0, None) == "1 dari 1 langsung, tertua ≥\u00a04 dtk"


def test_every_reason_state_and_level_has_words() -> None:
    assert all(words.reason_text(reason) for reason in Reason)
    others = set(CameraState) - {CameraState.LIVE}
    assert len({words.headline(status(state)) for state in others}) >= 5
    assert all(words.headline(status(state)) for state in others)
    held = status(CameraState.LIVE, level=Level.KEY, level_reason=LevelReason.BUDGET)
    assert words.level_text(held) == "gambar kunci · anggaran CPU"
    assert words.level_text(replace(held, level=Level.FULL)) == ""
    texts = {words.level_text(replace(held, level_reason=reason)) for reason in LevelReason}
    assert len(texts) == len(LevelReason)


def test_the_summary_counts_what_is_shown() -> None:
    live = status(CameraState.LIVE, last_picture_age_s=0.1)
    dead = status(CameraState.COLD, last_picture_age_s=125.0)
    assert words.summary([live, live, dead], 3, 147) == (
        "3 ubin kejadian #0147 · 2 dari 3 langsung, tertua 2:05"
    )
    old = status(CameraState.LIVE, last_picture_age_s=4.2)
    assert words.summary([live] * 33 + [old], 0, None) == "34 dari 34 langsung, tertua 4 dtk"
    assert words.summary([], 0, None) == ""


def test_the_tip_of_a_tile_has_its_whole_name_and_why_it_is_dead() -> None:
    dead = status(CameraState.RECONNECTING, reason=Reason.TIMEOUT, last_picture_age_s=5.0)
    known = camera(1, alias="Depan KPU", note="kabel sering lepas")
    text = words.tip(Cell(known, 60.0), dead, 147, NOW, WIB)
    assert text.split("\n") == [
        "CAM-001 Depan KPU",
        "Simpang",
        "kabel sering lepas",
        "TERPUTUS 0:05 · tidak menjawab · gambar terakhir 14:07:27",
        "#0147 · 60 m",
    ]


def test_an_offer_names_the_camera_and_how_far_it_is() -> None:
    assert words.offer(Near(camera(41), 140.2, None, True)) == "ganti CAM-041 (140 m)"


# --- the panel -----------------------------------------------------------------------------------


@pytest.fixture
def engine() -> HandEngine:
    return HandEngine()


@pytest.fixture
def desk(new_desk: MakeDesk, engine: HandEngine) -> Desk:
    return new_desk(engine=engine, role=Role.SHIFT_LEAD)


@pytest.fixture
def panel(desk: Desk, qtbot: QtBot) -> WallPanel:
    panel = WallPanel(desk.seat)
    qtbot.addWidget(panel)
    panel.resize(900, 600)
    panel.show()
    return panel


def labels(panel: WallPanel) -> list[str | None]:
    return [cell.camera.label if cell else None for cell in panel.shown]


def ask(desk: Desk, action: str, subject: str | None = None) -> None:
    desk.seat.asking.ask(action, subject)


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
    desk: Desk, panel: WallPanel, engine: HandEngine
) -> None:
    was = {cell.camera.id for cell in panel.shown if cell}
    ask(desk, "wall.grid.1")
    assert was <= engine.specs.keys()
    assert len(engine.ranks) < len(was)
    desk.tick(WARM_S + 1)
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


# --- arranging by hand ---------------------------------------------------------------------------


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
    desk: Desk, panel: WallPanel, engine: HandEngine
) -> None:
    ask(desk, "wall.grid.2")
    desk.tick(WARM_S + 1)
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
    assert not panel.masking.isVisible()


def test_what_the_room_calls_a_camera_is_asked_in_the_panel(desk: Desk, panel: WallPanel) -> None:
    for action, kind in (("wall.rename", RenameCamera), ("wall.note", NoteCamera)):
        ask(desk, action, "camera-14")
        assert panel.questions.field is not None
        panel.questions.field.setText(" Depan KPU ")
        QTest.keyClick(panel.questions.field, Qt.Key.Key_Return)
        command = desk.commands[-1]
        assert isinstance(command, kind)
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
    desk: Desk, panel: WallPanel, engine: HandEngine
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
    desk.tick(WARM_S + 1)
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


# --- painting ------------------------------------------------------------------------------------


def middle_of(panel: WallPanel, place: int) -> tuple[int, int, int]:
    image = panel.canvas.grab().toImage()
    rect = panel.canvas.rects()[place]
    color = image.pixelColor(rect.left() + rect.width() // 8, rect.top() + rect.height() // 4)
    return color.red(), color.green(), color.blue()


def test_a_picture_of_an_earlier_size_fills_the_tile(
    desk: Desk, panel: WallPanel, engine: HandEngine
) -> None:
    seen = panel.shown[4]
    assert seen is not None
    rect = panel.canvas.rects()[4]
    engine.slot(seen.camera.id).publish(frame(rect.width(), rect.width() * 9 // 16, grey=200))
    panel.canvas._look_at_frames()
    engine.states[seen.camera.id] = replace(LIVE)
    assert middle_of(panel, 4) == (200, 200, 200)
    panel.board.enlarge(seen.camera.id)
    assert middle_of(panel, 0) == (200, 200, 200)


def test_a_dead_picture_stays_and_fills_the_tile_without_its_colour(
    desk: Desk, panel: WallPanel, engine: HandEngine
) -> None:
    seen = panel.shown[4]
    assert seen is not None
    engine.slot(seen.camera.id).publish(frame(160, 90, grey=200))
    panel.canvas._look_at_frames()
    engine.states[seen.camera.id] = DOWN
    engine.slots[seen.camera.id].clear()
    panel.canvas._look_at_frames()
    panel.canvas._look_at_states()
    ask(desk, "wall.grid.2")
    place = panel.board.place_of(seen.camera.id)
    if place is None:
        panel.board.enlarge(seen.camera.id)
        place = 0
    red, green, blue = middle_of(panel, place)
    assert red == green == blue
    assert 20 < red < 150


def test_only_a_tile_with_a_new_picture_is_painted_again(
    panel: WallPanel, engine: HandEngine, qtbot: QtBot
) -> None:
    qtbot.waitExposed(panel)
    for cell in panel.shown:
        if cell is not None:
            engine.slot(cell.camera.id).publish(frame(160, 90))
    panel.canvas._look_at_frames()
    panel.canvas.repaint()
    painted: list[str] = []
    real = panel.canvas._painter.paint

    def watch(painter: Any, rect: Any, ready: Ready, *rest: Any) -> None:
        painted.append(ready.view.cell.camera.id)
        real(painter, rect, ready, *rest)

    panel.canvas._painter.paint = watch  # type: ignore[method-assign]
    seen = panel.shown[2]
    assert seen is not None
    engine.slot(seen.camera.id).publish(frame(160, 90, sequence=9))
    panel.canvas._look_at_frames()
    qtbot.waitUntil(lambda: bool(painted))
    assert set(painted) == {seen.camera.id}


def test_a_tile_below_what_it_asks_for_carries_a_mark_and_a_full_one_does_not(
    panel: WallPanel, engine: HandEngine
) -> None:
    seen = panel.shown[4]
    assert seen is not None
    engine.say(seen.camera.id, level=Level.FULL, level_reason=LevelReason.WANTED)
    panel.canvas._look_at_states()
    full = panel.canvas.grab().toImage()
    engine.say(seen.camera.id, level=Level.KEY, level_reason=LevelReason.BUDGET)
    panel.canvas._look_at_states()
    held = panel.canvas.grab().toImage()
    corner = panel.canvas.rects()[4].topRight() + QPoint(-12, 12)
    box = [(corner.x() + dx, corner.y() + dy) for dx in range(-8, 8) for dy in range(-6, 6)]
    assert any(full.pixel(x, y) != held.pixel(x, y) for x, y in box)


def test_the_line_over_the_wall_keeps_its_width_while_it_counts(panel: WallPanel) -> None:
    panel.header.say("33 dari 36 langsung, tertua 10:00")
    wide = panel.header._summary.minimumWidth()
    panel.header.say("36 dari 36 langsung")
    assert panel.header._summary.minimumWidth() == wide


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
