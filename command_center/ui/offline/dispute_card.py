"""Two orders to one unit, given apart: who was first by radio, and a shift lead's decision."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from command_center.domain.incident import Incident
from command_center.domain.permissions import Permission
from command_center.domain.unit import Assignment, OrderConflict
from command_center.ui.actions.offline import resolve
from command_center.ui.detail.card_button import CardButton
from command_center.ui.detail.flow import FlowLayout
from command_center.ui.detail.names import Names, shown_title
from command_center.ui.format import clock, number_sign
from command_center.ui.plain_label import PlainLabel
from command_center.ui.seat import Seat

translate = QCoreApplication.translate
KEYS = ("Ctrl+Shift+1", "Ctrl+Shift+2")
_TITLE = 24


class DisputeCard(QFrame):
    """Of the shown incident, if it has part in a dispute: `conflict`. Takes no focus by itself;
    `moved` when its height may have changed."""

    moved = Signal()

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("raised")
        self._seat = seat
        self._orders: list[Assignment] = []
        self.conflict: OrderConflict | None = None
        self.title = PlainLabel(seat.theme, "alarm", bold=True, parent=self)
        self.lines = [PlainLabel(seat.theme, "text", parent=self) for _ in KEYS]
        self.note = PlainLabel(seat.theme, "text2", 11, parent=self)
        for label in (self.title, *self.lines, self.note):
            label.setWordWrap(True)
        self.buttons = [CardButton(seat, key, self) for key in KEYS]
        self._rows = QVBoxLayout(self)
        for label in (self.title, *self.lines, self.note):
            self._rows.addWidget(label)
        self._flow = QWidget(self)
        flow = FlowLayout(self._flow)
        for place, button in enumerate(self.buttons):
            flow.addWidget(button)
            button.clicked.connect(partial(self.keep, place))
        self._rows.addWidget(self._flow)
        self.hide()

    def show_incident(self, incident: Incident | None) -> None:
        """Take the oldest dispute the incident has part in."""
        situation = self._seat.situation
        family = set(situation.family(incident.id)) if incident else set()
        mine = [
            row
            for row in situation.disputes()
            if family & set(situation.disputed_incidents(row))
            and len(situation.disputed_orders(row)) == len(KEYS)
        ]
        self.conflict = mine[0] if mine else None
        self._orders = situation.disputed_orders(mine[0]) if mine else []
        if self.conflict is None:
            for button in self.buttons:
                button.show_if(False)
        else:
            self._say(self.conflict)
        self.moved.emit()

    def _say(self, conflict: OrderConflict) -> None:
        names, px = Names(self._seat.situation), self._seat.theme.px
        self._rows.setContentsMargins(px(8), px(6), px(8), px(6))
        self._rows.setSpacing(px(3))
        unit = names.unit(conflict.unit_id)
        title = translate("Offline", "Konflik perintah: %1 dikirim dua meja")
        self.title.show_text(title.replace("%1", unit))
        for place, (label, order) in enumerate(zip(self.lines, self._orders, strict=True)):
            label.show_text(self._line(names, place, order))
            keep = translate("Offline", "Tetap %1")
            self.buttons[place].relabel(keep.replace("%1", self._number(order)))
        may = self._seat.may(Permission.REASSIGN)
        for button in self.buttons:
            button.show_if(may)
        self._flow.setVisible(may)
        self.note.setVisible(not may)
        self.note.show_text(translate("Offline", "Menunggu keputusan kepala regu"))

    def _number(self, order: Assignment) -> str:
        incident = self._seat.situation.incident(order.incident_id)
        return number_sign(incident.number, incident.alias) if incident else "#?"

    def _line(self, names: Names, place: int, order: Assignment) -> str:
        """ "Pertama 14:02:10 RS · #0147 Massa mendorong pagar"."""
        when = (translate("Offline", "Pertama"), translate("Offline", "Kemudian"))[place]
        incident = self._seat.situation.incident(order.incident_id)
        title = shown_title(incident.title, incident.category) if incident else ""
        title = f"{title[:_TITLE].rstrip()}…" if len(title) > _TITLE else title
        said = self._seat.situation.get("dispatch_order", order.order_id)
        by = names.person(said.ordered_by) if said is not None else ""
        first = f"{when} {clock(order.ordered_at, self._seat.zone)} {by}".rstrip()
        return f"{first} · {self._number(order)} {title}".rstrip()

    def keep(self, place: int, *_: object) -> None:
        """Decide for the order at this place. A button may say whether it is checked, too."""
        if self.conflict is not None and self._seat.may(Permission.REASSIGN):
            resolve(self._seat, self.conflict, self._orders[place].id)
