"""What the room tells the engine about cameras, and what it records of how they are."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial

from command_center.bootstrap.streams import policy_of
from command_center.domain.room import RoomKind
from command_center.ports import Health, Telemetry
from command_center.runtime.settings import load_settings
from command_center.situation.situation import Situation
from command_center.ui.seat import Seat
from command_center.video.model import CameraState, CameraStatus
from command_center.video.policy import StreamPolicy

_STATES = {
    CameraState.LIVE: "ok",
    CameraState.CONNECTING: "degraded",
    CameraState.STALE: "degraded",
}


def policy_for(situation: Situation, kind: RoomKind) -> StreamPolicy:
    """What the window may open, read anew with the settings when cameras were registered."""
    return policy_of(situation.all("camera"), kind, load_settings(kind.value))


def _nothing(_: None) -> None:
    """The window learns it with the next tick."""


class CameraWatch:
    """Puts a shown camera's health beside the log when it becomes another one."""

    def __init__(self, seat: Seat, telemetry: Telemetry) -> None:
        self._seat = seat
        self._telemetry = telemetry
        self._last: dict[str, str] = {}

    def tick(self, now: datetime) -> None:
        for camera in self._seat.situation.all("camera"):
            status = self._seat.engine.status(camera.id)
            if status.state is CameraState.OFF:
                continue
            state = _STATES.get(status.state, "down")
            if self._last.get(camera.id) != state:
                self._last[camera.id] = state
                health = health_of(camera.id, state, status, now)
                put = partial(self._telemetry.put_health, health)
                self._seat.tasks.run(put, _nothing, self._seat.notices.failed)


def health_of(camera_id: str, state: str, status: CameraStatus, now: datetime) -> Health:
    age_s = status.last_picture_age_s
    retry_s = status.retry_in_s
    return Health(
        kind="camera",
        id=camera_id,
        state=state,
        code=f"camera_{status.reason.value}" if status.reason else f"camera_{status.state.value}",
        params={},
        at=now,
        last_ok_at=now - timedelta(seconds=age_s) if age_s is not None else None,
        next_try_at=now + timedelta(seconds=retry_s) if retry_s is not None else None,
    )
