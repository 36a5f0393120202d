"""The hand on a camera: moves it, lets go of it, and has every movement written down."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from PySide6.QtCore import QObject, QTimer, Signal

from command_center.commands.ptz import Ended, RecordMovement, RecordPreset
from command_center.domain.errors import OperatorError
from command_center.domain.room import Camera
from command_center.ui.seat import Seat
from command_center.ui.wall.ptz_holding import Holding
from command_center.video.onvif.model import Described, Preset, Velocity

RENEW_MS = 200
TELL_EYES = 10  # renewals
TRAVEL_MS = 5000  # to a preset, more or less
SPEEDS = (0.2, 0.5, 1.0)
PRESETS = 9


class Way(Enum):
    """Where a camera can be pushed: pan, tilt, zoom."""

    LEFT = (-1, 0, 0)
    UP = (0, 1, 0)
    DOWN = (0, -1, 0)
    RIGHT = (1, 0, 0)
    CLOSER = (0, 0, 1)
    FARTHER = (0, 0, -1)


@dataclass(slots=True)
class _Movement:
    camera: Camera
    velocity: Velocity
    began_at: datetime
    renewals: int = 0


class Hand(QObject):
    """Of one seat. GUI thread; nothing waits: a window that hangs stops renewing, and the camera
    is stopped without it."""

    changed = Signal()

    def __init__(self, seat: Seat, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self.holding = Holding(seat, self)
        self.camera: Camera | None = None
        self.about: Described | None = None
        self.trouble: OperatorError | None = None
        self.speed = SPEEDS[1]
        self._held: set[Way] = set()
        self._movement: _Movement | None = None
        self._described: dict[str, Described] = {}
        self._beat = QTimer(self)
        self._beat.setInterval(RENEW_MS)
        self._beat.timeout.connect(self._renew)
        self.holding.changed.connect(self._held_otherwise)

    @property
    def moving(self) -> bool:
        return self._movement is not None

    @property
    def presets(self) -> tuple[Preset, ...]:
        return self.about.presets[:PRESETS] if self.about is not None else ()

    @property
    def usable(self) -> bool:
        """Whether the camera can be moved by this person, as far as is known."""
        able = self.camera is not None and (self.about is None or self.about.movable)
        return able and self.holding.permitted

    # --- which camera --------------------------------------------------------------------------

    def look_at(self, camera: Camera | None) -> None:
        """Another camera is looked at; None: none that can be moved."""
        before = self.camera
        known = camera is not None and before is not None and camera.id == before.id
        if known and camera is not None and camera.control_url == self._url:
            self.camera = camera
            self.holding.look_at(camera)
            return
        self.let_go(Ended.LEFT)
        self.camera, self.trouble = camera, None
        self.holding.look_at(camera)
        self.about = self._described.get(self._url)
        if camera is not None and self.about is None and self.holding.permitted:
            self._describe(camera.control_url)
        self.changed.emit()

    @property
    def _url(self) -> str:
        return self.camera.control_url if self.camera is not None else ""

    def _describe(self, url: str) -> None:
        def known(about: Described) -> None:
            self._described[url] = about
            if url == self._url:
                self.about, self.trouble = about, None
                self.changed.emit()

        def unknown(error: OperatorError) -> None:
            if url == self._url:
                self.trouble = error
                self.changed.emit()

        self._seat.tasks.then(self._seat.control.describe(url), known, unknown)

    # --- pushing -------------------------------------------------------------------------------

    def press(self, way: Way) -> None:
        """Push, from now until `lift`; takes the camera first if nobody holds it."""
        if self.camera is None:
            return
        self._held.add(way)
        self._when_mine(self._push)

    def lift(self, way: Way) -> None:
        """Stop pushing that way; the last one stops the camera."""
        self._held.discard(way)
        if not self._held:
            self.let_go()
        elif self.moving:
            self._push()

    def let_go(self, ended: Ended = Ended.RELEASED) -> None:
        """Stop, whatever is held."""
        self._held.clear()
        self._beat.stop()
        movement, self._movement = self._movement, None
        if movement is None:
            return
        self._seat.engine.moved(movement.camera.id)
        stopped = self._seat.control.stop(movement.camera.control_url)
        if ended is not Ended.FAILED:  # that it does not answer has been said
            self._follow(stopped)
        self._write_down(movement, ended)
        self.changed.emit()

    def _write_down(self, movement: _Movement, ended: Ended) -> None:
        velocity, now = movement.velocity, self._seat.live.now()
        command = RecordMovement(
            movement.camera.id,
            velocity.pan,
            velocity.tilt,
            velocity.zoom,
            movement.began_at,
            now,
            ended,
        )
        self._seat.submit(command, _nothing, self._seat.notices.failed)

    def _push(self) -> None:
        if self.camera is None or not self._held:
            return
        velocity = self._velocity()
        if self._movement is None:
            self._movement = _Movement(self.camera, velocity, self._seat.live.now())
            self._seat.engine.moved(self.camera.id)
            self.trouble = None
        self._beat.start()
        self._follow(self._seat.control.move(self._url, velocity))
        self.changed.emit()

    def _velocity(self) -> Velocity:
        pan, tilt, zoom = (sum(way.value[axis] for way in self._held) for axis in range(3))
        return Velocity(pan * self.speed, tilt * self.speed, zoom * self.speed)

    def _renew(self) -> None:
        if not self.holding.mine:
            self._lost()
        elif self._movement is None:
            self._beat.stop()
        else:
            self.holding.hold_on(self._refused)
            self._movement.renewals += 1
            if self._movement.renewals % TELL_EYES == 0:
                self._seat.engine.moved(self._movement.camera.id)
            self._follow(self._seat.control.move(self._url, self._velocity()))

    def _follow(self, answer: Future[None]) -> None:
        id = self.camera.id if self.camera is not None else None

        def failed(error: OperatorError) -> None:
            if self.camera is None or self.camera.id != id:
                return
            if self.trouble is None:
                self._seat.notices.failed(error)
            self.trouble = error
            self.let_go(Ended.FAILED)
            self.changed.emit()

        self._seat.tasks.then(answer, _nothing, failed)

    # --- holding -------------------------------------------------------------------------------

    def take(self, reason: str = "") -> None:
        """Hold the camera without moving it; `reason` for taking it from somebody."""
        self.holding.take(self._push, self._refused, reason)

    def give_back(self) -> None:
        """Let somebody else move it."""
        self.let_go()
        self.holding.give_back()
        self.changed.emit()

    def _when_mine(self, act: Callable[[], None]) -> None:
        if self.holding.mine:
            act()
        else:
            self.holding.take(act, self._refused)

    def _refused(self) -> None:
        self._held.clear()
        self.let_go(Ended.LOST)

    def _held_otherwise(self) -> None:
        if self.moving and not self.holding.mine:
            self._lost()
        self.changed.emit()

    def _lost(self) -> None:
        camera, holder = self.camera, self.holding.holder()
        self.let_go(Ended.LOST)
        if camera is not None and holder is not None:
            error = OperatorError("camera_lost", camera=camera.label, by=holder.id)
            self._seat.notices.failed(error)

    # --- presets -------------------------------------------------------------------------------

    def go(self, number: int) -> None:
        """To the preset of that number, from 1; like a push it needs the camera."""
        if 1 <= number <= len(self.presets):
            preset = self.presets[number - 1]
            self._when_mine(lambda: self._go(preset))

    def _go(self, preset: Preset) -> None:
        camera = self.camera
        if camera is None:
            return

        def gone(_: object) -> None:
            self._seat.engine.moved(camera.id)
            QTimer.singleShot(TRAVEL_MS, self, lambda: self._seat.engine.moved(camera.id))
            command = RecordPreset(camera.id, preset.token, preset.name)
            self._seat.submit(command, _nothing, self._seat.notices.failed)

        answer = self._seat.control.go(camera.control_url, preset.token)
        self._seat.tasks.then(answer, gone, self._seat.notices.failed)


def _nothing(_: object) -> None:
    """The room tells it by its log, the camera by its picture."""
