"""A call rings: a band that lies over the window and moves nothing, least of all what is under the
pointer; it never takes the keyboard. Its key answers from anywhere."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QCursor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from command_center.domain.partner import PhoneCall
from command_center.duty.calls import call_rules
from command_center.situation.situation import Touched
from command_center.ui.actions.buttons import action_button
from command_center.ui.actions.calls import CLAIM
from command_center.ui.calls.sections import is_late, ringing
from command_center.ui.calls.words import about_text, state_text, translate
from command_center.ui.seat import Seat

_HEIGHT, _WIDEST, _PAD, _AWAY = 44, 860, 12, 24
_NOTICE = 58
"""Of the lower edge, where what was done is told for some seconds."""
_TABLES = frozenset({"phone_call", "prank_mark", "room_setting"})


class RingingBand(QWidget):
    """The call that rings longest, which step of the ladder it is at, and how many more."""

    def __init__(self, seat: Seat, window: QWidget) -> None:
        super().__init__(window)
        self._seat = seat
        self.call: PhoneCall | None = None
        self.others = 0
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.answer = action_button(seat, CLAIM, primary=True, parent=self)
        self.answer.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._row = QHBoxLayout(self)
        self._row.addStretch(1)
        self._row.addWidget(self.answer)
        seat.live.changed.connect(self._changed)
        seat.live.ticked.connect(self._ticked)
        seat.theme.changed.connect(self._restyle)
        window.installEventFilter(self)
        self.hide()
        self._restyle()
        self.refresh()

    def _ticked(self, _: datetime) -> None:
        self.refresh()

    def _changed(self, touched: Touched) -> None:
        if touched.everything or touched.entities & _TABLES:
            self.refresh()

    def refresh(self) -> None:
        """As the room is now. It takes its place when the first call rings and keeps it."""
        situation = self._seat.situation
        calls = ringing(situation, self._seat.live.now(), call_rules(situation))
        self.call, self.others = (calls[0], len(calls) - 1) if calls else (None, 0)
        if self.call is not None:
            self.setAccessibleName(". ".join(self.lines()))
            if self.isHidden():
                self._place()
            self.raise_()  # a panel that came back stands before what was there
            self.update()
        self.setVisible(self.call is not None)

    def lines(self) -> tuple[str, str]:
        """What rings and how long; the number told apart, marks and the place."""
        if self.call is None:
            return "", ""
        situation, now = self._seat.situation, self._seat.live.now()
        first = state_text(self.call, now, call_rules(situation), situation)
        if self.others:
            first += " · " + translate("Calls", "%1 lagi").replace("%1", str(self.others))
        return first, about_text(self.call, self._seat)

    # --- where ---------------------------------------------------------------------------------

    def _place(self) -> None:
        """Below in the middle, or wherever the pointer is not."""
        window, px = self.parentWidget(), self._seat.theme.px
        if window is None:
            return
        width = min(px(_WIDEST), window.width() - 2 * px(_PAD))
        height = px(_HEIGHT)
        left = (window.width() - width) // 2
        low, high = window.height() - height - px(_NOTICE), px(2 * _HEIGHT)
        pointer = window.mapFromGlobal(QCursor.pos())
        places = [
            QRect(QPoint(left, top), QPoint(left + width, top + height)) for top in (low, high)
        ]
        away = px(_AWAY)
        free = [
            place
            for place in places
            if not place.adjusted(-away, -away, away, away).contains(pointer)
        ]
        self.setGeometry((free or places)[0])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Another size of the window is another place."""
        if event.type() is QEvent.Type.Resize and not self.isHidden():
            self._place()
        return super().eventFilter(watched, event)

    # --- appearance ----------------------------------------------------------------------------

    def _restyle(self) -> None:
        px = self._seat.theme.px
        self._row.setContentsMargins(px(_PAD), px(6), px(8), px(6))
        if not self.isHidden():
            self._place()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.call is None:
            return
        theme, px = self._seat.theme, self._seat.theme.px
        now, rules = self._seat.live.now(), call_rules(self._seat.situation)
        late = is_late(self.call, now, rules)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1.0, 1.0, -1.0, -1.0)
        painter.setBrush(theme.color("alarm_band" if late else "raised"))
        painter.setPen(QPen(theme.color("alarm" if late else "accent"), 2.0))
        painter.drawRoundedRect(box, px(6), px(6))
        self._paint_ladder(painter, late)
        self._paint_words(painter, late)
        painter.end()

    def _paint_ladder(self, painter: QPainter, late: bool) -> None:
        """A bar per step, filled up to the one that rings."""
        if self.call is None:
            return
        theme, px = self._seat.theme, self._seat.theme.px
        rules = call_rules(self._seat.situation)
        waited_s = (self._seat.live.now() - self.call.ringing_at).total_seconds()
        step = max(self.call.step, rules.rung_at(waited_s))
        wide, gap = px(8), px(3)
        for place in range(len(rules.ladder)):
            high = px(8 + 5 * min(place, 4))
            bottom = self.height() - px(8)
            bar = QRect(px(_PAD) + place * (wide + gap), bottom - high, wide, high)
            ink = "alarm" if late else "accent"
            painter.fillRect(bar, theme.color(ink if place <= step else "line"))

    def _paint_words(self, painter: QPainter, late: bool) -> None:
        theme, px = self._seat.theme, self._seat.theme.px
        steps = len(call_rules(self._seat.situation).ladder)
        left = px(_PAD) + steps * px(11) + px(8)
        room = self.answer.x() - px(8) - left
        for text, top, size, bold in zip(
            self.lines(), (px(4), px(23)), (13, 11), (True, False), strict=True
        ):
            painter.setFont(theme.font(size, bold=bold, tabular=True))
            painter.setPen(theme.color("alarm_text" if late else "text"))
            metrics = QFontMetrics(painter.font())
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
            box = QRect(left, top, room, px(18))
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, shown)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.refresh()
        super().changeEvent(event)
