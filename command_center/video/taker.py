"""What the owners of cameras share, and who gets what they bring."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from av.packet import Packet
from av.video.frame import VideoFrame
from av.video.stream import VideoStream

from command_center.video.eyes.sight import Sight
from command_center.video.gate import ConnectGate
from command_center.video.policy import StreamPolicy
from command_center.video.slot import Frame

if TYPE_CHECKING:
    from command_center.video.source import Source


@dataclass(frozen=True)
class Surroundings:
    """What the owners of one engine share."""

    policy: Callable[[], StreamPolicy]
    gate: ConnectGate
    clock: Callable[[], float]
    rng: random.Random
    sight: Sight = field(default_factory=Sight)


class Taker(Protocol):
    """Who gets what a source brings; called by the source's own thread."""

    @property
    def tile_size(self) -> tuple[int, int]:
        """The size to make tiles for."""

    def publish(self, source: Source, frame: Frame) -> None:
        """A tile."""

    def began(self, source: Source, stream: VideoStream) -> None:
        """A connection stands."""

    def picture(self, source: Source, picture: VideoFrame) -> None:
        """A picture that has been shown, at full size."""

    def packet(
        self,
        source: Source,
        packet: Packet[VideoStream],
        arrived_s: float,
        camera_s: float | None,
    ) -> None:
        """A packet as it was sent, when it has been shown or left out; `camera_s` is when it was
        taken by the camera's own clock, None where the playlist or the answer tells no time."""
