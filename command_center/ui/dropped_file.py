"""The one file that somebody drags onto a panel."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData


def local_file(data: QMimeData) -> Path | None:
    """None if it is none, several, or somewhere else."""
    urls = data.urls()
    return Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None
