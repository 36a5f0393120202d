"""The cameras of the exercise room: a farm on loopback and its rows in the directory."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import ExitStack
from datetime import datetime

from command_center.domain.errors import OperatorError
from command_center.domain.room import Camera
from command_center.exercise.cameras.farm import CameraFarm, SimCamera
from command_center.runtime.clock import LiveClock

SET_UP_S = 3.5
CAMERA_OWNER = "Diskominfo"


class ExerciseCameras:
    """The simulated cameras, started beside everything else. Their pictures carry the room's time
    as it will be once it runs, to about a second."""

    def __init__(self, starts: datetime, seed: int, stack: ExitStack) -> None:
        offset_s = (starts - LiveClock().now()).total_seconds() - SET_UP_S
        self.farm = CameraFarm(seed, clock_offset_s=offset_s)
        pool = ThreadPoolExecutor(1, thread_name_prefix="exercise-cameras")
        self._made = pool.submit(self.farm.start)
        pool.shutdown(wait=False)
        stack.callback(self._stop)

    def rows(self) -> tuple[Camera, ...]:
        """Waits until they are there."""
        try:
            return tuple(map(_camera, self._made.result()))
        except (TimeoutError, EOFError) as error:
            raise OperatorError("exercise_cameras_silent") from error

    def _stop(self) -> None:
        wait([self._made])
        self.farm.stop()


def _camera(made: SimCamera) -> Camera:
    return Camera(
        id=made.id,
        version=1,
        label=made.id,
        name=made.name,
        url=made.url,
        owner=CAMERA_OWNER,
        kind=made.kind,
        lat=made.lat,
        lon=made.lon,
        enabled=True,
    )
