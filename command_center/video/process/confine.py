"""What the engine's process gives up before it reads anything from a camera."""

from __future__ import annotations

import ctypes
import os
import signal
import sys

ADDRESS_SPACE = 8 * 2**30  # threads and the decoder's arenas reserve far more than they use
ARENAS = 16
_M_ARENA_MAX = -8
_PR_SET_PDEATHSIG = 1
_PR_SET_NO_NEW_PRIVS = 38


def confine(parent: int) -> None:
    """No core file with a password in it, no new privileges, an end to a leak, no life without
    the process `parent`. A Ctrl+C in the terminal is the window's business."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - POSIX only

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        resource.setrlimit(resource.RLIMIT_AS, (ADDRESS_SPACE, ADDRESS_SPACE))
        libc = ctypes.CDLL(None, use_errno=True)
        if hasattr(libc, "mallopt"):
            # Else eight for each core, 64 MiB of addresses each: threads would find none left.
            libc.mallopt(_M_ARENA_MAX, ARENAS)
        libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
        # The pipe's end already ends this process; the kernel does it where a decoder hangs.
        libc.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
        if os.getppid() != parent:
            os._exit(0)
