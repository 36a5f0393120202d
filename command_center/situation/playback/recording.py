"""A period of the log that can be entered at any second."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import islice
from typing import Protocol

from command_center.domain.errors import OperatorError
from command_center.domain.log import StoredEntry
from command_center.ports import RowsSnapshot
from command_center.situation.playback.rows import PastRows

KNOWN_BEFORE = timedelta(hours=24)
"""How long closed incidents stay on the board, which a window then showed, too."""
BACK_BY, BATCH = 1_000, 500
LEAST_APART, MOST_KEPT = 1_000, 64
"""Between two kept copies of the rows, in entries; how many are kept at most."""
Progress = Callable[[int, int], bool]
"""Told (entries done, of all); False ends the loading."""


class Log(Protocol):
    """Where the past is read, on connections of its own."""

    def entries(self, after: int = 0) -> Iterator[StoredEntry]: ...

    def stored_by(self, at: datetime) -> int:
        """The last seq recorded by then, 0 before the first."""


def go_on(done: int, of: int) -> bool:
    """Nobody watches the loading."""
    return True


@dataclass(frozen=True, slots=True)
class Period:
    """From `since` to `until`, both of them included, whole seconds or not."""

    since: datetime
    until: datetime


class Recording:
    """What was recorded in the period, read from the log when it is wanted. From any thread."""

    def __init__(self, log: Log, period: Period, start: PastRows) -> None:
        self.period = period
        self.first = start.seq
        self._log = log
        self._times: array[float] = array("d")
        self._kept = [start.copy()]

    @property
    def last(self) -> int:
        return self.first + len(self._times)

    def seq_by(self, at: datetime) -> int:
        """The last entry that was stored by then."""
        return self.first + bisect_right(self._times, at.timestamp())

    def time_of(self, seq: int) -> datetime:
        """When it was stored, for the entries after `first`."""
        return datetime.fromtimestamp(self._times[seq - self.first - 1], UTC)

    def times(self) -> Sequence[float]:
        """Seconds since 1970 of every entry, rising."""
        return self._times

    def between(self, after: int, until: int) -> Iterator[list[StoredEntry]]:
        """Whole entries after the one up to the other, some at a time."""
        entries = self._log.entries(after)
        while after < until:
            part = list(islice(entries, min(BATCH, until - after)))
            if not part:
                raise OperatorError("playback_log_short", seq=after)
            yield part
            after = part[-1].seq

    def rows_at(self, seq: int) -> PastRows:
        """As they stood after that entry: from the copy before it."""
        place = bisect_right([rows.seq for rows in self._kept], seq) - 1
        rows = self._kept[place].copy()
        for part in self.between(rows.seq, seq):
            for stored in part:
                rows.forward(stored)
        return rows

    def take(self, rows: PastRows, stored: StoredEntry, apart: int) -> None:
        """The next entry of the period, already in `rows`."""
        at = datetime.fromisoformat(stored.entry.recorded_at).timestamp()
        # A clock that was set back does not make a later entry an earlier one.
        self._times.append(max(at, self._times[-1]) if self._times else at)
        if stored.seq - self._kept[-1].seq >= apart:
            self._kept.append(rows.copy())


def open_recording(
    log: Log,
    snapshot: Callable[[datetime], RowsSnapshot],
    period: Period,
    progress: Progress = go_on,
) -> Recording | None:
    """Go back from the rows as they are now, then forward through the period, keeping copies on
    the way. None: `progress` ended it. OperatorError("playback_nothing") where nothing was stored.
    """
    now = PastRows(snapshot(period.since - KNOWN_BEFORE))
    first = min(log.stored_by(period.since), now.seq)
    last = min(log.stored_by(period.until), now.seq)
    if last <= first:
        raise OperatorError("playback_nothing")
    of = now.seq - first + last - first
    if not _back(log, now, first, lambda done: progress(done, of)):
        return None
    recording = Recording(log, period, now)
    apart = max(LEAST_APART, (last - first) // MOST_KEPT)
    back = of - (last - first)
    for part in recording.between(first, last):
        for stored in part:
            now.forward(stored)
            recording.take(now, stored, apart)
        if not progress(back + now.seq - first, of):
            return None
    return recording


def _back(log: Log, rows: PastRows, first: int, progress: Callable[[int], bool]) -> bool:
    head = rows.seq
    while rows.seq > first:
        start = max(first, rows.seq - BACK_BY)
        known = max(0, start - 1)
        part = list(islice(log.entries(known), rows.seq - known))
        before = part.pop(0).hash if start else bytes(32)
        rows.back(part, before)
        if not progress(head - rows.seq):
            return False
    return True
