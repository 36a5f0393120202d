"""What was entered here and the room does not know yet: one file per room and workstation.

A row is on the disk before anybody is told that it is kept, and it is never deleted before the
room has it: it waits, or is stored in the room, or was refused there and waits for a person.
"""

from __future__ import annotations

import hashlib
import logging
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Any

import msgspec
from pysqlite3 import dbapi2 as sqlite

from command_center.domain.errors import OperatorError
from command_center.runtime.files import make_private
from command_center.storage.times import from_us, to_us

log = logging.getLogger(__name__)
FORGET_STORED = timedelta(days=30)
"""The room has them for ever; here they only help to explain what happened."""
_BUSY_MS = 2_000
_SCHEMA = (
    "CREATE TABLE IF NOT EXISTS item ("
    " place INTEGER PRIMARY KEY AUTOINCREMENT,"
    " op_id TEXT NOT NULL UNIQUE,"
    " kind TEXT NOT NULL,"
    " command BLOB NOT NULL,"
    " act BLOB NOT NULL,"
    " alias TEXT NOT NULL,"
    " kept_at INTEGER NOT NULL,"
    " digest BLOB NOT NULL,"
    " state TEXT NOT NULL CHECK (state IN ('waiting', 'stored', 'refused')),"
    " seq INTEGER,"
    " code TEXT NOT NULL DEFAULT '',"
    " params BLOB NOT NULL DEFAULT '{}',"
    " settled_at INTEGER,"
    " seen_at INTEGER)",
    "CREATE INDEX IF NOT EXISTS ix_item_state ON item (state, place)",
    "CREATE TABLE IF NOT EXISTS counter (letter TEXT PRIMARY KEY, last INTEGER NOT NULL)",
    "CREATE TABLE IF NOT EXISTS room (one INTEGER PRIMARY KEY CHECK (one = 1), epoch TEXT)",
)
_FIELDS = "op_id, kind, command, act, alias, kept_at, digest, state, seq, code, params, seen_at"
_RAISE = (
    "INSERT INTO counter (letter, last) VALUES (?, ?)"
    " ON CONFLICT (letter) DO UPDATE SET last = max(last, excluded.last)"
)
Row = tuple[Any, ...]


class ItemState(StrEnum):
    WAITING = "waiting"
    STORED = "stored"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Item:
    """`command` and `act` are JSON; `kept_at` when it was entered. `seq`: its place in the room's
    log, None where storing it changed nothing. `code` and `params` say why the room refused it,
    `seen` that a person has dealt with that."""

    op_id: str
    kind: str
    command: bytes
    act: bytes
    alias: str
    kept_at: datetime
    state: ItemState = ItemState.WAITING
    seq: int | None = None
    code: str = ""
    params: dict[str, Any] = field(default_factory=dict)
    seen: bool = False


