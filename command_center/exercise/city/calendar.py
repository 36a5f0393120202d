"""The city's calendar: everything that will happen, in order, and the records it leaves behind."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from functools import partial
from itertools import count
from random import Random
from typing import Any

from command_center.domain.unit import UnitStatus
from command_center.exercise.city.habits import PROMPT, Habits
from command_center.exercise.city.heard import HeardOrder
from command_center.exercise.city.scenario import Scenario
from command_center.exercise.city.truth import TrueState
from command_center.exercise.city.unit import Plan, SimUnit
from command_center.exercise.city.unit_table import UnitPlan
from command_center.exercise.records.server import GrowingBook
from command_center.geo.city import CityPack
from command_center.geo.roads import RoadGraph

UNIT_SOURCE = "unit"
_REGISTERED = frozenset({"available", "off_duty", "unavailable", "break"})
SPREAD_DEG = 0.0015
Row = dict[str, Any]
Happening = Callable[[datetime], str | None]


class City:
    """Deterministic: the same scenario, seed and orders at the same times leave the same records.

    Positions before the scenario starts are not kept: nobody saw them.
    """

    def __init__(
        self,
        scenario: Scenario,
        units: Iterable[UnitPlan],
        pack: CityPack,
        seed: int,
        habits: Habits = PROMPT,
    ) -> None:
        if pack.roads is None:
            raise ValueError(f"{pack.id} has no roads")
        self.books = {source: GrowingBook() for source in scenario.sources}
        self.now = scenario.opens
        self._scenario = scenario
        self._pack = pack
        self._calm = Random(f"{seed}:calm")
        self._ids = count(1)
        self._order = count()
        self._heard: set[tuple[str, str]] = set()
        self._small = count(1)
        self._places = _points(pack, scenario.calm.places)
        self._calendar: list[tuple[datetime, int, Happening]] = []
        self._units = self._made(tuple(units), pack.roads, seed, habits)
        for unit in self._units.values():
            self._introduce(unit.plan)
        for timed in scenario.records:
            self._put(timed.at, partial(self._serve, timed.source, timed.record))
        self._put(scenario.starts, self._wake)
        self._put(scenario.calm.starts, self._small_thing)

    def _made(
        self, plans: tuple[UnitPlan, ...], roads: RoadGraph, seed: int, habits: Habits
    ) -> dict[str, SimUnit]:
        signs = tuple(plan.call_sign for plan in plans)
        return {
            plan.call_sign: SimUnit(plan, roads, seed, self._since(plan), habits, signs)
            for plan in plans
        }

    def _since(self, plan: UnitPlan) -> datetime:
        return self._scenario.opens - timedelta(minutes=plan.since_min)

    def truth(self) -> dict[str, TrueState]:
        """What every unit really does now, by call sign. For whoever measures, nobody else."""
        return {sign: unit.true for sign, unit in self._units.items()}

    def _introduce(self, plan: UnitPlan) -> None:
        since = self._since(plan)
        status = plan.status if plan.status in _REGISTERED else "available"
        record = {
            "type": "unit",
            "id": plan.call_sign,
            "at": since.isoformat(),
            "call_sign": plan.call_sign,
            "agency": plan.agency,
            "kind": plan.kind,
            "capabilities": list(plan.capabilities),
            "crew": plan.crew,
            "home": plan.home,
            "status": status,
        }
        self._put(self._scenario.opens, partial(self._serve, UNIT_SOURCE, record))
        if plan.reason or status != plan.status:
            said = {
                "type": "unit_status",
                "id": f"s-{plan.call_sign}",
                "at": since.isoformat(),
                "call_sign": plan.call_sign,
                "status": plan.status,
                "label": plan.reason,
            }
            self._put(self._scenario.opens, partial(self._serve, UNIT_SOURCE, said))

    # --- time ----------------------------------------------------------------------------------

    def step(self, until: datetime) -> tuple[datetime, str] | None:
        """Go on to the next moment that leaves a record, not beyond `until`: when and by which
        source. None when there is none; then it is `until`."""
        while self._calendar and self._calendar[0][0] <= until:
            at, _, happen = heapq.heappop(self._calendar)
            self.now = max(self.now, at)
            source = happen(at)
            if source is not None:
                return at, source
        self.now = max(self.now, until)
        return None

    def advance(self, until: datetime) -> None:
        """Everything up to `until`."""
        while self.step(until) is not None:
            continue

    def hear(self, order: HeardOrder) -> None:
        """At the time it was given, or now if that is past. The same order twice is heard once."""
        unit = self._units.get(order.call_sign)
        if unit is None or (order.id, order.call_sign) in self._heard:
            return
        self._heard.add((order.id, order.call_sign))
        at = max(self.now, order.at)
        if order.kind == "ask":
            self.ask(order.call_sign, at)
            return
        down = order.kind == "stand_down"
        self._plan(unit, unit.stand_down() if down else unit.hear(order, at), at)

    def ask(self, call_sign: str, at: datetime) -> None:
        """Somebody asks the unit over the air what it is doing."""
        unit = self._units.get(call_sign)
        if unit is not None:
            self._plan(unit, unit.ask(max(self.now, at)), max(self.now, at))

    def say(self, source: str, record: Row) -> None:
        """The director has somebody report something. KeyError for no such source."""
        self._serve(source, record, self.now)

    def fail(self, call_sign: str, why: str) -> None:
        """The unit breaks down where it is, and says so."""
        self._director(call_sign, UnitStatus.UNAVAILABLE, why)

    def restore(self, call_sign: str) -> None:
        self._director(call_sign, UnitStatus.AVAILABLE, "")

    def _director(self, call_sign: str, status: UnitStatus, why: str) -> None:
        unit = self._units[call_sign]
        unit.halt(status, self.now)
        said = {
            "type": "unit_status",
            "id": f"u-{next(self._ids)}",
            "at": self.now.isoformat(),
            "call_sign": call_sign,
            "status": status.value,
            "label": why,
        }
        self._serve(UNIT_SOURCE, said, self.now)

    def _put(self, at: datetime, happen: Happening) -> None:
        heapq.heappush(self._calendar, (at, next(self._order), happen))

    def _plan(self, unit: SimUnit, plans: Iterable[Plan], now: datetime) -> None:
        for plan in plans:
            self._put(now + timedelta(seconds=plan.after_s), partial(self._act, unit, plan))

    # --- what happens --------------------------------------------------------------------------

    def _serve(self, source: str, record: Row, at: datetime) -> str:
        self.books[source].add(record)
        return source

    def _act(self, unit: SimUnit, plan: Plan, at: datetime) -> str | None:
        if plan.turn not in (None, unit.turn):
            return None
        records, plans = unit.fire(plan, at)
        self._plan(unit, plans, at)
        shown = None
        for record in records:
            if record["type"] != "position" or at >= self._scenario.starts:
                named = {"at": at.isoformat(), **record, "id": f"u-{next(self._ids)}"}
                shown = self._serve(UNIT_SOURCE, named, at)
        return shown

    def _wake(self, at: datetime) -> None:
        for unit in self._units.values():
            unit.may_decline = True
            self._plan(unit, unit.wake(), at)

    def _small_thing(self, at: datetime) -> str:
        calm, rng = self._scenario.calm, self._calm
        template = rng.choice(calm.reports)
        name = rng.choice(calm.places)
        lat, lon = self._places[name]
        record = {
            "type": "report",
            "id": f"{template['source']}-c{next(self._small)}",
            "at": at.isoformat(),
            "category": template["category"],
            "text": template["text"],
            "address": name,
            "lat": round(lat + rng.uniform(-SPREAD_DEG, SPREAD_DEG), 6),
            "lon": round(lon + rng.uniform(-SPREAD_DEG, SPREAD_DEG), 6),
            "located_by": "gps",
            "accuracy_m": 25.0,
        }
        self._put(at + timedelta(seconds=rng.uniform(*calm.pause_s)), self._small_thing)
        return self._serve(template["source"], record, at)


def _points(pack: CityPack, names: Iterable[str]) -> dict[str, tuple[float, float]]:
    known = {p.name: (p.lat, p.lon) for p in pack.places if p.lat is not None and p.lon is not None}
    return {name: known[name] for name in names}
