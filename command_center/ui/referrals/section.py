"""The referrals of the selected incident in the detail panel, and the form for one more."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from command_center.situation.situation import Touched
from command_center.ui.actions.alarm import SHOWN
from command_center.ui.actions.referrals import ANSWER, REFER, may_answer, referrals_of
from command_center.ui.referrals.card import ReferralCard
from command_center.ui.referrals.form import ReferralForm
from command_center.ui.seat import Seat
from command_center.ui.sight import bring_into_sight

_FOLLOWED = frozenset({"referral", "delivery", "agency", "staff"})


class ReferralSection(QWidget):
    """Hidden where there is nothing to show. A card keeps what is typed into it while its row
    changes."""

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self.cards: dict[str, ReferralCard] = {}
        self.form = ReferralForm(seat, self)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.addWidget(self.form)
        self.form.left.connect(self._show_if_needed)
        seat.live.changed.connect(self._changed)
        seat.live.ticked.connect(self._ticked)
        seat.selection.incident_changed.connect(self._selected)
        seat.person.changed.connect(self.refresh)
        seat.asking.asked.connect(self._asked)
        self._selected(seat.selection.incident_id)

    def _asked(self, action_id: str, subject_id: str | None) -> None:
        if action_id == SHOWN and subject_id in self.cards:
            bring_into_sight(self.cards[subject_id])
        incident = self._seat.situation.incident(subject_id) if subject_id else None
        if incident is None or subject_id != self._seat.selection.incident_id:
            return
        if action_id == REFER:
            self.show()
            self.form.open(incident)
            bring_into_sight(self.form, self.form.picker.field)
        elif action_id == ANSWER:
            self._to_first()

    def _to_first(self) -> None:
        for card in self.cards.values():
            if card.row.ended_at is None and may_answer(self._seat, card.row):
                card.take_focus()
                bring_into_sight(card)
                return

    def _selected(self, _: str | None) -> None:
        if self.form.incident is not None:
            self.form.leave()
        self._drop(set(self.cards))
        self.refresh()

    def _changed(self, touched: Touched) -> None:
        if touched.everything or touched.entities & _FOLLOWED:
            self.refresh()

    def refresh(self) -> None:
        """Follow what stands now."""
        id = self._seat.selection.incident_id
        rows = referrals_of(self._seat, id) if id else []
        self._drop(set(self.cards) - {row.id for row in rows})
        for row in rows:
            card = self.cards.get(row.id)
            if card is None:
                card = self.cards[row.id] = ReferralCard(self._seat, row, self)
                self._rows.addWidget(card)
                card.show()
            else:
                card.refresh(row)
        self._show_if_needed()

    def _drop(self, ids: set[str]) -> None:
        for id in ids:
            card = self.cards.pop(id)
            self._rows.removeWidget(card)
            card.hide()
            card.deleteLater()

    def _show_if_needed(self) -> None:
        self.setVisible(bool(self.cards) or not self.form.isHidden())

    def _ticked(self, now: datetime) -> None:
        for card in self.cards.values():
            card.tick(now)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.form.relabel()
            self.refresh()
        super().changeEvent(event)
