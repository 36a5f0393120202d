"""A recording as the change feed of a window: what was stored by the time of its clock."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from command_center.domain.errors import OperatorError
from command_center.domain.log import StoredEntry
from command_center.ports import Clock, Health, Position, RowsSnapshot
from command_center.situation.playback.recording import Recording

TURN_S, STOP_S = 0.05, 5.0


class PlaybackFeed:
    """`ports.ChangeFeed` on a thread of its own. A clock that was put elsewhere asks for a new
    snapshot, which is as cheap as the way from the next kept copy; until then nothing comes."""

    def __init__(self, recording: Recording, clock: Clock) -> None:
        self.on_broken: Callable[[int], None] = _nobody
        self._recording = recording
        self._clock = clock
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None

    def snapshot(self, closed_since: datetime | None) -> RowsSnapshot:
        """As of the clock; what was closed long before the period is not in it."""
        recording = self._recording
        return recording.rows_at(recording.seq_by(self._clock.now())).snapshot()

    def start(self, after: int, deliver: Callable[[Sequence[StoredEntry]], None]) -> None:
        self._stop = threading.Event()
        self._thread = threading.Thread(
            target=self._run, args=(after, deliver, self._stop), name="playback", daemon=True
        )
        self._thread.start()

    def stop(self) -> None:
        self._stop.set()
        if self._thread is not None:
            self._thread.join(STOP_S)

    def _run(
        self,
        at: int,
        deliver: Callable[[Sequence[StoredEntry]], None],
        over: threading.Event,
    ) -> None:
        while not over.wait(TURN_S):
            until = self._recording.seq_by(self._clock.now())
            try:
                for part in self._recording.between(at, until):
                    if over.is_set():
                        return
                    deliver(part)
                    at = part[-1].seq
            except OperatorError:
                self.on_broken(at)
                return


class PastTelemetry:
    """`ports.Telemetry` of a past that kept none: where units were is beside the log."""

    def put_positions(self, positions: Sequence[Position]) -> None:
        raise OperatorError("playback_read_only")

    def put_health(self, health: Health) -> None:
        raise OperatorError("playback_read_only")

    def positions(self) -> Mapping[str, Position]:
        return {}

    def health(self) -> Mapping[tuple[str, str], Health]:
        return {}

    def listen(self, listener: Callable[[], None]) -> None:
        """Nothing new ever comes."""


def _nobody(seq: int) -> None:
    """Whoever follows says so first."""
