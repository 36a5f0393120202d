"""What the room adds to a manifest: who kept it, where and what for."""

from __future__ import annotations

from command_center import __version__
from command_center.domain.entities import iso
from command_center.ui.seat import Seat


def about_evidence(seat: Seat, incident_id: str | None) -> dict[str, str]:
    """Of this seat now; names beside ids, because a manifest is read without the room."""
    incident = seat.situation.incident(incident_id) if incident_id else None
    operator = seat.situation.staff(seat.act.actor)
    room = seat.situation.room
    return {
        "requested_at": iso(seat.live.now()),
        "incident": f"{incident.number:04}" if incident else "",
        "incident_day": incident.day if incident else "",
        "incident_id": incident_id or "",
        "operator": operator.name if operator else "",
        "operator_id": seat.act.actor,
        "workstation": seat.act.workstation,
        "shift_id": seat.act.shift,
        "room": room.name if room else "",
        "room_kind": seat.room_kind.value,
        "software": f"pusat-komando {__version__}",
    }
