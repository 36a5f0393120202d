"""The line by which whatever leaves an exercise as a file says so, wherever it is opened."""

from __future__ import annotations

WORD = "LATIHAN"
LINE = f"{WORD}: tidak ada yang sungguh terjadi"


def is_marked(text: str) -> bool:
    """Whether it begins with such a line, also one that is commented out or in quotes."""
    return text.lstrip('\ufeff#" ').startswith(f"{WORD}:")


def unmarked(text: str) -> str:
    """Without that line, for whoever reads what was written."""
    return text.partition("\n")[2] if is_marked(text) else text
