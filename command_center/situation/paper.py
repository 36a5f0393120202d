"""The emergency board's view of the situation: plain rows that another thread may write."""

from __future__ import annotations

from datetime import datetime, tzinfo

from command_center.documents.emergency_board import (
    Paper,
    PaperIncident,
    PaperPerson,
    PaperUnit,
)
from command_center.domain.incident import Incident
from command_center.domain.room import Role, Staff
from command_center.domain.targets import Targets
from command_center.situation.board import BoardRow, board_row
from command_center.situation.situation import Situation

_MACHINES = (Role.SYSTEM, Role.CONSOLE)


def paper_of(
    situation: Situation,
    now: datetime,
    heard_at: datetime,
    targets: Targets,
    workstation: str,
    zone: tzinfo,
    zone_name: str,
    waiting: int,
) -> Paper:
    """`heard_at`: when the database last answered; `waiting`: items only kept here."""
    room = situation.room
    incidents = sorted(situation.open_incidents(), key=lambda i: (i.priority.value, i.opened_at))
    rows = [board_row(situation, unit) for unit in situation.all("unit")]
    people = [person for person in situation.all("staff") if _is_here(person)]
    return Paper(
        room=room.name if room else "",
        workstation=workstation,
        zone=zone,
        zone_name=zone_name,
        written_at=now,
        heard_at=heard_at,
        waiting=waiting,
        incidents=tuple(_incident(situation, incident) for incident in incidents),
        units=tuple(
            _unit(row, now, targets)
            for row in sorted(rows, key=lambda r: (r.agency_short, r.call_sign))
        ),
        people=tuple(PaperPerson(p.name, p.initials, p.role, p.seat) for p in people),
    )


def _is_here(person: Staff) -> bool:
    return person.role not in _MACHINES and person.left_at is None


def sign(number: int, alias: str | None) -> str:
    parts = ([f"#{number:04}"] if number else []) + ([alias] if alias else [])
    return " ".join(parts) or "#?"


def _incident(situation: Situation, incident: Incident) -> PaperIncident:
    units = [situation.unit(order.unit_id) for order in situation.on_it(incident.id)]
    owner = situation.staff(incident.owner_id) if incident.owner_id else None
    return PaperIncident(
        sign=sign(incident.number, incident.alias),
        priority=incident.priority,
        status=incident.status,
        title=incident.title,
        address=incident.address,
        opened_at=incident.opened_at,
        owner=owner.name if owner else "",
        units=tuple(unit.call_sign for unit in units if unit is not None),
        kept=situation.kept["incident", incident.id] > 0,
    )


def _unit(row: BoardRow, now: datetime, targets: Targets) -> PaperUnit:
    place = ""
    if row.incident_number is not None:
        place = f"{sign(row.incident_number, row.incident_alias)} {row.incident_address}".rstrip()
    return PaperUnit(
        call_sign=row.call_sign,
        agency=row.agency_short,
        crew=row.crew,
        status=row.shown_status(now, targets),
        status_since=row.since,
        heard_at=row.heard_at,
        place=place or row.status_reason,
        kept=row.kept,
    )
