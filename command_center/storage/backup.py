"""Copies of a SQLite database, proven by opening them."""

from __future__ import annotations

import os
from pathlib import Path

from pysqlite3 import dbapi2 as sqlite
from sqlalchemy import Engine

from command_center.domain.errors import OperatorError
from command_center.storage import log
from command_center.storage.errors import raise_meaning


def file_of(engine: Engine) -> Path:
    """The file of a SQLite database."""
    if engine.dialect.name != "sqlite" or not engine.url.database:
        raise OperatorError("backup_is_the_servers")
    return Path(engine.url.database)


def back_up(engine: Engine, label: str) -> Path:
    """Copy the database to `NAME.LABEL.db` beside it while it is in use, and check the copy."""
    source = file_of(engine)
    return copy_to(source, source.with_name(f"{source.stem}.{label}.db"))


def copy_to(source: Path, target: Path) -> Path:
    """The target appears only once its copy has been verified; an older one is replaced."""
    unfinished = target.with_name(f"{target.name}.part")
    unfinished.unlink(missing_ok=True)
    try:
        _copy(source, unfinished)
        verify(unfinished)
    except sqlite.Error as error:
        raise_meaning(error)
        raise
    os.replace(unfinished, target)  # noqa: PTH105 - Path.replace says the same, less plainly
    return target


def _copy(source: Path, target: Path) -> None:
    origin = sqlite.connect(str(source))
    try:
        copy = sqlite.connect(str(target))
        try:
            origin.backup(copy)
            # A copy is one file: its readers shall not need to write beside it.
            copy.execute("PRAGMA journal_mode = DELETE")
        finally:
            copy.close()
    finally:
        origin.close()


def verify(path: Path) -> int:
    """Check every page and the whole chain of a database file; the number of its entries."""
    copy = sqlite.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
    try:
        if copy.execute("PRAGMA quick_check").fetchone() != ("ok",):
            raise OperatorError("database_corrupt")
        rows = copy.execute("SELECT seq, hash, body FROM event_log ORDER BY seq")
        broken = log.first_broken(rows)
        if broken is not None:
            raise OperatorError("log_broken", seq=broken)
        head = copy.execute("SELECT seq FROM log_head").fetchone()
        count = copy.execute("SELECT count(*) FROM event_log").fetchone()
        if head != count:
            raise OperatorError("log_broken", seq=int(count[0]) + 1)
        return int(head[0])
    finally:
        copy.close()
