"""A version being brought here: told of as it goes, stopped when asked."""

from __future__ import annotations

import threading
from functools import partial

from PySide6.QtCore import QObject, Signal

from command_center.domain.errors import OperatorError
from command_center.ui.long_work import LongWork
from command_center.ui.seat import Seat
from command_center.ui.updates.model import Updates


class StagingJob(LongWork):
    """`told` carries the step, how much is done and of how much; `ended` the version that stands
    ready, "" if there is none: it was stopped, or could not be brought."""

    told = Signal(str, int, int)
    ended = Signal(str)

    def __init__(self, seat: Seat, updates: Updates, parent: QObject) -> None:
        super().__init__(seat, parent)
        self._updates = updates
        self._step = ("check", 0, 0)

    def start(self) -> None:
        if not self.running:
            self._step = ("check", 0, 0)
            self.begin(self._work, self.ended.emit)

    def _work(self, stop: threading.Event) -> str:
        return self._updates.stage(partial(self._progress, stop))

    def _progress(self, stop: threading.Event, what: str, done: int, total: int) -> None:
        if stop.is_set():
            raise OperatorError("update_cancelled")
        self._step = (what, done, total)

    def tell(self) -> None:
        self.told.emit(*self._step)

    def came_to_nothing(self) -> None:
        self.ended.emit("")
