"""A support file being written: on another thread, told of as it goes, stopped when asked."""

from __future__ import annotations

import threading
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from command_center.domain.errors import OperatorError
from command_center.ui.doctor.model import Doctor
from command_center.ui.seat import Seat

TOLD_MS = 200


class SupportJob(QObject):
    """`told` carries the step; `ended` the file's path, "" where it was stopped or could not be
    written. One at a time; a bug of any task ends it, as whose bug it was is not known."""

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
        seat.tasks.bug.connect(self._broke)
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.stop)

    def start(self) -> None:
        if self.running:
            return
        self.running, self._step = True, "doctor"
        stop = self._stop = threading.Event()
        self._timer.start()
        self._tell()
        self._seat.tasks.run(
            partial(self._work, stop), partial(self._finished, stop), partial(self._failed, stop)
        )

    def stop(self) -> None:
        """It ends at its next step, with nothing written."""
        self._stop.set()

    def _work(self, stop: threading.Event) -> Path:
        """On another thread."""
        return self._doctor.keep_support(partial(self._progress, stop))

    def _progress(self, stop: threading.Event, step: str) -> None:
        if stop.is_set():
            raise OperatorError("support_stopped")
        self._step = step

    def _tell(self) -> None:
        self.told.emit(self._step)

    def _finished(self, stop: threading.Event, file: Path) -> None:
        if stop is self._stop:
            self._rest(str(file))
            self._seat.notices.done("support_kept", file=str(file))

    def _failed(self, stop: threading.Event, error: OperatorError) -> None:
        if stop is self._stop:
            self._rest("")
            self._seat.notices.failed(error)

    def _broke(self, _: object) -> None:
        """Of what runs on, nothing is waited for."""
        if self.running:
            self._stop.set()
            self._stop = threading.Event()
            self._rest("")

    def _rest(self, file: str) -> None:
        self.running = False
        self._timer.stop()
        self.ended.emit(file)
