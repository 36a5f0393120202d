"""Asks whom to send off the GUI thread and hands on the newest answer only."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from command_center.situation.advising.advice import Advice
from command_center.situation.advising.copied import RoomCopy
from command_center.ui.latest import Latest
from command_center.ui.seat import Seat

Told = tuple[str, Advice | None]


class Advisor(QObject):
    """`advised` carries (incident id, Advice, or None where nobody knows the place)."""

    advised = Signal(str, object)

    def __init__(self, seat: Seat, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self._latest: Latest[Told] = Latest(seat, lambda told: self.advised.emit(*told))

    def ask(self, incident_id: str, most: int) -> None:
        """Whom to send to the incident as things are now: `most` units of them."""
        self._latest.ask(partial(self._work, incident_id, most))

    def _work(self, incident_id: str, most: int) -> Callable[[], Told]:
        seat = self._seat
        copy, now, recommender = RoomCopy.of(seat.situation), seat.live.now(), seat.recommender

        def advise() -> Told:
            return incident_id, recommender.advise(copy, incident_id, most, now)

        return advise
