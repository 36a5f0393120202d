"""What leaves an exercise says so in its own words, wherever it is read."""

from __future__ import annotations

from typing import Any

from command_center.domain.exercise_mark import WORD

LIVE = "live"
_TEXTS = ("text", "note")


def marked(body: dict[str, Any], room: str) -> dict[str, Any]:
    """The message of a room of that kind: as it is from the live room."""
    if room == LIVE:
        return body
    said = {name: body[name] for name in _TEXTS if isinstance(body.get(name), str)}
    return body | {name: f"{WORD}: {text}" for name, text in said.items() if text}
