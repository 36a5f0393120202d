"""The nightly second look: incidents that began apart and may be one. Listed, never merged.

Taken once a night for the whole room by whichever workstation is on duty; what it found is kept as
a setting of the room until the next one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import datetime, time, timedelta, tzinfo
from typing import Any

from command_center.advice.duplicates.book import Book, Weights, book
from command_center.advice.duplicates.cards import OpenCards
from command_center.advice.duplicates.places import PlaceNames
from command_center.advice.duplicates.reading import Facts, facts_of
from command_center.advice.duplicates.scorecard import WHY_LENGTH, best
from command_center.commands.duplicates import MOST_PAIRS, SECOND_LOOK
from command_center.domain.incident import DuplicateAnswer, Report
from command_center.situation.situation import Situation

AT = time(2, 30)
"""When a room is quietest, by its local clock."""
LATEST = timedelta(hours=4)
"""After that the desk is busy again: a look that was missed waits for the next night."""
MOST, MOST_COMPARED = MOST_PAIRS, 3_000
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

    def as_row(self) -> dict[str, Any]:
        """As the room keeps it."""
        return asdict(self)


def kept_at(situation: Situation) -> datetime | None:
    """When the look was due of which the room keeps what it found."""
    try:
        return datetime.fromisoformat(str(_kept(situation)["at"]))
    except (KeyError, ValueError):
        return None


def kept_pairs(situation: Situation) -> list[Pair]:
    """What the last look found and nobody has answered yet, both incidents still open; what
    cannot be read of it is left out."""
    rows = _kept(situation).get("pairs")
    found = [pair for row in rows if (pair := _pair(row))] if isinstance(rows, list) else []
    still = [p for p in found if all(map(situation.is_open, (p.later_id, p.earlier_id)))]
    parted = answered(situation) if still else set()
    return [pair for pair in still if (pair.later_id, pair.earlier_id) not in parted]


def _kept(situation: Situation) -> Mapping[str, Any]:
    setting = situation.get("room_setting", SECOND_LOOK)
    return setting.value if setting is not None else {}


def _pair(row: Any) -> Pair | None:
    try:
        features = {str(name): float(value) for name, value in row["features"].items()}
        later, earlier, report = (str(row[at]) for at in ("later_id", "earlier_id", "report_id"))
        why = str(row["why"])[:WHY_LENGTH]
        return Pair(later, earlier, report, float(row["points"]), features, why)
    except (KeyError, TypeError, ValueError, AttributeError):
        return None


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


def due_look(before: datetime | None, now: datetime, zone: tzinfo) -> datetime | None:
    """When the look was due that is to be taken now; None if it was taken (the last was due at
    `before`), or it is too late."""
    local = now.astimezone(zone)
    due = datetime.combine(local.date(), AT, tzinfo=zone)
    if due > local:
        due -= timedelta(days=1)
    taken = before is not None and before >= due
    return None if taken or local - due > LATEST else due


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
    parted: defaultdict[str, set[str]] = defaultdict(set)
    for incident_id, other in gathered.parted:
        parted[incident_id].add(other)
    for incident_id, reports in gathered.incidents:
        facts = [facts_of(report, places) for report in reports]
        never = parted.get(incident_id, ())
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
    return replace(table, memory_s=LOOKED_BACK.total_seconds())


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
