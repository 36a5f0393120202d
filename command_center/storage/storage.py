"""The write side: one connection, one transaction at a time."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from sqlalchemy import Engine

from command_center.ports import Transaction
from command_center.storage.link import Link
from command_center.storage.unit_of_work import SqlTransaction


class SqlStorage:
    """`ports.Storage`. `on_commit` is called after a commit that added to the log."""

    def __init__(self, engine: Engine, on_commit: Callable[[], None]) -> None:
        self._engine = engine
        self._on_commit = on_commit
        self._lock = threading.Lock()
        self._link: Link | None = None

    @contextmanager
    def begin(self) -> Iterator[Transaction]:
        with self._lock:
            link = self._open()
            transaction = SqlTransaction(link)
            try:
                with link.transaction(link.dialect.begin_write):
                    yield transaction
            except BaseException as error:
                if not link.closed:
                    transaction.explain(error)
                raise
        if transaction.appended:
            self._on_commit()

    def close(self) -> None:
        with self._lock:
            if self._link is not None:
                self._link.close()
            self._link = None

    def _open(self) -> Link:
        if self._link is None or self._link.closed:
            self._link = Link(self._engine)
        return self._link
