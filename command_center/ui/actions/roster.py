"""Regu, roster and roll-call."""

from __future__ import annotations

from command_center.domain.permissions import Permission
from command_center.ui.actions.action import Action, always, asks
from command_center.ui.i18n import QT_TRANSLATE_NOOP
from command_center.ui.seat import Seat

ROSTER = "view.roster"


def _nothing(seat: Seat) -> str | None:
    return None


ROSTER_ACTIONS = (
    Action(
        ROSTER,
        QT_TRANSLATE_NOOP("Actions", "Regu, apel, jadwal dan personel"),
        "Shift+R",
        Permission.WATCH,
        always,
        asks(ROSTER, _nothing),
    ),
)
