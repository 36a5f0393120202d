"""Files of this machine that must not be lost half written."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


def write_private(path: Path, text: str) -> None:
    """Whole or not at all, and for the eyes of this account only; of several writers at once the
    last one wins. OSError."""
    handle, name = tempfile.mkstemp(".part", f"{path.name}.", path.parent)
    half = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        half.replace(path)
    except BaseException:
        half.unlink(missing_ok=True)
        raise
