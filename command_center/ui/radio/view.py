"""The list of lines: its keys are its own, and it holds still under whoever reads it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal

from command_center.ui.keyed_table import KeyedTable
from command_center.ui.radio.rows import RadioModel, RadioRow
from command_center.ui.seat import Seat

_KEYS = {
    Qt.Key.Key_T: "link",
    Qt.Key.Key_I: "incident",
    Qt.Key.Key_B: "refer",
    Qt.Key.Key_Delete: "strike",
    Qt.Key.Key_Return: "open",
    Qt.Key.Key_Enter: "open",
}


class RadioView(KeyedTable):
    """`asked` carries one of link, incident, refer, strike, open; `missed` how many lines came in
    above what is being read."""

    missed = Signal(int)

    def __init__(self, seat: Seat, model: RadioModel) -> None:
        super().__init__(seat.theme, model, _KEYS)
        self._model = model
        self._above = 0
        model.rowsInserted.connect(self._hold)
        model.modelReset.connect(self._caught_up)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    def current(self) -> RadioRow | None:
        row = self.current_row()
        return row if isinstance(row, RadioRow) else None

    def _hold(self, _: QModelIndex, first: int, last: int) -> None:
        bar = self.verticalScrollBar()
        reading = self.underMouse() or bar.value() > 0
        new = last - first + 1
        if not reading or len(self._model.rows) == new:
            return
        self._above += new
        self.updateGeometries()
        bar.setValue(bar.value() + new * self.verticalHeader().defaultSectionSize())
        self.missed.emit(self._above)

    def _scrolled(self, value: int) -> None:
        if value == 0:
            self._caught_up()

    def _caught_up(self) -> None:
        self._above = 0
        self.missed.emit(0)
