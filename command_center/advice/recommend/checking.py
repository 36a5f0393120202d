"""What recorded input can get wrong that its shape does not say; each is one fault by name."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from command_center.advice.recommend.document import (
    FORMAT,
    IncidentIn,
    RecordedQuestion,
    UnitIn,
)
from command_center.advice.recommend.question import RecommendFault
from command_center.advice.recommend.roster import Doing
from command_center.domain.incident import OPEN_STATUSES, IncidentStatus
from command_center.geo.distance import distance_m

FASTEST_MPS = 70.0
NEAR_M = 500.0
"""Within it a position and an arrival may disagree: the unit is about there."""


def read(data: bytes) -> RecordedQuestion:
    """RecommendFault: not the document, or one that contradicts itself."""
    try:
        asked = msgspec.json.decode(data, type=RecordedQuestion)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise RecommendFault("unreadable", why=str(error)) from error
    if asked.format != FORMAT:
        raise RecommendFault("other_format", given=asked.format, known=FORMAT)
    _check_units(asked.units)
    for incident in (asked.incident, *asked.waiting):
        _check_incident(incident)
    _check_names(asked)
    for unit in asked.units:
        _check_arrival(unit, asked.incident)
    return asked


def _check_units(units: Iterable[UnitIn]) -> None:
    seen: dict[str, UnitIn] = {}
    for unit in units:
        before = seen.setdefault(unit.id, unit)
        if before is not unit:
            moved = (before.lat, before.lon) != (unit.lat, unit.lon)
            raise RecommendFault("two_positions" if moved else "unit_twice", unit=unit.id)
        if unit.doing not in list(Doing) or unit.doing == Doing.AWAY:
            raise RecommendFault("doing_unknown", unit=unit.id, doing=unit.doing)
        if (unit.doing == Doing.IDLE) != (unit.job is None):
            code = "idle_with_job" if unit.job else "busy_without_job"
            raise RecommendFault(code, unit=unit.id, doing=unit.doing)
        if (unit.lat is None) != (unit.lon is None):
            raise RecommendFault("half_position", unit=unit.id)
        if unit.job is not None and unit.job.status not in OPEN_STATUSES:
            raise RecommendFault("job_closed", unit=unit.id, incident=unit.job.incident_id)


def _check_incident(incident: IncidentIn) -> None:
    if incident.status is IncidentStatus.MERGED or incident.merged_into:
        into = incident.merged_into or "?"
        raise RecommendFault("incident_merged", incident=incident.id, into=into)
    if incident.status not in OPEN_STATUSES:
        raise RecommendFault("incident_closed", incident=incident.id, status=incident.status.value)
    if incident.need.wants is not None and not incident.need.wants:
        raise RecommendFault("empty_plan", incident=incident.id)


def _check_names(asked: RecordedQuestion) -> None:
    """Every unit and job that is spoken of is one of the document."""
    units = {unit.id for unit in asked.units}
    jobs = {unit.job.incident_id for unit in asked.units if unit.job}
    named = [("relief", name) for seconds in asked.relief.values() for name in seconds]
    named += [("eta", name) for one in (asked.incident, *asked.waiting) for name in one.eta]
    if asked.cover is not None:
        named += [("reached_s", name) for one in asked.cover.anchors for name in one.reached_s]
        kecamatan = {one.kecamatan for one in asked.cover.anchors}
        for name in asked.cover.floors:
            if name not in kecamatan:
                raise RecommendFault("kecamatan_unknown", kecamatan=name)
    for where, name in named:
        if name not in units:
            raise RecommendFault("unit_unknown", unit=name, where=where)
    for name in asked.relief:
        if name not in jobs:
            raise RecommendFault("job_unknown", incident=name)
    if asked.incident.id in jobs:
        raise RecommendFault("already_sent", incident=asked.incident.id)


def _check_arrival(unit: UnitIn, incident: IncidentIn) -> None:
    eta = unit.eta
    if eta is None:
        return
    low_s = eta.seconds if eta.low_s is None else eta.low_s
    high_s = eta.seconds if eta.high_s is None else eta.high_s
    if not low_s <= eta.seconds <= high_s:
        raise RecommendFault("eta_outside_interval", unit=unit.id)
    if None in (unit.lat, unit.lon, incident.lat, incident.lon):
        return
    metres = distance_m(unit.lat or 0, unit.lon or 0, incident.lat or 0, incident.lon or 0)
    if metres > NEAR_M and metres > FASTEST_MPS * high_s:
        raise RecommendFault(
            "position_contradicts_eta", unit=unit.id, metres=round(metres), seconds=round(high_s)
        )
