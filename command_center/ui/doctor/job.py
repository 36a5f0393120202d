"""A support file being written: on another thread, told of as it goes, stopped when asked."""

from __future__ import annotations

import threading
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from command_center.domain.errors import OperatorError
from command_center.ui.doctor.model import Doctor
from command_center.ui.seat import Seat

TOLD_MS = 200


class SupportJob(QObject):
    """`told` carries the step; `ended` the file's path, "" where it was stopped or could not be
    written. One at a time."""

    told = Signal(str)
    ended = Signal(str)

    def __init__(self, seat: Seat, doctor: Doctor, parent: QObject) -> None:
        super().__init__(parent)
        self._seat = seat
        self._doctor = doctor
        self._stop = threading.Event()
        self._step = ""
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
        self.running, self._step = True, "doctor"
        self._stop.clear()
        self._timer.start()
        self._tell()
        self._seat.tasks.run(self._work, self._finished, self._failed)

    def stop(self) -> None:
        """It ends at its next step, with nothing written."""
        self._stop.set()

    def _work(self) -> Path:
        """On another thread."""
        return self._doctor.keep_support(self._progress)

    def _progress(self, step: str) -> None:
        self._step = step
        if self._stop.is_set():
            raise OperatorError("support_stopped")

    def _tell(self) -> None:
        self.told.emit(self._step)

    def _finished(self, file: Path) -> None:
        self._rest(str(file))
        self._seat.notices.done("support_kept", file=str(file))

    def _failed(self, error: OperatorError) -> None:
        self._rest("")
        self._seat.notices.failed(error)

    def _rest(self, file: str) -> None:
        self.running = False
        self._timer.stop()
        self.ended.emit(file)
