"""A small name over something to fill in, and buttons that stand on the same line."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from command_center.ui.plain_label import PlainLabel
from command_center.ui.theme import Theme

_GAP = 6


class NamedField(QWidget):
    """`inside` under its name. A line is `width_px` wide at 100 %, a choice as its words are."""

    def __init__(self, theme: Theme, inside: QLineEdit | QComboBox, width_px: int = 170) -> None:
        super().__init__()
        self._theme = theme
        self._width_px = width_px
        self.inside = inside
        self.label = PlainLabel(theme, "text2", 11)
        self.label.setBuddy(inside)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.label)
        rows.addWidget(inside)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.restyle)
        self.restyle()

    def rename(self, text: str) -> None:
        self.label.setText(text)
        self.inside.setAccessibleName(text)

    def restyle(self) -> None:
        self.inside.setFont(self._theme.font(13))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        name, inside = self.label.sizeHint(), self.inside.sizeHint()
        choice = isinstance(self.inside, QComboBox)
        least = inside.width() if choice else self._theme.px(self._width_px)
        return QSize(max(least, name.width()), name.height() + inside.height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class Beside(QWidget):
    """Buttons on the line of the fields, not of their names."""

    def __init__(self, theme: Theme, like: NamedField, *buttons: QWidget) -> None:
        super().__init__()
        self._like = like
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addStretch(1)
        self._line = QHBoxLayout()
        self._line.setSpacing(theme.px(_GAP))
        for button in buttons:
            self._line.addWidget(button)
        rows.addLayout(self._line)

    def sizeHint(self) -> QSize:
        return QSize(self._line.sizeHint().width(), self._like.sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()
