"""Instructions, tasks of the room and notes of the shift lead."""

from __future__ import annotations

from command_center.domain.permissions import Permission
from command_center.ui.actions.action import Action, always, asks
from command_center.ui.i18n import QT_TRANSLATE_NOOP
from command_center.ui.seat import Seat

INSTRUCTIONS = "view.instructions"


def _nothing(seat: Seat) -> str | None:
    return None


INSTRUCTION_ACTIONS = (
    Action(
        INSTRUCTIONS,
        QT_TRANSLATE_NOOP("Actions", "Perintah dan tugas"),
        "Ctrl+I",
        Permission.WATCH,
        always,
        asks(INSTRUCTIONS, _nothing),
    ),
)
