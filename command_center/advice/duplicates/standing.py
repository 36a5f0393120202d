"""The incidents that a new report may be about, kept in memory and safe between threads."""

from __future__ import annotations

import threading
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from command_center.advice.duplicates.book import Book, RoomWeights, Weights, book
from command_center.advice.duplicates.cards import OpenCards
from command_center.advice.duplicates.places import PlaceNames
from command_center.advice.duplicates.reading import Facts, facts_of
from command_center.advice.duplicates.scorecard import Candidate, Judged, best, judge
from command_center.domain.incident import Report
from command_center.domain.place import Place

FORGET_EVERY = 64


class StandingIncidents:
    """Fed by whoever writes and whoever follows the log; hearing the same twice changes nothing.
    What it says is advice: who acts on it looks at the rows first."""

    def __init__(self, places: Iterable[Place], table: Book | None = None) -> None:
        self._places = PlaceNames(places)
        self._book = table or book()
        self._cards = OpenCards(self._book)
        self._weights = RoomWeights()
        self._lock = threading.Lock()
        self._since_forgot = 0

    def __len__(self) -> int:
        with self._lock:
            return len(self._cards)

    def facts(self, report: Report) -> Facts:
        return facts_of(report, self._places)

    def weights(self, kept: Mapping[str, Any] | None) -> Weights:
        """Those of the room, by what it keeps as its setting."""
        return self._weights.of(kept)

    def learn(self, incident_id: str, facts: Facts) -> None:
        """The report belongs to the incident, which is open."""
        with self._lock:
            self._cards.take(incident_id, facts)
            self._since_forgot += 1
            if self._since_forgot >= FORGET_EVERY:
                self._since_forgot = 0
                self._cards.forget(facts.at_s)

    def drop(self, incident_id: str) -> None:
        """It is over, or part of another, or never was."""
        with self._lock:
            self._cards.drop(incident_id)

    def reports(self, incident_id: str) -> frozenset[str]:
        """Ids of those it knows of the incident."""
        with self._lock:
            card = self._cards.card(incident_id)
            return frozenset(card.reports) if card else frozenset()

    def judge(self, facts: Facts, weights: Weights, never: Collection[str] = ()) -> Judged:
        with self._lock:
            return judge(self._cards, facts, weights, never=never)

    def best(
        self, facts: Facts, weights: Weights, never: Collection[str] = ()
    ) -> tuple[Candidate, ...]:
        """What a person would be asked about, however many points it has."""
        with self._lock:
            return best(self._cards, facts, weights, never=never)
