"""Which units an order key means: those the person could have seen, not those that just changed."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

SEEN_MS = 400.0
"""What was painted for less than this was not seen before the key was pressed."""
_REMEMBERED = 50


@dataclass(frozen=True, slots=True)
class Decision:
    """`units` to send. `ask`: they, or the facts the order is about, are not what stood there
    SEEN_MS ago, so a person confirms."""

    units: tuple[str, ...]
    ask: bool


@dataclass(frozen=True, slots=True)
class _Painted:
    at_ms: float
    cards: tuple[str, ...]
    facts: tuple[str, ...]
    turn: int
    first: tuple[str, ...] = ()


class OrderSet:
    """The cards on offer and those chosen. Nothing chosen means the first card, unless that is of
    those that go only where a person has chosen them.

    Times are milliseconds of a clock that only runs forward. A person's own choice counts at
    once: it is by cards that were seen; what advice changes counts once it has been seen.
    """

    def __init__(self) -> None:
        self.cards: tuple[str, ...] = ()
        self.facts: tuple[str, ...] = ()
        self._first: tuple[str, ...] = ()
        self._chosen: dict[str, None] = {}
        self._turn = 0  # how often the choice was given back
        self._history: list[_Painted] = []

    def clear(self) -> None:
        """Another incident."""
        self.cards = self.facts = self._first = ()
        self._chosen.clear()
        self._history.clear()

    def offer(self, cards: tuple[str, ...], outside: Collection[str] = ()) -> None:
        """New advice. `outside` are those of the cards that no plan asks for and that are not ours
        to send: they are never meant without being chosen."""
        self.cards = cards
        self._first = tuple(id for id in cards[:1] if id not in outside)

    def tell(self, facts: tuple[str, ...]) -> None:
        """What the words of the order say beside the units: where to, for example."""
        self.facts = facts

    def painted(self, at_ms: float) -> None:
        """The cards and facts as they are now have reached the screen."""
        shown = (self.cards, self.facts, self._turn, self._first)
        last = self._history[-1] if self._history else None
        if last is None or (last.cards, last.facts, last.turn, last.first) != shown:
            self._history = [*self._history[-_REMEMBERED:], _Painted(at_ms, *shown)]

    def seen(self, at_ms: float) -> tuple[str, ...]:
        """The cards that stood there SEEN_MS before."""
        return self._stood(at_ms).cards

    def _stood(self, at_ms: float) -> _Painted:
        standing = [one for one in self._history if one.at_ms <= at_ms - SEEN_MS]
        return standing[-1] if standing else _Painted(at_ms, (), (), self._turn)

    def toggle(self, place: int, at_ms: float) -> None:
        """Choose or unchoose the card that was seen at `place`, from 0."""
        seen = self.seen(at_ms) or self.cards
        if 0 <= place < len(seen):
            self.toggle_unit(seen[place])

    def toggle_unit(self, unit_id: str) -> None:
        if unit_id in self._chosen:
            del self._chosen[unit_id]
        else:
            self._chosen[unit_id] = None

    def unchoose(self) -> None:
        """After an order: the first card is meant again, once that has been seen."""
        self._chosen.clear()
        self._turn += 1

    def _meant(self, cards: tuple[str, ...], first: tuple[str, ...]) -> tuple[str, ...]:
        """In the order they were chosen in, which advice does not turn round under the words."""
        return tuple(id for id in self._chosen if id in cards) or first

    @property
    def marked(self) -> tuple[str, ...]:
        """The units painted as the ones an order would go to."""
        return self._meant(self.cards, self._first)

    def decide(self, at_ms: float) -> Decision:
        """What the order key does now."""
        stood = self._stood(at_ms)
        meant = self._meant(stood.cards, stood.first)
        same = set(meant) == set(self.marked) and stood.facts == self.facts
        same = same and (stood.turn == self._turn or bool(self._chosen))
        return Decision(self.marked, ask=not same)
