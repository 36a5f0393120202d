"""How late the window is, told to the video engine, which slows down before the window does."""

from __future__ import annotations

import time
from collections import deque

from PySide6.QtCore import QObject, Qt, QTimer

from command_center.video.api import VideoEngine
from command_center.video.governor import LATE_MS

BEAT_MS = 50
SPAN_BEATS, FORGIVEN = 200, 2
"""What is promised is a 99th percentile: one late beat in a hundred is no reason to slow down."""


class Heartbeat(QObject):
    """Beats from the call on, until `stop`."""

    def __init__(self, engine: VideoEngine, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._beats = 0
        self._late: deque[int] = deque(maxlen=FORGIVEN)
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._last_s, self._worked_s = time.monotonic(), time.thread_time()
        self._timer.start(BEAT_MS)

    def stop(self) -> None:
        self._timer.stop()

    def _beat(self) -> None:
        now_s, worked_s = time.monotonic(), time.thread_time()
        late_ms = (now_s - self._last_s) * 1000 - BEAT_MS
        own_ms = (worked_s - self._worked_s) * 1000
        self._last_s, self._worked_s = now_s, worked_s
        self._beats += 1
        self._engine.window_late(self.told(late_ms - own_ms))

    def told(self, late_ms: float) -> float:
        """How late a beat was for want of a processor, at most LATE_MS while few of the last
        ones were later. The window's own work is left out: slower video would not help it."""
        if late_ms <= LATE_MS:
            return max(0.0, late_ms)
        forgiven = len(self._late) < FORGIVEN or self._beats - self._late[0] > SPAN_BEATS
        self._late.append(self._beats)
        return LATE_MS if forgiven else late_ms
