"""Tables down the pages of a paper; of an exercise LATIHAN stands at the head of each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QColor, QPagedPaintDevice

from command_center.documents.figures import Cell
from command_center.documents.figures import Sheet as Table
from command_center.documents.letter import line
from command_center.runtime.paths import resources_dir
from command_center.ui.paper import Sheet
from command_center.ui.theme import read_tokens

translate = QCoreApplication.translate
MARGIN_MM = 14
_POINTS, _HEAD_POINTS, _BAND_POINTS = 8.0, 12.0, 11.0
_GAP_PX, _BAND_PX, _BETWEEN_PX, _ROW_PX = 26, 74, 18, 6
_LONGEST = 400
_NARROW, _WIDE = 11, 60
"""A column is as wide as its longest text asks, between so many letters."""
_INK = QColor("black")


class TablePaper(Sheet):
    """`exercise`: none of it has happened."""

    def __init__(self, writer: QPagedPaintDevice, *, exercise: bool = True) -> None:
        super().__init__(writer)
        self._exercise = exercise
        self._pages = 0
        self._title = ""

    def paint(self, tables: Sequence[Table], title: str) -> None:
        self._title = line(title)
        self._band()
        for table in tables:
            self._table(table)
        self._painter.end()

    def _band(self) -> None:
        """No page of an exercise is without it."""
        self._pages += 1
        box = QRectF(0, 0, self._width, _BAND_PX)
        words = f"{self._title} · {self._pages}"
        if self._exercise:
            band = read_tokens(resources_dir() / "theme", "dark").colors["latihan"]
            self._painter.fillRect(box, QColor(band))
            words = f"{translate('Window', 'LATIHAN')} · {words}"
        self._painter.setPen(_INK)
        self._use(_BAND_POINTS, bold=True)
        self._write(box.adjusted(20 if self._exercise else 0, 8, 0, 0), words)
        self._use(_POINTS, bold=False)
        self._y = _BAND_PX + _GAP_PX

    def _turn(self, height: float) -> bool:
        if self._y + height <= self._height:
            return False
        self._writer.newPage()
        self._band()
        return True

    def _table(self, table: Table) -> None:
        self._use(_HEAD_POINTS, bold=True)
        self._line(table.title)
        self._use(_POINTS, bold=False)
        for note in table.notes:
            self._line(line(note, _LONGEST))
        widths = self._widths(table)
        self._row(table.head, widths, bold=True)
        for row in table.rows:
            self._row(row, widths, bold=False)
        self._y += _GAP_PX

    def _line(self, text: str) -> None:
        height = self._needed(text, self._width)
        self._turn(height * 3)  # never a head alone at the foot of a page
        self._write(QRectF(0, self._y, self._width, height), text)
        self._y += height

    def _widths(self, table: Table) -> list[float]:
        """A head may have two lines, and breaks between words."""
        rows = table.rows
        letters = [
            max(_NARROW, min(_WIDE, max([_longest_word(head), *(len(_text(r[at])) for r in rows)])))
            for at, head in enumerate(table.head)
        ]
        room = self._width - _BETWEEN_PX * len(letters)
        return [room * count / sum(letters) for count in letters]

    def _row(self, cells: Sequence[Cell], widths: Sequence[float], *, bold: bool) -> None:
        self._use(_POINTS, bold=bold)
        texts = [line(_text(cell), _LONGEST) for cell in cells]
        pairs = list(zip(texts, widths, strict=True))
        height = max(self._needed(text or " ", width) for text, width in pairs)
        if self._turn(height):
            self._use(_POINTS, bold=bold)
        left = 0.0
        for text, width in pairs:
            self._write(QRectF(left, self._y, width, height), text)
            left += width + _BETWEEN_PX
        self._y += height + _ROW_PX
        if bold:
            self._painter.fillRect(QRectF(0, self._y - _ROW_PX / 2, self._width, 2), _INK)


def _longest_word(text: str) -> int:
    """Of a head, which is bold."""
    return max(map(len, text.split()), default=0) + 2


def _text(cell: Cell) -> str:
    if isinstance(cell, float):
        return f"{cell:.0f}"
    return "" if cell is None else str(cell)
