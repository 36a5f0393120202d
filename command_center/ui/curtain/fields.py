"""The fields of the curtain: each under its name, one line high, wrapped where it is narrow."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from command_center.commands.people import NAME_LENGTH
from command_center.runtime.passwords import LONGEST
from command_center.ui.plain_label import PlainLabel
from command_center.ui.theme import Theme

_WIDTH, _LOGIN_LENGTH = 190, 60


class Line(QLineEdit):
    """Keeps Enter and Esc from the window's shortcuts."""

    confirmed = Signal()
    left = Signal()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.confirmed.emit()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.left.emit()
                return True
        return super().event(event)


class NamedField(QWidget):
    """A small name over a line to type in. `hidden`: dots instead of letters."""

    def __init__(self, theme: Theme, hidden: bool, longest: int) -> None:
        super().__init__()
        self._theme = theme
        self.label = PlainLabel(theme, "text2", 11)
        self.line = Line()
        self.line.setMaxLength(longest)
        if hidden:
            self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.label.setBuddy(self.line)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.label)
        rows.addWidget(self.line)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.restyle)
        self.restyle()

    def restyle(self) -> None:
        self.line.setFont(self._theme.font(13))
        self.updateGeometry()

    def rename(self, text: str) -> None:
        self.label.setText(text)
        self.line.setAccessibleName(text)

    def sizeHint(self) -> QSize:
        name = self.label.sizeHint()
        width = max(self._theme.px(_WIDTH), name.width())
        return QSize(width, name.height() + self.line.sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class Beside(QWidget):
    """Buttons on the line of the fields, not of their names."""

    def __init__(self, like: NamedField, *buttons: QWidget) -> None:
        super().__init__()
        self._like = like
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addStretch(1)
        self._line = QHBoxLayout()
        for button in buttons:
            self._line.addWidget(button)
        rows.addLayout(self._line)

    def sizeHint(self) -> QSize:
        return QSize(self._line.sizeHint().width(), self._like.sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


LONGEST_OF = {"name": NAME_LENGTH, "login": _LOGIN_LENGTH}


def field(theme: Theme, name: str, hidden: bool) -> NamedField:
    return NamedField(theme, hidden, LONGEST_OF.get(name, LONGEST))
