"""What every file of map tiles has in common."""

from __future__ import annotations

import re
from typing import Protocol

PICTURES = frozenset({"png", "jpg", "jpeg", "webp"})
VECTORS = frozenset({"pbf", "mvt", "mlt"})
MOST_BYTES = 2 * 1024 * 1024
"""Of one tile; a larger one is left out."""
DEEPEST = 22
CREDIT_LENGTH = 160
_TAG = re.compile(r"<[^<>]*>")


class TileFile(Protocol):
    """Read only. Safe between threads. `credit` says whose map it is, plain and short."""

    credit: str
    first_zoom: int
    last_zoom: int

    def tile(self, zoom: int, x: int, y: int) -> bytes | None:
        """Of the usual numbering, counted from the north; None where there is none. OperatorError
        where there is one that cannot be given."""
        ...

    def close(self) -> None: ...


def credit_of(said: str) -> str:
    """The words of an attribution without its tags."""
    return " ".join(_TAG.sub("", said).split())[:CREDIT_LENGTH]
