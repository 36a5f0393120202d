"""What the eyes have seen, put beside the log with the picture that caused it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

from command_center.domain.errors import OperatorError
from command_center.domain.ids import new_id
from command_center.domain.room import Room, RoomKind
from command_center.duty.cameras import EYE
from command_center.ports import Health, Telemetry
from command_center.runtime.paths import data_dir
from command_center.runtime.settings import load_settings
from command_center.ui.seat import Seat
from command_center.video.eyes.model_file import read_model
from command_center.video.model import CameraState, EyesSetup, Sighting, SightingKind

REPEAT = timedelta(seconds=60)
JPEG = b"\xff\xd8"
JPEG_MOST = 200_000
PICTURES_MOST = 500
EYES_FOLDER = "eyes"
_LIGHTS = (SightingKind.DAY, SightingKind.NIGHT)


def eyes_setup(room: Room) -> EyesSetup:
    """What the eyes learn outlives the program in a real room; the streets of an exercise are
    drawn anew each time. The detector is off unless this machine's settings name its model."""
    settings = load_settings(room.kind.value)
    folder = data_dir() / EYES_FOLDER / room.id
    return EyesSetup(
        folder=str(folder) if room.kind is RoomKind.LIVE else "",
        model=settings.detector_model,
        sha256=settings.detector_sha256,
    )


def check_detector(seat: Seat, setup: EyesSetup) -> None:
    """Say in the window why the detector that was set is not used."""
    if setup.model:
        check = partial(read_model, Path(setup.model), setup.sha256)
        seat.tasks.run(check, lambda _: None, seat.notices.failed)


class SightingWatch:
    """Ticked once a second. What stands is said again every minute, so that it ends by itself
    when this window does."""

    def __init__(self, seat: Seat, telemetry: Telemetry) -> None:
        self._seat = seat
        self._telemetry = telemetry
        self._standing: dict[tuple[SightingKind, str], Health] = {}

    def tick(self, now: datetime) -> None:
        """Take what was seen since the last tick."""
        for sighting in self._seat.engine.sightings():
            self._heard(sighting, now)
        for key, health in list(self._standing.items()):
            if self._seat.engine.status(key[1]).state is CameraState.OFF:
                del self._standing[key]
                self._put(replace(health, state="ok", at=now, params={}))
            elif now - health.at >= REPEAT:
                self._standing[key] = replace(health, at=now)
                self._put(self._standing[key])

    def _heard(self, sighting: Sighting, now: datetime) -> None:
        key = (sighting.kind, sighting.camera_id)
        health = _health(sighting, now)
        if sighting.over or sighting.kind in _LIGHTS:
            self._standing.pop(key, None)
            self._put(health)
            return
        file = f"eye-{new_id(now)}.jpg" if _is_picture(sighting.jpeg) else ""
        health = replace(health, params={**health.params, "file": file})
        self._standing[key] = health
        if file:
            work = partial(_keep, self._seat.pictures / file, sighting.jpeg)
            put = partial(self._put, health)
            self._seat.tasks.run(work, lambda _: put(), self._seat.notices.failed)
        else:
            self._put(health)

    def _put(self, health: Health) -> None:
        put = partial(self._telemetry.put_health, health)
        self._seat.tasks.run(put, lambda _: None, self._seat.notices.failed)


def _health(sighting: Sighting, now: datetime) -> Health:
    kind = "light" if sighting.kind in _LIGHTS else sighting.kind.value
    stands = not sighting.over and sighting.kind not in _LIGHTS
    params = {"value": f"{sighting.value:.3g}", "usual": f"{sighting.usual:.3g}"}
    return Health(
        kind=EYE + kind,
        id=sighting.camera_id,
        state="down" if stands else "ok",
        code=EYE + sighting.kind.value,
        params=params if stands else {},
        at=now,
        last_ok_at=None,
        next_try_at=None,
    )


def _is_picture(jpeg: bytes) -> bool:
    """It comes from a process that reads what strangers send."""
    return jpeg.startswith(JPEG) and len(jpeg) <= JPEG_MOST


def _keep(path: Path, jpeg: bytes) -> None:
    """Whole or not at all; the oldest of too many go."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        half = path.with_suffix(".part")
        half.write_bytes(jpeg)
        half.replace(path)
        for old in sorted(path.parent.glob("eye-*.jpg"))[:-PICTURES_MOST]:
            old.unlink(missing_ok=True)
    except OSError as error:
        raise OperatorError("picture_not_written") from error
