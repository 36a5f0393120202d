"""What a check says: how it is, what is wrong in one sentence, and what to do."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    OK = "ok"
    ATTENTION = "attention"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Finding:
    """`do` "" where nothing is to be done."""

    check: str
    state: State
    what: str
    do: str = ""


def ok(check: str, what: str) -> Finding:
    return Finding(check, State.OK, what)


def attention(check: str, what: str, do: str) -> Finding:
    return Finding(check, State.ATTENTION, what, do)


def broken(check: str, what: str, do: str) -> Finding:
    return Finding(check, State.BROKEN, what, do)
