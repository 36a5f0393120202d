"""Reports per minute of the last hour, as bars."""

from __future__ import annotations

import time
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QEvent, QSize, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from command_center.situation.early import open_episodes
from command_center.situation.figures import reports_per_minute
from command_center.situation.situation import Touched
from command_center.ui.detail.flow import FlowLayout
from command_center.ui.early.words import headline
from command_center.ui.plain_label import PlainLabel
from command_center.ui.seat import Seat
from command_center.ui.strip.bars import MinuteBars

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
        self.early = PlainLabel(seat.theme, "p2", 11)
        self.early.hide()
        self.plot: MinuteBars | None = None
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        head = FlowLayout(gap=12)
        head.addWidget(self.title)
        head.addWidget(self.early)
        self._column.addLayout(head)
        self._column.addStretch(1)
        seat.live.changed.connect(self._changed)
        seat.live.ticked.connect(self._ticked)
        seat.theme.changed.connect(self._restyle)
        self._restyle()
        self._retranslate()

    def showEvent(self, event: QShowEvent) -> None:
        """The window stands before its plot does."""
        super().showEvent(event)
        if self.plot is None:
            QTimer.singleShot(0, self, self._draw)

    def _draw(self) -> None:
        if self.plot is not None:
            return
        self.plot = MinuteBars()
        self._column.takeAt(1)
        self._column.addWidget(self.plot, 1)
        self._restyle()
        self.plot.show_counts(self.counts)

    def _changed(self, touched: Touched) -> None:
        """At once, but not more than once a second: the next tick brings the rest."""
        if touched.everything or "early_episode" in touched.entities:
            self._warn()
        if not (touched.everything or "report" in touched.entities):
            return
        self._stale = True
        if time.monotonic() - self._refreshed_s >= EVERY_S:
            self.refresh(self._seat.live.now())

    def _warn(self) -> None:
        """The rarest that stands, and how many more."""
        found = open_episodes(self._seat.situation)
        text = headline(found[0], self._seat) if found else ""
        if len(found) > 1:
            text = (
                translate("Strip", "%1 · %2 lagi")
                .replace("%2", str(len(found) - 1))
                .replace("%1", text)
            )
        self.early.show_text(text)
        self.early.setVisible(bool(text))

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
        if self.plot is not None:
            self.plot.show_counts(counts)
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
        if self.plot is not None:
            self.plot.restyle(theme.color("panel"), theme.color("bar"))

    def _retranslate(self) -> None:
        self.title.setText(translate("Strip", "Laporan masuk per menit, 60 menit"))
        self.counts = []
        self._warn()
        self.refresh(self._seat.live.now())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._seat.theme.px(160), self._seat.theme.px(28))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
