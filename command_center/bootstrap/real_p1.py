"""Asks the real room beside an exercise how many P1 stand open in it, read-only."""

from __future__ import annotations

import threading
from collections.abc import Callable

from command_center.ui.real_room import RealRoom

EVERY_S = 2.0
Count = Callable[[str], int | None]


class RealP1Watch:
    """On a thread of its own, so that a real room out of reach holds up nothing here."""

    def __init__(self, url: str, real: RealRoom, count: Count) -> None:
        self._url = url
        self._real = real
        self._count = count
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="real-p1", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self, timeout_s: float = 10.0) -> None:
        self._stop.set()
        self._thread.join(timeout_s)

    def _run(self) -> None:
        while not self._stop.is_set():
            count = self._count(self._url)
            if not self._stop.is_set():
                self._real.tell(count)
            self._stop.wait(EVERY_S)
