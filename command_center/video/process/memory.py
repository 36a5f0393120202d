"""Memory that two processes share and that nobody has to clean up.

It has no name in the file system: on POSIX an open file without one, on Windows a mapping that
ends with its last user. The end of both processes, however it comes, is the end of it.
"""

from __future__ import annotations

import mmap
import os
import sys
import tempfile
import uuid
from dataclasses import dataclass, field
from multiprocessing import reduction
from multiprocessing.connection import Connection
from pathlib import Path


@dataclass
class Block:
    """`memory` lives as long as anything looks into it; `size` in bytes. Zeros at first."""

    size: int
    memory: mmap.mmap = field(repr=False)
    tag: str = ""
    _handle: int | None = None

    @classmethod
    def create(cls, size: int) -> Block:
        """Raises OSError when the machine has no memory or no handles left."""
        if sys.platform == "win32":
            tag = f"video-{uuid.uuid4().hex}"
            return cls(size, mmap.mmap(-1, size, tagname=tag), tag)
        handle = _nameless_file()
        try:
            os.truncate(handle, size)
            return cls(size, mmap.mmap(handle, size), "", handle)
        except OSError:
            os.close(handle)
            raise

    def send(self, pipe: Connection) -> None:
        """Hand it to the other process, once, behind a message that says so (`tag`, `size`)."""
        if self._handle is not None:
            reduction.send_handle(pipe, self._handle, None)
            self.forget_handle()

    def forget_handle(self) -> None:
        """Nobody else will be handed this block."""
        handle, self._handle = self._handle, None
        if handle is not None:
            os.close(handle)

    def __del__(self) -> None:
        self.forget_handle()


def receive(pipe: Connection, tag: str, size: int) -> mmap.mmap:
    """The memory of a block that the other process has sent."""
    if sys.platform == "win32":
        return mmap.mmap(-1, size, tagname=tag)
    handle = reduction.recv_handle(pipe)
    try:
        return mmap.mmap(handle, size)
    finally:
        os.close(handle)


def _nameless_file() -> int:
    make = getattr(os, "memfd_create", None)
    if make is not None:
        return int(make("video"))
    handle, path = tempfile.mkstemp(prefix="video-")
    Path(path).unlink()
    return handle
