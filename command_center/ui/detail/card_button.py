"""A button of a card, with a key of its own while it is shown."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QMouseEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QWidget

from command_center.ui.actions.buttons import KeyButton
from command_center.ui.detail.cards import now_ms
from command_center.ui.detail.order_set import SEEN_MS
from command_center.ui.seat import Seat


class CardButton(KeyButton):
    """Never takes the focus by a click: whoever answers a card goes on where they were."""

    def __init__(self, seat: Seat, key: str, parent: QWidget) -> None:
        super().__init__(seat, "", key, parent=parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._shown_ms = now_ms()
        self._shortcut = QShortcut(QKeySequence(key), self)
        self._shortcut.setAutoRepeat(False)
        self._shortcut.activated.connect(self.click)
        self.show_if(False)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A card that comes up under the pointer was not meant by the click on its way."""
        if now_ms() - self._shown_ms >= SEEN_MS:
            super().mousePressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._shown_ms = now_ms()

    def show_if(self, wanted: bool) -> None:
        """Shown with its key, or neither."""
        self._shortcut.setEnabled(wanted)
        self.setVisible(wanted)
