"""Points of a report against every open incident, what they say to do, and why."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from command_center.advice.duplicates.book import FEATURES, Weights
from command_center.advice.duplicates.cards import OpenCards
from command_center.advice.duplicates.reading import Facts

MOST_CHIPS = 3
MARGIN = 2.0
"""Where another incident is so close behind in points, which of the two it is, is asked."""
WHY_LENGTH = 60
_KILOMETRE_M = 1_000.0


class Verdict(StrEnum):
    """What is done with a report: filed under an incident, asked about, made its own."""

    ATTACH = "attach"
    ASK = "ask"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Candidate:
    """An incident it may be about. `signs` in the order of `FEATURES`; `place_name` what the report
    calls the place; `new_grave` are the kinds of P1-only determinants that the report says and
    nobody in the incident has said."""

    incident_id: str
    points: float
    signs: tuple[float, ...]
    place_name: str = ""
    new_grave: frozenset[str] = frozenset()
    metres: float = math.nan
    """To the nearest place it was told from; nan where one of the two has no point."""
    apart_s: float = 0.0
    """Since its last report."""

    @property
    def features(self) -> dict[str, float]:
        """By name, as the log keeps them."""
        return {name: round(sign, 4) for name, sign in zip(FEATURES, self.signs, strict=True)}

    @property
    def why(self) -> str:
        """At most 60 characters."""
        return why_of(self.place_name, self.metres, self.apart_s, self.features)


@dataclass(frozen=True, slots=True)
class Judged:
    """`candidates`, best first, at most `MOST_CHIPS`; with ATTACH the first is meant. `raises`:
    above the bar, and says something grave that nobody in the first has said: that one is raised
    and rings, and unless the two are surely one a person is asked."""

    verdict: Verdict
    candidates: tuple[Candidate, ...] = field(default=())
    raises: bool = False


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
    if first.points < bar:
        return Judged(Verdict.ASK, candidates)
    if facts.could_be_p1 and not surely(cards, facts, first):
        return Judged(Verdict.ASK, candidates, raises=bool(first.new_grave))
    rivalled = len(candidates) > 1 and first.points - candidates[1].points < MARGIN
    verdict = Verdict.ATTACH if may_attach(first) and not rivalled else Verdict.ASK
    return Judged(verdict, candidates, raises=bool(first.new_grave))


def surely(cards: OpenCards, facts: Facts, candidate: Candidate) -> bool:
    """Whether it is beyond doubt where two of the gravest would be one: there, then, and nobody
    calls it or its place otherwise. However many points speak for it."""
    rule, signs = cards.book.grave, candidate.features
    card = cards.card(candidate.incident_id)
    if card is None or not candidate.metres <= rule.within_m or candidate.apart_s > rule.quiet_s:
        return False
    if signs["same"] < rule.same or signs["other_place"] > signs["same_place"]:
        return False
    return cards.farthest_m(facts, card.slot) <= rule.spread_m


def best(
    cards: OpenCards, facts: Facts, weights: Weights, *, never: Collection[str] = ()
) -> tuple[Candidate, ...]:
    """The incidents worth asking about, best first, at most `MOST_CHIPS`."""
    if not len(cards):
        return ()
    found = cards.compare(facts, weights, weights.ask)
    order = (found.points >= weights.ask).nonzero()[0]
    points, slots = found.points[order].tolist(), found.slots[order].tolist()
    likely = [
        (-worth, cards.at(slot), at)
        for worth, slot, at in zip(points, slots, order.tolist(), strict=True)
    ]
    chosen: list[Candidate] = []
    for less, card, at in sorted(likely, key=lambda one: (one[0], one[1].id)):
        if card.id in never or facts.report_id in card.reports:
            continue
        signs = tuple(found.columns[:, at].tolist())
        new, metres = facts.grave - card.grave, float(found.metres[at])
        apart_s = cards.apart_s(facts, card.slot)
        worth = round(-less, 3)
        chosen.append(Candidate(card.id, worth, signs, facts.place_name, new, metres, apart_s))
        if len(chosen) == MOST_CHIPS:
            break
    return tuple(chosen)


def why_of(place_name: str, metres: float, apart_s: float, features: Mapping[str, float]) -> str:
    """ "120 m · 4 mnt · kategori sama · Jl. Veteran"."""
    far = "tanpa titik" if math.isnan(metres) else _metres(metres)
    parts = [far, f"{round(apart_s / 60)} mnt"]
    if features["same"] >= 0.5:
        parts.append("kategori sama")
    elif features["same"] + features["kin"] >= 0.5:
        parts.append("kategori mirip")
    if features["same_place"] > 0:
        parts.append(place_name)
    return " · ".join(parts)[:WHY_LENGTH]


def _metres(metres: float) -> str:
    if metres >= _KILOMETRE_M:
        return f"{metres / 1000:.1f} km".replace(".", ",")
    return f"{round(metres / 10) * 10} m"
