"""How late the machine itself is: a process that holds nothing and waits for 10 ms again and again.

usage: python -m tests.benchmarks.bare_clock

Each line of input is answered with the milliseconds it was late at most since the last; the end of
its input ends it. What it is late, everything beside it was late too.
"""

from __future__ import annotations

import subprocess
import sys
import threading
import time

PERIOD_S = 0.01


class BareClock:
    """The process, from the bench's side."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.benchmarks.bare_clock"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def late_ms(self) -> float:
        """The most since the last call."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write("\n")
        self._process.stdin.flush()
        return float(self._process.stdout.readline())

    def close(self) -> None:
        self._process.communicate()


def main() -> None:
    over, most = threading.Event(), [0.0]

    def wait() -> None:
        while not over.is_set():
            began = time.perf_counter()
            time.sleep(PERIOD_S)
            most[0] = max(most[0], (time.perf_counter() - began - PERIOD_S) * 1000)

    waiter = threading.Thread(target=wait)
    waiter.start()
    for _line in sys.stdin:
        late, most[0] = most[0], 0.0
        print(late, flush=True)
    over.set()
    waiter.join()


if __name__ == "__main__":
    main()
