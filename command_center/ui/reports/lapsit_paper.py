"""A laporan kejadian on paper: names at the left, plain text, pages numbered."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPagedPaintDevice, QPageLayout

from command_center.documents.lapsit import EXERCISE, Lapsit, paper_lines
from command_center.documents.letter import line
from command_center.ui.paper import Sheet, Target, write_paper

_MARGIN_MM = 22
_POINTS, _SMALL_POINTS = 10.5, 8.0
_GAP_PX, _NAMES_SHARE, _FOOT_PX, _COLON_PX = 26, 0.19, 70, 22


def write_lapsit(target: Target, report: Lapsit) -> None:
    """Whole or not at all, on any thread; errors as of `write_paper`."""
    layout = (QPageLayout.Orientation.Portrait, _MARGIN_MM)
    write_paper(target, report.title, layout, lambda writer: _LapsitPaper(writer, report).paint())


class _LapsitPaper(Sheet):
    def __init__(self, writer: QPagedPaintDevice, report: Lapsit) -> None:
        super().__init__(writer)
        self._report = report
        self._pages = 0
        self._height -= _FOOT_PX

    def paint(self) -> None:
        self._begin()
        names = self._width * _NAMES_SHARE
        for name, text in paper_lines(self._report):
            self._pair(name, text, names)
        self._painter.end()

    def _begin(self) -> None:
        """Each page says whose it is, and of an exercise that nothing of it has happened."""
        self._pages += 1
        self._use(_SMALL_POINTS, bold=False)
        foot = QRectF(0, self._height + _FOOT_PX / 2, self._width, _FOOT_PX)
        self._write(foot, f"{line(self._report.title)} · {self._pages}")
        self._y = 0.0
        if self._report.exercise:
            self._use(_POINTS, bold=True)
            self._write(QRectF(0, 0, self._width, _FOOT_PX), EXERCISE)
            self._y = _FOOT_PX + _GAP_PX
        self._use(_POINTS, bold=False)

    def _pair(self, name: str, text: str, names: float) -> None:
        left = names + _COLON_PX if name else 0.0
        height = self._needed(text, self._width - left)
        if self._turn(height):
            self._begin()
        if name:
            self._write(QRectF(0, self._y, names, height), name)
            self._write(QRectF(names, self._y, _COLON_PX, height), ":")
        self._write(QRectF(left, self._y, self._width - left, height), text)
        self._y += height if text.strip() else _GAP_PX
