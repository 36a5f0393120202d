"""Reports per minute of the last hour, as bars."""

from __future__ import annotations

import time
from datetime import datetime

import pyqtgraph as pg
from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from command_center.situation.figures import reports_per_minute
from command_center.situation.situation import Touched
from command_center.ui.plain_label import PlainLabel
from command_center.ui.seat import Seat

translate = QCoreApplication.translate
MINUTES = 60
EVERY_S = 1.0


class ChartPanel(QFrame):
    """Redrawn when a report arrives and when a minute is over, not more often."""

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self.counts: list[int] = []
        self._minute: datetime | None = None
        self._refreshed_s = 0.0
        self._stale = False
        self.title = PlainLabel(seat.theme, "text2", 11)
        self.plot = pg.PlotWidget(background=None, enableMenu=False)
        self.plot.setMouseEnabled(False, False)
        self.plot.hideButtons()
        self.plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.plot.setMinimumHeight(0)
        for side in ("left", "bottom"):
            self.plot.hideAxis(side)
        self.bars = pg.BarGraphItem(x=range(MINUTES), height=[0] * MINUTES, width=0.8)
        self.plot.addItem(self.bars)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addWidget(self.title)
        self._column.addWidget(self.plot, 1)
        seat.live.changed.connect(self._changed)
        seat.live.ticked.connect(self._ticked)
        seat.theme.changed.connect(self._restyle)
        self._restyle()
        self._retranslate()

    def _changed(self, touched: Touched) -> None:
        """At once, but not more than once a second: the next tick brings the rest."""
        if not (touched.everything or "report" in touched.entities):
            return
        self._stale = True
        if time.monotonic() - self._refreshed_s >= EVERY_S:
            self.refresh(self._seat.live.now())

    def _ticked(self, now: datetime) -> None:
        if self._stale or now.replace(second=0, microsecond=0) != self._minute:
            self.refresh(now)

    def refresh(self, now: datetime) -> None:
        self._minute = now.replace(second=0, microsecond=0)
        self._refreshed_s = time.monotonic()
        self._stale = False
        counts = reports_per_minute(self._seat.situation, now, MINUTES)
        if counts == self.counts:
            return
        self.counts = counts
        self.bars.setOpts(x=range(MINUTES), height=counts)
        self.plot.setXRange(-0.5, MINUTES - 0.5, padding=0)
        self.plot.setYRange(0, max(3, *counts), padding=0)
        self._describe()

    def _describe(self) -> None:
        text = translate("Strip", "%1 laporan dalam 60 menit, terbanyak %2 semenit")
        text = text.replace("%1", str(sum(self.counts))).replace("%2", str(max(self.counts)))
        self.setToolTip(text)
        self.setAccessibleDescription(text)

    def _restyle(self) -> None:
        theme = self._seat.theme
        margin = theme.px(10)
        self._column.setContentsMargins(margin, theme.px(6), margin, theme.px(4))
        self.plot.setBackground(theme.color("panel"))
        self.bars.setOpts(brush=theme.color("bar"), pen=None)

    def _retranslate(self) -> None:
        self.title.setText(translate("Strip", "Laporan masuk per menit, 60 menit"))
        self.counts = []
        self.refresh(self._seat.live.now())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._seat.theme.px(160), self._seat.theme.px(28))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
