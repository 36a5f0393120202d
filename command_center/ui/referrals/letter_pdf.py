"""A referral's letter as a PDF, painted as plain text; on any thread."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPageLayout

from command_center.documents.letter import Letter, facts, paragraphs, signature, title
from command_center.ui.paper import Sheet, write_paper

_MARGIN_MM = 22
_POINTS, _TITLE_POINTS = 10.5, 14.0
_GAP_PX, _NAMES_SHARE = 34, 0.24


def write_letter(letter: Letter, path: Path) -> None:
    """Whole or not at all; OperatorError("paper_failed")."""
    layout = (QPageLayout.Orientation.Portrait, _MARGIN_MM)
    write_paper(path, title(letter), layout, lambda writer: _LetterSheet(writer).paint(letter))


class _LetterSheet(Sheet):
    """Goes down the page and on to the next one."""

    def paint(self, letter: Letter) -> None:
        self._use(_POINTS, bold=True)
        self._block(letter.room)
        self._gap()
        self._use(_TITLE_POINTS, bold=True)
        self._block(title(letter))
        self._gap()
        self._use(_POINTS, bold=False)
        names = self._width * _NAMES_SHARE
        for name, text in facts(letter):
            self._pair(name, text, names)
        for text in paragraphs(letter):
            self._gap()
            self._block(text)
        self._gap()
        for text in signature(letter):
            self._gap()
            self._block(text)
        self._painter.end()

    def _gap(self) -> None:
        self._y += _GAP_PX

    def _pair(self, name: str, text: str, names: float) -> None:
        height = max(self._needed(name, names), self._needed(text, self._width - names))
        self._turn(height)
        self._write(QRectF(0, self._y, names, height), name)
        self._write(QRectF(names, self._y, self._width - names, height), text)
        self._y += height

    def _block(self, text: str) -> None:
        height = self._needed(text, self._width)
        self._turn(height)
        self._write(QRectF(0, self._y, self._width, height), text)
        self._y += height
