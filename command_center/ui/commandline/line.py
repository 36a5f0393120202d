"""Ctrl+K: one line for finding and for commands, with its list underneath. Never a dialog."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QSize, Qt
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QLineEdit, QWidget

from command_center.domain.errors import NotAllowed, OperatorError
from command_center.ui.actions.table import ACTIONS
from command_center.ui.commandline.index import LiveIndex
from command_center.ui.commandline.recall import Recall
from command_center.ui.commandline.results import ResultList
from command_center.ui.commandline.search import Answer, Found, answer
from command_center.ui.seat import Seat

translate = QCoreApplication.translate


class CommandLine(QLineEdit):
    """Up and Down choose, Tab completes, Enter does what the preview says, Esc gives the focus back
    to where it was. In an empty line Up brings back what was run before."""

    def __init__(self, seat: Seat, over: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self._back: QWidget | None = None
        self._live = LiveIndex(seat.live, self)
        self.recall = Recall(seat, self)
        self.results = ResultList(seat, over)
        self.answer = Answer()
        self.ghost = ""
        self.setMaxLength(200)
        self.setClearButtonEnabled(False)
        self.textEdited.connect(self._edited)
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

    def _edited(self, text: str) -> None:
        self.recall.rest()
        self._search(text)

    def _search(self, text: str) -> None:
        self._show(answer(self._seat, text, self._live.index))

    def _show(self, found: Answer) -> None:
        self.answer = found
        self.results.show_answer(found, self)
        self.ghost = self._ghost_of(found)
        self._tell()
        self.update()

    def _tell(self) -> None:
        """What Enter would do is read aloud, too."""
        shown = not self.results.isHidden()
        self.setAccessibleDescription(self.results.preview if shown else "")

    def _ghost_of(self, found: Answer) -> str:
        """What Tab would add, where it goes on from what stands there."""
        typed = self.text()
        line = next((row.line for row in found.rows if row.line), "")
        begun = line.lower().startswith(typed.lower()) and len(line) > len(typed)
        return line[len(typed) :].rstrip() if typed and begun else ""

    def complete(self) -> bool:
        """Take the chosen completion, else the first; whether there was one."""
        chosen = self.results.chosen
        rows = [chosen] if chosen is not None and chosen.line else self.results.found
        line = next((row.line for row in rows if row.line), "")
        if line:
            self.setText(line)
            self._search(line)
        return bool(line)

    def _pick(self, row: int) -> None:
        self.results.current = row
        self.run()

    def run(self) -> None:
        """Do what the preview says, or say in one sentence why nothing is done."""
        text = self.text().strip()
        if not text:
            return
        if self.results.isHidden():
            self._search(self.text())
        chosen = self.results.chosen
        if chosen is not None and chosen.line:
            self.complete()
        elif chosen is None:
            self._refuse(text)
        elif chosen.reason is not None:
            self._hold_back(chosen)
        else:
            self.recall.keep(chosen.recall)
            self.leave()
            chosen.run(self._seat)

    def _refuse(self, text: str) -> None:
        wrong = self.answer.wrong
        if wrong is not None:
            self._seat.notices.failed(OperatorError(wrong.code, **wrong.params))
        else:
            self._seat.notices.failed(OperatorError("unknown_command", text=text))

    def _hold_back(self, chosen: Found) -> None:
        assert chosen.reason is not None
        if chosen.reason == "not_allowed":
            error: OperatorError = NotAllowed(chosen.reason, role=self._seat.act.role)
        else:
            error = OperatorError(chosen.reason)
        self._seat.notices.failed(error)

    def leave(self) -> None:
        """Empty the line, close the list, give the focus back."""
        self.clear()
        self.recall.rest()
        self._show(Answer())
        if self._back is not None and self._back is not self and self._back.isVisible():
            self._back.setFocus()
        else:
            self.clearFocus()
        self._back = None

    def _walk(self, key: int) -> None:
        """Through what was run before, from the empty line on; else through the list."""
        up = key == Qt.Key.Key_Up
        if self.text() and not self.recall.walking:
            self.results.move_by(-1 if up else 1)
            self._tell()
            return
        line = self.recall.back() if up else self.recall.forward()
        if line is not None:
            self.setText(line)
            self._search(line)

    def event(self, event: QEvent) -> bool:
        if (
            event.type() is QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Tab
            and self.complete()
        ):
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._walk(key)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.run()
        elif key == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.results.hide()
        super().focusOutEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ghost stands behind the cursor, in the colour of what is not there yet."""
        super().paintEvent(event)
        if not self.ghost or self.cursorPosition() != len(self.text()):
            return
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self._seat.theme.color("text3"))
        cursor = self.cursorRect()
        place = QPoint(cursor.center().x() + 1, cursor.top())
        box = self.rect().adjusted(place.x(), 0, -self._seat.theme.px(4), 0)
        shown = self.fontMetrics().elidedText(self.ghost, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, shown)
        painter.end()

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
