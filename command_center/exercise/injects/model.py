"""An inject of a scenario, as data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from command_center.domain.operation import Authority
from command_center.domain.room import SituationLevel


class InjectKind(StrEnum):
    REPORT = "report"
    RUMOUR = "rumour"
    MEDIA = "media"
    CAMERA = "camera"
    UNIT_FAILS = "unit_fails"
    UNIT_BACK = "unit_back"
    LEVEL = "level"


SAID = frozenset({InjectKind.REPORT, InjectKind.RUMOUR, InjectKind.MEDIA})
"""Those that reach the room as a report of a source."""


class Reaction(StrEnum):
    """What a room may have done about a report; each includes those before it but the last."""

    TAKEN = "taken"
    VERIFIED = "verified"
    ORDERED = "ordered"
    ON_SCENE = "on_scene"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Condition:
    """That the room has (`negated`: has not) done `reaction` about the report of `inject`,
    `for_s` seconds after that was put in."""

    inject: str
    reaction: Reaction
    negated: bool = False
    for_s: float = 0.0


@dataclass(frozen=True, slots=True)
class Expected:
    """What should be done about the inject's report, and within how many seconds."""

    reaction: Reaction
    within_s: float


@dataclass(frozen=True, slots=True)
class LevelOrder:
    """An officer of the scenario sets the situation level of a place of its operation; `reason`
    where the move skips a level or is not usually theirs."""

    place: str
    level: SituationLevel
    officer: str
    authority: Authority
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Inject:
    """`at` a time, or `delay_s` after all of `after` were put in, and then when `when` holds.
    `source` and `record` of what is said, `camera`, `shows`, `intensity` of what is seen, `unit`
    and `text` of a unit that fails or is back, `order` (and `text`) of a level."""

    id: str
    kind: InjectKind
    title: str
    at: datetime | None = None
    after: tuple[str, ...] = ()
    delay_s: float = 0.0
    when: Condition | None = None
    source: str = ""
    record: Mapping[str, Any] = field(default_factory=dict)
    camera: str = ""
    shows: str = ""
    intensity: float = 1.0
    unit: str = ""
    text: str = ""
    order: LevelOrder | None = None
    expected: tuple[Expected, ...] = ()

    @property
    def report_id(self) -> str:
        """The id its report has at its source."""
        return f"inject-{self.id}"


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong in a scenario: `where` (an inject, a part of the file), a code of the command
    line's words, and the value."""

    where: str
    code: str
    value: str = ""
