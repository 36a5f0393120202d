"""Paints one row of the queue; everything from outside goes through drawText as plain text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, tzinfo

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from command_center.domain.incident import OPEN_STATUSES, IncidentStatus
from command_center.geo.city import CityPack
from command_center.situation.queue import QueueRow
from command_center.ui.due_time import due_text
from command_center.ui.format import number_sign, stopwatch
from command_center.ui.glyphs import PRIORITY_TOKEN, paint_priority
from command_center.ui.queue.chips import ChipLine
from command_center.ui.queue.model import LATE_ROLE, ROW_ROLE
from command_center.ui.queue.words import alarm_tag, area_line, flags, translate
from command_center.ui.theme import Theme

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter
ROW_PX, EDGE_PX, MARK_PX, RIGHT_PX = 62, 4, 44, 66
PAD_PX, CLOCK_PX = 10, 90
_PICTURES = 64
"""Rows whose picture is kept: more than a screen shows, few enough to cost little memory."""
_SOON = 0.7
"""The share of a target from which its bar turns yellow."""


@dataclass
class Shown:
    """What the rows are painted with beside the model: the clock, who is selected, the drop."""

    now: datetime
    zone: tzinfo
    selected: str | None = None
    drop: str | None = None


@dataclass(frozen=True, slots=True)
class _Picture:
    row: QueueRow
    state: tuple[object, ...]
    pixmap: QPixmap


class QueueDelegate(QStyledItemDelegate):
    def __init__(
        self,
        theme: Theme,
        city: CityPack,
        shown: Shown,
        source_name: Callable[[str], str],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._city = city
        self._shown = shown
        self._chips = ChipLine(theme, source_name)
        self._pictures: dict[str, _Picture] = {}

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(self._theme.px(200), self._theme.px(ROW_PX))

    def action_rect(self, row: QRect) -> QRectF:
        """Where the row's inline button is painted."""
        px = self._theme.px
        width = max(
            px(44), px(12) + QFontMetrics(self._theme.font(11)).horizontalAdvance(take_label())
        )
        return QRectF(row.right() - px(10) - width, row.top() + px(28), width, px(17))

    def clock_column(self, view: QRect) -> QRect:
        """What holds the clocks and targets of all rows: see `_clock`."""
        width = self._theme.px(PAD_PX + CLOCK_PX) + 1
        return view.adjusted(max(0, view.width() - width), 0, 0, 0)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row = index.data(ROW_ROLE)
        if not isinstance(row, QueueRow):
            return
        late = bool(index.data(LATE_ROLE))
        painter.save()
        painter.drawPixmap(option.rect.topLeft(), self._still(painter, option.rect, row, late))
        self._clock(painter, option.rect, row, late)
        painter.restore()

    def forget(self) -> None:
        """Paint every row anew: a theme, a language or a name has changed."""
        self._pictures.clear()

    def _still(self, painter: QPainter, rect: QRect, row: QueueRow, late: bool) -> QPixmap:
        """All of the row that does not run with the clock, painted once per state of the row."""
        ratio = painter.device().devicePixelRatioF()
        marks = (row.id == self._shown.selected, row.id == self._shown.drop)
        ahead = row.is_ahead(self._shown.now)
        state = (late, ahead, *marks, rect.width(), rect.height(), ratio)
        kept = self._pictures.pop(row.id, None)
        if kept is None or kept.row is not row or kept.state != state:
            kept = _Picture(row, state, self._painted(rect, ratio, row, late))
        self._pictures[row.id] = kept
        if len(self._pictures) > _PICTURES:
            del self._pictures[next(iter(self._pictures))]
        return kept.pixmap

    def _painted(self, rect: QRect, ratio: float, row: QueueRow, late: bool) -> QPixmap:
        pixmap = QPixmap(rect.size() * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(self._theme.color("panel"))
        here = QRect(0, 0, rect.width(), rect.height())
        painter = QPainter(pixmap)
        self._ground(painter, here, row, late)
        self._priority(painter, here, row)
        self._words(painter, here, row)
        self._hand(painter, here, row)
        painter.end()
        return pixmap

    def _ground(self, painter: QPainter, rect: QRect, row: QueueRow, late: bool) -> None:
        theme, px = self._theme, self._theme.px
        if row.id == self._shown.selected:
            painter.fillRect(rect, theme.color("selected"))
        elif late:
            painter.fillRect(rect, theme.color("late"))
        edge = theme.color(PRIORITY_TOKEN[row.priority])
        if row.status not in OPEN_STATUSES:
            edge = theme.color("line")
        painter.fillRect(QRect(rect.left(), rect.top(), px(EDGE_PX), rect.height()), edge)
        if row.kept:
            self._kept_edge(painter, rect)
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.color("line"))
        if row.id == self._shown.drop:
            painter.setPen(QPen(theme.color("accent"), px(2)))
            painter.drawRect(rect.adjusted(px(5), 1, -2, -3))

    def _kept_edge(self, painter: QPainter, rect: QRect) -> None:
        """A dashed line beside the priority's: not in the room yet."""
        theme, px = self._theme, self._theme.px
        pen = QPen(theme.color("warn"), px(2), Qt.PenStyle.DashLine)
        painter.setPen(pen)
        x = rect.left() + px(EDGE_PX) + px(2)
        painter.drawLine(x, rect.top() + px(3), x, rect.bottom() - px(3))

    def _priority(self, painter: QPainter, rect: QRect, row: QueueRow) -> None:
        theme, px = self._theme, self._theme.px
        box = QRectF(rect.left() + px(19), rect.top() + px(11), px(15), px(15))
        paint_priority(painter, box, row.priority, row.verified, theme)
        painter.setFont(theme.font(11, bold=True))
        painter.setPen(theme.color(PRIORITY_TOKEN[row.priority]))
        below = QRectF(rect.left() + px(8), rect.top() + px(28), px(37), px(17))
        painter.drawText(below, CENTRE, row.priority.value)

    def _words(self, painter: QPainter, rect: QRect, row: QueueRow) -> None:
        px = self._theme.px
        left = rect.left() + px(MARK_PX + 5)
        right = rect.right() - px(RIGHT_PX + 16)
        self._headline(painter, QRectF(left, rect.top() + px(6), right - left, px(20)), row)
        second = QRectF(left, rect.top() + px(25), right - left, px(17))
        self._where(painter, second, row)
        line = QRectF(left, rect.top() + px(43), rect.right() - px(RIGHT_PX + 16) - left, px(15))
        self._chips.paint(painter, line, row, flags(row))

    def _where(self, painter: QPainter, line: QRectF, row: QueueRow) -> None:
        """The address, and as much of the area as fits whole; the tooltip has all of it."""
        theme, px = self._theme, self._theme.px
        font = theme.font(13)
        used = _draw(painter, line, row.address, font, theme.color("text2"))
        rest = line.adjusted(used + (px(8) if used else 0), 0, 0, 0)
        metrics = QFontMetrics(font)
        area = area_line(self._city, row.area_code)
        for text in (area, area.partition(" · ")[0]):
            if metrics.horizontalAdvance(text) <= rest.width():
                _draw(painter, rest, text, font, theme.color("text3"))
                return

    def _headline(self, painter: QPainter, line: QRectF, row: QueueRow) -> None:
        theme, px = self._theme, self._theme.px
        if row.is_ahead(self._shown.now):
            width = self._tag(painter, line, translate("Queue", "TERJADWAL"), quiet=True)
            line = line.adjusted(width + px(6), 0, 0, 0)
        elif row.status is IncidentStatus.NEW and not row.belated:
            width = self._tag(painter, line, translate("Queue", "BARU"))
            line = line.adjusted(width + px(6), 0, 0, 0)
        if raised := alarm_tag(row):
            width = self._tag(painter, line, raised, quiet=True)
            line = line.adjusted(width + px(6), 0, 0, 0)
        number = number_sign(row.number, row.alias)
        tail = px(10) + QFontMetrics(theme.font(13)).horizontalAdvance(number)
        ink = theme.color("text" if row.status in OPEN_STATUSES else "text2")
        used = _draw(painter, line.adjusted(0, 0, -tail, 0), row.title, theme.font(15, True), ink)
        after = line.adjusted(used + px(8), 0, px(8), 0)
        tone = "text3" if row.number else "warn"
        _draw(painter, after, number, theme.font(13), theme.color(tone))

    def _tag(self, painter: QPainter, line: QRectF, text: str, quiet: bool = False) -> int:
        """`quiet`: an outline, for what is no news."""
        theme, px = self._theme, self._theme.px
        font = theme.font(11, bold=True)
        width = QFontMetrics(font).horizontalAdvance(text) + px(8)
        box = QRectF(line.left(), line.center().y() - px(7), width, px(14))
        painter.setPen(QPen(theme.color("text3"), 1) if quiet else Qt.PenStyle.NoPen)
        painter.setBrush(Qt.BrushStyle.NoBrush if quiet else theme.color("accent"))
        painter.drawRoundedRect(box, px(3), px(3))
        painter.setFont(font)
        painter.setPen(theme.color("text2" if quiet else "on_fill"))
        painter.drawText(box, CENTRE, text)
        return width

    def _clock(self, painter: QPainter, rect: QRect, row: QueueRow, late: bool) -> None:
        theme, px = self._theme, self._theme.px
        right = rect.right() - px(PAD_PX)
        top = QRectF(right - px(CLOCK_PX), rect.top() + px(6), px(CLOCK_PX), px(20))
        if row.status not in OPEN_STATUSES:
            return
        if row.planned_at is not None and row.is_ahead(self._shown.now):
            painter.setFont(theme.font(13, tabular=True))
            painter.setPen(theme.color("text2"))
            when = due_text(row.planned_at, self._shown.now, self._shown.zone)
            painter.drawText(top, RIGHT, when)
            return
        painter.setFont(theme.font(15, bold=True, tabular=True))
        painter.setPen(theme.color("alarm" if late else "text"))
        painter.drawText(top, RIGHT, stopwatch(row.age_s(self._shown.now)))
        self._target(painter, QRectF(right - px(60), rect.top() + px(50), px(60), px(3)), row, late)

    def _hand(self, painter: QPainter, rect: QRect, row: QueueRow) -> None:
        """Whose it is, or the button to take it."""
        if row.status not in OPEN_STATUSES:
            return
        theme, px = self._theme, self._theme.px
        if row.owner_id is None:
            self._button(painter, self.action_rect(rect))
        else:
            line = QRectF(rect.right() - px(100), rect.top() + px(26), px(90), px(20))
            painter.setFont(theme.font(11))
            painter.setPen(theme.color("text2"))
            painter.drawText(line, RIGHT, row.owner_initials)

    def _button(self, painter: QPainter, box: QRectF) -> None:
        theme, px = self._theme, self._theme.px
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(theme.color("raised"))
        painter.setPen(QPen(theme.color("accent"), 1))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), px(4), px(4))
        painter.setFont(theme.font(11))
        painter.setPen(theme.color("accent"))
        painter.drawText(box, CENTRE, take_label())

    def _target(self, painter: QPainter, bar: QRectF, row: QueueRow, late: bool) -> None:
        if row.due_from is None or row.due_at is None:
            return
        theme = self._theme
        whole = (row.due_at - row.due_from).total_seconds()
        used = (self._shown.now - row.due_from).total_seconds()
        share = min(1.0, max(0.0, used / whole)) if whole > 0 else 1.0
        ink = theme.color("p3" if share >= _SOON else "text3")
        if late:
            ink = theme.color("alarm")
        painter.fillRect(bar, theme.color("line"))
        painter.fillRect(
            QRectF(bar.topLeft(), QPointF(bar.left() + bar.width() * share, bar.bottom())), ink
        )


def take_label() -> str:
    return translate("Queue", "Ambil")


def _draw(painter: QPainter, box: QRectF, text: str, font: QFont, ink: QColor) -> int:
    """Draw one elided line; answers how many pixels it used."""
    metrics = QFontMetrics(font)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(box.width()))
    painter.setFont(font)
    painter.setPen(ink)
    painter.drawText(box, LEFT, shown)
    return metrics.horizontalAdvance(shown)
