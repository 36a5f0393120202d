"""What the page of updates asks of this machine, and what it is told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

Progress = Callable[[str, int, int], None]
"""Step, how much of it is done, of how much; what it raises ends the work."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Of this machine. `next` starts from the next start on, `staged` stands ready; `previous` can
    be gone back to; "" = none. `fell`: the staged
    one was left because it fell too often. `why` is a code where nothing can be changed here."""

    running: str
    next: str = ""
    staged: str = ""
    previous: str = ""
    fell: bool = False
    why: str | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """What the source offers; `newer` than what runs here."""

    version: str
    newer: bool


class Updates(Protocol):
    """Every method waits; OperatorError says why not, with nothing changed."""

    def standing(self) -> Standing: ...

    def look(self) -> Found: ...

    def stage(self, progress: Progress) -> str: ...

    def take_up(self) -> str: ...

    def go_back(self) -> str: ...
