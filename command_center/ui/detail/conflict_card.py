"""The card of what was lost: who was first, both values, and what to do about it. It takes no
focus and stays until it is answered."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from command_center.commands.again import again, instead
from command_center.commands.dispatch import OrderUnits
from command_center.commands.triage import TakeIncident
from command_center.situation.advising.advice import Advice, Offer
from command_center.ui.actions.action import submit
from command_center.ui.actions.incident import order
from command_center.ui.detail.advisor import Advisor
from command_center.ui.detail.card_button import CardButton
from command_center.ui.detail.cards import MOST_CARDS
from command_center.ui.detail.conflict_words import words
from command_center.ui.detail.flow import FlowLayout
from command_center.ui.detail.promised import promised
from command_center.ui.detail.words import fill, translate
from command_center.ui.losses import Loss
from command_center.ui.plain_label import PlainLabel
from command_center.ui.seat import Seat

INSIST_KEY, OTHER_KEY, YIELD_KEY = "Ctrl+Shift+J", "Ctrl+Shift+G", "Ctrl+Shift+B"
MOST = 5


class ConflictCard(QFrame):
    """Shows the newest of what is not answered; `moved` when its height may have changed."""

    moved = Signal()

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("raised")
        self._seat = seat
        self.losses: list[Loss] = []
        self._other: Offer | None = None
        theme = seat.theme
        self.who = PlainLabel(theme, "warn", bold=True, parent=self)
        self.mine, self.theirs = PlainLabel(theme, parent=self), PlainLabel(theme, parent=self)
        for label in (self.who, self.mine, self.theirs):
            label.setWordWrap(True)
        self.insist = CardButton(seat, INSIST_KEY, self)
        self.other = CardButton(seat, OTHER_KEY, self)
        self.leave = CardButton(seat, YIELD_KEY, self)
        self._advisor = Advisor(seat, self)
        self._lay_out()
        self._connect()
        self._refresh()

    def _lay_out(self) -> None:
        values = QHBoxLayout()
        values.addWidget(self.mine, 1)
        values.addWidget(self.theirs, 1)
        self._values = values
        buttons = QWidget(self)
        self._flow = FlowLayout(buttons)
        for button in (self.insist, self.other, self.leave):
            self._flow.addWidget(button)
        self._rows = QVBoxLayout(self)
        self._rows.addWidget(self.who)
        self._rows.addLayout(values)
        self._rows.addWidget(buttons)

    def _connect(self) -> None:
        seat = self._seat
        seat.notices.lost.connect(self.add)
        seat.person.changed.connect(self.clear)
        seat.theme.changed.connect(self._restyle)
        self._advisor.advised.connect(self._advised)
        self.insist.clicked.connect(self._insist)
        self.other.clicked.connect(self._send_other)
        self.leave.clicked.connect(self.answered)
        self._restyle()

    @property
    def loss(self) -> Loss | None:
        return self.losses[-1] if self.losses else None

    def add(self, loss: Loss) -> None:
        """Show it before those that are not answered yet."""
        kept = [old for old in self.losses if not loss.replaces(old)]
        self.losses = [*kept, loss][-MOST:]
        self._other = None
        self._refresh()
        if isinstance(loss.command, OrderUnits):
            self._advisor.ask(loss.command.incident_id, MOST_CARDS)

    def clear(self) -> None:
        """Another person sits here: what was lost was not theirs."""
        self.losses.clear()
        self._refresh()

    def answered(self) -> None:
        """What stands there stays as it is."""
        self.losses = self.losses[:-1]
        self._other = None
        self._refresh()

    def _advised(self, incident_id: str, advice: Advice | None) -> None:
        """Who could go in place of the unit that was lost: the best that is free and not ordered
        anyway."""
        loss = self.loss
        if loss is None or not isinstance(loss.command, OrderUnits):
            return
        if loss.command.incident_id != incident_id or loss.subject[0] != "unit":
            return
        lost = {loss.subject[1], *loss.command.unit_ids}
        free = [one for one in advice.offers if one.card.knock_on is None] if advice else []
        self._other = next((one for one in free if one.unit_id not in lost), None)
        self._refresh()

    # --- answers -------------------------------------------------------------------------------

    def _insist(self) -> None:
        loss = self.loss
        if loss is None:
            return
        if isinstance(loss.command, TakeIncident):
            self.answered()
            self._seat.selection.select_incident(loss.command.incident_id)
            self._seat.asking.ask("incident.takeover", loss.command.incident_id)
            return
        command = again(loss.command, loss.conflict)
        self.answered()
        if command is not None:
            submit(self._seat, command, loss.undo, None, None, **loss.params)

    def _send_other(self) -> None:
        loss, other = self.loss, self._other
        if loss is None or other is None or not isinstance(loss.command, OrderUnits):
            return
        unit = self._seat.situation.unit(loss.subject[1])
        command = instead(loss.command, loss.subject[1], other.unit_id)
        said = command.text
        if unit is not None:
            said = said.replace(unit.call_sign, other.call_sign)
        self.answered()
        told = promised({other.unit_id: other.drive}, command.unit_ids)
        about, units = command.incident_id, command.unit_ids
        order(self._seat, about, units, said, command.via, promised=told)

    # --- appearance ----------------------------------------------------------------------------

    def _refresh(self) -> None:
        loss = self.loss
        self.setVisible(loss is not None)
        if loss is not None:
            self._show(loss)
        self.moved.emit()

    def _show(self, loss: Loss) -> None:
        said = words(loss, self._seat)
        more = len(self.losses) - 1
        tail = fill(translate("Conflict", " · %1 lagi"), str(more)) if more else ""
        self.who.show_text(f"{said.what} · {said.who}{tail}")
        self.mine.show_text(fill(translate("Conflict", "Anda: %1"), said.mine))
        theirs = translate("Conflict", "Yang berlaku: %1")
        self.theirs.show_text(fill(theirs, said.theirs))
        self.setAccessibleName(f"{said.who}. {said.what}. {self.mine.text()}. {self.theirs.text()}")
        taken = isinstance(loss.command, TakeIncident)
        mine = translate("Conflict", "Pakai punya saya")
        asking = translate("Conflict", "Minta ambil alih")
        self.insist.relabel(asking if taken else mine)
        self.insist.show_if(taken or again(loss.command, loss.conflict) is not None)
        self.leave.relabel(translate("Conflict", "Biarkan"))
        self.leave.show_if(True)
        if self._other is not None:
            self.other.relabel(fill(translate("Conflict", "Perintahkan %1"), self._other.call_sign))
        self.other.show_if(self._other is not None)

    def _restyle(self) -> None:
        px = self._seat.theme.px
        self._rows.setContentsMargins(px(10), px(6), px(10), px(8))
        self._rows.setSpacing(px(3))
        self._values.setSpacing(px(12))
        self._flow.setSpacing(px(5))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._refresh()
        super().changeEvent(event)
