"""How entries get into the log on each engine: chained here, or by the server with the commit."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from typing import Any, Protocol

from command_center.domain.errors import DoneElsewhere
from command_center.ports import Entered, Undertaking
from command_center.storage import log, statements
from command_center.storage.errors import Duplicate
from command_center.storage.link import SQLITE, Link

Subjects = Sequence[tuple[str, str]]
Tokens = Callable[[Undertaking | None], bytes]


@dataclasses.dataclass(frozen=True, slots=True)
class Waiting:
    """An entry as its bytes, and as what it is done: what `append` of the server is given."""

    entered: Entered
    recorded_us: int
    body: bytes
    subjects: Subjects
    undertaking: Undertaking | None


class Entries(Protocol):
    """The log as one transaction writes it. `mark` and `back_to` follow its savepoints."""

    def begin(self, op_id: str, undertaking: Undertaking | None, *, alone: bool) -> None:
        """Make the operation known before the first row names it; not `alone`: with that row."""

    def append(self, waiting: Waiting) -> None: ...

    def flush(self, op_id: str) -> bool:
        """Write an entry that waits for the commit now; False if it does not wait."""

    def mark(self) -> Any: ...

    def back_to(self, mark: Any) -> None: ...

    def commit(self) -> None: ...


class LocalEntries:
    """SQLite: the writer holds the whole file, so the chain is continued in memory."""

    def __init__(self, link: Link) -> None:
        self._link = link
        self._head: tuple[int, bytes] | None = None

    def begin(self, op_id: str, undertaking: Undertaking | None, *, alone: bool) -> None:
        kind = undertaking.kind if undertaking else None
        _once(self._link, statements.INSERT_OP, (op_id, kind))

    def append(self, waiting: Waiting) -> None:
        seq, previous = self._head or self._link.one(statements.HEAD)
        entered, entry = waiting.entered, waiting.entered.entry
        entered.seq, entered.hash = int(seq) + 1, log.chained(bytes(previous), waiting.body)
        row = (entered.seq, entered.hash, entry.op_id, entry.kind)
        self._link.run(statements.INSERT_ENTRY, (*row, waiting.recorded_us, waiting.body))
        for start in range(0, len(waiting.subjects), 100):
            part = waiting.subjects[start : start + 100]
            values = [value for entity, id in part for value in (entity, id, entered.seq)]
            self._link.run(statements.insert_subjects(len(part)), values)
        self._head = entered.seq, entered.hash

    def flush(self, op_id: str) -> bool:
        return False

    def mark(self) -> Any:
        return self._head

    def back_to(self, mark: Any) -> None:
        self._head = mark

    def commit(self) -> None:
        self._link.run("COMMIT")


class ServerEntries:
    """PostgreSQL: entries wait for the commit and travel with it, so that the head of the log,
    which everybody's commit waits for, is held for the time of one message."""

    def __init__(self, link: Link, tokens: Tokens) -> None:
        self._link = link
        self._tokens = tokens
        self._begun: tuple[str, bytes] | None = None
        self._waiting: tuple[tuple[bytes, Waiting], ...] = ()

    def begin(self, op_id: str, undertaking: Undertaking | None, *, alone: bool) -> None:
        token = self._tokens(undertaking)
        kind = undertaking.kind if undertaking else None
        if alone:
            _once(self._link, statements.BEGIN_OP, (token, op_id, kind))
        else:
            self._link.later(statements.BEGIN_OP, (token, op_id, kind))
        self._begun = op_id, token

    def append(self, waiting: Waiting) -> None:
        begun = self._begun
        # in the session it began in, though its person may have signed in anew by now
        own = begun is not None and begun[0] == waiting.entered.entry.op_id
        token = begun[1] if begun and own else self._tokens(waiting.undertaking)
        self._waiting += ((token, waiting),)

    def flush(self, op_id: str) -> bool:
        if all(waiting.entered.entry.op_id != op_id for _, waiting in self._waiting):
            return False
        self._send()
        return True

    def mark(self) -> Any:
        return self._waiting

    def back_to(self, mark: Any) -> None:
        self._waiting = mark

    def commit(self) -> None:
        self._send(("COMMIT", ()))

    def _send(self, *then: tuple[str, Sequence[Any]]) -> None:
        calls = [(statements.APPEND, _parameters(*one)) for one in self._waiting]
        answers = self._link.together([*calls, *then])
        for (_, one), answer in zip(self._waiting, answers, strict=False):
            one.entered.seq, one.entered.hash = int(answer[0]), bytes(answer[1])
        self._waiting = ()


def _parameters(token: bytes, waiting: Waiting) -> Sequence[Any]:
    entry = waiting.entered.entry
    entities = [entity for entity, _ in waiting.subjects]
    ids = [id for _, id in waiting.subjects]
    return (token, entry.op_id, entry.kind, waiting.recorded_us, waiting.body, entities, ids)


def entries_of(link: Link, tokens: Tokens) -> Entries:
    return LocalEntries(link) if link.dialect is SQLITE else ServerEntries(link, tokens)


def _once(link: Link, sql: str, parameters: Sequence[Any]) -> None:
    try:
        link.run(sql, parameters)
    except Duplicate as error:
        raise DoneElsewhere from error
