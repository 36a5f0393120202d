"""The controls of a camera over real HTTP: what a hand does, and all that makes the camera stop."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from command_center.bootstrap.moved import MovedCameras
from command_center.commands.ptz import (
    Ended,
    RecordMovement,
    RecordPreset,
    ReleaseCamera,
    TakeCamera,
)
from command_center.domain.errors import OperatorError
from command_center.domain.room import CameraLease, Role
from command_center.situation.situation import Touched
from command_center.ui.sentences import SENTENCES
from command_center.ui.wall.ptz import PtzStrip
from command_center.ui.wall.ptz_hand import Way
from command_center.video.model import Reason
from command_center.video.onvif.model import ControlError
from tests.onvif_device.device import OnvifDevice
from tests.ui.conftest import MakeDesk
from tests.ui.scene import NOW, camera, picture_rows
from tests.ui.seats import Desk

PATIENCE_MS = 20_000
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
RIGHT = Qt.Key.Key_Right
LATER = NOW + timedelta(seconds=60)


@pytest.fixture
def device() -> Iterator[OnvifDevice]:
    with OnvifDevice() as made:
        yield made


class Bench:
    """A strip on a desk, listening to a field that has the keyboard."""

    def __init__(self, qtbot: QtBot, desk: Desk, device: OnvifDevice) -> None:
        self.qtbot, self.desk, self.device = qtbot, desk, device
        desk.recorder.result = {"until": LATER.isoformat()}
        self.row = replace(camera(71, "Alun-alun"), control_url=device.login_url)
        self.still = camera(72, "Pasar")
        desk.add(self.row, self.still)
        desk.settle()
        self.keys = QWidget()
        self.strip = PtzStrip(desk.seat)
        self.strip.listen(self.keys)
        self.window = window = QWidget()
        qtbot.addWidget(window)
        layout = QVBoxLayout(window)
        layout.addWidget(self.strip)
        layout.addWidget(self.keys)
        window.show()

    def choose(self) -> None:
        """Select the camera and wait until it has described itself."""
        self.desk.seat.selection.select_camera(self.row.id)
        self.until(lambda: self.strip.hand.about is not None)

    def until(self, true: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(true, timeout=PATIENCE_MS)

    def press(self) -> None:
        """Hold Shift+Right until the camera moves."""
        QTest.keyPress(self.keys, RIGHT, SHIFT)
        self.until(lambda: self.device.motor.moving)

    def at_rest(self) -> None:
        self.until(lambda: "stop" in self.device.motor.happened())
        self.until(lambda: not self.device.motor.moving)

    def said(self, kind: type[Any]) -> list[Any]:
        return [command for command in self.desk.commands if isinstance(command, kind)]


@pytest.fixture
def bench(qtbot: QtBot, desk: Desk, device: OnvifDevice) -> Bench:
    return Bench(qtbot, desk, device)


def lease(holder: str, workstation: str = "meja-9") -> CameraLease:
    return CameraLease("", 1, holder, workstation, NOW, LATER)


def test_it_is_there_only_for_a_camera_that_can_be_moved(bench: Bench) -> None:
    select = bench.desk.seat.selection.select_camera
    assert bench.strip.isHidden()
    select(bench.still.id)
    assert bench.strip.isHidden()
    bench.choose()
    assert not bench.strip.isHidden()
    assert [b.text() for b in bench.strip.presets if not b.isHidden()] == ["Gerbang", "Simpang"]
    select(None)
    assert bench.strip.isHidden()


def test_every_control_has_a_name(bench: Bench) -> None:
    bench.choose()
    for button in bench.strip.findChildren(QAbstractButton):
        assert button.isHidden() or button.accessibleName()
    assert bench.strip.findChildren(QLineEdit)[0].accessibleName()


def test_a_held_key_moves_and_its_release_stops_with_one_entry(bench: Bench) -> None:
    bench.choose()
    bench.press()
    bench.until(lambda: bench.device.asked.count("ContinuousMove") >= 4)
    QTest.keyRelease(bench.keys, RIGHT, SHIFT)
    bench.at_rest()
    assert bench.device.motor.happened()[:2] == ["move", "stop"]
    assert [c.camera_id for c in bench.said(TakeCamera)] == [bench.row.id]
    (movement,) = bench.said(RecordMovement)
    assert (movement.pan, movement.tilt, movement.zoom) == (0.5, 0.0, 0.0)
    assert movement.ended is Ended.RELEASED


def test_the_eyes_learn_that_it_was_moved_on_purpose(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(bench.desk.seat.engine, "moved", told.append)
    bench.choose()
    assert told == []
    bench.press()
    QTest.keyRelease(bench.keys, RIGHT, SHIFT)
    bench.at_rest()
    assert len(told) >= 2
    before = len(told)
    QTest.keyClick(bench.keys, Qt.Key.Key_1, CONTROL)
    bench.until(lambda: len(told) > before)
    assert set(told) == {bench.row.id}


def test_a_camera_moved_at_another_seat_is_news_to_the_eyes_of_this_one(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    seat = bench.desk.seat
    monkeypatch.setattr(seat.engine, "moved", told.append)
    moved = MovedCameras(seat.engine, seat.situation)
    seat.live.changed.connect(moved.hear)
    moved.hear(Touched(everything=True))
    held = replace(lease("staff-other"), id=bench.row.id)
    bench.desk.add(held)
    bench.desk.settle()
    bench.desk.change(held, until=LATER + timedelta(seconds=9))
    bench.desk.change(bench.still, note="x")
    bench.desk.settle()
    assert told == [bench.row.id] * 2


def test_a_button_moves_as_long_as_the_mouse_holds_it(bench: Bench) -> None:
    bench.choose()
    button = bench.strip.ways[Way.CLOSER]
    QTest.mousePress(button, Qt.MouseButton.LeftButton)
    bench.until(lambda: bench.device.motor.moving)
    QTest.mouseRelease(button, Qt.MouseButton.LeftButton)
    bench.at_rest()
    assert bench.device.motor.events[0].velocity == (0.0, 0.0, 0.5)


def test_a_repeated_key_is_no_second_press(bench: Bench) -> None:
    bench.choose()
    bench.press()
    QTest.keyPress(bench.keys, RIGHT, SHIFT)
    QTest.keyRelease(bench.keys, RIGHT, SHIFT)
    bench.at_rest()
    assert len(bench.said(RecordMovement)) == 1


def _lose_focus(bench: Bench) -> None:
    QApplication.sendEvent(bench.keys, QFocusEvent(QEvent.Type.FocusOut))


def _leave_window(bench: Bench) -> None:
    QApplication.sendEvent(bench.strip, QEvent(QEvent.Type.WindowDeactivate))


def _look_elsewhere(bench: Bench) -> None:
    bench.desk.seat.selection.select_camera(bench.still.id)


def _let_shift_go(bench: Bench) -> None:
    QTest.keyRelease(bench.keys, Qt.Key.Key_Shift)


def _lose_camera(bench: Bench) -> None:
    taken = replace(lease("staff-other"), id=bench.row.id, until=LATER + timedelta(seconds=5))
    bench.desk.add(taken)
    bench.desk.settle()


@pytest.mark.parametrize(
    ("leave", "ended"),
    [
        (_lose_focus, Ended.LEFT),
        (_leave_window, Ended.LEFT),
        (lambda bench: bench.strip.hide(), Ended.LEFT),
        (_look_elsewhere, Ended.LEFT),
        (_let_shift_go, Ended.RELEASED),
        (_lose_camera, Ended.LOST),
    ],
    ids=["focus", "window", "hidden", "selection", "shift", "lease"],
)
def test_whatever_looks_away_stops_the_camera(
    bench: Bench, leave: Callable[[Bench], None], ended: Ended
) -> None:
    bench.choose()
    bench.press()
    leave(bench)
    bench.at_rest()
    assert bench.device.motor.happened()[:2] == ["move", "stop"]
    assert [c.ended for c in bench.said(RecordMovement)] == [ended]
    assert not bench.strip.hand.moving


def test_a_preset_by_its_key(bench: Bench) -> None:
    bench.choose()
    QTest.keyClick(bench.keys, Qt.Key.Key_2, CONTROL)
    bench.until(lambda: bool(bench.said(RecordPreset)))
    assert bench.device.motor.events[-1].preset == "2"
    (used,) = bench.said(RecordPreset)
    assert (used.token, used.name) == ("2", "Simpang")
    QTest.keyClick(bench.keys, Qt.Key.Key_9, CONTROL)
    assert len(bench.said(RecordPreset)) == 1


def test_the_speed_and_the_way_out_have_keys(bench: Bench) -> None:
    bench.choose()
    QTest.keyClick(bench.keys, Qt.Key.Key_0, CONTROL)
    assert bench.strip.hand.speed == 1.0
    QTest.keyClick(bench.keys, Qt.Key.Key_Home, SHIFT)
    bench.until(lambda: bench.strip.hand.holding.mine)
    assert "Anda pegang" in bench.strip.state.text()
    QTest.keyClick(bench.keys, Qt.Key.Key_Home, SHIFT)
    assert bench.said(ReleaseCamera) == [ReleaseCamera(bench.row.id)]
    assert not bench.strip.hand.holding.mine


def test_who_holds_it_is_said_and_nothing_moves(bench: Bench) -> None:
    bench.desk.add(replace(lease("staff-other"), id=bench.row.id))
    bench.desk.settle()
    bench.choose()
    assert "dipegang" in bench.strip.state.text()
    assert "14:08:32" in bench.strip.state.text()
    assert not bench.strip.ways[Way.LEFT].isEnabled()
    assert bench.strip.take_over.isHidden()
    refused = OperatorError("camera_held", camera="CAM-071", by="staff-other", until=LATER)
    bench.desk.recorder.error = refused
    QTest.keyPress(bench.keys, RIGHT, SHIFT)
    bench.until(lambda: bool(bench.desk.notices))
    (notice,) = bench.desk.notices
    assert (notice.code, notice.params["until"]) == ("camera_held", "14:08:32")
    assert bench.device.motor.events == []


def test_whoever_leads_takes_it_over_with_a_reason(
    qtbot: QtBot, new_desk: MakeDesk, device: OnvifDevice
) -> None:
    bench = Bench(qtbot, new_desk(picture_rows(), role=Role.SHIFT_LEAD), device)
    bench.desk.add(replace(lease("staff-other"), id=bench.row.id))
    bench.desk.settle()
    bench.choose()
    assert not bench.strip.take_over.isHidden()
    QTest.keyClicks(bench.strip.reason, "pengawalan tamu")
    QTest.mouseClick(bench.strip.take_over, Qt.MouseButton.LeftButton)
    bench.until(lambda: bench.strip.hand.holding.mine)
    assert bench.said(TakeCamera) == [TakeCamera(bench.row.id, "pengawalan tamu")]


def test_an_observer_can_only_look(qtbot: QtBot, new_desk: MakeDesk, device: OnvifDevice) -> None:
    bench = Bench(qtbot, new_desk(picture_rows(), role=Role.OBSERVER), device)
    bench.desk.seat.selection.select_camera(bench.row.id)
    assert not bench.strip.ways[Way.LEFT].isEnabled()
    QTest.keyPress(bench.keys, RIGHT, SHIFT)
    assert [notice.code for notice in bench.desk.notices] == ["not_allowed"]
    assert bench.desk.commands == []
    assert device.asked == []


def test_a_camera_that_refuses_the_password_says_so(bench: Bench) -> None:
    bench.device.password = "lain"
    bench.desk.seat.selection.select_camera(bench.row.id)
    bench.until(lambda: "sandi" in bench.strip.state.text())
    assert not bench.device.motor.events


def test_whatever_goes_wrong_has_a_sentence() -> None:
    of_streams = {Reason.NOT_STARTED, Reason.STALLED, Reason.FROZEN, Reason.TLS_CHAIN}
    of_evidence = {Reason.DISK_FULL, Reason.NOT_WRITABLE}
    raised = set(Reason) - of_streams - of_evidence
    codes = {ControlError(reason).code for reason in raised}
    assert codes - SENTENCES.keys() == set()


def test_a_key_let_go_before_the_room_has_answered_moves_nothing(bench: Bench) -> None:
    bench.choose()
    bench.desk.recorder.hold = True
    QTest.keyPress(bench.keys, RIGHT, SHIFT)
    QTest.keyRelease(bench.keys, RIGHT, SHIFT)
    bench.desk.recorder.answer()
    bench.until(lambda: bench.strip.hand.holding.mine)
    assert bench.device.motor.events == []
