"""A picture of the window for documents and for machines without a display."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from command_center.domain.errors import OperatorError


@dataclass(frozen=True, slots=True)
class Picture:
    """Write the window to `file` after `after_s` seconds, then end; None = stay open. `select` is
    the number of an incident to have in front by then."""

    file: Path | None
    after_s: float
    width: int
    height: int
    select: int | None = None
    theme: str | None = None
    language: str | None = None


def size_of(text: str) -> tuple[int, int]:
    """ "1920x1080" as width and height in pixels."""
    width, _, height = text.partition("x")
    if not (width.isdigit() and height.isdigit()):
        raise OperatorError("bad_size", size=text)
    return int(width), int(height)
