"""Places and how vulnerable they are."""

from __future__ import annotations

from command_center.domain.permissions import Permission
from command_center.ui.actions.action import Action, always, asks
from command_center.ui.i18n import QT_TRANSLATE_NOOP
from command_center.ui.seat import Seat

PLACES = "view.places"


def _nothing(seat: Seat) -> str | None:
    return None


PLACE_ACTIONS = (
    Action(
        PLACES,
        QT_TRANSLATE_NOOP("Actions", "Tempat dan kerawanan"),
        "Ctrl+O",
        Permission.WATCH,
        always,
        asks(PLACES, _nothing),
    ),
)
