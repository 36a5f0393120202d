"""Samples of one clock as columns, for a history of a million of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import compress
from typing import overload

import numpy as np
from numpy.typing import NDArray

from command_center.columns.coded import Coded
from command_center.domain.clocks import Clock, LeftOut, Sample

REASONS = tuple(LeftOut)
CODES = {reason: code for code, reason in enumerate(REASONS)}
USED = -1
"""Of `Samples.left`: it was measured."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_ONE = timedelta(microseconds=1)
Times = NDArray[np.int64]
Codes = NDArray[np.int8]


@dataclass(frozen=True, eq=False, slots=True)
class Samples(Sequence[Sample]):
    """k samples; all columns (k,). `at_us` since 1970, `took_us` where `left` is USED, which
    otherwise is a number of REASONS; `units` of orders alone. A row of it is the `Sample`."""

    clock: Clock
    at_us: Times
    took_us: Times
    left: Codes
    ids: Sequence[str]
    numbers: Sequence[int] | Times
    sources: Sequence[str]
    categories: Sequence[str]
    areas: Sequence[str]
    priorities: Sequence[str]
    units: Sequence[str] = ()

    @staticmethod
    def of(samples: Iterable[Sample], clock: Clock) -> Samples:
        """Rows of that clock as columns."""
        rows = list(samples)
        left = [USED if row.left is None else CODES[row.left] for row in rows]
        took = [0 if row.seconds is None else round(row.seconds * 1e6) for row in rows]
        at = [(row.at - _EPOCH) // _ONE for row in rows]
        return Samples(
            clock,
            np.array(at, np.int64),
            np.array(took, np.int64),
            np.array(left, np.int8),
            ids=[row.incident_id for row in rows],
            numbers=[row.number for row in rows],
            sources=[row.source for row in rows],
            categories=[row.category for row in rows],
            areas=[row.area for row in rows],
            priorities=[row.priority for row in rows],
            units=[row.unit_id for row in rows],
        )

    def where(self, flags: NDArray[np.bool_]) -> Samples:
        """Some of them."""
        if flags.all():
            return self
        kept = flags.tolist()
        words = self.ids, self.sources, self.categories, self.areas, self.priorities, self.units
        ids, *others = (
            column.where(flags) if isinstance(column, Coded) else list(compress(column, kept))
            for column in words
        )
        numbers = np.asarray(self.numbers)[flags]
        times = self.at_us[flags], self.took_us[flags], self.left[flags]
        return Samples(self.clock, *times, ids, numbers, *others)

    def __len__(self) -> int:
        return len(self.at_us)

    def __iter__(self) -> Iterator[Sample]:
        return (self._row(place) for place in range(len(self)))

    @overload
    def __getitem__(self, place: int) -> Sample: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Sample]: ...
    def __getitem__(self, place: int | slice) -> Sample | Sequence[Sample]:
        if isinstance(place, slice):
            return [self._row(one) for one in range(len(self))[place]]
        return self._row(range(len(self))[place])

    def _row(self, place: int) -> Sample:
        code = int(self.left[place])
        return Sample(
            self.clock,
            _EPOCH + timedelta(microseconds=int(self.at_us[place])),
            int(self.took_us[place]) / 1e6 if code == USED else None,
            None if code == USED else REASONS[code],
            self.ids[place],
            int(self.numbers[place]),
            self.sources[place],
            self.categories[place],
            self.areas[place],
            self.priorities[place],
            self.units[place] if self.units else "",
        )
