"""Across the window while the database is not reached as it should be; absent otherwise."""

from __future__ import annotations

import time

from PySide6.QtCore import QCoreApplication, QEvent, QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from command_center.ui.connection.words import Report, report
from command_center.ui.plain_label import PlainLabel
from command_center.ui.seat import Seat

translate = QCoreApplication.translate
LINGER_S = 3.0
"""How long it goes on saying that all is well again: a line that comes and goes moves nothing."""
_LOOK_MS = 500


class ConnectionBar(QWidget):
    """The state, what is known of it and how old the data is. Calm: it neither blinks nor asks."""

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self._said: Report | None = None
        self._well_s = time.monotonic()
        self.word = PlainLabel(seat.theme, "text", 13, bold=True)
        self.text = PlainLabel(seat.theme, "text")
        self.text.setWordWrap(True)
        self.age = PlainLabel(seat.theme, "text", 13, bold=True, tabular=True)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.word)
        self._row.addWidget(self.text, 1)
        self._row.addWidget(self.age)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.refresh)
        for signal in (seat.live.connected, seat.live.syncing, seat.live.ticked):
            signal.connect(self._heard)
        seat.theme.changed.connect(self._restyle)
        self._restyle()
        self.refresh()

    def _heard(self, _: object) -> None:
        self.refresh()

    def refresh(self) -> None:
        now = report(self._seat)
        if now is None:
            self._all_well()
            return
        self._well_s = time.monotonic()
        self._timer.start(_LOOK_MS)
        self._show(now)

    def _all_well(self) -> None:
        if self.isHidden():
            return
        if time.monotonic() - self._well_s > LINGER_S:
            self._said = None
            self._timer.stop()
            self.hide()
            return
        text = translate("Connection", "Data kembali mutakhir.")
        self._show(Report(translate("Connection", "TERSAMBUNG"), text, "", "ok"))

    def _show(self, now: Report) -> None:
        if now == self._said:
            return
        self._said = now
        self.word.tint("text" if now.ink == "accent" else now.ink)
        self.word.show_text(now.word)
        self.text.show_text(now.text)
        self.age.show_text(now.age)
        self.setAccessibleName(" · ".join(part for part in (now.word, now.text, now.age) if part))
        self.show()
        self.update()

    def _restyle(self) -> None:
        px = self._seat.theme.px
        self._row.setContentsMargins(px(18), px(4), px(12), px(4))
        self._row.setSpacing(px(14))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A quiet ground; only its edge and the mark carry the colour."""
        theme = self._seat.theme
        ink = theme.color(self._said.ink if self._said is not None else "ok")
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setBrush(theme.color("raised"))
        painter.setPen(QPen(ink, 1.0))
        painter.drawRoundedRect(box, theme.px(6), theme.px(6))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        mark = QRectF(theme.px(6), theme.px(6), theme.px(4), self.height() - 2 * theme.px(6))
        painter.drawRoundedRect(mark, theme.px(2), theme.px(2))
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.refresh()
        super().changeEvent(event)
