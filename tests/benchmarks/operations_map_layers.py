"""The same map with what lies under the marks: pictures of a PMTiles file, rivers, public warnings.

Run by itself it is the window's side.
"""

from __future__ import annotations

import math
import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QBuffer, QCoreApplication, QIODevice
from PySide6.QtGui import QColor, QImage

from command_center.commands.public_alerts import SLOTS
from command_center.commands.rivers import RIVERS_SETTING
from command_center.domain.alert import AlertPart, AlertStatus, PublicAlert, Severity, as_value
from command_center.domain.room import RoomSetting
from command_center.geo.mercator import tile_at
from command_center.geo.rivers.river import Line, River, RiverKind, save
from command_center.ui.map.panel import MapPanel
from command_center.ui.roads.lines import RoadLines
from tests.benchmarks.figure import Figure
from tests.benchmarks.operations_map import main, map_figures
from tests.storage.pmtiles_files import write_pmtiles
from tests.ui.scene import NOW
from tests.ui.seats import Desk

RIVERS, BENDS = 300, 100
ALERTS, CORNERS = 6, 1_500
SOUTH, NORTH, WEST, EAST = -8.12, -7.83, 112.48, 112.78
ZOOMS = range(11, 16)
LAYERS = ("raster", "rivers", "alerts")


def operations_map_layers() -> Iterator[Figure]:
    return map_figures("tests.benchmarks.operations_map_layers", "map_layers")


def lay(desk: Desk, folder: Path) -> None:
    at = random.Random(7)
    _, digest = save([river(number, at) for number in range(RIVERS)], folder)
    desk.add(RoomSetting(RIVERS_SETTING, 1, {"sha256": digest}))
    for number in range(ALERTS):
        desk.add(RoomSetting(SLOTS[number], 1, as_value(alert(number, at))))
    desk.settle()
    file = write_pmtiles(folder / "kota.pmtiles", dict.fromkeys(squares(), picture()))
    desk.seat = replace(desk.seat, roads=RoadLines(folder), map_tiles=file)


def dress(panel: MapPanel) -> None:
    """All three on and there."""
    switches = panel.tools.switches
    for switch in switches.all:
        if switch.id in LAYERS and not switches.is_on(switch.id):
            switches.turn(switch)
    rivers = next(switch for switch in switches.all if switch.id == "rivers")
    while not rivers.note()[0].isdigit():
        QCoreApplication.processEvents()
    assert all(switches.is_on(id) for id in LAYERS)


def river(number: int, at: random.Random) -> River:
    """It winds southwards."""
    lat, lon, points = at.uniform(SOUTH, NORTH), at.uniform(WEST, EAST), []
    for _ in range(BENDS):
        points.append((round(lat, 6), round(lon, 6)))
        lat, lon = lat - at.uniform(0, 0.0006), lon + at.gauss(0, 0.0005)
    return River(list(RiverKind)[number % 4], f"Kali {number}", False, (tuple(points),))


def alert(number: int, at: random.Random) -> PublicAlert:
    """Around the middle of the city, with an edge like a coast."""
    middle = at.gauss(-7.975, 0.02), at.gauss(112.632, 0.02)
    far, corners = 0.03, []
    for n in range(CORNERS):
        far = min(max(far + at.gauss(0, 0.0002), 0.02), 0.04)
        turn = 2 * math.pi * n / CORNERS
        corners.append((middle[0] + far * math.sin(turn), middle[1] + far * math.cos(turn)))
    ring: Line = tuple(corners)
    ends, severity = NOW + timedelta(hours=3), list(Severity)[number % 5]
    part = AlertPart("Hujan", "Hujan lebat", severity, "", ends, ((*ring, ring[0]),))
    return PublicAlert("bmkg", f"A{number}", NOW, AlertStatus.ACTUAL, (), (part,))


def squares() -> Iterator[tuple[int, int, int]]:
    for zoom in ZOOMS:
        (left, top), (right, low) = tile_at(NORTH, WEST, zoom), tile_at(SOUTH, EAST, zoom)
        for x in range(int(left), int(right) + 1):
            for y in range(int(top), int(low) + 1):
                yield zoom, x, y


def picture() -> bytes:
    image, buffer = QImage(256, 256, QImage.Format.Format_RGB32), QBuffer()
    image.fill(QColor("#8090a0"))
    for n in range(0, 256, 16):
        for m in range(256):
            image.setPixelColor(n, m, QColor("#506070"))
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


if __name__ == "__main__":
    main(lay, dress)
