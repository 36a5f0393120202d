"""What the public is told: drafted by a desk, approved and taken back by a shift lead."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from command_center.commands.registry import Context, Result, verb
from command_center.commands.tell import tell
from command_center.contract.messages import NoticeMessage
from command_center.domain.errors import OperatorError
from command_center.domain.incident import Incident
from command_center.domain.permissions import Permission, demand
from command_center.domain.referral import NoticeKind, NoticeState, PublicNotice
from command_center.domain.room import Role, Source
from command_center.ports import UnitOfWork

TITLE_LONGEST, TEXT_LONGEST = 120, 2000
WANTED = "notices"
"""The option of a source that wants to hear of public notices: "yes"."""


@dataclass(frozen=True, slots=True)
class DraftNotice:
    """A place is `lat` + `lon`, or the name or code of an `area`, or neither. `valid_until` None:
    until it is withdrawn."""

    kind: NoticeKind
    title: str
    text: str
    valid_from: datetime | None = None
    valid_until: datetime | None = None
    area: str = ""
    lat: float | None = None
    lon: float | None = None
    incident_id: str | None = None


@dataclass(frozen=True, slots=True)
class ApproveNotice:
    notice_id: str


@dataclass(frozen=True, slots=True)
class WithdrawNotice:
    """A draft is dropped; of an approved one everybody hears that it holds no longer, which is
    said by who may approve."""

    notice_id: str


@verb(DraftNotice, "notice.drafted", Permission.REFER)
def draft_notice(work: UnitOfWork, command: DraftNotice, ctx: Context) -> Result:
    title, text = command.title.strip()[:TITLE_LONGEST], command.text.strip()[:TEXT_LONGEST]
    if not title or not text:
        raise OperatorError("notice_needs_words")
    begins, ends = command.valid_from or ctx.now, command.valid_until
    if ends is not None and ends <= max(begins, ctx.now):
        raise OperatorError("notice_over")
    if command.incident_id is not None:
        work.get(Incident, command.incident_id)
    notice = PublicNotice(
        id=ctx.new_id(),
        version=1,
        kind=command.kind,
        title=title,
        text=text,
        area_code=_area(command, ctx),
        lat=command.lat,
        lon=command.lon,
        valid_from=begins,
        valid_until=ends,
        state=NoticeState.DRAFT,
        made_at=ctx.now,
        made_by=ctx.act.actor,
        approved_at=None,
        approved_by=None,
        incident_id=command.incident_id,
    )
    work.add(notice)
    return {"notice_id": notice.id, "incident_id": notice.incident_id, "title": title}


def _area(command: DraftNotice, ctx: Context) -> str | None:
    if command.lat is not None and command.lon is not None:
        return ctx.city.area_at(command.lat, command.lon)
    return ctx.city.area_named(command.area) if command.area else None


@verb(ApproveNotice, "notice.approved", Permission.PUBLISH)
def approve_notice(work: UnitOfWork, command: ApproveNotice, ctx: Context) -> Result:
    notice = work.get(PublicNotice, command.notice_id)
    if notice.state is NoticeState.APPROVED:
        return _result(notice)
    if notice.state is not NoticeState.DRAFT:
        raise OperatorError("notice_withdrawn")
    if notice.valid_until is not None and notice.valid_until <= ctx.now:
        raise OperatorError("notice_over")
    approved: dict[str, object] = {"approved_at": ctx.now, "approved_by": ctx.act.actor}
    notice = work.change(notice, state=NoticeState.APPROVED, **approved)
    _tell_sources(work, notice, ctx)
    return _result(notice)


@verb(WithdrawNotice, "notice.withdrawn", Permission.REFER)
def withdraw_notice(work: UnitOfWork, command: WithdrawNotice, ctx: Context) -> Result:
    notice = work.get(PublicNotice, command.notice_id)
    was = notice.state
    if was is NoticeState.APPROVED:
        demand(Role(ctx.act.role), Permission.PUBLISH)
    if was is not NoticeState.WITHDRAWN:
        notice = work.change(notice, state=NoticeState.WITHDRAWN)
    if was is NoticeState.APPROVED:
        _tell_sources(work, notice, ctx)
    return _result(notice)


def _result(notice: PublicNotice) -> Result:
    return {"notice_id": notice.id, "incident_id": notice.incident_id, "title": notice.title}


def _tell_sources(work: UnitOfWork, notice: PublicNotice, ctx: Context) -> None:
    body = NoticeMessage(
        id="",
        at=ctx.now,
        notice=notice.id,
        kind=notice.kind.value,
        title=notice.title,
        text=notice.text,
        valid_from=notice.valid_from,
        valid_until=notice.valid_until,
        area=notice.area_code or "",
        lat=notice.lat,
        lon=notice.lon,
        withdrawn=notice.state is NoticeState.WITHDRAWN,
    )
    for source in work.find(Source, enabled=True):
        if source.reply_url and source.options.get(WANTED) == "yes":
            tell(
                work,
                ctx,
                reach=source.id,
                kind="notice",
                body=body,
                about_kind="public_notice",
                about_id=notice.id,
                incident_id=None,
            )
