"""The scrub bar: how much was stored when, and where the picture stands in it."""

from __future__ import annotations

from bisect import bisect_left
from datetime import datetime, timedelta
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from command_center.ui import format as written
from command_center.ui.playback.player import Player
from command_center.ui.seat import Seat

translate = QCoreApplication.translate
COLUMN_PX, HIGH, GROOVE = 3, 40, 4
KEYS = {
    Qt.Key.Key_Left: timedelta(seconds=-10),
    Qt.Key.Key_Right: timedelta(seconds=10),
    Qt.Key.Key_Down: timedelta(seconds=-1),
    Qt.Key.Key_Up: timedelta(seconds=1),
    Qt.Key.Key_PageDown: timedelta(minutes=-10),
    Qt.Key.Key_PageUp: timedelta(minutes=10),
}


class ScrubBar(QWidget):
    """Dragged or clicked it jumps; arrows by 1 and 10 s, Page by 10 min, Home, End, space plays,
    N is the next entry."""

    def __init__(self, seat: Seat, player: Player, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self._player = player
        self._held: datetime | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        player.moved.connect(self._moved)
        seat.theme.changed.connect(self.update)
        self._moved()

    def sizeHint(self) -> QSize:
        return QSize(self._seat.theme.px(400), self._seat.theme.px(HIGH))

    def _moved(self) -> None:
        at = written.clock(self._player.now(), self._seat.zone)
        self.setAccessibleName(translate("Playback", "Garis waktu, %1").replace("%1", at))
        self.update()

    # --- places and times ----------------------------------------------------------------------

    def time_at(self, x: float) -> datetime:
        """The whole second there."""
        period = self._player.recording.period
        share = min(1.0, max(0.0, x / max(1, self.width() - 1)))
        at = period.since + (period.until - period.since) * share
        return min(period.until, at.replace(microsecond=0) if share < 1 else period.until)

    def x_of(self, at: datetime) -> float:
        period = self._player.recording.period
        return (at - period.since) / (period.until - period.since) * (self.width() - 1)

    def _heights(self) -> list[int]:
        """Entries in each column of pixels."""
        times, period = self._player.recording.times(), self._player.recording.period
        columns = max(1, self.width() // COLUMN_PX)
        apart = (period.until - period.since).total_seconds() / columns
        begun = period.since.timestamp()
        edges = [bisect_left(times, begun + apart * column) for column in range(columns + 1)]
        return [after - before for before, after in pairwise(edges)]

    # --- painting ------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._seat.theme
        painter = QPainter(self)
        foot = self.height() - theme.px(12)
        here = self.x_of(self._held or self._player.now())
        heights = self._heights()
        most = max(heights, default=0) or 1
        for column, count in enumerate(heights):
            tall = round((foot - theme.px(4)) * (count / most) ** 0.5) if count else 0
            left = column * COLUMN_PX
            past = "accent" if left <= here else "bar"
            painter.fillRect(left, foot - tall, COLUMN_PX - 1, tall, theme.color(past))
        painter.fillRect(0, foot, self.width(), theme.px(GROOVE) // 2, theme.color("line"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.color("text"))
        painter.drawLine(QPointF(here, 0), QPointF(here, foot))
        painter.setBrush(theme.color("text"))
        side = theme.px(6)
        painter.drawPolygon(
            QPolygonF(
                [
                    QPointF(here, foot),
                    QPointF(here - side, foot + side),
                    QPointF(here + side, foot + side),
                ]
            )
        )
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(theme.color("accent"))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    # --- hands ---------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._hold(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = self.time_at(event.position().x())
        where = QRect(self.rect())
        QToolTip.showText(
            event.globalPosition().toPoint(), written.clock(at, self._seat.zone), self, where
        )
        if self._held is not None:
            self._hold(event)

    def _hold(self, event: QMouseEvent) -> None:
        self._held = self.time_at(event.position().x())
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._held is not None:
            at, self._held = self._held, None
            self._player.seek(at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, period = event.key(), self._player.recording.period
        if key in KEYS:
            self._player.step(KEYS[Qt.Key(key)])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._player.seek(period.since if key == Qt.Key.Key_Home else period.until)
        elif key == Qt.Key.Key_Space:
            self._player.toggle()
        elif key == Qt.Key.Key_N:
            self._player.next_entry()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Its own keys go before those of the window's actions."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            own = (*KEYS, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Space, Qt.Key.Key_N)
            if event.key() in own and not event.modifiers():
                event.accept()
                return True
        return super().event(event)
