"""The last alarms, newest first: when, what, and whether somebody answered."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QWidget

from command_center.domain.room import Alarm
from command_center.situation.situation import Touched
from command_center.ui.alarms.summary import alarm_text, newest_first
from command_center.ui.format import clock
from command_center.ui.seat import Seat

translate = QCoreApplication.translate
_MOST, _PAD, _LINE = 50, 10, 20


class AlarmLog(QFrame):
    """As many lines as fit; an unanswered one keeps its colour. The tooltip holds them whole."""

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self.alarms: list[Alarm] = []
        seat.live.changed.connect(self._changed)
        seat.theme.changed.connect(self._restyle)
        self.refresh()

    def _changed(self, touched: Touched) -> None:
        if touched.everything or "alarm" in touched.entities:
            self.refresh()

    def refresh(self) -> None:
        self.alarms = newest_first(self._seat.situation.all("alarm"), _MOST)
        texts = [f"{self._time(alarm)} {self._text(alarm)}" for alarm in self.alarms]
        self.setToolTip("\n".join(texts))
        self.setAccessibleDescription("; ".join(texts))
        self.update()

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def _time(self, alarm: Alarm) -> str:
        return clock(alarm.raised_at, self._seat.zone)

    def _text(self, alarm: Alarm) -> str:
        text = alarm_text(alarm, self._seat)
        if alarm.cleared_at is not None:
            return translate("Alarms", "%1 · selesai").replace("%1", text)
        if alarm.acknowledged_at is not None:
            return translate("Alarms", "%1 · ditanggapi").replace("%1", text)
        return text

    def sizeHint(self) -> QSize:
        theme = self._seat.theme
        return QSize(theme.px(280), theme.px(_LINE * 4))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._seat.theme.px(160), self._seat.theme.px(_LINE + 12))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        theme = self._seat.theme
        painter = QPainter(self)
        font = theme.font(13, tabular=True)
        painter.setFont(font)
        metrics = QFontMetrics(font)
        left, step = theme.px(_PAD), theme.px(_LINE)
        times = metrics.horizontalAdvance("00:00:00") + theme.px(6)
        words = self.width() - left - times - theme.px(_PAD)
        if not self.alarms:
            painter.setPen(theme.color("text3"))
            painter.drawText(QRect(left, theme.px(6), words + times, step), 0, self._none())
        for place, alarm in enumerate(self.alarms):
            top = theme.px(6) + place * step
            if top + step > self.height():
                break
            open_ = alarm.acknowledged_at is None and alarm.cleared_at is None
            middle = Qt.AlignmentFlag.AlignVCenter
            painter.setPen(theme.color("warn" if open_ else "text3"))
            painter.drawText(QRect(left, top, times, step), middle, self._time(alarm))
            painter.setPen(theme.color("text" if open_ else "text2"))
            shown = metrics.elidedText(self._text(alarm), Qt.TextElideMode.ElideRight, words)
            painter.drawText(QRect(left + times, top, words, step), middle, shown)
        painter.end()

    def _none(self) -> str:
        return translate("Alarms", "Belum ada alarm hari ini")

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.refresh()
        super().changeEvent(event)
