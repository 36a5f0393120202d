"""What the window may ask of the video engine. No call waits for a camera or for the process."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import Future
from typing import Protocol

from command_center.video.model import (
    Attention,
    CameraSpec,
    CameraStatus,
    ClipFile,
    ClipRequest,
    EngineCost,
    Sighting,
    Snapshot,
)
from command_center.video.policy import StreamPolicy
from command_center.video.slot import Frame


class Slot(Protocol):
    """Where a camera's pictures appear; the painter asks, nothing is signalled."""

    @property
    def size(self) -> tuple[int, int]:
        """Tile width and height in pixels."""

    def resize(self, width: int, height: int) -> None:
        """Ask for frames of this size from the next one on; ValueError outside 1..4096."""

    def latest(self) -> Frame | None:
        """The newest frame, or None before the first. It stays as it is until the next call."""


class VideoEngine(Protocol):
    """Every method may be called from any thread and returns at once."""

    def show(self, specs: Iterable[CameraSpec]) -> None:
        """Keep exactly these cameras connected, the hidden ones of them warm."""

    def attend(self, ranks: Mapping[str, Attention]) -> None:
        """What the room looks at. Cameras left out are HIDDEN."""

    def allow(self, policy: StreamPolicy) -> None:
        """Open connections by this policy from now on."""

    def window_late(self, late_ms: float) -> None:
        """How late the window's own heartbeat was; the governor keeps it under its guarantee."""

    def slot(self, camera_id: str) -> Slot:
        """The same object as long as the engine lives."""

    def status(self, camera_id: str) -> CameraStatus:
        """How the camera is now; OFF when it is not shown."""

    def snapshot(self, camera_id: str) -> Future[Snapshot | None]:
        """The newest picture at full resolution, masks applied; None when there is none."""

    def keep(self, request: ClipRequest) -> Future[ClipFile]:
        """Evidence; the future fails with StreamError when the camera has nothing to keep."""

    def sightings(self) -> Sequence[Sighting]:
        """What the eyes have seen since the last call."""

    def moved(self, camera_id: str) -> None:
        """The camera was moved on purpose: the eyes learn its new view instead of reporting it."""

    def cost(self) -> EngineCost:
        """What it uses."""

    def close(self, timeout_s: float) -> bool:
        """End everything, waiting `timeout_s` at most; True when all has ended."""
