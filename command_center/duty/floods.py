"""What is due about many reports at once: a flood, who is in danger in it, and a late backlog."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from command_center.advice.flood import Flood
from command_center.commands.alarms import RaiseAlarm, RecountAlarm
from command_center.domain.incident import Incident
from command_center.domain.room import Alarm, AlarmType
from command_center.duty.due import Due
from command_center.situation.situation import Situation

TEXT_LENGTH = 1_000
OLD_NEWS = timedelta(hours=12)
"""A notice that was answered is not kept for ever; what it counted must not ring again then."""
COUNTED = frozenset({AlarmType.REPORT_FLOOD, AlarmType.PLAN_OVERDUE})


def flooding(situation: Situation, now: datetime) -> Iterator[Due]:
    """One ring for many reports of one happening, with how many there are by now."""
    for flood in situation.floods.begun():
        if flood.goes_on(now):
            yield Due(AlarmType.REPORT_FLOOD, "incident", flood.first_id, _counted(flood))


def _counted(flood: Flood) -> dict[str, str]:
    return {
        "reports": str(flood.reports),
        "reporters": flood.reporters,
        "what": flood.category,
        "area": flood.area_code or "",
    }


def recounts(situation: Situation, should: dict[tuple[str, str], Due]) -> list[RecountAlarm]:
    """What brings the numbers of alarms that stand to those of now."""
    commands = []
    for alarm in situation.open_alarms():
        due = should.get((alarm.type.value, alarm.subject_id))
        if alarm.type in COUNTED and due is not None:
            fresh = {k: v for k, v in due.params.items() if alarm.params.get(k) != v}
            commands += [RecountAlarm(alarm.id, fresh)] if fresh else []
    return commands


def endangered_in_floods(situation: Situation, now: datetime) -> list[RaiseAlarm]:
    """Each message of a flood that says somebody is in danger rings once, by itself."""
    said = {a.subject_id for a in situation.all("alarm") if a.type is AlarmType.DANGER_IN_FLOOD}
    commands = []
    for flood in situation.floods.begun():
        for incident_id, report_id in flood.dangers.items() if flood.goes_on(now) else ():
            incident = situation.incident(incident_id)
            report = situation.get("report", report_id)
            if incident_id in said or incident is None or report is None or not incident.is_open:
                continue
            commands.append(_danger(incident, report.text))
    return commands


def _danger(incident: Incident, text: str) -> RaiseAlarm:
    params = {
        "number": str(incident.number),
        "title": incident.title,
        "text": text[:TEXT_LENGTH],
    }
    return RaiseAlarm(AlarmType.DANGER_IN_FLOOD, "incident", incident.id, params)


def backlogs(situation: Situation, now: datetime) -> list[RaiseAlarm | RecountAlarm]:
    """One notice a source for all that arrived late since somebody answered the last one."""
    commands: list[RaiseAlarm | RecountAlarm] = []
    newest = _newest_backlogs(situation)
    for source_id, late in situation.late.items():
        alarm, source = newest.get(source_id), situation.source(source_id)
        since = alarm.cleared_at if alarm else None
        since = max(since, now - OLD_NEWS) if since else now - OLD_NEWS
        count = sum(1 for at in late.values() if at > since)
        name = source.name if source else source_id
        params = {"name": name, "count": str(count)}
        if alarm is not None and alarm.cleared_at is None:
            if int(alarm.params.get("count", "0")) < count:
                commands.append(RecountAlarm(alarm.id, {"count": str(count)}))
        elif count:
            commands.append(RaiseAlarm(AlarmType.SOURCE_BACKLOG, "source", source_id, params))
    return commands


def _newest_backlogs(situation: Situation) -> dict[str, Alarm]:
    """The last notice of each source."""
    found: dict[str, Alarm] = {}
    for alarm in situation.all("alarm"):
        if alarm.type is AlarmType.SOURCE_BACKLOG:
            known = found.get(alarm.subject_id)
            if known is None or alarm.raised_at > known.raised_at:
                found[alarm.subject_id] = alarm
    return found
