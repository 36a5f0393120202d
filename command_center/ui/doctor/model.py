"""What the page asks of this machine."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Protocol

Step = Callable[[str], None]
"""Told what is being done: doctor, settings, logs, write. What it raises ends the work."""


class Answer(Protocol):
    """Of one check. `state` is ok, attention or broken; `code` and `do` name sentences, `do` ""
    where nothing is to be done; `params` fill both, an error among them is its own sentence."""

    @property
    def check(self) -> str: ...

    @property
    def state(self) -> str: ...

    @property
    def code(self) -> str: ...

    @property
    def do(self) -> str: ...

    @property
    def params(self) -> Mapping[str, object]: ...


class Doctor(Protocol):
    """Every method waits; OperatorError says why not, with nothing changed."""

    def look(self) -> Sequence[Answer]: ...

    def keep_support(self, step: Step) -> Path:
        """The file that was written."""
