"""The emergency board as a PDF, painted as plain text; on any thread."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPageLayout

from command_center.documents.emergency_board import Paper, Table, headline, preface, tables
from command_center.ui.paper import Sheet, write_paper

_MARGIN_MM = 12
_POINTS, _TITLE_POINTS = 8.0, 14.0
_PAD_PX, _GAP_PX = 9, 40


def write_pdf(paper: Paper, path: Path) -> None:
    """Whole or not at all; OperatorError("paper_failed")."""
    layout = (QPageLayout.Orientation.Landscape, _MARGIN_MM)
    write_paper(path, headline(paper), layout, lambda writer: _Pages(writer).paint(paper))


class _Pages(Sheet):
    """Goes down the page and on to the next one; a row is never cut by the paper's edge."""

    def paint(self, paper: Paper) -> None:
        self._line(headline(paper), _TITLE_POINTS, bold=True)
        for text in preface(paper):
            self._line(text, _POINTS)
        for table in tables(paper):
            self._y += _GAP_PX
            self._line(table.title, _POINTS + 2, bold=True)
            self._table(table)
        self._painter.end()

    def _line(self, text: str, points: float, *, bold: bool = False) -> None:
        self._use(points, bold=bold)
        height = self._needed(text, self._width)
        self._turn(height)
        box = QRectF(0, self._y, self._width, height)
        self._write(box, text)
        self._y += height

    def _table(self, table: Table) -> None:
        whole = sum(table.widths)
        widths = [self._width * width / whole for width in table.widths]
        self._row(table.names, widths, bold=True)
        for row in table.rows:
            if self._row(row, widths):
                continue
            self._row(table.names, widths, bold=True)
            self._row(row, widths)

    def _row(self, cells: Sequence[str], widths: Sequence[float], *, bold: bool = False) -> bool:
        """False: the page is full and a new one begun; nothing was painted."""
        self._use(_POINTS, bold=bold)
        inner = [width - 2 * _PAD_PX for width in widths]
        height = max(map(self._needed, cells, inner)) + 2 * _PAD_PX
        if self._turn(height) and not bold:
            return False
        x = 0.0
        for cell, width in zip(cells, widths, strict=True):
            box = QRectF(x, self._y, width, height)
            self._painter.drawRect(box)
            words = box.adjusted(_PAD_PX, _PAD_PX, -_PAD_PX, -_PAD_PX)
            self._write(words, cell)
            x += width
        self._y += height
        return True
