"""An engine that does what a test says, and cameras to hang on the wall."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import replace
from typing import Any

import numpy as np

from command_center.domain.room import Camera
from command_center.ui.wall.panel import WallPanel
from command_center.video.model import (
    Attention,
    CameraSpec,
    CameraState,
    CameraStatus,
    ClipFile,
    ClipRequest,
    EngineCost,
    Sighting,
    Snapshot,
)
from command_center.video.policy import StreamPolicy
from command_center.video.slot import Frame, FrameSlot
from tests.ui.seats import Desk

LIVE = CameraStatus(CameraState.LIVE, None, 10.0, 0.1, None, 0, 0.3)
DOWN = CameraStatus(CameraState.RECONNECTING, None, 10.0, 125.0, 4.2, 1, 0.3)
OFF = CameraStatus(CameraState.OFF, None, 0.0, None, None, 0, 0.3)


def camera(number: int, lat: float | None = None, **fields: Any) -> Camera:
    lon = None if lat is None else 112.63
    values: dict[str, Any] = {"owner": "", "kind": "", "lat": lat, "lon": lon, "enabled": True}
    label = f"CAM-{number:03}"
    return Camera(f"s{number}", 1, label, "Simpang", "http://h/x", **{**values, **fields})


def frame(width: int, height: int, sequence: int = 1, grey: int = 128) -> Frame:
    """A picture of one grey."""
    pixels = np.full((height, width, 4), grey, np.uint8)
    return Frame(memoryview(pixels.tobytes()), width * 4, width, height, sequence, 0.0, None)


class HandEngine:
    """Connects nothing. Cameras that are shown are LIVE unless `states` says otherwise."""

    def __init__(self) -> None:
        self.specs: dict[str, CameraSpec] = {}
        self.ranks: dict[str, Attention] = {}
        self.states: dict[str, CameraStatus] = {}
        self.slots: dict[str, FrameSlot] = {}
        self.shows = 0

    def show(self, specs: Iterable[CameraSpec]) -> None:
        self.shows += 1
        self.specs = {spec.id: spec for spec in specs}

    def attend(self, ranks: Mapping[str, Attention]) -> None:
        self.ranks = dict(ranks)

    def allow(self, policy: StreamPolicy) -> None: ...

    def window_late(self, late_ms: float) -> None: ...

    def slot(self, camera_id: str) -> FrameSlot:
        return self.slots.setdefault(camera_id, FrameSlot())

    def status(self, camera_id: str) -> CameraStatus:
        return self.states.get(camera_id, LIVE if camera_id in self.specs else OFF)

    def say(self, camera_id: str, **fields: Any) -> None:
        self.states[camera_id] = replace(self.status(camera_id), **fields)

    def snapshot(self, camera_id: str) -> Future[Snapshot | None]:
        future: Future[Snapshot | None] = Future()
        future.set_result(None)
        return future

    def keep(self, request: ClipRequest) -> Future[ClipFile]:
        return Future()

    def sightings(self) -> Sequence[Sighting]:
        return ()

    def cost(self) -> EngineCost:
        return EngineCost(0.0, 0.0, 0, 0, {})

    def close(self, timeout_s: float) -> bool:
        return True


def labels(panel: WallPanel) -> list[str | None]:
    return [cell.camera.label if cell else None for cell in panel.shown]


def ask(desk: Desk, action: str, subject: str | None = None) -> None:
    desk.seat.asking.ask(action, subject)
