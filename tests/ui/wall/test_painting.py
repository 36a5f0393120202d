"""What is painted again, and what a dead tile looks like."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from command_center.ui.wall.panel import WallPanel
from command_center.ui.wall.view import Ready
from command_center.video.model import (
    Level,
    LevelReason,
)
from tests.ui.seats import Desk
from tests.ui.walls import DOWN, LIVE, HandEngine, ask, frame


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

    panel.canvas._painter.paint = watch  # type: ignore[method-assign,assignment]
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
