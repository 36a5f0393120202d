"""How old a panel's data is, on its upper edge; absent while the data is of now."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from command_center.ui.connection.words import chip
from command_center.ui.seat import Seat

_HEIGHT, _PAD = 16, 8


class AgeChip(QWidget):
    """Lies over the middle of the upper edge of `panel`: nothing moves, nothing is in its way."""

    def __init__(self, seat: Seat, panel: QWidget) -> None:
        super().__init__(panel)
        self._seat = seat
        self.said: tuple[str, str] | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        panel.installEventFilter(self)
        for signal in (seat.live.connected, seat.live.syncing, seat.live.ticked):
            signal.connect(self._heard)
        seat.theme.changed.connect(self._place)
        self.hide()
        self.refresh()

    def _heard(self, _: object) -> None:
        self.refresh()

    def refresh(self) -> None:
        now = chip(self._seat)
        if now == self.said:
            return
        self.said = now
        if now is None:
            self.hide()
            return
        self.setAccessibleName(now[0])
        self._place()
        self.show()
        self.raise_()
        self.update()

    def _place(self) -> None:
        over = self.parentWidget()
        if self.said is None or over is None:
            return
        theme = self._seat.theme
        width = QFontMetrics(self._font()).horizontalAdvance(self.said[0]) + theme.px(2 * _PAD)
        self.setGeometry((over.width() - width) // 2, 0, width, theme.px(_HEIGHT))

    def _font(self) -> QFont:
        return self._seat.theme.font(11, bold=True, tabular=True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self._place()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.said is None:
            return
        theme, (text, ink) = self._seat.theme, self.said
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(theme.color("raised"))
        painter.setPen(QPen(theme.color(ink), 1.0))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setFont(self._font())
        painter.setPen(theme.color("text"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, text)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.refresh()
        super().changeEvent(event)
