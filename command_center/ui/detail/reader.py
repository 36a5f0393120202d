"""Reads an incident's past on the read lane, once at a time, again when it moved on meanwhile."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from command_center.domain.errors import OperatorError, is_environment
from command_center.domain.log import StoredEntry
from command_center.ports import History
from command_center.situation.timeline import timeline
from command_center.ui.detail.names import Names
from command_center.ui.detail.timeline_notes import struck_by, struck_text
from command_center.ui.detail.timeline_offline import with_lateness
from command_center.ui.detail.timeline_view import ShownLine
from command_center.ui.detail.timeline_words import sentence
from command_center.ui.format import clock
from command_center.ui.seat import Seat

MOST_LINES = 200
REMEMBERED = 64


def read(history: History, family: Sequence[str], up_to: int) -> list[StoredEntry]:
    """The newest MOST_LINES entries about the family, each once, oldest first."""
    found: dict[int, StoredEntry] = {}
    for id in family:
        for stored in history.about("incident", id, up_to, MOST_LINES):
            found[stored.seq] = stored
    return [found[seq] for seq in sorted(found)][-MOST_LINES:]


class TimelineReader(QObject):
    """`ready` carries (incident id, list of ShownLine). What was read last is remembered: out of
    the room's reach it is shown again, with what is only kept here."""

    ready = Signal(str, list)

    def __init__(self, seat: Seat, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self._busy = False
        self._again: str | None = None
        self._read: dict[str, list[StoredEntry]] = {}

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
            lambda error: self._refuse(incident_id, family, error),
        )

    def _show(self, id: str, family: Sequence[str], entries: Sequence[StoredEntry]) -> None:
        self._busy = False
        self._read.pop(id, None)
        self._read[id] = list(entries)
        if len(self._read) > REMEMBERED:
            del self._read[next(iter(self._read))]
        self._tell(id, family)
        self._next()

    def _tell(self, id: str, family: Sequence[str]) -> None:
        seat = self._seat
        names, zone = Names(seat.situation), seat.zone
        entries = [*self._read.get(id, []), *seat.live.overlay.entries(family)]
        told = timeline(entries, family)
        struck = struck_by(told)
        lines = [
            ShownLine(
                clock(line.at, zone),
                with_lateness(line, sentence(line, names)),
                line.seq == 0,
                line.note_id,
                struck_text(struck[line.note_id], names, zone) if line.note_id in struck else "",
            )
            for line in told
        ]
        self.ready.emit(id, lines)

    def _refuse(self, id: str, family: Sequence[str], error: OperatorError) -> None:
        self._busy = False
        if is_environment(error):
            self._tell(id, family)
        else:
            self._seat.notices.failed(error)
        self._next()

    def _next(self) -> None:
        waiting, self._again = self._again, None
        if waiting is not None:
            self.ask(waiting)
