"""The last alarms, newest first: when, what, and whether somebody answered."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QWidget

from command_center.domain.room import Alarm
from command_center.situation.situation import Touched
from command_center.ui.alarms.pictures import AlarmPictures
from command_center.ui.alarms.rate import rates, short_text
from command_center.ui.alarms.shelving import ShelveSheet
from command_center.ui.alarms.summary import alarm_text, is_shelved, newest_first
from command_center.ui.format import age, clock
from command_center.ui.queue.words import plain_tip
from command_center.ui.seat import Seat

translate = QCoreApplication.translate
_MOST, _PAD, _LINE, _RATE = 50, 10, 20, 18
RATE_EVERY_S = 10.0
_PICTURE = (128, 72)


class AlarmLog(QFrame):
    """As many lines as fit; an unanswered one keeps its colour. The tooltip holds them whole."""

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self.alarms: list[Alarm] = []
        self.rate, self.bearable = "", True
        self._rated_at = seat.live.now()
        self._pictures = AlarmPictures(seat, self.update)
        self.shelving = ShelveSheet(seat, self)
        seat.live.ticked.connect(self._ticked)
        seat.live.changed.connect(self._changed)
        seat.theme.changed.connect(self._restyle)
        self.refresh()

    def _changed(self, touched: Touched) -> None:
        if touched.everything or "alarm" in touched.entities:
            self.refresh()

    def _ticked(self, now: datetime) -> None:
        """The time left of what is put aside; a rate falls while nothing comes."""
        if (now - self._rated_at).total_seconds() >= RATE_EVERY_S:
            self._rate()
            self.update()
        if any(alarm.shelved_until is not None for alarm in self.alarms):
            self.refresh()

    def refresh(self) -> None:
        self.alarms = newest_first(self._seat.situation.all("alarm"), _MOST)
        self._rate()
        texts = [f"{self._time(alarm)} {self._text(alarm)}" for alarm in self.alarms]
        self.setToolTip(plain_tip("\n".join(texts)))
        self.setAccessibleDescription("; ".join(texts))
        self.update()

    def _rate(self) -> None:
        self._rated_at = self._seat.live.now()
        self.rate, self.bearable = short_text(*rates(self._seat, self._rated_at))
        self.setAccessibleName(self.rate)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def _time(self, alarm: Alarm) -> str:
        return clock(alarm.raised_at, self._seat.zone)

    def _text(self, alarm: Alarm) -> str:
        text = alarm_text(alarm, self._seat)
        if alarm.cleared_at is not None:
            return translate("Alarms", "%1 · selesai").replace("%1", text)
        if "reported_at" in alarm.params:
            return f"{text} · {self._reported(alarm)}"
        if self._shelved(alarm):
            return f"{text} · {self._until(alarm)}"
        if alarm.acknowledged_at is not None:
            return translate("Alarms", "%1 · ditanggapi").replace("%1", text)
        return text

    def _shelved(self, alarm: Alarm) -> bool:
        return alarm.cleared_at is None and is_shelved(alarm, self._seat.live.now())

    def _until(self, alarm: Alarm) -> str:
        assert alarm.shelved_until is not None
        left_s = (alarm.shelved_until - self._seat.live.now()).total_seconds()
        at = clock(alarm.shelved_until, self._seat.zone, seconds=False)
        words = translate("Alarms", "ditunda s.d. %1, sisa %2")
        because = alarm.params.get("shelved_because", "")
        return f"{words.replace('%1', at).replace('%2', age(left_s))}: {because}"

    def _reported(self, alarm: Alarm) -> str:
        at = clock(datetime.fromisoformat(alarm.params["reported_at"]), self._seat.zone, False)
        words = translate("Alarms", "dilaporkan ke %1 %2").replace("%2", at)
        return words.replace("%1", alarm.params.get("reported_to", "?"))

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
        top, foot = theme.px(6), self._paint_rate(painter)
        painter.setFont(font)
        for alarm in self.alarms:
            if top + step > foot:
                break
            open_ = alarm.acknowledged_at is None and alarm.cleared_at is None
            open_ = open_ and not self._shelved(alarm)
            middle = Qt.AlignmentFlag.AlignVCenter
            painter.setPen(theme.color("warn" if open_ else "text3"))
            painter.drawText(QRect(left, top, times, step), middle, self._time(alarm))
            painter.setPen(theme.color("text" if open_ else "text2"))
            shown = metrics.elidedText(self._text(alarm), Qt.TextElideMode.ElideRight, words)
            painter.drawText(QRect(left + times, top, words, step), middle, shown)
            top += step + self._paint_picture(painter, alarm, QPoint(left + times, top + step))
        painter.end()

    def _paint_rate(self, painter: QPainter) -> int:
        """How many alarms there are, below them where there is room; where that begins."""
        theme = self._seat.theme
        high = theme.px(_RATE)
        if self.height() < theme.px(_LINE) * 2 + high:
            return self.height()
        box = QRect(theme.px(_PAD), self.height() - high, self.width() - theme.px(2 * _PAD), high)
        painter.setFont(theme.font(11, tabular=True))
        painter.setPen(theme.color("text3" if self.bearable else "warn"))
        shown = painter.fontMetrics().elidedText(
            self.rate, Qt.TextElideMode.ElideRight, box.width()
        )
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, shown)
        return box.top()

    def _paint_picture(self, painter: QPainter, alarm: Alarm, at: QPoint) -> int:
        """What caused an alarm that stands, where there is room; how high it is."""
        image = self._pictures.of(alarm) if alarm.cleared_at is None else None
        theme = self._seat.theme
        box = QRect(at, QSize(theme.px(_PICTURE[0]), theme.px(_PICTURE[1])))
        if image is None or not self.rect().contains(box):
            return 0
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(box, image)
        return box.height() + theme.px(4)

    def _none(self) -> str:
        return translate("Alarms", "Belum ada alarm hari ini")

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.refresh()
        super().changeEvent(event)
