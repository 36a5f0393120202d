"""One look at a directory after another: asking, what it would change, taking it in parts."""

from __future__ import annotations

import threading
from enum import Enum, auto
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, Signal

from command_center.commands.cameras import ApplyDirectory
from command_center.domain.errors import OperatorError
from command_center.ports import Outcome
from command_center.ui.seat import Seat
from command_center.video.directory.service import Directories, Look


class Stage(Enum):
    IDLE = auto()
    ASKING = auto()
    FOUND = auto()
    APPLYING = auto()
    APPLIED = auto()


class DirectoryCheck(QObject):
    """`changed` after every step. `look` is what was found last and not yet taken, `error` why
    the last step failed, `done` of `total` cameras are in the room."""

    changed = Signal()

    def __init__(self, seat: Seat, directories: Directories, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self._directories = directories
        self._cancel = threading.Event()
        self._waiting: list[ApplyDirectory] = []
        self.stage = Stage.IDLE
        self.look: Look | None = None
        self.error: OperatorError | None = None
        self.done = self.total = 0
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.cancel)

    def ask(self, name: str) -> None:
        """Look at a directory; what was found before is forgotten."""
        self.cancel()
        self._cancel = cancel = threading.Event()
        cameras = tuple(self._seat.situation.all("camera"))
        self._begin(Stage.ASKING)
        self._seat.tasks.run(
            partial(self._directories.look, name, cameras, cancel),
            partial(self._found, cancel),
            partial(self._failed, cancel),
        )

    def apply(self, *, accept_loss: bool = False) -> None:
        """Take what was found, part after part; each part that is in the room stays there."""
        if self.stage is not Stage.FOUND or self.look is None:
            return
        self._cancel = threading.Event()
        self._waiting = list(self.look.diff.commands(accept_loss=accept_loss))
        self._begin(Stage.APPLYING)
        self.total = sum(map(_size, self._waiting))
        self._next(self._cancel)

    def cancel(self) -> None:
        """Give up what is being asked, or leave what is not yet taken."""
        self._cancel.set()
        self._waiting = []
        if self.stage in (Stage.ASKING, Stage.APPLYING):
            self.look = None
            self.error = OperatorError("directory_cancelled") if not self.done else None
            self._to(Stage.IDLE)

    def forget(self) -> None:
        """Nothing was asked."""
        self._begin(Stage.IDLE)

    def _begin(self, stage: Stage) -> None:
        self.error = None
        self.done = self.total = 0
        if stage is not Stage.APPLYING:
            self.look = None
        self._to(stage)

    def _to(self, stage: Stage) -> None:
        self.stage = stage
        self.changed.emit()

    def _found(self, cancel: threading.Event, look: Look) -> None:
        if not cancel.is_set():
            self.look = look
            self._to(Stage.FOUND)

    def _failed(self, cancel: threading.Event, error: OperatorError) -> None:
        """What was being taken may be in the room in part: it has to be looked at again."""
        if not cancel.is_set():
            self._waiting = []
            self.look, self.error = None, error
            self._to(Stage.IDLE)

    def _next(self, cancel: threading.Event) -> None:
        if not self._waiting:
            self._to(Stage.APPLIED)
            return
        command = self._waiting.pop(0)
        self._seat.submit(
            command, partial(self._stored, cancel, _size(command)), partial(self._failed, cancel)
        )

    def _stored(self, cancel: threading.Event, size: int, outcome: Outcome) -> None:
        if cancel.is_set():
            return
        self.done += size
        self.changed.emit()
        self._next(cancel)


def _size(command: ApplyDirectory) -> int:
    return len(command.cameras) + len(command.gone)
