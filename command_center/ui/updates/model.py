"""What the page of updates asks of this machine, and what it is told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Protocol

Progress = Callable[[str, int, int], None]
"""Step, how much of it is done, of how much; what it raises ends the work."""


@dataclass(frozen=True, slots=True)
class Lines:
    """What the administrator of the machine types instead, each a line; `sudo`: in any terminal,
    else in one that was opened as administrator."""

    stage: str
    use: str
    back: str
    sudo: bool = True


@dataclass(frozen=True, slots=True)
class Standing:
    """Of this machine. `next` starts from the next start on, `staged` stands ready; `previous` can
    be gone back to; "" = none. `fell`: the staged one was left because it fell too often. `why` is
    a code where nothing can be changed here; `lines` say how somebody else can."""

    running: str
    next: str = ""
    staged: str = ""
    previous: str = ""
    fell: bool = False
    why: str | None = None
    lines: Lines | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """What the source offers; `newer` than what runs here. `notes` is plain text of the release
    maker, "" if there is none; `date` is its day, None where it does not say."""

    version: str
    newer: bool
    date: date | None = None
    notes: str = ""


class Updates(Protocol):
    """Every method waits; OperatorError says why not, with nothing changed."""

    def standing(self) -> Standing: ...

    def look(self) -> Found: ...

    def stage(self, progress: Progress) -> str: ...

    def take_up(self) -> str: ...

    def go_back(self) -> str: ...
