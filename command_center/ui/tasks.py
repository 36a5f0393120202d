"""Results of other threads, handed to the GUI thread by one queued signal."""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import Executor as Pool
from concurrent.futures import Future
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

from command_center.domain.errors import OperatorError

log = logging.getLogger(__name__)
Value = TypeVar("Value")
Done = Callable[[Value], None]
Failed = Callable[[OperatorError], None]


class Tasks(QObject):
    """Owned by the GUI thread; `then` may be called there only."""

    bug = Signal(object)
    _finished = Signal(object)

    def __init__(self, pool: Pool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = pool
        self._stopped = False
        self._finished.connect(self._call, Qt.ConnectionType.QueuedConnection)

    def stop(self) -> None:
        """The window is gone: whoever asks is no longer there to be answered."""
        self._stopped = True

    def run(self, work: Callable[[], Value], done: Done[Value], failed: Failed) -> None:
        """Run `work` on the I/O pool, then one of the callbacks on the GUI thread."""
        if not self._stopped:
            self.then(self._pool.submit(work), done, failed)

    def then(self, future: Future[Value], done: Done[Value], failed: Failed) -> None:
        """Call `done` or `failed` on the GUI thread once the future is. A bug is neither: it is
        announced by `bug` and the window keeps running."""
        future.add_done_callback(lambda f: self._hand_over(f, done, failed))

    def _hand_over(self, future: Future[Any], done: Done[Any], failed: Failed) -> None:
        """On the thread that did it, which may be later than the window is there."""
        try:
            self._finished.emit((future, done, failed))
        except RuntimeError:
            if isValid(self):
                raise
            log.info("an answer came after its window was closed")

    def _call(self, finished: tuple[Future[Any], Done[Any], Failed]) -> None:
        future, done, failed = finished
        if self._stopped or future.cancelled():
            return
        error = future.exception()
        if error is None:
            done(future.result())
        elif isinstance(error, OperatorError):
            failed(error)
        else:
            log.error("a task failed", exc_info=error)
            self.bug.emit(error)
