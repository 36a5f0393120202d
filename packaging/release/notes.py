"""What a release says of itself to people, as command_center.updates.news reads it."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from command_center.updates.news import MOST_LETTERS, MOST_LINES, fits, plain


def news(notes: Path | None, now: datetime) -> dict[str, str]:
    """The day, and what changed. ValueError for what would not be shown."""
    told = {"date": now.date().isoformat()}
    if notes is not None:
        told["notes"] = _read(notes)
    return told


def _read(file: Path) -> str:
    try:
        text = plain(file.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError as error:
        raise ValueError(f"{file}: not plain text (UTF-8)") from error
    if not text:
        raise ValueError(f"{file}: nothing stands there")
    if not fits(text):
        lines = len(text.splitlines())
        raise ValueError(
            f"{file}: {len(text)} letters on {lines} lines; shown are at most {MOST_LETTERS} on"
            f" {MOST_LINES}"
        )
    return text
