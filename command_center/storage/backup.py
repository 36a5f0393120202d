"""Copies of a SQLite database, proven by opening them."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from pysqlite3 import dbapi2 as sqlite
from sqlalchemy import Engine

from command_center.domain.errors import OperatorError
from command_center.storage import log
from command_center.storage.errors import raise_meaning

Progress = Callable[[str, int, int], None]
"""Told what is being done, how much of it is done, and of how much."""
_PAGES_AT_ONCE = 2_000
_ENTRIES_AT_ONCE = 5_000


def silent(what: str, done: int, total: int) -> None:
    """Nobody waits for it."""


def file_of(engine: Engine) -> Path:
    """The file of a SQLite database."""
    if engine.dialect.name != "sqlite" or not engine.url.database:
        raise OperatorError("backup_is_the_servers")
    return Path(engine.url.database)


def back_up(engine: Engine, label: str) -> Path:
    """Copy the database to `NAME.LABEL.db` beside it while it is in use, and check the copy."""
    source = file_of(engine)
    return copy_to(source, source.with_name(f"{source.stem}.{label}.db"))


def copy_to(source: Path, target: Path, progress: Progress = silent) -> Path:
    """The target appears only once its copy has been verified; an older one is replaced. What
    `progress` raises ends it with nothing left behind."""
    unfinished = target.with_name(f"{target.name}.part")
    unfinished.unlink(missing_ok=True)
    try:
        _copy(source, unfinished, progress)
        verify(unfinished, progress)
        flush(unfinished)
        os.replace(unfinished, target)  # noqa: PTH105 - Path.replace says the same, less plainly
    except sqlite.Error as error:
        raise_meaning(error)
        raise
    finally:
        unfinished.unlink(missing_ok=True)
    flush(target.parent)
    return target


def flush(path: Path) -> None:
    """Down to the disk: of a folder, the names in it (where the system can)."""
    if path.is_dir() and os.name == "nt":
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _copy(source: Path, target: Path, progress: Progress) -> None:
    # for the eyes of this account only, from its first byte on
    os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    origin = sqlite.connect(f"{source.resolve().as_uri()}?mode=rw", uri=True)
    try:
        copy = sqlite.connect(str(target))
        try:
            # One picture of the source however long it takes: writers do not start it again.
            origin.isolation_level = None
            origin.execute("BEGIN")
            origin.execute("SELECT count(*) FROM sqlite_master").fetchone()
            origin.backup(
                copy,
                pages=_PAGES_AT_ONCE,
                progress=lambda _, left, total: progress("copy", total - left, total),
            )
            # A copy is one file: its readers shall not need to write beside it.
            copy.execute("PRAGMA journal_mode = DELETE")
        finally:
            copy.close()
    finally:
        origin.close()


def verify(path: Path, progress: Progress = silent) -> int:
    """Check every page and the whole chain of a database file; the number of its entries."""
    copy = sqlite.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
    try:
        progress("pages", 0, 1)
        copy.execute("PRAGMA ignore_check_constraints = ON")
        if copy.execute("PRAGMA quick_check").fetchone() != ("ok",):
            raise OperatorError("database_corrupt")
        head = copy.execute("SELECT seq FROM log_head").fetchone()
        return _verify_chain(copy, int(head[0]) if head else 0, progress)
    except sqlite.Error as error:
        raise_meaning(error)
        raise OperatorError("database_foreign") from error
    finally:
        copy.close()


def _verify_chain(copy: sqlite.Connection, head: int, progress: Progress) -> int:
    rows = copy.execute("SELECT seq, hash, body FROM event_log ORDER BY seq")
    seq, digest = 0, log.NO_HASH
    while part := rows.fetchmany(_ENTRIES_AT_ONCE):
        broken = log.first_broken(part, seq, digest)
        if broken is not None:
            raise OperatorError("log_broken", seq=broken)
        seq, digest = part[-1][0], bytes(part[-1][1])
        progress("chain", seq, max(seq, head))
    if seq != head:
        raise OperatorError("log_broken", seq=seq + 1)
    return head
