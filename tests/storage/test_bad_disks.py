"""A disk that fails (F8): nothing is acknowledged that is not stored, what is stored can be read,
and work goes on by itself when the disk does."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import apsw
import pytest
from pysqlite3 import dbapi2 as sqlite

from command_center.domain.errors import OperatorError
from command_center.domain.room import Staff
from command_center.storage.backup import copy_to, verify
from command_center.storage.database import Database, open_database
from command_center.storage.errors import translated
from tests.storage import rows
from tests.storage.rows import acting

TMPFS_KIB = 4 * 1024
ROOM_FOR_HALF = 300 * 1024


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 4 MiB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={TMPFS_KIB}k,nr_inodes=40", "tmpfs", str(folder)]
    if os.geteuid() != 0 or subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("only root may mount a small file system")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def opened(sqlite_template: Path, folder: Path) -> Database:
    shutil.copy(sqlite_template, folder / "room.db")
    database = open_database(f"sqlite:///{folder / 'room.db'}")
    rows.seed(database.storage)
    return database


def add(database: Database, id: str) -> None:
    with acting(database.storage) as work:
        work.add(rows.staff(id=id))


def people(database: Database) -> set[str]:
    with database.storage.begin() as work:
        return {person.id for person in work.find(Staff)}


def fill(folder: Path) -> Path:
    filler = folder / "filler"
    with filler.open("wb", buffering=0) as file:
        for size in (64 * 1024, 4096, 512):
            while True:
                try:
                    file.write(b"x" * size)
                except OSError:
                    break
    return filler


def add_until_refused(database: Database) -> tuple[set[str], str]:
    """The ids that were acknowledged, and the code of what ended it."""
    stored: set[str] = set()
    for n in range(5_000):
        try:
            add(database, f"p{n:04}")
        except OperatorError as error:
            return stored, error.code
        stored.add(f"p{n:04}")
    raise AssertionError("the disk never filled")


def test_a_full_disk_refuses_and_keeps_what_it_acknowledged(
    sqlite_template: Path, small_disk: Path
) -> None:
    database = opened(sqlite_template, small_disk)
    before = people(database)
    filler = fill(small_disk)
    stored, code = add_until_refused(database)
    assert code == "disk_full"
    assert set(database.feed.snapshot(None).rows) > {"staff"}, "the board can still be read"
    filler.unlink()
    add(database, "late")
    assert people(database) == before | stored | {"late"}
    database.close()
    assert verify(small_disk / "room.db") == len(stored) + 2


def test_a_backup_onto_a_full_disk_leaves_nothing(
    sqlite_template: Path, small_disk: Path, tmp_path: Path
) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    database = opened(sqlite_template, outside)
    os.truncate(fill(small_disk), TMPFS_KIB * 1024 - ROOM_FOR_HALF)
    with pytest.raises(OperatorError, match="disk_full"):
        copy_to(outside / "room.db", small_disk / "copy.db")
    assert [p.name for p in small_disk.iterdir()] == ["filler"]
    database.close()


def test_no_inode_left_is_told_and_nothing_is_lost(sqlite_template: Path, small_disk: Path) -> None:
    """A file system may be full of names with room for bytes."""
    database = opened(sqlite_template, small_disk)
    names = []
    with pytest.raises(OSError, match="space"):
        for n in range(100):
            (small_disk / f"name{n}").touch()
            names.append(small_disk / f"name{n}")
    add(database, "while full")  # the files of the room exist already
    with pytest.raises((OperatorError, OSError)):
        copy_to(small_disk / "room.db", small_disk / "copy.db")
    for name in names:
        name.unlink()
    copy_to(small_disk / "room.db", small_disk / "copy.db")
    database.close()


def test_a_read_only_disk_is_told_and_the_same_room_works_elsewhere(
    sqlite_template: Path, small_disk: Path
) -> None:
    """A file system with open files does not become read-only by asking: here from the start."""
    database = opened(sqlite_template, small_disk)
    add(database, "before")
    database.close()
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    with pytest.raises(OperatorError, match=r"database_(read_only|unreachable)"):
        add(open_database(f"sqlite:///{small_disk / 'room.db'}"), "meanwhile")
    subprocess.run(["mount", "-o", "remount,rw", str(small_disk)], check=True)
    database = open_database(f"sqlite:///{small_disk / 'room.db'}")
    add(database, "after")
    assert {"before", "after"} <= people(database)
    database.close()


def test_a_file_that_another_program_holds_is_busy_until_it_lets_go(
    sqlite_template: Path, tmp_path: Path
) -> None:
    database = opened(sqlite_template, tmp_path)
    holder = sqlite.connect(str(tmp_path / "room.db"), isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    with pytest.raises(OperatorError, match="database_busy"):
        add(database, "meanwhile")
    assert database.feed.snapshot(None).rows["staff"], "the board can still be read"
    holder.execute("ROLLBACK")
    holder.close()
    add(database, "after")
    assert "meanwhile" not in people(database)
    assert "after" in people(database)
    database.close()


class FailingSync(apsw.VFS):
    """The system's files, whose `sync` fails while `broken`."""

    def __init__(self) -> None:
        self.broken = False
        super().__init__("failing-sync", "")

    def xOpen(self, name: Any, flags: list[int]) -> Any:
        return _SyncFile(self, name, flags)


class _SyncFile(apsw.VFSFile):
    def __init__(self, owner: FailingSync, name: Any, flags: list[int]) -> None:
        self._owner = owner
        super().__init__("", name, flags)

    def xSync(self, flags: int) -> None:
        if self._owner.broken:
            raise apsw.IOError("the disk lost it")
        super().xSync(flags)


def test_a_sync_that_fails_acknowledges_nothing(sqlite_template: Path, tmp_path: Path) -> None:
    """The settings that the product opens a room with, on a library whose files can be broken."""
    shutil.copy(sqlite_template, tmp_path / "room.db")
    vfs = FailingSync()
    room = apsw.Connection(str(tmp_path / "room.db"), vfs="failing-sync")
    room.execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL")
    room.execute("INSERT INTO day_counter VALUES ('2026-11-21', 1)")
    vfs.broken = True
    with pytest.raises(apsw.IOError):
        room.execute("INSERT INTO day_counter VALUES ('2026-11-22', 1)")
    vfs.broken = False
    room.execute("INSERT INTO day_counter VALUES ('2026-11-23', 1)")
    room.close()
    with sqlite.connect(str(tmp_path / "room.db")) as after:
        days = [row[0] for row in after.execute("SELECT day FROM day_counter ORDER BY day")]
    after.close()
    assert days == ["2026-11-21", "2026-11-23"]


def test_what_the_driver_says_of_a_broken_disk_has_a_sentence() -> None:
    told = translated(sqlite.OperationalError("disk I/O error"))
    assert isinstance(told, OperatorError)
    assert told.code == "database_unreachable"
