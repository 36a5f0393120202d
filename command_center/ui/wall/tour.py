"""The tour: page after page, for as long as nobody looks closer."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QObject, QTimer, Signal

INTERVALS_S = (10, 20, 30, 60)
_SECOND_MS = 1000


class Hold(StrEnum):
    """Why a tour waits."""

    POINTER = "pointer"
    CAMERA = "camera"
    INCIDENT = "incident"
    LARGE = "large"
    ASKING = "asking"


class Tour(QObject):
    """`held` says what keeps it on its page; while anything does, its time does not run."""

    due = Signal()
    changed = Signal()

    def __init__(
        self, held: Callable[[], Hold | None], interval_s: int, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._held = held
        self.interval_s = interval_s
        self.left_s = interval_s
        self.hold: Hold | None = None
        self._clock = QTimer(self)
        self._clock.setInterval(_SECOND_MS)
        self._clock.timeout.connect(self.second)

    @property
    def running(self) -> bool:
        return self._clock.isActive()

    def toggle(self) -> None:
        if self.running:
            self._clock.stop()
        else:
            self.left_s = self.interval_s
            self.hold = self._held()
            self._clock.start()
        self.changed.emit()

    def use_interval(self, seconds: int) -> None:
        self.interval_s = self.left_s = seconds
        self.changed.emit()

    def second(self) -> None:
        """A second of the tour."""
        self.hold = self._held()
        if self.hold is None:
            self.left_s -= 1
            if self.left_s <= 0:
                self.left_s = self.interval_s
                self.due.emit()
        self.changed.emit()
