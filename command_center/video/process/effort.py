"""What another process of this machine has been given, to tell one that hangs from one that waits
for a processor."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

_STATE, _USER, _SYSTEM = 0, 11, 12
"""Fields of /proc/PID/stat behind the name (proc_pid_stat(5))."""


@dataclass(frozen=True, slots=True)
class Effort:
    """`cpu_s` since its start; `ready`: one of its threads runs or would, if it were let."""

    cpu_s: float
    ready: bool


def effort_of(pid: int) -> Effort | None:
    """None where the system does not tell, or the process is gone."""
    if sys.platform == "win32":
        return None
    folder = Path("/proc") / str(pid)
    try:
        whole = _fields(folder / "stat")
        ready = any(_fields(task / "stat")[_STATE] == "R" for task in (folder / "task").iterdir())
    except (OSError, IndexError):  # a thread may end while it is looked at
        return None
    ticks = int(whole[_USER]) + int(whole[_SYSTEM])
    return Effort(ticks / os.sysconf("SC_CLK_TCK"), ready)


def _fields(stat: Path) -> list[str]:
    """Behind the name, which may hold blanks and brackets."""
    return stat.read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
