"""A version being brought here: on another thread, told of as it goes, stopped when asked."""

from __future__ import annotations

import threading

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from command_center.domain.errors import OperatorError
from command_center.ui.seat import Seat
from command_center.ui.updates.model import Updates

TOLD_MS = 200


class StagingJob(QObject):
    """`told` carries the step, how much is done and of how much; `ended` the version that stands
    ready, "" if there is none: it was stopped, or could not be brought. One at a time."""

    told = Signal(str, int, int)
    ended = Signal(str)

    def __init__(self, seat: Seat, updates: Updates, parent: QObject) -> None:
        super().__init__(parent)
        self._seat = seat
        self._updates = updates
        self._stop = threading.Event()
        self._step = ("check", 0, 0)
        self.running = False
        self._timer = QTimer(self)
        self._timer.setInterval(TOLD_MS)
        self._timer.timeout.connect(self._tell)
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.stop)

    def start(self) -> None:
        if self.running:
            return
        self.running, self._step = True, ("check", 0, 0)
        self._stop.clear()
        self._timer.start()
        self._tell()
        self._seat.tasks.run(self._work, self._finished, self._failed)

    def stop(self) -> None:
        """It ends at its next step, within a moment."""
        self._stop.set()

    def _work(self) -> str:
        """On another thread."""
        return self._updates.stage(self._progress)

    def _progress(self, what: str, done: int, total: int) -> None:
        self._step = (what, done, total)
        if self._stop.is_set():
            raise OperatorError("update_cancelled")

    def _tell(self) -> None:
        self.told.emit(*self._step)

    def _finished(self, version: str) -> None:
        self._rest(version)

    def _failed(self, error: OperatorError) -> None:
        self._rest("")
        self._seat.notices.failed(error)

    def _rest(self, version: str) -> None:
        self.running = False
        self._timer.stop()
        self.ended.emit(version)
