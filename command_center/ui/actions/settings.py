"""Settings of this machine, of the room and of a person."""

from __future__ import annotations

from command_center.domain.permissions import Permission
from command_center.ui.actions.action import Action, always, asks
from command_center.ui.i18n import QT_TRANSLATE_NOOP
from command_center.ui.seat import Seat

SETTINGS = "view.settings"


def _nothing(seat: Seat) -> str | None:
    return None


SETTING_ACTIONS = (
    Action(
        SETTINGS,
        QT_TRANSLATE_NOOP("Actions", "Pengaturan"),
        "Ctrl+,",
        Permission.WATCH,
        always,
        asks(SETTINGS, _nothing),
    ),
)
