"""The offer of a higher class to an incident whose units were pulled again and again."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from command_center.domain.permissions import Permission
from command_center.situation.robbed import offered_class, pulls_of
from command_center.situation.situation import Touched
from command_center.ui.actions.buttons import action_button
from command_center.ui.actions.raising import RAISE, STAY
from command_center.ui.detail.flow import FlowLayout
from command_center.ui.detail.words import fill, translate
from command_center.ui.plain_label import PlainLabel
from command_center.ui.seat import Seat


class RobbedBar(QFrame):
    """Absent while nothing is offered, and for who may not decide it."""

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self.words = PlainLabel(seat.theme, "warn", parent=self)
        self.words.setWordWrap(True)
        buttons = QWidget(self)
        flow = FlowLayout(buttons)
        self.buttons = {id: action_button(seat, id, parent=buttons) for id in (RAISE, STAY)}
        for button in self.buttons.values():
            flow.addWidget(button)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        for part in (self.words, buttons):
            rows.addWidget(part)
        seat.live.changed.connect(self._changed)
        seat.selection.incident_changed.connect(self._show)
        seat.person.changed.connect(self._show)
        self._show()

    def _changed(self, touched: Touched) -> None:
        if touched.everything or touched.incidents or touched.units:
            self._show()

    def _show(self, _: object = None) -> None:
        seat, id = self._seat, self._seat.selection.incident_id
        incident = seat.situation.incident(id) if id else None
        to = offered_class(seat.situation, incident) if incident is not None else None
        shown = to is not None and seat.may(Permission.TRIAGE)
        if to is not None and incident is not None:
            text = translate("Detail", "Unitnya ditarik %1 kali ke kejadian lain: naikkan ke %2?")
            self.words.show_text(fill(text, str(pulls_of(seat.situation, incident.id)), to.value))
            self.setAccessibleName(self.words.text())
        self.setVisible(shown)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._show()
        super().changeEvent(event)
