"""What waits for the write lane: whatever a person does goes before what sources sent."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Iterable
from typing import Generic, TypeVar

Job = TypeVar("Job")


class Waiting(Generic[Job]):
    """Two rows, each in order; from any thread, taken from by one. None stands behind whatever
    was put before it."""

    def __init__(self) -> None:
        self._first: deque[Job] = deque()
        self._second: deque[Job | None] = deque()
        self._count = threading.Semaphore(0)

    def put(self, job: Job, *, second: bool) -> None:
        (self._second if second else self._first).append(job)
        self._count.release()

    def end(self) -> None:
        self._second.append(None)
        self._count.release()

    def put_back(self, jobs: Iterable[Job]) -> None:
        """To the front of the second row, in their order: their time has not come yet."""
        back = list(jobs)
        self._second.extendleft(reversed(back))
        for _ in back:
            self._count.release()

    def take(self) -> Job | None:
        """The next one; waits for it. None: the end."""
        self._count.acquire()
        return self._next()

    def take_waiting(self) -> Job | None:
        """The next one. LookupError: nothing waits."""
        if not self._count.acquire(blocking=False):
            raise LookupError
        return self._next()

    @property
    def hurry(self) -> bool:
        """Whether somebody waits in the first row."""
        return bool(self._first)

    def _next(self) -> Job | None:
        return self._first.popleft() if self._first else self._second.popleft()
