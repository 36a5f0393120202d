"""The room's figures: percentiles of today, never averages, and what was left out of them."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QEvent, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from command_center.situation.board import board_row
from command_center.situation.figures import Percentile, figures
from command_center.situation.situation import Touched
from command_center.ui.format import count, short_stopwatch
from command_center.ui.seat import Seat

translate = QCoreApplication.translate
_PAD, _GAP = 14, 20
_TALL = 56
EVERY_S = 1.0


@dataclass(frozen=True, slots=True)
class Figure:
    """`about` explains in a tooltip what went in and what was left out."""

    name: str
    value: str
    about: str


def _measured(name: str, percentile: Percentile) -> Figure:
    value = "–" if percentile.seconds is None else short_stopwatch(percentile.seconds)
    about = translate("Strip", "%1: dari %2 kejadian, %3 tanpa waktu lengkap")
    about = about.replace("%2", count(percentile.used)).replace("%3", count(percentile.left_out))
    return Figure(name, value, about.replace("%1", name))


def room_figures(seat: Seat, now: datetime) -> list[Figure]:
    """What the panel shows, from rows the other panels show too."""
    situation = seat.situation
    day = now.astimezone(seat.zone).date().isoformat()
    found = figures(situation, day)
    units = [board_row(situation, unit) for unit in situation.all("unit")]
    ready = sum(1 for row in units if row.is_available(now, seat.targets))
    return [
        _measured(translate("Strip", "P50 lapor→TKP"), found.report_to_scene_p50),
        _measured(translate("Strip", "P90 verifikasi→perintah"), found.verified_to_order_p90),
        Figure(translate("Strip", "Aktif"), count(found.active), ""),
        Figure(translate("Strip", "Hari ini"), count(found.today), ""),
        Figure(translate("Strip", "Unit siap"), f"{count(ready)}/{count(len(units))}", ""),
    ]


class FiguresPanel(QFrame):
    """Name over value where there is room, name beside value in a low footer. What does not fit
    is in the tooltip, where all figures are."""

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self.figures: list[Figure] = []
        self._refreshed_s = 0.0
        seat.live.changed.connect(self._changed)
        seat.live.ticked.connect(self.refresh)
        seat.theme.changed.connect(self._restyle)
        self.refresh(seat.live.now())

    def _changed(self, touched: Touched) -> None:
        """At once, but not more than once a second: thousands of rows may change in one."""
        if not (touched.everything or touched.incidents or touched.units):
            return
        if time.monotonic() - self._refreshed_s >= EVERY_S:
            self.refresh(self._seat.live.now())

    def refresh(self, now: datetime) -> None:
        self._refreshed_s = time.monotonic()
        found = room_figures(self._seat, now)
        if found == self.figures:
            return
        self.figures = found
        lines = [figure.about or f"{figure.name}: {figure.value}" for figure in found]
        self.setToolTip("\n".join(lines))
        self.setAccessibleDescription("; ".join(f"{f.name} {f.value}" for f in found))
        self.update()

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def minimumSizeHint(self) -> QSize:
        return QSize(self._seat.theme.px(160), self._seat.theme.px(28))

    def sizeHint(self) -> QSize:
        return QSize(self._seat.theme.px(400), self._seat.theme.px(_TALL))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        if self.height() >= self._seat.theme.px(_TALL):
            self._paint_blocks(painter)
        else:
            self._paint_line(painter)
        painter.end()

    def _paint_blocks(self, painter: QPainter) -> None:
        theme = self._seat.theme
        small, large = theme.font(11), theme.font(22, bold=True, tabular=True)
        left, top = theme.px(_PAD), theme.px(12)
        for figure in self.figures:
            width = max(
                QFontMetrics(small).horizontalAdvance(figure.name),
                QFontMetrics(large).horizontalAdvance(figure.value),
            )
            if left + width > self.width() - theme.px(4):
                return
            painter.setFont(small)
            painter.setPen(theme.color("text2"))
            painter.drawText(QRect(left, top, width + 2, theme.px(14)), 0, figure.name)
            painter.setFont(large)
            painter.setPen(theme.color("text"))
            painter.drawText(
                QRect(left, top + theme.px(16), width + 2, theme.px(28)), 0, figure.value
            )
            left += width + theme.px(_GAP)

    def _paint_line(self, painter: QPainter) -> None:
        theme = self._seat.theme
        small, bold = theme.font(11), theme.font(13, bold=True, tabular=True)
        left, middle = theme.px(_PAD), Qt.AlignmentFlag.AlignVCenter
        for figure in self.figures:
            name = QFontMetrics(small).horizontalAdvance(figure.name)
            value = QFontMetrics(bold).horizontalAdvance(figure.value)
            if left + name + theme.px(6) + value > self.width() - theme.px(4):
                return
            painter.setFont(small)
            painter.setPen(theme.color("text2"))
            painter.drawText(QRect(left, 0, name + 2, self.height()), middle, figure.name)
            left += name + theme.px(6)
            painter.setFont(bold)
            painter.setPen(theme.color("text"))
            painter.drawText(QRect(left, 0, value + 2, self.height()), middle, figure.value)
            left += value + theme.px(_GAP)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.figures = []
            self.refresh(self._seat.live.now())
        super().changeEvent(event)
