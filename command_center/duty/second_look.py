"""The nightly second look: incidents that began apart and may be one. Listed, never merged."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta, tzinfo

from command_center.advice.duplicates.book import Book, Weights, book
from command_center.advice.duplicates.cards import OpenCards
from command_center.advice.duplicates.places import PlaceNames
from command_center.advice.duplicates.reading import Facts, facts_of
from command_center.advice.duplicates.scorecard import best
from command_center.domain.incident import DuplicateAnswer, Report
from command_center.situation.situation import Situation

AT = time(2, 30)
"""When a room is quietest, by its local clock."""
MOST, MOST_COMPARED = 50, 3_000
LOOKED_BACK = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Pair:
    """`later_id`, which began with `report_id`, may be part of `earlier_id`; `why` as on a
    chip."""

    later_id: str
    earlier_id: str
    report_id: str
    points: float
    features: dict[str, float]
    why: str


def answered(situation: Situation) -> set[tuple[str, str]]:
    """Pairs of incidents that a person has said are two, in both orders: as the reports lie now."""
    latest: dict[tuple[str, str], DuplicateAnswer] = {}
    for row in situation.all("duplicate_answer"):
        key = (row.report_id, row.incident_id)
        if key not in latest or latest[key].answered_at <= row.answered_at:
            latest[key] = row
    if not latest:
        return set()
    home = {
        link.report_id: link.incident_id
        for link in situation.all("incident_report")
        if link.detached_at is None
    }
    found: set[tuple[str, str]] = set()
    for (report_id, incident_id), row in latest.items():
        held = home.get(report_id)
        if not row.same and held is not None:
            found |= {(held, incident_id), (incident_id, held)}
    return found


def due_at(now: datetime, zone: tzinfo) -> datetime:
    """The last time before `now` that a second look was to be taken."""
    local = now.astimezone(zone)
    today = datetime.combine(local.date(), AT, tzinfo=zone)
    return today if today <= local else today - timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Gathered:
    """A copy of what is compared: incidents with their reports, oldest first, and who is not
    whom."""

    incidents: tuple[tuple[str, tuple[Report, ...]], ...]
    parted: frozenset[tuple[str, str]]


def gather(situation: Situation, now: datetime) -> Gathered:
    """The open incidents of the last day, the newest `MOST_COMPARED` of them."""
    recent: list[tuple[datetime, str, tuple[Report, ...]]] = []
    for incident in situation.newest_open():
        if incident.opened_at < now - LOOKED_BACK or len(recent) == MOST_COMPARED:
            break
        reports = tuple(r for r in situation.reports(incident.id) if not r.late)
        if reports:
            recent.append((incident.opened_at, incident.id, reports))
    recent.sort(key=lambda one: one[:2])
    incidents = tuple((id, reports) for _, id, reports in recent)
    return Gathered(incidents, frozenset(answered(situation)))


def second_look(gathered: Gathered, places: PlaceNames, weights: Weights) -> list[Pair]:
    """The pairs that the scorecard would ask about, best first, at most `MOST`; each incident is
    compared by the middle of its reports."""
    cards = OpenCards(_patient(book()))
    found: list[Pair] = []
    for incident_id, reports in gathered.incidents:
        facts = [facts_of(report, places) for report in reports]
        never = {other for one, other in gathered.parted if one == incident_id}
        for chip in best(cards, _middle(facts), weights, never=never)[:1]:
            found.append(
                Pair(
                    incident_id,
                    chip.incident_id,
                    reports[0].id,
                    chip.points,
                    chip.features,
                    chip.why,
                )
            )
        for one in facts:
            cards.take(incident_id, one)
    found.sort(key=lambda pair: (-pair.points, pair.later_id))
    return found[:MOST]


def _patient(table: Book) -> Book:
    """At night a pair may be as far apart in time as the reports of the whole day."""
    return Book(
        table.weights, LOOKED_BACK.total_seconds(), table.kin, table.determinants, table.says
    )


def _middle(facts: list[Facts]) -> Facts:
    """The first report stands for an incident, at the median of where it was told from."""
    first = facts[0]
    points = sorted((f.lat, f.lon) for f in facts if f.lat is not None and f.lon is not None)
    lat, lon = points[len(points) // 2] if points else (None, None)
    named = next((f for f in facts if f.place), first)
    return Facts(
        report_id=first.report_id,
        lat=lat,
        lon=lon,
        at_s=first.at_s,
        category=first.category,
        place=named.place,
        place_name=named.place_name,
        reporter=first.reporter,
        grave=first.grave,
        said=first.said,
    )
