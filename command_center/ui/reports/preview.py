"""A report's pictures in the window: its course and hours as charts, its areas as they are printed,
all of the same values."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from command_center.ui.detail.words import fill, translate
from command_center.ui.format import count, short_stopwatch
from command_center.ui.plain_label import PlainLabel
from command_center.ui.reports.charts import Bar, Inks, paint_areas
from command_center.ui.reports.pictures import Pictures
from command_center.ui.reports.plot import PeriodPlot
from command_center.ui.seat import Seat


def inks_of(seat: Seat) -> Inks:
    theme = seat.theme
    names = ("text2", "bar", "text", "accent", "warn", "line")
    words, bars, before, line, goal, grid = map(theme.color, names)
    return Inks(words, bars, before, line, goal, grid, theme.font(11, tabular=True))


class AreasView(QWidget):
    """How many in each kecamatan, on the map."""

    def __init__(self, seat: Seat) -> None:
        super().__init__()
        self._seat = seat
        self._shown: Pictures | None = None
        seat.theme.changed.connect(self.update)

    def show_pictures(self, shown: Pictures) -> None:
        self._shown = shown
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._shown is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box, shown = QRectF(self.rect()), self._shown
        paint_areas(painter, box, shown.paths, shown.areas, inks_of(self._seat))
        painter.end()


class PicturesView(QWidget):
    """What is under the pointer is said below; the tables say the same to who has none."""

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self._shown: Pictures | None = None
        self.plot: PeriodPlot | None = None
        self.areas = AreasView(seat)
        self.told = PlainLabel(seat.theme, "text2", 13, tabular=True)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.addWidget(self.areas, 0, 1)
        self._grid.addWidget(self.told, 1, 0, 1, 2)
        self._grid.setColumnStretch(0, 3)
        self._grid.setColumnStretch(1, 2)
        self._grid.setRowStretch(0, 1)
        seat.theme.changed.connect(self._restyle)

    def showEvent(self, event: QShowEvent) -> None:
        """The page stands before its charts do."""
        super().showEvent(event)
        if self.plot is None:
            QTimer.singleShot(0, self, self._draw)

    def _draw(self) -> None:
        if self.plot is None:
            self.plot = PeriodPlot()
            self.plot.pointed.connect(self._tell)
            self._grid.addWidget(self.plot, 0, 0)
            self._retranslate()
            self._restyle()
            self._refill()

    def show_pictures(self, shown: Pictures) -> None:
        self._shown = shown
        self.areas.show_pictures(shown)
        self._tell(None)
        self._refill()

    def _refill(self) -> None:
        if self.plot is not None and self._shown is not None:
            self.plot.show_pictures(self._shown)

    def _tell(self, bar: Bar | None) -> None:
        """Of nothing how to read the charts."""
        if bar is None:
            key = translate("Reports", "batang: kurun ini; garis: sebelumnya; putus-putus: target")
            self.told.show_text(key)
            return
        parts = [fill(translate("Reports", "%1: %2 kejadian"), bar.name, count(bar.number))]
        if bar.before is not None:
            parts.append(fill(translate("Reports", "sebelumnya %1"), count(bar.before)))
        if bar.seconds is not None:
            p90 = short_stopwatch(bar.seconds)
            parts.append(fill(translate("Reports", "P90 lapor→TKP %1"), p90))
        self.told.show_text(", ".join(parts))

    def _retranslate(self) -> None:
        self._tell(None)
        if self.plot is not None:
            self.plot.name(
                translate("Reports", "P90 lapor→TKP"),
                translate("Reports", "Kejadian"),
                translate("Reports", "Kejadian menurut jam"),
            )

    def _restyle(self) -> None:
        if self.plot is not None:
            self.plot.restyle(inks_of(self._seat), self._seat.theme.color("panel"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._seat.theme.px(320), self._seat.theme.px(240))
