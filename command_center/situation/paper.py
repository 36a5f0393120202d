"""The emergency board's view of the situation: plain rows that another thread may write."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
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


@dataclass(frozen=True, slots=True)
class Draft:
    """What a paper is made of, gathered in one moment by whoever owns the situation: rows, which
    never change. `paper` may be called on any thread. `frame` is the paper without its tables,
    `ordered` the call signs of the units on an incident, by its id."""

    frame: Paper
    targets: Targets
    incidents: tuple[Incident, ...]
    units: tuple[BoardRow, ...]
    staff: tuple[Staff, ...]
    ordered: Mapping[str, tuple[str, ...]]
    kept: frozenset[str]

    def paper(self) -> Paper:
        """Incidents by priority and age, units by agency and call sign, who is here."""
        incidents = sorted(self.incidents, key=lambda i: (i.priority.value, i.opened_at))
        units = sorted(self.units, key=lambda row: (row.agency_short, row.call_sign))
        names = {person.id: person.name for person in self.staff}
        return replace(
            self.frame,
            incidents=tuple(self._incident(incident, names) for incident in incidents),
            units=tuple(_unit(row, self.frame.written_at, self.targets) for row in units),
            people=tuple(
                PaperPerson(p.name, p.initials, p.role, p.seat) for p in self.staff if _is_here(p)
            ),
        )

    def _incident(self, incident: Incident, names: Mapping[str, str]) -> PaperIncident:
        return PaperIncident(
            sign=sign(incident.number, incident.alias),
            priority=incident.priority,
            status=incident.status,
            title=incident.title,
            address=incident.address,
            opened_at=incident.opened_at,
            owner=names.get(incident.owner_id or "", ""),
            units=self.ordered.get(incident.id, ()),
            kept=incident.id in self.kept,
        )


def draft_of(
    situation: Situation,
    now: datetime,
    heard_at: datetime,
    targets: Targets,
    workstation: str,
    zone: tzinfo,
    zone_name: str,
    waiting: int,
) -> Draft:
    """`heard_at`: when the database last answered; `waiting`: items only kept here. Takes no longer
    for thousands of incidents that nobody was sent to."""
    room = situation.room
    frame = Paper(
        room=room.name if room else "",
        workstation=workstation,
        zone=zone,
        zone_name=zone_name,
        written_at=now,
        heard_at=heard_at,
        waiting=waiting,
        incidents=(),
        units=(),
        people=(),
    )
    kept = (id for (entity, id), count in situation.kept.items() if entity == "incident" and count)
    return Draft(
        frame=frame,
        targets=targets,
        incidents=tuple(situation.open_incidents()),
        units=tuple(board_row(situation, unit) for unit in situation.all("unit")),
        staff=tuple(situation.all("staff")),
        ordered=_ordered(situation),
        kept=frozenset(kept),
    )


def _ordered(situation: Situation) -> dict[str, tuple[str, ...]]:
    """Looked up from the units' side: there are hundreds of them."""
    found: dict[str, tuple[str, ...]] = {}
    for unit in situation.all("unit"):
        for order in situation.unit_assignments(unit.id):
            id = _winner(situation, order.incident_id)
            if id not in found:
                units = (situation.unit(other.unit_id) for other in situation.on_it(id))
                found[id] = tuple(unit.call_sign for unit in units if unit is not None)
    return found


def _winner(situation: Situation, incident_id: str) -> str:
    """Where an incident stands: what it was merged into, else itself."""
    incident = situation.incident(incident_id)
    while incident is not None and incident.merged_into:
        incident_id = incident.merged_into
        incident = situation.incident(incident_id)
    return incident_id


def _is_here(person: Staff) -> bool:
    return person.role not in _MACHINES and person.left_at is None


def sign(number: int, alias: str | None) -> str:
    parts = ([f"#{number:04}"] if number else []) + ([alias] if alias else [])
    return " ".join(parts) or "#?"


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
