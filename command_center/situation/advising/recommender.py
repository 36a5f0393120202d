"""Whom to send to an incident of the room, and what each costs: off the GUI thread."""

from __future__ import annotations

import threading
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, tzinfo
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from command_center.advice.eta import WIB, Arrivals, Estimator
from command_center.advice.recommend.answer import recommend
from command_center.advice.recommend.cards import Card
from command_center.advice.recommend.question import Need, Question, Rules
from command_center.advice.recommend.relief import RoadRelief, part_of
from command_center.advice.recommend.roster import Flags, Roster
from command_center.advice.recommend.shown import shown
from command_center.domain.incident import Incident
from command_center.domain.place import LatLon
from command_center.domain.unit import RoadClosure
from command_center.geo.city import CityPack
from command_center.geo.roadnet.classes import vehicle_of
from command_center.situation.advising.advice import Advice, Drive, Offer, Prices, Relief
from command_center.situation.advising.copied import RoomCopy
from command_center.situation.advising.cover_book import CoverBook
from command_center.situation.advising.fleet_book import FleetBook, Standing
from command_center.situation.advising.plan import Plan, PlanBook
from command_center.situation.advising.roster_book import RosterBook
from command_center.situation.advising.work import Work

RULES = Rules(spare_cards=3)
ENOUGH = replace(RULES, pull_cards=0)
"""Where all that is wanted is on its way nobody is taken from a job."""
LOW_TARGET_S = 1_200.0
LOADING = "roads_loading"
NEXT_DRIVE_S = 300.0
"""What the unit that is free next drives to a job that waits: our assumption."""


class Streets(Protocol):
    """What arrivals are reckoned with at this workstation."""

    def estimator(self, settings: Iterable[Any], closures: Sequence[RoadClosure]) -> Estimator:
        """By what the room says of its streets; never waits."""

    @property
    def why_straight(self) -> str:
        """The code of why there are no roads, "" while there are."""

    @property
    def work_s(self) -> float | None:
        """How long a unit stays on a scene here, None: not known."""


class StraightStreets:
    """Where no road is known."""

    why_straight = "no_roads"
    work_s: float | None = None

    def __init__(self, zone: tzinfo = WIB) -> None:
        self._estimator = Estimator(None, zone=zone)

    def estimator(self, settings: Iterable[Any], closures: Sequence[RoadClosure]) -> Estimator:
        return self._estimator


@dataclass(frozen=True, eq=False, slots=True)
class _Room:
    """A copy with what is made of it."""

    copy: RoomCopy
    work: Work
    roster: Roster
    standing: Standing
    estimator: Estimator
    now: datetime

    def arrivals(self, to: LatLon) -> Arrivals:
        fleet = self.standing.at(self.now)
        return self.standing.widened(self.estimator.arrivals(fleet, to, self.now))


