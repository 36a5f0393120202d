"""Steers the clock of a window onto the past, and has the picture read again where it jumps."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QObject, QTimer, Signal

from command_center.runtime.clock import SteeredClock
from command_center.situation.playback.recording import Recording
from command_center.ui.live import Live

SPEEDS = (1, 2, 5, 10, 30, 60, 300, 1200)
SECOND = timedelta(seconds=1)
_MOVE_MS = 100


class Player(QObject):
    """`moved` follows the clock ten times a second while it runs and each change of how it does."""

    moved = Signal()

    def __init__(
        self, recording: Recording, clock: SteeredClock, live: Live, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.recording = recording
        self.speed = SPEEDS[0]
        self._clock = clock
        self._live = live
        self._again = False
        self._second = QTimer(self, interval=_MOVE_MS)
        self._second.timeout.connect(self._move)
        live.syncing.connect(self._synced)

    @property
    def playing(self) -> bool:
        return self._clock.speed > 0

    def now(self) -> datetime:
        return self._clock.now()

    def play(self) -> None:
        """From the beginning again, where it had come to the end."""
        if self.now() >= self.recording.period.until:
            self.seek(self.recording.period.since)
        self._clock.steer(self.speed)
        self._second.start()
        self.moved.emit()

    def pause(self) -> None:
        self._clock.steer(0)
        self._second.stop()
        self.moved.emit()

    def toggle(self) -> None:
        if self.playing:
            self.pause()
        else:
            self.play()

    def use_speed(self, speed: int) -> None:
        self.speed = speed
        if self.playing:
            self._clock.steer(speed)
        self.moved.emit()

    def seek(self, at: datetime) -> None:
        """To that second, or as near as the period goes."""
        period = self.recording.period
        self._clock.put(min(max(at, period.since), period.until))
        if self._live.is_syncing:
            self._again = True
        else:
            self._live.reload()
        self._live.ticked.emit(self.now())
        self.moved.emit()

    def step(self, by: timedelta) -> None:
        self.seek(self.now() + by)

    def next_entry(self) -> None:
        """To when the next thing was stored."""
        recording = self.recording
        seq = recording.seq_by(self.now())
        if seq < recording.last:
            # a second is what is steered by: up to the end of the one it was stored in
            at = recording.time_of(seq + 1).replace(microsecond=0) + SECOND
            self.seek(max(at, self.now()))

    def _synced(self, syncing: bool) -> None:
        if not syncing and self._again:
            self._again = False
            self._live.reload()

    def _move(self) -> None:
        if self.now() >= self.recording.period.until:
            self.pause()
        self.moved.emit()
