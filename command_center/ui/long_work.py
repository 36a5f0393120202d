"""One piece of long work: done on another thread, told of as it goes, stopped when asked."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from command_center.domain.errors import OperatorError
from command_center.ui.seat import Seat

TOLD_MS = 200
Value = TypeVar("Value")


class LongWork(QObject):
    """One at a time. What fails is said. A bug of any task ends it, as whose bug it was is not
    known; what then runs on is told to stop and answers nobody."""

    def __init__(self, seat: Seat, parent: QObject | None) -> None:
        super().__init__(parent)
        self._seat = seat
        self._stop = threading.Event()
        self.running = False
        self._timer = QTimer(self, interval=TOLD_MS)
        self._timer.timeout.connect(self.tell)
        seat.tasks.bug.connect(self._broke)
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.stop)

    def tell(self) -> None:
        """Say how far it is: called when it begins and every TOLD_MS."""
        raise NotImplementedError

    def came_to_nothing(self) -> None:
        """It failed, or a task broke."""
        raise NotImplementedError

    def begin(
        self, work: Callable[[threading.Event], Value], done: Callable[[Value], None]
    ) -> None:
        """`work` is on another thread and looks at the event, which is set once it shall stop;
        `done` is called on the GUI thread with what it returns."""
        stop = self._stop = threading.Event()
        self.running = True
        self._timer.start()
        self.tell()

        def finished(value: Value) -> None:
            if stop is self._stop:
                self._rest()
                done(value)

        def refused(error: OperatorError) -> None:
            if stop is self._stop:
                self._rest()
                self._seat.notices.failed(error)
                self.came_to_nothing()

        self._seat.tasks.run(partial(work, stop), finished, refused)

    def stop(self) -> None:
        """It ends at its next look, within a moment."""
        self._stop.set()

    def _broke(self, _: object) -> None:
        if self.running:
            self._stop.set()
            self._stop = threading.Event()
            self._rest()
            self.came_to_nothing()

    def _rest(self) -> None:
        self.running = False
        self._timer.stop()
