"""Where the files that came with reports are kept."""

from __future__ import annotations

import re
from pathlib import Path

from command_center.runtime.paths import data_dir

_NAME = re.compile(r"[0-9a-f]{64}")


def attachments_dir(room_id: str) -> Path:
    """The folder of a room, on this machine."""
    return data_dir() / "attachments" / room_id


def path_of(folder: Path, name: str) -> Path:
    """Of a file named by its SHA-256; ValueError for any other name."""
    if _NAME.fullmatch(name) is None:
        raise ValueError("not the name of an attachment")
    return folder / name[:2] / name
