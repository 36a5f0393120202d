"""The jobs that wait for a unit, over the board and not in its way."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from command_center.domain.permissions import Permission
from command_center.situation.board import BoardRow
from command_center.ui.actions.buttons import KeyButton
from command_center.ui.detail.focus import FocusReturn
from command_center.ui.plain_label import PlainLabel
from command_center.ui.queue.words import plain_tip
from command_center.ui.seat import Seat
from command_center.ui.sentences import sentence
from command_center.ui.units import words
from command_center.ui.units.lines import UnitLine
from command_center.ui.units.steps import start
from command_center.ui.units.words import translate


class WaitingList(QFrame):
    """One line for each job, with a digit that begins it; Esc leaves. `closed` when it went."""

    closed = Signal()

    def __init__(self, seat: Seat, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("raised")
        self._seat = seat
        self._row: BoardRow | None = None
        self._focus = FocusReturn(self)
        self.title = PlainLabel(seat.theme, bold=True)
        self.buttons: list[KeyButton] = []
        self._rows = QVBoxLayout(self)
        self.why = PlainLabel(seat.theme, "text3")
        self.why.setWordWrap(True)
        for label in (self.title, self.why):
            self._rows.addWidget(label)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.hide()

    @property
    def unit_id(self) -> str:
        return self._row.id if self._row else ""

    def open(self, line: UnitLine) -> None:
        if self.isHidden():
            self._focus.remember()
        self.show_line(line)
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_line(self, line: UnitLine) -> None:
        """The unit as it is now; nothing to show closes it."""
        self._row = line.row
        if not line.row.waiting:
            self.leave()
            return
        title = translate("Units", "Antrean tugas %1").replace("%1", line.row.call_sign)
        self.title.show_text(title)
        self.setAccessibleName(title)
        for button in self.buttons:
            button.deleteLater()
        self.buttons = []
        why = self._why_not(line.row)
        self.why.show_text("" if why is None else sentence(why, {"unit": line.row.call_sign}))
        self.why.setVisible(why is not None)
        for place, text in enumerate(words.waiting_text(line, self._seat.live.now())):
            button = KeyButton(self._seat, text, str(place + 1), parent=self)
            button.setEnabled(why is None)
            button.setToolTip(plain_tip(self.why.text()) if why else "")
            button.clicked.connect(lambda _=False, place=place: self.choose(place))
            self._rows.addWidget(button)
            self.buttons.append(button)
        self.place()

    def _why_not(self, row: BoardRow) -> str | None:
        if not self._seat.may(Permission.DISPATCH):
            return "not_allowed" if self._seat.person.signed_in else "sign_in_first"
        if not self._seat.may_move(row.id):
            return "not_your_agency"
        return "unit_is_busy" if row.holder else None

    def choose(self, place: int) -> None:
        """Begin that job."""
        row = self._row
        if row is not None and place < len(row.waiting) and self._why_not(row) is None:
            self.leave()
            start(row, place, self._seat)

    def leave(self) -> None:
        if not self.isHidden():
            self._focus.give_back()
            self.hide()
            self.closed.emit()

    def place(self) -> None:
        """At the foot of the panel, as wide as it."""
        px = self._seat.theme.px
        self._rows.setContentsMargins(px(10), px(6), px(10), px(8))
        self._rows.setSpacing(px(4))
        over = self.parentWidget()
        if over is not None:
            tall = self.sizeHint().height()
            self.setGeometry(px(6), over.height() - tall - px(6), over.width() - px(12), tall)

    def event(self, event: QEvent) -> bool:
        """Its keys come before the window's."""
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and (event.key() == Qt.Key.Key_Escape or event.text().isdecimal())
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.text().isdecimal() and event.text() != "0":
            self.choose(int(event.text()) - 1)
        else:
            super().keyPressEvent(event)
