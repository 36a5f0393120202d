"""The handbook, and the card that hangs beside a seat."""

from __future__ import annotations

from command_center.domain.permissions import Permission
from command_center.ui.actions.action import Action, always, asks
from command_center.ui.i18n import QT_TRANSLATE_NOOP
from command_center.ui.seat import Seat

HANDBOOK, CARD = "view.handbook", "view.print_card"


def _nothing(seat: Seat) -> str | None:
    return None


HANDBOOK_ACTIONS = (
    Action(
        HANDBOOK,
        QT_TRANSLATE_NOOP("Actions", "Buku panduan"),
        "F1",
        Permission.WATCH,
        always,
        asks(HANDBOOK, _nothing),
    ),
    Action(
        CARD,
        QT_TRANSLATE_NOOP("Actions", "Cetak kartu ringkas"),
        "Ctrl+Shift+F1",
        Permission.WATCH,
        always,
        asks(CARD, _nothing),
    ),
)
