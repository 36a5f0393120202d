"""Alarms as lines: rank, group, cap, and never drop one silently."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import groupby

from PySide6.QtCore import QCoreApplication

from command_center.commands.alarms import NEVER_SHELVED_RANK
from command_center.domain.room import Alarm, AlarmType
from command_center.domain.unit import Assignment
from command_center.situation.situation import Situation
from command_center.ui.detail.names import shown_title
from command_center.ui.format import moment
from command_center.ui.seat import Seat
from command_center.ui.sentences import sentence

translate = QCoreApplication.translate
FLOOD = 3
"""More than this many of one type become one line with a count."""


def waiting(situation: Situation, now: datetime) -> list[Alarm]:
    """Not answered, not put aside and not over: most urgent first, oldest first."""
    return [
        alarm
        for alarm in situation.open_alarms()
        if alarm.acknowledged_at is None and not is_shelved(alarm, now)
    ]


def shelvable(situation: Situation, now: datetime) -> list[Alarm]:
    """Those that wait and may be put aside: all but the most urgent, lowest rank first."""
    found = [alarm for alarm in waiting(situation, now) if alarm.rank > NEVER_SHELVED_RANK]
    return sorted(found, key=lambda alarm: (-alarm.rank, alarm.raised_at))


def is_shelved(alarm: Alarm, now: datetime) -> bool:
    """Put aside, and the time is not over."""
    return alarm.shelved_until is not None and alarm.shelved_until > now


def grouped(alarms: Sequence[Alarm]) -> list[list[Alarm]]:
    """One list per line, in order of rank and age; a flood of one type is one line."""
    lines: list[list[Alarm]] = []
    by_type = sorted(alarms, key=lambda alarm: (alarm.rank, alarm.type.value, alarm.raised_at))
    for _, same in groupby(by_type, key=lambda alarm: (alarm.rank, alarm.type)):
        group = list(same)
        if len(group) > FLOOD:
            lines.append(group)
        else:
            lines.extend([alarm] for alarm in group)
    return sorted(lines, key=lambda line: (line[0].rank, line[0].raised_at))


def alarm_line(group: Sequence[Alarm], seat: Seat) -> str:
    """One alarm's sentence, or the first of a flood and how many more there are."""
    text = alarm_text(group[0], seat)
    if len(group) == 1:
        return text
    more = translate("Alarms", "%1 dan %2 lagi").replace("%2", str(len(group) - 1))
    return more.replace("%1", text)


def alarm_text(alarm: Alarm, seat: Seat) -> str:
    """What it is about, by the names the room uses now, else by those it was raised with."""
    name = alarm.params.get("name")
    spare = {"source": name, "camera": name} if name else {}
    if alarm.type is AlarmType.CAMERA_TAMPERED:
        spare["what"] = sentence(f"eye_{alarm.params.get('kind', '')}", {})
    if alarm.type is AlarmType.DATABASE_RESTORED:
        spare["at"] = moment(alarm.params.get("backup_at", ""), seat.zone)
    if alarm.type is AlarmType.REPORT_FLOOD:
        return sentence(alarm.type.value, {**alarm.params, "what": _flooding(alarm, seat)})
    if alarm.type is AlarmType.BACKUP_FAILED:
        return sentence(alarm.type.value, {"why": sentence(alarm.params.get("why", ""), {})})
    return sentence(alarm.type.value, {**spare, **alarm.params, **_named(alarm, seat)})


def _flooding(alarm: Alarm, seat: Seat) -> str:
    """What so many report, and where."""
    area = seat.city.gazetteer.by_code(alarm.params.get("area", ""))
    kind = alarm.params.get("what", "")
    parts = (shown_title(kind, kind), area.name if area else "")
    return " · ".join(part for part in parts if part)


def _named(alarm: Alarm, seat: Seat) -> dict[str, object]:
    situation, kind, id = seat.situation, alarm.subject_kind, alarm.subject_id
    if kind == "area":
        area = seat.city.gazetteer.by_code(id)
        return {"area": area.name} if area else {}
    row = situation.get(kind, id) if kind in situation.tables.rows else None
    if row is None:
        return {}
    if kind == "assignment":
        return _of_order(situation, row)
    if kind == "unit":
        held = situation.active_assignment(row.id)
        return _of_order(situation, held) if held else {"unit": row.call_sign}
    if kind == "incident":
        return {"number": row.number}
    return {kind: getattr(row, "label", "") or getattr(row, "name", "")}


def _of_order(situation: Situation, held: Assignment) -> dict[str, object]:
    unit, incident = situation.unit(held.unit_id), situation.incident(held.incident_id)
    names: dict[str, object] = {"unit": unit.call_sign} if unit else {}
    return {**names, "number": incident.number} if incident else names


def newest_first(alarms: Iterable[Alarm], most: int) -> list[Alarm]:
    """The last `most` alarms of the room, whatever became of them."""
    return sorted(alarms, key=lambda alarm: alarm.raised_at, reverse=True)[:most]
