"""A city's units and incidents played through on their own clock, for judging who is sent.

A heap of events; units drive in straight lines between points while the town says how long that
takes. An incident asks for one unit or more; the first is chosen by a policy, the others are the
closest idle ones. Who finds no unit waits: P1 first, then the first unit of an incident before its
others, then the oldest. A job that gives up its unit keeps its age and what was left to do.
"""

from __future__ import annotations

import heapq
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Vector = NDArray[np.float64]
IDLE, EN_ROUTE, ON_SCENE = 0, 1, 2
TURNOUT_S = 60.0
RAISE_AFTER = 3


class Town(Protocol):
    """How long a drive takes, seconds: from n points to one (n,), or to k points (n, k)."""

    def drive_s(self, xs: Vector, ys: Vector, to: tuple[float, float]) -> Vector: ...

    def drives_s(self, xs: Vector, ys: Vector, points: Vector) -> Vector: ...


@dataclass(frozen=True, slots=True)
class Call:
    """`works_s`: how long each unit is held on scene; `may_leave` is what a person would say."""

    at_s: float
    place: tuple[float, float]
    urgent: bool
    works_s: tuple[float, ...]
    may_leave: bool


@dataclass(slots=True)
class Incident:
    number: int
    call: Call
    first_s: float | None = None
    pulls: int = 0
    held: int = 0

    @property
    def first_class(self) -> bool:
        """P1, or raised to it because it was pulled from too often."""
        return self.call.urgent or self.pulls >= RAISE_AFTER


@dataclass(slots=True)
class Task:
    """One unit's part of an incident."""

    incident: Incident
    lead: bool
    work_s: float

    def order(self) -> tuple[bool, bool, float, int]:
        incident = self.incident
        return (not incident.first_class, not self.lead, incident.call.at_s, incident.number)


class Policy(Protocol):
    """Chooses the unit of an incident's first task, None = it waits."""

    def begin(self, city: CityDay) -> None: ...

    def changed(self, city: CityDay, unit: int) -> None: ...

    def choose(self, city: CityDay, task: Task) -> int | None: ...


class ClosestIdle:
    """What every room does today."""

    def begin(self, city: CityDay) -> None:
        """Keeps nothing."""

    def changed(self, city: CityDay, unit: int) -> None:
        """Keeps nothing."""

    def choose(self, city: CityDay, task: Task) -> int | None:
        return city.closest_idle(task)


@dataclass(slots=True)
class Units:
    """Where each is and drives: from (x0, y0) at t0 to (x1, y1) at t1."""

    x0: Vector
    y0: Vector
    t0: Vector
    x1: Vector
    y1: Vector
    t1: Vector

    @staticmethod
    def at(points: Vector) -> Units:
        xs, ys, zero = points[:, 0].copy(), points[:, 1].copy(), np.zeros(len(points))
        return Units(xs, ys, zero, xs.copy(), ys.copy(), zero.copy())

    def now(self, at_s: float) -> tuple[Vector, Vector]:
        part = np.clip((at_s - self.t0) / np.maximum(self.t1 - self.t0, 1e-9), 0.0, 1.0)
        return self.x0 + (self.x1 - self.x0) * part, self.y0 + (self.y1 - self.y0) * part

    def drive(
        self, unit: int, at_s: float, start_s: float, to: tuple[float, float], s: float
    ) -> None:
        xs, ys = self.now(at_s)
        self.x0[unit], self.y0[unit], self.t0[unit] = xs[unit], ys[unit], start_s
        self.x1[unit], self.y1[unit] = to
        self.t1[unit] = start_s + s


@dataclass(slots=True)
class Outcome:
    """`waits_s` and `urgent` stand in the order of the calls; `busy` = share of unit time."""

    waits_s: Vector
    urgent: NDArray[np.bool_]
    at_s: Vector
    pulls_at_s: list[float] = field(default_factory=list)
    most_pulls: int = 0
    busy: float = 0.0


