"""Incidents handed to another agency: sent, answered, withdrawn, and asked after when nobody does.

What the agency is told goes out with the act (commands.tell) or on paper; its own clock runs from
then, and where the law sets one, that.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from command_center.advice.referrals import Rule, rule_table
from command_center.commands.conflicts import lost_to
from command_center.commands.registry import Context, Result, verb
from command_center.commands.tell import CONTRACT, EMAIL, tell
from command_center.contract.messages import ReferralMessage
from command_center.domain.errors import Conflict, NotAllowed, OperatorError
from command_center.domain.incident import Incident
from command_center.domain.permissions import Permission
from command_center.domain.referral import Referral, ReferralState
from command_center.domain.room import Alarm, AlarmType, Role, Source, Staff
from command_center.domain.unit import Agency, ReferralVia
from command_center.ports import UnitOfWork

TEXT_LONGEST = 4_000
REASON_LONGEST = 500
NUMBER_LONGEST = 200
MOST_ESCALATIONS = 3
STANDING = frozenset({ReferralState.SENT, ReferralState.ACCEPTED})
# A mobile number or a national id (NIK): whose it is, nobody needs to know to do their work.
_NAMES_SOMEBODY = re.compile(
    r"(?<!\d)(?:\+?62|0)[ .-]?8(?:[ .-]?\d){7,12}(?!\d)|(?<!\d)\d{16}(?!\d)"
)
ADDRESS = re.compile(r"[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63})+")


@dataclass(frozen=True, slots=True)
class ReferIncident:
    """Hand the incident to the agency with these words. `via` None: the way the agency is reached;
    `rule`: the legal clock it comes under (resources/codes/referral.toml), "" for its own."""

    incident_id: str
    agency_id: str
    text: str
    via: ReferralVia | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class AnswerReferral:
    """What the agency says: `number` is its own, `outcome` what came of it. `source_id`: the
    system that said so, "" for a person who heard it; `at` when it was said (None: now)."""

    referral_id: str
    state: ReferralState
    number: str = ""
    reason: str = ""
    outcome: str = ""
    at: datetime | None = None
    source_id: str = ""
    digest: str = ""


@dataclass(frozen=True, slots=True)
class WithdrawReferral:
    """It is not theirs any more; they are told."""

    referral_id: str
    reason: str


@dataclass(frozen=True, slots=True)
class EscalateReferral:
    """The clockwork's: nobody answered in time, for the `step`th time (1 to MOST_ESCALATIONS)."""

    referral_id: str
    step: int


@verb(ReferIncident, "incident.referred", Permission.REFER)
def refer(work: UnitOfWork, command: ReferIncident, ctx: Context) -> Result:
    text = _worded(command.text)
    incident, agency = work.get(Incident, command.incident_id), work.get(Agency, command.agency_id)
    if incident.merged_into is not None:
        raise lost_to(
            work, "incident", incident.id, "merged_into", merged_into=incident.merged_into
        )
    if agency.ours:
        raise OperatorError("referral_to_ourselves", agency=agency.short)
    _demand_first(work, incident, agency)
    rule = _rule(command.rule, agency)
    via = _way(work, agency, command.via)
    answer_due_at, outcome_due_at = _clocks(agency, rule, ctx)
    referral = Referral(
        id=ctx.new_id(),
        version=1,
        incident_id=incident.id,
        agency_id=agency.id,
        text=text,
        via=via,
        state=ReferralState.SENT,
        rule=command.rule,
        their_number="",
        reason="",
        outcome="",
        referred_at=ctx.now,
        referred_by=ctx.act.actor,
        answer_due_at=answer_due_at,
        answered_at=None,
        outcome_due_at=outcome_due_at,
        ended_at=None,
        escalated=0,
    )
    work.add(referral)
    _tell(work, referral, incident, agency, ctx)
    return _told(referral)


def _worded(text: str) -> str:
    if not text.strip():
        raise OperatorError("referral_needs_text")
    if len(text) > TEXT_LONGEST:
        raise OperatorError("text_too_long", limit=TEXT_LONGEST)
    if names_somebody(text):
        raise OperatorError("referral_names_somebody")
    return text.strip()


def names_somebody(text: str) -> bool:
    """Whether a telephone number or a national id is in it."""
    return _NAMES_SOMEBODY.search(text) is not None


