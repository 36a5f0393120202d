"""What a room calls and paints a unit's status, apart from what the status means, and how long a
unit may be in one before that is news."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from command_center.domain.errors import OperatorError
from command_center.domain.targets import Targets
from command_center.domain.unit import UnitStatus

WORDS_SETTING, LIMITS_SETTING = "unit_words", "unit_limits"
"""Names of the RoomSettings."""
LABEL_LENGTH = 16
LEAST_S, MOST_S = 10, 86_400


class UnitGlyph(StrEnum):
    """The shapes a status may have; no two statuses have the same."""

    RING = "ring"
    DASHED_RING = "dashed_ring"
    ARROW = "arrow"
    SQUARE = "square"
    FRAME = "frame"
    RETURN = "return"
    DASH = "dash"
    CROSS = "cross"
    DOT = "dot"
    QUESTION = "question"


class UnitColour(StrEnum):
    """The colours of the theme a status may have."""

    GREEN = "green"
    YELLOW = "yellow"
    BLUE = "blue"
    PURPLE = "purple"
    TEAL = "teal"
    GREY = "grey"
    DIM = "dim"
    AMBER = "amber"


@dataclass(frozen=True, slots=True)
class UnitWord:
    """How a status is shown. `label` "" = the program's own word, in the language of the screen."""

    label: str
    glyph: UnitGlyph
    colour: UnitColour


Words = Mapping[UnitStatus, UnitWord]

DEFAULT_WORDS: Words = {
    UnitStatus.AVAILABLE: UnitWord("", UnitGlyph.RING, UnitColour.GREEN),
    UnitStatus.ORDERED: UnitWord("", UnitGlyph.DASHED_RING, UnitColour.YELLOW),
    UnitStatus.EN_ROUTE: UnitWord("", UnitGlyph.ARROW, UnitColour.BLUE),
    UnitStatus.ON_SCENE: UnitWord("", UnitGlyph.SQUARE, UnitColour.PURPLE),
    UnitStatus.STAGED: UnitWord("", UnitGlyph.FRAME, UnitColour.PURPLE),
    UnitStatus.RETURNING: UnitWord("", UnitGlyph.RETURN, UnitColour.TEAL),
    UnitStatus.BREAK: UnitWord("", UnitGlyph.DASH, UnitColour.GREY),
    UnitStatus.UNAVAILABLE: UnitWord("", UnitGlyph.CROSS, UnitColour.GREY),
    UnitStatus.OFF_DUTY: UnitWord("", UnitGlyph.DOT, UnitColour.DIM),
    UnitStatus.UNKNOWN: UnitWord("", UnitGlyph.QUESTION, UnitColour.AMBER),
}


def check_words(words: Words) -> None:
    """OperatorError naming the status at fault."""
    shapes: dict[UnitGlyph, UnitStatus] = {}
    labels: dict[str, UnitStatus] = {}
    for status in UnitStatus:
        word = words.get(status)
        if word is None:
            raise OperatorError("unit_word_missing", status=status.value)
        label = word.label.strip()
        if len(label) > LABEL_LENGTH:
            raise OperatorError("unit_word_too_long", status=status.value, limit=LABEL_LENGTH)
        if not label.isprintable():
            raise OperatorError("unit_word_unprintable", status=status.value)
        other = labels.setdefault(label.casefold(), status) if label else status
        if other is not status:
            raise OperatorError("unit_word_twice", label=label, status=status.value)
        other = shapes.setdefault(word.glyph, status)
        if other is not status:
            raise OperatorError("unit_glyph_twice", status=status.value, other=other.value)


def words_value(words: Words) -> dict[str, Any]:
    """As a RoomSetting keeps it."""
    return {
        status.value: [word.label.strip(), word.glyph.value, word.colour.value]
        for status, word in words.items()
    }


def words_of(value: Mapping[str, Any]) -> Words:
    """What a RoomSetting holds. OperatorError naming what in it is none of ours; a status it does
    not name is shown as by default."""
    words = dict(DEFAULT_WORDS)
    for name, row in value.items():
        status = _status_named(name)
        if not isinstance(row, Sequence) or isinstance(row, str) or len(row) != 3:
            raise OperatorError("unit_word_missing", status=name)
        label, glyph, colour = (str(part) for part in row)
        if glyph not in set(UnitGlyph):
            raise OperatorError("unit_glyph_unknown", status=name, glyph=glyph)
        if colour not in set(UnitColour):
            raise OperatorError("unit_colour_unknown", status=name, colour=colour)
        words[status] = UnitWord(label, UnitGlyph(glyph), UnitColour(colour))
    check_words(words)
    return words


def _status_named(name: str) -> UnitStatus:
    if name not in set(UnitStatus):
        raise OperatorError("unit_status_unknown", status=name)
    return UnitStatus(name)


@dataclass(frozen=True, slots=True)
class UnitLimits:
    """Seconds in a status, or `silent_s` without a word of a unit at work, until that is news."""

    ordered_s: int
    en_route_s: int
    on_scene_s: int
    returning_s: int
    break_s: int
    silent_s: int


LIMITS = ("ordered_s", "en_route_s", "on_scene_s", "returning_s", "break_s", "silent_s")


def default_limits(targets: Targets) -> UnitLimits:
    return UnitLimits(
        ordered_s=round(targets.answer_s),
        en_route_s=round(targets.en_route_s),
        on_scene_s=round(targets.at_work_s),
        returning_s=round(targets.returning_s),
        break_s=round(targets.break_s),
        silent_s=round(targets.silent_s),
    )


def check_limits(limits: UnitLimits) -> None:
    """OperatorError naming the limit at fault."""
    for name in LIMITS:
        seconds = getattr(limits, name)
        if type(seconds) is not int or not LEAST_S <= seconds <= MOST_S:
            raise OperatorError("unit_limit_wrong", limit=name, least=LEAST_S, most=MOST_S)


def limits_value(limits: UnitLimits, targets: Targets) -> dict[str, Any]:
    """As a RoomSetting keeps it: what is as by default is not said, so that it goes on being so."""
    said, default = asdict(limits), asdict(default_limits(targets))
    return {name: seconds for name, seconds in said.items() if seconds != default[name]}


def limits_of(value: Mapping[str, Any], targets: Targets) -> UnitLimits:
    """What a RoomSetting holds, what it does not name as by default. OperatorError."""
    for name in value:
        if name not in LIMITS:
            raise OperatorError("unit_limit_unknown", limit=str(name))
    limits = UnitLimits(**{**asdict(default_limits(targets)), **value})
    check_limits(limits)
    return limits
