"""Contract records to commands of the room. Positions are telemetry, not commands."""

from __future__ import annotations

from typing import Any, assert_never

from command_center.commands.follow import FollowReport, FollowUnit, ReportStep, UnitStep
from command_center.commands.intake import ReceiveReport
from command_center.commands.room import RegisterUnit
from command_center.contract.page import Accepted
from command_center.contract.records import (
    PositionRecord,
    ReportRecord,
    ReportUpdateRecord,
    UnitRecord,
    UnitStatusRecord,
)
from command_center.domain.incident import Disposition, Priority, ReporterKind
from command_center.domain.place import LocatedBy
from command_center.domain.unit import UnitStatus


def command_of(source_id: str, item: Accepted) -> Any | None:
    """The command a record asks for; None for a position."""
    record = item.record
    match record:
        case ReportRecord():
            return _report(source_id, record, item.digest)
        case ReportUpdateRecord():
            return FollowReport(
                source_id=source_id,
                external_id=record.report,
                step=ReportStep(record.step),
                at=record.at,
                text=record.text,
                disposition=Disposition(record.disposition) if record.disposition else None,
                digest=item.digest,
            )
        case UnitRecord():
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
                digest=item.digest,
            )
        case UnitStatusRecord():
            return FollowUnit(
                source_id=source_id,
                report_id=record.report,
                call_sign=record.call_sign,
                step=UnitStep(record.status),
                at=record.at,
                label=record.label,
                digest=item.digest,
            )
        case PositionRecord():
            return None
        case _:
            assert_never(record)


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
    )
