"""Which reports of a source are no news: they happened while it could not be heard."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from functools import partial
from threading import Lock

from command_center.ports import Telemetry

LATE_S = 300.0
OPTION = "late_after_s"
"""The source's option that says otherwise."""


def late_after_s(options: Mapping[str, str]) -> float:
    """After how long a report of the source is no news; what is no number counts as not said."""
    try:
        given = float(options.get(OPTION, ""))
    except ValueError:
        return LATE_S
    return given if 0 <= given < float("inf") else LATE_S


class Backlog:
    """Of one source, from any thread. Told of each success, it knows when the source last came
    back from a silence longer than `late_s`; what happened before that, and longer ago than
    `late_s`, is late. So a report whose own telephone was slow, from a source that was never away,
    is news, and so is everything of a source whose clock is behind."""

    def __init__(self, last_ok_at: Callable[[], datetime | None], late_s: float = LATE_S) -> None:
        """`last_ok_at` is asked at the first success and after a silence: the last one of an
        earlier run, or of another machine that heard the source meanwhile."""
        self._after = timedelta(seconds=late_s)
        self._earlier = last_ok_at
        self._last_ok_at: datetime | None = None
        self._back_at: datetime | None = None
        self._lock = Lock()

    def wait(self, late_s: float) -> None:
        """From now on. Never waits: the lock is held while the database is asked."""
        self._after = timedelta(seconds=late_s)

    def heard(self, now: datetime) -> None:
        """The source answered, or sent something. Before its records are looked at."""
        with self._lock:
            last = self._last_ok_at
            if last is None or now - last > self._after:
                known = [at for at in (last, self._earlier()) if at is not None]
                last = max(known, default=None)
            if last is None or now - last > self._after:
                self._back_at = now
            self._last_ok_at = now if last is None else max(now, last)

    def is_late(self, at: datetime, now: datetime) -> bool:
        """Whether what happened `at` is no news when it is stored `now`."""
        with self._lock:
            back_at = self._back_at
        return back_at is not None and at < back_at and now - at > self._after


class Backlogs:
    """One of each source of a room, made when it is first asked for."""

    def __init__(self, telemetry: Telemetry) -> None:
        self._telemetry = telemetry
        self._known: dict[str, Backlog] = {}
        self._lock = Lock()

    def of(self, source_id: str, options: Mapping[str, str]) -> Backlog:
        """As the options of the source say now, also for who has it already. Never waits; the
        database is asked by whoever hears the source first."""
        with self._lock:
            if source_id not in self._known:
                earlier = partial(self._last_ok_at, source_id)
                self._known[source_id] = Backlog(earlier)
            self._known[source_id].wait(late_after_s(options))
            return self._known[source_id]

    def _last_ok_at(self, source_id: str) -> datetime | None:
        health = self._telemetry.health().get(("source", source_id))
        return health.last_ok_at if health is not None else None
