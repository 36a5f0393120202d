"""The room's figures: percentiles of today, never averages, and what was left out of them."""

from __future__ import annotations

import time
from datetime import datetime

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QWidget

from command_center.situation.readiness import ReadyUnits
from command_center.situation.situation import Touched
from command_center.ui.seat import Seat
from command_center.ui.strip.today import Figure, room_figures

_PAD, _GAP = 14, 20
_TALL, _TALLEST = 56, 76
EVERY_S = 1.0


class FiguresPanel(QFrame):
    """Name over value where there is room, name beside value in a low footer. What does not fit
    is in the tooltip, where all figures are. A figure that is clicked, or Enter on the one the
    arrows chose, opens what it was made of."""

    opened = Signal(str, object)

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self.figures: list[Figure] = []
        self.current = 0
        self._refreshed_s = 0.0
        self._ready = ReadyUnits(seat.situation)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.opened.connect(seat.asking.ask)
        seat.live.changed.connect(self._changed)
        seat.live.ticked.connect(self.refresh)
        seat.theme.changed.connect(self._restyle)
        self.refresh(seat.live.now())

    def _changed(self, touched: Touched) -> None:
        """At once, but not more than once a second: thousands of rows may change in one."""
        calls = "phone_call" in touched.entities
        anew = touched.everything or touched.judged
        if not (anew or touched.incidents or touched.units or calls):
            return
        if time.monotonic() - self._refreshed_s >= EVERY_S:
            self.refresh(self._seat.live.now())

    def refresh(self, now: datetime) -> None:
        self._refreshed_s = time.monotonic()
        found = room_figures(self._seat, now, self._ready)
        if found == self.figures:
            return
        self.figures = found
        lines = [figure.about or f"{figure.name}: {figure.value}" for figure in found]
        self.setToolTip("\n".join(lines))
        spoken = (f"{f.name} {f.value} {f.small}".strip() for f in found)
        self.setAccessibleDescription("; ".join(spoken))
        self.update()

    # --- opening one ---------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        step = steps.get(Qt.Key(event.key()))
        if step is not None:
            shown = max(1, len(self.boxes()))
            self.current = (self.current + step) % shown
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.current)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        for index, box in enumerate(self.boxes()):
            if event.button() is Qt.MouseButton.LeftButton and box.contains(at):
                self.current = index
                self._open(index)
        super().mouseReleaseEvent(event)

    def _open(self, index: int) -> None:
        if index < len(self.figures):
            self.opened.emit(*self.figures[index].opens)
            self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    # --- appearance ----------------------------------------------------------------------------

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def minimumSizeHint(self) -> QSize:
        return QSize(self._seat.theme.px(160), self._seat.theme.px(28))

    def sizeHint(self) -> QSize:
        return QSize(self._seat.theme.px(400), self._seat.theme.px(_TALL))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.update()

    @property
    def _is_tall(self) -> bool:
        return self.height() >= self._seat.theme.px(_TALL)

    def boxes(self) -> list[QRect]:
        """Where each figure that fits stands, in their order."""
        theme = self._seat.theme
        small = QFontMetrics(theme.font(11, tabular=True))
        value = QFontMetrics(theme.font(22 if self._is_tall else 13, bold=True, tabular=True))
        left, boxes = theme.px(_PAD), []
        for figure in self.figures:
            name, number = (
                small.horizontalAdvance(figure.name),
                value.horizontalAdvance(figure.value),
            )
            under = small.horizontalAdvance(figure.small) if self._is_tallest else 0
            width = max(name, number, under) if self._is_tall else name + theme.px(6) + number
            if left + width > self.width() - theme.px(4):
                break
            boxes.append(QRect(left, 0, width + 2, self.height()))
            left += width + theme.px(_GAP)
        return boxes

    @property
    def _is_tallest(self) -> bool:
        return self.height() >= self._seat.theme.px(_TALLEST)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        paint = self._paint_block if self._is_tall else self._paint_line
        for index, (figure, box) in enumerate(zip(self.figures, self.boxes(), strict=False)):
            paint(painter, figure, box)
            if self.hasFocus() and index == self.current:
                painter.setPen(self._seat.theme.color("accent"))
                edge = self._seat.theme.px(4)
                painter.drawRect(box.adjusted(-edge, edge, edge, -edge))
        painter.end()

    def _paint_block(self, painter: QPainter, figure: Figure, box: QRect) -> None:
        theme = self._seat.theme
        whole = theme.px(60 if self._is_tallest else 46)
        top = box.top() + max(0, (box.height() - whole) // 2)
        painter.setFont(theme.font(11))
        painter.setPen(theme.color("text2"))
        painter.drawText(QRect(box.left(), top, box.width(), theme.px(14)), 0, figure.name)
        painter.setFont(theme.font(22, bold=True, tabular=True))
        painter.setPen(theme.color("warn" if figure.missed else "text"))
        value = QRect(box.left(), top + theme.px(16), box.width(), theme.px(28))
        painter.drawText(value, 0, figure.value)
        if self._is_tallest:
            painter.setFont(theme.font(11, tabular=True))
            painter.setPen(theme.color("text3"))
            under = QRect(box.left(), top + theme.px(45), box.width(), theme.px(14))
            painter.drawText(under, 0, figure.small)

    def _paint_line(self, painter: QPainter, figure: Figure, box: QRect) -> None:
        theme, middle = self._seat.theme, Qt.AlignmentFlag.AlignVCenter
        painter.setFont(theme.font(11))
        painter.setPen(theme.color("text2"))
        painter.drawText(box, middle, figure.name)
        painter.setFont(theme.font(13, bold=True, tabular=True))
        painter.setPen(theme.color("warn" if figure.missed else "text"))
        painter.drawText(box, middle | Qt.AlignmentFlag.AlignRight, figure.value)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.figures = []
            self.refresh(self._seat.live.now())
        super().changeEvent(event)
