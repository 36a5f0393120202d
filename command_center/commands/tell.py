"""Messages out: written with the act they tell of, and how each was heard.

A message leaves the room only as a row of the same transaction: what was taken back was never
told, and what was done is told whatever happens to the program afterwards.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal

import msgspec

from command_center.commands.alarms import RaiseAlarm, raise_alarm
from command_center.commands.family import family, handled_as
from command_center.commands.outcome import hears_outcomes, outcome_of
from command_center.commands.registry import Context, Result, verb
from command_center.contract.messages import Message, ReplyMessage, StatusMessage
from command_center.domain.incident import (
    Incident,
    IncidentReport,
    IncidentStatus,
    MergeLink,
    Report,
)
from command_center.domain.log import Change
from command_center.domain.permissions import Permission
from command_center.domain.referral import Delivery, DeliveryState
from command_center.domain.room import AlarmType, Source
from command_center.ports import UnitOfWork

CONTRACT = "contract"
EMAIL = "email"
REASON_LONGEST = 200
Told = Literal["received", "verified", "in_progress", "closed"]

_STEPS: tuple[Told, ...] = ("received", "verified", "in_progress", "closed")
_TOLD_AS: Mapping[IncidentStatus, Told] = {
    IncidentStatus.NEW: "received",
    IncidentStatus.VERIFIED: "verified",
    IncidentStatus.HANDLED: "in_progress",
    IncidentStatus.CLOSED: "closed",
    IncidentStatus.CANCELLED: "closed",
}
_AFTER = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class ConfirmDelivery:
    """The other side has heard it."""

    delivery_id: str


@dataclass(frozen=True, slots=True)
class RefuseDelivery:
    """The other side will not hear it, however often it is told: `reason` is a code or its words.
    Rings, because somebody has to tell them another way."""

    delivery_id: str
    reason: str


def tell(  # noqa: PLR0913 - what a message is, by name
    work: UnitOfWork,
    ctx: Context,
    *,
    reach: str,
    kind: str,
    body: Message,
    about_kind: str,
    about_id: str,
    incident_id: str | None,
    channel: str = CONTRACT,
) -> Delivery:
    """Write a message that is to leave the room. `reach` is a source's id, or an address when the
    `channel` is e-mail; the `id` of `body` is given here, whatever it was, and its `at` is
    its place in the order of what that side hears. Never put anything into a body that says who a
    reporter is."""
    id = ctx.new_id()
    delivery = Delivery(
        id=id,
        version=1,
        channel=channel,
        reach=reach,
        kind=kind,
        about_kind=about_kind,
        about_id=about_id,
        incident_id=incident_id,
        body=msgspec.to_builtins(msgspec.structs.replace(body, id=id)),
        state=DeliveryState.WAITING,
        made_at=body.at,
        ended_at=None,
        reason="",
    )
    work.add(delivery)
    return delivery


@dataclass(frozen=True, slots=True)
class Reach:
    """A report whose source can be told, by the incident it is attached to, and what it was told
    so far, oldest first."""

    incident_id: str
    report: Report
    told: tuple[Delivery, ...]

    @property
    def status(self) -> Told:
        """The last that was said of it."""
        said = [row.body["status"] for row in self.told if row.kind == "status"]
        return said[-1] if said else "received"

    def told_since(self, at: datetime) -> bool:
        return any(row.made_at >= at for row in self.told)

    def now(self, ctx: Context) -> datetime:
        """After all that was said of it before, whatever two machines' clocks hold."""
        return max([ctx.now, *(row.made_at + _AFTER for row in self.told)])


def reaches(work: UnitOfWork, incident: Incident) -> Iterator[Reach]:
    """Every report of the incident and of what was merged into it that an answer can go to."""
    sources: dict[str, bool] = {}
    for member in family(work, incident.id):
        told: list[Delivery] | None = None
        for link in work.find(IncidentReport, incident_id=member, detached_at=None):
            report = work.get(Report, link.report_id)
            if not _hears(work, report.source_id, sources):
                continue
            if told is None:
                told = work.find(Delivery, incident_id=member, about_kind="report")
                told.sort(key=lambda row: (row.made_at, row.id))
            yield Reach(member, report, tuple(row for row in told if row.about_id == report.id))


def _hears(work: UnitOfWork, source_id: str, known: dict[str, bool]) -> bool:
    if source_id not in known:
        rows = work.find(Source, id=source_id)
        known[source_id] = bool(rows and rows[0].enabled and rows[0].reply_url)
    return known[source_id]


def told_as(work: UnitOfWork, incident: Incident) -> Told:
    """How reporters are told that it stands."""
    return _TOLD_AS[handled_as(work, incident).status]


def tell_reporters(
    work: UnitOfWork,
    incident: Incident,
    status: Told,
    ctx: Context,
    text: str = "",
    corrects: bool = False,
    *,
    since: datetime | None = None,
) -> int:
    """Tell whoever reported the incident, or what was merged into it, how it stands; how many were
    told. Nobody is told the same again. `corrects`: what was said of it (`since` then) is not so;
    who was told nothing needs no correction."""
    count = 0
    for reach in reaches(work, incident):
        if _is_news(reach, status, text, since):
            _tell_status(work, reach, status, ctx, text, corrects)
            count += 1
    return count


def _is_news(reach: Reach, status: Told, text: str, since: datetime | None) -> bool:
    if since is not None:
        return reach.told_since(since)
    return reach.status != status or bool(text)


