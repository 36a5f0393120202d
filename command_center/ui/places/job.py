"""One file taken in: read on another thread, stored in parts, told of as it goes, stopped when
asked. What is stored by then stays, and the same file goes on from there."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from command_center.connectors.places.sheet import Sheet, Tell, file_bytes
from command_center.domain.errors import OperatorError
from command_center.ports import Outcome
from command_center.ui.leaving import demand_of_here
from command_center.ui.seat import Seat

TOLD_MS = 150
PART = 250
Read = Callable[[bytes, Tell], Sheet[Any]]
Storing = Callable[[tuple[Any, ...]], Any]
"""The command that stores these rows."""


class _Stopped(Exception):
    """Whoever asked does not want it any more."""


class ImportJob(QObject):
    """`reading` carries how many rows are read; `read` (name of the file, Sheet); `storing` (how
    many are stored, of how many); `stored` (how many, of how many, {what the parts said, added
    up}), also where a later part was refused; `failed` that nothing came of it. One at a time; a
    bug of any task ends it, as whose bug it was is not known."""

    reading = Signal(int)
    read = Signal(str, object)
    storing = Signal(int, int)
    stored = Signal(int, int, object)
    failed = Signal()

    def __init__(self, seat: Seat, parent: QObject) -> None:
        super().__init__(parent)
        self._seat = seat
        self._stop = threading.Event()
        self._rows = self._turn = 0
        self._so_far: tuple[int, int, dict[str, int]] = (0, 0, {})
        self.running = False
        self._timer = QTimer(self)
        self._timer.setInterval(TOLD_MS)
        self._timer.timeout.connect(lambda: self.reading.emit(self._rows))
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.stop)

    def start(self, path: Path, read: Read) -> None:
        if self.running:
            return
        self._begin()
        self._timer.start()
        work, turn = partial(self._work, path, read), self._turn
        was_read = partial(self._was_read, turn, path.name)
        self._seat.tasks.run(work, was_read, partial(self._refused, turn))

    def store(self, rows: Sequence[Any], storing: Storing) -> None:
        """Part after part; the write lane has room for others between them."""
        if self.running:
            return
        self._begin()
        self._store_from(0, tuple(rows), storing, {})

    def stop(self) -> None:
        """It ends at its next look, within a moment."""
        self._stop.set()

    def _begin(self) -> None:
        self.running, self._rows, self._so_far = True, 0, (0, 0, {})
        self._turn += 1
        self._stop.clear()
        self._seat.tasks.bug.connect(self._broke)

    def _work(self, path: Path, read: Read) -> Sheet[Any] | None:
        """On another thread. None: it was stopped."""
        try:
            sheet = read(file_bytes(path), self._tell)
        except _Stopped:
            return None
        demand_of_here(self._seat, marked=sheet.exercise)
        return sheet

    def _tell(self, rows: int) -> None:
        self._rows = rows
        if self._stop.is_set():
            raise _Stopped

    def _was_read(self, turn: int, name: str, sheet: Sheet[Any] | None) -> None:
        if turn != self._turn:
            return
        self._rest()
        if sheet is None:
            self.failed.emit()
        else:
            self.read.emit(name, sheet)

    def _store_from(
        self, at: int, rows: tuple[Any, ...], storing: Storing, said: dict[str, int]
    ) -> None:
        self._so_far = at, len(rows), said
        if at >= len(rows) or self._stop.is_set():
            self._rest()
            self.stored.emit(*self._so_far)
            return
        self.storing.emit(at, len(rows))
        part, turn = rows[at : at + PART], self._turn

        def done(outcome: Outcome) -> None:
            if turn != self._turn:
                return
            for name in ("added", "changed"):
                said[name] = said.get(name, 0) + int(outcome.result.get(name, 0))
            self._store_from(at + len(part), rows, storing, said)

        self._seat.submit(storing(part), done, partial(self._refused, turn))

    def _refused(self, turn: int, error: OperatorError) -> None:
        self._seat.notices.failed(error)
        if turn == self._turn:
            self._broke()

    def _broke(self) -> None:
        """What was stored by then is said."""
        self._rest()
        if self._so_far[0]:
            self.stored.emit(*self._so_far)
        else:
            self.failed.emit()

    def _rest(self) -> None:
        """Answers to what was asked for until now are not waited for."""
        self.running = False
        self._turn += 1
        self._stop.set()
        self._timer.stop()
        self._seat.tasks.bug.disconnect(self._broke)
