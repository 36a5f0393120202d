"""Reports that ring by themselves: somebody pressed the panic button, somebody beat a kentongan."""

from __future__ import annotations

from collections.abc import Mapping

from command_center.commands.alarms import RaiseAlarm, raise_alarm
from command_center.commands.registry import Context
from command_center.domain.incident import Incident, Priority, Report
from command_center.domain.room import AlarmType
from command_center.ports import UnitOfWork

ALARMS: Mapping[str, AlarmType] = {
    "panic": AlarmType.PANIC,
    "kentongan": AlarmType.KENTONGAN,
}
"""By the channel a report came through."""


def priority_of(channel: str, given: Priority | None) -> Priority | None:
    """Whatever its source makes of it, such a report is a P1."""
    return Priority.P1 if channel in ALARMS else given


def ring(work: UnitOfWork, report: Report, incident: Incident, ctx: Context) -> None:
    """In the same act as the report. What reached the room too late to be news rings nowhere."""
    kind = ALARMS.get(report.channel)
    if kind is None or report.late:
        return
    params = {"number": str(incident.number), "title": incident.title}
    raise_alarm(work, RaiseAlarm(kind, "incident", incident.id, params), ctx)
