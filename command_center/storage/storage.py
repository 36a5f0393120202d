"""The write side: one connection, one transaction at a time."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from sqlalchemy import Engine

from command_center.ports import Transaction
from command_center.storage.link import OwnLink
from command_center.storage.unit_of_work import SqlTransaction


class SqlStorage:
    """`ports.Storage`. `on_commit` is called after a commit that added to the log."""

    def __init__(self, engine: Engine, on_commit: Callable[[], None]) -> None:
        self._own = OwnLink(engine)
        self._on_commit = on_commit
        self._lock = threading.Lock()

    @contextmanager
    def begin(self) -> Iterator[Transaction]:
        with self._lock:
            link = self._own.get()
            transaction = SqlTransaction(link)
            try:
                with link.transaction(link.dialect.begin_write):
                    yield transaction
            except BaseException as error:
                if link.usable:
                    transaction.explain(error)
                raise
        if transaction.appended:
            self._on_commit()

    def close(self) -> None:
        with self._lock:
            self._own.close()
