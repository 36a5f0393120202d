"""Who does the clockwork: one holder per name, until it stops renewing."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Engine

from command_center.storage.link import SQLITE, OwnLink
from command_center.storage.times import to_us

_TAKE = (
    "INSERT INTO lease (name, holder, until) VALUES (?, ?, ?)"
    " ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, until = excluded.until"
    " WHERE lease.holder = excluded.holder OR lease.until <= ? RETURNING holder"
)
# One clock for all who ask: a workstation whose own is ahead would take what is still held.
_SERVER_US = "(extract(epoch FROM clock_timestamp()) * 1000000)::bigint"
_TAKE_THERE = (
    f"INSERT INTO lease (name, holder, until) VALUES (?, ?, {_SERVER_US} + ?)"  # noqa: S608
    " ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, until = excluded.until"
    f" WHERE lease.holder = excluded.holder OR lease.until <= {_SERVER_US} RETURNING holder"
)
_RELEASE = "DELETE FROM lease WHERE name = ? AND holder = ?"


class Leases:
    """Used by one thread."""

    def __init__(self, engine: Engine) -> None:
        self._own = OwnLink(engine)

    def take(self, name: str, holder: str, now: datetime, seconds: float) -> bool:
        """Take or renew the lease `name` for `holder`; False while somebody else holds it. `now`
        counts on SQLite only: a server goes by its own clock."""
        link = self._own.get()
        until = to_us(now + timedelta(seconds=seconds))
        with link.transaction(link.dialect.begin_write):
            if link.dialect is SQLITE:
                return link.one(_TAKE, (name, holder, until, to_us(now))) is not None
            return link.one(_TAKE_THERE, (name, holder, round(seconds * 1e6))) is not None

    def release(self, name: str, holder: str) -> None:
        link = self._own.get()
        with link.transaction(link.dialect.begin_write):
            link.run(_RELEASE, (name, holder))

    def close(self) -> None:
        self._own.close()