def _demand_first(work: UnitOfWork, incident: Incident, agency: Agency) -> None:
    """Two desks that send the same to the same agency: the second one hears of the first."""
    for row in work.find(Referral, incident_id=incident.id, agency_id=agency.id, ended_at=None):
        theirs: dict[str, object] = {"agency_id": agency.id}
        raise Conflict("referral", row.id, by=row.referred_by, at=row.referred_at, theirs=theirs)


def _rule(code: str, agency: Agency) -> Rule | None:
    if not code:
        return None
    rule = rule_table().rules.get(code)
    if rule is None or agency.code not in rule.agencies:
        raise OperatorError("referral_rule_unknown", rule=code, agency=agency.short)
    return rule


def _way(work: UnitOfWork, agency: Agency, asked: ReferralVia | None) -> ReferralVia:
    """As asked, where the agency can be reached so; a letter always can."""
    via = asked or agency.via
    if via is ReferralVia.LETTER or _reached(work, agency, via):
        return via
    if asked is None and not agency.reach:
        return ReferralVia.LETTER
    raise OperatorError("agency_not_reached", agency=agency.short)


def _reached(work: UnitOfWork, agency: Agency, via: ReferralVia) -> bool:
    if agency.via is not via:
        return False
    if via is ReferralVia.EMAIL:
        return ADDRESS.fullmatch(agency.reach) is not None
    found = work.find(Source, id=agency.reach)
    return bool(found and found[0].enabled and found[0].reply_url)


def _clocks(
    agency: Agency, rule: Rule | None, ctx: Context
) -> tuple[datetime | None, datetime | None]:
    """Until when it should be answered and done: by law, else within the agency's own times."""
    if rule is not None:
        due_at, day = rule_table().due_at, ctx.city.local_day
        return due_at(ctx.now, rule.act, day), due_at(ctx.now, rule.more, day)
    return _after(agency.answer_s, ctx), _after(agency.outcome_s, ctx)


def _after(seconds: int, ctx: Context) -> datetime | None:
    return ctx.now + timedelta(seconds=seconds) if seconds else None


def _tell(
    work: UnitOfWork,
    referral: Referral,
    incident: Incident,
    agency: Agency,
    ctx: Context,
    *,
    withdrawn: bool = False,
) -> None:
    """By contract or e-mail; of a letter the room knows no more than that it was printed."""
    if referral.via is ReferralVia.LETTER:
        return
    address = "" if names_somebody(incident.address) else incident.address
    body = ReferralMessage(
        id="",
        at=ctx.now,
        referral=referral.id,
        number=f"{incident.day}/{incident.number:04d}",
        category=incident.category,
        text=referral.text,
        address=address,
        area=incident.area_code or "",
        lat=incident.lat,
        lon=incident.lon,
        rule=referral.rule,
        answer_due_at=referral.answer_due_at,
        outcome_due_at=referral.outcome_due_at,
        withdrawn=withdrawn,
    )
    tell(
        work,
        ctx,
        reach=agency.reach,
        kind="referral",
        body=body,
        about_kind="referral",
        about_id=referral.id,
        incident_id=incident.id,
        channel=EMAIL if referral.via is ReferralVia.EMAIL else CONTRACT,
    )


@verb(AnswerReferral, "referral.answered", Permission.ANSWER_REFERRALS, always_logged=True)
def answer(work: UnitOfWork, command: AnswerReferral, ctx: Context) -> Result:
    row = work.get(Referral, command.referral_id)
    agency = work.get(Agency, row.agency_id)
    _demand_theirs(work, agency, command, ctx)
    if command.state not in _ANSWERS:
        raise OperatorError("referral_answer_unknown", state=command.state.value)
    if not command.source_id:
        _demand_words(command)
    state = _moved(row, command)
    said_at = min(command.at or ctx.at, ctx.now)
    fields: dict[str, Any] = {"state": state, "answered_at": row.answered_at or said_at}
    ended = state not in STANDING
    fields["ended_at"] = (row.ended_at or said_at) if ended else None
    fields |= {"answered_by": command.source_id or ctx.act.actor, **_words(command)}
    if state is not row.state:
        fields["escalated"] = 0
    work.change(row, **fields)
    return {**_told(row), "state": command.state.value, "heard": not command.source_id}


_ANSWERS = frozenset({ReferralState.ACCEPTED, ReferralState.REFUSED, ReferralState.DONE})


