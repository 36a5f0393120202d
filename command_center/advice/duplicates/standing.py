"""The incidents that a new report may be about, kept in memory and safe between threads."""

from __future__ import annotations

import threading
from collections.abc import Collection, Iterable

from command_center.advice.duplicates.book import Book, Weights, book
from command_center.advice.duplicates.cards import OpenCards
from command_center.advice.duplicates.places import PlaceNames
from command_center.advice.duplicates.reading import Facts, facts_of
from command_center.advice.duplicates.scorecard import Candidate, Judged, best, judge
from command_center.domain.incident import Incident, Report
from command_center.domain.place import Place

FORGET_EVERY = 64


class StandingIncidents:
    """Fed by whoever writes and whoever follows the log; hearing the same twice changes nothing.
    What it says is advice: who acts on it looks at the rows first."""

    def __init__(self, places: Iterable[Place], table: Book | None = None) -> None:
        self._places = PlaceNames(places)
        self._book = table or book()
        self._cards = OpenCards(self._book)
        self._lock = threading.Lock()
        self._since_forgot = 0

    def __len__(self) -> int:
        with self._lock:
            return len(self._cards)

    def facts(self, report: Report) -> Facts:
        return facts_of(report, self._places)

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

    def follow(
        self, incident: Incident | None, incident_id: str, reports: Iterable[Report]
    ) -> None:
        """As the log has it: all that is attached to an incident now."""
        if incident is None or not incident.is_open:
            self.drop(incident_id)
            return
        known = list(reports)
        with self._lock:
            card = self._cards.card(incident_id)
            held = set(card.reports) if card else set()
        wanted = {report.id for report in known}
        if held - wanted:
            self.drop(incident_id)
            held = set()
        for report in known:
            if report.id not in held and not report.late:
                self.learn(incident_id, self.facts(report))

    def judge(self, facts: Facts, weights: Weights, never: Collection[str] = ()) -> Judged:
        with self._lock:
            return judge(self._cards, facts, weights, never=never)

    def best(
        self, facts: Facts, weights: Weights, never: Collection[str] = ()
    ) -> tuple[Candidate, ...]:
        """What a person would be asked about, however many points it has."""
        with self._lock:
            return best(self._cards, facts, weights, never=never)
