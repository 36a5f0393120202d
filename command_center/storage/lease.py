"""Who does the clockwork: one holder per name, until it stops renewing."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Engine

from command_center.storage.link import SQLITE, OwnLink
from command_center.storage.times import to_us

LONGEST_S = 3_600.0
"""No holder asks for more: what is held for longer was written by somebody who wants nobody to do
the work, or by a clock that was wrong."""

_TAKE = (
    "INSERT INTO lease (name, holder, until) VALUES (?, ?, ?)"
    " ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, until = excluded.until"
    " WHERE lease.holder = excluded.holder OR lease.until NOT BETWEEN ? AND ? RETURNING holder"
)
# One clock for all who ask: a workstation whose own is ahead would take what is still held.
_SERVER_US = "(extract(epoch FROM clock_timestamp()) * 1000000)::bigint"
_TAKE_THERE = (
    f"INSERT INTO lease (name, holder, until) VALUES (?, ?, {_SERVER_US} + ?)"  # noqa: S608
    " ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, until = excluded.until"
    " WHERE lease.holder = excluded.holder"
    f" OR lease.until - {_SERVER_US} NOT BETWEEN 1 AND ? RETURNING holder"
)
_RELEASE = "DELETE FROM lease WHERE name = ? AND holder = ?"


class Leases:
    """Used by one thread."""

    def __init__(self, engine: Engine) -> None:
        self._own = OwnLink(engine)

    def take(self, name: str, holder: str, now: datetime, seconds: float) -> bool:
        """Take or renew the lease `name` for `holder`; False while somebody else holds it. `now`
        counts on SQLite only: a server goes by its own clock."""
        if seconds > LONGEST_S:
            raise ValueError(f"a lease for {seconds} s")
        link = self._own.get()
        now_us, for_us, longest_us = to_us(now), round(seconds * 1e6), round(LONGEST_S * 1e6)
        with link.transaction(link.dialect.begin_write):
            if link.dialect is SQLITE:
                held = (now_us + 1, now_us + longest_us)
                return link.one(_TAKE, (name, holder, now_us + for_us, *held)) is not None
            return link.one(_TAKE_THERE, (name, holder, for_us, longest_us)) is not None

    def release(self, name: str, holder: str) -> None:
        link = self._own.get()
        with link.transaction(link.dialect.begin_write):
            link.run(_RELEASE, (name, holder))

    def close(self) -> None:
        self._own.close()
