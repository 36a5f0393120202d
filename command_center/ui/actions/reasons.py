"""Why the recommended units are the ones that are recommended."""

from __future__ import annotations

from command_center.domain.permissions import Permission
from command_center.ui.actions.action import Action, Reason, asks, why_ended
from command_center.ui.actions.incident import selected, selected_id
from command_center.ui.i18n import QT_TRANSLATE_NOOP
from command_center.ui.seat import Seat

REASONS = "incident.reasons"


def _open(seat: Seat) -> Reason:
    incident = selected(seat)
    if incident is None:
        return "select_incident"
    return why_ended(incident)


REASON_ACTIONS = (
    Action(
        REASONS,
        QT_TRANSLATE_NOOP("Actions", "Mengapa unit ini"),
        "Ctrl+0",
        Permission.WATCH,
        _open,
        asks(REASONS, selected_id),
    ),
)
