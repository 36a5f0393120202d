"""Which operation the panel's pages look at."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from command_center.domain.room import Operation
from command_center.situation.operations import PlaceStanding, places
from command_center.ui.seat import Seat


class OperationScope(QObject):
    """The one that was chosen while it runs, else the first that does; `place` "" = all of them."""

    changed = Signal()

    def __init__(self, seat: Seat, parent: QObject) -> None:
        super().__init__(parent)
        self._seat = seat
        self._id = ""

    @property
    def operation(self) -> Operation | None:
        running = self._seat.situation.operations
        chosen = (one for one in running if one.id == self._id)
        return next(chosen, running[0] if running else None)

    @property
    def operation_id(self) -> str:
        return self.operation.id if self.operation is not None else ""

    def places(self) -> list[PlaceStanding]:
        """The worst first."""
        operation = self.operation
        return places(self._seat.situation, operation) if operation is not None else []

    def place(self, name: str) -> PlaceStanding | None:
        return next((one for one in self.places() if one.name == name), None)

    def use(self, id: str) -> None:
        if id != self._id:
            self._id = id
            self.changed.emit()
