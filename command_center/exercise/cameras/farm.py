"""The room's handle on its simulated cameras, which live in a process of their own."""

from __future__ import annotations

import multiprocessing
from dataclasses import dataclass
from datetime import datetime
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from typing import Literal

from command_center.domain.errors import OperatorError
from command_center.exercise.cameras.catalogue import CameraSpec, Kind, load_catalogue
from command_center.exercise.cameras.light import Light
from command_center.exercise.cameras.process import main
from command_center.exercise.cameras.situations import Situation

START_S = 30.0
STOP_S = 3.0

Fault = Literal["refuse", "stall", "freeze"]


@dataclass(frozen=True)
class SimCamera:
    """A running camera; `url` is an HLS playlist or a motion JPEG stream on loopback."""

    id: str
    name: str
    url: str
    lat: float
    lon: float
    scene: str
    kind: Kind


class CameraFarm:
    """Starts, disturbs and ends the camera process.

    `clock_offset_s` is added to the wall clock for the burnt-in time until `set_clock`. `light`
    None follows that time of day. Everything but `start` and `stop` returns at once; OperatorError
    where the process is gone.
    """

    def __init__(
        self,
        seed: int = 1,
        scenes: tuple[CameraSpec, ...] | None = None,
        clock_offset_s: float = 0.0,
        light: Light | None = None,
    ) -> None:
        self.seed, self.offset_s, self.light = seed, clock_offset_s, light
        self.specs = scenes if scenes is not None else load_catalogue()
        self._process: SpawnProcess | None = None
        self._pipe: Connection | None = None

    def start(self) -> list[SimCamera]:
        """Start the process and say where the cameras are; TimeoutError when it stays silent."""
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        arguments = (theirs, self.specs, self.seed, self.offset_s, self.light)
        self._process = context.Process(
            target=main, args=arguments, daemon=True, name="exercise-cameras"
        )
        self._process.start()
        theirs.close()
        self._pipe = ours
        try:
            if not ours.poll(START_S):
                raise TimeoutError("the camera process did not answer")
            port = int(ours.recv())
        except (TimeoutError, EOFError):
            self.stop()
            raise
        return [_camera(spec, port) for spec in self.specs]

    @property
    def pid(self) -> int | None:
        """Of the camera process while it lives."""
        alive = self._process is not None and self._process.is_alive()
        return self._process.pid if self._process and alive else None

    def fail(self, camera_id: str, how: Fault) -> None:
        """Refuse: connections are reset. Stall: they stay open and silent. Freeze: the picture
        and its clock stand still while the stream goes on."""
        self._send("fault", self._known(camera_id), how)

    def restore(self, camera_id: str) -> None:
        self._send("fault", self._known(camera_id), "")

    def situation(self, camera_id: str, kind: Situation | str, intensity: float = 1.0) -> None:
        """Let a scene show something at an intensity of 0 (over) to 1; CLEAR ends everything."""
        self._send("situation", self._known(camera_id), Situation(kind).value, float(intensity))

    def set_clock(self, at: datetime, speed: float) -> None:
        """What is burnt in from now on, `speed` times as fast as real time; 0: it stands still.
        Streets go on moving, and so do the streams."""
        self._send("clock", at.isoformat(), float(speed))

    def set_light(self, light: Light | None) -> None:
        """Day, dusk or night for all; None follows the clock."""
        self._send("light", light.value if light else None)

    def pull_plug(self) -> None:
        """All cameras refuse from now on."""
        self._send("plug", False)

    def restore_plug(self) -> None:
        self._send("plug", True)

    def stop(self) -> None:
        """End the process; harmless when it is gone."""
        process, pipe = self._process, self._pipe
        self._process = self._pipe = None
        if process is None or pipe is None:
            return
        try:
            pipe.send(("stop",))
        except OSError:
            process.terminate()
        process.join(STOP_S)
        if process.is_alive():
            process.kill()
            process.join(STOP_S)
        pipe.close()
        process.close()

    def _known(self, camera_id: str) -> str:
        if all(spec.id != camera_id for spec in self.specs):
            raise KeyError(camera_id)
        return camera_id

    def _send(self, *order: object) -> None:
        pipe = self._pipe
        if pipe is None:
            raise OperatorError("exercise_cameras_ended")
        try:
            pipe.send(order)
        except OSError as error:
            raise OperatorError("exercise_cameras_ended") from error


def _camera(spec: CameraSpec, port: int) -> SimCamera:
    tail = "index.m3u8" if spec.kind == "hls" else "stream.mjpeg"
    url = f"http://127.0.0.1:{port}/{spec.id}/{tail}"
    return SimCamera(spec.id, spec.name, url, spec.lat, spec.lon, spec.scene, spec.kind)
