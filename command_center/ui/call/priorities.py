"""The priority of a call: the suggestion is marked, 1 to 4 choose another, 0 goes back to it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from command_center.domain.incident import Priority
from command_center.ui.actions.buttons import KeyButton
from command_center.ui.seat import Seat


class PriorityRow(QWidget):
    """`given` carries the Priority a person chose, None when it is the suggestion again."""

    given = Signal(object)

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(3, 3, 3, 3)
        self._theme = seat.theme
        self._keys: dict[str, Priority | None] = {"0": None}
        self.buttons: dict[Priority, KeyButton] = {}
        for number, priority in enumerate(Priority, 1):
            button = KeyButton(seat, priority.value, str(number), parent=self)
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(lambda _=False, p=priority: self.given.emit(p))
            self._keys[str(number)] = priority
            self.buttons[priority] = button
            row.addWidget(button)
        row.addStretch(1)

    def mark(self, priority: Priority) -> None:
        """The priority that would be stored now."""
        for each, button in self.buttons.items():
            button.setChecked(each is priority)
            button.primary = each is priority
            button.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.hasFocus():
            painter = QPainter(self)
            painter.setPen(self._theme.color("accent"))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
            painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text() in self._keys:
            self.given.emit(self._keys[event.text()])
        else:
            super().keyPressEvent(event)
