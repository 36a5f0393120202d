"""Files of a repository: the one before, or the next one, and never half of it."""

from __future__ import annotations

import os
from pathlib import Path

from command_center.updates.installation import flush_folder


def write_whole(path: Path, data: bytes) -> None:
    """Beside it first, on the disk, then in its place by one rename: a stick that is pulled out, a
    full disk or a power cut leaves what was there. OSError."""
    part = path.with_name(f".{path.name}.part")
    try:
        with part.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    flush_folder(path.parent)
