"""When the shifts of the room begin and end."""

from __future__ import annotations

from command_center.advice.shift_patterns import shift_patterns
from command_center.domain.shift_pattern import (
    DEFAULT_PATTERN,
    PATTERN_SETTING,
    ShiftPattern,
    pattern_of,
)
from command_center.situation.situation import Situation


def shift_pattern(situation: Situation) -> ShiftPattern:
    """The pattern the room works by; the default while nobody has set one, or what is set cannot be
    read."""
    kept = situation.get("room_setting", PATTERN_SETTING)
    try:
        return pattern_of(kept.value) if kept is not None else _default()
    except (KeyError, TypeError, ValueError):
        return _default()


def _default() -> ShiftPattern:
    return next(one for one in shift_patterns() if one.id == DEFAULT_PATTERN)
