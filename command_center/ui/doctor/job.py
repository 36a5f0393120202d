"""A support file being written: told of as it goes, stopped when asked."""

from __future__ import annotations

import threading
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from command_center.domain.errors import OperatorError
from command_center.ui.doctor.model import Doctor
from command_center.ui.long_work import LongWork
from command_center.ui.seat import Seat


class SupportJob(LongWork):
    """`told` carries the step; `ended` the file's path, "" where it was stopped or could not be
    written: then there is none."""

    told = Signal(str)
    ended = Signal(str)

    def __init__(self, seat: Seat, doctor: Doctor, parent: QObject) -> None:
        super().__init__(seat, parent)
        self._doctor = doctor
        self._step = ""

    def start(self) -> None:
        if not self.running:
            self._step = "doctor"
            self.begin(self._work, self._kept)

    def _work(self, stop: threading.Event) -> Path:
        return self._doctor.keep_support(partial(self._progress, stop))

    def _progress(self, stop: threading.Event, step: str) -> None:
        if stop.is_set():
            raise OperatorError("support_stopped")
        self._step = step

    def tell(self) -> None:
        self.told.emit(self._step)

    def came_to_nothing(self) -> None:
        self.ended.emit("")

    def _kept(self, file: Path) -> None:
        self.ended.emit(str(file))
        self._seat.notices.done("support_kept", file=str(file))
