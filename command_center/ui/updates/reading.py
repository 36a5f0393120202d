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
        document = self.document()
        lines = min(_MOST_LINES, math.ceil(document.size().height()))  # of this view in lines
        edges = 2 * (document.documentMargin() + self.frameWidth())
        self.setFixedHeight(math.ceil(lines * self.fontMetrics().lineSpacing() + edges))