def _words(command: AnswerReferral) -> dict[str, Any]:
    """What is not said again stays."""
    said = {
        "their_number": command.number.strip()[:NUMBER_LONGEST],
        "reason": command.reason.strip()[:REASON_LONGEST],
        "outcome": command.outcome.strip()[:TEXT_LONGEST],
    }
    return {name: text for name, text in said.items() if text}


def _demand_theirs(work: UnitOfWork, agency: Agency, command: AnswerReferral, ctx: Context) -> None:
    """A system answers what was sent to it, a liaison what was sent to the own agency."""
    if command.source_id and command.source_id != agency.reach:
        raise OperatorError("referral_not_theirs", agency=agency.short)
    staff = work.find(Staff, id=ctx.act.actor, role=Role.LIAISON)
    if staff and staff[0].agency_id != agency.id:
        raise NotAllowed("referral_of_other_agency", agency=agency.short)


def _demand_words(command: AnswerReferral) -> None:
    if command.state is ReferralState.REFUSED and not command.reason.strip():
        raise OperatorError("referral_needs_reason")
    if command.state is ReferralState.DONE and not command.outcome.strip():
        raise OperatorError("referral_needs_outcome")


def _moved(row: Referral, command: AnswerReferral) -> ReferralState:
    """Where the answer takes it. What was withdrawn stays so, whatever they still say of it, and
    what is done is not accepted again: messages overtake one another."""
    if row.state is ReferralState.WITHDRAWN:
        return row.state
    if row.state is ReferralState.DONE and command.state is ReferralState.ACCEPTED:
        return row.state
    if row.state is ReferralState.DONE and command.state is ReferralState.REFUSED:
        raise OperatorError("referral_is_over", state=row.state.value)
    return command.state


@verb(WithdrawReferral, "referral.withdrawn", Permission.REFER)
def withdraw(work: UnitOfWork, command: WithdrawReferral, ctx: Context) -> Result:
    reason = command.reason.strip()
    if not reason:
        raise OperatorError("referral_needs_reason")
    row = work.get(Referral, command.referral_id)
    if row.state is ReferralState.WITHDRAWN:
        return _told(row)
    if row.state not in STANDING:
        raise OperatorError("referral_is_over", state=row.state.value)
    withdrawn = replace(row, text=_worded(f"{row.text}\n\nDitarik: {reason}"[:TEXT_LONGEST]))
    work.change(
        row, state=ReferralState.WITHDRAWN, reason=reason[:REASON_LONGEST], ended_at=ctx.now
    )
    incident, agency = work.get(Incident, row.incident_id), work.get(Agency, row.agency_id)
    _tell(work, withdrawn, incident, agency, ctx, withdrawn=True)
    return _told(row)


def next_step_at(row: Referral) -> datetime | None:
    """When the silence is worth another step: at each due time, then once more for every time as
    long again. None: nothing is due, or nobody is left to ask."""
    if row.state not in STANDING or row.escalated >= MOST_ESCALATIONS:
        return None
    due_at = overdue_from(row)
    if due_at is None:
        return None
    return due_at + row.escalated * (due_at - row.referred_at)


def overdue_from(row: Referral) -> datetime | None:
    """The clock that runs now: to be answered, then to be done."""
    if row.state is ReferralState.SENT:
        return row.answer_due_at
    return row.outcome_due_at if row.state is ReferralState.ACCEPTED else None


@verb(EscalateReferral, "referral.escalated", Permission.RUN_CLOCKWORK)
def escalate(work: UnitOfWork, command: EscalateReferral, ctx: Context) -> Result:
    row = work.get(Referral, command.referral_id)
    due_at = next_step_at(row)
    if row.escalated == command.step - 1 and due_at is not None and due_at <= ctx.now:
        work.change(row, escalated=command.step)
        _ring_again(work, row, ctx)
    return {**_told(row), "step": command.step}


def _ring_again(work: UnitOfWork, row: Referral, ctx: Context) -> None:
    """What somebody heard of the step before says nothing of this one: the clock raises it anew."""
    about = AlarmType.REFERRAL_UNANSWERED
    for alarm in work.find(Alarm, type=about, subject_id=row.id, cleared_at=None):
        if alarm.acknowledged_at is not None:
            work.change(alarm, cleared_at=ctx.now)


def _told(row: Referral) -> dict[str, Any]:
    """Every entry names both: a timeline shows one entry at a time."""
    return {"referral_id": row.id, "incident_id": row.incident_id, "agency_id": row.agency_id}
