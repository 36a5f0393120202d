"""Reports come in: from sources by record, from operators by telephone."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from command_center.advice.duplicates.reading import Facts
from command_center.commands.attaching import attach
from command_center.commands.attachments import ask_for
from command_center.commands.calls import NOBODY, Caller, caller_of, link_call
from command_center.commands.filing import file_report
from command_center.commands.owners import in_this_shift
from command_center.commands.registry import Context, Result, verb
from command_center.commands.ringing import priority_of, ring
from command_center.commands.suggesting import overruled, suggest_for
from command_center.domain.errors import OperatorError
from command_center.domain.ids import ids_of
from command_center.domain.incident import (
    Attachment,
    AttachmentState,
    Incident,
    IncidentReport,
    IncidentStatus,
    Priority,
    Report,
    ReporterKind,
)
from command_center.domain.permissions import Permission
from command_center.domain.place import LocatedBy
from command_center.ports import UnitOfWork

SKEW_ALLOWED = timedelta(minutes=2)
TITLE_LENGTH = 80
TEXT_LENGTH = 4000
LINE_LENGTH = 200
MOST_REASONS, REASON_LENGTH = 32, 80
ADDRESS_LENGTH = 500
CHANNEL_LENGTH = 40
ALIAS_LENGTH = 12
_IDS_OF_CALL = ("external", "report", "incident")


@dataclass(frozen=True, slots=True)
class ReceiveReport:
    """One report of a source. Position or area may be missing; `digest` is the record's SHA-256,
    kept so that the same id with other content can be told apart. Makes an incident, or is filed
    under one that stands (commands.filing).
    `reporter_ref` and `subject_id` are what is left of a sealed person; `late`: no news any more;
    `attachments` are where the source keeps its files."""

    source_id: str
    external_id: str
    category: str
    text: str
    reporter: ReporterKind = ReporterKind.OPEN
    occurred_at: datetime | None = None
    lat: float | None = None
    lon: float | None = None
    accuracy_m: float | None = None
    located_by: LocatedBy = LocatedBy.UNKNOWN
    area: str = ""
    address: str = ""
    priority: Priority | None = None
    digest: str = ""
    channel: str = ""
    late: bool = False
    reporter_ref: str = ""
    subject_id: str | None = None
    attachments: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EnterCall:
    """A telephone call entered by an operator, who owns and thereby verifies what results.
    `reasons` are the codes of the rules that suggested `priority`; none: a person chose it.
    `alias` and `received_at` are of a call taken while the room was out of reach: the number its
    workstation gave it, and when; `phone_call` is the room's id of the call of the exchange."""

    category: str
    text: str
    address: str
    priority: Priority | None = None
    lat: float | None = None
    lon: float | None = None
    area: str = ""
    reporter: ReporterKind = ReporterKind.OPEN
    verified: bool = True
    reasons: tuple[str, ...] = ()
    alias: str = ""
    received_at: datetime | None = None
    phone_call: str = ""


@dataclass(frozen=True, slots=True)
class _Where:
    lat: float | None
    lon: float | None
    accuracy_m: float | None
    located_by: LocatedBy
    area_code: str | None


def _locate(command: ReceiveReport | EnterCall, ctx: Context) -> _Where:
    """The point if it has one; else the named area's label point, marked as such."""
    lat, lon = command.lat, command.lon
    if lat is not None and lon is not None:
        how = getattr(command, "located_by", LocatedBy.TYPED)
        how = LocatedBy.GPS if how is LocatedBy.UNKNOWN else how
        accuracy = getattr(command, "accuracy_m", None)
        return _Where(lat, lon, accuracy, how, ctx.city.area_at(lat, lon))
    code = ctx.city.area_named(command.area) if command.area else None
    point = ctx.city.label_point(code) if code else None
    if code is None or point is None:
        return _Where(None, None, None, LocatedBy.UNKNOWN, code)
    return _Where(point[0], point[1], 1500.0, LocatedBy.KELURAHAN, code)


def _add_report(
    work: UnitOfWork,
    command: ReceiveReport | EnterCall,
    external_id: str,
    ctx: Context,
    caller: Caller = NOBODY,
) -> Report:
    where = _locate(command, ctx)
    occurred_at = getattr(command, "occurred_at", None)
    report = Report(
        id=ctx.new_id(),
        version=1,
        source_id=getattr(command, "source_id", "110"),
        external_id=external_id,
        category=command.category[:LINE_LENGTH],
        text=command.text[:TEXT_LENGTH],
        reporter=command.reporter,
        occurred_at=occurred_at,
        received_at=_received_at(command, ctx),
        lat=where.lat,
        lon=where.lon,
        accuracy_m=where.accuracy_m,
        located_by=where.located_by,
        area_code=where.area_code,
        address=command.address[:ADDRESS_LENGTH],
        clock_skewed=occurred_at is not None and occurred_at > ctx.now + SKEW_ALLOWED,
        channel=getattr(command, "channel", caller.channel)[:CHANNEL_LENGTH],
        late=getattr(command, "late", False),
        reporter_ref=getattr(command, "reporter_ref", caller.ref),
        subject_id=getattr(command, "subject_id", caller.subject_id),
    )
    work.add(report)
    return report


def ask_attachments(
    work: UnitOfWork, report_id: str, references: tuple[str, ...], ctx: Context
) -> None:
    """Files that the source keeps, to be fetched; asked for once."""
    asked = {row.reference for row in work.find(Attachment, report_id=report_id)}
    for reference in dict.fromkeys(references):
        if reference in asked:
            continue
        work.add(
            Attachment(
                id=ctx.new_id(),
                version=1,
                report_id=report_id,
                reference=reference,
                state=AttachmentState.REQUESTED,
                media_type="",
                size=0,
                sha256="",
                file="",
                reason="",
                asked_at=ctx.now,
                stored_at=None,
            )
        )


