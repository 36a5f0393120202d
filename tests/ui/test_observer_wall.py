"""The observers' wall: seen from afar, honest about its age, and not to be touched."""

import ast
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QAction, QFontMetricsF, QKeySequence, QPainter, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from command_center.bootstrap import show_observer
from command_center.bootstrap.picture import Picture
from command_center.bootstrap.show_observer import wall_beside
from command_center.commands.catalogue import verbs
from command_center.domain.entities import ENTITIES
from command_center.domain.errors import NotAllowed, OperatorError
from command_center.domain.permissions import ROLE_PERMISSIONS, Permission, demand, may_write
from command_center.domain.room import Role, RoomKind
from command_center.ports import Connection, LinkState
from command_center.storage.database import Database
from command_center.ui import observer
from command_center.ui.actions.table import ACTIONS
from command_center.ui.observer import opener as opening
from command_center.ui.observer.letters import letters, pixels_per_mm, sized
from command_center.ui.observer.opener import ObserverOpener
from command_center.ui.observer.page import Brush, WallPage
from command_center.ui.observer.wall import STALE_S, ObserverWall
from tests.ui.conftest import MakeDesk
from tests.ui.scene import NOW, picture_rows
from tests.ui.seats import Desk

HERE = Path(observer.__file__).parent


@pytest.fixture
def wall(desk: Desk, qtbot: QtBot) -> Iterator[ObserverWall]:
    made = wall_beside(desk.seat)
    qtbot.addWidget(made)
    made.resize(1920, 1080)
    made.show()
    made.activateWindow()
    yield made
    made.pause()


def test_an_observer_may_change_no_row_of_the_room() -> None:
    """Who signs in as one leaves a line in the log that they did, and an exercise takes remarks."""
    assert ROLE_PERMISSIONS[Role.OBSERVER] == {Permission.WATCH}
    said = {"person.signed_in", "person.signed_out", "password.changed", "exercise.note"}
    for verb in verbs().values():
        if verb.kind not in said:
            with pytest.raises(NotAllowed):
                demand(Role.OBSERVER, verb.permission)
    for entity in ENTITIES:
        assert not may_write(entity, Permission.WATCH), entity


