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


@dataclass(frozen=True, slots=True)
class Dialect:
    """`lock_row` makes a SELECT hold its row; SQLite's writer holds everything already.
    `among` compares with a parameter made by `as_list`: many values as one."""

    name: str
    begin_write: str
    begin_read: str
    lock_row: str
    among: str
    as_list: Callable[[list[str]], Any]


SQLITE = Dialect(
    "sqlite", "BEGIN IMMEDIATE", "BEGIN", "", "IN (SELECT value FROM json_each(?))", json.dumps
)
POSTGRES = Dialect(
    "postgresql",
    "BEGIN ISOLATION LEVEL READ COMMITTED",
    "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
    " FOR UPDATE",
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
        self._cursor = self.driver.cursor()
        self._closed = False

    def run(self, sql: str, parameters: Sequence[Any] = ()) -> Any:
        """Execute; the cursor, whose rows are read before the next statement."""
        if self.dialect is POSTGRES:
            sql = _for_postgres(sql)
        try:
            return self._cursor.execute(sql, parameters)
        except DRIVER_ERRORS as error:
            raise_meaning(error)
            raise

    def one(self, sql: str, parameters: Sequence[Any] = ()) -> Any:
        """The first row or None."""
        return self.run(sql, parameters).fetchone()

    def all(self, sql: str, parameters: Sequence[Any] = ()) -> list[Any]:
        rows: list[Any] = self.run(sql, parameters).fetchall()
        return rows

    @contextmanager
    def transaction(self, begin: str) -> Iterator[None]:
        """Commits when left, rolls back on an exception."""
        self.run(begin)
        try:
            yield
            self.demand_transaction()
            self.run("COMMIT")
        except BaseException:
            self.roll_back()
            raise

    def roll_back(self) -> None:
        """Leave the transaction; a connection that cannot even do that is given up."""
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
        """False once closed here or by the server."""
        return not (self._closed or getattr(self.driver, "closed", False))

    def close(self) -> None:
        self._closed = True
        self.driver.close()


class OwnLink:
    """The connection of one owner: opened when first used, and again after it was lost."""

    def __init__(self, engine: Engine, prepare: Callable[[Link], None] | None = None) -> None:
        self._engine = engine
        self._prepare = prepare
        self._link: Link | None = None

    def get(self) -> Link:
        if self._link is not None and not self._link.usable:
            self.close()
        if self._link is None:
            self._link = Link(self._engine)
            if self._prepare is not None:
                self._prepare(self._link)
        return self._link

    def close(self) -> None:
        link, self._link = self._link, None
        if link is not None:
            link.close()
