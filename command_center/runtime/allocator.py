"""How the C library keeps what native code has freed."""

from __future__ import annotations

import ctypes
import sys

# malloc.h of glibc
_TRIM_THRESHOLD, _MMAP_THRESHOLD, _ARENA_MAX = -1, -3, -8
ARENAS = 2
LARGE = 256 * 1024


def give_back() -> None:
    """From now on large pictures are returned to the system as soon as they are freed, and threads
    share what is kept of small ones. Left to itself glibc has eight heaps a processor, raises what
    it calls large to 32 MB once such a block was freed, and cameras that come and go on threads of
    their own leave holes in all of them: some MB an hour. Elsewhere than with glibc: nothing."""
    if sys.platform != "linux":
        return
    tune = getattr(ctypes.CDLL(None), "mallopt", None)
    if tune is None:
        return
    tune(_ARENA_MAX, ARENAS)
    tune(_MMAP_THRESHOLD, LARGE)
    tune(_TRIM_THRESHOLD, LARGE)
