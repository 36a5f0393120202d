"""What a check says: how it is, which sentence says what is wrong, and which what to do.

Sentences are named by codes, as everywhere: the terminal has them in English (`cli_doctor_words`),
the window in the language of the screen (`ui.doctor.words`)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from command_center.domain.errors import OperatorError

Param = str | int | OperatorError | tuple[OperatorError, ...]
"""An error stands for its own sentence."""


class State(StrEnum):
    OK = "ok"
    ATTENTION = "attention"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Finding:
    """`code` says what is so, `do` what is to be done, "" where nothing is; `params` fill both."""

    check: str
    state: State
    code: str
    do: str = ""
    params: Mapping[str, Param] = field(default_factory=dict)


def ok(check: str, code: str, **params: Param) -> Finding:
    return Finding(check, State.OK, code, "", params)


def attention(check: str, code: str, do: str, **params: Param) -> Finding:
    return Finding(check, State.ATTENTION, code, do, params)


def broken(check: str, code: str, do: str, **params: Param) -> Finding:
    return Finding(check, State.BROKEN, code, do, params)


MOST_NAMED = 5


def named(names: list[str]) -> str:
    """A few of them, and how many more there are."""
    more = f" +{len(names) - MOST_NAMED}" if len(names) > MOST_NAMED else ""
    return ", ".join(sorted(names)[:MOST_NAMED]) + more
