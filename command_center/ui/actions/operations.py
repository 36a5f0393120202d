"""Operations, the levels of their places and their order of battle."""

from __future__ import annotations

from command_center.domain.permissions import Permission
from command_center.ui.actions.action import Action, always, asks
from command_center.ui.i18n import QT_TRANSLATE_NOOP
from command_center.ui.seat import Seat

OPERATIONS = "view.operations"


def _nothing(seat: Seat) -> str | None:
    return None


OPERATION_ACTIONS = (
    Action(
        OPERATIONS,
        QT_TRANSLATE_NOOP("Actions", "Operasi"),
        "Alt+O",
        Permission.WATCH,
        always,
        asks(OPERATIONS, _nothing),
    ),
)
