"""The window's pulse, for the supervisor; and an orderly end when the window is asked to go."""

from __future__ import annotations

import signal
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

BEAT_MS = 250


class Pulse(QObject):
    """Beats on the GUI thread from the call on, until `stop`. The beats also let Python hear of
    signals, which it does between two of its own steps only."""

    def __init__(self, beat: Callable[[], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.timeout.connect(beat)
        beat()
        self._timer.start(BEAT_MS)

    def stop(self) -> None:
        self._timer.stop()


def end_when_asked(end: Callable[[], None]) -> None:
    """Ctrl+C and a polite kill close the window as its own button does."""
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None:
            signal.signal(number, lambda *_: end())
