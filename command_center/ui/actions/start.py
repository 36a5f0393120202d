"""What is still to be connected in a new room."""

from __future__ import annotations

from command_center.domain.permissions import Permission
from command_center.ui.actions.action import Action, always, asks
from command_center.ui.i18n import QT_TRANSLATE_NOOP
from command_center.ui.seat import Seat

START = "view.start"


def _nothing(seat: Seat) -> str | None:
    return None


START_ACTIONS = (
    Action(
        START,
        QT_TRANSLATE_NOOP("Actions", "Persiapan ruang"),
        "Ctrl+Shift+F12",
        Permission.WATCH,
        always,
        asks(START, _nothing),
    ),
)
