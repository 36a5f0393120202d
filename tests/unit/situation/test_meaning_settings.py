"""What a room may call its statuses and how long it lets units be in them: kept whole, or refused
by name."""

from dataclasses import replace
from typing import Any

import pytest

from command_center.domain.errors import OperatorError
from command_center.domain.targets import Targets
from command_center.domain.unit import UnitStatus
from command_center.domain.unit_words import (
    DEFAULT_WORDS,
    LABEL_LENGTH,
    UnitColour,
    UnitGlyph,
    check_limits,
    check_words,
    default_limits,
    limits_of,
    limits_value,
    words_of,
    words_value,
)

READY, BREAK = UnitStatus.AVAILABLE, UnitStatus.BREAK
DEFAULT = DEFAULT_WORDS[READY]


def test_what_is_kept_is_what_was_said() -> None:
    renamed = replace(DEFAULT, label="Stand by", colour=UnitColour.TEAL)
    words = {**DEFAULT_WORDS, READY: renamed}
    assert words_of(words_value(words)) == words
    assert words_of({}) == DEFAULT_WORDS
    check_words(DEFAULT_WORDS)


@pytest.mark.parametrize(
    ("word", "code"),
    [
        (replace(DEFAULT, label="x" * (LABEL_LENGTH + 1)), "unit_word_too_long"),
        (replace(DEFAULT, label="si\u200bap"), "unit_word_unprintable"),
        (replace(DEFAULT, glyph=UnitGlyph.CROSS), "unit_glyph_twice"),
    ],
)
def test_a_word_that_would_mislead_is_refused_by_name(word: Any, code: str) -> None:
    with pytest.raises(OperatorError) as caught:
        check_words({**DEFAULT_WORDS, READY: word})
    assert caught.value.code == code
    assert READY.value in caught.value.params.values()


def test_two_statuses_are_never_called_the_same() -> None:
    words = {
        **DEFAULT_WORDS,
        READY: replace(DEFAULT, label="Siaga"),
        BREAK: replace(DEFAULT_WORDS[BREAK], label="siaga "),
    }
    with pytest.raises(OperatorError, match="unit_word_twice"):
        check_words(words)


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ({"redy": ["", "ring", "green"]}, "unit_status_unknown"),
        ({"available": ["", "rung", "green"]}, "unit_glyph_unknown"),
        ({"available": ["", "ring", "lime"]}, "unit_colour_unknown"),
        ({"available": ["", "ring"]}, "unit_word_missing"),
        ({"available": "ring"}, "unit_word_missing"),
    ],
)
def test_a_table_with_a_typo_is_no_silent_default(value: dict[str, Any], code: str) -> None:
    with pytest.raises(OperatorError, match=code):
        words_of(value)


def test_limits_stand_over_the_targets() -> None:
    limits = limits_of({"break_s": 1800}, Targets(answer_s=45))
    assert (limits.break_s, limits.ordered_s) == (1800, 45)
    check_limits(default_limits(Targets()))


def test_a_limit_nobody_set_goes_on_following_the_rooms_clock() -> None:
    """Though another one was kept in the meantime, with all of them on the screen."""
    kept = limits_value(limits_of({"break_s": 900}, Targets(answer_s=60)), Targets(answer_s=60))
    assert kept == {"break_s": 900}
    later = limits_of(kept, Targets(answer_s=120))
    assert (later.ordered_s, later.break_s) == (120, 900)
    own = replace(later, ordered_s=60)
    assert limits_of(limits_value(own, Targets(answer_s=120)), Targets(answer_s=120)) == own


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ({"brake_s": 60}, "unit_limit_unknown"),
        ({"break_s": 0}, "unit_limit_wrong"),
        ({"break_s": 90_000}, "unit_limit_wrong"),
        ({"break_s": "60"}, "unit_limit_wrong"),
        ({"break_s": True}, "unit_limit_wrong"),
    ],
)
def test_a_limit_that_is_none_is_refused_by_name(value: dict[str, Any], code: str) -> None:
    with pytest.raises(OperatorError) as caught:
        limits_of(value, Targets())
    assert caught.value.code == code
    assert next(iter(value)) == caught.value.params["limit"]
