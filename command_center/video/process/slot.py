"""The window's end of a tile: pictures straight out of shared memory."""

from __future__ import annotations

import threading
from collections.abc import Callable

from command_center.video.process.life import Prepared
from command_center.video.process.memory import Block
from command_center.video.process.pictures import PictureReader, Shape
from command_center.video.process.words import Tile
from command_center.video.slot import DEFAULT_SIZE, SIZE_MAX, Frame


class RemoteSlot:
    """Implements video.api.Slot. The last picture stays until a newer one is there, across
    changes of size and lives of the process."""

    def __init__(self, camera_id: str, changed: Callable[[str], None]) -> None:
        """`changed` is told that the slot wants other memory."""
        self._camera_id, self._changed = camera_id, changed
        self._lock = threading.Lock()
        self._size = DEFAULT_SIZE
        self._reader: PictureReader | None = None
        self._next: PictureReader | None = None
        self._number = 0
        self._sequence = 0
        self._frame: Frame | None = None

    @property
    def size(self) -> tuple[int, int]:
        """Tile width and height in pixels."""
        return self._size

    def resize(self, width: int, height: int) -> None:
        """Ask for frames of this size from the next one on; ValueError outside 1..4096."""
        if not (1 <= width <= SIZE_MAX and 1 <= height <= SIZE_MAX):
            raise ValueError(f"a tile of {width}x{height} pixels")
        if self._size != (width, height):
            self._size = (width, height)
            self._changed(self._camera_id)

    def latest(self) -> Frame | None:
        """The newest frame, or None before the first."""
        with self._lock:
            if self._next is not None and self._next.newest:
                self._reader, self._next, self._number = self._next, None, 0
            reader = self._reader
            if reader is None or reader.newest == self._number:
                return self._frame
            taken = reader.take(self._sequence + 1)
            if taken is not None:
                self._number, self._frame = taken
                self._sequence += 1
            return self._frame

    def fresh(self) -> Prepared:
        """New memory for the size that is wanted now, and the order that tells of it."""
        width, height = self._size
        shape = Shape(width, height)
        block = Block.create(shape.size)
        with self._lock:
            self._next = PictureReader(block.memory, shape)
        return Tile(self._camera_id, width, height, block.tag, block.size), block

    def clear(self) -> None:
        """Forget the picture, when its camera is taken off the wall."""
        with self._lock:
            self._reader = self._next = self._frame = None
