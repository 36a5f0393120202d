"""Under the heading: until when the incident is planned, and what it has to do with."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from command_center.domain.incident import Incident, LinkKind
from command_center.situation.planned import planned_at
from command_center.ui.actions.buttons import KeyButton
from command_center.ui.actions.planned import unlink
from command_center.ui.detail.asked import parent_text
from command_center.ui.detail.link_words import link_text
from command_center.ui.detail.words import fill
from command_center.ui.due_time import due_text, translate
from command_center.ui.format import age
from command_center.ui.plain_label import PlainLabel
from command_center.ui.queue.words import ended_text
from command_center.ui.seat import Seat

MOST_SHOWN = 6


class LinkRow(QWidget):
    """One incident that this one has to do with: pressed, it is selected; beside it, the way to
    part the two."""

    def __init__(self, seat: Seat, incident: Incident, other: Incident, kind: LinkKind) -> None:
        super().__init__()
        self.other_id = other.id
        ended = ended_text(other.status)
        words = f"{parent_text(other)} · {ended}" if ended else parent_text(other)
        self.words = PlainLabel(seat.theme, "text2", 13)
        self.words.setWordWrap(True)
        self.words.setText(link_text(kind, words))
        self.go = KeyButton(seat, translate("Planned", "Lihat"))
        self.part = KeyButton(seat, translate("Planned", "Lepas"))
        self.go.setAccessibleName(fill(translate("Planned", "Lihat %1"), words))
        self.part.setAccessibleName(fill(translate("Planned", "Lepas %1"), words))
        self.go.clicked.connect(partial(seat.selection.select_incident, other.id))
        self.part.clicked.connect(partial(unlink, seat, incident.id, other.id))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.words, 1)
        row.addWidget(self.go)
        row.addWidget(self.part)


class LinkRows(QWidget):
    """Nothing while there is neither."""

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self._shown: tuple[object, ...] = ()
        self._incident: Incident | None = None
        self.due = PlainLabel(seat.theme, "accent", 13)
        self.due.setWordWrap(True)
        self.more = PlainLabel(seat.theme, "text2", 13)
        self.rows: list[LinkRow] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(2)
        self._layout.addWidget(self.due)
        self._links = QVBoxLayout()
        self._layout.addLayout(self._links)
        self._layout.addWidget(self.more)
        seat.live.ticked.connect(self._ticked)
        self.hide()

    def forget(self) -> None:
        """Write everything anew the next time: the language has changed."""
        self._shown = ("",)

    def show_incident(self, incident: Incident | None) -> None:
        self._incident = incident
        situation = self._seat.situation
        linked = situation.of_incidents.linked_as(incident.id) if incident is not None else {}
        others = [
            (other, kind)
            for id, kind in linked.items()
            if (other := situation.incident(id)) is not None
        ]
        shown = (incident and incident.id, *others)
        if shown != self._shown and incident is not None:
            self._shown = shown
            self._make(incident, others)
        self._say_due(self._seat.live.now())
        self.setVisible(bool(others) or not self.due.isHidden())

    def _make(self, incident: Incident, others: list[tuple[Incident, LinkKind]]) -> None:
        for row in self.rows:
            row.hide()
            row.deleteLater()
        shown = others[:MOST_SHOWN]
        self.rows = [LinkRow(self._seat, incident, other, kind) for other, kind in shown]
        for row in self.rows:
            self._links.addWidget(row)
        rest = len(others) - len(self.rows)
        self.more.show_text(fill(translate("Planned", "dan %1 tautan lain"), str(rest)))
        self.more.setVisible(rest > 0)

    def _ticked(self, now: datetime) -> None:
        if not self.due.isHidden():
            self._say_due(now)

    def _say_due(self, now: datetime) -> None:
        incident, text = self._incident, ""
        due_at = planned_at(self._seat.situation, incident.id) if incident is not None else None
        if incident is not None and incident.is_open and due_at is not None and due_at > now:
            left = age((due_at - now).total_seconds())
            when = due_text(due_at, now, self._seat.zone)
            text = fill(translate("Planned", "Dijadwalkan %1, %2 lagi"), when, left)
        self.due.show_text(text)
        self.due.setVisible(bool(text))
