"""Points of a report against every open incident, what they say to do, and why."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from enum import StrEnum

import numpy as np

from command_center.advice.duplicates.book import FEATURES, Weights
from command_center.advice.duplicates.cards import FloatArray, OpenCards
from command_center.advice.duplicates.reading import Facts

MOST_CHIPS = 3
GRAVE_CLOSE = 0.05
"""What could be a P1 is filed within 300 m of an incident only, whatever else speaks for it: two
fires may be called by the name of one market."""
WHY_LENGTH = 60
_KILOMETRE_M = 1_000.0


class Verdict(StrEnum):
    """What is done with a report: filed under an incident, asked about, made its own."""

    ATTACH = "attach"
    ASK = "ask"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Candidate:
    """An incident it may be about. `why` is at most 60 characters; `new_grave` are the kinds of
    P1-only determinants that the report says and nobody in the incident has said."""

    incident_id: str
    points: float
    features: dict[str, float]
    why: str
    new_grave: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Judged:
    """`candidates`, best first, at most `MOST_CHIPS`; with ATTACH the first is meant. `raises`:
    above the bar but for something grave that the first has not: it is raised, and asked."""

    verdict: Verdict
    candidates: tuple[Candidate, ...] = field(default=())
    raises: bool = False


def points_of(columns: FloatArray, weights: Weights) -> FloatArray:
    """Shape (n,), from features of shape (features, n)."""
    each = np.array([weights.points[name] for name in FEATURES])
    points: FloatArray = each @ columns + weights.bias
    return points


def judge(
    cards: OpenCards,
    facts: Facts,
    weights: Weights,
    *,
    never: Collection[str] = (),
    may_attach: Callable[[Candidate], bool] = lambda _: True,
) -> Judged:
    """`never`: incidents that a person has said it is not about."""
    candidates = best(cards, facts, weights, never=never)
    if not candidates:
        return Judged(Verdict.NEW)
    first = candidates[0]
    bar = weights.attach_grave if facts.could_be_p1 else weights.attach
    far = facts.could_be_p1 and first.features["close"] < GRAVE_CLOSE
    if first.points < bar or (far and not first.new_grave):
        return Judged(Verdict.ASK, candidates)
    if first.new_grave:
        return Judged(Verdict.ASK, candidates, raises=True)
    return Judged(Verdict.ATTACH if may_attach(first) else Verdict.ASK, candidates)


def best(
    cards: OpenCards, facts: Facts, weights: Weights, *, never: Collection[str] = ()
) -> tuple[Candidate, ...]:
    """The incidents worth asking about, best first, at most `MOST_CHIPS`."""
    if not len(cards):
        return ()
    columns = cards.columns_for(facts)
    points = points_of(columns, weights)
    points[~cards.remembered(facts.at_s)] = -np.inf
    order = np.flatnonzero(points >= weights.ask)
    ranked = sorted(order.tolist(), key=lambda slot: (-points[slot], cards.at(slot).id))
    found = []
    for slot in ranked:
        card = cards.at(slot)
        if card.id in never or facts.report_id in card.reports:
            continue
        features = dict(zip(FEATURES, np.round(columns[:, slot], 4).tolist(), strict=True))
        why = why_of(cards, facts, slot, features)
        new = facts.grave - card.grave
        found.append(Candidate(card.id, round(float(points[slot]), 3), features, why, new))
        if len(found) == MOST_CHIPS:
            break
    return tuple(found)


def why_of(cards: OpenCards, facts: Facts, slot: int, features: dict[str, float]) -> str:
    """ "120 m · 4 mnt · kategori sama · Jl. Veteran"."""
    metres = cards.metres_to(facts, slot)
    far = "tanpa titik" if math.isnan(metres) else _metres(metres)
    minutes = round(cards.apart_s(facts, slot) / 60)
    parts = [far, f"{minutes} mnt"]
    if features["same"] >= 0.5:
        parts.append("kategori sama")
    elif features["same"] + features["kin"] >= 0.5:
        parts.append("kategori mirip")
    if features["same_place"] > 0:
        parts.append(facts.place_name)
    return " · ".join(parts)[:WHY_LENGTH]


def _metres(metres: float) -> str:
    if metres >= _KILOMETRE_M:
        return f"{metres / 1000:.1f} km".replace(".", ",")
    return f"{round(metres / 10) * 10} m"
