"""Which reports of a source are no news: they happened while it could not be heard."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from threading import Lock

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

    def __init__(self, last_ok_at: datetime | None, late_s: float = LATE_S) -> None:
        """`last_ok_at`: the last success that is known of, of an earlier run, too."""
        self._after = timedelta(seconds=late_s)
        self._last_ok_at = last_ok_at
        self._back_at: datetime | None = None
        self._lock = Lock()

    def heard(self, now: datetime) -> None:
        """The source answered, or sent something. Before its records are looked at."""
        with self._lock:
            last = self._last_ok_at
            if last is None or now - last > self._after:
                self._back_at = now
            self._last_ok_at = now if last is None else max(now, last)

    def is_late(self, at: datetime, now: datetime) -> bool:
        """Whether what happened `at` is no news when it is stored `now`."""
        with self._lock:
            back_at = self._back_at
        return back_at is not None and at < back_at and now - at > self._after
