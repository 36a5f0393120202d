"""Ctrl+K: one line for finding and for commands, with its list underneath. Never a dialog."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from command_center.domain.errors import OperatorError
from command_center.ui.actions.table import ACTIONS
from command_center.ui.commandline.search import Found, kind_text, search
from command_center.ui.seat import Seat

translate = QCoreApplication.translate
_ROW, _WIDTH, _PAD = 26, 420, 10


class ResultList(QFrame):
    """Lies under the line, over the panels; the line keeps the focus."""

    picked = Signal(int)

    def __init__(self, seat: Seat, over: QWidget) -> None:
        super().__init__(over)
        self._theme = seat.theme
        self._over = over
        self.found: list[Found] = []
        self.current = 0
        self.setObjectName("raised")
        self.setMouseTracking(True)
        self.hide()

    def show_found(self, found: list[Found], under: QWidget) -> None:
        self.found, self.current = found, 0
        if not found:
            self.hide()
            return
        over = self._over
        place = under.mapTo(over, QPoint(0, under.height() + self._theme.px(2)))
        width = max(under.width(), min(self._theme.px(_WIDTH), over.width() - place.x()))
        left = min(place.x(), over.width() - width)
        self.setGeometry(max(0, left), place.y(), width, self._row() * len(found) + 8)
        self.show()
        self.raise_()
        self.update()

    def move_by(self, step: int) -> None:
        if self.found:
            self.current = (self.current + step) % len(self.found)
            self.update()

    def _row(self) -> int:
        return self._theme.px(_ROW)

    def _row_at(self, y: int) -> int | None:
        row = (y - 4) // self._row()
        return row if 0 <= row < len(self.found) else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        row = self._row_at(int(event.position().y()))
        if row is not None:
            self.current = row
            self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self._row_at(int(event.position().y()))
        if row is not None:
            self.picked.emit(row)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        for row, found in enumerate(self.found):
            box = QRect(4, 4 + row * self._row(), self.width() - 8, self._row())
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
        painter.setPen(theme.color("text"))
        painter.drawText(words, middle, title)
        used = metrics.horizontalAdvance(title) + theme.px(_PAD)
        rest = words.adjusted(used, 0, 0, 0)
        if found.detail and rest.width() > theme.px(40):
            painter.setPen(theme.color("text2"))
            detail = metrics.elidedText(found.detail, Qt.TextElideMode.ElideRight, rest.width())
            painter.drawText(rest, middle, detail)


class CommandLine(QLineEdit):
    """Up and Down choose, Enter runs, Esc gives the focus back to where it was."""

    def __init__(self, seat: Seat, over: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self._back: QWidget | None = None
        self.results = ResultList(seat, over)
        self.setMaxLength(200)
        self.setClearButtonEnabled(False)
        self.textEdited.connect(self._search)
        self.results.picked.connect(self._pick)
        seat.asking.asked.connect(self._asked)
        seat.theme.changed.connect(self._restyle)
        self._restyle()
        self._retranslate()

    def _asked(self, action_id: str, _: object) -> None:
        if action_id == "view.search":
            self._back = self.window().focusWidget()
            self.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.selectAll()
            self._search(self.text())

    def _search(self, text: str) -> None:
        self.results.show_found(search(self._seat, text), self)

    def _pick(self, row: int) -> None:
        self.results.current = row
        self.run()

    def run(self) -> None:
        """Do what the chosen line says, or say that nothing fits."""
        text = self.text().strip()
        found = self.results.found or search(self._seat, text)
        if not text:
            return
        if not found:
            self._seat.notices.failed(OperatorError("unknown_command", text=text))
            return
        chosen = found[min(self.results.current, len(found) - 1)]
        self.leave()
        chosen.run(self._seat)

    def leave(self) -> None:
        """Empty the line, close the list, give the focus back."""
        self.clear()
        self.results.show_found([], self)
        if self._back is not None and self._back is not self and self._back.isVisible():
            self._back.setFocus()
        else:
            self.clearFocus()
        self._back = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.results.move_by(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.run()
        elif key == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.results.hide()
        super().focusOutEvent(event)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font())
        width = metrics.horizontalAdvance(self._hints()[-1]) + self._seat.theme.px(24)
        return QSize(width, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._seat.theme.px(90), super().minimumSizeHint().height())

    def _hints(self) -> tuple[str, ...]:
        """What the empty line may say, the longest first; the last one always fits."""
        key = ACTIONS["view.search"].key
        full = translate("CommandLine", "Cari kejadian, unit, kamera, tempat… atau perintah")
        short = translate("CommandLine", "Cari atau perintah")
        return f"{full}   {key}", f"{short}   {key}", key

    def _hint(self) -> None:
        metrics, room = QFontMetrics(self.font()), self.width() - self._seat.theme.px(24)
        hints = self._hints()
        fitting = (hint for hint in hints if metrics.horizontalAdvance(hint) <= room)
        self.setPlaceholderText(next(fitting, hints[-1]))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._hint()

    def _restyle(self) -> None:
        self.setFont(self._seat.theme.font(13))
        self._hint()
        self.updateGeometry()

    def _retranslate(self) -> None:
        self.setAccessibleName(translate("CommandLine", "Cari atau perintah"))
        self._hint()
        words = translate("CommandLine", "Cari kejadian, unit, kamera, tempat… atau perintah")
        self.setToolTip(words)
        self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
