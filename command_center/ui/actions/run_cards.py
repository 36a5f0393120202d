"""What is sent to what: the run cards."""

from __future__ import annotations

from command_center.domain.permissions import Permission
from command_center.ui.actions.action import Action, always, asks
from command_center.ui.i18n import QT_TRANSLATE_NOOP
from command_center.ui.seat import Seat

RUN_CARDS = "view.run_cards"


def _nothing(seat: Seat) -> str | None:
    return None


RUN_CARD_ACTIONS = (
    Action(
        RUN_CARDS,
        QT_TRANSLATE_NOOP("Actions", "Kartu rencana"),
        "Ctrl+Alt+E",
        Permission.WATCH,
        always,
        asks(RUN_CARDS, _nothing),
    ),
)
