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
    up}); `failed` that nothing came of it. One at a time."""

    reading = Signal(int)
    read = Signal(str, object)
    storing = Signal(int, int)
    stored = Signal(int, int, object)
    failed = Signal()

    def __init__(self, seat: Seat, parent: QObject) -> None:
        super().__init__(parent)
        self._seat = seat
        self._stop = threading.Event()
        self._rows = 0
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
        work = partial(self._work, path, read)
        self._seat.tasks.run(work, partial(self._was_read, path.name), self._refused)

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
        self.running, self._rows = True, 0
        self._stop.clear()

    def _work(self, path: Path, read: Read) -> Sheet[Any] | None:
        """On another thread. None: it was stopped."""
        try:
            return read(file_bytes(path), self._tell)
        except _Stopped:
            return None

    def _tell(self, rows: int) -> None:
        self._rows = rows
        if self._stop.is_set():
            raise _Stopped

    def _was_read(self, name: str, sheet: Sheet[Any] | None) -> None:
        self._rest()
        if sheet is None:
            self.failed.emit()
        else:
            self.read.emit(name, sheet)

    def _store_from(
        self, at: int, rows: tuple[Any, ...], storing: Storing, said: dict[str, int]
    ) -> None:
        if at >= len(rows) or self._stop.is_set():
            self._rest()
            self.stored.emit(min(at, len(rows)), len(rows), said)
            return
        self.storing.emit(at, len(rows))
        part = rows[at : at + PART]

        def done(outcome: Outcome) -> None:
            for name in ("added", "changed"):
                said[name] = said.get(name, 0) + int(outcome.result.get(name, 0))
            self._store_from(at + len(part), rows, storing, said)

        self._seat.submit(storing(part), done, self._refused)

    def _refused(self, error: OperatorError) -> None:
        self._rest()
        self._seat.notices.failed(error)
        self.failed.emit()

    def _rest(self) -> None:
        self.running = False
        self._timer.stop()
