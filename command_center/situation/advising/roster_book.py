"""The units of a room as a roster, of which only what has changed is made anew."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from command_center.advice.recommend.roster import Candidate, Doing, Job, Roster
from command_center.domain.incident import Handling, Incident
from command_center.domain.targets import Targets
from command_center.domain.unit import Agency, Assignment, OrderStatus, Unit, UnitStatus
from command_center.situation.advising.copied import RoomCopy
from command_center.situation.advising.work import Work, counts, whole

JOB_LIMIT_S = 10_800.0
"""So old a job may be when somebody is there at last: three hours, chosen by the replays of
docs/advice.md."""
_GONE = (UnitStatus.UNAVAILABLE, UnitStatus.OFF_DUTY)


class _Facts(NamedTuple):
    """What a candidate is made of. Equal facts make equal candidates."""

    unit: Unit
    agency: Agency | None
    order: Assignment | None
    incident: Incident | None
    handling: Handling | None
    pulls: int
    others: int
    at_home: bool


class RosterBook:
    """Kept by one `Recommender`, asked by one thread at a time."""

    def __init__(self, targets: Targets) -> None:
        self._targets = targets
        self._known: dict[str, tuple[_Facts, Candidate]] = {}
        self._roster = Roster.of(())
        self._since_s: NDArray[np.float64] = np.empty(0)

    def take(self, copy: RoomCopy, work: Work) -> Roster:
        """Everybody who is free or on a job, as of the copy; what runs with the clock is not in
        it yet (`aged`)."""
        fresh, known = [], {}
        for facts in _all_facts(copy, work):
            id = facts.unit.id
            before = self._known.get(id)
            if before is not None and before[0] == facts:
                known[id] = before
                continue
            one = _candidate(facts)
            known[id] = (facts, one)
            fresh.append(one)
        if self._known.keys() - known.keys() or not self._known:
            self._roster = Roster.of(one for _, one in known.values())
        elif fresh:
            self._roster = self._roster.changed(fresh)
        if fresh or len(known) != len(self._since_s):
            units = copy.rows["unit"]
            rows = (units[one.unit_id].status_since.timestamp() for one in self._roster.units)
            self._since_s = np.fromiter(rows, np.float64, len(self._roster.units))
        self._known = known
        return self._roster

    def aged(self, roster: Roster, seen_s: NDArray[np.float64], now_s: float) -> Roster:
        """The roster as of `now_s`; `seen_s` = when each position is from, nan = there is none. A
        unit is stale when its position is, whatever it has said since: what counts here is where
        it is. Without a position, when it has not said anything for long."""
        none = np.isnan(seen_s)
        age_s = now_s - np.where(none, self._since_s, seen_s)
        limit_s = np.where(none, self._targets.status_stale_s, self._targets.position_stale_s)
        return roster.aged(age_s > limit_s, np.maximum(now_s - seen_s, 0.0))


def _all_facts(copy: RoomCopy, work: Work) -> list[_Facts]:
    units: Mapping[str, Unit] = copy.rows["unit"]
    heads = {unit.parent_id for unit in units.values()}
    sought = {row.unit_id for row in copy.rows["welfare_check"].values() if row.ended_at is None}
    found = []
    for id, unit in units.items():
        order = work.held.get(id)
        idle = order is None and unit.status is UnitStatus.AVAILABLE
        if id in heads or id in sought or unit.status in _GONE or not (idle or order):
            continue
        facts = _facts(copy, work, unit, order)
        if order is None or facts.incident is not None:
            found.append(facts)
    return found


def _facts(copy: RoomCopy, work: Work, unit: Unit, order: Assignment | None) -> _Facts:
    rows: Mapping[str, Mapping[str, Any]] = copy.rows
    agency, at_home = rows["agency"].get(unit.agency_id), unit.id not in copy.positions
    if order is None:
        return _Facts(unit, agency, None, None, None, 0, 0, at_home)
    about = whole(rows["incident"], order.incident_id)
    others = sum(one.unit_id != unit.id and counts(one) for one in work.on_it.get(about, ()))
    incident, handling = rows["incident"].get(about), rows["handling"].get(about)
    pulls = work.pulls.get(about, 0)
    return _Facts(unit, agency, order, incident, handling, pulls, others, at_home)


def _candidate(facts: _Facts) -> Candidate:
    unit, agency = facts.unit, facts.agency
    return Candidate(
        unit_id=unit.id,
        call_sign=unit.call_sign,
        kind=unit.kind,
        capabilities=unit.capabilities,
        crew=unit.crew,
        agency=agency.short if agency else "?",
        orderable=bool(agency and agency.orderable),
        position_age_s=None,
        stale=False,
        doing=_doing(facts.order),
        job=_job(facts),
        at_home=facts.at_home,
    )


def _called(incident: Incident) -> str:
    """As the room speaks of it."""
    number = f"#{incident.number:04}" if incident.number else ""
    return " ".join(part for part in (number, incident.alias) if part)


def _doing(order: Assignment | None) -> Doing:
    if order is None:
        return Doing.IDLE
    return Doing.ON_SCENE if order.status is OrderStatus.ON_SCENE else Doing.EN_ROUTE


def _job(facts: _Facts) -> Job | None:
    incident = facts.incident
    if facts.order is None or incident is None:
        return None
    return Job(
        incident_id=incident.id,
        number=_called(incident),
        priority=incident.priority,
        since_s=incident.opened_at.timestamp(),
        limit_s=JOB_LIMIT_S,
        may_leave=facts.handling is not None and facts.handling.may_leave,
        pulls=facts.pulls,
        others=facts.others,
    )
