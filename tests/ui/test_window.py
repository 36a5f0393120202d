"""The window: panels by name, layouts kept per person, the frame of the exercise, the undo."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from command_center.commands.triage import TakeIncident
from command_center.commands.undo import Undo
from command_center.domain.room import RoomKind
from command_center.ui import layouts
from command_center.ui.actions.alarm import SHOWN
from command_center.ui.actions.table import ACTIONS
from command_center.ui.detail.panel import DetailPanel
from command_center.ui.exercise_frame import frame_px
from command_center.ui.i18n import Language
from command_center.ui.seat import Seat
from command_center.ui.window import STATE_VERSION, Makers, Window
from tests.ui.conftest import MakeDesk
from tests.ui.scene import picture_rows
from tests.ui.seats import RESOURCES, Desk

SIZE = (1920, 1080)


def plain(seat: Seat) -> QWidget:
    return QLabel("panel")


# Only the exercise and an empty room have the others.
SOMETIMES = {"start", "tutor", "plugs", "truth"}
MAKERS = dict.fromkeys([name for name in layouts.TITLES if name not in SOMETIMES], plain)


def panels_of(layout: layouts.Layout) -> set[str]:
    return set(layout.panels()) - SOMETIMES


class Windows:
    """Opens windows and takes them down again in order."""

    def __init__(self, app: QApplication, folder: Path) -> None:
        self._app = app
        self.folder = folder
        self.opened: list[Window] = []

    def open(self, desk: Desk, size: tuple[int, int] = SIZE, makers: Makers = MAKERS) -> Window:
        language = Language(RESOURCES / "translations", desk.seat.live)
        window = Window(desk.seat, makers, language, self.folder)
        self.opened.append(window)
        window.resize(*size)
        window.start()
        window.resize(*size)
        self._app.processEvents()
        return window

    def close(self, window: Window) -> None:
        window.close()
        self.opened.remove(window)
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def windows(qapp: QApplication, tmp_path: Path) -> Iterator[Windows]:
    opener = Windows(qapp, tmp_path)
    yield opener
    for window in list(opener.opened):
        opener.close(window)


def shown(window: Window) -> set[str]:
    return {name for name, dock in window.docks.items() if not dock.isHidden()}


@pytest.mark.parametrize("name", layouts.WIDE)
@pytest.mark.parametrize("room", layouts.Width)
def test_every_layout_names_panels_that_exist(name: str, room: layouts.Width) -> None:
    panels = layouts.layout_named(name, room).panels()
    assert set(panels) <= layouts.TITLES.keys()
    assert len(panels) == len(set(panels))


def test_the_first_layout_is_the_picture(desk: Desk, windows: Windows) -> None:
    window = windows.open(desk)
    assert shown(window) == panels_of(layouts.WIDE["siap"])
    queue, wall, units = (window.docks[name] for name in ("queue", "wall", "units"))
    assert queue.x() < wall.x() < units.x()
    assert abs(queue.width() - 540) <= 12
    assert abs(units.width() - 470) <= 12
    assert window.docks["map"].y() > wall.y()
    assert window.docks["figures"].y() > window.docks["detail"].y()


def test_a_wide_screen_shows_six_lines_of_the_timeline(
    desk: Desk, windows: Windows, qapp: QApplication
) -> None:
    """Also beside the first steps of an exercise."""
    desk.seat.theme.apply(qapp)
    window = windows.open(desk, makers={**MAKERS, "tutor": plain, "detail": DetailPanel})
    desk.seat.selection.select_incident("incident-147")
    desk.settle()
    detail = window.docks["detail"].panel
    assert isinstance(detail, DetailPanel)
    line = QFontMetrics(desk.seat.theme.font(13)).height() + desk.seat.theme.px(2)
    assert detail.lines.viewport().height() >= 6 * line


def test_a_panel_with_nothing_to_say_leaves_its_place_to_the_next(
    desk: Desk, windows: Windows
) -> None:
    def finished(seat: Seat) -> QWidget:
        panel = plain(seat)
        panel.hide()
        return panel

    window = windows.open(desk, makers={**MAKERS, "start": finished})
    assert "start" not in shown(window)
    ACTIONS["view.layout.siap"].perform(desk.seat)
    assert "start" not in shown(window)
    assert window.docks["wall"].isVisible()
    assert not window.docks["wall"].visibleRegion().isEmpty()


def test_what_an_alarm_is_about_comes_forward(desk: Desk, windows: Windows) -> None:
    window = windows.open(desk)
    detail, queue = window.docks["detail"], window.docks["queue"]
    window.tabifyDockWidget(detail, queue)
    queue.raise_()
    desk.settle()
    assert detail.visibleRegion().isEmpty()
    desk.seat.asking.ask(SHOWN, "any")
    desk.settle()
    assert not detail.visibleRegion().isEmpty()


def test_the_first_steps_come_back_with_the_next_room(desk: Desk, windows: Windows) -> None:
    makers = {**MAKERS, "tutor": plain}
    first = windows.open(desk, makers=makers)
    first.docks["tutor"].panel.hide()
    assert "tutor" not in shown(first)
    windows.close(first)
    again = windows.open(desk, makers=makers)
    assert "tutor" in shown(again)


def test_the_keyboard_rests_in_the_queue_not_on_a_button(desk: Desk, windows: Windows) -> None:
    def queue(seat: Seat) -> QWidget:
        panel = plain(seat)
        panel.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return panel

    window = windows.open(desk, makers={**MAKERS, "queue": queue})
    assert window.docks["queue"].panel.hasFocus()
    window.menu_button.setFocus()
    ACTIONS["view.layout.siap"].perform(desk.seat)
    assert window.docks["queue"].panel.hasFocus()


def test_a_torn_off_panel_is_kept_without_a_proper_end(
    desk: Desk, windows: Windows, qtbot: QtBot
) -> None:
    window = windows.open(desk)
    window.docks["map"].setFloating(True)
    before = window.personal.state(window.layout_name, window.room)
    qtbot.waitUntil(lambda: window.personal.state(window.layout_name, window.room) != before)
    window.docks["map"].setFloating(False)
    kept = window.personal.state(window.layout_name, window.room)
    assert kept is not None
    assert window.restoreState(kept, STATE_VERSION)
    assert window.docks["map"].isFloating()


def test_keys_work_before_the_first_click(desk: Desk, windows: Windows) -> None:
    window = windows.open(desk)
    assert QApplication.activeWindow() is window


def test_function_keys_change_the_layout(desk: Desk, windows: Windows) -> None:
    window = windows.open(desk)
    ACTIONS["view.layout.dinding"].perform(desk.seat)
    assert shown(window) == panels_of(layouts.WIDE["dinding"])


def test_the_layout_of_the_wall_has_the_wall_in_front_however_narrow() -> None:
    for arrangements in (layouts.WIDE, layouts.COMPACT, layouts.TIGHT):
        first = arrangements["dinding"].columns[0][1][0]
        assert first.panels[0] == "wall"


def test_an_arrangement_is_kept_per_person_and_layout(new_desk: MakeDesk, windows: Windows) -> None:
    first = windows.open(new_desk())
    first.docks["map"].hide()
    first.docks["chart"].hide()
    windows.close(first)
    again = windows.open(new_desk())
    assert {"map", "chart"} & shown(again) == set()
    windows.close(again)
    other = windows.open(new_desk(staff_id="staff-dw"))
    assert {"map", "chart"} <= shown(other)


def test_the_same_layout_key_again_puts_it_back(desk: Desk, windows: Windows) -> None:
    window = windows.open(desk)
    window.docks["map"].hide()
    ACTIONS["view.layout.siap"].perform(desk.seat)
    assert "map" in shown(window)


def test_theme_size_and_language_are_kept(new_desk: MakeDesk, windows: Windows) -> None:
    desk = new_desk()
    first = windows.open(desk)
    desk.seat.theme.use("light")
    desk.seat.theme.resize(1.2)
    windows.close(first)
    later = new_desk()
    windows.open(later)
    assert (later.seat.theme.name, later.seat.theme.scale) == ("light", 1.2)


def test_a_narrow_window_is_compact_and_a_wide_one_is_not(desk: Desk, windows: Windows) -> None:
    window = windows.open(desk, (1366, 768))
    rooms = [window.room]
    assert shown(window) == panels_of(layouts.COMPACT["siap"])
    assert abs(window.docks["units"].width() - 280) <= 12
    assert window.tabifiedDockWidgets(window.docks["wall"]) != []
    desk.seat.theme.resize(1.5)
    rooms.append(window.room)
    window.resize(2400, 1080)
    QCoreApplication.processEvents()
    rooms.append(window.room)
    assert rooms == [layouts.Width.COMPACT, layouts.Width.TIGHT, layouts.Width.WIDE]


def test_a_panel_can_be_torn_off_closed_and_brought_back(desk: Desk, windows: Windows) -> None:
    window = windows.open(desk)
    window.panel_menu.aboutToShow.emit()
    assert len(window.panel_menu.actions()) == len(window.docks)
    dock = window.docks["map"]
    dock.setFloating(True)
    assert dock.isFloating()
    dock.setFloating(False)
    dock.hide()
    dock.toggleViewAction().trigger()
    assert not dock.isHidden()


def test_an_action_that_asks_brings_its_panel_forward(desk: Desk, windows: Windows) -> None:
    window = windows.open(desk)
    assert "call" not in shown(window)
    ACTIONS["incident.call"].perform(desk.seat)
    ACTIONS["view.health"].perform(desk.seat)
    assert {"call", "health"} <= shown(window)


def test_a_panel_that_is_done_takes_its_dock_with_it(desk: Desk, windows: Windows) -> None:
    window = windows.open(desk, makers={**MAKERS, "tutor": plain})
    assert "tutor" in shown(window)
    window.docks["tutor"].panel.hide()
    assert "tutor" not in shown(window)
    assert "queue" in shown(window)


def edge_colours(window: QWidget) -> set[str]:
    image = window.grab().toImage()
    width, height, inside = image.width(), image.height(), 5
    across = [(x, y) for x in range(0, width, 3) for y in (inside, height - inside)]
    down = [(x, y) for y in range(0, height, 3) for x in (inside, width - inside)]
    return {image.pixelColor(x, y).name() for x, y in (*across, *down)}


def test_an_exercise_is_framed_whatever_is_done(new_desk: MakeDesk, windows: Windows) -> None:
    desk = new_desk(rows=picture_rows(RoomKind.EXERCISE), room_kind=RoomKind.EXERCISE)
    window = windows.open(desk)
    assert "LATIHAN" in window.windowTitle()
    for action in ACTIONS.values():
        if action.id.startswith("view.") and action.id != "view.menu":
            action.perform(desk.seat)
            assert frame_px(desk.seat) > 0
            assert desk.seat.theme.color("latihan").name() in edge_colours(window), action.id
    dock = window.docks["wall"]
    dock.setFloating(True)
    dock.show()
    assert desk.seat.theme.color("latihan").name() in edge_colours(dock.widget())
    assert "LATIHAN" in dock.windowTitle()


def test_the_live_room_has_no_frame(desk: Desk, windows: Windows) -> None:
    window = windows.open(desk)
    assert desk.seat.theme.color("latihan").name() not in edge_colours(window)
    assert "LATIHAN" not in window.windowTitle()


def test_undo_is_offered_once(desk: Desk, windows: Windows) -> None:
    window = windows.open(desk)
    desk.seat.selection.select_incident("incident-148")
    ACTIONS["incident.take"].perform(desk.seat)
    desk.settle()
    assert not window.status.isHidden()
    assert window.status.words.text() == "#0148 Anda ambil."
    ACTIONS["view.undo"].perform(desk.seat)
    ACTIONS["view.undo"].perform(desk.seat)
    desk.settle()
    assert desk.commands == [TakeIncident("incident-148"), Undo("incident", "incident-148", "op-1")]
    assert [notice.code for notice in desk.notices][-1] in {"entry.undone", "nothing_to_undo"}
    assert "nothing_to_undo" in [notice.code for notice in desk.notices]


def test_ctrl_f1_shows_every_key_and_esc_hides_it(desk: Desk, windows: Windows) -> None:
    window = windows.open(desk)
    ACTIONS["view.keys"].perform(desk.seat)
    texts = {label.text() for label in window.sheet.findChildren(QLabel)}
    assert {action.label for action in ACTIONS.values()} <= texts
    QTest.keyClick(window.sheet, Qt.Key.Key_Escape)
    assert window.sheet.isHidden()


def test_nothing_of_the_top_bar_is_cut(desk: Desk, windows: Windows, qtbot: QtBot) -> None:
    window = windows.open(desk, (1366, 768))

    def cut() -> list[str]:
        parts = window.top_bar.findChildren(QLabel)
        return [p.text() for p in parts if p.isVisible() and p.width() < p.sizeHint().width()]

    for scale in (0.9, 1.0, 1.25, 1.5):
        desk.seat.theme.resize(scale)
        qtbot.waitUntil(lambda: cut() == [])
        assert window.top_bar.search.width() >= window.top_bar.search.minimumSizeHint().width()
        assert window.width() == 1366


def test_a_part_of_the_top_bar_is_given_what_it_needs_now(
    desk: Desk, windows: Windows, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not what it needed with smaller letters."""
    bar = windows.open(desk, (1366, 768)).top_bar
    desk.settle()
    before = bar.who.sizeHint()
    assert bar.who.width() == before.width()
    wider = QSize(before.width() + 20, before.height())
    monkeypatch.setattr(type(bar.who), "sizeHint", lambda _: wider)
    bar.fit()
    desk.settle()
    assert bar.who.width() == wider.width()
    assert bar.zone.geometry().right() < bar.width()


def test_a_notice_without_undo_is_whole_and_clear_of_the_frame(
    desk: Desk, windows: Windows
) -> None:
    window = windows.open(desk)
    desk.seat.notices.done("incident.taken", Undo("incident", "incident-148", "op"), number="#1")
    desk.seat.notices.done("alarm.acknowledged", None)
    line = window.status
    assert line.height() >= line.sizeHint().height() >= line.words.sizeHint().height() + 12
    assert line.geometry().bottom() < window.height() - frame_px(desk.seat)


def test_a_panel_that_is_new_has_a_place_in_an_arrangement_kept_before_it(
    desk: Desk, windows: Windows
) -> None:
    old = {name: maker for name, maker in MAKERS.items() if name != "health"}
    first = windows.open(desk, makers=old)
    windows.close(first)
    window = windows.open(desk, makers=MAKERS)
    assert "health" not in shown(window)
    ACTIONS["view.health"].perform(desk.seat)
    assert window.docks["units"] in window.tabifiedDockWidgets(window.docks["health"])
    assert window.docks["health"].width() == window.docks["units"].width()
