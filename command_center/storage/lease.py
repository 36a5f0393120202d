"""Who does the clockwork: one holder per name, until it stops renewing."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Engine

from command_center.storage.link import OwnLink
from command_center.storage.times import to_us

_TAKE = (
    "INSERT INTO lease (name, holder, until) VALUES (?, ?, ?)"
    " ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, until = excluded.until"
    " WHERE lease.holder = excluded.holder OR lease.until <= ? RETURNING holder"
)
_RELEASE = "DELETE FROM lease WHERE name = ? AND holder = ?"


class Leases:
    """Used by one thread."""

    def __init__(self, engine: Engine) -> None:
        self._own = OwnLink(engine)

    def take(self, name: str, holder: str, now: datetime, seconds: float) -> bool:
        """Take or renew the lease `name` for `holder`; False while somebody else holds it."""
        until = to_us(now + timedelta(seconds=seconds))
        link = self._own.get()
        with link.transaction(link.dialect.begin_write):
            return link.one(_TAKE, (name, holder, until, to_us(now))) is not None

    def release(self, name: str, holder: str) -> None:
        link = self._own.get()
        with link.transaction(link.dialect.begin_write):
            link.run(_RELEASE, (name, holder))

    def close(self) -> None:
        self._own.close()
