"""Asks for the nearest units off the GUI thread and hands on the newest answer only."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from command_center.domain.errors import OperatorError
from command_center.domain.place import LatLon
from command_center.domain.unit import UnitStatus
from command_center.situation.board import board_row
from command_center.ui.detail.nearest import Areas, Card, Question, nearest
from command_center.ui.seat import Seat


class Advisor(QObject):
    """`advised` carries (incident id, list of Card). One question is under way at a time."""

    advised = Signal(str, list)

    def __init__(self, seat: Seat, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self._areas = Areas(seat.city)
        self._busy = False
        self._again: tuple[str, int] | None = None

    def ask(self, incident_id: str, most: int) -> None:
        """Work out who is nearest to the incident now: `most` units of them."""
        if self._busy:
            self._again = (incident_id, most)
            return
        question = self._question(incident_id, most)
        if question is None:
            self.advised.emit(incident_id, [])
            return
        self._busy = True
        self._seat.tasks.run(
            lambda: nearest(question, self._areas),
            lambda cards: self._answer(incident_id, cards),
            self._refuse,
        )

    def _question(self, incident_id: str, most: int) -> Question | None:
        """The copy the answer is worked out from; None if nobody knows where it is."""
        situation = self._seat.situation
        incident = situation.incident(incident_id)
        if incident is None or incident.lat is None or incident.lon is None:
            return None
        free = (u for u in situation.all("unit") if u.status is UnitStatus.AVAILABLE)
        rows = tuple(board_row(situation, unit) for unit in free)
        point = LatLon(incident.lat, incident.lon)
        return Question(incident_id, point, rows, self._seat.live.now(), self._seat.targets, most)

    def _answer(self, incident_id: str, cards: list[Card]) -> None:
        self._busy = False
        self.advised.emit(incident_id, cards)
        self._next()

    def _refuse(self, error: OperatorError) -> None:
        self._busy = False
        self._seat.notices.failed(error)
        self._next()

    def _next(self) -> None:
        waiting, self._again = self._again, None
        if waiting is not None:
            self.ask(*waiting)
