"""Works out off the GUI thread which incidents the selected one may be part of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from command_center.advice.duplicates.book import SETTING, Weights, book, weights_in_room
from command_center.advice.duplicates.cards import OpenCards
from command_center.advice.duplicates.places import PlaceNames
from command_center.advice.duplicates.reading import Facts, facts_of
from command_center.advice.duplicates.scorecard import Candidate, best
from command_center.domain.incident import Incident, Report
from command_center.duty.second_look import answered
from command_center.geo.city import CityPack
from command_center.situation.situation import Situation

MOST_COMPARED = 1_500
_REMEMBERED = 4_000


@dataclass(frozen=True, slots=True)
class Possible:
    """The incident asked about, the report it began with, and what it may be part of."""

    incident_id: str
    report_id: str = ""
    chips: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True)
class Compared:
    """A copy of what the answer is worked out from."""

    incident_id: str
    report: Report
    others: Sequence[tuple[str, Sequence[Report]]]
    never: frozenset[str]
    weights: Weights


def compared(situation: Situation, incident: Incident) -> Compared | None:
    """Those that were open before it; None where there is nothing to ask."""
    reports = situation.reports(incident.id)
    if not incident.is_open or not reports or reports[0].late:
        return None
    since = incident.opened_at - 3 * timedelta(seconds=book().memory_s)
    others: list[tuple[str, Sequence[Report]]] = []
    for other in situation.newest_open():
        if other.opened_at < since or len(others) >= MOST_COMPARED:
            break
        if other.id != incident.id and other.opened_at <= incident.opened_at:
            others.append((other.id, situation.reports(other.id)))
    if not others:
        return None
    parted = answered(situation)
    never = frozenset(other for one, other in parted if one == incident.id)
    setting = situation.get("room_setting", SETTING)
    weights = weights_in_room(setting.value if setting is not None else None)
    return Compared(incident.id, reports[0], others, never, weights)


class Comparing:
    """Remembers what it has read of each report. Used by one task at a time."""

    def __init__(self, city: CityPack) -> None:
        self._city = city
        self._places: PlaceNames | None = None
        self._read: dict[str, Facts] = {}

    def possible(self, asked: Compared) -> Possible:
        cards = OpenCards(book())
        for incident_id, reports in asked.others:
            for report in reports:
                if not report.late:
                    cards.take(incident_id, self._facts(report))
        chips = best(cards, self._facts(asked.report), asked.weights, never=asked.never)
        return Possible(asked.incident_id, asked.report.id, chips)

    def _facts(self, report: Report) -> Facts:
        known = self._read.get(report.id)
        if known is None:
            if self._places is None:
                self._places = PlaceNames(self._city.gazetteer.places)
            if len(self._read) >= _REMEMBERED:
                self._read.clear()
            known = self._read[report.id] = facts_of(report, self._places)
        return known
