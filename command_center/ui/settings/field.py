"""Something to fill in, by the kind of its option. What it holds is a text in every case."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from command_center.runtime.option_forms import LONGEST
from command_center.runtime.options import Kind, Option
from command_center.ui.detail.step_row import StepBox
from command_center.ui.dropped_file import local_file
from command_center.ui.seat import Seat

ON, OFF = "true", "false"
_PATHS = (Kind.FILE, Kind.FOLDER)
_NUMBER_PX, _CHOICE_PX = 90, 180


class Choice(QComboBox):
    """A wheel that only passes over it chooses nothing."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class PathLine(QLineEdit):
    """A file or folder can be dragged onto it."""

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if local_file(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = local_file(event.mimeData())
        if path is not None and not self.isReadOnly():
            event.acceptProposedAction()
            self.setText(str(path))


class Switch(StepBox):
    """The box of a step, by the mouse too."""

    def __init__(self, seat: Seat, parent: QWidget) -> None:
        super().__init__(seat, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)


class OptionField(QWidget):
    """`typed` follows every letter; `chosen` a switch or a choice, which needs no more asking."""

    typed = Signal()
    chosen = Signal()

    def __init__(self, seat: Seat, option: Option) -> None:
        super().__init__()
        self._theme = seat.theme
        self._option = option
        self.inside = self._make(seat)
        self.setFocusProxy(self.inside)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.inside)
        seat.theme.changed.connect(self._restyle)
        self._restyle()

    def _make(self, seat: Seat) -> Switch | Choice | QLineEdit:
        option = self._option
        if option.kind is Kind.SWITCH:
            switch = Switch(seat, self)
            switch.clicked.connect(self.chosen)
            return switch
        if option.choices is not None:
            choice = Choice()
            for value in (*(("",) if option.default == "" else ()), *option.choices()):
                choice.addItem(value, value)
            choice.activated.connect(self.chosen)
            return choice
        line = PathLine() if option.kind in _PATHS else QLineEdit()
        line.setMaxLength(LONGEST)
        if option.secret:
            line.setEchoMode(QLineEdit.EchoMode.Password)
        line.textChanged.connect(self.typed)
        return line

    @property
    def is_typed(self) -> bool:
        """Whether it is kept by Enter; the others are kept as they are chosen."""
        return isinstance(self.inside, QLineEdit)

    def text(self) -> str:
        if isinstance(self.inside, Switch):
            return ON if self.inside.isChecked() else OFF
        if isinstance(self.inside, Choice):
            return str(self.inside.currentData())
        return self.inside.text().strip()

    def show_text(self, text: str) -> None:
        with QSignalBlocker(self.inside):
            if isinstance(self.inside, Switch):
                self.inside.setChecked(text == ON)
            elif isinstance(self.inside, Choice):
                if self.inside.findData(text) < 0:  # no longer offered, and still what counts
                    self.inside.addItem(text, text)
                self.inside.setCurrentIndex(self.inside.findData(text))
            elif self.text() != text:
                self.inside.setText(text)

    def lock(self, locked: bool) -> None:
        """A text can still be marked and copied."""
        if isinstance(self.inside, QLineEdit):
            self.inside.setReadOnly(locked)
        self.inside.setEnabled(not locked or isinstance(self.inside, QLineEdit))

    def say(self, name: str, hint: str, choices: Mapping[str, str]) -> None:
        """In the language of the screen; `hint` stands where nothing is written."""
        self.inside.setAccessibleName(name)
        if isinstance(self.inside, QLineEdit):
            self.inside.setPlaceholderText(hint)
        elif isinstance(self.inside, Choice):
            for at in range(self.inside.count()):
                value = str(self.inside.itemData(at))
                self.inside.setItemText(at, choices.get(value, value))

    def _restyle(self) -> None:
        self.inside.setFont(self._theme.font(13))
        if self._option.kind is Kind.NUMBER:
            self.setFixedWidth(self._theme.px(_NUMBER_PX))
        elif isinstance(self.inside, Choice):
            self.setFixedWidth(self._theme.px(_CHOICE_PX))
