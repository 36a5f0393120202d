"""Where incidents came from, as one reading of the history just found, for another beside it."""

from __future__ import annotations

import threading
from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Sequence
from typing import NamedTuple

PAGES = 64
"""Orders follow their incident, and are read a few pages behind it."""

Known = tuple[dict[str, str], set[str]]
"""Where the first report of each incident came from, and those of which all reports came late."""


class _Part(NamedTuple):
    first: str
    last: str
    known: Known


class FirstSources:
    """The newest PAGES parts; whoever is not in the part that holds their id has no report. From
    any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._parts: deque[_Part] = deque(maxlen=PAGES)

    def forget(self) -> None:
        """When a reading begins: reports are linked and parted as time goes on."""
        with self._lock:
            self._parts.clear()

    def learn(self, first: str, last: str, known: Known) -> None:
        """Of all incidents from `first` to `last`."""
        with self._lock:
            self._parts.append(_Part(first, last, known))

    def of(self, ids: Sequence[str]) -> tuple[Known, list[str]]:
        """What is known of the sorted `ids`, and those of which nothing is."""
        found: dict[str, str] = {}
        late: set[str] = set()
        with self._lock:
            parts = list(self._parts)
        for first, last, (sources, all_late) in parts:
            here = ids[bisect_left(ids, first) : bisect_right(ids, last)]
            found.update((id, sources.get(id, "")) for id in here)
            late.update(all_late.intersection(here))
        return (found, late), [id for id in ids if id not in found]
