"""Following the log: whole entries in order, each proven to follow the one before it."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Sequence
from datetime import datetime

from sqlalchemy import Engine

from command_center.domain.errors import OperatorError
from command_center.domain.log import StoredEntry
from command_center.ports import RowsSnapshot
from command_center.storage import log
from command_center.storage.link import Link
from command_center.storage.snapshot import read_snapshot
from command_center.storage.statements import ENTRIES_AFTER

Deliver = Callable[[Sequence[StoredEntry]], None]
BATCH = 500
_LONGEST_PAUSE_S = 5.0
_log = logging.getLogger(__name__)


class LogFeed:
    """`ports.ChangeFeed`; subclasses know when to look. `on_broken` is told, from the feed's
    thread, that the log no longer continues what was delivered (a restored backup, a changed
    entry): forget everything, take a new snapshot, start again."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._thread: threading.Thread | None = None
        self._stopping = threading.Event()
        self._seq = 0
        self._hash = log.NO_HASH
        self._known = False
        self.on_broken: Callable[[int], None] = _log_broken

    def snapshot(self, closed_since: datetime | None) -> RowsSnapshot:
        link = Link(self._engine)
        try:
            return read_snapshot(link, closed_since)
        finally:
            link.close()

    def start(self, after: int, deliver: Deliver) -> None:
        if self._thread is not None:
            raise RuntimeError("the feed runs already")
        self._stopping.clear()
        self._seq, self._known = after, False
        self._thread = threading.Thread(
            target=self._run, args=(deliver,), name="change-feed", daemon=True
        )
        self._thread.start()

    def stop(self) -> None:
        """Returns when the feed's thread has ended; from that thread itself, at once."""
        self._stopping.set()
        self.wake()
        thread, self._thread = self._thread, None
        if thread is not None and thread is not threading.current_thread():
            thread.join()

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
            if self._stopping.wait(pause_s):
                return
            pause_s = min(pause_s * 2, _LONGEST_PAUSE_S)

    def _follow(self, deliver: Deliver) -> bool:
        """Deliver over one connection until stopped (True) or the connection fails."""
        link = Link(self._engine)
        try:
            self._listen(link)
            while not self._stopping.is_set():
                if not self._catch_up(link, deliver):
                    return True
                if not self._stopping.is_set():
                    self._wait(link)
            return True
        finally:
            link.close()

    def _catch_up(self, link: Link, deliver: Deliver) -> bool:
        """Deliver all that is new; False if the log does not continue."""
        if not self._known and not self._remember(link):
            return self._broken()
        while not self._stopping.is_set():
            rows = link.all(ENTRIES_AFTER, (self._seq, BATCH))
            if not rows:
                return self._holds(link) or self._broken()
            if log.first_broken(rows, self._seq, self._hash) is not None:
                return self._broken()
            self._seq, self._hash = rows[-1][0], bytes(rows[-1][1])
            deliver([log.stored(row) for row in rows])
        return True

    def _remember(self, link: Link) -> bool:
        """The hash of the last entry that was delivered, to check the next one against."""
        if self._seq == 0:
            self._hash, self._known = log.NO_HASH, True
            return True
        found = link.one("SELECT hash FROM event_log WHERE seq = ?", (self._seq,))
        if found is not None:
            self._hash, self._known = bytes(found[0]), True
        return found is not None

    def _holds(self, link: Link) -> bool:
        """Whether the head is at least what was delivered: a restored backup goes back."""
        return int(link.one("SELECT seq FROM log_head")[0]) >= self._seq

    def _broken(self) -> bool:
        self._stopping.set()
        self.on_broken(self._seq)
        return False


def _log_broken(seq: int) -> None:
    _log.error("the log does not continue after entry %d", seq)
