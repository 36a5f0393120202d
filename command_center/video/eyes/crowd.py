"""Whether far more moves, or stands, in a camera's picture than is usual there at this hour."""

from __future__ import annotations

from av.video.frame import VideoFrame

from command_center.video.eyes.detector import Density
from command_center.video.eyes.flow import FlowIndex
from command_center.video.eyes.plane import U8
from command_center.video.eyes.surge import HOURS, HourOfWeek, SurgeWatch

DENSITY_S = 10.0
HOUR_S = 3600.0


class Crowd:
    """Flow always; density too where the administrator has set a detector. `flow` and `density`
    hold what is usual."""

    def __init__(self, density: Density | None) -> None:
        self.flow = SurgeWatch(HourOfWeek())
        self.density = SurgeWatch(HourOfWeek())
        self._index = FlowIndex()
        self._detector = density
        self._asked_s = float("-inf")

    def put(self, half: U8, now_s: float) -> None:
        """The picture just before the one that is measured."""
        self._index.put(half, now_s)

    def turned(
        self, picture: VideoFrame, half: U8, now_s: float, at_s: float, usable: bool
    ) -> SurgeWatch | None:
        """The index whose surge has begun or ended with this picture. `at_s`: since 1970;
        not `usable`: the camera itself is suspected, its movement says nothing."""
        hour = int(at_s // HOUR_S) % HOURS
        index = self._index.index(half, now_s)
        if index is not None and usable and self.flow.feed(index, hour, now_s) is not None:
            return self.flow
        density = self._density(picture, now_s)
        if density is None or not usable:
            return None
        return self.density if self.density.feed(density, hour, now_s) is not None else None

    def _density(self, picture: VideoFrame, now_s: float) -> float | None:
        if self._detector is None:
            return None
        if now_s - self._asked_s >= DENSITY_S and self._detector.ask(picture):
            self._asked_s = now_s
        return self._detector.answer()
