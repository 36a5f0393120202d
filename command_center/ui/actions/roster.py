"""Regu, roster and roll-call."""

from __future__ import annotations

from collections.abc import Callable

from command_center.domain.permissions import Permission
from command_center.ui.actions.action import Action, always, asks
from command_center.ui.i18n import QT_TRANSLATE_NOOP
from command_center.ui.seat import Seat

ROSTER = "view.roster"


def _page(name: str | None) -> Callable[[Seat], str | None]:
    return lambda seat: name


def _turned(id: str, text: str, page: str) -> Action:
    return Action(f"{ROSTER}.{id}", text, "", Permission.WATCH, always, asks(ROSTER, _page(page)))


ROSTER_ACTIONS = (
    Action(
        ROSTER,
        QT_TRANSLATE_NOOP("Actions", "Regu dan apel"),
        "Shift+R",
        Permission.WATCH,
        always,
        asks(ROSTER, _page(None)),
    ),
    _turned("people", QT_TRANSLATE_NOOP("Actions", "Daftar personel"), "people"),
    _turned("duties", QT_TRANSLATE_NOOP("Actions", "Jadwal dinas regu"), "duties"),
    _turned("swaps", QT_TRANSLATE_NOOP("Actions", "Tukar dinas"), "swaps"),
)
