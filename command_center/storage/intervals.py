"""The clocks of everything that ever happened in the room, as columns: one clock page after page,
or all of a time as it was at one moment."""

from __future__ import annotations

import threading
from collections.abc import Generator, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime

from sqlalchemy import Engine

from command_center.domain.clocks import OF_CALLS, OF_INCIDENTS, OF_ORDERS, Clock
from command_center.ports import ClocksPage, SamplePage
from command_center.storage.clock_calls import read_calls
from command_center.storage.clock_rows import LAST_ID, AskedIncidents, ClockRows
from command_center.storage.link import POSTGRES, Link, OwnLink
from command_center.storage.packed import Raw

PAGE, LONG_PAGE = 5_000, 10_000
_ALL_OF_CALLS = (Clock.ANSWER, Clock.CALLBACK)
# A page is found by its keys. The planner of a server that guesses wrongly reads a whole table for
# it, and compiling takes longer than the page; the reader may have to wait for the processor.
_BY_KEYS = (
    "SET LOCAL enable_seqscan = off",
    "SET LOCAL enable_hashjoin = off",
    "SET LOCAL enable_mergejoin = off",
    "SET LOCAL jit = off",
    "SET LOCAL idle_in_transaction_session_timeout = '30s'",
)


class SqlIntervals:
    """On a connection of its own; from any thread, one question at a time."""

    def __init__(self, engine: Engine) -> None:
        self._own = OwnLink(engine)
        self._lock = threading.Lock()

    def page(
        self, clock: Clock, since: datetime, until: datetime, after: str | None, limit: int = PAGE
    ) -> SamplePage:
        """See `ports.History.samples`."""
        with self._lock:
            link = self._own.get()
            if clock in OF_CALLS:
                calls = read_calls(link, (clock,), (since, until), after, limit)
                more = calls.after if calls.rows == limit else None
                return SamplePage(calls.samples[0], more, calls.rows)
            rows = ClockRows(link, since, until, limit)
            if clock in OF_ORDERS:
                page = rows.ask_orders(after)
                (found,) = rows.orders((clock,), page)
            else:
                asked = rows.ask_incidents(after)
                page, (found,) = asked.page, rows.incidents((clock,), asked)
        return SamplePage(found, page.last if page.many == limit else None, page.many)

    def whole(
        self, since: datetime, until: datetime, limit: int = LONG_PAGE
    ) -> Generator[ClocksPage, None, None]:
        """See `ports.History.clocks`. In one transaction: writers do not wait for it."""
        with self._lock:
            link = self._own.get()
            with link.transaction(link.dialect.begin_read):
                if link.dialect is POSTGRES:
                    for setting in _BY_KEYS:
                        link.run(setting)
                yield from _pages(ClockRows(link, since, until, limit), limit)
                yield from _calls(link, (since, until), limit)

    def close(self) -> None:
        with self._lock:
            self._own.close()


def _pages(rows: ClockRows, limit: int) -> Iterator[ClocksPage]:
    """The next page is asked for on a thread of its own while samples are made of one."""
    asking = _asked(rows, limit)
    with ThreadPoolExecutor(1, "pages") as pool:
        coming = pool.submit(next, asking, None)
        while (asked := coming.result()) is not None:
            coming = pool.submit(next, asking, None)
            if isinstance(asked, Raw):
                yield ClocksPage(rows.orders(OF_ORDERS, asked), asked.many)
            else:
                yield ClocksPage(rows.incidents(OF_INCIDENTS, asked), asked.page.many)


def _asked(rows: ClockRows, limit: int) -> Iterator[AskedIncidents | Raw]:
    """Orders behind the incidents of their time, so that these are known."""
    met: str | None = None
    ordered: str | None = None
    up_to = ""
    while up_to != LAST_ID:
        incidents = rows.ask_incidents(met)
        yield incidents
        full, met = incidents.page.many == limit, incidents.page.last or met
        up_to = met if full and met else LAST_ID
        full = True
        while full:
            orders = rows.ask_orders(ordered, up_to)
            yield orders
            full, ordered = orders.many == limit, orders.last or ordered


def _calls(link: Link, period: tuple[datetime, datetime], limit: int) -> Iterator[ClocksPage]:
    after, full = None, True
    while full:
        calls = read_calls(link, _ALL_OF_CALLS, period, after, limit)
        yield ClocksPage(calls.samples, calls.rows)
        after, full = calls.after, calls.rows == limit
