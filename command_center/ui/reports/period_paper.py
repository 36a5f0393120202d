"""A report of a period as PDF: tables, its course, its hours and the map of the kecamatan."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QColor, QFont, QPagedPaintDevice, QPageLayout, QPainter

from command_center.documents.letter import line
from command_center.runtime.paths import resources_dir
from command_center.ui.paper import Target, write_paper
from command_center.ui.paper_tables import MARGIN_MM, TablePaper
from command_center.ui.reports.charts import Inks, paint_areas, paint_bars
from command_center.ui.reports.period_words import Written
from command_center.ui.reports.pictures import Pictures
from command_center.ui.theme import read_tokens

translate = QCoreApplication.translate
_HEAD_POINTS, _SMALL_POINTS = 11.0, 7.0
_HEAD_PX, _GAP_PX = 62, 40


def write_period(target: Target, written: Written, pictures: Pictures, *, exercise: bool) -> None:
    """Whole or not at all, on any thread; errors as of `write_paper`."""

    def paint(writer: QPagedPaintDevice) -> None:
        _PeriodPaper(writer, exercise=exercise).paint_report(written, pictures)

    write_paper(target, written.title, (QPageLayout.Orientation.Landscape, MARGIN_MM), paint)


def paper_inks(font: QFont) -> Inks:
    """The colours of the light theme: paper is white."""
    colors = read_tokens(resources_dir() / "theme", "light").colors
    names = ("text", "accent", "text2", "p1", "warn", "line")
    words, bars, before, seconds, goal, grid = (QColor(colors[name]) for name in names)
    small = QFont(font)
    small.setPointSizeF(_SMALL_POINTS)
    return Inks(words, bars, before, seconds, goal, grid, small)


class _PeriodPaper(TablePaper):
    def paint_report(self, written: Written, pictures: Pictures) -> None:
        self._title = line(written.title)
        self._band()
        summary, clocks, *others = written.for_paper()
        self._table(summary)
        self._table(clocks)
        self._new_page()
        self._drawn(pictures)
        self._new_page()
        for table in others:
            if table.rows:
                self._table(table)
        self._painter.end()

    def _new_page(self) -> None:
        self._writer.newPage()
        self._band()

    def _drawn(self, pictures: Pictures) -> None:
        inks = paper_inks(self._painter.font())
        top, whole = self._y, QRectF(0, self._y, self._width, self._height - self._y)
        upper = QRectF(0, top, self._width, whole.height() * 0.46)
        lower = QRectF(0, upper.bottom() + _GAP_PX, self._width, 0)
        lower.setBottom(self._height)
        left = QRectF(lower.left(), lower.top(), lower.width() * 0.56, lower.height())
        right = QRectF(left.right() + _GAP_PX, lower.top(), 0, lower.height())
        right.setRight(lower.right())
        course = translate(
            "Reports",
            "Kejadian (batang), sebelumnya (garis), P90 lapor→TKP (titik, skala kanan)",
        )
        self._chart(
            upper, course, lambda box: paint_bars(self._painter, box, pictures.course, inks,
                                                  pictures.goal_s),
        )  # fmt: skip
        hours = translate("Reports", "Kejadian menurut jam, dan kurun sebelumnya")
        self._chart(left, hours, lambda box: paint_bars(self._painter, box, pictures.hours, inks))
        areas = translate("Reports", "Kejadian menurut kecamatan")
        self._chart(
            right, areas, lambda box: paint_areas(self._painter, box, pictures.paths,
                                                  pictures.areas, inks),
        )  # fmt: skip
        self._y = self._height

    def _chart(self, box: QRectF, title: str, draw: Callable[[QRectF], None]) -> None:
        self._use(_HEAD_POINTS, bold=True)
        self._write(QRectF(box.left(), box.top(), box.width(), _HEAD_PX), title)
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw(box.adjusted(0, _HEAD_PX, 0, 0))
