"""Recorded input as a question, and its answer as JSON: the same bytes in, the same bytes out."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import asdict, fields, is_dataclass
from datetime import UTC, datetime, time, timedelta
from typing import Any

import numpy as np

from command_center.advice.eta import Estimator
from command_center.advice.fleet import UnitPoint
from command_center.advice.recommend.answer import recommend
from command_center.advice.recommend.batch import Waiting, assign
from command_center.advice.recommend.checking import read
from command_center.advice.recommend.coverage import Anchor, Cover
from command_center.advice.recommend.document import (
    CoverIn,
    IncidentIn,
    RecordedQuestion,
    UnitIn,
)
from command_center.advice.recommend.question import (
    Need,
    Question,
    RecommendFault,
    Rules,
    Times,
    Want,
)
from command_center.advice.recommend.roster import Candidate, Doing, Job, Roster
from command_center.advice.run_cards import Occasion, RunCard, plan_for
from command_center.domain.place import LatLon
from command_center.domain.unit import UnitStatus

_THEN = datetime(2000, 1, 1, tzinfo=UTC)
_STATUS = {
    "idle": UnitStatus.AVAILABLE,
    "en_route": UnitStatus.EN_ROUTE,
    "on_scene": UnitStatus.ON_SCENE,
}


def answer_recorded(data: bytes, cards: Sequence[RunCard]) -> dict[str, Any]:
    """The document `docs/advice.md` describes; keys in a fixed order. RecommendFault: what is
    wrong with the input, by name."""
    asked = read(data)
    need, fired = _need(asked.incident, cards)
    roster = Roster.of(_candidate(unit) for unit in asked.units)
    units = sorted(asked.units, key=lambda unit: unit.id)
    reliefs = _reliefs(asked, units)
    question = Question(
        need=need,
        roster=roster,
        arrivals=_arrivals(units, asked.incident),
        cover=None if asked.cover is None else _cover(asked.cover, units),
        relief=lambda incident, places: reliefs[incident].seconds[places],
        next_free_s=asked.next_free_s,
        rules=Rules(**{one.name: getattr(asked.rules, one.name) for one in fields(Rules)}),
    )
    answer: dict[str, Any] = {
        "format": asked.format,
        "incident": asked.incident.id,
        "wants": [plain(want) for want in need.wants],
        "run_cards": [card.row for card in fired],
        "cards": [plain(card) for card in recommend(question)],
    }
    together = (asked.incident, *asked.waiting)
    if len(together) >= asked.rules.batch_from:
        waiting = tuple(
            Waiting(one.id, _need(one, cards)[0], _arrivals(units, one)) for one in together
        )
        answer["batch"] = [plain(sent) for sent in assign(roster, waiting)]
    return answer


def as_bytes(answer: Mapping[str, Any]) -> bytes:
    return json.dumps(answer, ensure_ascii=False, indent=1, allow_nan=False).encode() + b"\n"


def plain(value: Any) -> Any:
    """Dataclasses as objects; seconds to a millisecond, what is endless as null."""
    if is_dataclass(value) and not isinstance(value, type):
        return {key: plain(part) for key, part in asdict(value).items()}
    if isinstance(value, dict):
        return {key: plain(part) for key, part in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(part) for part in value]
    if isinstance(value, float):
        return round(value, 6) if math.isfinite(value) else None
    return value


def _need(incident: IncidentIn, cards: Sequence[RunCard]) -> tuple[Need, tuple[RunCard, ...]]:
    given = incident.need
    fired: tuple[RunCard, ...] = ()
    if given.wants is None:
        occasion = Occasion(
            incident.category,
            incident.places,
            time.fromisoformat(incident.time),
            incident.level,
            incident.alarm,
            _point(incident),
        )
        plan = plan_for(cards, occasion)
        wants, fired = plan.wants, plan.fired
    else:
        wants = tuple(Want(one.what, one.count, one.crew) for one in given.wants)
    return Need(incident.priority, given.target_s, given.low_target_s, wants), fired


def _point(incident: IncidentIn) -> LatLon | None:
    if incident.lat is None or incident.lon is None:
        return None
    return LatLon(incident.lat, incident.lon)


def _candidate(unit: UnitIn) -> Candidate:
    job = unit.job
    return Candidate(
        unit_id=unit.id,
        call_sign=unit.call_sign or unit.id,
        kind=unit.kind,
        capabilities=tuple(unit.capabilities),
        crew=unit.crew,
        agency=unit.agency,
        orderable=unit.orderable,
        position_age_s=unit.position_age_s,
        stale=unit.stale,
        doing=Doing(unit.doing),
        job=None
        if job is None
        else Job(
            incident_id=job.incident_id,
            number=job.number or job.incident_id,
            priority=job.priority,
            since_s=-job.age_s,
            limit_s=job.limit_s,
            may_leave=job.may_leave,
            pulls=job.pulls,
            others=job.others,
        ),
    )


def _arrivals(units: Sequence[UnitIn], incident: IncidentIn) -> Times:
    """What was recorded goes before the straight line; who has neither does not arrive."""
    times = _straight(units, incident.lat, incident.lon)
    for at, unit in enumerate(units):
        if unit.id in incident.eta:
            _write(times, at, incident.eta[unit.id], None, None)
        elif unit.eta is not None and not incident.eta:
            _write(times, at, unit.eta.seconds, unit.eta.low_s, unit.eta.high_s)
    return times


def _write(
    times: Times, at: int, seconds: float, low_s: float | None, high_s: float | None
) -> None:
    times.seconds[at] = seconds
    times.low_s[at] = seconds if low_s is None else low_s
    times.high_s[at] = seconds if high_s is None else high_s


def _straight(units: Sequence[UnitIn], lat: float | None, lon: float | None) -> Times:
    if lat is None or lon is None:
        endless = np.full((3, len(units)), np.inf)
        return Times(*endless)
    points = [
        UnitPoint(
            unit.id,
            unit.lat,
            unit.lon,
            _THEN - timedelta(seconds=unit.position_age_s or 0.0),
            _STATUS[unit.doing],
        )
        for unit in units
    ]
    estimator = Estimator(None)
    found = estimator.arrivals(estimator.fleet(points), LatLon(lat, lon), _THEN)
    return Times(found.seconds, found.low_s, found.high_s)


def _reliefs(asked: RecordedQuestion, units: Sequence[UnitIn]) -> dict[str, Times]:
    found = {}
    for unit in units:
        job = unit.job
        if job is None or job.incident_id in found:
            continue
        times = _straight(units, job.lat, job.lon)
        for at, one in enumerate(units):
            seconds = asked.relief.get(job.incident_id, {}).get(one.id)
            if seconds is not None:
                _write(times, at, seconds, None, None)
        found[job.incident_id] = times
    return found


def _cover(cover: CoverIn, units: Sequence[UnitIn]) -> Cover:
    columns = []
    for anchor in cover.anchors:
        seconds = _straight(units, anchor.lat, anchor.lon).seconds
        for at, unit in enumerate(units):
            seconds[at] = anchor.reached_s.get(unit.id, seconds[at])
        columns.append(seconds)
    anchors = [Anchor(one.name, one.kecamatan, one.weight) for one in cover.anchors]
    try:
        return Cover.of(anchors, np.stack(columns, axis=1), cover.within_s, cover.floors)
    except ValueError as error:
        raise RecommendFault("cover_weightless") from error
