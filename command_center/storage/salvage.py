"""The files around a SQLite database: its backups, what was noted of its head, and what is put
aside when it is damaged. Nothing here is ever deleted but backups that are too old."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from pysqlite3 import dbapi2 as sqlite

from command_center.domain.errors import OperatorError
from command_center.runtime.files import write_private
from command_center.storage.backup import Progress, flush, silent, verify
from command_center.storage.errors import raise_meaning
from command_center.storage.times import from_us

HOURLY, DAILY = 24, 14
BESIDE = ("", "-wal", "-shm")
_STAMP = "%Y%m%dT%H%M%SZ"
_BACKUP = re.compile(r"room-(\d{8}T\d{6}Z)\.(db|dump)")


@dataclass(frozen=True, slots=True)
class Head:
    """How far the log of a room was seen to go."""

    epoch: str
    seq: int


def stamp(at: datetime) -> str:
    return at.astimezone(UTC).strftime(_STAMP)


# --- backups -----------------------------------------------------------------------------------


def backups_dir(database: Path) -> Path:
    return database.with_name(f"{database.stem}.backups")


def backup_file(folder: Path, at: datetime, kind: str = "db") -> Path:
    return folder / f"room-{stamp(at)}.{kind}"


def backups(folder: Path, kind: str = "db") -> list[tuple[datetime, Path]]:
    """Newest first; only files that were named here."""
    found = []
    for path in folder.glob(f"room-*.{kind}"):
        if (named := _BACKUP.fullmatch(path.name)) is not None:
            at = datetime.strptime(named[1], _STAMP).replace(tzinfo=UTC)
            found.append((at, path))
    return sorted(found, reverse=True)


def too_old(kept: list[tuple[datetime, Path]]) -> Iterator[Path]:
    """Of backups, newest first: those that are neither the newest of one of the last 24 hours nor
    of one of the last 14 days that have any."""
    hours: dict[datetime, Path] = {}
    days: dict[datetime, Path] = {}
    for at, path in kept:
        hours.setdefault(at.replace(minute=0, second=0, microsecond=0), path)
        days.setdefault(at.replace(hour=0, minute=0, second=0, microsecond=0), path)
    stay = {*list(hours.values())[:HOURLY], *list(days.values())[:DAILY]}
    return (path for _, path in kept if path not in stay)


def newest_good(database: Path, progress: Progress = silent) -> Path | None:
    """The newest backup that verifies whole."""
    for _, path in backups(backups_dir(database)):
        try:
            if verify(path, progress) > 0:
                return path
        except OperatorError:
            continue  # an older one may be good
    return None


# --- what was there ----------------------------------------------------------------------------


def head_file(database: Path) -> Path:
    return database.with_name(f"{database.stem}.head")


def note_head(database: Path, head: Head) -> None:
    """Remember how far the log went, apart from the database. OSError."""
    write_private(head_file(database), json.dumps([head.epoch, head.seq]))


def noted_head(database: Path) -> Head | None:
    try:
        epoch, seq = json.loads(head_file(database).read_text(encoding="utf-8"))
        return Head(str(epoch), int(seq))
    except (OSError, ValueError, TypeError):
        return None  # never noted, or not to be trusted: it only ever warns


def is_lost(database: Path) -> bool:
    """Whether there is no database although there was one: opening it would found a new room."""
    if database.is_file() and database.stat().st_size > 0:
        return False
    wal = database.with_name(f"{database.name}-wal")
    return backups_dir(database).is_dir() or head_file(database).is_file() or wal.is_file()


def read_head(path: Path) -> tuple[Head, datetime, str]:
    """(how far its log goes, when its last entry was recorded, the kind of its room) of a whole
    database file."""
    connection = sqlite.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
    try:
        room = connection.execute("SELECT epoch, kind FROM room").fetchone()
        last = connection.execute(
            "SELECT seq, recorded_at FROM event_log ORDER BY seq DESC LIMIT 1"
        ).fetchone()
    except sqlite.Error as error:
        raise_meaning(error)
        raise OperatorError("database_foreign") from error
    finally:
        connection.close()
    if room is None or last is None:
        raise OperatorError("room_missing")
    return Head(str(room[0]), int(last[0])), from_us(int(last[1])), str(room[1])


def in_use(file: Path) -> bool:
    """Whether another program has a database open: only who is alone may leave its WAL."""
    connection = sqlite.connect(f"{file.resolve().as_uri()}?mode=rw", uri=True, timeout=0.5)
    try:
        return bool(connection.execute("PRAGMA journal_mode = DELETE").fetchone() == ("wal",))
    except sqlite.OperationalError as error:
        return "locked" in str(error)
    except sqlite.DatabaseError:
        return False  # a damaged file says nothing of who has it open
    finally:
        connection.close()


# --- putting aside and putting in place --------------------------------------------------------


def suspect_file(database: Path) -> Path:
    """While it is there, the next opening checks everything instead of pages and tail."""
    return database.with_name(f"{database.stem}.suspect")


def put_aside(database: Path, at: datetime, why: str = "corrupt") -> Path:
    """Rename a database with what belongs to it; it is never opened again from here.

    The database itself goes first: whatever interrupts this, what is left is no database, and the
    next start goes on (`is_lost`) instead of opening one half of it.
    """
    aside = database.with_name(f"{database.stem}.{why}.{stamp(at)}.db")
    for suffix in BESIDE:
        part = database.with_name(database.name + suffix)
        if part.exists():
            os.replace(part, aside.with_name(aside.name + suffix))  # noqa: PTH105
    flush(database.parent)
    return aside


def put_in_place(prepared: Path, database: Path) -> None:
    """A database that is whole in one file becomes the room's, at once or not at all."""
    if any(database.with_name(database.name + suffix).exists() for suffix in BESIDE):
        raise OperatorError("database_in_the_way")
    flush(prepared)
    os.replace(prepared, database)  # noqa: PTH105
    flush(database.parent)