def _received_at(command: ReceiveReport | EnterCall, ctx: Context) -> datetime:
    taken: datetime | None = getattr(command, "received_at", None)
    return ctx.now if taken is None else min(taken, ctx.now)


def _title(text: str, category: str) -> str:
    first = text.strip().split("\n", 1)[0]
    return (first or category)[:TITLE_LENGTH]


def _open_incident(
    work: UnitOfWork,
    report: Report,
    given: Priority | None,
    ctx: Context,
    *,
    own: bool,
    sure: bool,
    why: tuple[str, ...] = (),
    alias: str = "",
) -> Incident:
    suggestion = suggest_for(work, report, ctx)
    fired = suggestion.reasons
    reasons = (why or overruled(suggestion.priority.value, fired)) if given else fired
    number = work.next_number(ctx.city.local_day(report.received_at))
    made = _incident(report, number, given or suggestion.priority, reasons, ctx)
    incident = replace(made, alias=alias[:ALIAS_LENGTH] or None)
    if own:
        incident = replace(incident, owner_id=ctx.act.actor, claimed_at=ctx.at)
    if sure:
        verified = IncidentStatus.VERIFIED
        incident = replace(incident, status=verified, verified_at=ctx.at, verified_by=ctx.act.actor)
    work.add(incident)
    return incident


def _incident(
    report: Report, number: int, priority: Priority, reasons: tuple[str, ...], ctx: Context
) -> Incident:
    """As the report has it: nobody's, and not verified."""
    return Incident(
        id=ctx.new_id(),
        version=1,
        number=number,
        day=ctx.city.local_day(report.received_at),
        status=IncidentStatus.NEW,
        priority=priority,
        priority_reason=reasons,
        category=report.category,
        title=_title(report.text, report.category),
        owner_id=None,
        claimed_at=None,
        opened_at=report.received_at,
        occurred_at=report.occurred_at,
        verified_at=None,
        verified_by=None,
        first_order_at=None,
        first_on_scene_at=None,
        closed_at=None,
        disposition=None,
        merged_into=None,
        lat=report.lat,
        lon=report.lon,
        accuracy_m=report.accuracy_m,
        located_by=report.located_by,
        area_code=report.area_code,
        address=report.address,
        operation_id=None,
        alias=None,
        time_reversed=False,
    )


@verb(ReceiveReport, "report.received", Permission.TAKE_REPORTS)
def receive_report(work: UnitOfWork, command: ReceiveReport, ctx: Context) -> Result:
    report = _add_report(work, command, command.external_id, ctx)
    given = priority_of(report.channel, command.priority)
    filed = file_report(work, report, given, ctx)
    incident = filed.under
    if incident is None:
        incident = _open_incident(work, report, given, ctx, own=False, sure=False, why=("source",))
        attach(work, incident, report, ctx)
    ring(work, report, incident, ctx)
    ask_for(work, report.id, command.attachments, ctx)
    _remember(report, incident, filed.facts, ctx)
    return {
        "incident_id": incident.id,
        "report_id": report.id,
        "number": incident.number,
        "clock_skewed": report.clock_skewed,
        **filed.told,
    }


def _remember(report: Report, incident: Incident, facts: Facts | None, ctx: Context) -> None:
    """The next report of the same transaction is compared with this one, too."""
    if ctx.duplicates is not None and not report.late:
        ctx.duplicates.learn(incident.id, facts or ctx.duplicates.facts(report))


def incident_from(work: UnitOfWork, report: Report, ctx: Context) -> Incident:
    """An incident of a report's own, nobody's and not verified, with the report attached."""
    incident = _open_incident(work, report, None, ctx, own=False, sure=False)
    attach(work, incident, report, ctx)
    _remember(report, incident, None, ctx)
    return incident


@verb(EnterCall, "call.entered", Permission.TAKE_REPORTS)
def enter_call(work: UnitOfWork, command: EnterCall, ctx: Context) -> Result:
    if not command.text.strip() and not command.category:
        raise OperatorError("call_needs_text")
    external_id = ctx.new_id()
    anonymous = command.reporter is ReporterKind.ANONYMOUS
    caller = caller_of(work, command.phone_call, anonymous=anonymous)
    report = _add_report(work, command, external_id, ctx, caller)
    why = tuple(code[:REASON_LENGTH] for code in command.reasons[:MOST_REASONS])
    incident = _open_incident(
        work,
        report,
        command.priority,
        ctx,
        own=in_this_shift(work, ctx),
        sure=command.verified,
        why=why,
        alias=command.alias,
    )
    attach(work, incident, report, ctx)
    link_call(work, command.phone_call, None if anonymous else incident.id, ctx)
    _remember(report, incident, None, ctx)
    return {"incident_id": incident.id, "report_id": report.id, "number": incident.number}


def incident_of_call(op_id: str, at: datetime) -> str:
    """The id of the incident that a call makes, before it is stored."""
    ids = ids_of(op_id, at)
    return [ids() for _ in _IDS_OF_CALL][-1]


def report_of(work: UnitOfWork, source_id: str, external_id: str) -> Report:
    """OperatorError("unknown_report") of one that the source never sent."""
    reports = work.find(Report, source_id=source_id, external_id=external_id)
    if not reports:
        raise OperatorError("unknown_report", source=source_id, external_id=external_id)
    return reports[0]


def incident_of(work: UnitOfWork, source_id: str, external_id: str) -> Incident:
    """The incident a source's report is attached to."""
    report = report_of(work, source_id, external_id)
    link = work.find(IncidentReport, report_id=report.id, detached_at=None)[0]
    return work.get(Incident, link.incident_id)
