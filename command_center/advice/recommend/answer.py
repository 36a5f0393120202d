"""Whom to send: idle units by arrival and guarded pulls, each with its price. Pure: the same
question gives the same cards."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from command_center.advice.recommend.cards import Arrival, Card, KnockOn, Reason, Value, Why
from command_center.advice.recommend.coverage import Hole, busy_share, holes
from command_center.advice.recommend.pulls import pulls
from command_center.advice.recommend.question import Question, RecommendFault
from command_center.advice.recommend.roster import NO_JOB, Candidate, Flags
from command_center.domain.incident import Priority


def recommend(question: Question) -> tuple[Card, ...]:
    """The cards, best first: what answers a want, then what meets the target, then ours before
    another agency's, which may refuse, then what leaves no kecamatan under its floor, then the
    earlier; a stale position is always last.

    For a low priority `rules.hole_s` x the coverage lost counts as lateness. RecommendFault: an
    empty plan, a want for nothing, arrivals of another roster.
    """
    _check(question)
    roster, rows, seconds = question.roster, question.roster.rows, question.arrivals.seconds
    fits = [roster.able(want.what, want.crew) for want in question.need.wants]
    able: Flags = np.logical_or.reduce(fits)
    idle = able & rows["idle"]
    fresh = idle & ~rows["stale"] & np.isfinite(seconds)
    ours = np.flatnonzero(fresh & rows["orderable"])
    best = int(ours[seconds[ours].argmin()]) if ours.size else None
    best_s = math.inf if best is None else float(seconds[best])
    shown = _shown(question, fits, idle)
    lost = _lost(question, shown)
    cards = [
        _card(question, unit, fits, lost.get(unit, ()), None, None, closest=unit == best)
        for unit in shown
    ]
    cards += [
        _card(question, pull.unit, fits, (), pull.knock_on, pull.gain_s, closest=False)
        for pull in pulls(question, able, best_s)
    ]
    ranked = sorted(((_key(question, card), card) for card in cards), key=lambda pair: pair[0])
    return tuple(card for _, card in ranked)


def _check(question: Question) -> None:
    wants = question.need.wants
    if not wants:
        raise RecommendFault("empty_plan")
    for want in wants:
        if want.count < 1 or not want.what:
            raise RecommendFault("empty_want", what=want.what)
    units = len(question.roster.units)
    for column in (
        question.arrivals.seconds,
        question.arrivals.low_s,
        question.arrivals.high_s,
        *(() if question.cover is None else (question.cover.reaches,)),
    ):
        if len(column) != units:
            raise RecommendFault("other_roster", units=units, given=len(column))


def _shown(question: Question, fits: list[Flags], idle: Flags) -> list[int]:
    """Places of the nearest idle units for every want, of the nearest that are stale, and of the
    nearest that nobody asked for; `idle` are those that answer a want."""
    roster, seconds, rules = question.roster, question.arrivals.seconds, question.rules
    known = ~roster.rows["stale"] & np.isfinite(seconds)
    places: dict[int, None] = {}
    for some, most in ((idle & known, rules.idle_cards), (idle & ~known, rules.stale_cards)):
        for fit in fits:
            places |= dict.fromkeys(nearest(seconds, some & fit, most))
    spare = roster.rows["idle"] & ~idle & known
    places |= dict.fromkeys(nearest(seconds, spare, rules.spare_cards))
    return list(places)


def nearest(seconds: NDArray[np.float64], among: Flags, most: int) -> list[int]:
    """Places of the `most` least, in order; equal ones in the order of the roster."""
    places = np.flatnonzero(among) if most else np.empty(0, np.intp)
    if places.size > most:
        limit = np.partition(seconds[places], most - 1)[most - 1]
        places = places[seconds[places] <= limit]
    order = np.argsort(seconds[places], kind="stable")[:most]
    return [int(place) for place in places[order]]


def _lost(question: Question, shown: list[int]) -> dict[int, tuple[Hole, ...]]:
    """What leaves a hole when it goes: ours, idle, and known where it is."""
    if question.cover is None:
        return {}
    rows = question.roster.rows
    at_work = rows["idle"] | (rows["priority"] > NO_JOB)
    counted = at_work & rows["orderable"] & ~rows["stale"]
    idle = counted & rows["idle"]
    leaving = np.array([unit for unit in shown if idle[unit]], np.intp)
    busy = busy_share(int(idle.sum()), int(counted.sum()))
    return dict(zip(leaving.tolist(), holes(question.cover, idle, leaving, busy), strict=True))


def _card(
    question: Question,
    unit: int,
    fits: Sequence[Flags],
    lost: tuple[Hole, ...],
    knock_on: KnockOn | None,
    gain_s: float | None,
    *,
    closest: bool,
) -> Card:
    one, arrivals = question.roster.units[unit], question.arrivals
    eta = Arrival(
        float(arrivals.seconds[unit]), float(arrivals.low_s[unit]), float(arrivals.high_s[unit])
    )
    fills = tuple(at for at, fit in enumerate(fits) if fit[unit])
    return Card(
        unit_id=one.unit_id,
        call_sign=one.call_sign,
        eta=eta,
        meets_target=eta.seconds <= question.need.target_s,
        asked=not one.orderable,
        fills=fills,
        holes=lost,
        knock_on=knock_on,
        gain_s=gain_s,
        reasons=tuple(_reasons(question, unit, fills, eta, lost, knock_on, closest=closest)),
    )


def _reasons(
    question: Question,
    unit: int,
    fills: tuple[int, ...],
    eta: Arrival,
    lost: tuple[Hole, ...],
    knock_on: KnockOn | None,
    *,
    closest: bool,
) -> list[Reason]:
    one, target_s = question.roster.units[unit], question.need.target_s
    reasons = [Reason(Why.CLOSEST_IDLE)] if closest else []
    if math.isfinite(eta.seconds):
        meets = Why.MEETS_TARGET if eta.seconds <= target_s else Why.MISSES_TARGET
        reasons.append(Reason(meets, {"eta_s": eta.seconds, "target_s": target_s}))
    if knock_on is not None and one.job is not None:
        reasons += _price(question, one, knock_on)
    if not one.orderable:
        reasons.append(Reason(Why.ASKED, {"agency": one.agency}))
    if not fills:
        reasons.append(Reason(Why.NOT_WANTED))
    reasons += _whereabouts(question, unit, eta)
    reasons += [
        Reason(
            Why.UNDER_FLOOR,
            {"kecamatan": hole.kecamatan, "before": hole.before, "after": hole.after},
        )
        for hole in lost
        if hole.under_floor
    ]
    return reasons


def _whereabouts(question: Question, unit: int, eta: Arrival) -> list[Reason]:
    """What there is to say against the place it is taken to be at."""
    age_s = float(question.roster.rows["age_s"][unit])
    if question.roster.units[unit].at_home and math.isfinite(eta.seconds):
        reasons = [Reason(Why.AT_HOME)]
    elif not math.isfinite(eta.seconds) or math.isnan(age_s):
        return [Reason(Why.NO_POSITION)]
    else:
        reasons = []
    if question.roster.rows["stale"][unit]:
        params: dict[str, Value] = {"low_s": eta.low_s, "high_s": eta.high_s}
        if not math.isnan(age_s):
            params["age_s"] = age_s
        reasons.append(Reason(Why.STALE, params))
    return reasons


def _price(question: Question, one: Candidate, knock_on: KnockOn) -> list[Reason]:
    """What the job that gives up its unit pays."""
    number: dict[str, Value] = {"number": knock_on.number}
    job = one.job
    old_s = question.now_s - job.since_s if job else 0.0
    reasons = [
        Reason(
            Why.PULLED,
            {
                **number,
                "priority": job.priority.value if job else "",
                "age_s": old_s,
                "doing": one.doing.value,
            },
        )
    ]
    if not knock_on.abandoned:
        reasons.append(Reason(Why.JOB_KEEPS, {**number, "others": job.others if job else 0}))
    elif knock_on.next_unit:
        wait = {"waits_s": knock_on.waits_s}
        reasons.append(Reason(Why.JOB_RELIEF, {**number, **wait, "unit": knock_on.next_unit}))
    else:
        reasons.append(Reason(Why.JOB_WAITS, {**number, "waits_s": knock_on.waits_s}))
    if old_s + knock_on.waits_s > question.need.low_target_s and knock_on.abandoned:
        reasons.append(Reason(Why.JOB_LATE, {**number, "target_s": question.need.low_target_s}))
    if knock_on.raised:
        to = {"priority": knock_on.priority.value, "pulls": knock_on.pulls}
        reasons.append(Reason(Why.PULL_RAISES, {**number, **to}))
    return reasons


def _key(question: Question, card: Card) -> tuple[bool, bool, bool, bool, bool, float, str]:
    late_s = card.eta.seconds
    if question.need.priority is not Priority.P1:
        late_s += question.rules.hole_s * card.loss
    unknown = any(one.code in (Why.STALE, Why.NO_POSITION) for one in card.reasons)
    unfit = not card.fills
    late = not card.meets_target
    return (unknown, unfit, late, card.asked, card.under_floor, late_s, card.unit_id)
