"""One camera on the wall: a small stream for its tile, the main one when it is looked at."""

from __future__ import annotations

import threading
from collections.abc import Callable

from av.packet import Packet
from av.video.frame import VideoFrame
from av.video.stream import VideoStream

from command_center.video.facts import frozen_after_s
from command_center.video.model import CameraSpec, Level, LevelReason
from command_center.video.playback import Assigned
from command_center.video.ring import PacketRing
from command_center.video.slot import Frame, FrameSlot
from command_center.video.source import Source
from command_center.video.taker import Surroundings

LARGE_TILE = 540  # pixels high: more than the small stream has to show
MAIN_RETRY_S = 30.0


class Camera:
    """Holds one source; two only while one takes over from the other, so no tile is ever empty.

    The one that comes takes the slot with its first picture. A main stream that fails leaves
    the tile to the small one and is tried again 30 s later.
    """

    def __init__(
        self,
        spec: CameraSpec,
        slot: FrameSlot,
        shared: Surroundings,
        start: Callable[[Source], None],
        after: list[Source],
    ) -> None:
        """`after` are sources that still end; one of the same address ends first."""
        self.spec = spec
        self.slot = slot
        self.ring = PacketRing()
        self._eyes = shared.sight.eyes(spec)
        self._in_ring: VideoStream | None = None
        self._shared = shared
        self._start = start
        self._lock = threading.Lock()
        self._leaving = after
        self._assigned: Assigned = (Level.FULL, LevelReason.WANTED)
        self._coming: Source | None = None
        self._stopped = False
        self._main_from_s = float("-inf")
        self._active = self._made(spec.url)
        self._start(self._active)  # only now: its first picture asks which one is active

    @property
    def source(self) -> Source:
        """The one whose pictures are shown."""
        return self._active

    @property
    def tile_size(self) -> tuple[int, int]:
        """The size to make tiles for."""
        return self.slot.size

    @property
    def cpu_s(self) -> float:
        """What its threads have cost so far; begins anew with another source."""
        coming = self._coming
        return self._active.cpu_s + (coming.cpu_s if coming else 0.0)

    def assign(self, assigned: Assigned) -> None:
        """Decode so much from now on."""
        with self._lock:
            self._assigned = assigned
            for source in (self._active, self._coming):
                if source is not None:
                    source.assigned = assigned

    def look(self, focused: bool, now_s: float) -> None:
        """Choose between the streams; called twice a second and when the attention changes."""
        if not self.spec.main_url:
            return
        with self._lock:
            self._give_up_main(now_s)
            large = focused or self.slot.size[1] > LARGE_TILE
            main = large and now_s >= self._main_from_s
            wanted = self.spec.main_url if main else self.spec.url
            coming = self._coming
            if coming is not None and coming.url != wanted:
                self._leave(coming)
                self._coming = coming = None
            if coming is None and self._active.url != wanted:
                self._coming = self._made(wanted)
                self._start(self._coming)

    def stop(self) -> list[Source]:
        """Ask all to end; those that still do. Nothing is shown any more when this returns: the
        slot may have another owner."""
        with self._lock:
            self._stopped = True
            for source in (self._active, self._coming):
                if source is not None:
                    self._leave(source)
            self._coming = None
            return self._leaving

    def publish(self, source: Source, frame: Frame) -> None:
        """Show a tile, if its source is the one to show."""
        with self._lock:
            if self._stopped:
                return
            if source is self._coming:
                self._leave(self._active)
                self._active, self._coming = source, None
            if source is self._active:
                self.slot.publish(frame)

    def began(self, source: Source, stream: VideoStream) -> None:
        """A connection stands."""

    def picture(self, source: Source, picture: VideoFrame) -> None:
        """Let the eyes look at what is shown."""
        if source is self._active:
            facts = source.progress.facts()
            now_s = self._shared.clock()
            sight = self._shared.sight
            sight.say(self._eyes.look(picture, now_s, facts.same_s, frozen_after_s(facts)))

    def packet(
        self,
        source: Source,
        packet: Packet[VideoStream],
        arrived_s: float,
        camera_s: float | None,
    ) -> None:
        """Remember what is shown as it was sent, whichever stream it comes from."""
        with self._lock:
            if source is not self._active:
                return
            if packet.stream is not self._in_ring:
                self._in_ring = packet.stream
                self.ring.begin(packet.stream)
            self.ring.add(packet, arrived_s, camera_s)

    def _made(self, url: str) -> Source:
        self._leaving = [source for source in self._leaving if not source.join(0.0)]
        earlier = [source for source in self._leaving if source.url == url]
        source = Source(self.spec, url, self, self._shared, earlier[-1] if earlier else None)
        source.assigned = self._assigned
        return source

    def _leave(self, source: Source) -> None:
        source.stop()
        self._leaving.append(source)

    def _give_up_main(self, now_s: float) -> None:
        for source in (self._active, self._coming):
            if source is not None and source.url == self.spec.main_url:
                facts = source.progress.facts()
                if facts.failures and not facts.connected:
                    self._main_from_s = now_s + MAIN_RETRY_S
