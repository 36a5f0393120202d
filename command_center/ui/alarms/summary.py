"""Alarms as lines: rank, group, cap, and never drop one silently."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from itertools import groupby

from PySide6.QtCore import QCoreApplication

from command_center.commands.alarms import NEVER_SHELVED_RANK
from command_center.domain.incident import Incident
from command_center.domain.room import Alarm, AlarmType, Role
from command_center.domain.unit import Assignment, Unit
from command_center.situation.alarm_rate import in_flood
from command_center.situation.situation import Situation
from command_center.ui.alarms.kinds import kind_name
from command_center.ui.detail.names import shown_title
from command_center.ui.early.words import alarm_words
from command_center.ui.format import moment
from command_center.ui.seat import Seat
from command_center.ui.sentences import sentence

translate = QCoreApplication.translate
FLOOD = 3
"""More than this many of one type become one line with a count."""
Place = tuple[str, str]
"""(kecamatan code, what)"""


def waiting(situation: Situation, now: datetime) -> list[Alarm]:
    """Not answered, not put aside and not over: most urgent first, oldest first."""
    return [
        alarm
        for alarm in situation.open_alarms()
        if alarm.acknowledged_at is None and not is_shelved(alarm, now)
    ]


def waiting_here(seat: Seat, now: datetime) -> list[Alarm]:
    """What waits for somebody at this seat: what is for a shift lead waits only where one sits.
    The alarm desk shows that, too."""
    lead = seat.person.role is Role.SHIFT_LEAD
    return [
        alarm
        for alarm in waiting(seat.situation, now)
        if lead or alarm.type is not AlarmType.UNOWNED_P1_LEAD
    ]


def shelvable(situation: Situation, now: datetime) -> list[Alarm]:
    """Those that wait and may be put aside: all but the most urgent, lowest rank first."""
    found = [alarm for alarm in waiting(situation, now) if alarm.rank > NEVER_SHELVED_RANK]
    return sorted(found, key=lambda alarm: (-alarm.rank, alarm.raised_at))


def is_shelved(alarm: Alarm, now: datetime) -> bool:
    """Put aside, and the time is not over."""
    return alarm.shelved_until is not None and alarm.shelved_until > now


def subject_place(alarm: Alarm, seat: Seat) -> Place:
    """The kecamatan of what it is about ("" unknown), and its category or the kind of alarm."""
    situation, kind, id = seat.situation, alarm.subject_kind, alarm.subject_id
    if kind == "area":
        return seat.city.kecamatan_of(id) or "", alarm.type.value
    row = situation.get(kind, id) if kind in situation.tables.rows else None
    incident = row if kind == "incident" else _incident_of(situation, row)
    if incident is not None:
        code = incident.area_code
        return (seat.city.kecamatan_of(code) or "") if code else "", incident.category
    lat, lon = getattr(row, "lat", None), getattr(row, "lon", None)
    if lat is None or lon is None:
        return "", alarm.type.value
    here = seat.city.area_at(lat, lon)
    return (seat.city.kecamatan_of(here.code) or "") if here else "", alarm.type.value


def _incident_of(situation: Situation, row: object) -> Incident | None:
    """Of a unit the one it is on."""
    id = getattr(row, "incident_id", None)
    if isinstance(row, Unit):
        held = situation.active_assignment(row.id)
        id = held.incident_id if held else None
    return situation.incident(id) if isinstance(id, str) else None


def grouped(
    alarms: Sequence[Alarm], place: Callable[[Alarm], Place] | None = None, flood: bool = False
) -> list[list[Alarm]]:
    """One list per line, in order of rank and age. Many of one type are one line, or one for each
    of a few kecamatan; in a flood all but the most urgent are one line for each kecamatan and
    category. Every alarm is in one line."""
    together = [alarm for alarm in alarms if flood and place is not None and alarm.rank > 1]
    apart = alarms if not together else [alarm for alarm in alarms if alarm.rank <= 1]
    lines: list[list[Alarm]] = []
    by_type = sorted(apart, key=lambda alarm: (alarm.rank, alarm.type.value, alarm.raised_at))
    for _, same in groupby(by_type, key=lambda alarm: (alarm.rank, alarm.type)):
        lines += _of_one_type(list(same), place)
    if place is not None:
        lines += _by(together, place)
    return sorted(lines, key=lambda line: (line[0].rank, line[0].raised_at))


def _of_one_type(alarms: list[Alarm], place: Callable[[Alarm], Place] | None) -> list[list[Alarm]]:
    if len(alarms) <= FLOOD:
        return [[alarm] for alarm in alarms]
    parts = _by(alarms, lambda alarm: place(alarm)[0]) if place is not None else []
    return parts if 1 < len(parts) <= FLOOD else [alarms]


def _by(alarms: Iterable[Alarm], key: Callable[[Alarm], object]) -> list[list[Alarm]]:
    """The most urgent of each first, the oldest of them before the others."""
    groups: defaultdict[object, list[Alarm]] = defaultdict(list)
    for alarm in sorted(alarms, key=lambda alarm: (alarm.rank, alarm.raised_at)):
        groups[key(alarm)].append(alarm)
    return list(groups.values())


def waiting_lines(seat: Seat, now: datetime, here: bool = False) -> tuple[list[list[Alarm]], bool]:
    """What waits for a person, with `here` only for one at this seat, line by line, and whether it
    comes as a flood."""
    alarms = waiting_here(seat, now) if here else waiting(seat.situation, now)
    flood = in_flood(seat.situation, now)
    return grouped(alarms, lambda alarm: subject_place(alarm, seat), flood), flood


def alarm_line(group: Sequence[Alarm], seat: Seat) -> str:
    """One alarm's sentence; of several of a type the first and how many more there are, and of
    several types where and about what they are."""
    if len({alarm.type for alarm in group}) > 1:
        text = translate("Alarms", "%1: %2 alarm").replace("%2", str(len(group)))
        return text.replace("%1", place_text(subject_place(group[0], seat), seat))
    text = alarm_text(group[0], seat)
    if len(group) == 1:
        return text
    more = translate("Alarms", "%1 dan %2 lagi").replace("%2", str(len(group) - 1))
    return more.replace("%1", text)


def place_text(place: Place, seat: Seat) -> str:
    """ "Klojen · Kebakaran"; what is not known of it is left out."""
    code, what = place
    area = seat.city.gazetteer.by_code(code) if code else None
    kind = kind_name(AlarmType(what)) if what in set(AlarmType) else shown_title(what, what)
    return " · ".join(part for part in (area.name if area else "", kind) if part)


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
    if alarm.type is AlarmType.EARLY_WARNING:
        spare |= alarm_words(alarm, seat)
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
