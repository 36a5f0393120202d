"""The list of calls: its keys, and that it holds still under the pointer."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPainter, QPaintEvent

from command_center.domain.partner import PhoneCall
from command_center.ui.calls.model import ROW_ROLE, CallsModel
from command_center.ui.row_table import RowTable
from command_center.ui.seat import Seat

KEYS = {
    Qt.Key.Key_Return: "main",
    Qt.Key.Key_Enter: "main",
    Qt.Key.Key_H: "end",
    Qt.Key.Key_N: "number",
    Qt.Key.Key_I: "mark",
    Qt.Key.Key_X: "strike",
    Qt.Key.Key_L: "ladder",
}
"""What the buttons of the panel are called, by their keys."""


class CallsView(RowTable):
    """`wanted`: Enter or a double click on a call; `keyed`: the key of a button of the panel;
    `left`: the pointer is no longer over it."""

    wanted = Signal(str)
    keyed = Signal(str)
    left = Signal()

    def __init__(self, seat: Seat, model: CallsModel) -> None:
        super().__init__(model)
        self._seat = seat
        self._calls = model
        self.over = False
        self.empty = ""
        self.setSelectionMode(RowTable.SelectionMode.SingleSelection)
        self.doubleClicked.connect(lambda _: self._want())

    def current(self) -> PhoneCall | None:
        index = self.currentIndex()
        row = index.data(ROW_ROLE) if index.isValid() else None
        return row if isinstance(row, PhoneCall) else None

    def choose(self, id: str) -> bool:
        """Whether it stands here."""
        place = self._calls.place_of(id)
        if place is not None:
            self.setCurrentIndex(self._calls.index(place, 0))
        return place is not None

    def _want(self) -> None:
        call = self.current()
        if call is not None:
            self.wanted.emit(call.id)

    def event(self, event: QEvent) -> bool:
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in KEYS
            and event.modifiers() == Qt.KeyboardModifier.NoModifier
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        asked = KEYS.get(Qt.Key(event.key()))
        if asked == "main":
            self._want()
        elif asked is not None:
            self.keyed.emit(asked)
        elif event.text().strip() and event.text().isprintable():
            event.ignore()  # a table would search by it
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.over = True
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.over = False
        self.left.emit()
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._calls.rowCount() == 0:
            painter = QPainter(self.viewport())
            painter.setPen(self._seat.theme.color("text2"))
            painter.setFont(self._seat.theme.font(13))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.viewport().rect(), flags, self.empty)
            painter.end()
