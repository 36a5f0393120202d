"""H.264 in MPEG-TS segments held in memory, and JPEG pictures for motion JPEG.

Where this FFmpeg writes no H.264 (its encoder is under the GPL, and our packages leave it out) the
segments hold MPEG-4.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from functools import cache
from typing import Any, Final, Literal

import av
import cv2

from command_center.exercise.cameras.lens import HEIGHT, U8, WIDTH, u8

FPS = 8
GOP_S = 2
WINDOW = 6
CLOCK = 90_000
H264: Final = "libx264"
MPEG4: Final = "mpeg4"
MPEG4_CLOCK, MPEG4_BITS = 45_000, 900_000
"""A tick of MPEG-4 is at least 1/65535 s."""


@cache
def encoder() -> Literal["libx264", "mpeg4"]:
    """What the segments are encoded by."""
    trial: Any = av.CodecContext.create(H264, "w")
    trial.width, trial.height, trial.pix_fmt = WIDTH, HEIGHT, "yuv420p"
    trial.time_base = Fraction(1, CLOCK)
    try:
        trial.open()
    except av.FFmpegError:
        return MPEG4
    return H264


@dataclass(frozen=True)
class Segment:
    """A piece of the stream that starts with a key frame."""

    number: int
    at: datetime
    duration_s: float
    data: bytes


class _Cut:
    """A file for the muxer whose content can be taken away piece by piece."""

    def __init__(self) -> None:
        self._parts: list[bytes] = []

    def write(self, data: bytes) -> int:
        self._parts.append(bytes(data))
        return len(data)

    def take(self) -> bytes:
        data = b"".join(self._parts)
        self._parts.clear()
        return data


class SegmentRing:
    """Encodes frames and keeps the newest segments; safe to read from other threads."""

    def __init__(self) -> None:
        self.changed = threading.Condition()
        self._segments: deque[Segment] = deque(maxlen=WINDOW)
        self._sink = _Cut()
        self._number = 0
        self._began: tuple[int, datetime] | None = None
        options = {"mpegts_flags": "pat_pmt_at_frames", "flush_packets": "1"}
        self._out: Any = av.open(self._sink, "w", format="mpegts", options=options)
        self._stream: Any = self._out.add_stream(encoder(), rate=FPS)
        self._stream.width, self._stream.height = WIDTH, HEIGHT
        self._stream.pix_fmt = "yuv420p"
        self._stream.codec_context.thread_count = 1
        self._stream.codec_context.gop_size = 10_000
        if encoder() == H264:
            self._stream.codec_context.time_base = Fraction(1, CLOCK)
            self._stream.options = {"preset": "ultrafast", "tune": "zerolatency", "crf": "27"}
        else:
            self._stream.codec_context.time_base = Fraction(1, MPEG4_CLOCK)
            self._stream.codec_context.bit_rate = MPEG4_BITS

    def add(self, frame: U8, pts: int, at: datetime) -> None:
        """Encode a 640x360 BGR frame shown at `pts` (90 kHz); closes a segment every 2 s."""
        long = GOP_S * CLOCK if self._number else CLOCK
        starts = self._began is None or pts - self._began[0] >= long - CLOCK // (2 * FPS)
        if starts:
            self._close(pts)
            self._began = (pts, at)
        picture = av.VideoFrame.from_ndarray(
            u8(cv2.cvtColor(frame, cv2.COLOR_BGR2YUV_I420)), format="yuv420p"
        )
        picture.pts, picture.time_base = pts, Fraction(1, CLOCK)
        picture.pict_type = 1 if starts else 0
        for packet in self._stream.encode(picture):
            self._out.mux(packet)

    def _close(self, pts: int) -> None:
        data = self._sink.take()
        if self._began is None or not data:
            return
        began, at = self._began
        segment = Segment(self._number, at, (pts - began) / CLOCK, data)
        self._number += 1
        with self.changed:
            self._segments.append(segment)
            self.changed.notify_all()

    def forget(self) -> None:
        """Drop what is stored and start a new segment with the next frame."""
        self._sink.take()
        self._began = None
        with self.changed:
            self._segments.clear()

    def wait(self, seconds: float) -> tuple[Segment, ...]:
        """The stored segments; waits for the first one."""
        with self.changed:
            self.changed.wait_for(lambda: len(self._segments) > 0, seconds)
            return tuple(self._segments)

    def playlist(self, seconds: float) -> str | None:
        """The live playlist, or None when nothing was encoded in time."""
        segments = self.wait(seconds)
        if not segments:
            return None
        lines = ["#EXTM3U", "#EXT-X-VERSION:3", f"#EXT-X-TARGETDURATION:{GOP_S}"]
        lines.append(f"#EXT-X-MEDIA-SEQUENCE:{segments[0].number}")
        for segment in segments:
            stamp = segment.at.isoformat(timespec="milliseconds")
            lines.append(f"#EXT-X-PROGRAM-DATE-TIME:{stamp}")
            lines.append(f"#EXTINF:{segment.duration_s:.3f},")
            lines.append(f"{segment.number}.ts")
        return "\n".join(lines) + "\n"

    def segment(self, number: int) -> bytes | None:
        return next((s.data for s in self.wait(0) if s.number == number), None)

    def close(self) -> None:
        self._out.close()


class JpegSlot:
    """The newest picture as JPEG."""

    def __init__(self) -> None:
        self.changed = threading.Condition()
        self._data = b""
        self._count = 0

    def add(self, frame: U8, pts: int, at: datetime) -> None:
        del pts, at
        _, data = cv2.imencode(".jpg", frame, [cv2.IMWRITE_JPEG_QUALITY, 72])
        with self.changed:
            self._data = data.tobytes()
            self._count += 1
            self.changed.notify_all()

    def next_after(
        self, count: int, seconds: float, wanted: Callable[[], bool]
    ) -> tuple[int, bytes]:
        """The first picture newer than `count`; the same count when none came in time."""
        with self.changed:
            self.changed.wait_for(lambda: self._count > count or not wanted(), seconds)
            return self._count, self._data

    def forget(self) -> None:
        with self.changed:
            self._data = b""

    def close(self) -> None:
        self.forget()
