"""What was kept for the selected incident: how it stands, whether it is whole, who holds it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from command_center.domain.room import Evidence
from command_center.situation.situation import Touched
from command_center.ui.actions.evidence import hold, release
from command_center.ui.detail.words import fill
from command_center.ui.evidence.row import EvidenceRow
from command_center.ui.evidence.words import translate
from command_center.ui.plain_label import PlainLabel
from command_center.ui.seat import Seat

MOST = 4
REASON_LENGTH = 500


class _Reason(QLineEdit):
    """Enter answers, Esc gives up."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)


class EvidenceList(QWidget):
    """Hidden as long as there is nothing; the newest first."""

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self._asked: Evidence | None = None
        self.rows: list[EvidenceRow] = []
        self.more = PlainLabel(seat.theme, "text3", 11, parent=self)
        self.reason = _Reason(self)
        self.reason.setMaxLength(REASON_LENGTH)
        self.reason.returnPressed.connect(self._answer)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addWidget(self.more)
        self._layout.addWidget(self.reason)
        seat.live.changed.connect(self._changed)
        seat.live.ticked.connect(self._tick)
        seat.selection.incident_changed.connect(self._select)
        self._relabel()
        self._select(None)

    def shown(self) -> list[Evidence]:
        """Of the selected incident and of what was merged into it, the newest first."""
        id = self._seat.selection.incident_id
        family = set(self._seat.situation.family(id)) if id else set()
        found = [e for e in self._seat.situation.all("evidence") if e.incident_id in family]
        return sorted(found, key=lambda evidence: evidence.requested_at, reverse=True)

    def _select(self, _: object) -> None:
        self.reason.hide()
        self._refresh()

    def _changed(self, touched: Touched) -> None:
        if touched.everything or touched.entities & {"evidence", "camera", "merge_link"}:
            self._refresh()

    def _tick(self, _: object) -> None:
        for row in self.rows:
            row.say()

    def _refresh(self) -> None:
        found = self.shown()
        for row in self.rows[min(MOST, len(found)) :]:
            self._layout.removeWidget(row)
            row.deleteLater()
        del self.rows[min(MOST, len(found)) :]
        for place, evidence in enumerate(found[:MOST]):
            if place == len(self.rows):
                self.rows.append(EvidenceRow(self._seat, evidence, self._ask, self))
                self._layout.insertWidget(place, self.rows[place])
            self.rows[place].show_evidence(evidence)
        left = len(found) - MOST
        self.more.setVisible(left > 0)
        self.more.setText(fill(translate("Evidence", "%1 rekaman lain"), str(max(0, left))))
        self.setVisible(bool(found))

    def _ask(self, evidence: Evidence) -> None:
        """For the reason of a hold or of its end; nothing is asked in a dialog."""
        self._asked = evidence
        self.reason.clear()
        self._relabel()
        self.reason.show()
        self.reason.setFocus()

    def _answer(self) -> None:
        evidence, text = self._asked, self.reason.text()
        if evidence is not None:
            act = partial(release if evidence.hold else hold, self._seat, evidence)
            act(text)
        self.reason.hide()

    def _relabel(self) -> None:
        ends = self._asked is not None and self._asked.hold
        text = (
            translate("Evidence", "Alasan melepas penahanan")
            if ends
            else translate("Evidence", "Alasan menahan")
        )
        self.reason.setPlaceholderText(text)
        self.reason.setAccessibleName(text)
        self.setAccessibleName(translate("Evidence", "Rekaman bukti"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._relabel()
            for row in self.rows:
                row.relabel()
            self._refresh()
        super().changeEvent(event)
