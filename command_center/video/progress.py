"""What the owner of a camera has found out about it."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, replace

from command_center.video.facts import GRACE_S, NEVER, Facts
from command_center.video.model import Level, LevelReason, Reason


@dataclass(frozen=True)
class Tempo:
    """When all is well: seconds between packets, between shown pictures, and how old a picture
    is when it is shown."""

    packet_s: float
    picture_s: float
    lag_s: float


AT_ONCE = Tempo(0.0, 0.0, 0.0)


class Progress:
    """Written by the owner thread alone; anyone may ask for the facts."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._began_s = clock()
        self._connected = False
        self._live_s = self._shown_s = self._taken_s = self._arrived_s = NEVER
        self._bursts = False
        self._tempo = AT_ONCE
        self._age_at_least = True
        self._same_s = 0.0
        self._damaged = self._failures = 0
        self._failed_s = self._retry_s = NEVER
        self._reason: Reason | None = None
        self._level, self._level_reason = Level.FULL, LevelReason.WANTED

    def facts(self) -> Facts:
        """What is known now."""
        with self._lock:
            tempo = self._tempo
            return Facts(
                began_s=self._began_s,
                connected=self._connected,
                live_s=self._live_s,
                shown_s=self._shown_s,
                taken_s=self._taken_s,
                arrived_s=self._arrived_s,
                bursts=self._bursts,
                packet_every_s=tempo.packet_s,
                picture_every_s=tempo.picture_s,
                expected_age_s=tempo.lag_s + tempo.picture_s + GRACE_S,
                age_at_least=self._age_at_least,
                same_s=self._same_s,
                damaged=self._damaged,
                failures=self._failures,
                failed_s=self._failed_s,
                reason=self._reason,
                retry_s=self._retry_s,
                level=self._level,
                level_reason=self._level_reason,
            )

    @property
    def failures(self) -> int:
        """Failures in a row."""
        return self._failures

    def trying(self) -> None:
        """The wait is over, the next try has begun."""
        with self._lock:
            self._retry_s = NEVER

    def opened(self, bursts: bool, age_at_least: bool = True) -> None:
        """A connection stands; `bursts`: pictures come in segments or are asked for one by one."""
        with self._lock:
            self._connected = True
            self._live_s = NEVER
            self._arrived_s = self._clock()
            self._bursts = bursts
            self._age_at_least = age_at_least
            self._tempo = AT_ONCE
            self._same_s = 0.0
            self._damaged = 0

    def arrived(self) -> None:
        """A packet, a segment, or a poll that was answered."""
        self._arrived_s = self._clock()

    def at(self, level: Level, reason: LevelReason, picture_s: float = 0.0) -> None:
        """How much is decoded from now on, and why; a picture every `picture_s` then.

        The next picture comes at the slower of the old pace and the new one: more is decoded
        only from a key picture on, and less begins with waiting for one.
        """
        if self._level is not level or self._level_reason is not reason:
            with self._lock:
                if self._level is not level:
                    slower_s = max(picture_s, self._tempo.picture_s)
                    self._tempo = replace(self._tempo, picture_s=slower_s)
                self._level, self._level_reason = level, reason

    def shown(self, taken_s: float, same_s: float, tempo: Tempo) -> None:
        """A good picture, taken at `taken_s`, that has looked the same for `same_s`."""
        with self._lock:
            self._shown_s = self._clock()
            if self._live_s == NEVER:
                self._live_s = self._shown_s
            self._taken_s = taken_s
            self._same_s = same_s
            self._tempo = tempo
            self._damaged = 0

    def damaged(self) -> None:
        """Something arrived that is no good picture."""
        with self._lock:
            self._damaged += 1

    def failed(self, reason: Reason, retry_in_s: float | None, failures: int) -> None:
        """The connection is over, the `failures`-th in a row; None: it is not tried again."""
        with self._lock:
            now_s = self._clock()
            self._connected = False
            self._failures = failures
            if self._failed_s == NEVER:
                self._failed_s = now_s
            self._reason = reason
            self._retry_s = NEVER if retry_in_s is None else now_s + retry_in_s

    def settled(self) -> None:
        """The connection has held for long enough to forget the failures before it."""
        if self._failures:
            with self._lock:
                self._failures = 0

    def recovered(self) -> None:
        """A picture after a failure."""
        with self._lock:
            self._failed_s = NEVER
            self._reason = None
