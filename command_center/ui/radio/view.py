"""The list of lines: its keys are its own, and it holds still under whoever reads it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent

from command_center.ui.radio.rows import ROW_ROLE, RadioModel, RadioRow
from command_center.ui.row_table import RowTable
from command_center.ui.seat import Seat

translate = QCoreApplication.translate
_KEYS = {
    Qt.Key.Key_T: "link",
    Qt.Key.Key_I: "incident",
    Qt.Key.Key_B: "refer",
    Qt.Key.Key_Delete: "strike",
    Qt.Key.Key_Return: "open",
    Qt.Key.Key_Enter: "open",
}


class RadioView(RowTable):
    """`asked` carries one of link, incident, refer, strike, open; `missed` how many lines came in
    above what is being read."""

    asked = Signal(str)
    missed = Signal(int)

    def __init__(self, seat: Seat, model: RadioModel) -> None:
        super().__init__(model)
        self._seat = seat
        self._model = model
        self._above = 0
        self.setSelectionMode(RowTable.SelectionMode.SingleSelection)
        model.rowsInserted.connect(self._hold)
        model.modelReset.connect(self._caught_up)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    def current(self) -> RadioRow | None:
        row = self.currentIndex().data(ROW_ROLE) if self.currentIndex().isValid() else None
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

    def event(self, event: QEvent) -> bool:
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in _KEYS
            and event.modifiers()
            in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        asked = _KEYS.get(Qt.Key(event.key()))
        if asked is not None and event.isAutoRepeat():
            return
        if asked is not None:
            self.asked.emit(asked)
        elif event.text().strip() and event.text().isprintable():
            event.ignore()  # a table would search by it
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._model.rowCount() == 0:
            painter = QPainter(self.viewport())
            painter.setPen(self._seat.theme.color("text2"))
            painter.setFont(self._seat.theme.font(13))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            words = translate("Radio", "Belum ada kabar radio 24 jam ini.")
            painter.drawText(self.viewport().rect(), flags, words)
            painter.end()
