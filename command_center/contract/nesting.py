"""Whether a JSON text may be handed to a parser at all: how deep it nests and how much it holds,
found by looking at its bytes, without building any of it."""

from __future__ import annotations

MOST_VALUES = 300_000
_MOST_MARKS = 2 * MOST_VALUES
_NO_MARKS = bytes(set(range(256)) - set(b',"[]{}'))
_ONE_KIND = bytes.maketrans(b"{}", b"[]")
_NO_BRACKETS = bytes(set(range(256)) - set(b"[]{}"))


def is_crowded(text: bytes) -> bool:
    """Whether it may hold more values than anybody sends: each takes a hundred times the memory
    of the two bytes it is written in."""
    if len(text) <= MOST_VALUES:
        return False
    marks = text.translate(None, _NO_MARKS)
    if len(marks) > 2 * _MOST_MARKS + MOST_VALUES:
        return True
    commas, quotes = marks.count(b","), marks.count(b'"')
    return commas > MOST_VALUES or max(quotes, len(marks) - commas - quotes) > _MOST_MARKS


def is_deeper(text: bytes, limit: int) -> bool:
    """Whether brackets nest deeper than `limit`, strings left out, in a text that is not crowded.
    Each round takes the innermost pairs away: a pair that is left then is deeper."""
    if b'"' in text:
        if b"\\" in text:
            text = text.replace(b"\\\\", b"").replace(b'\\"', b"")
        text = b"".join(text.split(b'"')[::2])
    left = text.translate(None, _NO_BRACKETS).translate(_ONE_KIND)
    for _ in range(limit):
        if not left:
            return False
        left = left.replace(b"[]", b"")
    # what opens and never ends is too deep by itself only
    return b"[]" in left or left.count(b"[") > limit
