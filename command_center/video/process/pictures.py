"""Three pictures in shared memory: one is shown, one is newest, one is being written.

Nobody waits. The writer never touches the newest picture nor one that is held; the reader marks
what it takes as held and looks again whether it was overtaken meanwhile. The writer chooses its
buffer long after it published the last one (a picture was decoded in between), so a mark is
always visible to it in time. A writer that dies leaves the newest picture whole.
"""

from __future__ import annotations

import math
import mmap
import weakref
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from command_center.video.slot import SIZE_MAX, Frame

BUFFERS = 3
ALIGN = 64
HEADER = 256
_HELD = 1  # words 1 to 3; word 0 is the newest: its number in this block * 256 + its buffer + 1
_PICTURE = 8  # words of a picture's own header, from word 8 on
_TRIES = 4


@dataclass(frozen=True, slots=True)
class Shape:
    """What a block for tiles of this size holds."""

    width: int
    height: int

    @property
    def capacity(self) -> int:
        """Bytes of one buffer: rows padded as the decoder pads them."""
        row = -(-self.width * 4 // ALIGN) * ALIGN
        return row * self.height

    @property
    def size(self) -> int:
        """Bytes of the block."""
        return HEADER + BUFFERS * self.capacity

    def start(self, buffer: int) -> int:
        """Where a buffer begins."""
        return HEADER + buffer * self.capacity


def _meta(buffer: int) -> int:
    return 8 + buffer * _PICTURE


class PictureWriter:
    """The engine's end; used by the owner of the camera alone."""

    def __init__(self, memory: mmap.mmap, shape: Shape) -> None:
        self._shape = shape
        self._bytes = memoryview(memory)
        self._words = self._bytes[:HEADER].cast("Q")
        self._numbers = self._bytes[:HEADER].cast("d")
        self._published = 0

    def publish(self, frame: Frame) -> bool:
        """Copy a picture in; False when it does not fit or every buffer is held."""
        buffer = self._free()
        row = frame.width * 4
        if buffer is None or row * frame.height > self._shape.capacity:
            return False
        start = self._shape.start(buffer)
        target = np.frombuffer(self._bytes, np.uint8, row * frame.height, start)
        source = np.frombuffer(frame.pixels, np.uint8, frame.bytes_per_line * frame.height)
        rows = source.reshape(frame.height, frame.bytes_per_line)[:, :row]
        np.copyto(target.reshape(frame.height, row), rows)
        at = _meta(buffer)
        self._words[at] = frame.width
        self._words[at + 1] = frame.height
        self._words[at + 2] = row
        self._numbers[at + 3] = frame.captured_monotonic_s
        self._numbers[at + 4] = math.nan if frame.pts_s is None else frame.pts_s
        self._published += 1
        self._words[0] = self._published << 8 | buffer + 1
        return True

    def _free(self) -> int | None:
        newest = (self._words[0] & 0xFF) - 1
        for buffer in range(BUFFERS):
            if buffer != newest and not self._words[_HELD + buffer]:
                return buffer
        return None


class PictureReader:
    """The window's end. A frame's buffer is held for as long as the frame is referred to."""

    def __init__(self, memory: mmap.mmap, shape: Shape) -> None:
        self._shape = shape
        self._bytes = memoryview(memory)
        self._words = self._bytes[:HEADER].cast("Q")
        self._numbers = self._bytes[:HEADER].cast("d")
        self._holds: list[weakref.ref[Frame] | None] = [None] * BUFFERS

    @property
    def newest(self) -> int:
        """Another number for every picture; 0 before the first."""
        return int(self._words[0])

    def take(self, sequence: int) -> tuple[int, Frame] | None:
        """The newest picture, as frame `sequence`, and its number. None when there is none.

        A picture may be taken once: hand on the frame itself while `newest` stays the same.
        """
        for _ in range(_TRIES):
            number = self.newest
            buffer = (number & 0xFF) - 1
            if not 0 <= buffer < BUFFERS:
                return None
            self._words[_HELD + buffer] = 1
            if self.newest == number:
                frame = self._frame(buffer, sequence)
                if frame is None:
                    self._words[_HELD + buffer] = 0
                    return None
                self._holds[buffer] = weakref.ref(frame, _release(self._words, buffer))
                return number, frame
            self._words[_HELD + buffer] = 0
        return None

    def _frame(self, buffer: int, sequence: int) -> Frame | None:
        """None for a header that no sane writer writes: nothing outside the buffer is read."""
        at = _meta(buffer)
        width, height, row = (int(self._words[at + i]) for i in range(3))
        if not (1 <= width <= SIZE_MAX and 1 <= height <= SIZE_MAX and row >= width * 4):
            return None
        if row * height > self._shape.capacity:
            return None
        start = self._shape.start(buffer)
        pts_s = self._numbers[at + 4]
        return Frame(
            self._bytes[start : start + row * height],
            row,
            width,
            height,
            sequence,
            self._numbers[at + 3],
            None if math.isnan(pts_s) else pts_s,
        )


def _release(words: memoryview, buffer: int) -> Callable[[weakref.ref[Frame]], None]:
    def release(_: weakref.ref[Frame]) -> None:
        words[_HELD + buffer] = 0

    return release
