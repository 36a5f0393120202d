"""How late a 10 ms timer of the GUI thread fires."""

from __future__ import annotations

import math
import time
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, QTimer

PERIOD_MS = 10


@dataclass(frozen=True, slots=True)
class Lateness:
    """Milliseconds. `missed_p99`: the same with every tick that a long call swallowed counted by
    how late it was. `work_*`: processor time of the GUI thread from tick to tick, which other
    programs on the machine do not lengthen."""

    p50: float
    p99: float
    max: float
    missed_p99: float
    work_p99: float
    work_max: float
    n: int
    seconds: float


class Watch(QObject):
    """Starts with the call; `stop` says what it saw."""

    def __init__(self) -> None:
        super().__init__()
        self._intervals: list[float] = []
        self._work: list[float] = []
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._began = self._last = time.perf_counter()
        self._worked = time.thread_time()
        self._timer.start(PERIOD_MS)

    def _tick(self) -> None:
        now = time.perf_counter()
        self._intervals.append((now - self._last) * 1000)
        self._last = now
        worked = time.thread_time()
        self._work.append((worked - self._worked) * 1000)
        self._worked = worked

    def stop(self) -> Lateness:
        self._timer.stop()
        late = sorted(max(0.0, ms - PERIOD_MS) for ms in self._intervals)
        work = sorted(self._work)
        swallowed = sorted(ms for tick in late for ms in _with_missed(tick))
        return Lateness(
            p50=rank(late, 0.5),
            p99=rank(late, 0.99),
            max=late[-1],
            missed_p99=rank(swallowed, 0.99),
            work_p99=rank(work, 0.99),
            work_max=work[-1],
            n=len(late),
            seconds=time.perf_counter() - self._began,
        )


def _with_missed(late: float) -> list[float]:
    return [late - missed * PERIOD_MS for missed in range(int(late // PERIOD_MS) + 1)]


def rank(ordered: Sequence[float], share: float) -> float:
    """Nearest-rank percentile of sorted values."""
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]
