"""The observers' wall on a screen of its own."""

from __future__ import annotations

from command_center.domain.permissions import Permission
from command_center.ui.actions.action import Action, always, asks
from command_center.ui.i18n import QT_TRANSLATE_NOOP
from command_center.ui.seat import Seat

OBSERVER = "view.observer"


def _nothing(seat: Seat) -> str | None:
    return None


OBSERVER_ACTIONS = (
    Action(
        OBSERVER,
        QT_TRANSLATE_NOOP("Actions", "Dinding pengamat"),
        "Shift+F11",
        Permission.WATCH,
        always,
        asks(OBSERVER, _nothing),
    ),
)
