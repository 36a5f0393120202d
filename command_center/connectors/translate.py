"""Contract records to commands of the room. Positions are telemetry, not commands."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from command_center.commands.follow import FollowReport, FollowUnit, ReportStep, UnitStep
from command_center.commands.instruction_out import HearFromUnit
from command_center.commands.intake import ReceiveReport
from command_center.commands.room import RegisterUnit
from command_center.commands.strength import RegisterStrength
from command_center.connectors.agency.translate import referral_answer
from command_center.connectors.call_110.translate import call_event
from command_center.connectors.hospital.translate import hospital_report, standby_answer
from command_center.connectors.personal import Cleared
from command_center.connectors.radio.translate import radio_line, rating
from command_center.contract.records import (
    CallRecord,
    HospitalRecord,
    InstructionHeardRecord,
    PositionRecord,
    RadioRecord,
    RatingRecord,
    ReferralRecord,
    ReportRecord,
    ReportUpdateRecord,
    StandbyRecord,
    StrengthRecord,
    UnitRecord,
    UnitStatusRecord,
)
from command_center.domain.errors import OperatorError
from command_center.domain.incident import Disposition, Priority, ReporterKind
from command_center.domain.place import LocatedBy
from command_center.domain.unit import UnitStatus

# the field of the command that tells one reporter from another
_REFERENCE: Mapping[type[Any], str] = {ReportRecord: "reporter_ref", CallRecord: "caller_ref"}


def command_of(source_id: str, cleared: Cleared) -> Any | None:
    """The command a record asks for; None for a position."""
    record = cleared.item.record
    translate = _TRANSLATORS.get(type(record))
    if translate is None:
        raise OperatorError("record_not_taken", kind=str(record.__struct_config__.tag))
    command = translate(source_id, record, cleared.item.digest)
    if command is None or cleared.subject_id is None:
        return command
    known = {_REFERENCE[type(record)]: cleared.reporter_ref, "subject_id": cleared.subject_id}
    told: Any = replace(command, **known)
    return told


def _report(source_id: str, record: ReportRecord, digest: str) -> ReceiveReport:
    return ReceiveReport(
        source_id=source_id,
        external_id=record.id,
        category=record.category,
        text=record.text,
        reporter=ReporterKind(record.reporter),
        occurred_at=record.at,
        lat=record.lat,
        lon=record.lon,
        accuracy_m=record.accuracy_m,
        located_by=LocatedBy(record.located_by),
        area=record.area,
        address=record.address,
        priority=Priority(record.priority) if record.priority else None,
        digest=digest,
        channel=record.channel,
        attachments=tuple(one.url for one in record.attachments),
    )


def _update(source_id: str, record: ReportUpdateRecord, digest: str) -> FollowReport:
    return FollowReport(
        source_id=source_id,
        external_id=record.report,
        step=ReportStep(record.step),
        at=record.at,
        text=record.text,
        disposition=Disposition(record.disposition) if record.disposition else None,
        digest=digest,
        attachments=tuple(one.url for one in record.attachments),
    )


def _unit(source_id: str, record: UnitRecord, digest: str) -> RegisterUnit:
    return RegisterUnit(
        call_sign=record.call_sign,
        agency=record.agency,
        kind=record.kind,
        capabilities=record.capabilities,
        crew=record.crew,
        home=record.home,
        parent=record.parent,
        status=UnitStatus(record.status),
        since=record.at,
        digest=digest,
    )


def _unit_status(source_id: str, record: UnitStatusRecord, digest: str) -> FollowUnit:
    return FollowUnit(
        source_id=source_id,
        report_id=record.report,
        call_sign=record.call_sign,
        step=UnitStep(record.status),
        at=record.at,
        label=record.label,
        digest=digest,
    )


def _instruction_heard(source_id: str, record: InstructionHeardRecord, digest: str) -> HearFromUnit:
    return HearFromUnit(
        source_id=source_id,
        instruction_id=record.instruction,
        call_sign=record.call_sign,
        by=record.by,
        at=record.at,
        digest=digest,
    )


def _strength(source_id: str, record: StrengthRecord, digest: str) -> RegisterStrength:
    return RegisterStrength(
        agency=record.agency,
        area=record.area,
        people=record.people,
        on_duty=record.on_duty,
        call_sign=record.call_sign,
        at=record.at,
        digest=digest,
    )


def _position(source_id: str, record: PositionRecord, digest: str) -> None:
    return None


# (source id, record, digest of its content) -> command
_TRANSLATORS: Mapping[type[Any], Callable[[str, Any, str], Any | None]] = {
    ReportRecord: _report,
    CallRecord: call_event,
    ReportUpdateRecord: _update,
    ReferralRecord: referral_answer,
    UnitRecord: _unit,
    UnitStatusRecord: _unit_status,
    PositionRecord: _position,
    RadioRecord: radio_line,
    RatingRecord: rating,
    StrengthRecord: _strength,
    HospitalRecord: hospital_report,
    StandbyRecord: standby_answer,
    InstructionHeardRecord: _instruction_heard,
}
