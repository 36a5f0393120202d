"""Where lines about polling stations are typed or pasted: Enter keeps them, Shift+Enter begins
another one, Esc leaves."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from command_center.ui.theme import Theme

MOST_LETTERS = 100_000
_FEWEST, _MOST = 2, 8


class LinesEntry(QPlainTextEdit):
    """Grows with its lines, up to some; what is pasted is plain text, and cut if it has no end."""

    kept = Signal()
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().blockCountChanged.connect(self.updateGeometry)
        theme.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        self.setFont(self._theme.font(13))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        lines = min(_MOST, max(_FEWEST, self.document().blockCount()))
        height = QFontMetrics(self.font()).lineSpacing() * lines + self._theme.px(14)
        return QSize(self._theme.px(200), height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            if not event.isAutoRepeat():
                self.kept.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        room = MOST_LETTERS - self.document().characterCount()
        self.insertPlainText(source.text()[: max(0, room)])
