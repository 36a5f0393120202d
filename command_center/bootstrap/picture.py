"""A picture of the window for documents and for machines without a display."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from command_center.domain.errors import OperatorError


@dataclass(frozen=True, slots=True)
class Picture:
    """Write the window to `file` after `after_s` seconds, then end; None = stay open."""

    file: Path | None
    after_s: float
    width: int
    height: int
    theme: str | None
    language: str | None

    @classmethod
    def of(
        cls, file: Path | None, after_s: float, size: str, theme: str | None, language: str | None
    ) -> Picture:
        width, _, height = size.partition("x")
        if not (width.isdigit() and height.isdigit()):
            raise OperatorError("bad_size", size=size)
        return cls(file, after_s, int(width), int(height), theme, language)
