"""Who lives where an incident is, who watches there tonight, and how vulnerable it is: as words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime

from command_center.commands.partners import rw_of
from command_center.domain.incident import Incident
from command_center.domain.partner import NightWatch, Partner, PartnerKind, Rating, RatingLevel
from command_center.domain.referral import Visit
from command_center.ui.detail.words import fill
from command_center.ui.format import age
from command_center.ui.radio.words import (
    area_text,
    kind_text,
    level_text,
    neighbourhood,
    on_watch,
    translate,
)
from command_center.ui.seat import Seat

MOST_PARTNERS, MOST_WATCHES, MOST_RATINGS, MOST_VISITS = 4, 3, 3, 4
_RW = re.compile(r"\brw[\s.]*(\d{1,3})\b", re.IGNORECASE)
_ORDER = tuple(PartnerKind)
_WORST = (RatingLevel.HIGH, RatingLevel.MEDIUM, RatingLevel.LOW)


def rw_in(*texts: str) -> str:
    """The RW that the texts name, "" for none."""
    found = (match for text in texts if (match := _RW.search(text)))
    first = next(found, None)
    return rw_of(first.group(1)) if first else ""


def rw_of_incident(incident: Incident) -> str:
    return rw_in(incident.address, incident.title)


def partners_near(seat: Seat, incident: Incident) -> list[Partner]:
    """Of its kelurahan, those of its RW first, then those of all of it."""
    if incident.area_code is None:
        return []
    rw = rw_of_incident(incident)
    here: Iterable[Partner] = (
        partner
        for partner in seat.situation.all("partner")
        if partner.left_at is None and partner.area_code == incident.area_code
    )
    return sorted(
        here,
        key=lambda p: (p.rw != rw or not rw, p.rw != "", p.rw, _ORDER.index(p.kind), p.name),
    )


def partners_line(seat: Seat, incident: Incident) -> str:
    """ "Aiptu Budi (Polisi RW, RW 05, 0812-1) · dan 3 lagi", "" for nobody known."""
    found = partners_near(seat, incident)
    said = [_partner(seat, partner) for partner in found[:MOST_PARTNERS]]
    return " · ".join([*said, *_more(len(found) - MOST_PARTNERS)])


def _partner(seat: Seat, partner: Partner) -> str:
    source = seat.situation.source(partner.reach) if partner.reach else None
    reach = source.name if source else partner.reach
    rw = f"RW {partner.rw}" if partner.rw else ""
    facts = (kind_text(partner.kind), rw, partner.call_sign, reach)
    return f"{partner.name} ({', '.join(fact for fact in facts if fact)})"


def watch_line(seat: Seat, incident: Incident, now: datetime) -> str:
    """Who is out on ronda there now, "" for nobody."""
    out: list[NightWatch] = [
        line
        for line in seat.situation.all("night_watch")
        if line.left_at is None
        and line.area_code == incident.area_code
        and incident.area_code is not None
        and on_watch(line, now, seat.zone)
    ]
    rw = rw_of_incident(incident)
    out.sort(key=lambda line: (line.rw != rw, line.rw, line.id))
    text = translate("Radio", "RW %1: %2 orang sampai %3 %4")
    said = [fill(text, w.rw or "–", str(w.people), w.ends, w.contact).strip() for w in out]
    return " · ".join([*said[:MOST_WATCHES], *_more(len(said) - MOST_WATCHES)])


def ratings_line(seat: Seat, incident: Incident) -> str:
    """What the area is vulnerable to, the worst first."""
    rows: list[Rating] = [
        row
        for row in seat.situation.all("rating")
        if incident.area_code is not None and row.area_code == incident.area_code
    ]
    rows.sort(key=lambda row: (_WORST.index(row.level), row.topic, row.rw))
    said = [_rating(row) for row in rows]
    return " · ".join([*said[:MOST_RATINGS], *_more(len(said) - MOST_RATINGS)])


def _rating(row: Rating) -> str:
    where = ", ".join(part for part in (row.place, f"RW {row.rw}" if row.rw else "") if part)
    said = f"{row.topic}: {level_text(row.level)}"
    return f"{said} ({where})" if where else said


def _more(hidden: int) -> list[str]:
    text = translate("Radio", "dan %1 lagi")
    return [text.replace("%1", str(hidden))] if hidden > 0 else []


def visits_of(seat: Seat, incident: Incident) -> list[Visit]:
    """Of the incident and what was merged into it: those not done first, the soonest due first."""
    family = set(seat.situation.family(incident.id))
    rows: list[Visit] = [v for v in seat.situation.all("visit") if v.incident_id in family]
    return sorted(rows, key=lambda v: (v.done_at is not None, v.due_at or v.asked_at, v.id))


def visit_text(seat: Seat, visit: Visit, now: datetime) -> str:
    """Where, who, what, and how long is left or what came of it."""
    partner = seat.situation.get("partner", visit.partner_id) if visit.partner_id else None
    who = partner.name if isinstance(partner, Partner) else translate("Radio", "belum ada mitra")
    where = neighbourhood(seat.city, visit.area_code, visit.rw)
    if visit.done_at is not None:
        said = fill(translate("Radio", "selesai: %1"), visit.outcome)
    else:
        said = clock_text(visit, now)
    return " · ".join(part for part in (where, who, visit.text, said) if part)


def clock_text(visit: Visit, now: datetime) -> str:
    if visit.due_at is None:
        return ""
    left_s = (visit.due_at - now).total_seconds()
    if left_s < 0:
        return fill(translate("Radio", "terlambat %1"), age(-left_s))
    return fill(translate("Radio", "sisa %1"), age(left_s))


def is_overdue(visit: Visit, now: datetime) -> bool:
    return visit.done_at is None and visit.due_at is not None and visit.due_at < now


def area_title(seat: Seat, incident: Incident) -> str:
    return area_text(seat.city, incident.area_code)
