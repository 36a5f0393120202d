"""The map lies on the pictures of a local file when a person asks for it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from command_center.geo.mercator import tile_at
from command_center.storage.tile_file import MOST_BYTES
from command_center.ui.map.panel import MapPanel
from command_center.ui.map.raster import _picture
from tests.storage.mbtiles import write_mbtiles
from tests.storage.pmtiles_files import write_pmtiles
from tests.ui.map_pictures import finished
from tests.ui.seats import Desk
from tests.ui.test_map_layers import note, turn

ZOOM = 12
EAST, WEST = (-7.94, 112.56), (-7.94, 112.75)
"""Beside the city, where the ground is empty."""


def picture(ink: str, side: int = 256, kind: str = "PNG") -> bytes:
    image, buffer = QImage(side, side, QImage.Format.Format_RGB32), QBuffer()
    image.fill(QColor(ink))
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, kind)  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def tile_of(place: tuple[float, float], zoom: int = ZOOM) -> tuple[int, int, int]:
    x, y = tile_at(*place, zoom)
    return zoom, int(x), int(y)


def map_on(file: Path | None, desk: Desk, qtbot: QtBot) -> MapPanel:
    panel = MapPanel(replace(desk.seat, map_tiles=file))
    qtbot.addWidget(panel)
    panel.resize(1400, 800)
    panel.show()
    desk.settle()
    return panel


def at(panel: MapPanel, place: tuple[float, float]) -> QColor:
    x, y = panel.canvas.viewport.to_px(*panel.canvas.ground.to_m(*place))
    return finished(panel.canvas).pixelColor(round(x), round(y))


def test_tiles_lie_where_they_belong_and_say_whose_they_are(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    tiles = {tile_of(EAST): picture("#ff0000"), tile_of(WEST): picture("#0000ff")}
    panel = map_on(
        write_mbtiles(tmp_path / "a.mbtiles", tiles, attribution="© Pemetaan"), desk, qtbot
    )
    plain = at(panel, EAST), at(panel, WEST)
    turn(panel, "raster")
    qtbot.waitUntil(lambda: at(panel, EAST).red() > plain[0].red() + 60)
    qtbot.waitUntil(lambda: at(panel, WEST).blue() > plain[1].blue() + 60)
    assert at(panel, EAST).blue() <= plain[0].blue()
    assert panel.canvas._legend.credit == "© Pemetaan"
    assert note(panel, "raster") == "© Pemetaan"
    turn(panel, "raster")
    assert (at(panel, EAST), at(panel, WEST)) == plain
    assert panel.canvas._legend.credit == ""


def test_what_is_no_tile_is_left_out_and_the_rest_shown(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    tiles = {tile_of(EAST): b"no picture", tile_of(WEST): picture("#0000ff")}
    panel = map_on(write_mbtiles(tmp_path / "a.mbtiles", tiles), desk, qtbot)
    plain = at(panel, EAST), at(panel, WEST)
    turn(panel, "raster")
    qtbot.waitUntil(lambda: at(panel, WEST).blue() > plain[1].blue() + 60)
    assert at(panel, EAST) == plain[0]


def test_a_picture_that_unpacks_to_more_than_a_tile_is_left_out(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    tiles = {tile_of(EAST): picture("#ff0000", 1025), tile_of(WEST): picture("#0000ff", 1024)}
    panel = map_on(write_mbtiles(tmp_path / "a.mbtiles", tiles), desk, qtbot)
    plain = at(panel, EAST), at(panel, WEST)
    turn(panel, "raster")
    qtbot.waitUntil(lambda: at(panel, WEST).blue() > plain[1].blue() + 60)
    assert at(panel, EAST) == plain[0]


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_a_tile_is_one_of_three_kinds_by_its_first_bytes(kind: str) -> None:
    made = _picture(picture("#0000ff", kind=kind))
    assert made is not None
    assert (made.width(), made.pixelColor(9, 9).blue() > 240) == (256, True)


SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9v9"/></svg>'


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("kind", ["SVG", "TIFF", "BMP", "PPM"])
def test_other_kinds_that_qt_would_read_are_left_out(kind: str) -> None:
    data = SVG if kind == "SVG" else picture("#0000ff", kind=kind)
    assert not QImage.fromData(data).isNull(), "Qt reads it"
    assert _picture(data) is None
    assert _picture(b"\x89PNG\r\n\x1a\n" + data) is None


def test_why_there_is_no_base_map_is_said(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    panel = map_on(None, desk, qtbot)
    turn(panel, "raster")
    assert note(panel, "raster") == ("tidak ada berkas peta (MBTiles atau PMTiles) di komputer ini")
    missing = map_on(tmp_path / "none.mbtiles", desk, qtbot)
    qtbot.waitUntil(lambda: note(missing, "raster") == "berkas peta tidak ditemukan")
    vectors = write_mbtiles(tmp_path / "v.mbtiles", {(1, 0, 0): b"x"}, "pbf")
    other = map_on(vectors, desk, qtbot)
    said = "berkas peta ini vektor; yang dapat dibentangkan hanya gambar (PNG, JPEG, WebP)"
    qtbot.waitUntil(lambda: note(other, "raster") == said)


def test_an_archive_lies_as_tables_do_and_says_what_it_leaves_out(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    tiles = {tile_of(EAST): bytes(MOST_BYTES + 1), tile_of(WEST): picture("#0000ff")}
    file = write_pmtiles(tmp_path / "a.pmtiles", tiles, attribution="© Pemetaan")
    panel = map_on(file, desk, qtbot)
    plain = at(panel, EAST), at(panel, WEST)
    turn(panel, "raster")
    qtbot.waitUntil(lambda: at(panel, WEST).blue() > plain[1].blue() + 60)
    assert at(panel, EAST) == plain[0]
    told = "© Pemetaan · sebagian tidak ditampilkan: petak lebih besar dari 2 MB"
    assert note(panel, "raster") == told
    assert panel.canvas._legend.credit == "© Pemetaan"
