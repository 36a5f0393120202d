"""A SQLite whose writes are written down in order, so that the power can be cut between any two.

The driver is apsw, which lets a VFS be written in Python; `Driver` shows it to the product as the
driver it knows, so that the product's own engine settings and statements run over it. Such a VFS
has no shared memory: the one connection holds the file alone.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import apsw
from pysqlite3 import dbapi2 as sqlite
from sqlalchemy import Engine, NullPool, create_engine, event

from command_center.storage.engine import _set_up_sqlite

_numbers = itertools.count()


@dataclass(frozen=True, slots=True)
class Step:
    """`what` is write, truncate, sync or ack; `size` of a truncate, `said` of an ack."""

    what: str
    file: str = ""
    offset: int = 0
    data: bytes = b""
    size: int = 0
    said: str = ""


@dataclass(slots=True)
class Recording:
    """`before` are the files as they were when it began."""

    before: dict[str, bytes]
    steps: list[Step] = field(default_factory=list)


class _File(apsw.VFSFile):
    def __init__(self, vfs: str, name: Any, flags: list[int], steps: list[Step]) -> None:
        super().__init__(vfs, name, flags)
        path = name.filename() if isinstance(name, apsw.URIFilename) else name or ""
        self._name = Path(path).name
        self._steps = steps if path else []  # temporary files have no name and no future

    def xWrite(self, data: bytes, offset: int) -> None:
        self._steps.append(Step("write", self._name, offset, bytes(data)))
        super().xWrite(data, offset)

    def xTruncate(self, newsize: int) -> None:
        self._steps.append(Step("truncate", self._name, size=newsize))
        super().xTruncate(newsize)

    def xSync(self, flags: int) -> None:
        super().xSync(flags)
        self._steps.append(Step("sync", self._name))


class _Vfs(apsw.VFS):
    """Directory operations count as durable."""

    def __init__(self, steps: list[Step]) -> None:
        self.name = f"recording-{next(_numbers)}"
        self._base = apsw.vfs_names()[0]
        self._steps = steps
        super().__init__(self.name, self._base)

    def xOpen(self, name: Any, flags: list[int]) -> _File:
        return _File(self._base, name, flags, self._steps)


class _Cursor:
    """What the product's link uses of a driver's cursor."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection
        self._cursor = connection.cursor()
        self.description: Any = None
        self.rowcount = -1

    def execute(self, sql: str, parameters: Sequence[Any] = ()) -> _Cursor:
        before = self._connection.total_changes()
        try:
            self._cursor.execute(sql, tuple(parameters))
        except apsw.ConstraintError as error:
            raise sqlite.IntegrityError(str(error).removeprefix("ConstraintError: ")) from error
        self.rowcount = self._connection.total_changes() - before
        return self

    def fetchone(self) -> Any:
        return self._cursor.fetchone()

    def fetchall(self) -> list[Any]:
        return list(self._cursor.fetchall())

    def close(self) -> None:
        self._cursor.close()


class Driver:
    """One connection of apsw with the face of pysqlite3's."""

    def __init__(self, path: Path, vfs: str) -> None:
        self._connection = apsw.Connection(str(path), vfs=vfs)
        self._connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        self.isolation_level: str | None = None

    def cursor(self) -> _Cursor:
        return _Cursor(self._connection)

    def execute(self, sql: str, parameters: Sequence[Any] = ()) -> _Cursor:
        return self.cursor().execute(sql, parameters)

    @property
    def in_transaction(self) -> bool:
        return bool(self._connection.in_transaction)

    def create_function(self, name: str, arguments: int, function: Any, **_options: Any) -> None:
        """SQLAlchemy brings its regexp; nothing of ours asks for it."""

    def commit(self) -> None:
        """Nothing is open but what is spelled out."""

    def rollback(self) -> None:
        """As commit."""

    def close(self) -> None:
        self._connection.close()


@dataclass(slots=True)
class Recorder:
    """`engine` writes to the file at `path` with the product's settings, then `also`."""

    path: Path
    also: tuple[str, ...] = ()
    recording: Recording = field(init=False)
    vfs: _Vfs = field(init=False)

    def __post_init__(self) -> None:
        before = {file.name: file.read_bytes() for file in self.path.parent.glob("room.db*")}
        self.recording = Recording(before)
        self.vfs = _Vfs(self.recording.steps)

    def engine(self) -> Engine:
        def connect() -> Driver:
            return Driver(self.path, self.vfs.name)

        def also(connection: Any, _record: Any) -> None:
            for pragma in self.also:
                connection.execute(pragma)

        engine = create_engine("sqlite://", creator=connect, poolclass=NullPool, module=sqlite)
        event.listen(engine, "connect", _set_up_sqlite)
        event.listen(engine, "connect", also)
        return engine

    def acked(self, op_id: str) -> None:
        self.recording.steps.append(Step("ack", said=op_id))

    def close(self) -> None:
        self.vfs.unregister()
