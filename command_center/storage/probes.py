"""One question to the database, asked again and again: a server's, a file's."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from sqlalchemy import Engine

from command_center.domain.errors import OperatorError
from command_center.ports import Clock
from command_center.storage.epoch import REFUSALS, SERVER, Seen, judge, server_of
from command_center.storage.link import Link, OwnLink
from command_center.storage.links import Links

DEADLINE_S = 2.0
_SLOW_S = 1.0
_FILE_PATIENCE = "PRAGMA busy_timeout = 500"


class Probe(Protocol):
    def ask(self) -> float | None:
        """How far this machine's clock is ahead of the database's, s; None: unknown. OperatorError
        if the database did not answer in time or must not be used."""

    def close(self) -> None: ...


class ServerProbe:
    """A server that does not answer within `DEADLINE_S` is given up for the whole process: every
    link is cut, so that nobody waits for it any longer."""

    def __init__(self, engine: Engine, links: Links, seen: Seen, clock: Clock) -> None:
        self._own = OwnLink(engine, lambda link: link.bear(DEADLINE_S))
        self._links = links
        self._seen = seen
        self._clock = clock
        self._lost = False

    def ask(self) -> float | None:
        try:
            skew_s = self._ask(self._own.get())
        except OperatorError as error:
            self._gone(error)
            raise
        self._links.keep_for_me(only=False)
        self._lost = False
        return skew_s

    def _gone(self, error: OperatorError) -> None:
        """Nobody waits for a server that is silent or must not be used. One session that ended is
        nothing yet; a second in a row is."""
        silent = self._own.was_cut
        self._own.close()
        if silent or self._lost or error.code in REFUSALS:
            self._links.keep_for_me(only=True)
        if silent or error.code in REFUSALS:
            self._links.cut()
        self._lost = True

    def _ask(self, link: Link) -> float | None:
        mark, asked_at = self._seen.mark, self._clock.now()
        row = link.one(SERVER, (mark.seq,))
        answered_at = self._clock.now()
        if row is None:
            raise OperatorError("database_missing")
        server = server_of(row)
        judge(mark, server)
        self._seen.take(server)
        self._seen.keep()
        took = answered_at - asked_at
        if not 0 <= took.total_seconds() < _SLOW_S:
            return None
        return (asked_at + took / 2 - server.at).total_seconds()

    def close(self) -> None:
        self._own.close()
        self._seen.keep()


class FileProbe:
    """SQLite: whether the file is there, is still the one that was opened, and can be read."""

    def __init__(self, engine: Engine) -> None:
        self._own = OwnLink(engine, lambda link: link.run(_FILE_PATIENCE))
        self._path = Path(str(engine.url.database))
        self._inode: int | None = None

    def ask(self) -> None:
        try:
            inode = self._path.stat().st_ino
        except OSError as error:
            raise OperatorError("database_file_missing") from error
        if inode != (self._inode or inode):
            raise OperatorError("database_file_replaced")
        self._own.get().one("SELECT seq FROM log_head")
        self._inode = inode

    def close(self) -> None:
        self._own.close()
