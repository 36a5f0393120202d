"""What a recommendation is asked with. Every clock is one the caller chose: seconds, any zero."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from command_center.advice.recommend.coverage import Cover
from command_center.advice.recommend.roster import Roster
from command_center.domain.incident import Priority

Seconds = NDArray[np.float64]


class RecommendFault(Exception):
    """What was asked cannot be answered. `code` names the sentence, `params` fill it."""

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code, params)
        self.code = code
        self.params = params


class Arrivals(Protocol):
    """Seconds until each unit of the roster would be there, in the order of `Roster.units`:
    expected and the ends of the interval. inf = there is no way, or nobody knows where it is.
    What `advice.eta.Estimator` answers is one."""

    @property
    def seconds(self) -> Seconds: ...
    @property
    def low_s(self) -> Seconds: ...
    @property
    def high_s(self) -> Seconds: ...


@dataclass(frozen=True, slots=True)
class Times:
    """Arrivals that were written down or come from a table."""

    seconds: Seconds
    low_s: Seconds
    high_s: Seconds


@dataclass(frozen=True, slots=True)
class Want:
    """`count` units of this kind, or that can do this, each with at least `crew` persons."""

    what: str
    count: int = 1
    crew: int = 0


@dataclass(frozen=True, slots=True)
class Need:
    """What an incident needs: the first unit there within `target_s`, a job that gives up its unit
    within `low_target_s`; `wants` comes from the run cards and is never empty."""

    priority: Priority
    target_s: float
    low_target_s: float
    wants: tuple[Want, ...]


@dataclass(frozen=True, slots=True)
class Rules:
    """The caps of a pull and how much a card shows; a room may edit them.

    `spare_cards`: so many of the nearest units that answer none of the wants are shown, too, after
    those that do. `hole_s`: how many seconds a low priority may wait longer to spare the whole
    city's coverage.
    """

    gain_s: float = 300.0
    max_pulls: int = 4
    raise_after: int = 3
    idle_cards: int = 8
    pull_cards: int = 3
    stale_cards: int = 2
    spare_cards: int = 0
    batch_from: int = 5
    hole_s: float = 4_800.0


Relief = Callable[[str, NDArray[np.intp]], Seconds | None]
"""(incident, places in the roster) -> seconds of each of these to it, or inf for who is certainly
not the first there; None = nobody knows."""


@dataclass(frozen=True, slots=True)
class Question:
    """Whom to send. `relief` tells how far units are from the incident of a job; `next_free_s` is
    how long a job waits when no unit is idle: None = nobody can say, and then no pull leaves a job
    without relief."""

    need: Need
    roster: Roster
    arrivals: Arrivals
    now_s: float = 0.0
    cover: Cover | None = None
    relief: Relief | None = None
    next_free_s: float | None = None
    rules: Rules = Rules()