class Outbox:
    """From any thread. OperatorError("outbox_failed") if the disk does not take it.

    `quarantined` is where a damaged file was put aside when this one was opened, `rescued` how
    many of its rows were still whole and are in this one.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.quarantined: Path | None = None
        self.rescued = 0
        self._lock = threading.RLock()
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            self._db = self._open()
        except sqlite.Error as error:
            log.error("the outbox is damaged: %s", type(error).__name__)
            self._db = self._replace()

    def _open(self) -> Any:
        try:
            make_private(self.path)
        except OSError as error:
            raise sqlite.OperationalError("no file of our own") from error
        db = sqlite.connect(str(self.path), check_same_thread=False, isolation_level=None)
        try:
            db.execute(f"PRAGMA busy_timeout = {_BUSY_MS}")
            (verdict,) = db.execute("PRAGMA quick_check(1)").fetchone()
            if verdict != "ok":
                raise sqlite.DatabaseError(verdict)
            db.execute("PRAGMA journal_mode = WAL")
            db.execute("PRAGMA synchronous = FULL")
            for statement in _SCHEMA:
                db.execute(statement)
            if any(not _is_whole(row) for row in db.execute(f"SELECT {_FIELDS} FROM item")):  # noqa: S608
                raise sqlite.DatabaseError("a row is not what was written")
        except BaseException:
            db.close()
            raise
        return db

    def _replace(self) -> Any:
        """Put the damaged file aside, whole, and start a new one with what can be read of it."""
        rows = _readable(self.path)
        self.quarantined = _aside(self.path)
        db = self._open()
        marks = ", ".join("?" * len(_FIELDS.split(",")))
        for row in rows:
            db.execute(f"INSERT OR IGNORE INTO item ({_FIELDS}) VALUES ({marks})", row)  # noqa: S608
            letter, _, number = str(row[4]).partition("-")
            if number.isdigit():
                db.execute(_RAISE, (letter, int(number)))
        self.rescued = len(rows)
        return db

    # --- writing -------------------------------------------------------------------------------

    def keep(self, item: Item) -> None:
        """On the disk when this returns; once per op_id."""
        digest = _digest(item.op_id, item.kind, item.command, item.act)
        self._write(
            "INSERT OR IGNORE INTO item"
            " (op_id, kind, command, act, alias, kept_at, digest, state)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, 'waiting')",
            (
                item.op_id,
                item.kind,
                item.command,
                item.act,
                item.alias,
                to_us(item.kept_at),
                digest,
            ),
        )

    def settle(self, op_id: str, seq: int | None, at: datetime) -> None:
        """The room has it."""
        self._write(
            "UPDATE item SET state = 'stored', seq = ?, settled_at = ? WHERE op_id = ?",
            (seq, to_us(at), op_id),
        )

    def refuse(self, op_id: str, error: OperatorError, at: datetime) -> None:
        """The room will not have it; a person must."""
        params = {name: str(value)[:200] for name, value in error.params.items()}
        self._write(
            "UPDATE item SET state = 'refused', code = ?, params = ?, settled_at = ?"
            " WHERE op_id = ? AND state = 'waiting'",
            (error.code, msgspec.json.encode(params), to_us(at), op_id),
        )

    def seen(self, op_id: str, at: datetime) -> None:
        """A person has dealt with what was refused. It stays in the file."""
        self._write(
            "UPDATE item SET seen_at = ? WHERE op_id = ? AND state = 'refused'", (to_us(at), op_id)
        )

    def next_number(self, letter: str) -> int:
        """The next local number of this letter, from 1, never given twice."""
        with self._at_work():
            (number,) = self._db.execute(
                "INSERT INTO counter (letter, last) VALUES (?, 1)"
                " ON CONFLICT (letter) DO UPDATE SET last = last + 1 RETURNING last",
                (letter,),
            ).fetchone()
            return int(number)

    def raise_number(self, letter: str, at_least: int) -> None:
        """Numbers up to `at_least` are known to be given: this file may be younger than they."""
        self._write(_RAISE, (letter, at_least))

    def follow_epoch(self, epoch: str) -> bool:
        """The room of this file is of that epoch. If it was another, a backup was restored: what
        was stored may be gone with the rest, so all of it waits again and the room is asked by
        op_id. True if anything does."""
        with self._at_work():
            known = self._db.execute("SELECT epoch FROM room").fetchone()
            if known is not None and known[0] == epoch:
                return False
            self._db.execute("BEGIN IMMEDIATE")
            try:
                again = 0
                if known is not None:
                    sql = "UPDATE item SET state = 'waiting', seq = NULL WHERE state = 'stored'"
                    again = self._db.execute(sql).rowcount
                self._db.execute("INSERT OR REPLACE INTO room (one, epoch) VALUES (1, ?)", (epoch,))
                self._db.execute("COMMIT")
            except BaseException:
                self._db.execute("ROLLBACK")
                raise
        return bool(again)

    def forget_stored(self, now: datetime) -> None:
        """Only what the room has had for long."""
        before = to_us(now - FORGET_STORED)
        self._write("DELETE FROM item WHERE state = 'stored' AND settled_at < ?", (before,))

    def _write(self, sql: str, parameters: Sequence[Any]) -> None:
        with self._at_work():
            self._db.execute(sql, parameters)

    @contextmanager
    def _at_work(self) -> Iterator[None]:
        """One statement is one transaction: on the disk when it is done."""
        with self._lock:
            try:
                yield
            except sqlite.Error as error:
                log.error("the outbox was not written: %s", error)
                raise OperatorError("outbox_failed") from error

    # --- reading -------------------------------------------------------------------------------

    def waiting(self) -> list[Item]:
        """In the order they were kept."""
        return self._read("state = 'waiting'")

    def unsettled(self) -> list[Item]:
        """What waits for the room, or for a person."""
        return self._read("state = 'waiting' OR (state = 'refused' AND seen_at IS NULL)")

    def refused(self) -> list[Item]:
        """Everything the room ever refused, dealt with or not."""
        return self._read("state = 'refused'")

    def item(self, op_id: str) -> Item | None:
        return next(iter(self._read("op_id = ?", (op_id,))), None)

    def _read(self, where: str, parameters: Sequence[Any] = ()) -> list[Item]:
        sql = f"SELECT {_FIELDS} FROM item WHERE {where} ORDER BY place"  # noqa: S608
        with self._at_work():
            return [_item(row) for row in self._db.execute(sql, parameters).fetchall()]

    def close(self) -> None:
        with self._lock:
            self._db.close()


def _digest(op_id: str, kind: str, command: bytes, act: bytes) -> bytes:
    parts = (op_id.encode(), kind.encode(), bytes(command), bytes(act))
    return hashlib.sha256(b"\x00".join(parts)).digest()


def _is_whole(row: Row) -> bool:
    return bytes(row[6]) == _digest(*row[:4])


def _item(row: Row) -> Item:
    op_id, kind, command, act, alias, kept_at, _, state, seq, code, params, seen_at = row
    return Item(
        op_id=op_id,
        kind=kind,
        command=bytes(command),
        act=bytes(act),
        alias=alias,
        kept_at=from_us(kept_at),
        state=ItemState(state),
        seq=seq,
        code=code,
        params=msgspec.json.decode(bytes(params, "utf-8") if isinstance(params, str) else params),
        seen=seen_at is not None,
    )


def _readable(path: Path) -> list[Row]:
    """The rows of a damaged file that are still what was written, as far as it can be read."""
    rows: list[Row] = []
    try:
        db = sqlite.connect(f"file:{path}?mode=ro", uri=True)
        try:
            for row in db.execute(f"SELECT {_FIELDS} FROM item ORDER BY place"):  # noqa: S608
                rows += [row] if _is_whole(row) else []
        finally:
            db.close()
    except (sqlite.Error, TypeError, ValueError) as error:
        log.error("the damaged outbox ends early: %s", type(error).__name__)
    return rows


def _aside(path: Path) -> Path:
    """Its new name; what belongs to it goes along."""
    number = 1
    while (target := path.with_name(f"{path.name}.damaged-{number}")).exists():
        number += 1
    for tail in ("", "-wal", "-shm"):
        part = path.with_name(path.name + tail)
        if part.exists():
            part.rename(target.with_name(target.name + tail))
    return target
