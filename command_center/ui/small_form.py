"""A form under a list: Enter keeps what it holds, Esc leaves it, and neither reaches the window."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

from command_center.ui.actions.buttons import KeyButton
from command_center.ui.detail.flow import FlowLayout
from command_center.ui.named_field import Beside, NamedField
from command_center.ui.seat import Seat

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class OwnKeys(QFrame):
    @abstractmethod
    def enter(self) -> None: ...

    @abstractmethod
    def escape(self) -> None: ...

    def event(self, event: QEvent) -> bool:
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in (*_ENTER, Qt.Key.Key_Escape)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            if not event.isAutoRepeat():
                self.enter()
        elif event.key() == Qt.Key.Key_Escape:
            self.escape()
        else:
            super().keyPressEvent(event)


class SmallForm(OwnKeys):
    """Named fields in a flow, and the two buttons after them; hidden until something is written
    into it. `kept` carries what it holds."""

    kept = Signal(object)
    left = Signal()

    def __init__(
        self, seat: Seat, fields: Sequence[NamedField], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._seat = seat
        self.keep_button = KeyButton(seat, "", "Return", primary=True)
        self.leave_button = KeyButton(seat, "", "Esc")
        self._flow = FlowLayout(self, gap=8)
        for part in (*fields, Beside(seat.theme, fields[0], self.keep_button, self.leave_button)):
            self._flow.addWidget(part)
        self.keep_button.clicked.connect(self.enter)
        self.leave_button.clicked.connect(self.left)
        seat.theme.changed.connect(self._space)
        self._space()
        self.hide()

    @abstractmethod
    def held(self) -> object:
        """What `kept` carries."""

    def enter(self) -> None:
        if self.keep_button.isEnabled():  # else it is being kept
            self.kept.emit(self.held())

    def escape(self) -> None:
        self.left.emit()

    def _space(self) -> None:
        px = self._seat.theme.px
        self._flow.setContentsMargins(px(12), px(6), px(12), px(8))
        self._flow.setSpacing(px(8))
