"""How late the window is, told to the video engine, which slows down before the window does."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, Qt, QTimer

from command_center.video.api import VideoEngine

BEAT_MS = 50


class Heartbeat(QObject):
    """Beats from the call on, until `stop`."""

    def __init__(self, engine: VideoEngine, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._last_s = time.monotonic()
        self._timer.start(BEAT_MS)

    def stop(self) -> None:
        self._timer.stop()

    def _beat(self) -> None:
        now_s = time.monotonic()
        late_ms = (now_s - self._last_s) * 1000 - BEAT_MS
        self._last_s = now_s
        self._engine.window_late(max(0.0, late_ms))
