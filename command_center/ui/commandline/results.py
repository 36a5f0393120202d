"""The list under the command line: what was found, and above it what Enter would do."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QCoreApplication, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QWidget

from command_center.ui.commandline.search import Answer, Found, Kind, kind_text
from command_center.ui.seat import Seat
from command_center.ui.sentences import sentence
from command_center.ui.wrapped import paint_words, words_height

translate = QCoreApplication.translate
_ROW, _WIDTH, _PAD = 26, 560, 10
_MIDDLE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class ResultList(QFrame):
    """Lies under the line, over the panels; the line keeps the focus."""

    picked = Signal(int)

    def __init__(self, seat: Seat, over: QWidget) -> None:
        super().__init__(over)
        self._theme = seat.theme
        self._over = over
        self._under: QWidget | None = None
        self._said = ""
        self.found: list[Found] = []
        self.current = 0
        self.setObjectName("raised")
        self.setMouseTracking(True)
        self.hide()

    def show_answer(self, answer: Answer, under: QWidget) -> None:
        self.found, self.current, self._under = answer.rows, 0, under
        self._said = answer.said
        if not answer.rows and not self._said:
            self.hide()
            return
        self._place()
        self.show()
        self.raise_()
        self.update()

    @property
    def chosen(self) -> Found | None:
        """What Enter is about."""
        return self.found[self.current] if self.current < len(self.found) else None

    @property
    def preview(self) -> str:
        """What Enter will do, to whom and what comes of it; or why it will not."""
        chosen = self.chosen
        if chosen is None or chosen.line:
            return self._said or translate("CommandLine", "Tab melengkapi")
        if chosen.reason is not None:
            return f"{chosen.preview} · {sentence(chosen.reason, {})}"
        return fill_enter(chosen.preview)

    @property
    def ink(self) -> str:
        """The token of the preview's colour: what takes something away and what is refused do not
        look like the rest."""
        chosen = self.chosen
        if chosen is None or chosen.line:
            return "warn" if self._said else "text2"
        return "warn" if chosen.warn else "text3" if chosen.reason is not None else "accent"

    def move_by(self, step: int) -> None:
        if self.found:
            self.current = (self.current + step) % len(self.found)
            self._place()
            self.update()

    def _place(self) -> None:
        under, over, px = self._under, self._over, self._theme.px
        if under is None:
            return
        place = under.mapTo(over, QPoint(0, under.height() + px(2)))
        width = max(under.width(), min(px(_WIDTH), over.width() - place.x()))
        left = min(place.x(), over.width() - width)
        height = self._told(width) + self._row() * len(self.found) + 8
        self.setGeometry(max(0, left), place.y(), width, height)

    def _row(self) -> int:
        return self._theme.px(_ROW)

    def _told(self, width: int) -> int:
        """How high the preview is, which is read to its end."""
        high = words_height(self._bold(), self.preview, width - 2 * self._theme.px(_PAD))
        return max(self._row(), ceil(high) + self._theme.px(8))

    def _bold(self) -> QFont:
        font = QFont(self._theme.font(13))
        font.setBold(True)
        return font

    def _row_at(self, y: int) -> int | None:
        row = (y - 4 - self._told(self.width())) // self._row()
        return row if 0 <= row < len(self.found) else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        row = self._row_at(int(event.position().y()))
        if row is not None and row != self.current:
            self.current = row
            self._place()
            self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self._row_at(int(event.position().y()))
        if row is not None:
            self.picked.emit(row)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        pad, told = self._theme.px(_PAD), self._told(self.width())
        painter.setFont(self._bold())
        painter.setPen(self._theme.color(self.ink))
        box = QRect(pad, 4, self.width() - 2 * pad, told)
        paint_words(painter, QRectF(box), self.preview, _MIDDLE)
        for row, found in enumerate(self.found):
            box = QRect(4, 4 + told + row * self._row(), self.width() - 8, self._row())
            if row == self.current:
                painter.fillRect(box, self._theme.color("selected"))
            self._paint_row(painter, box, found)
        painter.end()

    def _paint_row(self, painter: QPainter, box: QRect, found: Found) -> None:
        theme, middle = self._theme, Qt.AlignmentFlag.AlignVCenter
        inner = box.adjusted(theme.px(_PAD) - 4, 0, 4 - theme.px(_PAD), 0)
        painter.setFont(theme.font(11))
        kind = kind_text(found.kind)
        width = painter.fontMetrics().horizontalAdvance(kind)
        painter.setPen(theme.color("text3"))
        painter.drawText(inner, middle | Qt.AlignmentFlag.AlignRight, kind)
        words = inner.adjusted(0, 0, -width - theme.px(_PAD), 0)
        painter.setFont(theme.font(13))
        metrics = QFontMetrics(painter.font())
        title = metrics.elidedText(found.title, Qt.TextElideMode.ElideRight, words.width())
        live = found.reason is None
        painter.setPen(theme.color("text" if live else "text3"))
        painter.drawText(words, middle, title)
        used = metrics.horizontalAdvance(title) + theme.px(_PAD)
        rest = words.adjusted(used, 0, 0, 0)
        detail = found.detail if found.kind is not Kind.COMMAND else ""
        if detail and rest.width() > theme.px(40):
            painter.setPen(theme.color("text2" if live else "text3"))
            shown = metrics.elidedText(detail, Qt.TextElideMode.ElideRight, rest.width())
            painter.drawText(rest, middle, shown)


def fill_enter(preview: str) -> str:
    """ "Enter: …" before what it does."""
    return translate("CommandLine", "Enter: %1").replace("%1", preview)
