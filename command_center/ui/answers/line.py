"""One line on the unit board once many orders wait for an answer: how many, and the key to them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from command_center.situation.answers import unanswered
from command_center.situation.situation import Touched
from command_center.ui.actions.buttons import ActionButton, action_button
from command_center.ui.detail.words import fill
from command_center.ui.seat import Seat

translate = QCoreApplication.translate
MANY = 5
ACTION = "view.answers"
SOON_MS = 200


class AnswersLine(QFrame):
    """Absent while fewer wait: each of them stands on its own row then."""

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self.count = 0
        self.button: ActionButton = action_button(seat, ACTION)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.button)
        self._row.addStretch(1)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON_MS)
        self._soon.timeout.connect(self.refresh)
        seat.live.changed.connect(self._changed)
        seat.theme.changed.connect(self.restyle)
        self.restyle()
        self.refresh()

    def _changed(self, touched: Touched) -> None:
        """Thousands of units say something every minute: once for all of a moment."""
        if touched.everything or touched.units:
            self._soon.start()

    def refresh(self) -> None:
        self.count = len(unanswered(self._seat.situation))
        text = fill(translate("Answers", "%1 perintah menunggu jawaban"), str(self.count))
        self.button.relabel(text)
        self.setVisible(self.count >= MANY)

    def restyle(self) -> None:
        px = self._seat.theme.px
        self._row.setContentsMargins(px(8), px(2), px(8), px(4))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.refresh()
        super().changeEvent(event)
