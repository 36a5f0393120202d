"""The lines of the curtain to type in."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from command_center.commands.people import NAME_LENGTH
from command_center.runtime.passwords import LONGEST

WIDTH_PX = 190
_LONGEST = {"name": NAME_LENGTH, "login": 60}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Line(QLineEdit):
    """Keeps Enter and Esc from the window's shortcuts. `hidden`: dots instead of letters."""

    confirmed = Signal()
    left = Signal()

    def __init__(self, name: str, hidden: bool) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setMaxLength(_LONGEST.get(name, LONGEST))
        if hidden:
            self.setEchoMode(QLineEdit.EchoMode.Password)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.key() in (*_ENTER, Qt.Key.Key_Escape):
            if event.type() is QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() is QEvent.Type.KeyPress:
                (self.confirmed if event.key() in _ENTER else self.left).emit()
                return True
        return super().event(event)
