"""Recorded incidents looked at by early detection: the same bytes in, the same bytes out."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import msgspec

from command_center.advice.early_warning.calibrate import calibrated
from command_center.advice.early_warning.plan import Plan, Stream, shipped_plan
from command_center.advice.early_warning.scale import Scale, as_value, of_value
from command_center.advice.early_warning.watch import Card, Finding, Watch, kinds_of
from command_center.advice.early_warning.worth import Judged, real_a_day, rings, true_share
from command_center.advice.early_warning.zones import Zones, zones_of

FORMAT = 1
MOST_INCIDENTS, MOST_AREAS, MOST_STREAMS = 100_000, 500, 8


class ScanFileFault(Exception):
    """The file cannot be looked at; `code` names the sentence, `params` what it is about."""

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code, params)
        self.code, self.params = code, params


class IncidentIn(msgspec.Struct, forbid_unknown_fields=True):
    """`at` with its offset from UTC; `area` "" unknown."""

    id: str
    at: datetime
    category: str
    area: str = ""


class StreamIn(msgspec.Struct, forbid_unknown_fields=True):
    """No categories = all of them."""

    code: str
    categories: list[str] = []


class FileIn(msgspec.Struct, forbid_unknown_fields=True):
    """`areas` = {code: [latitude, longitude]}; `past` is learnt from, `incidents` are looked at;
    `calibration`: scales by stream as the room keeps them, None = made from the past; `streams`,
    None = those of the product; `followed` warnings in `judged_days` days were found real."""

    format: int
    areas: dict[str, tuple[float, float]]
    incidents: list[IncidentIn]
    past: list[IncidentIn] = []
    calibration: dict[str, dict[str, Any]] | None = None
    streams: list[StreamIn] | None = None
    followed: int = 0
    judged_days: float = 0.0


def scan_file(data: bytes) -> dict[str, Any]:
    """The answer to a recorded file; ScanFileFault."""
    try:
        asked = msgspec.json.decode(data, type=FileIn)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise ScanFileFault("unreadable", why=str(error)) from error
    if asked.format != FORMAT:
        raise ScanFileFault("other_format", given=asked.format, known=FORMAT)
    _demand_sense(asked)
    plan = _plan(asked)
    zones = zones_of(asked.areas, plan.neighbours)
    past, cards = _cards(asked.past), _cards(asked.incidents)
    until_s = cards[0].at_s if cards else (past[-1].at_s if past else 0.0)
    scales = _scales(asked, plan, zones, past, until_s)
    known_s = until_s - past[0].at_s if past else 0.0
    learning = not scales or known_s < (plan.baseline_days - 0.5) * 86_400.0
    watch = Watch(plan, zones, scales)
    for card in past:
        watch.learn(card)
    real = real_a_day(plan, Judged(asked.followed, asked.judged_days))
    found = [one for card in cards for one in watch.take(card)]
    return {
        "format": FORMAT,
        "learning": learning,
        "false_a_day": plan.false_a_day,
        "calibration": {code: as_value(scale) for code, scale in scales.items()},
        "findings": [_told(one, plan, real, learning=learning) for one in found],
    }


def _demand_sense(asked: FileIn) -> None:
    count = len(asked.past) + len(asked.incidents)
    if count > MOST_INCIDENTS:
        raise ScanFileFault("too_many", given=count, known=MOST_INCIDENTS)
    if len(asked.areas) > MOST_AREAS:
        raise ScanFileFault("too_many_areas", given=len(asked.areas), known=MOST_AREAS)
    for code, (lat, lon) in asked.areas.items():
        if not (abs(lat) <= 90.0 and abs(lon) <= 180.0):
            raise ScanFileFault("nowhere", area=code)
    if asked.streams is not None and not 1 <= len(asked.streams) <= MOST_STREAMS:
        raise ScanFileFault("streams", known=MOST_STREAMS)
    if asked.followed < 0 or not 0.0 <= asked.judged_days < math.inf:
        raise ScanFileFault("judged")
    seen: set[str] = set()
    for one in (*asked.past, *asked.incidents):
        if one.id in seen:
            raise ScanFileFault("incident_twice", incident=one.id)
        seen.add(one.id)
        if one.at.tzinfo is None:
            raise ScanFileFault("naive_time", incident=one.id)
        if one.area and one.area not in asked.areas:
            raise ScanFileFault("area_unknown", incident=one.id, area=one.area)


def _plan(asked: FileIn) -> Plan:
    plan = shipped_plan()
    if asked.streams is None:
        return plan
    streams = (
        Stream(one.code, one.code, one.code, frozenset(one.categories)) for one in asked.streams
    )
    return replace(plan, streams=tuple(streams))


def _cards(rows: Sequence[IncidentIn]) -> list[Card]:
    cards = [Card(row.id, row.at.timestamp(), row.area or None, row.category) for row in rows]
    return sorted(cards, key=lambda card: (card.at_s, card.id))


def _scales(
    asked: FileIn, plan: Plan, zones: Zones, past: list[Card], until_s: float
) -> dict[str, Scale]:
    if asked.calibration is None:
        return dict(calibrated(plan, zones, past, until_s))
    kinds = kinds_of(plan, zones)
    try:
        return {code: of_value(value, kinds) for code, value in asked.calibration.items()}
    except ValueError as error:
        raise ScanFileFault("calibration", why=str(error)) from error


def _told(one: Finding, plan: Plan, real: float, *, learning: bool) -> dict[str, Any]:
    share = true_share(real, one.power, one.rate_a_day)
    return {
        "stream": one.stream,
        "method": one.method.value,
        "areas": list(one.areas),
        "since": _iso(one.since_s),
        "at": _iso(one.at_s),
        "window_s": one.window_s,
        "count": one.count,
        "expected": round(one.expected, 3),
        "every_days": round(1.0 / one.rate_a_day, 1),
        "true_share": round(share, 3),
        "rings": rings(plan, share, learning=learning),
        "members": list(one.members),
    }


def _iso(seconds: float) -> str:
    return datetime.fromtimestamp(seconds, UTC).isoformat()


def as_bytes(answer: Mapping[str, Any]) -> bytes:
    """One line of JSON."""
    return json.dumps(answer, ensure_ascii=False, sort_keys=True).encode() + b"\n"