def test_the_wall_knows_no_way_to_write() -> None:
    for file in HERE.glob("*.py"):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        named = {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
        used = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
        writers = ("command_center.commands", "command_center.ui.actions", "command_center.ui.seat")
        assert not [name for name in named if name.startswith(writers)], file.name
        assert not used & {"submit", "executor", "perform"}, file.name


def test_no_key_and_no_click_reaches_an_action(wall: ObserverWall, desk: Desk) -> None:
    asked: list[str] = []
    desk.seat.asking.asked.connect(lambda id, _: asked.append(id))
    assert not wall.findChildren(QShortcut) + wall.findChildren(QAction)
    assert not wall.findChildren(QAbstractButton)
    for action in ACTIONS.values():
        if action.key:
            QTest.keySequence(wall, QKeySequence(action.key))
    for button in (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton):
        QTest.mouseClick(wall, button, pos=wall.rect().center())
        QTest.mouseDClick(wall, button, pos=wall.rect().center())
    assert desk.commands == []
    assert asked == []
    assert wall.isVisible()


def test_a_wall_of_now_is_not_opened_over_a_standby(monkeypatch: pytest.MonkeyPatch) -> None:
    """It would be refused by the doctor ever after, or show what lags behind as now."""
    asked: list[dict[str, Any]] = []

    def standby(url: str, **how: Any) -> Database:
        asked.append(how)
        raise OperatorError("database_standby")

    monkeypatch.setattr(show_observer, "begin_log", lambda name: None)
    monkeypatch.setattr(show_observer, "database_password", lambda url: None)
    monkeypatch.setattr(show_observer, "open_database", standby)
    with pytest.raises(OperatorError, match="database_standby"):
        show_observer.show_observer("postgresql://room@standby/room", Picture(None, 0.0, 800, 600))
    assert [(how["migrate"], how.get("only_reads", False)) for how in asked] == [(False, False)]


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[QWidget]:
    """A desk's: whatever stands on it is gone before it is."""
    made = QWidget()
    qtbot.addWidget(made)
    yield made
    for wall in made.findChildren(ObserverWall):
        wall.hide()


def test_it_opens_beside_a_desk_once(desk: Desk, window: QWidget) -> None:
    opener = ObserverOpener(desk.seat.asking, lambda: wall_beside(desk.seat), window)
    ACTIONS["view.observer"].perform(desk.seat)
    first = opener.wall
    ACTIONS["view.observer"].perform(desk.seat)
    assert first is not None
    assert first.isVisible()
    assert opener.wall is first
    assert first.windowType() is Qt.WindowType.Window, "a tool window would pass keys to the desk"


class Elsewhere:
    """Another screen beside the desk's."""

    def __init__(self, window: QWidget) -> None:
        self._window = window

    def screens(self) -> list[Any]:
        return [self._window.screen(), self]

    def geometry(self) -> QRect:
        return self._window.screen().geometry()


@pytest.mark.parametrize("screens", [1, 2])
def test_a_wall_that_was_closed_opens_again_and_rests_meanwhile(
    desk: Desk, window: QWidget, monkeypatch: pytest.MonkeyPatch, screens: int
) -> None:
    if screens == 2:
        monkeypatch.setattr(opening, "QGuiApplication", Elsewhere(window))
    opener = ObserverOpener(desk.seat.asking, lambda: wall_beside(desk.seat), window)
    opener.open()
    wall = opener.wall
    assert wall is not None
    whole = screens == 2
    assert wall.isFullScreen() is whole
    if not whole:
        QTest.keyClick(wall, Qt.Key.Key_F11)
    wall.close()
    read: list[WallPage] = []
    for page in wall.pages:
        monkeypatch.setattr(page, "refresh", partial(read.append, page))
    desk.seat.live.ticked.emit(NOW)
    assert read == []
    assert not wall._turn.isActive()
    opener.open()
    assert (wall.isVisible(), wall.isFullScreen()) == (True, whole)
    hidden = wall.cursor().shape() is Qt.CursorShape.BlankCursor
    assert hidden is whole
    assert read == list(wall.pages), "what is shown again is of now"
    assert wall._turn.isActive()
    desk.seat.live.ticked.emit(NOW)
    assert len(read) == 2 * len(wall.pages)


def test_pages_turn_by_themselves_pause_and_go_back(wall: ObserverWall) -> None:
    seen = []
    for _ in range(20):
        seen.append((wall.at, wall.part))
        QTest.keyClick(wall, Qt.Key.Key_Right)
    assert {at for at, _ in seen} == {n for n, page in enumerate(wall.pages) if page.wanted()}
    at = wall.at, wall.part
    QTest.keyClick(wall, Qt.Key.Key_Right)
    QTest.keyClick(wall, Qt.Key.Key_Left)
    assert (wall.at, wall.part) == at
    assert wall._turn.isActive()
    QTest.keyClick(wall, Qt.Key.Key_Space)
    assert wall.paused
    assert not wall._turn.isActive()
    QTest.keyClick(wall, Qt.Key.Key_Space)
    assert wall._turn.isActive()


def test_f1_says_what_the_wall_is_and_the_page_comes_back_by_itself(wall: ObserverWall) -> None:
    QTest.keyClick(wall, Qt.Key.Key_Right)
    before = wall.page
    QTest.keyClick(wall, Qt.Key.Key_F1)
    assert wall.page is wall.about
    assert wall.page not in wall.pages
    assert len(wall.about.keys()) == len({act.__name__ for act in wall._keys.values()})
    wall._turn.timeout.emit()
    assert wall.page is before
    for key in (Qt.Key.Key_F1, Qt.Key.Key_Left, Qt.Key.Key_Space, Qt.Key.Key_Space):
        QTest.keyClick(wall, Qt.Key.Key_F1)
        assert wall.page is wall.about
        QTest.keyClick(wall, key)
        assert wall.page is before
    wall.pause()
    QTest.keyClick(wall, Qt.Key.Key_F1)
    assert wall._turn.isActive(), "a page that was held comes back, too"
    wall._turn.timeout.emit()
    assert (wall.page, wall._turn.isActive()) == (before, False)


def test_a_page_of_nothing_is_passed_over(new_desk: MakeDesk, qtbot: QtBot) -> None:
    rows = [row for row in picture_rows() if type(row).__name__ != "Operation"]
    wall = wall_beside(new_desk(rows).seat)
    qtbot.addWidget(wall)
    titles = set()
    for _ in range(20):
        titles.add(wall.page.title())
        wall.next()
    assert "Situasi" not in titles
    wall.pause()


@pytest.mark.parametrize(("metres", "inches"), [(2.0, 55), (4.0, 55), (4.0, 85), (6.0, 85)])
def test_no_letter_is_smaller_than_a_two_hundredth_of_the_distance(
    desk: Desk, metres: float, inches: int
) -> None:
    theme = desk.seat.theme
    per_mm = pixels_per_mm(1920, 1080, inches, 96.0)
    found = letters(metres, per_mm, 1080, theme)
    capital = QFontMetricsF(sized(theme, found.small)).capHeight() / per_mm
    assert found.distance_m == pytest.approx(metres)
    assert capital >= metres * 1000 / 200 * 0.97, "in whole pixels"
    assert found.small <= found.text < found.figure


def test_a_screen_too_small_for_its_distance_says_from_where_it_is_read(
    wall: ObserverWall, desk: Desk
) -> None:
    found = letters(12.0, pixels_per_mm(1920, 1080, 24, 96.0), 1080, desk.seat.theme)
    assert found.distance_m < 12.0
    assert found.text <= 1080 / 11


def test_what_does_not_fit_goes_on_to_another_screen(wall: ObserverWall, desk: Desk) -> None:
    room = wall.body()
    assert QRectF(wall.rect()).contains(room)
    assert room.height() > wall.height() * 0.6
    brush = Brush(QPainter(), desk.seat.theme, wall.sizes())
    low = QRectF(room.left(), room.top(), room.width(), room.height() / 4)
    figures, urgent = wall.pages[0], wall.pages[1]
    assert figures.parts(brush, low) > figures.parts(brush, room)
    assert urgent.parts(brush, low) >= urgent.parts(brush, room)


def test_what_has_stopped_says_for_how_long(
    wall: ObserverWall, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert wall.age_text() == ""
    link = desk.seat.live.connection
    silent = replace(link, heard_s=link.heard_s - STALE_S - 80.0)
    monkeypatch.setattr(type(desk.seat.live), "connection", property(lambda _: silent))
    assert wall.age_text().startswith("DATA BERHENTI 01:3")
    gone = Connection(LinkState.OFFLINE, NOW, NOW, heard_s=link.heard_s - 5.0)
    monkeypatch.setattr(type(desk.seat.live), "connection", property(lambda _: gone))
    assert wall.age_text() == "DATA BERHENTI 00:05 LALU"


def test_an_exercise_is_framed_and_the_live_room_is_not(new_desk: MakeDesk, qtbot: QtBot) -> None:
    walls = {}
    for kind in RoomKind:
        wall = wall_beside(new_desk(picture_rows(kind), room_kind=kind).seat)
        qtbot.addWidget(wall)
        wall.resize(1280, 720)
        corner = wall.grab().toImage().copy(0, 0, 1280, 12)
        colours = {corner.pixelColor(x, 4).name() for x in range(0, 1280, 3)}
        walls[kind] = len(colours)
        wall.pause()
    assert walls[RoomKind.LIVE] == 1
    assert walls[RoomKind.EXERCISE] > 1
