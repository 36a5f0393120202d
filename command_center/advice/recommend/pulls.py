"""Which busy units may be taken from a lower priority, and what that costs the job they leave.

For P1 alone. Every rule here was measured on a real log (docs/advice.md); none of them acts: a card
is shown, a person decides.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from command_center.advice.recommend.cards import KnockOn
from command_center.advice.recommend.question import Question
from command_center.advice.recommend.roster import Candidate, Flags, Job, rank_of
from command_center.domain.incident import Priority

_LOOKED_AT = 2
"""So many times the cards shown are asked for their relief, which is a search over the roads."""


@dataclass(frozen=True, slots=True)
class Pull:
    """`unit` is a place in the roster; `gain_s` inf when no unit is idle."""

    unit: int
    gain_s: float
    knock_on: KnockOn


def raised(priority: Priority) -> Priority:
    """One class up; P1 stays."""
    return Priority(f"P{max(1, rank_of(priority) - 1)}")


def pulls(question: Question, able: Flags, best_idle_s: float) -> list[Pull]:
    """The nearest of those that keep every rule, at most `rules.pull_cards`."""
    rules, need, rows = question.rules, question.need, question.roster.rows
    if need.priority is not Priority.P1:
        return []
    seconds = question.arrivals.seconds
    may = (
        able
        & rows["leaves"]
        & rows["orderable"]
        & ~rows["stale"]
        & (rows["priority"] > rank_of(need.priority))
        & (rows["pulls"] < rules.max_pulls)
        & ((rows["others"] > 0) | (question.now_s - rows["since_s"] <= rows["limit_s"]))
        & (seconds <= min(need.target_s, best_idle_s - rules.gain_s))
    )
    places = np.flatnonzero(may)
    kept: list[Pull] = []
    looked_at = _LOOKED_AT * rules.pull_cards
    reliefs = _Reliefs(question)
    for unit in places[np.argsort(seconds[places], kind="stable")][:looked_at]:
        knock_on = _knock_on(question, int(unit), reliefs)
        if knock_on is not None:
            kept.append(Pull(int(unit), best_idle_s - float(seconds[unit]), knock_on))
        if len(kept) == rules.pull_cards:
            break
    return kept


def _knock_on(question: Question, unit: int, reliefs: _Reliefs) -> KnockOn | None:
    """None when the job would be too old before somebody else is there, or nobody can say."""
    one = question.roster.units[unit]
    if one.job is None:
        return None
    job, count = one.job, one.job.pulls + 1
    lifted = count >= question.rules.raise_after
    priority = raised(job.priority) if lifted else job.priority
    if job.others:
        return KnockOn(
            job.incident_id, job.number, priority, 0.0, "", count, raised=lifted, abandoned=False
        )
    waits_s, next_unit = reliefs.of(one, job)
    if not question.now_s - job.since_s + waits_s <= job.limit_s:
        return None
    return KnockOn(
        job.incident_id, job.number, priority, waits_s, next_unit, count, lifted, abandoned=True
    )


class _Reliefs:
    """Who could take over a job, and when it would be there."""

    def __init__(self, question: Question) -> None:
        rows = question.roster.rows
        self._question = question
        self._ready: Flags = rows["idle"] & rows["orderable"] & ~rows["stale"]
        self._of_kind: dict[str, NDArray[np.intp]] = {}

    def of(self, leaving: Candidate, job: Job) -> tuple[float, str]:
        """How long until the next unit of that kind is there and which; inf = nobody can say."""
        question, places = self._question, self._places(leaving.kind)
        asked = question.relief if places.size else None
        seconds = asked(job.incident_id, places) if asked else None
        if seconds is not None:
            best = int(seconds.argmin())
            if math.isfinite(seconds[best]):
                return float(seconds[best]), question.roster.units[places[best]].call_sign
        return (math.inf if question.next_free_s is None else question.next_free_s), ""

    def _places(self, kind: str) -> NDArray[np.intp]:
        """Where those of a kind stand in the roster; asked for again and again."""
        places = self._of_kind.get(kind)
        if places is None:
            places = np.flatnonzero(self._ready & self._question.roster.able(kind, 0))
            self._of_kind[kind] = places
        return places
