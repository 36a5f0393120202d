"""The layers that show what the room's rows say, from the back to the front."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QCoreApplication

from command_center.situation.situation import Situation
from command_center.ui.map.alert_areas import AlertAreas
from command_center.ui.map.backdrop import Backdrop
from command_center.ui.map.early_areas import EarlyAreas
from command_center.ui.map.layer import Layer
from command_center.ui.map.lenses import Lenses
from command_center.ui.map.marks import Marks
from command_center.ui.map.rated import Rated
from command_center.ui.map.referred import Referred
from command_center.ui.map.rivers import Rivers
from command_center.ui.map.streets import Streets
from command_center.ui.map.viewport import Ground
from command_center.ui.map.watched import ELECTION, OFFICES, PUBLIC, Stations, Watched
from command_center.ui.seat import Seat

translate = QCoreApplication.translate
SHOWN_FIRST = frozenset({AlertAreas.id, EarlyAreas.id})
"""To whoever never touched their switches."""


class RoomLayer(Layer, Protocol):
    """`follows` are the entities it is made from."""

    @property
    def follows(self) -> frozenset[str]: ...

    def take(self, situation: Situation) -> None:
        """Cheap: on the thread of the GUI."""
        ...


def room_layers(
    seat: Seat, ground: Ground, marks: Marks, backdrop: Backdrop, done: Callable[[], None]
) -> list[RoomLayer]:
    """`done` follows what a layer made on another thread."""
    city, theme = seat.city, seat.theme
    kinds = (
        ("sites_election", ELECTION, lambda: translate("Map", "Tempat pemilu")),
        ("sites_offices", OFFICES, lambda: translate("Map", "Kantor dan pos")),
        ("sites_public", PUBLIC, lambda: translate("Map", "Tempat umum yang dipantau")),
    )
    return [
        Rated(city, ground, theme, seat.zone),
        Rivers(ground, theme, seat.roads, seat.tasks, done),
        Streets(ground, theme, seat.roads, seat.tasks, done),
        Lenses(ground, theme),
        Stations(city, ground, theme),
        *(Watched(id, of, title, ground, theme, backdrop.taken) for id, of, title in kinds),
        AlertAreas(ground, seat, backdrop.city, backdrop.taken),
        EarlyAreas(ground, seat),
        Referred(marks, theme),
    ]
