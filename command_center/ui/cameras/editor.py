"""One line under the list in which a name or a note is written; nothing is asked in a dialog."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from command_center.ui.plain_label import PlainLabel
from command_center.ui.theme import Theme

Keep = Callable[[str], None]


class LineEditor(QWidget):
    """Enter keeps, Esc leaves; `closed` after both."""

    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keep: Keep | None = None
        self._was = ""
        self.label = PlainLabel(theme, "text2", 13)
        self.field = QLineEdit()
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(12), theme.px(4), theme.px(8), theme.px(6))
        row.addWidget(self.label)
        row.addWidget(self.field, 1)
        self.newer = PlainLabel(theme, "warn", 11)
        self.newer.hide()
        row.addWidget(self.newer)
        self.hide()

    def write(self, label: str, text: str, longest: int, keep: Keep) -> None:
        """Ask for a text of at most `longest` characters; `keep` is told one that is another."""
        self._keep, self._was = keep, text
        self.label.show_text(label)
        self.show_newer("")
        self.field.setAccessibleName(label)
        self.field.setMaxLength(longest)
        self.field.setText(text)
        self.field.selectAll()
        self.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_newer(self, text: str) -> None:
        """What somebody else has written there, or is about to; what is typed here stays."""
        self.newer.show_text(text)
        self.newer.setVisible(bool(text))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._end(keep=True)
        elif event.key() == Qt.Key.Key_Escape:
            self._end(keep=False)
        else:
            super().keyPressEvent(event)

    def _end(self, *, keep: bool) -> None:
        tell, text = self._keep, self.field.text()
        self._keep = None
        self.hide()
        if keep and tell is not None and text != self._was:
            tell(text)
        self.closed.emit()
