"""For which operation and which election the panel's pages look at what is judged."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QComboBox

from command_center.advice.criteria import Criteria, shipped_criteria
from command_center.domain.errors import OperatorError
from command_center.domain.site import Assessment, Election, PollingStation
from command_center.situation.vulnerability import Subject, criteria_of, standing
from command_center.ui.seat import Seat

_LEAST_LETTERS = 12


def narrow(choice: QComboBox) -> QComboBox:
    """A choice that does not hold its panel as wide as its longest word."""
    choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    choice.setMinimumContentsLength(_LEAST_LETTERS)
    return choice


class Scope(QObject):
    """`operation_id` and `election_id` "" while there is none. What counts is reckoned once for
    each change of the rows."""

    changed = Signal()

    def __init__(self, seat: Seat, parent: QObject) -> None:
        super().__init__(parent)
        self._seat = seat
        self.operation_id = self.election_id = ""
        self._standing: dict[Subject, Assessment] | None = None
        self._stations: list[PollingStation] | None = None

    def forget(self) -> None:
        """Rows have changed."""
        self._standing = self._stations = None

    @property
    def standing(self) -> dict[Subject, Assessment]:
        if self._standing is None:
            self._standing = standing(self._seat.situation, self.operation_id)
        return self._standing

    @property
    def stations(self) -> list[PollingStation]:
        """Of the election, by kelurahan and number: thousands."""
        if self._stations is None:
            rows: list[PollingStation] = [
                row
                for row in self._seat.situation.all("polling_station")
                if row.election_id == self.election_id and row.gone_at is None
            ]
            self._stations = sorted(rows, key=lambda row: (row.area_code, row.number))
        return self._stations

    @property
    def criteria(self) -> Criteria:
        """The shipped ones where the room's own cannot be read; its page says so."""
        try:
            return criteria_of(self._seat.situation)
        except OperatorError:
            return shipped_criteria()

    def elections(self) -> list[Election]:
        """The newest first."""
        rows: list[Election] = list(self._seat.situation.all("election"))
        return sorted(rows, key=lambda row: (row.day, row.name), reverse=True)

    def use_operation(self, id: str) -> None:
        if id != self.operation_id:
            self.operation_id = id
            self.forget()
            self.changed.emit()

    def use_election(self, id: str) -> None:
        if id != self.election_id:
            self.election_id = id
            self._stations = None
            self.changed.emit()
