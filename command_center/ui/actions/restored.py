"""A shift lead says that a restored room may be worked in."""

from __future__ import annotations

from command_center.commands.restore import ConfirmRestored
from command_center.domain.permissions import Permission
from command_center.ui.actions.action import Action, Reason, submit
from command_center.ui.i18n import QT_TRANSLATE_NOOP
from command_center.ui.seat import Seat

CONFIRM = "alarm.restored"


def _restored(seat: Seat) -> Reason:
    room = seat.situation.room
    return None if room is not None and room.restored_at is not None else "room_not_restored"


def _confirm(seat: Seat) -> None:
    submit(seat, ConfirmRestored())


RESTORED_ACTIONS = (
    Action(
        CONFIRM,
        QT_TRANSLATE_NOOP("Actions", "Sahkan pemulihan"),
        "Ctrl+Shift+F2",
        Permission.REASSIGN,
        _restored,
        _confirm,
    ),
)
