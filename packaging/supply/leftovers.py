"""Words by which libraries under the GPL are known in whatever file they were built into."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

# In none but the libraries themselves: an encoder's callers do not say them.
MARKS = {
    "x264": b"videolan.org/x264",
    "x265": b"x265 (build",
    "readline": b"rl_attempted_completion_function",
}


def under_gpl(root: Path, paths: Iterable[Path]) -> list[str]:
    """Lines such as "av.libs/libx264-1.so holds x264", of what must not be there."""
    return [
        f"{path.relative_to(root).as_posix()} holds {name}"
        for path in paths
        for data in [path.read_bytes()]
        for name, mark in MARKS.items()
        if mark in data
    ]
