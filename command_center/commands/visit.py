"""Jemput bola: a partner of the neighbourhood is asked to go and see, before anybody calls."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from command_center.commands.partners import area_coded, rw_of
from command_center.commands.registry import Context, Result, verb
from command_center.commands.tell import tell
from command_center.contract.messages import VisitMessage
from command_center.domain.errors import OperatorError
from command_center.domain.incident import Incident
from command_center.domain.partner import Partner, PartnerKind
from command_center.domain.permissions import Permission
from command_center.domain.referral import Visit
from command_center.domain.room import Source
from command_center.ports import UnitOfWork

TEXT_LENGTH, OUTCOME_LENGTH = 4000, 4000
DUE_MINUTES, MOST_MINUTES = 24 * 60, 30 * 24 * 60
ASKED_FIRST = (PartnerKind.BHABINKAMTIBMAS, PartnerKind.POLISI_RW)


@dataclass(frozen=True, slots=True)
class AskVisit:
    """Of that partner, or else of whoever answers for the neighbourhood: its Bhabinkamtibmas, else
    its Polisi RW; without an `area` it is the incident's. Words only, no names of reporters."""

    incident_id: str
    text: str
    partner_id: str = ""
    area: str = ""
    rw: str = ""
    due_minutes: int = DUE_MINUTES


@dataclass(frozen=True, slots=True)
class DoneVisit:
    """Somebody was there, or says why not."""

    visit_id: str
    outcome: str


@verb(AskVisit, "visit.asked", Permission.REFER)
def ask_visit(work: UnitOfWork, command: AskVisit, ctx: Context) -> Result:
    text = command.text.strip()[:TEXT_LENGTH]
    if not text:
        raise OperatorError("visit_needs_text")
    if not 1 <= command.due_minutes <= MOST_MINUTES:
        raise OperatorError("visit_due_range", most=MOST_MINUTES // 1440)
    incident = work.get(Incident, command.incident_id)
    area, rw = area_coded(command.area, ctx) or incident.area_code, rw_of(command.rw)
    partner = _asked(work, command.partner_id, area, rw)
    area = (partner.area_code if partner else None) or area
    if area is None:
        raise OperatorError("visit_needs_place")
    visit = Visit(
        id=ctx.new_id(),
        version=1,
        incident_id=incident.id,
        partner_id=partner.id if partner else None,
        area_code=area,
        rw=rw or (partner.rw if partner else ""),
        text=text,
        asked_at=ctx.at,
        asked_by=ctx.act.actor,
        due_at=ctx.at + timedelta(minutes=command.due_minutes),
        done_at=None,
        outcome="",
    )
    work.add(visit)
    told = partner is not None and _told(work, visit, partner, ctx)
    return {"incident_id": incident.id, "visit_id": visit.id, "told": told}


def _asked(work: UnitOfWork, partner_id: str, area: str | None, rw: str) -> Partner | None:
    if partner_id:
        partner = work.get(Partner, partner_id)
        if partner.left_at is not None:
            raise OperatorError("partner_has_left", name=partner.name)
        return partner
    if area is None:
        return None
    return answering(work.find(Partner, area_code=area, left_at=None), rw)


def answering(partners: Sequence[Partner], rw: str) -> Partner | None:
    """Who of a kelurahan's partners answers for the RW: whoever is of that RW before whoever is of
    the whole kelurahan, a Bhabinkamtibmas before a Polisi RW."""
    fitting = [p for p in partners if p.kind in ASKED_FIRST and p.rw in (rw, "")]
    order = lambda p: (p.rw != rw, ASKED_FIRST.index(p.kind), p.name, p.id)  # noqa: E731 - a key
    return min(fitting, key=order, default=None)


def _told(work: UnitOfWork, visit: Visit, partner: Partner, ctx: Context) -> bool:
    """Whether a message goes out: the partner's reach is a source that takes answers. Anybody else
    is told by telephone or radio, and the card says so."""
    found = work.find(Source, id=partner.reach) if partner.reach else []
    if not found or not found[0].reply_url:
        return False
    body = VisitMessage(
        id="",
        at=visit.asked_at,
        visit=visit.id,
        area=visit.area_code or "",
        rw=visit.rw,
        text=visit.text,
        due_at=visit.due_at,
    )
    tell(
        work,
        ctx,
        reach=partner.reach,
        kind="visit",
        body=body,
        about_kind="visit",
        about_id=visit.id,
        incident_id=visit.incident_id,
    )
    return True


@verb(DoneVisit, "visit.done", Permission.REFER)
def done_visit(work: UnitOfWork, command: DoneVisit, ctx: Context) -> Result:
    visit = work.get(Visit, command.visit_id)
    outcome = command.outcome.strip()[:OUTCOME_LENGTH]
    if not outcome:
        raise OperatorError("visit_needs_outcome")
    if visit.done_at is not None:
        raise OperatorError("visit_is_done")
    work.change(visit, done_at=_not_before(ctx.at, visit.asked_at), outcome=outcome)
    return {"incident_id": visit.incident_id, "visit_id": visit.id}


def _not_before(at: datetime, began: datetime) -> datetime:
    return max(at, began)
