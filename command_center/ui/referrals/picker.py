"""An agency chosen by typing: the likely ones first, no list to scroll."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from command_center.domain.unit import Agency
from command_center.ui.actions.buttons import KeyButton
from command_center.ui.detail.flow import FlowLayout
from command_center.ui.queue.words import plain_tip
from command_center.ui.referrals.words import translate
from command_center.ui.seat import Seat

MOST = 5
LONGEST = 60


class AgencyPicker(QWidget):
    """Enter takes the first one offered, Down goes to the others; `chosen` once one is."""

    chosen = Signal()

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self._likely: tuple[str, ...] = ()
        self.agency: Agency | None = None
        self.field = QLineEdit(self)
        self.field.setMaxLength(LONGEST)
        self.field.textEdited.connect(self._edited)
        self.field.returnPressed.connect(self._first)
        self.field.installEventFilter(self)
        self._offers = QWidget(self)
        self._flow = FlowLayout(self._offers)
        self.buttons: list[KeyButton] = []
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self.field)
        rows.addWidget(self._offers)
        self.setFocusProxy(self.field)
        seat.theme.changed.connect(self._restyle)
        self._restyle()

    def begin(self, likely: tuple[str, ...]) -> None:
        """Empty, with the agencies of these codes offered first."""
        self._likely = likely
        self.field.clear()
        self.agency = None
        self._offer()

    def choose(self, agency: Agency, *_: object) -> None:
        self.agency = agency
        self.field.setText(agency.short)
        self._clear()
        self.chosen.emit()

    def _edited(self, _: str) -> None:
        self.agency = None
        self._offer()
        self.chosen.emit()

    def _first(self) -> None:
        if self.agency is None and self.buttons:
            self.buttons[0].click()

    def _offer(self) -> None:
        self._clear()
        for agency in self.found():
            button = KeyButton(self._seat, agency.short, parent=self._offers)
            button.setToolTip(plain_tip(agency.name))
            button.setAccessibleName(agency.name)
            button.clicked.connect(partial(self.choose, agency))
            self.buttons.append(button)
            self._flow.addWidget(button)
            button.show()

    def found(self) -> list[Agency]:
        """Those that fit what is typed: by how the name begins, then by a word of it."""
        agencies: list[Agency] = [a for a in self._seat.situation.all("agency") if not a.ours]
        typed = self.field.text().strip().casefold()
        if not typed:
            ranks = {code: rank for rank, code in enumerate(self._likely)}
            near = [a for a in agencies if a.code in ranks]
            return sorted(near, key=lambda a: ranks[a.code])[:MOST]
        ranked = [(rank, a) for a in agencies if (rank := _rank(a, typed)) is not None]
        ranked.sort(key=lambda pair: (pair[0], pair[1].short.casefold()))
        return [a for _, a in ranked[:MOST]]

    def _clear(self) -> None:
        self.buttons = []
        while (item := self._flow.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            down = event.key() == Qt.Key.Key_Down
            if down and self.buttons:
                self.buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return False

    def relabel(self) -> None:
        """In the language of the screen."""
        hint = translate("Referrals", "Instansi: ketik nama atau singkatan")
        self.field.setPlaceholderText(hint)
        self.field.setAccessibleName(hint)

    def _restyle(self) -> None:
        self.field.setFont(self._seat.theme.font(13))
        self._flow.setSpacing(self._seat.theme.px(5))


def _rank(agency: Agency, typed: str) -> int | None:
    names = [name.casefold() for name in (agency.short, agency.code, agency.name)]
    if any(name.startswith(typed) for name in names):
        return 0
    return 1 if any(word.startswith(typed) for name in names for word in name.split()) else None
