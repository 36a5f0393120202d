"""The cards the room has had, from the log: who set each, when, and what differed."""

from __future__ import annotations

from dataclasses import dataclass

from command_center.advice.recommend.question import RecommendFault
from command_center.advice.run_cards import RUN_CARDS_SETTING, cards_in_force, run_cards
from command_center.ports import History
from command_center.ui.run_cards.draft import Cards, Difference, difference
from command_center.ui.setting_history import written


@dataclass(frozen=True, slots=True)
class Version:
    """`number` 0 are the cards that are shipped; `since` what it changed in the one before."""

    number: int
    author: str
    at: str
    cards: Cards
    since: Difference


def versions(history: History, up_to: int) -> list[Version]:
    """Newest first; one that cannot be read any more is left out. Waits for the database."""
    before = run_cards()
    found = [Version(0, "", "", before, difference(before, before))]
    for one in written(history, RUN_CARDS_SETTING, up_to):
        try:
            cards = cards_in_force(one.value)
        except RecommendFault:
            continue
        since = difference(before, cards)
        found.append(Version(one.number, one.author, one.at, cards, since))
        before = cards
    return found[::-1]
