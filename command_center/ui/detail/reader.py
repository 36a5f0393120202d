"""Reads an incident's past on the read lane, once at a time, again when it moved on meanwhile."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from command_center.domain.errors import OperatorError
from command_center.domain.log import StoredEntry
from command_center.ports import History
from command_center.situation.timeline import timeline
from command_center.ui.detail.names import Names
from command_center.ui.detail.timeline_view import ShownLine
from command_center.ui.detail.timeline_words import sentence
from command_center.ui.format import clock
from command_center.ui.seat import Seat

MOST_LINES = 200


def read(history: History, family: Sequence[str], up_to: int) -> list[StoredEntry]:
    """The newest MOST_LINES entries about the family, each once, oldest first."""
    found: dict[int, StoredEntry] = {}
    for id in family:
        for stored in history.about("incident", id, up_to, MOST_LINES):
            found[stored.seq] = stored
    return [found[seq] for seq in sorted(found)][-MOST_LINES:]


class TimelineReader(QObject):
    """`ready` carries (incident id, list of ShownLine)."""

    ready = Signal(str, list)

    def __init__(self, seat: Seat, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self._busy = False
        self._again: str | None = None

    def ask(self, incident_id: str) -> None:
        if self._busy:
            self._again = incident_id
            return
        self._busy = True
        situation, history = self._seat.situation, self._seat.history
        family, up_to = situation.family(incident_id), situation.seq
        self._seat.tasks.run(
            lambda: read(history, family, up_to),
            lambda entries: self._show(incident_id, family, entries),
            self._refuse,
        )

    def _show(self, id: str, family: Sequence[str], entries: Sequence[StoredEntry]) -> None:
        self._busy = False
        names, zone = Names(self._seat.situation), self._seat.zone
        lines = [
            ShownLine(clock(line.at, zone), sentence(line, names))
            for line in timeline(entries, family)
        ]
        self.ready.emit(id, lines)
        self._next()

    def _refuse(self, error: OperatorError) -> None:
        self._busy = False
        self._seat.notices.failed(error)
        self._next()

    def _next(self) -> None:
        waiting, self._again = self._again, None
        if waiting is not None:
            self.ask(waiting)
