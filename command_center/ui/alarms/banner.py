"""Across the window while an alarm waits for a person; absent otherwise."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
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
SURE = 2
"""So many alarms are readable however many buttons stand beside them."""


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
            self._fit()
            return
        self.count, self.texts = count, texts
        self._fit()
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
        painter.setPen(theme.color("alarm_text"))
        head, *said = self.words()
        for text, font in ((head, self._bold()), *((one, self._plain()) for one in said)):
            painter.setFont(font)
            wide = QFontMetrics(font).horizontalAdvance(text)
            box = QRect(left, 0, wide, self.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, text)
            left += wide + theme.px(_GAP)

    # --- what there is room for ----------------------------------------------------------------

    def _bold(self) -> QFont:
        return self._seat.theme.font(13, bold=True)

    def _plain(self) -> QFont:
        return self._seat.theme.font(13, tabular=True)

    def words(self) -> list[str]:
        """The head, the alarms there is room for, how many more. Two of them always stand there,
        cut where nothing else helps."""
        gap, measure = self._seat.theme.px(_GAP), QFontMetrics(self._plain())
        room = self._room()
        first, rest = self.texts[:SURE], self.texts[SURE:]
        more = f"+{len(rest)}" if rest else ""
        room -= measure.horizontalAdvance(more) + gap if more else 0
        if self._wide(first) > room:
            fair = (room - gap * (len(first) - 1)) // max(1, len(first))
            spare = sum(max(0, fair - measure.horizontalAdvance(text)) for text in first)
            cut = Qt.TextElideMode.ElideRight
            first = [measure.elidedText(text, cut, max(0, fair + spare)) for text in first]
            return [self.head(), *first, *filter(None, [more])]
        shown = list(first)
        for place, text in enumerate(rest):
            last = place == len(rest) - 1
            if self._wide([*shown, text]) > room + (measure.horizontalAdvance(more) + gap) * last:
                break
            shown.append(text)
        left = len(self.texts) - len(shown)
        return [self.head(), *shown, *([f"+{left}"] if left else [])]

    def _wide(self, texts: Sequence[str]) -> int:
        """Of these beside one another."""
        measure = QFontMetrics(self._plain()).horizontalAdvance
        gaps = self._seat.theme.px(_GAP) * max(0, len(texts) - 1)
        return sum(map(measure, texts)) + gaps

    def _room(self) -> int:
        """For the alarms, between the head and the buttons."""
        px = self._seat.theme.px
        head = px(_PAD) + px(11) + px(6) + px(_GAP)
        head += QFontMetrics(self._bold()).horizontalAdvance(self.head())
        wide = sum(button.sizeHint().width() + self._row.spacing() for button in self._shown())
        return self.width() - head - px(_GAP) - wide - self._row.contentsMargins().right()

    def _shown(self) -> list[ActionButton]:
        return [button for button in self._buttons() if not button.isHidden()]

    def _fit(self) -> None:
        """Of the buttons those say their key only in their tooltip without which the first alarms
        would not be whole; how to answer is always written."""
        more = [f"+{len(self.texts) - SURE}"] if len(self.texts) > SURE else []
        lacking = self._wide([*self.texts[:SURE], *more]) - self._room()
        lacking += sum(one.wide(one.key) - one.wide(one.written_key) for one in self._shown())
        for button in self._shown():
            brief = lacking > 0 and button is not self.answer
            button.show_brief(brief)
            lacking -= button.wide(button.key) - button.wide(button.written_key)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.texts = []
            self.refresh()
        super().changeEvent(event)
