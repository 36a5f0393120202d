"""One event in several places."""

from __future__ import annotations

from command_center.commands.parents import SetParent
from command_center.domain.permissions import Permission
from command_center.ui.actions.action import Action, Reason, asks, submit, why_ended
from command_center.ui.format import number_sign
from command_center.ui.i18n import QT_TRANSLATE_NOOP
from command_center.ui.seat import Seat

PARENT = "incident.parent"


def set_parent(seat: Seat, incident_id: str, parent_id: str | None, before: str | None) -> None:
    """Against what this seat sees: another person's newer choice is not overwritten."""
    incident = seat.situation.incident(incident_id)
    number = number_sign(incident.number, incident.alias) if incident else "#?"
    submit(seat, SetParent(incident_id, parent_id, before), number=number)


def _selected(seat: Seat) -> str | None:
    return seat.selection.incident_id


def _placeable(seat: Seat) -> Reason:
    incident = seat.situation.incident(seat.selection.incident_id or "")
    if incident is None:
        return "select_incident"
    if not incident.is_open:
        return why_ended(incident)
    return None if seat.situation.open_count > 1 else "nothing_to_merge"


DUPLICATE_ACTIONS = (
    Action(
        PARENT,
        QT_TRANSLATE_NOOP("Actions", "Anak dari"),
        "Alt+Shift+M",
        Permission.TRIAGE,
        _placeable,
        asks(PARENT, _selected),
    ),
)
