"""Every incident as a row of the room's own columns: made and written beside the GUI thread, told
of as it goes, until told to stop."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from command_center.documents.lapsit import write_rows
from command_center.domain.room import RoomKind
from command_center.situation.lapsit import Desk, of_incident
from command_center.situation.still import Rows, StillSituation, rows_now
from command_center.ui.figures.scan import GIVE_WAY_S
from command_center.ui.long_work import LongWork
from command_center.ui.seat import Seat

SLICE = 10
Row = dict[str, str]
Columns = Sequence[tuple[str, str]]


class RowsJob(LongWork):
    """`progressed` carries (rows made, of how many); `ended` whether the file is there: what was
    stopped writes none."""

    progressed = Signal(int, int)
    ended = Signal(bool)

    def __init__(self, seat: Seat, parent: QObject | None = None) -> None:
        super().__init__(seat, parent)
        self._made = self._whole = 0

    def start(self, path: Path, columns: Columns) -> None:
        """The incidents, notes and counts of now."""
        if self.running:
            return
        seat = self._seat
        rows = rows_now(seat.situation)
        self._made, self._whole = 0, len(rows["incident"])
        desk = partial(Desk, city=seat.city, now=seat.live.now(), author=seat.act.actor)
        exercise = seat.room_kind is RoomKind.EXERCISE

        def work(stop: threading.Event) -> bool:
            lines = self._rows(lambda: desk(StillSituation(rows)), rows, stop)
            if lines is not None:
                write_rows(path, columns, lines, exercise=exercise)
            return lines is not None

        self.begin(work, self.ended.emit)

    def tell(self) -> None:
        self.progressed.emit(self._made, self._whole)

    def came_to_nothing(self) -> None:
        self.ended.emit(False)

    def _rows(
        self, desk_of: Callable[[], Desk], rows: Rows, stop: threading.Event
    ) -> list[Row] | None:
        """On another thread, the oldest first. None: it was stopped."""
        desk = desk_of()
        order = sorted(rows["incident"].values(), key=lambda row: (row.opened_at, row.id))
        lines: list[Row] = []
        for at, incident in enumerate(order, 1):
            if stop.is_set():
                return None
            lines.append(of_incident(desk, incident, ""))
            if at % SLICE == 0:
                self._made = at
                time.sleep(GIVE_WAY_S)
        return None if stop.is_set() else lines
