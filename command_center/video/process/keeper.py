"""Keeps one engine process alive: starts it, watches its heart, starts the next one."""

from __future__ import annotations

import logging
import signal
import sys
import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import wait

from command_center.video.facts import NEVER
from command_center.video.model import EngineCost
from command_center.video.process.effort import Effort, effort_of
from command_center.video.process.life import Life
from command_center.video.process.words import End

LOOK_S = 0.1
HANGS_S = 1.0
BOOTS_S = 30.0
JUMP_S = 0.25  # a longer gap between two looks is this process's own
SUSPECT_S = 0.3  # from then on it is asked whether the machine lets the process go on
STARVED_LEAST = 0.1  # of the time counts whatever the machine gives: nothing hangs for ever
SPARE_AFTER_S = 3.0
RESIDENT_MAX = 2**30
RESIDENT_EACH_MAX = 64 * 2**20  # a camera's decoder, its half minute for evidence and its tiles
CLOSING = 0.7  # of the time to end may be spent on cameras, the rest on what has to be stored
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Restarts:
    """More than `most` within `within_s` and the next one waits `pause_s`."""

    most: int = 5
    within_s: float = 60.0
    pause_s: float = 30.0


class Pulse:
    """How long a heart has stood still, not counting the time this process slept itself. While
    the other one wants to go on and is given no processor, only what it was given counts."""

    def __init__(self, now_s: float, effort: Callable[[], Effort | None] = lambda: None) -> None:
        self._beats, self._still_s, self._looked_s = 0, 0.0, now_s
        self._effort = effort
        self._before: Effort | None = None

    def still_s(self, beats: int, now_s: float) -> float:
        gap_s = min(now_s - self._looked_s, JUMP_S)
        self._looked_s = now_s
        if beats != self._beats:
            self._beats, self._still_s, self._before = beats, 0.0, None
            return 0.0
        self._still_s += self._given_s(gap_s) if self._still_s >= SUSPECT_S else gap_s
        return self._still_s

    def _given_s(self, gap_s: float) -> float:
        before, self._before = self._before, self._effort()
        if before is None or self._before is None or not self._before.ready:
            return gap_s
        return min(gap_s, max(self._before.cpu_s - before.cpu_s, gap_s * STARVED_LEAST))


def too_large(cost: EngineCost) -> bool:
    """Whether a process uses more memory than its cameras can be a reason for."""
    cameras = sum(cost.levels.values())
    return cost.resident_bytes > RESIDENT_MAX + cameras * RESIDENT_EACH_MAX


class Keeper:
    """One thread that alone starts and ends processes.

    `begun` and `ended` are told in that thread; `ended` also when the next process begins, NEVER
    for at once. `tick` is called ten times a second.
    """

    def __init__(
        self,
        make: Callable[[], Life],
        begun: Callable[[Life], None],
        ended: Callable[[float], None],
        tick: Callable[[], None],
        restarts: Restarts,
    ) -> None:
        self.restarts = 0
        self._make, self._begun, self._ended, self._tick = make, begun, ended, tick
        self._limit = restarts
        self._deaths: deque[float] = deque()
        self._spare: Life | None = None
        self._stop_by_s: float | None = None
        self._stopping = threading.Event()
        self._clean = True
        self._thread = threading.Thread(target=self._run, name="video-keeper", daemon=True)

    def start(self) -> None:
        """From now on there is a process; once it was started, nothing more."""
        if self._thread.ident is None:
            self._thread.start()

    def stop(self, timeout_s: float) -> bool:
        """End the process, by force when it takes longer; True when that was not needed."""
        self._stop_by_s = time.monotonic() + timeout_s
        self._stopping.set()
        if self._thread.ident is not None:
            self._thread.join()
        return self._clean

    def _run(self) -> None:
        if sys.platform != "win32":
            # Inherited by the processes: a Ctrl+C in the terminal is the window's business.
            signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        while not self._stopping.is_set():
            life = self._next()
            if life is not None:
                ending = self._live(life)
                if self._stopping.is_set():
                    self._clean = not ending
                    break
                log.error("the video process %s; it is started again", ending or "ended")
            self._after_end()
        if self._spare is not None:
            self._spare.end()

    def _live(self, life: Life) -> str:
        """Until it has ended: why it had to be, "" when it ended by itself."""
        try:
            self._begun(life)
            return self._watch(life)
        except Exception:
            # This thread is what the next process needs.
            log.exception("the video process cannot be kept")
            return "could not be kept"
        finally:
            life.end()

    def _next(self) -> Life | None:
        life, self._spare = self._spare, None
        if life is not None and life.process.is_alive():
            return life
        if life is not None:
            life.end()
        try:
            return self._make()
        except (OSError, RuntimeError):
            log.exception("the video process cannot be started")
            return None

    def _after_end(self) -> None:
        now_s = time.monotonic()
        self.restarts += 1
        self._deaths.append(now_s)
        while self._deaths and self._deaths[0] < now_s - self._limit.within_s:
            self._deaths.popleft()
        if len(self._deaths) <= self._limit.most:
            self._ended(NEVER)
            return
        self._deaths.clear()
        self._ended(now_s + self._limit.pause_s)
        self._stopping.wait(self._limit.pause_s)

    def _watch(self, life: Life) -> str:
        """Until it ends: why it was or has to be ended by force, "" when it ended by itself."""
        began_s = time.monotonic()
        pulse, told = Pulse(began_s, lambda: effort_of(life.pid)), False
        while not wait([life.process.sentinel], LOOK_S):
            now_s = time.monotonic()
            if self._stopping.is_set():
                assert self._stop_by_s is not None
                if now_s >= self._stop_by_s:
                    return "did not end"
                if not told:
                    life.say(End(CLOSING * (self._stop_by_s - now_s)))
                    told = True
                continue
            self._tick()
            assert life.board is not None
            still_s = pulse.still_s(life.board.beats, now_s)
            if still_s >= (HANGS_S if life.board.beats else BOOTS_S):
                return "hung"
            if too_large(life.board.cost(0)):
                return "had grown too large"
            if self._spare is None and now_s - began_s > SPARE_AFTER_S and life.board.beats:
                self._make_spare()
        return ""

    def _make_spare(self) -> None:
        """Loaded and waiting, so that a restart costs the opening of the cameras only."""
        try:
            self._spare = self._make()
        except (OSError, RuntimeError):
            log.exception("no spare video process can be started")
