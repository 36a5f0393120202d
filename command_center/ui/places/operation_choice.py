"""The choice for which operation judgements are looked at."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox

from command_center.ui.places.scope import Scope, narrow
from command_center.ui.places.words import translate
from command_center.ui.seat import Seat


class OperationChoice(QComboBox):
    """Judgements of whatever goes on, and of each operation that is on. `begins_running`: the only
    operation that is on is chosen until somebody chooses."""

    def __init__(self, seat: Seat, scope: Scope, *, begins_running: bool = False) -> None:
        super().__init__()
        narrow(self)
        self._seat, self._scope = seat, scope
        self._begins_running = begins_running
        self.activated.connect(self._chosen)

    def offer(self) -> None:
        """As the room has them now; one that has ended is chosen no more."""
        operations = self._seat.situation.operations
        everything = translate("Places", "Semua operasi")
        offered = [(everything, ""), *((o.name, o.id) for o in operations)]
        if [(self.itemText(at), self.itemData(at)) for at in range(self.count())] != offered:
            self.clear()
            for text, id in offered:
                self.addItem(text, id)
        if self._begins_running and len(operations) == 1:
            self._scope.use_operation(operations[0].id)
        if self.findData(self._scope.operation_id) < 0:
            self._scope.use_operation("")
        self.setCurrentIndex(self.findData(self._scope.operation_id))

    def _chosen(self, _: int) -> None:
        self._begins_running = False
        self._scope.use_operation(str(self.currentData() or ""))

    def retranslate(self) -> None:
        self.setAccessibleName(translate("Places", "Operasi"))
        self.offer()
