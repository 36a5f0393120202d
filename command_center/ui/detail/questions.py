"""Questions of the detail panel, asked in the panel: a title, answers with keys, Esc to leave."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from command_center.ui.actions.buttons import KeyButton
from command_center.ui.detail.flow import FlowLayout
from command_center.ui.detail.focus import FocusReturn
from command_center.ui.detail.words import translate
from command_center.ui.plain_label import PlainLabel
from command_center.ui.queue.words import plain_tip
from command_center.ui.seat import Seat

NOTE_LENGTH = 1000


@dataclass(frozen=True, slots=True)
class Answer:
    """`key` is what is pressed for it: a digit, or Return."""

    text: str
    key: str
    choose: Callable[[], None]


class QuestionBar(QFrame):
    """Shows one question at a time. Keys of its answers are its own while it has the focus."""

    opened = Signal()
    leaving = Signal()
    left = Signal()

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("raised")
        self._seat = seat
        self._answers: dict[str, Answer] = {}
        self._asked: object | None = None
        self._searching = False
        self._focus = FocusReturn(self)
        self.field: QLineEdit | None = None
        self._title = PlainLabel(seat.theme, bold=True, parent=self)
        self._title.setWordWrap(True)
        self.newer = PlainLabel(seat.theme, "warn", parent=self)
        self.newer.setWordWrap(True)
        self.newer.hide()
        self._body = QWidget(self)
        self._flow = FlowLayout(self._body)
        self._layout = QVBoxLayout(self)
        self._layout.addWidget(self.newer)
        self._layout.addWidget(self._title)
        self._layout.addWidget(self._body)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.hide()

    def ask(
        self, title: str, answers: Sequence[Answer], typed: str | None = None, hint: str = ""
    ) -> object:
        """Open with these answers; with `typed`, a text field stands before them. Returns what
        `asks` knows it by."""
        self._focus.remember()
        self._clear()
        self._asked = asked = object()
        self._head(title)
        if typed is not None:
            self.field = QLineEdit(typed, self)
            self.field.setMaxLength(NOTE_LENGTH)
            self.field.setPlaceholderText(hint)
            self.field.setAccessibleName(title)
            self._layout.insertWidget(2, self.field)
        self._offer(answers)
        self.show()
        self.opened.emit()
        self.take_focus()
        return asked

    def search(self, title: str) -> object:
        """Open while its answers are looked for, which `found` then says: a key pressed meanwhile
        is no answer, and nobody else's either."""
        asked = self.ask(title, ())
        self._searching = True
        return asked

    def found(self, title: str, answers: Sequence[Answer]) -> None:
        """Of what was searched for; the keyboard stays where it is."""
        self._take_away()
        self._head(title)
        self._offer(answers)

    def asks(self, asked: object) -> bool:
        """Whether that question stands still."""
        return self._asked is asked

    def _head(self, title: str) -> None:
        self._title.setText(title)
        self.setAccessibleName(title)

    def _offer(self, answers: Sequence[Answer]) -> None:
        leave = Answer(translate("Detail", "Batal"), "Esc", self.leave)
        for answer in (*answers, leave):
            self._answers[answer.key] = answer
            button = KeyButton(self._seat, self._fitted(answer.text), answer.key, parent=self._body)
            button.setToolTip(plain_tip(answer.text))
            button.setAccessibleName(answer.text)
            button.clicked.connect(answer.choose)
            self._flow.addWidget(button)
            button.show()

    def showEvent(self, event: QShowEvent) -> None:
        """The panel may come forward only after it was asked."""
        super().showEvent(event)
        self.take_focus()

    def take_focus(self) -> None:
        """To where the answer is typed."""
        (self.field or self).setFocus(Qt.FocusReason.OtherFocusReason)

    def _fitted(self, text: str) -> str:
        """A title from outside may be longer than the panel is wide."""
        px = self._seat.theme.px
        panel = self.parentWidget() or self
        room = max(px(160), panel.width() - px(140))
        metrics = QFontMetrics(self._seat.theme.font(13))
        return metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, room)

    def leave(self) -> None:
        """Close, answered or not. What the question covered is back before the keyboard is."""
        if self.isHidden():
            return
        self.leaving.emit()
        self._focus.give_back()
        self._clear()
        self.hide()
        self.left.emit()

    def show_newer(self, text: str) -> None:
        """What somebody else did about it while the question stands; "": nothing. On top, so that
        the answers stay where they are."""
        self.newer.show_text(text)
        self.newer.setVisible(bool(text))

    def _clear(self) -> None:
        self._asked = None
        self.show_newer("")
        self._take_away()
        if self.field is not None:
            self.field.hide()
            self.field.deleteLater()
            self.field = None

    def _take_away(self) -> None:
        self._searching = False
        self._answers.clear()
        while (item := self._flow.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def _answer_to(self, event: QKeyEvent) -> Answer | None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return self._answers.get("Return")
        if event.key() == Qt.Key.Key_Escape:
            return self._answers.get("Esc")
        typing = self.field is not None and self.field.hasFocus()
        return None if typing else self._answers.get(event.text())

    def event(self, event: QEvent) -> bool:
        """Take the keys of the answers before the window's own shortcuts do."""
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and (self._answer_to(event) is not None or self._too_early(event))
        ):
            event.accept()
            return True
        return super().event(event)

    def _too_early(self, event: QKeyEvent) -> bool:
        return self._searching and event.text().isprintable() and event.text() != ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        answer = self._answer_to(event)
        if answer is None and self._too_early(event):
            event.accept()
        elif answer is None:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            answer.choose()
