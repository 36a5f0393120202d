"""Keeps a failing host from being stormed: few connections are opened to it at a time."""

import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

from command_center.video.cancel import Cancel

FIRST_OPENS = 12
RETRIES = 2
LOOK_S = 0.02
RETRY_LOOK_S = 0.1  # behind a dead host dozens wait for a minute: they must not cost anything


class ConnectGate:
    """At most 12 first opens and 2 retries at a time for one host."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._busy: Counter[tuple[str, bool]] = Counter()

    @contextmanager
    def turn(self, host: str, retry: bool, cancel: Cancel) -> Iterator[None]:
        """Wait for a turn with `host`, or until cancelled (then the caller sees `cancel`)."""
        look_s = RETRY_LOOK_S if retry else LOOK_S
        while not self._take(host, retry):
            if cancel.wait(look_s):
                yield
                return
        try:
            yield
        finally:
            with self._lock:
                self._busy[host, retry] -= 1
                if not self._busy[host, retry]:
                    del self._busy[host, retry]

    def _take(self, host: str, retry: bool) -> bool:
        with self._lock:
            if self._busy[host, retry] >= (RETRIES if retry else FIRST_OPENS):
                return False
            self._busy[host, retry] += 1
            return True
