"""Early warnings."""

from __future__ import annotations

from command_center.domain.permissions import Permission
from command_center.ui.actions.action import Action, always, asks
from command_center.ui.i18n import QT_TRANSLATE_NOOP
from command_center.ui.seat import Seat

EARLY = "view.early"


def _nothing(seat: Seat) -> str | None:
    return None


EARLY_ACTIONS = (
    Action(
        EARLY,
        QT_TRANSLATE_NOOP("Actions", "Peringatan dini"),
        "Ctrl+W",
        Permission.WATCH,
        always,
        asks(EARLY, _nothing),
    ),
)
