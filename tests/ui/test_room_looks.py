"""A status is called and painted as the room decided, wherever it shows."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from command_center.domain.room import RoomSetting
from command_center.domain.unit import UnitStatus
from command_center.domain.unit_words import WORDS_SETTING
from command_center.situation.timeline import TimelineLine
from command_center.ui.detail.names import Names
from command_center.ui.detail.timeline_words import sentence
from command_center.ui.glyphs import paint_status, status_look
from command_center.ui.map.sprites import Sprites
from command_center.ui.theme import Theme
from command_center.ui.units.room_looks import RoomLooks
from command_center.ui.units.words import status_text, status_word
from tests.ui.scene import NOW
from tests.ui.seats import Desk

SHOWN = UnitStatus.AVAILABLE


def say(desk: Desk, *word: str) -> None:
    """The room calls and paints a free unit so, and one on scene by the ring that is left."""
    there = ["Tiba", "ring", "green"]
    value = {SHOWN.value: list(word), UnitStatus.ON_SCENE.value: there}
    desk.add(RoomSetting(WORDS_SETTING, 1, value))
    desk.settle()


@pytest.fixture
def looks(desk: Desk) -> RoomLooks:
    return RoomLooks(desk.seat)


def painted(paint: Callable[[QPainter], None]) -> QImage:
    image = QImage(16, 16, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    paint(painter)
    painter.end()
    return image


def glyph(status: UnitStatus, theme: Theme) -> QImage:
    box = QRectF(0, 0, 16, 16)
    return painted(lambda painter: paint_status(painter, box, status, theme))


def test_a_status_is_named_as_the_room_calls_it(desk: Desk, looks: RoomLooks) -> None:
    situation = desk.seat.situation
    assert status_word(SHOWN, situation) == status_text(SHOWN)
    say(desk, "Jaga", "square", "purple")
    assert status_word(SHOWN, situation) == "Jaga"
    assert Names(situation).status(SHOWN) == "Jaga"
    assert status_word(UnitStatus.BREAK, situation) == status_text(UnitStatus.BREAK)
    said = {"unit": {"status": SHOWN.value}, "assignments": ["assignment-unit-lantas-03"]}
    line = TimelineLine(1, NOW, "unit.status", "staff-rs", said)
    assert sentence(line, Names(situation)).endswith(": Jaga")


def test_a_glyph_is_painted_as_the_room_shows_it(
    desk: Desk, looks: RoomLooks, qtbot: QtBot
) -> None:
    theme = desk.seat.theme
    free, there = glyph(SHOWN, theme), glyph(UnitStatus.ON_SCENE, theme)
    with qtbot.waitSignal(theme.changed):
        say(desk, "Jaga", "square", "purple")
    assert status_look(SHOWN, theme) == (UnitStatus.ON_SCENE, "ditkp")
    assert glyph(SHOWN, theme) == there
    assert glyph(UnitStatus.ON_SCENE, theme) == free
    assert free != there


def test_marks_on_the_map_follow(desk: Desk, looks: RoomLooks) -> None:
    sprites = Sprites(desk.seat.theme)
    before = sprites.unit(SHOWN, None).toImage()
    say(desk, "Jaga", "square", "purple")
    sprites.forget()
    assert sprites.unit(SHOWN, None).toImage() != before


def test_words_that_cannot_be_read_leave_the_programs(desk: Desk, looks: RoomLooks) -> None:
    say(desk, "Jaga", "hexagon", "blue")
    assert status_word(SHOWN, desk.seat.situation) == status_text(SHOWN)
    assert desk.seat.theme.status(SHOWN) is None
