"""What only an exercise has."""

from __future__ import annotations

from command_center.domain.permissions import Permission
from command_center.domain.room import RoomKind
from command_center.ui.actions.action import Action, Reason, asks
from command_center.ui.i18n import QT_TRANSLATE_NOOP
from command_center.ui.seat import Seat

DIRECTOR = "view.director"


def _in_exercise(seat: Seat) -> Reason:
    if seat.past:
        return "playback_read_only"
    return None if seat.room_kind is RoomKind.EXERCISE else "exercise_only"


def _nothing(seat: Seat) -> str | None:
    return None


EXERCISE_ACTIONS = (
    Action(
        DIRECTOR,
        QT_TRANSLATE_NOOP("Actions", "Meja sutradara"),
        "Ctrl+F10",
        Permission.WATCH,
        _in_exercise,
        asks(DIRECTOR, _nothing),
    ),
)
