"""The streets: what is closed of them, and the map they come from."""

from __future__ import annotations

from command_center.domain.permissions import Permission
from command_center.ui.actions.action import Action, always, asks
from command_center.ui.i18n import QT_TRANSLATE_NOOP
from command_center.ui.seat import Seat

ROADS, CLOSE_ROAD, IMPORT_ROADS = "view.roads", "view.close_road", "view.import_roads"
SHOW_CLOSURE = "map.closure"
"""Asked with the id of a closure: the map goes there."""


def _nothing(seat: Seat) -> str | None:
    return None


ROAD_ACTIONS = (
    Action(
        ROADS,
        QT_TRANSLATE_NOOP("Actions", "Jalan dan penutupan"),
        "Ctrl+Alt+R",
        Permission.WATCH,
        always,
        asks(ROADS, _nothing),
    ),
    Action(
        CLOSE_ROAD,
        QT_TRANSLATE_NOOP("Actions", "Tutup jalan di peta"),
        "Shift+B",
        Permission.DISPATCH,
        always,
        asks(CLOSE_ROAD, _nothing),
    ),
    Action(
        IMPORT_ROADS,
        QT_TRANSLATE_NOOP("Actions", "Impor peta jalan"),
        "Ctrl+Alt+I",
        Permission.ADMINISTER,
        always,
        asks(IMPORT_ROADS, _nothing),
    ),
)
