"""Three marks in the top bar: sources, cameras, the database."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QWidget

from command_center.situation.situation import Touched
from command_center.storage.outbox import ItemState
from command_center.ui.format import age, decimal
from command_center.ui.glyphs import paint_health
from command_center.ui.health.summary import OK, camera_tally, database_line, source_tally
from command_center.ui.offline.words import count_words
from command_center.ui.queue.words import plain_tip
from command_center.ui.seat import Seat
from command_center.ui.theme import Theme

translate = QCoreApplication.translate
_MARK, _GAP = 8, 6


class HealthDot(QAbstractButton):
    """A shape and a few words; pressing it opens the health panel. Folded it says the count."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._state = OK
        self._long, self._short = "", ""
        self.folded = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        theme.changed.connect(self.updateGeometry)

    def show_state(self, state: str, long: str, short: str) -> None:
        if (state, long, short) == (self._state, self._long, self._short):
            return
        longer = len(long) != len(self._long) or len(short) != len(self._short)
        self._state, self._long, self._short = state, long, short
        self.setText(long)
        self.setAccessibleName(long)
        self.setToolTip(plain_tip(long))
        if longer:
            self.updateGeometry()
        self.update()

    def fold(self, folded: bool) -> None:
        if folded != self.folded:
            self.folded = folded
            self.updateGeometry()

    def shown_text(self) -> str:
        return self._short if self.folded else self._long

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._theme.font(13, tabular=True))
        width = metrics.horizontalAdvance(self.shown_text()) + self._theme.px(_MARK + _GAP + 4)
        return QSize(width, metrics.height() + self._theme.px(4))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        side = theme.px(_MARK)
        painter = QPainter(self)
        mark = QRectF(theme.px(2), (self.height() - side) / 2, side, side)
        paint_health(painter, mark, self._state, theme)
        painter.setFont(theme.font(13, tabular=True))
        painter.setPen(theme.color("text2" if self._state == OK else "text"))
        words = self.rect().adjusted(theme.px(2 + _MARK + _GAP), 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.shown_text())
        if self.hasFocus():
            painter.setPen(theme.color("accent"))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()


class HealthDots(QWidget):
    """Follows the telemetry once a second; `grew` when it needs another width."""

    pressed = Signal()
    grew = Signal()

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self._level = 0
        self._has_cameras = self._has_database = False
        self.sources, self.cameras = HealthDot(seat.theme), HealthDot(seat.theme)
        self.database = HealthDot(seat.theme)
        self.kept = HealthDot(seat.theme)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.kept)
        self.kept.clicked.connect(lambda: seat.asking.ask("view.kept"))
        for dot in (self.sources, self.cameras, self.database):
            layout.addWidget(dot)
            dot.clicked.connect(self.pressed)
        seat.live.ticked.connect(self.refresh)
        seat.live.changed.connect(self._changed)
        if seat.kept is not None:
            seat.kept.damage_changed.connect(self._count_kept)
        self.kept.hide()
        self._count_kept()
        self.refresh(seat.live.now())

    def fold(self, level: int) -> None:
        """0: in full; 1: short words; 2: the sources alone."""
        for dot in (self.kept, self.sources, self.cameras, self.database):
            dot.fold(level > 0)
        self._level = level
        self._show_parts()

    def _show_parts(self) -> None:
        self.cameras.setVisible(self._has_cameras and self._level < 2)
        self.database.setVisible(self._has_database and self._level < 2)

    def _changed(self, touched: Touched) -> None:
        self._count_kept()
        if touched.everything or "source" in touched.entities:
            self.refresh(self._seat.live.now())

    def _count_kept(self) -> None:
        """What only this workstation has: loud once the room has refused some of it."""
        kept = self._seat.kept
        items = self._seat.live.overlay.items
        refused = sum(item.state is ItemState.REFUSED for item in items)
        long, short = count_words(len(items) - refused, refused)
        damaged = kept is not None and kept.damage is not None
        if damaged:
            long = " · ".join(filter(None, (translate("Health", "simpanan rusak"), long)))
        shown = bool(items) or damaged
        self.kept.show_state("down" if refused or damaged else "degraded", long, short or "!")
        if shown == self.kept.isHidden():
            self.kept.setVisible(shown)
            self.grew.emit()

    def refresh(self, now: datetime) -> None:
        before = self._widths()
        tally = source_tally(self._seat)
        count = f"{tally.good}/{tally.total}"
        words = translate("Health", "%1 sumber").replace("%1", count)
        self.sources.show_state(tally.state, words, count)
        cameras = camera_tally(self._seat)
        count = f"{cameras.good}/{cameras.total}"
        words = translate("Health", "CCTV %1 langsung").replace("%1", count)
        self.cameras.show_state(cameras.state, words, count)
        self._has_cameras = cameras.total > 0
        self._refresh_database(now)
        self._show_parts()
        if self._widths() != before:
            self.grew.emit()

    def _widths(self) -> tuple[int, ...]:
        """Of what is shown, in pixels."""
        dots = (self.sources, self.cameras, self.database)
        return tuple(0 if dot.isHidden() else dot.sizeHint().width() for dot in dots)

    def _refresh_database(self, now: datetime) -> None:
        name = translate("Health", "Pusat data")
        line = database_line(self._seat, name)
        self._has_database = line is not None
        if line is None:
            return
        old = (now - line.last_ok_at).total_seconds() if line.last_ok_at else None
        text = translate("Health", "putus") if old is None else _data_age(old)
        self.database.show_state(line.state, f"{name} {text}", text)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.refresh(self._seat.live.now())
        super().changeEvent(event)


def _data_age(seconds: float) -> str:
    """Tenths of a second while it is fresh."""
    if seconds < 10:
        return translate("Health", "%1 dtk").replace("%1", decimal(max(0.0, seconds)))
    return age(seconds)