def _tell_status(
    work: UnitOfWork, reach: Reach, status: Told, ctx: Context, text: str, corrects: bool
) -> None:
    at, report = reach.now(ctx), reach.report.external_id
    body = StatusMessage(id="", at=at, report=report, status=status, text=text, corrects=corrects)
    _tell_reach(work, ctx, reach, "status", body)
    if hears_outcomes(work, reach.report.source_id):
        incident = handled_as(work, work.get(Incident, reach.incident_id))
        outcome = outcome_of(incident, report, status, text)
        if outcome is not None:
            later = msgspec.structs.replace(outcome, at=at + _AFTER)
            _tell_reach(work, ctx, reach, "outcome", later)


def reply_to_reporters(work: UnitOfWork, incident: Incident, text: str, ctx: Context) -> int:
    """Words to each of them; how many were told."""
    count = 0
    for reach in reaches(work, incident):
        at = reach.now(ctx)
        body = ReplyMessage(id="", at=at, report=reach.report.external_id, text=text)
        _tell_reach(work, ctx, reach, "reply", body)
        count += 1
    return count


def _tell_reach(work: UnitOfWork, ctx: Context, reach: Reach, kind: str, body: Message) -> None:
    tell(
        work,
        ctx,
        reach=reach.report.source_id,
        kind=kind,
        body=body,
        about_kind="report",
        about_id=reach.report.id,
        incident_id=reach.incident_id,
    )


def tell_merged(work: UnitOfWork, loser: Incident, winner: Incident, ctx: Context) -> None:
    """Those of an incident that has just become part of another hear how far that one is, if it
    is further."""
    ahead = told_as(work, winner)
    for reach in reaches(work, loser):
        if _STEPS.index(ahead) > _STEPS.index(reach.status):
            _tell_status(work, reach, ahead, ctx, "", False)


def tell_attached(work: UnitOfWork, report: Report, incident: Incident, ctx: Context) -> None:
    """Who sent a report that was filed under an incident hears how far that one is, if it is
    further than "received"."""
    ahead = told_as(work, incident)
    if ahead != "received" and _hears(work, report.source_id, {}):
        _tell_status(work, Reach(incident.id, report, ()), ahead, ctx, "", False)


def tell_separated(
    work: UnitOfWork,
    report: Report,
    old: Incident,
    new: Incident,
    since: datetime,
    ctx: Context,
) -> int:
    """Who sent a report that was part of `old` `since` then hears how it stands by itself; how
    many messages that corrects."""
    if not _hears(work, report.source_id, {}):
        return 0
    rows = work.find(Delivery, incident_id=old.id, about_kind="report", about_id=report.id)
    rows.sort(key=lambda row: (row.made_at, row.id))
    reach = Reach(new.id, report, tuple(rows))
    if not reach.told_since(since):
        return 0
    _tell_status(work, reach, told_as(work, new), ctx, "", True)
    return sum(1 for row in rows if row.made_at >= since)


def tell_parted(work: UnitOfWork, loser: Incident, since: datetime, ctx: Context) -> int:
    """Those of an incident that was part of another `since` then: what they heard meanwhile was
    about something else; how many are told so."""
    return tell_reporters(work, loser, told_as(work, loser), ctx, corrects=True, since=since)


def tell_taken_back(work: UnitOfWork, changes: Sequence[Change], ctx: Context) -> None:
    """After these were put back: whoever was told of them hears how it stands without them."""
    for change in changes:
        if change.entity == "merge_link":
            link = work.get(MergeLink, change.id)
            loser = work.get(Incident, link.loser_id)
            if link.unmerged_at is None:
                tell_merged(work, loser, work.get(Incident, link.winner_id), ctx)
            else:
                tell_parted(work, loser, link.merged_at, ctx)
        elif change.entity == "incident" and "status" in change.set:
            incident = work.get(Incident, change.id)
            tell_reporters(work, incident, told_as(work, incident), ctx, corrects=True)


@verb(ConfirmDelivery, "delivery.heard", Permission.RUN_CLOCKWORK)
def confirm_delivery(work: UnitOfWork, command: ConfirmDelivery, ctx: Context) -> Result:
    delivery = work.get(Delivery, command.delivery_id)
    if delivery.state is DeliveryState.WAITING:
        work.change(delivery, state=DeliveryState.DELIVERED, ended_at=ctx.now)
    return _told_of(delivery)


@verb(RefuseDelivery, "delivery.refused", Permission.RUN_CLOCKWORK)
def refuse_delivery(work: UnitOfWork, command: RefuseDelivery, ctx: Context) -> Result:
    delivery = work.get(Delivery, command.delivery_id)
    if delivery.state is DeliveryState.WAITING:
        why = command.reason[:REASON_LONGEST]
        work.change(delivery, state=DeliveryState.REFUSED, ended_at=ctx.now, reason=why)
        params = {"reach": _name(work, delivery), "why": why}
        raise_alarm(work, RaiseAlarm(AlarmType.DELIVERY_FAILED, *_about(delivery), params), ctx)
    return _told_of(delivery)


def _told_of(delivery: Delivery) -> dict[str, Any]:
    """For the timeline: which unit's system, if it was an order."""
    told = {"incident_id": delivery.incident_id, "kind": delivery.kind}
    unit = delivery.body.get("call_sign")
    return {**told, "call_sign": unit} if unit else told


def _about(delivery: Delivery) -> tuple[str, str]:
    """What a person looks at to tell them another way."""
    if delivery.incident_id is not None:
        return "incident", delivery.incident_id
    return delivery.about_kind, delivery.about_id


def _name(work: UnitOfWork, delivery: Delivery) -> str:
    """What a person calls the other side."""
    if unit := delivery.body.get("call_sign"):
        return str(unit)
    rows = work.find(Source, id=delivery.reach) if delivery.channel == CONTRACT else []
    return rows[0].name if rows else delivery.reach
