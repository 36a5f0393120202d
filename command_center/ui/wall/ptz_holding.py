"""Who may move the camera that is looked at, and how this seat comes to hold it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from PySide6.QtCore import QObject, Signal

from command_center.commands.ptz import LEASE, ReleaseCamera, TakeCamera
from command_center.domain.errors import NotAllowed, OperatorError
from command_center.domain.permissions import Permission
from command_center.domain.room import Camera, CameraLease
from command_center.ports import Outcome
from command_center.situation.situation import Touched
from command_center.ui.format import clock
from command_center.ui.seat import Seat

HOLD_ON = LEASE / 2
"""A camera in use is held on to when so much of its time is left."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Who may move the camera now."""

    id: str
    until: datetime
    mine: bool


class Holding(QObject):
    """Of one seat and the camera it looks at. `changed` follows what the room says."""

    changed = Signal()

    def __init__(self, seat: Seat, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self._camera: Camera | None = None
        self._granted: datetime | None = None
        self._asking = False
        seat.live.changed.connect(self._room_changed)

    def look_at(self, camera: Camera | None) -> None:
        """Another camera, or what the room now says of the same one."""
        if camera is None or self._camera is None or camera.id != self._camera.id:
            self._granted, self._asking = None, False
        self._camera = camera

    @property
    def permitted(self) -> bool:
        """Whether this person may move cameras at all."""
        return self._seat.may(Permission.MOVE_CAMERAS)

    def holder(self) -> Holder | None:
        """None: it is free. Our own grant counts before the log has come back with it."""
        now, act = self._seat.live.now(), self._seat.act
        if self._camera is None:
            return None
        if self._granted is not None and self._granted > now:
            return Holder(act.actor, self._granted, True)
        lease = self._lease()
        if lease is None or lease.until <= now:
            return None
        here = (act.actor, act.workstation)
        return Holder(lease.holder_id, lease.until, (lease.holder_id, lease.workstation) == here)

    @property
    def mine(self) -> bool:
        holder = self.holder()
        return holder is not None and holder.mine

    def left(self) -> timedelta:
        """For how long whoever holds it still does."""
        holder = self.holder()
        return holder.until - self._seat.live.now() if holder is not None else timedelta()

    def take(self, then: Callable[[], None], refused: Callable[[], None], reason: str = "") -> None:
        """Ask the room for the camera, or for another minute of it. Asked once at a time."""
        camera = self._camera
        if camera is None or self._asking:
            return
        if not self.permitted:
            self._seat.notices.failed(NotAllowed("not_allowed", role=self._seat.act.role))
            refused()
            return
        self._asking = True

        def granted(outcome: Outcome) -> None:
            if self._looks_at(camera):
                self._asking = False
                self._granted = datetime.fromisoformat(outcome.result["until"])
                then()
                self.changed.emit()

        def denied(error: OperatorError) -> None:
            self._seat.notices.failed(self._with_hour(error))
            if self._looks_at(camera):
                self._asking = False
                refused()

        self._seat.submit(TakeCamera(camera.id, reason), granted, denied)

    def hold_on(self, refused: Callable[[], None]) -> None:
        """While it is used: another minute when little is left."""
        if self.left() < HOLD_ON:
            self.take(_nothing, refused)

    def give_back(self) -> None:
        """Before its time."""
        self._granted = None
        if self._camera is not None:
            command = ReleaseCamera(self._camera.id)
            self._seat.submit(command, _done, self._seat.notices.failed)

    def _looks_at(self, camera: Camera) -> bool:
        return self._camera is not None and self._camera.id == camera.id

    def _lease(self) -> CameraLease | None:
        id = self._camera.id if self._camera is not None else ""
        found = self._seat.situation.get("camera_lease", id)
        return found if isinstance(found, CameraLease) else None

    def _with_hour(self, error: OperatorError) -> OperatorError:
        """The hour as the room writes it."""
        until = error.params.get("until")
        if isinstance(until, datetime):
            return OperatorError(
                error.code, **{**error.params, "until": clock(until, self._seat.zone)}
            )
        return error

    def _room_changed(self, touched: Touched) -> None:
        if not touched.everything and "camera_lease" not in touched.entities:
            return
        lease = self._lease()
        if self._granted is not None and lease is not None and lease.until >= self._granted:
            self._granted = None  # the log has come back with it, or with somebody else's
        self.changed.emit()


def _nothing() -> None:
    """The movement goes on as it is."""


def _done(_: object) -> None:
    """The room tells it by its log."""
