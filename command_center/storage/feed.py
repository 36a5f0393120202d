"""Following the log: whole entries in order, each proven to follow the one before it."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Sequence
from datetime import datetime

import msgspec
from sqlalchemy import Engine

from command_center.domain.errors import OperatorError
from command_center.domain.log import StoredEntry
from command_center.ports import RowsSnapshot
from command_center.storage import log
from command_center.storage.link import Link
from command_center.storage.snapshot import read_snapshot
from command_center.storage.statements import ENTRIES_AFTER

Deliver = Callable[[Sequence[StoredEntry]], None]
Note = Callable[[str, int, bytes], None]
BATCH = 500
FARTHEST = 5_000
"""Entries behind from which on a new snapshot is the shorter way."""
_LONGEST_PAUSE_S = 1.0
_HEAD = "SELECT h.seq, r.epoch FROM log_head h LEFT JOIN room r ON true"
_log = logging.getLogger(__name__)


class LogFeed:
    """`ports.ChangeFeed`; subclasses know when to look. `on_broken` is told, from the feed's
    thread, that the log no longer continues what was delivered (a restored backup, a changed
    entry, another epoch) or has run too far ahead: forget everything, take a new snapshot, start
    again. `note` is told the epoch, seq and hash of what was delivered, `on_telemetry` that
    somebody put new values beside the log."""

    def __init__(self, engine: Engine, note: Note | None = None) -> None:
        self._engine = engine
        self._note = note
        self._thread: threading.Thread | None = None
        self._stopping = threading.Event()
        self._again = threading.Event()
        self._base: RowsSnapshot | None = None
        self._seq = 0
        self._hash = log.NO_HASH
        self._epoch: str | None = None
        self._known = False
        self.looked_s: float | None = None
        self.on_broken: Callable[[int], None] = _log_broken
        self.on_telemetry: Callable[[], None] = _ignore

    def snapshot(self, closed_since: datetime | None) -> RowsSnapshot:
        link = Link(self._engine)
        try:
            self._base = read_snapshot(link, closed_since)
        finally:
            link.close()
        return self._base

    def start(self, after: int, deliver: Deliver) -> None:
        if self._thread is not None:
            raise RuntimeError("the feed runs already")
        self._stopping.clear()
        self._begin(after)
        self._thread = threading.Thread(
            target=self._run, args=(deliver,), name="change-feed", daemon=True
        )
        self._thread.start()

    def _begin(self, after: int) -> None:
        """What is to be continued: the snapshot, if that is where it starts."""
        base = self._base
        self._seq, self._known, self._epoch = after, False, None
        if base is not None and base.seq == after:
            self._hash, self._known, self._epoch = base.hash, True, base.epoch

    def stop(self) -> None:
        """Returns when the feed's thread has ended; from that thread itself, at once."""
        self._stopping.set()
        self.retry()
        self.wake()
        thread, self._thread = self._thread, None
        if thread is not None and thread is not threading.current_thread():
            thread.join()
        self.looked_s = None

    def retry(self) -> None:
        """The database may be back: do not wait any longer before trying."""
        self._again.set()

    def wake(self) -> None:
        """There may be news: look now."""
        raise NotImplementedError

    def _listen(self, link: Link) -> None:
        """Once per connection, before the first look."""
        raise NotImplementedError

    def _wait(self, link: Link) -> None:
        """Until there may be news."""
        raise NotImplementedError

    def _run(self, deliver: Deliver) -> None:
        pause_s, down = 0.25, False
        while not self._stopping.is_set():
            try:
                if self._follow(deliver):
                    return
            except OperatorError as error:
                if not down:
                    _log.warning("change feed lost its database: %s", error.code)
                down = True
            if self._again.wait(pause_s):
                self._again.clear()
                pause_s = 0.25
            pause_s = min(pause_s * 2, _LONGEST_PAUSE_S)

    def _follow(self, deliver: Deliver) -> bool:
        """Deliver over one connection until stopped (True) or the connection fails."""
        link = Link(self._engine)
        try:
            self._listen(link)
            if self._known and self._too_far(link):
                return self._broken()
            while not self._stopping.is_set():
                if not self._catch_up(link, deliver):
                    return True
                self.looked_s = time.monotonic()
                if not self._stopping.is_set():
                    self._wait(link)
            return True
        finally:
            link.close()

    def _too_far(self, link: Link) -> bool:
        return int(link.one(_HEAD)[0]) - self._seq > FARTHEST

    def _catch_up(self, link: Link, deliver: Deliver) -> bool:
        """Deliver all that is new; False if the log does not continue."""
        if not self._known and not self._remember(link):
            return self._broken()
        promised = self._seq
        while not self._stopping.is_set():
            rows = link.all(ENTRIES_AFTER, (self._seq, BATCH))
            if not rows:
                head, epoch = link.one(_HEAD)
                if not self._continues(head, epoch) or (head > self._seq and head == promised):
                    return self._broken()  # the second look found no entry there, either
                if head == self._seq:
                    return True
                promised = head
                continue
            if log.first_broken(rows, self._seq, self._hash) is not None:
                return self._broken()
            entries = _readable(rows)
            if entries is None:
                return self._broken()
            self._seq, self._hash = rows[-1][0], bytes(rows[-1][1])
            deliver(entries)
            self.looked_s = time.monotonic()
            if self._note is not None and self._epoch is not None:
                self._note(self._epoch, self._seq, self._hash)
        return True

    def _continues(self, head: int, epoch: str | None) -> bool:
        """Whether the head is at least what was delivered: a restored backup goes back, or says
        by a new epoch that it is one."""
        if self._epoch is None:
            self._epoch = epoch or ""
        return head >= self._seq and (epoch or "") == self._epoch

    def _remember(self, link: Link) -> bool:
        """The hash of the last entry that was delivered, to check the next one against."""
        if self._seq == 0:
            self._hash, self._known = log.NO_HASH, True
            return True
        found = link.one("SELECT hash FROM event_log WHERE seq = ?", (self._seq,))
        if found is not None:
            self._hash, self._known = bytes(found[0]), True
        return found is not None

    def _broken(self) -> bool:
        self._stopping.set()
        self.looked_s = None
        self.on_broken(self._seq)
        return False


def _readable(rows: Sequence[log.Row]) -> list[StoredEntry] | None:
    """None if one of them is no entry: only the rows themselves can then say what it did."""
    try:
        return [log.stored(row) for row in rows]
    except (msgspec.MsgspecError, ValueError, RecursionError) as error:
        _log.error("an entry after %d cannot be read: %s", rows[0][0] - 1, type(error).__name__)
        return None


def _log_broken(seq: int) -> None:
    _log.error("the log does not continue after entry %d", seq)


def _ignore() -> None:
    """Nobody wants to know."""