class Recommender:
    """Remembers what does not change from question to question. Safe between threads: one question
    is answered at a time."""

    def __init__(self, city: CityPack, zone: tzinfo, streets: Streets) -> None:
        self._streets = streets
        self._roster = RosterBook()
        self._fleet = FleetBook(city)
        self._cover = CoverBook(city)
        self._plans = PlanBook(city, zone)
        self._lock = threading.Lock()

    def advise(self, copy: RoomCopy, incident_id: str, most: int, now: datetime) -> Advice | None:
        """At most `most` offers; None for an incident that is not there, or that nobody knows the
        place of."""
        incident = copy.rows["incident"].get(incident_id)
        to = _place(incident)
        if incident is None or to is None:
            return None
        with self._lock:
            room = self._room(copy, now)
            plan = self._plans.take(copy, incident, room.work, room.roster, now)
            question = self._question(room, incident, plan, to)
        cards = shown(recommend(question), len(plan.wants), most)
        by = question.arrivals
        assert isinstance(by, Arrivals)
        return Advice(
            incident_id,
            now,
            incident.priority,
            question.need.target_s,
            plan,
            tuple(_offer(room, question, by, card) for card in cards),
            self._why_straight(room),
        )

    def prices(
        self, copy: RoomCopy, incident_id: str, unit_ids: Collection[str], now: datetime
    ) -> Prices:
        """Of sending these units there; who goes does not take over what the others leave."""
        to = _place(copy.rows["incident"].get(incident_id))
        with self._lock:
            room = self._room(copy, now)
        places = [at for id in unit_ids if (at := room.roster.places.get(id)) is not None]
        drives = {}
        if to is not None:
            by = room.arrivals(to)
            drives = {room.roster.units[at].unit_id: _drive(room, by, at) for at in places}
        spare = _ready(room.roster)
        spare[places] = False
        reliefs: dict[str, Relief] = {}
        for at in places:
            job = room.roster.units[at].job
            if job is not None and job.incident_id not in reliefs:
                found = _relief(room, job.incident_id, np.flatnonzero(spare))
                reliefs |= {} if found is None else {job.incident_id: found}
        return Prices(incident_id, drives, reliefs)

    def _why_straight(self, room: _Room) -> str:
        """That the roads are still being loaded is a reason, too."""
        return (self._streets.why_straight or LOADING) if room.estimator.net is None else ""

    def _room(self, copy: RoomCopy, now: datetime) -> _Room:
        rows = copy.rows
        closures = [rows["road_closure"][id] for id in sorted(rows["road_closure"])]
        estimator = self._streets.estimator(rows["room_setting"].values(), closures)
        roster, work = self._roster.take(copy)
        standing = self._fleet.take(roster, rows["unit"], copy.positions, estimator)
        aged = self._roster.aged(roster, standing.seen_s, now.timestamp(), copy.targets)
        return _Room(copy, work, aged, standing, estimator, now)

    def _question(self, room: _Room, incident: Incident, plan: Plan, to: LatLon) -> Question:
        fleet, now = room.standing.at(room.now), room.now
        within_s = room.copy.targets.on_scene_s
        need = Need(incident.priority, within_s, LOW_TARGET_S, plan.wants)
        return Question(
            need=need,
            roster=room.roster,
            arrivals=room.arrivals(to),
            now_s=now.timestamp(),
            cover=self._cover.take(room.standing.fleet, room.estimator, now, within_s),
            relief=RoadRelief(room.estimator, fleet, _Places(room.copy), now),
            next_free_s=self._next_free_s(room),
            rules=RULES if any(one.missing for one in plan.wanted) else ENOUGH,
        )

    def _next_free_s(self, room: _Room) -> float | None:
        """When the next of those at work is free for a job, behind those that wait already."""
        work_s, busy = self._streets.work_s, len(room.work.held)
        if work_s is None or not busy:
            return None
        return work_s / busy * (1 + room.work.waiting) + NEXT_DRIVE_S


class _Places:
    """Where the incidents are, looked up only when somebody asks."""

    def __init__(self, copy: RoomCopy) -> None:
        self._incidents = copy.rows["incident"]

    def get(self, incident_id: str) -> LatLon | None:
        return _place(self._incidents.get(incident_id))


def _place(incident: Incident | None) -> LatLon | None:
    if incident is None or incident.lat is None or incident.lon is None:
        return None
    return LatLon(incident.lat, incident.lon)


def _offer(room: _Room, question: Question, by: Arrivals, card: Card) -> Offer:
    at = room.roster.places[card.unit_id]
    one, age_s = room.roster.units[at], float(room.roster.rows["age_s"][at])
    return Offer(
        card=card,
        kind=one.kind,
        crew=one.crew,
        agency=one.agency,
        fills=tuple(question.need.wants[want].what for want in card.fills),
        drive=_drive(room, by, at),
        age_s=None if np.isnan(age_s) else age_s,
    )


def _drive(room: _Room, by: Arrivals, at: int) -> Drive:
    eta = by.eta(at)
    return Drive(
        seconds=eta.seconds,
        low_s=eta.low_s,
        high_s=eta.high_s,
        drive_s=float(by.drive_s[at]),
        by=eta.by,
        why=eta.reason,
        at_home=bool(room.standing.at_home[at]),
        vehicle=vehicle_of(room.roster.units[at].kind).value,
    )


def _ready(roster: Roster) -> Flags:
    rows = roster.rows
    ready: Flags = rows["idle"] & rows["orderable"] & ~rows["stale"]
    return ready


def _relief(room: _Room, incident_id: str, places: NDArray[np.intp]) -> Relief | None:
    """Whoever of these is there first."""
    to = _place(room.copy.rows["incident"].get(incident_id))
    if to is None or not places.size:
        return None
    fleet = part_of(room.standing.at(room.now), places)
    seconds = room.estimator.arrivals(fleet, to, room.now).seconds
    best = int(seconds.argmin())
    if not np.isfinite(seconds[best]):
        return None
    one = room.roster.units[places[best]]
    return Relief(one.unit_id, one.call_sign, float(seconds[best]))
