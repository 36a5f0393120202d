"""Files of this machine that must not be lost half written."""

from __future__ import annotations

import hashlib
import os
import tempfile
import uuid
from pathlib import Path


def make_private(path: Path) -> None:
    """An empty file for this account only, if none is there; one that is becomes so. What SQLite
    puts beside it inherits that. OSError."""
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT, 0o600))
    path.chmod(0o600)


def write_private(path: Path, text: str) -> None:
    """Whole or not at all, and for the eyes of this account only; of several writers at once the
    last one wins. OSError."""
    write_private_bytes(path, text.encode())


def write_private_bytes(path: Path, data: bytes) -> None:
    """As write_private."""
    handle, name = tempfile.mkstemp(".part", f"{path.name}.", path.parent)
    half = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        half.replace(path)
    except BaseException:
        half.unlink(missing_ok=True)
        raise


def takes_files(folder: Path) -> bool:
    """Tried, and taken away again: where rights say nothing, as on Windows."""
    tried = folder / f".{uuid.uuid4().hex}.part"
    try:
        tried.touch(exist_ok=False)
        tried.unlink()
    except OSError:
        return False
    return True


def unspoken(text: str) -> str:
    """A short file name for a person, a room or an address that says nothing of it."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]
