"""The rivers a room imported are a layer of the map."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from command_center.commands.rivers import RIVERS_SETTING
from command_center.domain.room import RoomSetting
from command_center.geo.rivers.river import River, RiverKind, river_file, save
from tests.ui.map_pictures import finished
from tests.ui.seats import Desk
from tests.ui.test_map_layers import map_of, note, turn
from tests.ui.test_map_room_layers import pixel, read

SOUTH, NORTH, EAST, WEST = -8.00, -7.95, 112.70, 112.69
"""Beside the city, where the ground is empty."""
BRANTAS = River(RiverKind.RIVER, "Brantas", False, (((SOUTH, WEST), (NORTH, WEST)),))
DITCH = River(RiverKind.DRAIN, "Got", False, (((SOUTH, 112.71), (NORTH, 112.71)),))
LAKE = River(
    RiverKind.RIVER,
    "Muara",
    True,
    (
        ((SOUTH, EAST), (NORTH, EAST), (NORTH, 112.705), (SOUTH, 112.705), (SOUTH, EAST)),
        ((-7.98, 112.702), (-7.97, 112.702), (-7.97, 112.704), (-7.98, 112.704), (-7.98, 112.702)),
    ),
)
ON_LINE, IN_LAKE, ON_ISLAND, ON_DITCH = (
    (-7.975, WEST),
    (-7.99, 112.7025),
    (-7.975, 112.703),
    (-7.975, 112.71),
)


def test_imported_rivers_are_drawn_and_named_or_it_is_said_why_not(
    desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    panel = map_of(desk, qtbot)
    desk.seat.roads._folder = tmp_path
    turn(panel, "rivers")
    assert note(panel, "rivers") == "ruang ini belum mengimpor sungai"
    desk.add(RoomSetting(RIVERS_SETTING, 1, {"sha256": "0" * 64}))
    desk.settle()
    qtbot.waitUntil(lambda: note(panel, "rivers") == "berkas sungai tidak ada di komputer ini")
    before = finished(panel.canvas)
    _, digest = save((BRANTAS, DITCH, LAKE), tmp_path)
    desk.change(desk.row("room_setting", RIVERS_SETTING), value={"sha256": digest})
    desk.settle()
    qtbot.waitUntil(lambda: note(panel, "rivers") == "3 sungai dan saluran")
    land = desk.seat.theme.color("panel").rgb()
    panel.canvas.zoom(0.7)
    picture = finished(panel.canvas)
    places = (ON_LINE, IN_LAKE, ON_ISLAND, ON_DITCH)
    assert panel.canvas.viewport.scale < 0.03, "where ditches are left out"
    assert [pixel(picture, panel, *at) != land for at in places] == [True, True, False, False]
    assert read(panel, *ON_LINE) == "Brantas"
    assert read(panel, *IN_LAKE) == "Muara"
    assert read(panel, -7.90, 112.75) == ""
    panel.canvas.zoom(3.0)
    panel.canvas.look_at(panel.canvas.viewport.centred(*panel.canvas.ground.to_m(*ON_DITCH)))
    assert pixel(finished(panel.canvas), panel, *ON_DITCH) != land
    panel.canvas.whole()
    turn(panel, "rivers")
    assert finished(panel.canvas) == before


def test_a_file_of_rivers_that_was_changed_is_said_to_be_damaged(
    desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    _, digest = save((BRANTAS,), tmp_path)
    river_file(tmp_path, digest).write_bytes(b"[]")
    desk.seat.roads._folder = tmp_path
    desk.add(RoomSetting(RIVERS_SETTING, 1, {"sha256": digest}))
    panel = map_of(desk, qtbot)
    qtbot.waitUntil(lambda: note(panel, "rivers") == "berkas sungai di komputer ini rusak")
