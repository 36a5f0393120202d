"""From packets to pictures that can be trusted, and from pictures to tiles."""

from collections.abc import Callable, Iterator

import av.error
from av.packet import Packet
from av.video.frame import VideoFrame
from av.video.reformatter import Interpolation, VideoReformatter
from av.video.stream import VideoStream

from command_center.video.model import Level
from command_center.video.opening import PIXELS_MAX
from command_center.video.slot import Frame, fit

CLEAN_FRAMES = 25  # a stream without key pictures is believed again after this many clean ones


class Decoder:
    """Decodes one stream; damaged pictures, and those that build on them, are dropped.

    `damaged` counts what was no good picture since the last good one.
    """

    def __init__(self, stream: VideoStream, damaged: Callable[[], None]) -> None:
        self._context = stream.codec_context
        self.damaged = 0
        self._report = damaged
        self._started = False
        self._doubt = 0
        self._level = Level.FULL

    def set_level(self, level: Level) -> None:
        """Decode all pictures or key pictures only, from the next packet on."""
        if level is self._level:
            return
        if self._level is Level.KEY:
            self._started = False
        self._level = level
        self._context.skip_frame = "NONKEY" if level is Level.KEY else "DEFAULT"

    def pictures(self, packet: "Packet[VideoStream]") -> Iterator[VideoFrame]:
        """The good pictures in a packet; nothing before the first key picture."""
        if not self._started and not packet.is_keyframe:
            return
        self._started = True
        try:
            frames = packet.decode()
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

    def _distrust(self) -> None:
        self._doubt = CLEAN_FRAMES
        self.damaged += 1
        self._report()


class TileScaler:
    """Scales pictures to BGRA tiles."""

    def __init__(self) -> None:
        self._reformatter = VideoReformatter()
        self._sequence = 0

    def tile(self, picture: VideoFrame, size: tuple[int, int], now_s: float) -> Frame:
        """A tile no larger than `size`, in the picture's own proportions."""
        width, height = fit(picture.width, picture.height, size)
        shrinks = width < picture.width
        scaled = self._reformatter.reformat(
            picture,
            width,
            height,
            "bgra",
            interpolation=Interpolation.AREA if shrinks else Interpolation.BILINEAR,
            threads=1,
        )
        plane = scaled.planes[0]
        self._sequence += 1
        return Frame(
            memoryview(plane),
            plane.line_size,
            width,
            height,
            self._sequence,
            now_s,
            picture.time,
        )
