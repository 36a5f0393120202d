"""A line of plain text that follows the theme."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from command_center.ui.theme import Theme


class PlainLabel(QLabel):
    """Never rich text, whatever it is given; its name for a reader is its text."""

    def __init__(
        self,
        theme: Theme,
        ink: str = "text",
        size_px: int = 13,
        bold: bool = False,
        tabular: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._token = ink
        self._face = (size_px, bold, tabular)
        self.setTextFormat(Qt.TextFormat.PlainText)
        theme.changed.connect(self._restyle)
        self._restyle()

    def tint(self, token: str) -> None:
        """Another colour of the theme."""
        if token != self._token:
            self._token = token
            self._restyle()

    def show_text(self, text: str) -> None:
        """Only a new text costs a repaint."""
        if text != self.text():
            self.setText(text)

    def _restyle(self) -> None:
        size_px, bold, tabular = self._face
        self.setFont(self._theme.font(size_px, bold, tabular))
        palette = self.palette()
        palette.setColor(self.foregroundRole(), self._theme.color(self._token))
        self.setPalette(palette)
        self.setStyleSheet(f"color: {self._theme.color(self._token).name()}")
