"""The clocks of a room: from which time to which, and why one of them could not be measured.

A clock is measured or it is left out for a reason that is counted; nothing is guessed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from command_center.domain.calls import CallRules
from command_center.domain.incident import (
    OPEN_STATUSES,
    Disposition,
    Incident,
    IncidentStatus,
    Priority,
)
from command_center.domain.partner import CallState, PhoneCall
from command_center.domain.targets import Targets
from command_center.domain.unit import Assignment, AssignmentKind, CloseReason


class Clock(StrEnum):
    """`DEPART` runs from the answer to the order (from the order where nobody answered),
    `TURNOUT` from the order itself; both end when the unit moves."""

    ANSWER = "answer"
    CALLBACK = "callback"
    VERIFY = "verify"
    ORDER = "order"
    ACCEPT = "accept"
    DEPART = "depart"
    TURNOUT = "turnout"
    TRAVEL = "travel"
    RESPONSE = "response"
    SCENE = "scene"


OF_CALLS = frozenset({Clock.ANSWER, Clock.CALLBACK})
OF_INCIDENTS = (Clock.VERIFY, Clock.ORDER, Clock.RESPONSE, Clock.SCENE)
OF_ORDERS = (Clock.ACCEPT, Clock.DEPART, Clock.TURNOUT, Clock.TRAVEL)


class LeftOut(StrEnum):
    """Why a clock has no seconds. `RUNNING`: it may still end, so that it is no loss."""

    RUNNING = "running"
    MISSING = "missing"
    REVERSED = "reversed"
    NOT_SENT = "not_sent"
    ABANDONED = "abandoned"
    CANCELLED = "cancelled"
    MERGED = "merged"
    IMPORTED = "imported"
    LATE = "late"


class Sample(NamedTuple):
    """One clock of one incident, order or call. `at` is when it belongs to: opened, ordered or
    ringing. `seconds` None: `left` says why. `incident_id` "" = a call that became none; `unit_id`
    of an order alone."""

    clock: Clock
    at: datetime
    seconds: float | None
    left: LeftOut | None
    incident_id: str
    number: int
    source: str
    category: str
    area: str
    priority: str
    unit_id: str = ""


class IncidentTimes(NamedTuple):
    """What the clocks need of an incident, where a million of them are read."""

    id: str
    number: int
    status: IncidentStatus
    disposition: Disposition | None
    priority: Priority
    category: str
    area_code: str | None
    opened_at: datetime
    verified_at: datetime | None
    first_order_at: datetime | None
    first_on_scene_at: datetime | None
    closed_at: datetime | None

    @property
    def is_open(self) -> bool:
        return self.status in OPEN_STATUSES


class OrderTimes(NamedTuple):
    """What the clocks need of an assignment."""

    kind: AssignmentKind
    close_reason: CloseReason | None
    ordered_at: datetime
    accepted_at: datetime | None
    en_route_at: datetime | None
    on_scene_at: datetime | None
    closed_at: datetime | None
    unit_id: str = ""


class CallTimes(NamedTuple):
    """What the clocks need of a call."""

    source_id: str
    state: CallState
    ringing_at: datetime
    claimed_at: datetime | None
    ended_at: datetime | None
    incident_id: str | None
    area_code: str | None
    called_back_at: datetime | None


OfIncident = Incident | IncidentTimes
OfOrder = Assignment | OrderTimes
OfCall = PhoneCall | CallTimes


@dataclass(frozen=True, slots=True)
class Goal:
    """`share` of all shall take at most `seconds`; whose rule it is."""

    seconds: float
    share: float
    rule: str


TURNOUT_S, TRAVEL_S = 80.0, 240.0
"""NFPA 1710 (2020): 90 % of crews turn out within 80 s, the first one travels at most 240 s."""


def goals(targets: Targets, calls: CallRules) -> Mapping[Clock, Goal]:
    """What the room wants, by its settings; a clock that is not here has no target."""
    return {
        Clock.ANSWER: Goal(float(calls.answer_s), 0.9, "Kapolri 2026, NFPA 1225"),
        Clock.CALLBACK: Goal(float(calls.callback_s), 0.9, ""),
        Clock.VERIFY: Goal(targets.verify_s, 0.9, ""),
        Clock.ORDER: Goal(targets.order_s, 0.9, "NFPA 1225"),
        Clock.ACCEPT: Goal(targets.answer_s, 0.9, ""),
        Clock.TURNOUT: Goal(TURNOUT_S, 0.9, "NFPA 1710"),
        Clock.TRAVEL: Goal(TRAVEL_S, 0.9, "NFPA 1710"),
        Clock.RESPONSE: Goal(targets.on_scene_s, 0.9, "Kapolri 2026"),
    }


Verdict = tuple[float | None, LeftOut | None]
Times = tuple[datetime | None, datetime | None]


def _verdict(times: Times, over: bool, lacking: LeftOut = LeftOut.MISSING) -> Verdict:
    """`over`: what is missing now will not come any more, for the reason `lacking`."""
    start, end = times
    if start is None or end is None:
        return None, lacking if over else LeftOut.RUNNING
    seconds = (end - start).total_seconds()
    return (seconds, None) if seconds >= 0 else (None, LeftOut.REVERSED)


def apart(incident: OfIncident, late: bool) -> LeftOut | None:
    """Why nothing of the incident is measured."""
    if incident.status is IncidentStatus.MERGED:
        return LeftOut.MERGED
    if incident.status is IncidentStatus.CANCELLED:
        return LeftOut.CANCELLED
    if incident.disposition is Disposition.IMPORTED:
        return LeftOut.IMPORTED
    return LeftOut.LATE if late else None


def _incident_verdict(incident: OfIncident, clock: Clock) -> Verdict:
    ended = not incident.is_open
    sent, there = incident.first_order_at, incident.first_on_scene_at
    if clock is Clock.VERIFY:
        return _verdict((incident.opened_at, incident.verified_at), ended or sent is not None)
    none_sent = LeftOut.MISSING if sent or there else LeftOut.NOT_SENT
    if clock is Clock.ORDER:
        return _verdict((incident.verified_at, sent), ended or there is not None, none_sent)
    times = (there, incident.closed_at) if clock is Clock.SCENE else (incident.opened_at, there)
    return _verdict(times, ended, none_sent)


def incident_samples(
    incident: OfIncident, source: str, late: bool, only: Clock | None = None
) -> Iterator[Sample]:
    """Of the incident itself, of one clock or of all; `late`: all that is known of it reached the
    room too late."""
    reason = apart(incident, late)
    for clock in OF_INCIDENTS if only is None else (only,):
        shown = (None, reason) if reason is not None else _incident_verdict(incident, clock)
        yield _sample(clock, incident.opened_at, shown, incident, source)


TAKEN_BACK = frozenset(
    {CloseReason.CANCELLED, CloseReason.REFUSED, CloseReason.CONFLICT, CloseReason.SUPERSEDED}
)


def _order_verdict(order: OfOrder, clock: Clock) -> Verdict:
    lacking = LeftOut.CANCELLED if order.close_reason in TAKEN_BACK else LeftOut.MISSING
    over = order.closed_at is not None or order.on_scene_at is not None
    if clock is Clock.ACCEPT:
        over = over or order.en_route_at is not None
        return _verdict((order.ordered_at, order.accepted_at), over, lacking)
    if clock is Clock.TRAVEL:
        return _verdict((order.en_route_at, order.on_scene_at), over, lacking)
    answered = clock is Clock.DEPART and order.accepted_at
    return _verdict((answered or order.ordered_at, order.en_route_at), over, lacking)


def order_samples(
    order: OfOrder, incident: OfIncident, source: str, late: bool, only: Clock | None = None
) -> Iterator[Sample]:
    """Of one unit's order, of one clock or of all. A standing post is no answer to an incident and
    has none; what was ordered by radio while the room was out of reach came late."""
    if order.kind is AssignmentKind.POSTING:
        return
    reason = apart(incident, late or order.kind is AssignmentKind.REPORTED)
    if order.close_reason is CloseReason.UNDONE:
        reason = LeftOut.CANCELLED
    for clock in OF_ORDERS if only is None else (only,):
        shown = (None, reason) if reason is not None else _order_verdict(order, clock)
        yield _sample(clock, order.ordered_at, shown, incident, source)._replace(
            unit_id=order.unit_id
        )


def _sample(
    clock: Clock, at: datetime, verdict: Verdict, incident: OfIncident, source: str
) -> Sample:
    seconds, left = verdict
    area, priority = incident.area_code or "", incident.priority.value
    category, number = incident.category, incident.number
    return Sample(clock, at, seconds, left, incident.id, number, source, category, area, priority)


def call_samples(call: OfCall) -> Iterator[Sample]:
    """Answering it, and calling back where it was given up; a call that was not given up is not
    called back and has no such clock."""
    given_up = call.state is CallState.ABANDONED
    over = call.state is not CallState.RINGING
    lacking = LeftOut.ABANDONED if given_up else LeftOut.MISSING
    seconds, left = _verdict((call.ringing_at, call.claimed_at), over, lacking)
    yield _of_call(Clock.ANSWER, call, seconds, left)
    if given_up:
        since = call.ended_at or call.ringing_at
        seconds, left = _verdict((since, call.called_back_at), over=False)
        yield _of_call(Clock.CALLBACK, call, seconds, left)


def _of_call(clock: Clock, call: OfCall, seconds: float | None, left: LeftOut | None) -> Sample:
    incident, area = call.incident_id or "", call.area_code or ""
    return Sample(clock, call.ringing_at, seconds, left, incident, 0, call.source_id, "", area, "")
