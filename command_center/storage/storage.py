"""The write side: one connection, one transaction at a time."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from sqlalchemy import Engine

from command_center.ports import Session, Transaction, Undertaking
from command_center.storage.link import OwnLink
from command_center.storage.unit_of_work import SqlTransaction


class SqlStorage:
    """`ports.Storage`. `on_commit` is called after a commit that added to the log."""

    def __init__(self, engine: Engine, on_commit: Callable[[], None]) -> None:
        self._own = OwnLink(engine)
        self._on_commit = on_commit
        self._lock = threading.Lock()
        self._tokens: dict[str, bytes] = {}
        self._machine = b""

    def use(self, session: Session, *, machine: bool = False) -> None:
        """What its person does from now on is done in this session. `machine`: the program's own,
        in which it also tells late what somebody entered who has signed out since."""
        self._tokens[session.staff_id] = session.token
        if machine:
            self._machine = session.token

    def drop(self, session: Session) -> None:
        """No more, unless another took its place."""
        if self._tokens.get(session.staff_id) == session.token:
            del self._tokens[session.staff_id]

    @contextmanager
    def begin(self) -> Iterator[Transaction]:
        with self._lock:
            link = self._own.get()
            transaction = SqlTransaction(link, self._token)
            try:
                with link.transaction(link.dialect.begin_write, transaction.commit):
                    yield transaction
            except BaseException as error:
                transaction.forget()
                if link.usable:
                    transaction.explain(error)
                raise
        if transaction.appended:
            self._on_commit()

    def _token(self, done: Undertaking | None) -> bytes:
        if done is None:
            return b""
        return self._tokens.get(done.actor, self._machine if done.late else b"")

    def close(self) -> None:
        with self._lock:
            self._own.close()
