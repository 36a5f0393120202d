"""A setting that has a page of its own: what it is, how it stands, and the way there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from command_center.ui.actions.buttons import ActionButton, action_button
from command_center.ui.plain_label import PlainLabel
from command_center.ui.seat import Seat


class LinkRow(QFrame):
    """Without an action it is set elsewhere, and its words say where."""

    def __init__(
        self, seat: Seat, title: Callable[[], str], meaning: Callable[[], str], action_id: str = ""
    ) -> None:
        super().__init__()
        self._seat = seat
        self._title, self._meaning = title, meaning
        self.title = PlainLabel(seat.theme, bold=True)
        self.meaning = PlainLabel(seat.theme, "text2")
        self.says = PlainLabel(seat.theme, "text3", 11)
        self.button: ActionButton | None = action_button(seat, action_id) if action_id else None
        self._line = QHBoxLayout(self)
        words = QVBoxLayout()
        words.setSpacing(seat.theme.px(2))
        for label in (self.title, self.meaning, self.says):
            label.setWordWrap(True)
            words.addWidget(label)
        self._line.addLayout(words, 1)
        if self.button is not None:
            self._line.addWidget(self.button)
        seat.theme.changed.connect(self._restyle)
        self._restyle()
        self.retranslate()
        self.say("")

    def entry(self) -> QWidget:
        return self.button or self

    def holds(self, words: list[str]) -> bool:
        said = f"{self.title.text()} {self.meaning.text()}".casefold()
        return all(word in said for word in words)

    def say(self, text: str) -> None:
        self.says.show_text(text)
        self.says.setVisible(bool(text))

    def _restyle(self) -> None:
        px = self._seat.theme.px
        self._line.setContentsMargins(px(12), px(8), px(12), px(8))
        self._line.setSpacing(px(12))

    def retranslate(self) -> None:
        self.title.show_text(self._title())
        self.meaning.show_text(self._meaning())
