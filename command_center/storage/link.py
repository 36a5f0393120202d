"""One connection of the driver, transactions spelled out: the same few words on both engines."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import Any, cast

import psycopg
from psycopg.pq import TransactionStatus
from pysqlite3 import dbapi2 as sqlite
from sqlalchemy import Engine

from command_center.domain.errors import OperatorError
from command_center.storage.errors import DRIVER_ERRORS, raise_meaning
from command_center.storage.links import Wire

_Call = tuple[str, Sequence[Any]]
PATIENCE_S = 6.0
"""The server ends a statement after 5 s: one that is still silent then is not there."""


@dataclass(frozen=True, slots=True)
class Dialect:
    """`among` compares with a parameter made by `as_list`: many values as one."""

    name: str
    begin_write: str
    begin_read: str
    among: str
    as_list: Callable[[list[str]], Any]


SQLITE = Dialect(
    "sqlite", "BEGIN IMMEDIATE", "BEGIN", "IN (SELECT value FROM json_each(?))", json.dumps
)
POSTGRES = Dialect(
    "postgresql",
    "BEGIN ISOLATION LEVEL READ COMMITTED",
    "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
    "= ANY (?)",
    list,
)


@cache
def _for_postgres(sql: str) -> str:
    return sql.replace("?", "%s")


_IN_TRANSACTION = {TransactionStatus.INTRANS, TransactionStatus.INERROR}


class Link:
    """A dedicated connection of `engine`; statements say `?` for a parameter on both engines.
    Not shared between threads at the same time."""

    def __init__(self, engine: Engine) -> None:
        self.dialect = SQLITE if engine.dialect.name == "sqlite" else POSTGRES
        try:
            pooled = engine.raw_connection()
        except DRIVER_ERRORS as error:
            raise_meaning(error)
            raise
        self.driver = cast("Any", pooled.driver_connection)
        pooled.detach()  # ours alone: nobody resets or reuses it
        if self.dialect is POSTGRES:
            self.driver.autocommit = True
            self.bear(PATIENCE_S)
        self._cursor = self.driver.cursor()
        self._waiting: list[_Call] = []
        self._closed = False

    def bear(self, patience_s: float | None) -> None:
        """How long a PostgreSQL server may take to answer before the connection is given up."""
        if isinstance(self.driver, Wire):
            self.driver.patience_s = patience_s

    def run(self, sql: str, parameters: Sequence[Any] = ()) -> Any:
        """Execute; the cursor, whose rows are read before the next statement."""
        if self._waiting:
            return self._asked([(sql, parameters)])[0]
        if self.dialect is POSTGRES:
            sql = _for_postgres(sql)
        try:
            return self._cursor.execute(sql, parameters)
        except DRIVER_ERRORS as error:
            raise_meaning(error)
            raise

    def plainly(self, sql: str) -> None:
        """Execute without preparing it: after a refused message nobody knows what of it is."""
        if self.dialect is SQLITE:
            self.run(sql)
            return
        try:
            self._cursor.execute(sql, prepare=False)
        except DRIVER_ERRORS as error:
            raise_meaning(error)
            raise

    def later(self, sql: str, parameters: Sequence[Any] = ()) -> None:
        """Execute, at a PostgreSQL server in one message with whatever is asked next: then it is
        refused, if it is."""
        if self.dialect is SQLITE:
            self.run(sql, parameters)
        else:
            self._waiting.append((sql, parameters))

    def unsaid(self, sql: str) -> bool:
        """Take back what waits to be executed; whether `sql` was still among it."""
        waited, self._waiting = self._waiting, []
        return any(call[0] == sql for call in waited)

    def one(self, sql: str, parameters: Sequence[Any] = ()) -> Any:
        """The first row or None."""
        cursor = self.run(sql, parameters)
        try:
            return cursor.fetchone()
        except DRIVER_ERRORS as error:  # a damaged page may be met on the way
            raise_meaning(error)
            raise

    def packed(self, sql: str, parameters: Sequence[Any] = ()) -> Any:
        """`one`, in the server's own form: what is bytes is not written as digits on the way."""
        if self.dialect is SQLITE:
            return self.one(sql, parameters)
        try:
            asked = self._cursor.execute(_for_postgres(sql), parameters, binary=True)
            return asked.fetchone()
        except DRIVER_ERRORS as error:
            raise_meaning(error)
            raise

    def all(self, sql: str, parameters: Sequence[Any] = ()) -> list[Any]:
        cursor = self.run(sql, parameters)
        try:
            rows: list[Any] = cursor.fetchall()
        except DRIVER_ERRORS as error:
            raise_meaning(error)
            raise
        return rows

    def together(self, calls: Sequence[_Call]) -> list[Any]:
        """The first row or None of each, in one message to a PostgreSQL server: one refused, and
        none after it is done."""
        if self.dialect is SQLITE:
            return [self.one(*call) for call in calls]
        asked = self._asked(calls)
        return [cursor.fetchone() if cursor.description else None for cursor in asked]

    def _asked(self, calls: Sequence[_Call]) -> list[Any]:
        """The cursors of the calls, executed after what waits, all in one message."""
        before, self._waiting = self._waiting, []
        every = [*before, *calls]
        asked = [self.driver.cursor() for _ in every]
        refused: psycopg.Error | None = None
        try:
            with self.driver.pipeline():
                refused = _ask_all(asked, every)
            if refused is not None:
                raise refused
        except psycopg.errors.PipelineAborted as error:
            self._forget_prepared()
            raise_meaning(refused or error)
            raise
        except DRIVER_ERRORS as error:
            self._forget_prepared()
            raise_meaning(error)
            raise
        return asked[len(before) :]

    def _forget_prepared(self) -> None:
        """What the driver believes to be prepared went unread behind the one that was refused."""
        if self.dialect is POSTGRES:
            self.driver._prepared.clear()

    @contextmanager
    def transaction(self, begin: str, commit: Callable[[], None] | None = None) -> Iterator[None]:
        """Commits when left, rolls back on an exception. `commit` ends it in place of COMMIT."""
        self.run(begin)
        try:
            yield
            self.demand_transaction()
            if commit is None:
                self.run("COMMIT")
            else:
                commit()
        except BaseException:
            self.roll_back()
            raise

    def roll_back(self) -> None:
        """Leave the transaction; a connection that cannot even do that is given up."""
        self._waiting = []
        try:
            self.run("ROLLBACK")
        except (OperatorError, sqlite.Error, psycopg.Error):
            self.close()

    def demand_transaction(self) -> None:
        """A full disk or a dead server ends a transaction unasked; what follows would then be
        committed step by step."""
        if not self.in_transaction:
            raise OperatorError("database_interrupted")

    @property
    def in_transaction(self) -> bool:
        if self.dialect is SQLITE:
            return bool(self.driver.in_transaction)
        return bool(self.driver.info.transaction_status in _IN_TRANSACTION)

    @property
    def usable(self) -> bool:
        """False once closed here, cut or ended by the server."""
        return not (self._closed or getattr(self.driver, "closed", False) or self.was_cut)

    @property
    def was_cut(self) -> bool:
        """Whether this process ended it, because the server did not answer."""
        return isinstance(self.driver, Wire) and self.driver.was_cut

    @property
    def is_stale(self) -> bool:
        """Between two uses: the server has ended what was thought to be open."""
        return not self.usable or (isinstance(self.driver, Wire) and not self.driver.is_silent)

    def close(self) -> None:
        self._closed = True
        self.driver.close()


def _ask_all(cursors: Sequence[Any], calls: Sequence[_Call]) -> psycopg.Error | None:
    """Send them on; the first refusal that comes back meanwhile. To be raised when the pipeline is
    closed: it would complain about each call that was left undone."""
    try:
        for cursor, (sql, parameters) in zip(cursors, calls, strict=True):
            cursor.execute(_for_postgres(sql), parameters)
    except psycopg.Error as error:
        return error
    return None


class OwnLink:
    """The connection of one owner: opened when first used, and again after it was lost."""

    def __init__(self, engine: Engine, prepare: Callable[[Link], None] | None = None) -> None:
        self._engine = engine
        self._prepare = prepare
        self._link: Link | None = None

    def get(self) -> Link:
        if self._link is not None and self._link.is_stale:
            self.close()
        if self._link is None:
            self._link = Link(self._engine)
            if self._prepare is not None:
                self._prepare(self._link)
        return self._link

    @property
    def was_cut(self) -> bool:
        return self._link is not None and self._link.was_cut

    def close(self) -> None:
        link, self._link = self._link, None
        if link is not None:
            link.close()
