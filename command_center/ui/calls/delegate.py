"""Paints a call: what goes on and since when, under it the number told apart; plain text."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from command_center.domain.calls import rings
from command_center.domain.partner import PhoneCall
from command_center.duty.calls import call_rules
from command_center.ui.calls.model import ROW_ROLE
from command_center.ui.calls.sections import Numbers, is_late, marks_of
from command_center.ui.calls.words import about_text, state_text
from command_center.ui.format import clock
from command_center.ui.painted_rows import RIGHT, paint_line
from command_center.ui.seat import Seat

ROW_PX = 46
_EDGE, _PAD = 3, 12


class CallDelegate(QStyledItemDelegate):
    """A stripe at the edge says what the first line says: red rings, amber waits too long."""

    def __init__(self, seat: Seat, parent: QWidget) -> None:
        super().__init__(parent)
        self._seat = seat
        self._numbers = Numbers(seat.situation)

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(self._seat.theme.px(200), self._seat.theme.px(ROW_PX))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        call = index.data(ROW_ROLE)
        if not isinstance(call, PhoneCall):
            return
        theme, rect = self._seat.theme, option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.color("selected"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.color("line"))
        ink = self.ink(call)
        if ink != "text":
            edge = QRect(rect.left(), rect.top(), theme.px(_EDGE), rect.height() - 1)
            painter.fillRect(edge, theme.color(ink))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.color("accent"), 1))
            painter.drawRect(rect.adjusted(0, 0, -1, -2))
        self._words(painter, rect, call, ink)
        painter.restore()

    def ink(self, call: PhoneCall) -> str:
        """The colour of its state."""
        situation, now = self._seat.situation, self._seat.live.now()
        rules = call_rules(situation)
        late = is_late(call, now, rules)
        if rings(call, now, rules):
            return "alarm" if late else "accent"
        return "warn" if late else "text"

    def _words(self, painter: QPainter, rect: QRect, call: PhoneCall, ink: str) -> None:
        seat, px = self._seat, self._seat.theme.px
        now, rules = seat.live.now(), call_rules(seat.situation)
        left, width = rect.left() + px(_PAD), rect.width() - 2 * px(_PAD)
        top = QRectF(left, rect.top() + px(4), width, px(20))
        at = clock(call.ringing_at, seat.zone)
        painter.setFont(seat.theme.font(13, tabular=True))
        painter.setPen(seat.theme.color("text2"))
        painter.drawText(top, RIGHT, at)
        room = width - painter.fontMetrics().horizontalAdvance(at) - px(_PAD)
        painter.setFont(seat.theme.font(13, bold=True, tabular=True))
        painter.setPen(seat.theme.color(ink))
        paint_line(painter, top, state_text(call, now, rules, seat.situation), room)
        painter.setFont(seat.theme.font(11))
        marked = bool(marks_of(seat.situation, call))
        painter.setPen(seat.theme.color("warn" if marked else "text2"))
        below = QRectF(left, rect.top() + px(25), width, px(16))
        paint_line(painter, below, about_text(call, seat, self._numbers.others(call)))
