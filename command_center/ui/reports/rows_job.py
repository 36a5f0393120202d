"""Every incident as a row of the room's own columns: made and written beside the GUI thread, told
of as it goes, until told to stop."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from command_center.documents.lapsit import write_rows
from command_center.domain.errors import OperatorError
from command_center.domain.room import RoomKind
from command_center.situation.lapsit import Desk, of_incident
from command_center.situation.still import Rows, StillSituation, rows_now
from command_center.ui.figures.scan import GIVE_WAY_S
from command_center.ui.seat import Seat

TOLD_MS, SLICE = 150, 10
Row = dict[str, str]
Columns = Sequence[tuple[str, str]]


class RowsJob(QObject):
    """One at a time. `progressed` carries (rows made, of how many); `ended` whether the file is
    there; all on the GUI thread. What failed is said, and ends it."""

    progressed = Signal(int, int)
    ended = Signal(bool)

    def __init__(self, seat: Seat, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self._stop = threading.Event()
        self._made = self._whole = 0
        self.running = False
        self._timer = QTimer(self, interval=TOLD_MS)
        self._timer.timeout.connect(lambda: self.progressed.emit(self._made, self._whole))
        seat.tasks.bug.connect(self._broke)
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.stop)

    def start(self, path: Path, columns: Columns) -> None:
        """The incidents, notes and counts of now."""
        seat = self._seat
        stop = self._stop = threading.Event()
        rows = rows_now(seat.situation)
        self._made, self._whole = 0, len(rows["incident"])
        self.running = True
        self._timer.start()
        self.progressed.emit(0, self._whole)
        desk = partial(Desk, city=seat.city, now=seat.live.now(), author=seat.act.actor)
        exercise = seat.room_kind is RoomKind.EXERCISE

        def work() -> bool:
            lines = self._rows(lambda: desk(StillSituation(rows)), rows, stop)
            if lines is not None:
                write_rows(path, columns, lines, exercise=exercise)
            return lines is not None

        def done(written: bool) -> None:
            if stop is self._stop:
                self._rest(written)

        def failed(error: OperatorError) -> None:
            seat.notices.failed(error)
            done(False)

        seat.tasks.run(work, done, failed)

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

    def stop(self) -> None:
        """It ends at its next look, within a moment; no file is written."""
        self._stop.set()

    def _broke(self, _: object) -> None:
        """Whose bug it was is not known."""
        if self.running:
            self._stop.set()
            self._stop = threading.Event()
            self._rest(written=False)

    def _rest(self, written: bool) -> None:
        self.running = False
        self._timer.stop()
        self.ended.emit(written)
