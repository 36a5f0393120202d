"""Which hospital suits an incident best, and why. Advice only: nobody is asked by it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from command_center.domain.referral import Hospital, StandbyState
from command_center.geo.distance import distance_m

FRESH_S = 2 * 3600.0
"""A figure older than this says how it was, not how it is."""
NEEDED_FOR_SERIOUS = frozenset({"emergency", "trauma_center", "surgery", "surgery_general"})
ED, ED_BEDS, ICU = "ed_status", "beds_available_emergency", "beds_available_adult_icu"
_CLOSED_M, _UNABLE_M, _ADVISORY_M, _FULL_M = 20_000.0, 20_000.0, 3_000.0, 5_000.0
_STALE_M, _UNKNOWN_M, _SERVICE_M, _READY_M = 1_000.0, 1_500.0, 6_000.0, 2_000.0


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of a hospital and how old it is; `fresh`: it can be acted on."""

    value: str
    at: datetime
    source: str
    fresh: bool


@dataclass(frozen=True, slots=True)
class Suggestion:
    """`distance_m` in a straight line, None where either place is unknown. `reasons` are codes
    with a value each, the weightiest first: what speaks for and against."""

    hospital: Hospital
    distance_m: float | None
    score_m: float
    reasons: tuple[tuple[str, str], ...]


def figure(hospital: Hospital, name: str, now: datetime) -> Figure | None:
    """As the hospital said it last."""
    said = hospital.figures.get(name)
    if said is None:
        return None
    at = datetime.fromisoformat(said[1])
    fresh = now - at <= timedelta(seconds=FRESH_S)
    return Figure(said[0], at, said[2], fresh)


def suggest(
    hospitals: Iterable[Hospital],
    where: tuple[float, float] | None,
    now: datetime,
    *,
    serious: int = 0,
    standbys: Mapping[str, StandbyState] | None = None,
) -> list[Suggestion]:
    """Best first. Everything that speaks against a hospital is counted as metres of detour, so
    that the order can be said in one sentence; a closed one stays in the list, at its end."""
    answered = standbys or {}
    found = [_judge(h, where, now, serious, answered.get(h.id)) for h in hospitals]
    return sorted(found, key=lambda s: (s.score_m, s.hospital.name))


def _judge(
    hospital: Hospital,
    where: tuple[float, float] | None,
    now: datetime,
    serious: int,
    standby: StandbyState | None,
) -> Suggestion:
    away = _distance(hospital, where)
    weighed = [
        *_of_emergency(hospital, now),
        *_of_beds(hospital, now, serious),
        *_of_services(hospital, serious),
        *_of_standby(standby),
    ]
    weighed.sort(key=lambda one: -abs(one[0]))
    score = (away if away is not None else 2 * _CLOSED_M) + sum(one[0] for one in weighed)
    return Suggestion(hospital, away, score, tuple((code, value) for _, code, value in weighed))


Weighed = tuple[float, str, str]


def _distance(hospital: Hospital, where: tuple[float, float] | None) -> float | None:
    if where is None or hospital.lat is None or hospital.lon is None:
        return None
    return distance_m(*where, hospital.lat, hospital.lon)


def _of_emergency(hospital: Hospital, now: datetime) -> list[Weighed]:
    said = figure(hospital, ED, now)
    if said is None:
        return [(_UNKNOWN_M, "ed_unknown", "")]
    if not said.fresh:
        return [(_STALE_M, "ed_stale", said.value)]
    if said.value == "Closed":
        return [(_CLOSED_M, "ed_closed", "")]
    if said.value == "Advisory":
        return [(_ADVISORY_M, "ed_advisory", "")]
    return [(0.0, "ed_open", "")] if said.value == "Normal" else [(_UNKNOWN_M, "ed_unknown", "")]


def _of_beds(hospital: Hospital, now: datetime, serious: int) -> list[Weighed]:
    """Of the emergency department, and of intensive care where somebody is badly hurt."""
    out: list[Weighed] = []
    wanted = [(ED_BEDS, "ed_beds")] + ([(ICU, "icu_beds")] if serious else [])
    for name, code in wanted:
        said = figure(hospital, name, now)
        if said is None or not said.value.isdecimal():
            out.append((0.0, f"{code}_unknown", ""))
        elif not said.fresh:
            out.append((_STALE_M, f"{code}_stale", said.value))
        elif int(said.value) == 0:
            out.append((_FULL_M, f"{code}_none", ""))
        else:
            out.append((0.0, code, said.value))
    return out


def _of_services(hospital: Hospital, serious: int) -> list[Weighed]:
    if not hospital.services:
        return [(0.0, "services_unknown", "")]
    if serious and not NEEDED_FOR_SERIOUS & set(hospital.services):
        return [(_SERVICE_M, "no_surgery", "")]
    return []


def _of_standby(standby: StandbyState | None) -> list[Weighed]:
    if standby is StandbyState.READY:
        return [(-_READY_M, "standby_ready", "")]
    if standby is StandbyState.UNABLE:
        return [(_UNABLE_M, "standby_unable", "")]
    return []
