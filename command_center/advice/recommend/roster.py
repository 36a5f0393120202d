"""The units a recommendation chooses from: as rows, and as columns for thousands of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from command_center.domain.incident import Priority

Flags = NDArray[np.bool_]
NO_JOB = 0
ANY = "*"
"""A want for it is answered by every unit."""


class Doing(StrEnum):
    """`AWAY`: neither free nor on a job; it is not offered, pulled or counted."""

    IDLE = "idle"
    EN_ROUTE = "en_route"
    ON_SCENE = "on_scene"
    AWAY = "away"


@dataclass(frozen=True, slots=True)
class Job:
    """What a busy unit is on. `since_s`: when the incident was received, on the clock of the
    question; `limit_s`: the age at which somebody must be there; `others`: units that stay when
    this one leaves; `may_leave` is what a person said, and False until then."""

    incident_id: str
    number: str
    priority: Priority
    since_s: float
    limit_s: float
    may_leave: bool = False
    pulls: int = 0
    others: int = 0


@dataclass(frozen=True, slots=True)
class Candidate:
    """One unit. `orderable`: ours; another agency's is asked for. `stale`: its position is older
    than its kind allows, `position_age_s` None = it never had one; both are as of when the roster
    was made (`Roster.aged`). `at_home`: it sends none and is taken to be where it belongs."""

    unit_id: str
    call_sign: str
    kind: str
    capabilities: tuple[str, ...]
    crew: int
    agency: str
    orderable: bool
    position_age_s: float | None
    stale: bool
    doing: Doing
    job: Job | None = None
    at_home: bool = False


_ROW = np.dtype(
    [
        ("crew", np.int32),
        ("idle", np.bool_),
        ("orderable", np.bool_),
        ("stale", np.bool_),
        ("age_s", np.float64),
        ("leaves", np.bool_),
        ("priority", np.int8),
        ("pulls", np.int16),
        ("others", np.int16),
        ("since_s", np.float64),
        ("limit_s", np.float64),
    ]
)


def rank_of(priority: Priority) -> int:
    """1 for P1, 4 for P4: a greater number is the lower priority."""
    return int(priority.value[1:])


def _row(one: Candidate) -> tuple[object, ...]:
    age_s = np.nan if one.position_age_s is None else one.position_age_s
    head = (one.crew, one.doing is Doing.IDLE, one.orderable, one.stale, age_s)
    if one.job is None:
        return (*head, False, NO_JOB, 0, 0, 0.0, 0.0)
    job = one.job
    leaves = one.doing is Doing.EN_ROUTE or job.may_leave
    return (*head, leaves, rank_of(job.priority), job.pulls, job.others, job.since_s, job.limit_s)


@dataclass(frozen=True, slots=True)
class Roster:
    """Candidates in order of their id, and their columns. Make it with `Roster.of`.

    What runs with the clock is read from the columns: `stale`, `age_s` (nan = no position).
    """

    units: tuple[Candidate, ...]
    rows: NDArray[np.void]
    skills: Flags
    vocabulary: dict[str, int]
    places: dict[str, int]

    @staticmethod
    def of(units: Iterable[Candidate]) -> Roster:
        """ValueError: a unit stands twice, or is idle with a job, or busy without one."""
        ordered = tuple(sorted(units, key=lambda one: one.unit_id))
        places = {one.unit_id: at for at, one in enumerate(ordered)}
        if len(places) != len(ordered):
            raise ValueError("a unit stands twice")
        words = sorted({word for one in ordered for word in (one.kind, *one.capabilities)})
        vocabulary = {word: at for at, word in enumerate(words)}
        rows = np.zeros(len(ordered), _ROW)
        skills = np.zeros((len(ordered), len(words)), np.bool_)
        for at, one in enumerate(ordered):
            _fill(rows, skills, vocabulary, at, one)
        return Roster(ordered, rows, skills, vocabulary, places)

    def changed(self, units: Iterable[Candidate]) -> Roster:
        """The roster with these units as they are now; a unit it did not have makes it anew."""
        fresh = list(units)
        known = self.vocabulary.keys()
        if any(
            one.unit_id not in self.places or not known >= {one.kind, *one.capabilities}
            for one in fresh
        ):
            new = {one.unit_id: one for one in (*self.units, *fresh)}
            return Roster.of(new.values())
        listed, rows, skills = list(self.units), self.rows.copy(), self.skills.copy()
        for one in fresh:
            at = self.places[one.unit_id]
            listed[at] = one
            _fill(rows, skills, self.vocabulary, at, one)
        return Roster(tuple(listed), rows, skills, self.vocabulary, self.places)

    def aged(self, stale: Flags, age_s: NDArray[np.float64]) -> Roster:
        """The same units a while later."""
        rows = self.rows.copy()
        rows["stale"], rows["age_s"] = stale, age_s
        return Roster(self.units, rows, self.skills, self.vocabulary, self.places)

    def able(self, what: str, crew: int) -> Flags:
        """Which are of this kind or can do this, with at least `crew` persons."""
        if what == ANY:
            enough: Flags = self.rows["crew"] >= crew
            return enough
        column = self.vocabulary.get(what)
        if column is None:
            return np.zeros(len(self.units), np.bool_)
        return self.skills[:, column] & (self.rows["crew"] >= crew)


def _fill(
    rows: NDArray[np.void], skills: Flags, vocabulary: dict[str, int], at: int, one: Candidate
) -> None:
    if (one.doing in (Doing.IDLE, Doing.AWAY)) == (one.job is not None):
        raise ValueError(f"{one.unit_id} is {one.doing} and its job says otherwise")
    rows[at] = _row(one)
    skills[at] = False
    for word in (one.kind, *one.capabilities):
        skills[at, vocabulary[word]] = True
