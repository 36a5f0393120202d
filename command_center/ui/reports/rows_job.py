"""Every incident as a row of the room's own columns: made in slices, for the window never waits,
and written on another thread."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice

from PySide6.QtCore import QObject, QTimer

from command_center.domain.incident import Incident
from command_center.situation.lapsit import Desk, of_incident

SLICE = 10
Row = dict[str, str]


class RowsJob(QObject):
    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._slice)
        self._left: Iterator[Row] = iter(())
        self._rows: list[Row] = []
        self._done: Callable[[list[Row]], None] = lambda rows: None

    def ask(self, desk: Desk, incidents: list[Incident], done: Callable[[list[Row]], None]) -> None:
        """`done` is told once; a later question replaces an earlier one. Notes, counts and the
        like are those of the first slice."""
        self._left = (of_incident(desk, incident, "") for incident in incidents)
        self._rows, self._done = [], done
        self._timer.start()

    def _slice(self) -> None:
        more = list(islice(self._left, SLICE))
        self._rows += more
        if len(more) < SLICE:
            self._timer.stop()
            self._done(self._rows)
