"""The tokens: readable on what they are used on, told apart by every eye, and in one place."""

import itertools
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from command_center.domain.incident import Priority
from command_center.domain.unit import UnitStatus
from command_center.ui import glyphs
from command_center.ui.theme import THEMES, Theme, read_tokens
from tests.ui.colour_sight import SIGHT, contrast, difference

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "theme"
AA = 4.5
LEAST_DIFFERENCE = 10.0

SURFACES = ("window", "panel", "raised", "hover", "selected", "late")
USED_ON: dict[str, tuple[str, ...]] = {
    "text": (*SURFACES, "hole", "map_area"),
    "text2": (*SURFACES, "hole", "map_area"),
    "text3": (*SURFACES, "map_area"),
    "accent": (*SURFACES, "map_area"),
    "p1": (*SURFACES, "hole", "map_area"),
    "p2": (*SURFACES, "map_area"),
    "p3": (*SURFACES, "map_area"),
    "p4": (*SURFACES, "map_area"),
    "siap": SURFACES,
    "diperintah": SURFACES,
    "menuju": SURFACES,
    "ditkp": SURFACES,
    "kembali": SURFACES,
    "tidaksiap": SURFACES,
    "ok": ("window", "panel", "raised", "selected"),
    "warn": SURFACES,
    "alarm": SURFACES,
    "tile_alarm": ("tile", "tile_shade"),
    "tile_accent": ("tile", "tile_shade"),
    "alarm_text": ("alarm_band",),
    "latihan": ("window", "panel"),
    "on_primary": ("primary",),
    "on_fill": ("ditkp", "hijau", "kuning", "merah", "latihan", "accent"),
    "tile_text": ("tile", "tile_shade"),
}
# Members of one family appear side by side and mean different things.
PRIORITY_SHAPES = {"p1": "triangle", "p2": "diamond", "p3": "disc", "p4": "square"}
STATUS_SHAPES = {
    "siap": "ring",
    "diperintah": "dashed ring",
    "menuju": "half arrow",
    "ditkp": "full square",
    "kembali": "return arrow",
    "tidaksiap": "cross",
}
HEALTH_SHAPES = {"ok": "disc", "warn": "triangle", "alarm": "square"}
LEVEL_SHAPES = {"hijau": "word", "kuning": "word", "merah": "word"}


def colours(name: str) -> dict[str, str]:
    return read_tokens(FOLDER, name).colors


@pytest.mark.parametrize("name", THEMES)
def test_every_theme_has_the_same_tokens(name: str) -> None:
    assert colours(name).keys() == colours("dark").keys()


@pytest.mark.parametrize("name", THEMES)
def test_text_is_readable_on_everything_it_is_used_on(name: str) -> None:
    tokens = colours(name)
    faint = {
        f"{ink} on {ground}": round(contrast(tokens[ink], tokens[ground]), 2)
        for ink, grounds in USED_ON.items()
        for ground in grounds
        if contrast(tokens[ink], tokens[ground]) < AA
    }
    assert faint == {}


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("sight", SIGHT)
def test_members_of_a_family_differ(name: str, sight: str) -> None:
    tokens = colours(name)
    alike = {
        f"{one} {other}": round(difference(tokens[one], tokens[other], sight), 1)
        for family in (PRIORITY_SHAPES, STATUS_SHAPES, HEALTH_SHAPES)
        for one, other in itertools.combinations(family, 2)
        if difference(tokens[one], tokens[other], sight) < LEAST_DIFFERENCE
        and family[one] == family[other]
    }
    assert alike == {}


def painted(paint: Callable[[QPainter, QRectF], None]) -> QImage:
    image = QImage(24, 24, QImage.Format.Format_Grayscale8)
    image.fill(0)
    painter = QPainter(image)
    paint(painter, QRectF(2, 2, 20, 20))
    painter.end()
    return image


def differing_pixels(one: QImage, other: QImage) -> int:
    pairs = zip(bytes(one.constBits()), bytes(other.constBits()), strict=True)
    return sum(1 for a, b in pairs if abs(a - b) > 96)


def filled_path(priority: Priority) -> QImage:
    def paint(painter: QPainter, rect: QRectF) -> None:
        painter.fillPath(glyphs.priority_path(rect, priority), QColor("white"))

    return painted(paint)


def test_shapes_tell_priorities_apart_without_colour(qtbot: QtBot) -> None:
    for one, other in itertools.combinations(Priority, 2):
        assert differing_pixels(filled_path(one), filled_path(other)) > 20


def test_a_priority_is_hollow_until_verified(qtbot: QtBot) -> None:
    theme = Theme(folder=FOLDER)

    def image(verified: bool) -> QImage:
        return painted(lambda p, r: glyphs.paint_priority(p, r, Priority.P1, verified, theme))

    assert differing_pixels(image(False), image(True)) > 20


def test_shapes_tell_statuses_apart_without_colour(qtbot: QtBot) -> None:
    theme = Theme(folder=FOLDER)

    def image(status: UnitStatus) -> QImage:
        return painted(lambda p, r: glyphs.paint_status(p, r, status, theme, QColor("white")))

    alike = [
        (one.value, other.value)
        for one, other in itertools.combinations(UnitStatus, 2)
        if differing_pixels(image(one), image(other)) < 12
    ]
    assert alike == []


def test_a_change_of_theme_or_size_is_announced_once(qtbot: QtBot) -> None:
    theme = Theme(folder=FOLDER)
    heard: list[str] = []
    theme.changed.connect(lambda: heard.append(theme.name))
    theme.use("light")
    theme.use("light")
    theme.resize(1.5)
    theme.resize(9.0)
    assert heard == ["light", "light"]
    assert (theme.px(4), theme.font(22).pixelSize(), theme.is_dark) == (6, 33, False)


def test_a_colour_handed_out_is_a_copy(qtbot: QtBot) -> None:
    theme = Theme(folder=FOLDER)
    theme.color("p1").setAlpha(0)
    assert theme.color("p1").alpha() == 255


@pytest.mark.parametrize("name", THEMES)
def test_the_style_sheet_is_filled_in_and_understood(
    name: str, qtbot: QtBot, qapp: QApplication
) -> None:
    sheet = Theme(name, 1.5, FOLDER).style_sheet()
    assert "$" not in sheet
    assert colours(name)["raised"] in sheet
    button = QPushButton("x")
    qtbot.addWidget(button)
    button.setStyleSheet(sheet)  # a sheet Qt cannot parse is a warning, which fails the test
    assert button.sizeHint().height() > 0
