"""The product's recommendation as a policy of a city's day: the first card is what is sent."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from command_center.advice.recommend.answer import recommend
from command_center.advice.recommend.coverage import Anchor, Cover
from command_center.advice.recommend.question import Need, Question, Rules, Times, Want
from command_center.advice.recommend.roster import Candidate, Doing, Job, Roster
from command_center.domain.incident import Priority
from tests.benchmarks.city_day import IDLE, TURNOUT_S, CityDay, Task

_DOING = {0: Doing.IDLE, 1: Doing.EN_ROUTE, 2: Doing.ON_SCENE}
_WANTS = (Want("patroli"),)


@dataclass(frozen=True, slots=True)
class Anchors:
    """The points whose coverage is watched: (a, 2), in the order of `anchors`."""

    anchors: tuple[Anchor, ...]
    points: NDArray[np.float64]


@dataclass(slots=True)
class Recommended:
    """`limit_s`: how old a job may be before somebody is there, for all jobs the same."""

    rules: Rules
    target_s: float
    low_target_s: float
    limit_s: float
    leaving: bool = True
    anchors: Anchors | None = None
    _roster: Roster | None = None

    def begin(self, city: CityDay) -> None:
        self._roster = Roster.of(self._candidate(city, unit) for unit in range(len(city.bases)))

    def changed(self, city: CityDay, unit: int) -> None:
        """The unit, and all that share the incident it left or joined: their job changed, too."""
        if self._roster is None:
            return
        task, job = city.tasks[unit], self._roster.units[unit].job
        touched = {job.incident_id if job else "", str(task.incident.number) if task else ""}
        sharing = [
            other
            for other, one in enumerate(city.tasks)
            if other == unit or (one is not None and str(one.incident.number) in touched)
        ]
        self._roster = self._roster.changed(self._candidate(city, other) for other in sharing)

    def choose(self, city: CityDay, task: Task) -> int | None:
        assert self._roster is not None
        urgent = task.incident.first_class
        if not urgent and not (city.doing == IDLE).any():
            return None
        unit = self.first(self._question(city, task, self._roster, urgent=urgent))
        return None if unit is None else int(unit)

    def first(self, question: Question) -> str | None:
        """The unit of the first card."""
        cards = recommend(question)
        return cards[0].unit_id if cards else None

    def _question(self, city: CityDay, task: Task, roster: Roster, *, urgent: bool) -> Question:
        def relief(number: str, places: NDArray[np.intp]) -> NDArray[np.float64]:
            return city.arrivals_s(city.incidents[int(number)].call.place)[places]

        target_s = self.target_s if urgent else self.low_target_s
        return Question(
            need=Need(Priority.P1 if urgent else Priority.P2, target_s, self.low_target_s, _WANTS),
            roster=roster,
            arrivals=_exact(city.arrivals_s(task.incident.call.place)),
            now_s=city.now_s,
            cover=None if urgent else self._cover(city),
            relief=relief,
            next_free_s=self._next_free_s(city),
            rules=self.rules,
        )

    def _candidate(self, city: CityDay, unit: int) -> Candidate:
        task, doing = city.tasks[unit], int(city.doing[unit])
        job = None
        if task is not None:
            incident = task.incident
            job = Job(
                incident_id=str(incident.number),
                number=str(incident.number),
                priority=Priority.P1 if incident.first_class else Priority.P2,
                since_s=incident.call.at_s,
                limit_s=self.limit_s,
                may_leave=self.leaving and incident.call.may_leave,
                pulls=incident.pulls,
                others=incident.held - 1,
            )
        name = f"{unit:03d}"
        return Candidate(name, name, "patroli", (), 2, "ours", True, 0.0, False, _DOING[doing], job)

    def _next_free_s(self, city: CityDay) -> float:
        """Mean work over those at work, for each that waits before it, and a drive."""
        busy = int((city.doing != IDLE).sum())
        return 45 * 60 / max(1, busy) * (1 + len(city.waiting)) + 300.0

    def _cover(self, city: CityDay) -> Cover | None:
        if self.anchors is None:
            return None
        xs, ys = city.units.now(city.now_s)
        seconds = city.town.drives_s(xs, ys, self.anchors.points) + TURNOUT_S
        return Cover.of(self.anchors.anchors, seconds, self.target_s, {})


def _exact(seconds: NDArray[np.float64]) -> Times:
    return Times(seconds, seconds, seconds)
