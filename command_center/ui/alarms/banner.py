"""Across the window while an alarm waits for a person; absent otherwise."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from command_center.domain.errors import OperatorError
from command_center.domain.incident import Priority
from command_center.domain.room import Alarm
from command_center.situation.situation import Touched
from command_center.ui.actions.alarm import first_shelvable, unreported_outage
from command_center.ui.actions.buttons import ActionButton, action_button
from command_center.ui.actions.orders import (
    NEXT_UNIT,
    REPEAT,
    SILENT,
    first_unanswered_order,
    repeat,
)
from command_center.ui.alarms.summary import alarm_line, waiting_lines
from command_center.ui.detail.cards import now_ms
from command_center.ui.detail.order_set import OrderSet
from command_center.ui.format import age
from command_center.ui.glyphs import priority_path
from command_center.ui.queue.words import plain_tip
from command_center.ui.seat import Seat

translate = QCoreApplication.translate
_HEIGHT, _PAD, _GAP = 32, 12, 16


class AlarmBanner(QWidget):
    """The count, then the most urgent ones as far as there is room, then how many more."""

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self.count = -1  # nothing shown yet, not even "none"
        self.texts: list[str] = []
        self.flood = False
        self.answer: ActionButton = action_button(seat, "alarm.answer")
        self.shelve: ActionButton = action_button(seat, "alarm.shelve")
        self.report: ActionButton = action_button(seat, "alarm.report")
        self.again: ActionButton = action_button(seat, REPEAT)
        self.other: ActionButton = action_button(seat, NEXT_UNIT)
        self.late = OrderSet()
        """The one alarm of an order that the two last are about."""
        self._row = QHBoxLayout(self)
        self._row.addStretch(1)
        for button in self._buttons():
            self._row.addWidget(button)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        seat.live.changed.connect(self._changed)
        seat.live.ticked.connect(self._ticked)
        seat.theme.changed.connect(self._restyle)
        seat.asking.asked.connect(self._asked)
        self._restyle()
        self.refresh()

    def _buttons(self) -> tuple[ActionButton, ...]:
        return self.again, self.other, self.report, self.shelve, self.answer

    def _ticked(self, _: object) -> None:
        self.refresh()

    def _changed(self, touched: Touched) -> None:
        if touched.everything or "alarm" in touched.entities:
            self.refresh()

    def refresh(self) -> None:
        seat, now = self._seat, self._seat.live.now()
        lines, self.flood = waiting_lines(seat, now, here=True)
        self.report.setVisible(unreported_outage(seat) is not None)
        self.shelve.setVisible(first_shelvable(seat) is not None)
        self._offer(first_unanswered_order(seat))
        texts = []
        for group in lines:
            text = alarm_line(group, seat)
            old = age((now - group[0].raised_at).total_seconds())
            texts.append(f"{text} · {old}")
        count = sum(map(len, lines))
        if (count, texts) == (self.count, self.texts):
            return
        self.count, self.texts = count, texts
        self.setAccessibleName(f"{self.head()}: {'; '.join(texts)}")
        self.setToolTip(plain_tip("\n".join(texts)))
        self.setVisible(self.count > 0)
        self.update()

    def _offer(self, late: Alarm | None) -> None:
        """What the keys of an unanswered order are about stands on them."""
        self.late.offer((late.id,) if late is not None else ())
        sign = late.params.get("unit", "") if late is not None else ""
        for button in (self.again, self.other):
            button.setVisible(late is not None)
        words = f"{self.again.action.label} {sign}".strip()
        if words != self.again.text():
            self.again.relabel(words)

    def _asked(self, action_id: str, subject: object) -> None:
        if action_id not in (REPEAT, NEXT_UNIT):
            return
        alarm = self._seat.situation.get("alarm", str(subject))
        if alarm is None or self.late.seen(now_ms()) != (alarm.id,):
            self._seat.notices.failed(OperatorError("alarm_just_changed"))
        elif action_id == REPEAT:
            repeat(self._seat, alarm.subject_id)
        else:
            self._go_on(alarm)

    def _go_on(self, alarm: Alarm) -> None:
        """What becomes of the silent one is asked first; then the next units stand on the cards of
        the incident, and Enter sends them."""
        self._seat.asking.ask(SILENT, alarm.subject_id)

    def head(self) -> str:
        if self.flood:
            return translate("Alarms", "Banjir alarm: %1").replace("%1", str(self.count))
        return translate("Alarms", "%1 alarm").replace("%1", str(self.count))

    def sizeHint(self) -> QSize:
        return QSize(self._seat.theme.px(320), self._seat.theme.px(_HEIGHT))

    def _restyle(self) -> None:
        theme = self._seat.theme
        self._row.setContentsMargins(0, theme.px(2), theme.px(4), theme.px(2))
        self.setFixedHeight(theme.px(_HEIGHT))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._seat.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setBrush(theme.color("alarm_band"))
        painter.setPen(QPen(theme.color("alarm"), 1.0))
        painter.drawRoundedRect(box, theme.px(6), theme.px(6))
        side, left = theme.px(11), theme.px(_PAD)
        mark = QRectF(left, (self.height() - side) / 2, side, side)
        painter.fillPath(priority_path(mark, Priority.P1), theme.color("alarm_text"))
        self._paint_words(painter, left + side + theme.px(6))
        painter.end()
        self.late.painted(now_ms())

    def _paint_words(self, painter: QPainter, left: int) -> None:
        theme = self._seat.theme
        right = min(b.x() for b in self._buttons() if not b.isHidden()) - theme.px(_GAP)
        painter.setPen(theme.color("alarm_text"))
        painter.setFont(theme.font(13, bold=True))
        left = self._word(painter, left, right, self.head())
        painter.setFont(theme.font(13, tabular=True))
        for place, text in enumerate(self.texts):
            more = f"+{len(self.texts) - place}"
            last = place == len(self.texts) - 1
            width = painter.fontMetrics().horizontalAdvance(text if last else f"{text}  {more}")
            if left + width > right and place > 0:
                self._word(painter, left, right, more)
                return
            left = self._word(painter, left, right, text)

    def _word(self, painter: QPainter, left: int, right: int, text: str) -> int:
        """Write `text` from `left`; the x where the next may start."""
        metrics = QFontMetrics(painter.font())
        room = max(0, right - left)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        box = QRect(left, 0, room, self.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, shown)
        return left + metrics.horizontalAdvance(shown) + self._seat.theme.px(_GAP)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.texts = []
            self.refresh()
        super().changeEvent(event)
