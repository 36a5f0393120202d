"""Run cards being edited: nothing of it counts until it is saved; every step can be taken back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from command_center.advice.recommend.question import RecommendFault
from command_center.advice.run_cards import (
    Known,
    RunCard,
    cards_in_force,
    read_run_cards,
    run_cards,
    table_of,
    write_run_cards,
)
from command_center.domain.room import RoomSetting
from command_center.geo.faults import Fault, FaultCode

MOST_STEPS = 200
Cards = tuple[RunCard, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """The cards that count now. `version` 0: those that are shipped; `readable` False: the room's
    own cannot be read, and advice says so until they are set anew."""

    cards: Cards
    version: int = 0
    readable: bool = True


def standing_of(setting: RoomSetting | None) -> Standing:
    if setting is None:
        return Standing(run_cards())
    try:
        return Standing(numbered(cards_in_force(setting.value)), setting.version)
    except RecommendFault:
        return Standing(run_cards(), setting.version, readable=False)


def numbered(cards: Sequence[RunCard]) -> Cards:
    """By the line each has in the table that is written of them."""
    return tuple(replace(card, row=at) for at, card in enumerate(cards, 2))


@dataclass(frozen=True, slots=True)
class Difference:
    """Cards by what tells them apart (category, place, hours, level, alarm)."""

    added: Cards
    gone: Cards
    changed: Cards

    @property
    def count(self) -> int:
        return len(self.added) + len(self.gone) + len(self.changed)


def difference(old: Sequence[RunCard], new: Sequence[RunCard]) -> Difference:
    before, after = ({card.key: card for card in cards} for cards in (old, new))
    changed = (
        card
        for key, card in after.items()
        if key in before and replace(before[key], row=card.row) != card
    )
    return Difference(
        added=tuple(card for key, card in after.items() if key not in before),
        gone=tuple(card for key, card in before.items() if key not in after),
        changed=tuple(changed),
    )


class Draft:
    """`base` is what the room has, as `version`; `cards` what stands on screen."""

    def __init__(self, standing: Standing) -> None:
        self.base, self.version = numbered(standing.cards), standing.version
        self.readable = standing.readable
        self.cards = self.base
        self._steps: list[Cards] = []

    @property
    def changed(self) -> bool:
        return self.cards != self.base or not self.readable

    @property
    def can_undo(self) -> bool:
        return bool(self._steps)

    def undo(self) -> None:
        if self._steps:
            self.cards = self._steps.pop()

    def take(self, cards: Sequence[RunCard]) -> None:
        """Other cards as a whole: imported, or an older version."""
        taken = numbered(cards)
        if taken != self.cards:
            self._steps = [*self._steps[-MOST_STEPS:], self.cards]
            self.cards = taken

    def remove(self, row: int) -> None:
        self.take([card for card in self.cards if card.row != row])

    def put(self, row: int, cells: Mapping[str, str], known: Known) -> list[Fault]:
        """The cells of a form instead of the card in that row, 0 = a new one at the end. What is
        wrong with it, and then nothing is changed."""
        at = row or len(self.cards) + 2
        cards, faults = read_run_cards(table_of([cells]).encode(), "", known)
        if faults:
            return [replace(fault, row=at) for fault in faults]
        made = replace(cards[0], row=at)
        if any(card.key == made.key for card in self.cards if card.row != row):
            return [Fault("", at, "category", FaultCode.DUPLICATE, made.category)]
        kept = list(self.cards)
        kept[at - 2 : at - 1] = [made]
        self.take(kept)
        return []

    def saved(self, version: int) -> None:
        """What stands on screen is the room's now."""
        self.base, self.version, self.readable = self.cards, version, True
        self._steps = []

    @property
    def table(self) -> str:
        return write_run_cards(self.cards)
