"""A report's pictures in the window, as they will be printed."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from command_center.ui.reports.charts import Inks, paint_areas, paint_bars
from command_center.ui.reports.pictures import Pictures
from command_center.ui.seat import Seat

_GAP_PX = 10


class PicturesView(QWidget):
    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self._shown: Pictures | None = None
        seat.theme.changed.connect(self.update)

    def show_pictures(self, shown: Pictures) -> None:
        self._shown = shown
        self.update()

    def _inks(self) -> Inks:
        theme = self._seat.theme
        names = ("text2", "bar", "text", "accent", "warn", "line")
        words, bars, before, line, goal, grid = map(theme.color, names)
        return Inks(words, bars, before, line, goal, grid, theme.font(11, tabular=True))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._shown is None:
            return
        shown, inks = self._shown, self._inks()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole, gap = QRectF(self.rect()), self._seat.theme.px(_GAP_PX)
        upper = whole.adjusted(0, 0, 0, -whole.height() / 2)
        lower = QRectF(0, upper.bottom() + gap, whole.width(), whole.height() / 2 - gap)
        paint_bars(painter, upper, shown.course, inks, shown.goal_s)
        paint_bars(painter, lower.adjusted(0, 0, -whole.width() * 0.45, 0), shown.hours, inks)
        areas = lower.adjusted(whole.width() * 0.57, 0, 0, 0)
        paint_areas(painter, areas, shown.paths, shown.areas, inks)
        painter.end()

    def minimumSizeHint(self) -> QSize:
        return QSize(self._seat.theme.px(320), self._seat.theme.px(240))
