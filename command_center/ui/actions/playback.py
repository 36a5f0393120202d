"""The past of the room in a window of its own."""

from __future__ import annotations

from command_center.domain.permissions import Permission
from command_center.ui.actions.action import Action, Reason, asks
from command_center.ui.i18n import QT_TRANSLATE_NOOP
from command_center.ui.seat import Seat

PLAYBACK = "view.playback"


def _not_twice(seat: Seat) -> Reason:
    return "playback_already" if seat.past else None


def _selected(seat: Seat) -> str | None:
    return seat.selection.incident_id


PLAYBACK_ACTIONS = (
    Action(
        PLAYBACK,
        QT_TRANSLATE_NOOP("Actions", "Putar ulang"),
        "Ctrl+F9",
        Permission.WATCH,
        _not_twice,
        asks(PLAYBACK, _selected),
    ),
)
