"""Which of the cards are shown where there is room for a few."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from command_center.advice.recommend.cards import Card


def shown(cards: Sequence[Card], wants: int, most: int) -> tuple[Card, ...]:
    """At most `most` of the ranked cards, in their order: the first, the best for each of the
    `wants` that no other answers, the best pull, then whoever comes next."""
    places: dict[int, None] = dict.fromkeys(range(min(1, len(cards))))
    for want in range(wants):
        if not any(want in cards[place].fills for place in places):
            places |= dict.fromkeys(_first(cards, partial(_answers, want)))
    places |= dict.fromkeys(_first(cards, _is_pull))
    places |= dict.fromkeys(range(len(cards)))
    return tuple(cards[place] for place in sorted(list(places)[:most]))


def _first(cards: Sequence[Card], wanted: Callable[[Card], bool]) -> list[int]:
    return [at for at, card in enumerate(cards) if wanted(card)][:1]


def _answers(want: int, card: Card) -> bool:
    return want in card.fills


def _is_pull(card: Card) -> bool:
    return card.knock_on is not None
