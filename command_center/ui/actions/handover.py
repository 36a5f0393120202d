"""The change of shift and the book of a shift."""

from __future__ import annotations

from command_center.domain.permissions import Permission
from command_center.ui.actions.action import Action, always, asks
from command_center.ui.i18n import QT_TRANSLATE_NOOP
from command_center.ui.seat import Seat

HANDOVER, BOOK = "view.handover", "view.book"


def _nothing(seat: Seat) -> str | None:
    return None


HANDOVER_ACTIONS = (
    Action(
        HANDOVER,
        QT_TRANSLATE_NOOP("Actions", "Serah terima jaga"),
        "Ctrl+U",
        Permission.WATCH,
        always,
        asks(HANDOVER, _nothing),
    ),
    Action(
        BOOK,
        QT_TRANSLATE_NOOP("Actions", "Buku mutasi"),
        "Ctrl+Y",
        Permission.WATCH,
        always,
        asks(BOOK, _nothing),
    ),
)
