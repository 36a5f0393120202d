"""From packets to pictures that can be trusted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import av
import av.error
from av.codec.context import Flags
from av.packet import Packet
from av.video.codeccontext import VideoCodecContext
from av.video.frame import VideoFrame
from av.video.stream import VideoStream

from command_center.video.ingest.pixels import PIXELS_MAX
from command_center.video.model import Level
from command_center.video.rhythm import KEY_GAP_S, STILL_S

CLEAN_FRAMES = 25  # a stream without key pictures is believed again after this many clean ones
SINCE_KEY_MAX = 500
KEYS_ONLY = frozenset({Level.KEY, Level.STILL})
GAPS_S = {Level.KEY: KEY_GAP_S, Level.STILL: STILL_S}


@dataclass(frozen=True)
class Recipe:
    """How to open a decoder for a stream; outlives the stream."""

    codec: str
    extradata: bytes | None
    width: int
    height: int
    low_delay: bool

    @staticmethod
    def of(stream: VideoStream) -> Recipe:
        """The stream's own."""
        own = stream.codec_context
        low_delay = bool(own.flags & Flags.low_delay)
        return Recipe(own.codec.name, own.extradata, own.width, own.height, low_delay)

    def decoder(self, loop_filter: bool = True) -> VideoCodecContext:
        """A decoder for one thread. The loop filter can be left out only from the beginning."""
        context = av.CodecContext.create(self.codec, "r")
        assert isinstance(context, VideoCodecContext)
        context.extradata = self.extradata
        context.width, context.height = self.width, self.height
        context.thread_count = 1
        if self.low_delay:
            context.flags |= Flags.low_delay
        if not loop_filter:
            context.options = {"skip_loop_filter": "all"}
        return context


class Decoder:
    """Decodes one stream; damaged pictures, and those that build on them, are dropped.

    `damaged` counts what was no good picture since the last good one. HALF decodes without the
    loop filter, in a decoder of its own that is exchanged at a key picture; `since_key` are then
    the packets from which the newest picture can be had as it should be. `keys_alone`: every
    picture is a key picture.
    """

    def __init__(self, stream: VideoStream, damaged: Callable[[], None]) -> None:
        self.recipe = Recipe.of(stream)
        self.damaged = 0
        self.since_key: list[Packet[VideoStream]] = []
        self._report = damaged
        self._filtered = True
        self._context = self.recipe.decoder()
        self.keys_alone = stream.codec_context.codec.intra_only
        self._started = False
        self._doubt = 0
        self._level = Level.FULL
        self._keys_only = False
        self._taken_s = float("-inf")
        self._odd = False

    def set_level(self, level: Level, keys_only: bool = False) -> None:
        """Decode at `level` from the next packet on, or from the next key picture on when there
        is more to decode than before; `keys_only`: key pictures whatever the level."""
        keys_only = keys_only or level in KEYS_ONLY
        if keys_only != self._keys_only:
            self._keys_only = keys_only
            self._started = False
            self._skip()
        self._level = level

    def pictures(self, packet: Packet[VideoStream], now_s: float) -> Iterator[VideoFrame]:
        """The good pictures in a packet; nothing before the first key picture."""
        if not self._wanted(packet, now_s):
            return
        try:
            frames = self._context.decode(packet)
        except av.error.FFmpegError:
            self._distrust()
            return
        for frame in frames:
            if frame.is_corrupt or frame.width * frame.height > PIXELS_MAX:
                self._distrust()
                continue
            if frame.key_frame:
                self._doubt = 0
            if self._doubt:
                self._doubt -= 1
                continue
            self.damaged = 0
            yield frame

    def _wanted(self, packet: Packet[VideoStream], now_s: float) -> bool:
        if not packet.is_keyframe:
            self._remember(packet)
            return self._started and not self._keys_only
        if now_s - self._taken_s < GAPS_S.get(self._level, 0.0):
            return False
        if self.keys_alone and self._level is Level.HALF:
            self._odd = not self._odd
            return self._odd
        self._taken_s = now_s
        self._started = True
        self._exchange()
        self.since_key = [] if self._filtered else [packet]
        return True

    def _remember(self, packet: Packet[VideoStream]) -> None:
        if len(self.since_key) >= SINCE_KEY_MAX:
            self.since_key = []
        elif self.since_key:
            self.since_key.append(packet)

    def _exchange(self) -> None:
        filtered = self._level is not Level.HALF
        if filtered != self._filtered:
            self._filtered = filtered
            self._context = self.recipe.decoder(filtered)
            self._skip()

    def _skip(self) -> None:
        self._context.skip_frame = "NONKEY" if self._keys_only else "DEFAULT"

    def _distrust(self) -> None:
        self._doubt = CLEAN_FRAMES
        self.damaged += 1
        self._report()
