"""The units of a room as a roster, of which only what has changed is made anew."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from command_center.advice.recommend.roster import Candidate, Doing, Job, Roster
from command_center.domain.incident import Handling, Incident
from command_center.domain.targets import Targets
from command_center.domain.unit import (
    Agency,
    Assignment,
    OrderStatus,
    Unit,
    UnitStatus,
    WelfareOutcome,
)
from command_center.situation.advising.copied import RoomCopy
from command_center.situation.advising.news import News
from command_center.situation.advising.work import Work, counts, whole, work_of

JOB_LIMIT_S = 10_800.0
"""So old a job may be when somebody is there at last: three hours, chosen by the replays of
docs/advice.md."""
_GONE = (UnitStatus.UNAVAILABLE, UnitStatus.OFF_DUTY)


class _Facts(NamedTuple):
    """What a candidate is made of. Without an `order` it is free (`idle`) or away."""

    unit: Unit
    agency: Agency | None
    at_home: bool
    idle: bool
    order: Assignment | None = None
    incident: Incident | None = None
    handling: Handling | None = None
    pulls: int = 0
    others: int = 0


class RosterBook:
    """Kept by one `Recommender`, asked by one thread at a time."""

    def __init__(self) -> None:
        self._copy: RoomCopy | None = None
        self._work: Work | None = None
        self._roster = Roster.of(())
        self._since_s: NDArray[np.float64] = np.empty(0)

    def take(self, copy: RoomCopy) -> tuple[Roster, Work]:
        """Every unit as of the copy, and who is on what; what runs with the clock is not in the
        roster yet (`aged`)."""
        before, known = self._copy, self._work
        if before is None or known is None or _is_another(before, copy):
            work = work_of(copy)
            self._roster = Roster.of(_candidates(copy, work, copy.rows["unit"]))
        else:
            news = News.between(before, copy)
            work = work_of(copy) if news.of_work else known
            touched = news.units | _on(known, news.incidents) | _on(work, news.incidents)
            if not touched:
                self._copy, self._work = copy, work
                return self._roster, work
            self._roster = self._roster.changed(_candidates(copy, work, touched))
        units = copy.rows["unit"]
        since_s = (units[one.unit_id].status_since.timestamp() for one in self._roster.units)
        self._since_s = np.fromiter(since_s, np.float64, len(self._roster.units))
        self._copy, self._work = copy, work
        return self._roster, work

    def aged(
        self, roster: Roster, seen_s: NDArray[np.float64], now_s: float, targets: Targets
    ) -> Roster:
        """The roster as of `now_s`; `seen_s` = when each position is from, nan = there is none. A
        unit is stale when its position is, whatever it has said since: what counts here is where
        it is. Without a position, when it has not said anything for long."""
        none = np.isnan(seen_s)
        age_s = now_s - np.where(none, self._since_s, seen_s)
        limit_s = np.where(none, targets.status_stale_s, targets.position_stale_s)
        return roster.aged(age_s > limit_s, np.maximum(now_s - seen_s, 0.0))


def _is_another(before: RoomCopy, copy: RoomCopy) -> bool:
    """Units came or went, or what all of them share has changed."""
    units, agencies = copy.rows["unit"], copy.rows["agency"]
    return before.rows["unit"].keys() != units.keys() or before.rows["agency"] != agencies


def _on(work: Work, incident_ids: Iterable[str]) -> set[str]:
    return {order.unit_id for id in incident_ids for order in work.on_it.get(id, ())}


def _candidates(copy: RoomCopy, work: Work, ids: Iterable[str]) -> list[Candidate]:
    units: Mapping[str, Unit] = copy.rows["unit"]
    heads = {unit.parent_id for unit in units.values()}
    checks = copy.rows["welfare_check"].values()
    sought = {
        row.unit_id for row in checks if row.ended_at is None or row.outcome is WelfareOutcome.HURT
    }
    out = heads | sought
    return [_candidate(_facts(copy, work, units[id], away=id in out)) for id in ids if id in units]


def _facts(copy: RoomCopy, work: Work, unit: Unit, *, away: bool) -> _Facts:
    rows: Mapping[str, Mapping[str, Any]] = copy.rows
    agency, at_home = rows["agency"].get(unit.agency_id), unit.id not in copy.positions
    order = work.held.get(unit.id)
    about = whole(rows["incident"], order.incident_id) if order is not None else ""
    incident = rows["incident"].get(about)
    if away or unit.status in _GONE or order is None or incident is None:
        idle = not away and order is None and unit.status is UnitStatus.AVAILABLE
        return _Facts(unit, agency, at_home, idle)
    others = sum(one.unit_id != unit.id and counts(one) for one in work.on_it.get(about, ()))
    handling, pulls = rows["handling"].get(about), work.pulls.get(about, 0)
    return _Facts(unit, agency, at_home, False, order, incident, handling, pulls, others)


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
        doing=_doing(facts),
        job=_job(facts),
        at_home=facts.at_home,
    )


def _called(incident: Incident) -> str:
    """As the room speaks of it."""
    number = f"#{incident.number:04}" if incident.number else ""
    return " ".join(part for part in (number, incident.alias) if part)


def _doing(facts: _Facts) -> Doing:
    if facts.order is None:
        return Doing.IDLE if facts.idle else Doing.AWAY
    return Doing.ON_SCENE if facts.order.status is OrderStatus.ON_SCENE else Doing.EN_ROUTE


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
