"""A text field with a list of suggestions under it, walked with the arrow keys, never a popup."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import (
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from command_center.ui.theme import Theme

MOST_SHOWN = 6


@dataclass(frozen=True, slots=True)
class Option:
    """`label` stands in the list, `value` is what choosing it means, `text` goes in the field.
    What is `doubtful` is not marked beforehand: only whoever walks to it takes it."""

    label: str
    text: str
    value: Any
    doubtful: bool = False


Find = Callable[[str], Sequence[Option]]


class SuggestField(QWidget):
    """`chosen` carries an option's value, or None once the text is no longer that option's.

    Up and Down walk the list, Tab or Enter take the marked option, Esc closes the list.
    """

    chosen = Signal(object)
    left = Signal()

    def __init__(
        self, theme: Theme, find: Find, at_once: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._find = find
        self._at_once = at_once
        self._options: Sequence[Option] = ()
        self._taken: Option | None = None
        self.field = QLineEdit(self)
        self.list = QListWidget(self)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.hide()
        self.field.textEdited.connect(self._typed)
        self.field.installEventFilter(self)
        self.list.itemClicked.connect(lambda item: self._take(self.list.row(item)))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.field)
        layout.addWidget(self.list)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusProxy(self.field)
        self.restyle()

    @property
    def text(self) -> str:
        return self.field.text()

    @property
    def value(self) -> Any:
        """What was chosen; None for free text."""
        return self._taken.value if self._taken else None

    def clear(self) -> None:
        self.field.clear()
        self._forget()
        self._show(())

    def choose(self, option: Option) -> None:
        """Take an option that need not be in the list."""
        self._taken = option
        self.field.setText(option.text)
        self._show(())
        self.chosen.emit(option.value)

    def _typed(self, text: str) -> None:
        """Words added behind a chosen place say more about it; anything else is another text."""
        if self._taken is not None and not self._at_once and text.startswith(self._taken.text):
            return
        self._forget()
        self._show(self._find(text)[:MOST_SHOWN] if text.strip() or self._at_once else ())

    def _forget(self) -> None:
        if self._taken is not None:
            self._taken = None
            self.chosen.emit(None)

    def _show(self, options: Sequence[Option]) -> None:
        self._options = options
        self.list.clear()
        for option in options:
            item = QListWidgetItem(option.label)
            item.setSizeHint(QSize(0, QFontMetrics(self.list.font()).height() + self._theme.px(6)))
            self.list.addItem(item)
        self.list.setCurrentRow(0 if options and not options[0].doubtful else -1)
        row = self.list.sizeHintForRow(0) if options else 0
        self.list.setFixedHeight(row * len(options) + 2 * self.list.frameWidth())
        self.list.setVisible(bool(options))

    def _take(self, row: int) -> None:
        if 0 <= row < len(self._options):
            self.choose(self._options[row])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field:
            if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
                return self._key(event)
            if event.type() is QEvent.Type.FocusOut:
                self._show(())
                self.left.emit()
            elif event.type() is QEvent.Type.FocusIn and self._at_once and not self.text:
                self._show(self._find("")[:MOST_SHOWN])
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        """Whether the key was one for the list."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        row = self.list.currentRow()
        key = event.key()
        if key == Qt.Key.Key_Down and not self._options:
            self._show(self._find(self.text)[:MOST_SHOWN])
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self._options:
            step = 1 if key == Qt.Key.Key_Down else -1
            at = row + step if row >= 0 or step > 0 else -1
            self.list.setCurrentRow(at % len(self._options))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take(row)
            self.field.focusNextPrevChild(True)
        elif key == Qt.Key.Key_Tab and self._options and self.text.strip():
            self._take(row)
            return False
        elif key == Qt.Key.Key_Escape and self._options:
            self._show(())
        else:
            return False
        return True

    def restyle(self) -> None:
        """After another theme or size."""
        for widget in (self.field, self.list):
            widget.setFont(self._theme.font(13))
