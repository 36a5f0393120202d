"""Alarms as lines: rank, group, cap, and never drop one silently."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from PySide6.QtCore import QCoreApplication

from command_center.domain.room import Alarm
from command_center.situation.situation import Situation
from command_center.ui.sentences import sentence

translate = QCoreApplication.translate
FLOOD = 3
"""More than this many of one type become one line with a count."""


def waiting(situation: Situation) -> list[Alarm]:
    """Not answered and not over: most urgent first, oldest first."""
    return [alarm for alarm in situation.open_alarms() if alarm.acknowledged_at is None]


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


def alarm_line(group: Sequence[Alarm], situation: Situation) -> str:
    """One alarm's sentence, or the first of a flood and how many more there are."""
    text = alarm_text(group[0], situation)
    if len(group) == 1:
        return text
    return (
        translate("Alarms", "%1 dan %2 lagi").replace("%2", str(len(group) - 1)).replace("%1", text)
    )


def alarm_text(alarm: Alarm, situation: Situation) -> str:
    """What it is about, by the names the room uses now where the alarm does not carry them."""
    return sentence(alarm.type.value, {**_named(alarm, situation), **alarm.params})


def _named(alarm: Alarm, situation: Situation) -> dict[str, object]:
    names: dict[str, object] = {}
    row = (
        situation.get(alarm.subject_kind, alarm.subject_id)
        if _is_entity(alarm, situation)
        else None
    )
    if row is None:
        return names
    if alarm.subject_kind == "assignment":
        unit, incident = situation.unit(row.unit_id), situation.incident(row.incident_id)
        names["unit"] = unit.call_sign if unit else None
        names["number"] = incident.number if incident else None
    elif alarm.subject_kind == "unit":
        names["unit"] = row.call_sign
        held = situation.active_assignment(row.id)
        incident = situation.incident(held.incident_id) if held else None
        names["number"] = incident.number if incident else None
    elif alarm.subject_kind == "incident":
        names["number"] = row.number
    elif alarm.subject_kind in ("source", "camera"):
        names[alarm.subject_kind] = getattr(row, "label", "") or row.name
    return names


def _is_entity(alarm: Alarm, situation: Situation) -> bool:
    return alarm.subject_kind in situation.tables.rows


def newest_first(alarms: Iterable[Alarm], most: int) -> list[Alarm]:
    """The last `most` alarms of the room, whatever became of them."""
    return sorted(alarms, key=lambda alarm: alarm.raised_at, reverse=True)[:most]