class CityDay:
    """One run; `run` may be called once."""

    def __init__(self, town: Town, bases: Vector, calls: Sequence[Call], policy: Policy) -> None:
        self.town, self.bases, self.policy = town, bases, policy
        self.incidents = [Incident(number, call) for number, call in enumerate(calls)]
        self.units = Units.at(bases)
        self.doing = np.zeros(len(bases), np.int8)
        self.tasks: list[Task | None] = [None] * len(bases)
        self.waiting: list[tuple[tuple[bool, bool, float, int], int, Task]] = []
        self.now_s = 0.0
        self.pulls_at_s: list[float] = []
        self._events: list[tuple[float, int, int, int]] = []
        self._token = np.zeros(len(bases), np.int64)
        self._count = 0
        self._busy_s = 0.0

    def run(self) -> Outcome:
        for incident in self.incidents:
            self._push(incident.call.at_s, -1, incident.number)
        self.policy.begin(self)
        while self._events:
            self.now_s, _, unit, what = heapq.heappop(self._events)
            if unit < 0:
                self._received(self.incidents[what])
            elif what == self._token[unit]:
                self._arrived(unit) if self.doing[unit] == EN_ROUTE else self._freed(unit)
        return self._outcome()

    # --- what happens ----------------------------------------------------------------------

    def _received(self, incident: Incident) -> None:
        for at, work_s in enumerate(incident.call.works_s):
            self._place(Task(incident, at == 0, work_s))

    def _arrived(self, unit: int) -> None:
        task = self.tasks[unit]
        assert task is not None
        if task.incident.first_s is None:
            task.incident.first_s = self.now_s
        self._set(unit, ON_SCENE, task)
        self._push(self.now_s + task.work_s, unit, self._next_token(unit))
        self._again()

    def _freed(self, unit: int) -> None:
        task = self.tasks[unit]
        assert task is not None
        task.incident.held -= 1
        self._set(unit, IDLE, None)
        if self.waiting:
            _, _, first = heapq.heappop(self.waiting)
            self.send(unit, first)
        else:
            self._home(unit)
        self._again()

    def _again(self) -> None:
        """An urgent incident that still waits is asked about anew."""
        if not self.waiting or self.waiting[0][0][:2] != (False, False):
            return
        task = self.waiting[0][2]
        unit = self.policy.choose(self, task)
        if unit is not None:
            heapq.heappop(self.waiting)
            self.send(unit, task)

    def _place(self, task: Task) -> None:
        unit = self.policy.choose(self, task) if task.lead else self.closest_idle(task)
        if unit is None:
            self._count += 1
            heapq.heappush(self.waiting, (task.order(), self._count, task))
        else:
            self.send(unit, task)

    # --- what is done ----------------------------------------------------------------------

    def send(self, unit: int, task: Task) -> None:
        """Idle, or pulled: then what it leaves is placed anew, with what was left to do."""
        left = self.tasks[unit]
        was = int(self.doing[unit])
        drive_s = float(self.arrivals_s(task.incident.call.place)[unit])
        start_s = self.now_s + (0.0 if was == EN_ROUTE else TURNOUT_S)
        if left is not None and was == ON_SCENE:
            left.work_s = max(0.0, left.work_s - (self.now_s - self.units.t1[unit]))
        arrives_s = self.now_s + drive_s
        place = task.incident.call.place
        self.units.drive(unit, self.now_s, start_s, place, arrives_s - start_s)
        task.incident.held += 1
        if left is not None:
            left.incident.held -= 1
            left.incident.pulls += 1
            self.pulls_at_s.append(self.now_s)
        self._set(unit, EN_ROUTE, task)
        self._push(arrives_s, unit, self._next_token(unit))
        if left is not None:
            self._place(left)

    def _home(self, unit: int) -> None:
        to = (float(self.bases[unit, 0]), float(self.bases[unit, 1]))
        xs, ys = self.units.now(self.now_s)
        s = float(self.town.drive_s(xs[unit : unit + 1], ys[unit : unit + 1], to)[0])
        self.units.drive(unit, self.now_s, self.now_s, to, s)

    def _set(self, unit: int, doing: int, task: Task | None) -> None:
        if doing == EN_ROUTE and self.doing[unit] == IDLE:
            self._busy_s -= self.now_s
        if doing == IDLE:
            self._busy_s += self.now_s
        self.doing[unit], self.tasks[unit] = doing, task
        self.policy.changed(self, unit)

    # --- what is asked ---------------------------------------------------------------------

    def arrivals_s(self, place: tuple[float, float]) -> Vector:
        """Seconds until each unit would be there; who does not drive yet needs its turnout."""
        xs, ys = self.units.now(self.now_s)
        return self.town.drive_s(xs, ys, place) + np.where(self.doing == EN_ROUTE, 0.0, TURNOUT_S)

    def closest_idle(self, task: Task) -> int | None:
        idle = self.doing == IDLE
        if not idle.any():
            return None
        return int(np.where(idle, self.arrivals_s(task.incident.call.place), np.inf).argmin())

    def _next_token(self, unit: int) -> int:
        self._token[unit] += 1
        return int(self._token[unit])

    def _push(self, at_s: float, unit: int, what: int) -> None:
        self._count += 1
        heapq.heappush(self._events, (at_s, self._count, unit, what))

    def _outcome(self) -> Outcome:
        calls = [incident.call for incident in self.incidents]
        waits = [(one.first_s or np.inf) - one.call.at_s for one in self.incidents]
        span_s = max(call.at_s for call in calls) - min(call.at_s for call in calls)
        return Outcome(
            waits_s=np.array(waits),
            urgent=np.array([call.urgent for call in calls]),
            at_s=np.array([call.at_s for call in calls]),
            pulls_at_s=self.pulls_at_s,
            most_pulls=max(one.pulls for one in self.incidents),
            busy=self._busy_s / (span_s * len(self.bases)),
        )
