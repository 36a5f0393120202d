"""What one reading of the history has met of incidents, for the orders to them behind."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import repeat

import numpy as np
from numpy.typing import NDArray

MOST = 50_000
"""Orders follow their incident within hours: the newest are enough, and a room may have millions.
Between MOST and twice as many are known."""

Met = NDArray[np.int64]


class MetIncidents:
    """`width` numbers about each."""

    def __init__(self, width: int) -> None:
        self._table = np.zeros((2 * MOST, width), np.int64)
        self._newer: dict[str, int] = {}
        self._older: dict[str, int] = {}
        self._next = 0

    def learn(self, ids: Sequence[str], met: Met) -> None:
        """At most MOST of them, `met` (k, width)."""
        if len(self._newer) + len(ids) > MOST:
            self._older, self._newer = self._newer, {}
        places = range(self._next, self._next + len(ids))
        self._next += len(ids)
        self._newer.update(zip(ids, places, strict=True))
        self._table[np.arange(places.start, places.stop) % (2 * MOST)] = met

    def of(self, ids: Sequence[str]) -> tuple[Met, list[int]]:
        """(k, width), and the places of those of which nothing is known."""
        places = np.fromiter(map(self._newer.get, ids, repeat(-1)), np.int64, len(ids))
        for place in (places < 0).nonzero()[0].tolist():
            places[place] = self._older.get(ids[place], -1)
        return self._table[places % (2 * MOST)], (places < 0).nonzero()[0].tolist()
