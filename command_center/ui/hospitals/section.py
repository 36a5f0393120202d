"""Hospitals of the selected incident in the detail panel: who stands by, and the casualties."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from command_center.situation.situation import Touched
from command_center.ui.actions.alarm import SHOWN
from command_center.ui.actions.hospitals import STANDBY
from command_center.ui.detail.names import Names
from command_center.ui.hospitals.form import HospitalForm
from command_center.ui.hospitals.model import casualties_of, standbys_of
from command_center.ui.hospitals.standby_row import StandbyRow
from command_center.ui.hospitals.words import counts_text, translate
from command_center.ui.plain_label import PlainLabel
from command_center.ui.referrals.words import fill
from command_center.ui.seat import Seat
from command_center.ui.sight import bring_into_sight

_FOLLOWED = frozenset({"hospital", "standby", "casualties", "delivery"})


class HospitalSection(QWidget):
    """Hidden where there is nothing to show."""

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self.cards: dict[str, StandbyRow] = {}
        self.casualties = PlainLabel(seat.theme, "text", tabular=True, parent=self)
        self.casualties.setWordWrap(True)
        self.form = HospitalForm(seat, self)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.addWidget(self.casualties)
        self._rows.addWidget(self.form)
        self.form.left.connect(self._show_if_needed)
        seat.live.changed.connect(self._changed)
        seat.live.ticked.connect(self._ticked)
        seat.selection.incident_changed.connect(self._selected)
        seat.person.changed.connect(self.refresh)
        seat.asking.asked.connect(self._asked)
        self.refresh()

    def _asked(self, action_id: str, subject_id: str | None) -> None:
        if action_id == STANDBY and subject_id and subject_id == self._seat.selection.incident_id:
            self.show()
            self.form.open(subject_id)
            bring_into_sight(self.form, self.form.hospital)
        elif action_id == SHOWN and subject_id in self.cards:
            bring_into_sight(self.cards[subject_id])

    def _selected(self, _: str | None) -> None:
        if self.form.incident_id is not None:
            self.form.leave()
        self.refresh()

    def _changed(self, touched: Touched) -> None:
        if touched.everything or touched.entities & _FOLLOWED:
            self.refresh()
            if self.form.incident_id is not None:
                self.form.refresh()

    def refresh(self) -> None:
        """Follow what stands now."""
        id = self._seat.selection.incident_id
        rows = standbys_of(self._seat, id) if id else []
        for gone in set(self.cards) - {row.id for row in rows}:
            card = self.cards.pop(gone)
            self._rows.removeWidget(card)
            card.hide()
            card.deleteLater()
        for row in rows:
            if row.id in self.cards:
                self.cards[row.id].refresh(row)
            else:
                self.cards[row.id] = StandbyRow(self._seat, row, self)
                self._rows.addWidget(self.cards[row.id])
                self.cards[row.id].show()
        self.casualties.show_text(self._counted(id) if id else "")
        self.casualties.setVisible(bool(self.casualties.text()))
        self._show_if_needed()

    def _counted(self, incident_id: str) -> str:
        """In all, and how many went where."""
        names = Names(self._seat.situation)
        rows = casualties_of(self._seat, incident_id)
        lines = []
        for row in sorted(rows, key=lambda one: (one.hospital_id is not None, one.id)):
            counts = counts_text(row.dead, row.serious, row.light)
            if row.hospital_id is None:
                lines.append(fill(translate("Hospitals", "Korban: %1"), counts))
            else:
                lines.append(f"{names.hospital(row.hospital_id)}: {counts}")
        return "\n".join(lines)

    def _show_if_needed(self) -> None:
        shown = bool(self.cards) or bool(self.casualties.text()) or not self.form.isHidden()
        self.setVisible(shown)

    def _ticked(self, now: datetime) -> None:
        for card in self.cards.values():
            card.tick(now)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.refresh()
        super().changeEvent(event)
