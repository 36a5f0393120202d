"""A few lines to read and to copy from: what changed in a version, what somebody else types."""

from __future__ import annotations

import math

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit

from command_center.ui.theme import Theme

_MOST_LINES = 8


class ReadView(QPlainTextEdit):
    """Plain text, broken anywhere if need be. As high as it is, and from eight lines on it scrolls;
    gone where there is none."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(0)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.hide()
        theme.changed.connect(self.restyle)
        self.restyle()

    def show_text(self, text: str) -> None:
        if text != self.toPlainText():
            self.setPlainText(text)
            self._fit()
        self.setVisible(bool(text))

    def restyle(self) -> None:
        self.setFont(self._theme.font(13))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Its frame is the theme's, and known by what the text has left."""
        shown, block = 0.0, self.document().firstBlock()
        while block.isValid():
            shown += self.blockBoundingRect(block).height()
            block = block.next()
        most = _MOST_LINES * self.fontMetrics().lineSpacing()
        frame = max(0, self.height() - self.viewport().height())
        self.setFixedHeight(math.ceil(min(shown, most)) + 1 + frame)  # by none more it scrolls
