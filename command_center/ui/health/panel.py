"""Each source, each way out and what else runs, with state, last success, next try and lag."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from command_center.situation.situation import Touched
from command_center.ui.format import age, clock
from command_center.ui.glyphs import paint_health
from command_center.ui.health.roads import RoadsHealth
from command_center.ui.health.summary import (
    HealthLine,
    database_line,
    program_line,
    service_lines,
    source_lines,
    with_lag,
)
from command_center.ui.plain_label import PlainLabel
from command_center.ui.seat import Seat

translate = QCoreApplication.translate
_PAD, _MARK = 8, 10
LAG_SHOWN_S = 1.0


def when_text(line: HealthLine, now: datetime, seat: Seat) -> str:
    """Last success, next try and lag, what is known of them."""
    parts = []
    if line.last_ok_at is not None:
        old = age((now - line.last_ok_at).total_seconds())
        at = clock(line.last_ok_at, seat.zone)
        text = translate("Health", "terakhir berhasil %1 (%2)")
        parts.append(text.replace("%1", at).replace("%2", old))
    if line.next_try_at is not None and line.next_try_at > now:
        wait = age((line.next_try_at - now).total_seconds())
        parts.append(translate("Health", "coba lagi %1").replace("%1", wait))
    if line.lag_s is not None and line.lag_s >= LAG_SHOWN_S:
        parts.append(translate("Health", "tertinggal %1").replace("%1", age(line.lag_s)))
    return " · ".join(parts)


class _Rows(QWidget):
    """Paints the lines; as high as they need at this width."""

    def __init__(self, seat: Seat) -> None:
        super().__init__()
        self._seat = seat
        self.lines: list[HealthLine] = []
        self.now = seat.live.now()

    def show_lines(self, lines: list[HealthLine], now: datetime) -> None:
        self.lines, self.now = lines, now
        self.setMinimumHeight(sum(self._height(line) for line in lines))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._seat.theme.px(280), self.minimumHeight())

    def _words(self) -> int:
        return max(self._seat.theme.px(120), self.width() - self._seat.theme.px(3 * _PAD + _MARK))

    def _height(self, line: HealthLine) -> int:
        theme = self._seat.theme
        name = QFontMetrics(theme.font(13, bold=True)).height()
        return name + self._text_height(line) + theme.px(_PAD + 4)

    def _text_height(self, line: HealthLine) -> int:
        metrics = QFontMetrics(self._seat.theme.font(11))
        box = QRect(0, 0, self._words(), 10_000)
        wrap = Qt.TextFlag.TextWordWrap.value
        return metrics.boundingRect(box, wrap, self._text(line)).height()

    def _text(self, line: HealthLine) -> str:
        return "\n".join(
            part for part in (line.sentence, when_text(line, self.now, self._seat)) if part
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._seat.theme
        painter = QPainter(self)
        top = 0
        for line in self.lines:
            height = self._height(line)
            left, side = theme.px(_PAD), theme.px(_MARK)
            paint_health(painter, QRectF(left, top + theme.px(7), side, side), line.state, theme)
            words = QRect(left + side + theme.px(_PAD), top + theme.px(3), self._words(), height)
            painter.setFont(theme.font(13, bold=True))
            painter.setPen(theme.color("text"))
            painter.drawText(words, Qt.AlignmentFlag.AlignTop, line.name)
            words.setTop(words.top() + painter.fontMetrics().height())
            painter.setFont(theme.font(11, tabular=True))
            painter.setPen(theme.color("text2"))
            painter.drawText(words, Qt.TextFlag.TextWordWrap, self._text(line))
            painter.fillRect(
                left, top + height - 1, self.width() - 2 * left, 1, theme.color("line")
            )
            top += height
        painter.end()


class HealthPanel(QFrame):
    """The database, sources and what goes out, each the worst first."""

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self._roads = RoadsHealth(seat)
        self.title = PlainLabel(seat.theme, "text", 13, bold=True)
        self.rows = _Rows(seat)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(self.rows)
        scroll.viewport().setAutoFillBackground(False)
        self.rows.setAutoFillBackground(False)
        layout = self._layout = QVBoxLayout(self)
        layout.addWidget(self.title)
        layout.addWidget(scroll, 1)
        seat.live.ticked.connect(self.refresh)
        seat.live.changed.connect(self._changed)
        seat.theme.changed.connect(self._restyle)
        self._restyle()
        self._retranslate()

    def _restyle(self) -> None:
        px = self._seat.theme.px
        self._layout.setContentsMargins(px(4), px(7), 1, px(4))
        self.title.setContentsMargins(px(8), px(4), px(8), px(4))
        self.refresh(self._seat.live.now())

    def _changed(self, touched: Touched) -> None:
        if touched.everything or "source" in touched.entities:
            self.refresh(self._seat.live.now())

    def refresh(self, now: datetime) -> None:
        lines = with_lag(self._seat, [*source_lines(self._seat), *service_lines(self._seat)], now)
        database = database_line(self._seat, translate("Health", "Pusat data"))
        backups = database_line(self._seat, translate("Health", "Cadangan"), "backup")
        roads = self._roads.line(looking=self.isVisible())
        program = program_line(self._seat)
        first = (line for line in (database, backups, program) if line is not None)
        shown = [*first, *lines, roads]
        self.rows.show_lines(shown, now)
        self.rows.setAccessibleName("; ".join(f"{line.name}: {line.sentence}" for line in shown))

    def _retranslate(self) -> None:
        self.title.setText(translate("Health", "KESEHATAN SUMBER"))
        self.refresh(self._seat.live.now())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
