"""The files that are still to be fetched, and when each is next tried."""

from __future__ import annotations

import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from command_center.connectors.attachments.guard import Fence, origin_of
from command_center.connectors.backoff import Backoff


@dataclass(frozen=True, slots=True)
class Wanted:
    """`fence` None: nobody knows any more which source it belongs to."""

    id: str
    reference: str
    asked_at: datetime
    fence: Fence | None


@dataclass(slots=True)
class _Try:
    wanted: Wanted
    next_s: float = 0.0
    at_work: bool = False
    code: str = ""
    backoff: Backoff = field(default_factory=lambda: Backoff(ceiling_s=300.0))


class WantedList:
    """From any thread. Of one server no more than one file is fetched at a time, so that a slow
    one holds up nobody but itself."""

    def __init__(self) -> None:
        self._tries: dict[str, _Try] = {}
        self._change = threading.Condition()
        self._ended = False

    def become(self, wanted: Mapping[str, Wanted]) -> None:
        with self._change:
            for id in self._tries.keys() - wanted.keys():
                if not self._tries[id].at_work:
                    del self._tries[id]
            for id, one in wanted.items():
                tried = self._tries.setdefault(id, _Try(one))
                if not tried.at_work:
                    tried.wanted = one
            self._change.notify_all()

    def take(self) -> Wanted | None:
        """The next one to fetch, as soon as there is one; None when all is over."""
        with self._change:
            while not self._ended:
                now = time.monotonic()
                busy = {origin_of(t.wanted.reference) for t in self._tries.values() if t.at_work}
                free = [
                    t
                    for t in self._tries.values()
                    if not t.at_work and origin_of(t.wanted.reference) not in busy
                ]
                due = min(free, key=lambda t: t.next_s, default=None)
                if due is not None and due.next_s <= now:
                    due.at_work = True
                    return due.wanted
                self._change.wait(None if due is None else due.next_s - now)
        return None

    def done(self, id: str) -> None:
        with self._change:
            self._tries.pop(id, None)
            self._change.notify_all()

    def again(self, id: str, code: str) -> None:
        """It did not work this time, because of `code`."""
        with self._change:
            tried = self._tries[id]
            tried.at_work, tried.code = False, code
            tried.next_s = time.monotonic() + tried.backoff.next_s()
            self._change.notify_all()

    def state(self) -> tuple[int, str, float | None]:
        """(how many wait, why the one that waits longest does, seconds to the next try)"""
        with self._change:
            failed = [t for t in self._tries.values() if t.code]
            wait_s = min((t.next_s - time.monotonic() for t in failed), default=None)
            code = failed[0].code if failed else ""
            return len(self._tries), code, wait_s

    def end(self) -> None:
        with self._change:
            self._ended = True
            self._change.notify_all()
