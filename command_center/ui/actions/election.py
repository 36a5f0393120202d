"""The panel of an election."""

from __future__ import annotations

from command_center.domain.permissions import Permission
from command_center.ui.actions.action import Action, always, asks
from command_center.ui.i18n import QT_TRANSLATE_NOOP
from command_center.ui.seat import Seat

ELECTION = "view.election"


def _nothing(seat: Seat) -> str | None:
    return None


ELECTION_ACTIONS = (
    Action(
        ELECTION,
        QT_TRANSLATE_NOOP("Actions", "Pengamanan pemilu"),
        "Ctrl+E",
        Permission.WATCH,
        always,
        asks(ELECTION, _nothing),
    ),
)
