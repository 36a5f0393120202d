"""What a workstation that goes on duty knows of the room's past, and the nightly calibration."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from typing import Any, Protocol

from command_center.advice.early_warning.calibrate import LEAST_DAYS, calibrated
from command_center.advice.early_warning.plan import Plan
from command_center.advice.early_warning.scale import Scale, as_value, of_value
from command_center.advice.early_warning.watch import Card, Finding, Watch, kinds_of
from command_center.advice.early_warning.worth import Judged
from command_center.advice.early_warning.zones import Zones
from command_center.duty.second_look import AT

AGAIN = timedelta(hours=1)
"""What came so lately may not have been looked at by whoever was on duty before."""


class Happening(Protocol):
    """An incident, of the log or of the history."""

    @property
    def id(self) -> str: ...

    @property
    def opened_at(self) -> datetime: ...

    @property
    def occurred_at(self) -> datetime | None: ...

    @property
    def category(self) -> str: ...

    @property
    def area_code(self) -> str | None: ...


@dataclass(frozen=True, slots=True)
class Past:
    """`value`: what the room keeps of its last calibration; `due`: of which night it is to be made
    anew, None = it is not."""

    cards: Sequence[Card]
    judged: Judged
    value: Mapping[str, Any]
    due: datetime | None
    now: datetime


@dataclass(frozen=True, slots=True)
class Started:
    """`watch` has learnt the past; `learning`: it is too short to be sure of; `value`: what the
    room is to keep, None = it has it already; `findings` of what came lately."""

    watch: Watch
    learning: bool
    judged: Judged
    value: dict[str, Any] | None
    findings: list[Finding]


def card_of(incident: Happening, plan: Plan) -> Card | None:
    """None for what had happened long before the room heard of it."""
    occurred = incident.occurred_at
    if occurred is not None and (incident.opened_at - occurred).total_seconds() > plan.late_s:
        return None
    return Card(incident.id, incident.opened_at.timestamp(), incident.area_code, incident.category)


def cards_of(incidents: Iterable[Happening], plan: Plan) -> list[Card]:
    return [card for one in incidents if (card := card_of(one, plan)) is not None]


def due_night(kept: datetime | None, now: datetime, zone: tzinfo) -> datetime | None:
    """The last night, if the room was not calibrated since."""
    local = now.astimezone(zone)
    night = datetime.combine(local.date(), AT, tzinfo=zone)
    if night > local:
        night -= timedelta(days=1)
    return night if kept is None or kept < night else None


def start(plan: Plan, zones: Zones, past: Past) -> Started:
    """Some seconds of computing where a calibration is due."""
    value = None
    if past.due is not None:
        value = _calibrate(plan, zones, past)
    known = past.value if value is None else value
    scales = _scales(known, plan, zones)
    watch = Watch(plan, zones, scales)
    recent = (past.now - AGAIN).timestamp()
    findings: list[Finding] = []
    for card in sorted(past.cards, key=lambda one: (one.at_s, one.id)):
        if card.at_s < recent:
            watch.learn(card)
        else:
            findings += watch.take(card)
    learning = not scales or _days(known) < plan.baseline_days
    return Started(watch, learning, past.judged, value, findings)


def _calibrate(plan: Plan, zones: Zones, past: Past) -> dict[str, Any]:
    until_s = past.now.timestamp()
    scales = dict(calibrated(plan, zones, past.cards, until_s))
    first_s = min((card.at_s for card in past.cards), default=until_s)
    days = min((until_s - first_s) / 86_400.0, float(plan.baseline_days))
    return {
        "days": round(days, 2),
        "needs_days": LEAST_DAYS,
        "incidents": len(past.cards),
        "judged": {"followed": past.judged.followed, "days": round(past.judged.days, 2)},
        "streams": {code: as_value(scale) for code, scale in scales.items()},
    }


def _scales(value: Mapping[str, Any], plan: Plan, zones: Zones) -> dict[str, Scale]:
    """Those that can be read: a room whose city was drawn anew learns again."""
    kept = value.get("streams")
    found: dict[str, Scale] = {}
    if not isinstance(kept, Mapping):
        return found
    for stream in plan.streams:
        try:
            found[stream.code] = of_value(kept[stream.code], kinds_of(plan, zones))
        except (KeyError, TypeError, ValueError, AttributeError):
            continue
    return found


def _days(value: Mapping[str, Any]) -> float:
    days = value.get("days", 0.0)
    return float(days) + 0.5 if isinstance(days, (int, float)) else 0.0
