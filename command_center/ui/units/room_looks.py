"""The room's own look of statuses, wherever a status is painted."""

from __future__ import annotations

from PySide6.QtCore import QObject

from command_center.domain.unit_words import DEFAULT_WORDS
from command_center.situation.meaning import room_words
from command_center.situation.situation import Touched
from command_center.ui.seat import Seat
from command_center.ui.units.looks import SHAPE_OF, TOKEN


class RoomLooks(QObject):
    """Has everything that paints a status by the theme do it as the room decided."""

    def __init__(self, seat: Seat, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        seat.live.changed.connect(self._changed)
        self._take()

    def _changed(self, touched: Touched) -> None:
        if touched.everything or "room_setting" in touched.entities:
            self._take()

    def _take(self) -> None:
        words = room_words(self._seat.situation)
        own = {
            status: (SHAPE_OF[word.glyph], TOKEN[word.colour])
            for status, word in words.items()
            if word != DEFAULT_WORDS[status]
        }
        self._seat.theme.show_statuses(own)
