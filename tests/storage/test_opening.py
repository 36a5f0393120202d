"""A database that cannot be used is refused in one code, and a copy is proven."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from pysqlite3 import dbapi2 as sqlite

from command_center.domain.errors import OperatorError
from command_center.storage import engine as engine_module
from command_center.storage.backup import copy_to, verify
from command_center.storage.database import Database, open_database
from command_center.storage.engine import open_engine
from command_center.storage.link import Link
from tests.storage import rows
from tests.storage.rows import acting

SQLITE = pytest.mark.parametrize("engine_name", ["sqlite"])


def code(url: str) -> str:
    with pytest.raises(OperatorError) as caught:
        open_database(url)
    return caught.value.code


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("postgresql://me:secret@127.0.0.1/room", "password_in_url"),
        ("postgresql://me@127.0.0.1/room?password=secret", "password_in_url"),
        ("mysql://me@127.0.0.1/room", "database_kind_unknown"),
        ("room.db", "database_url_unreadable"),
        ("postgresql://me@127.0.0.1:1/room", "database_unreachable"),
    ],
)
def test_a_url_that_leads_nowhere(url: str, expected: str) -> None:
    assert code(url) == expected


def test_the_error_does_not_repeat_the_password() -> None:
    with pytest.raises(OperatorError) as caught:
        open_database("postgresql://me:secret@127.0.0.1/room")
    assert "secret" not in repr(caught.value) + str(caught.value)


def test_an_old_library_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = SimpleNamespace(sqlite_version_info=(3, 51, 2), sqlite_version="3.51.2")
    monkeypatch.setattr(engine_module, "sqlite", old)
    assert code(f"sqlite:///{tmp_path / 'room.db'}") == "sqlite_too_old"


def test_something_else_is_no_database(tmp_path: Path) -> None:
    (tmp_path / "room.db").write_bytes(b"not a database at all" * 100)
    assert code(f"sqlite:///{tmp_path / 'room.db'}") == "database_corrupt"


@SQLITE
def test_a_damaged_file_is_refused(database: Database, database_url: str) -> None:
    rows.seed(database.storage)
    database.close()
    path = Path(database_url.removeprefix("sqlite:///"))
    content = bytearray(path.read_bytes())
    content[8192:] = bytes(len(content) - 8192)
    path.write_bytes(content)
    assert code(database_url) == "database_corrupt"


@SQLITE
def test_a_log_whose_end_is_wrong_is_refused(database: Database, database_url: str) -> None:
    rows.seed(database.storage)
    link = Link(database.engine)
    link.run("DROP TRIGGER event_log_updated")
    link.run("UPDATE event_log SET body = CAST('{}' AS BLOB)")
    link.close()
    database.close()
    assert code(database_url) == "log_broken"


@SQLITE
def test_a_read_only_file_is_refused_to_the_writer(database: Database) -> None:
    rows.seed(database.storage)
    with acting(database.storage) as work:
        link = database.storage._own.get()
        link.run("PRAGMA query_only = ON")
        with pytest.raises(OperatorError, match="database_read_only"):
            work.add(rows.staff(id="budi"))
        link.run("PRAGMA query_only = OFF")
        work.add(rows.staff(id="siti"))


@SQLITE
def test_a_full_disk_costs_the_command_only(database: Database) -> None:
    rows.seed(database.storage)
    link = database.storage._own.get()
    (pages,) = link.one("PRAGMA page_count")
    link.run(f"PRAGMA max_page_count = {pages + 4}")
    with pytest.raises(OperatorError, match="disk_full"):
        add_much(database)
    link.run("PRAGMA max_page_count = 1000000")
    add_much(database)
    assert [entry.seq for entry in database.history.entries()] == [1, 2]


def add_much(database: Database) -> None:
    with database.storage.begin() as work:
        work.outcome_of("much")
        with work.savepoint():
            for number in range(20):
                work.add(rows.report(id=f"r{number}", text="x" * 9_000))
            work.append(rows.head("much"))


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="root may write everywhere"
)
@SQLITE
def test_a_write_protected_file_is_refused(database: Database, database_url: str) -> None:
    database.close()
    path = Path(database_url.removeprefix("sqlite:///"))
    path.chmod(0o400)
    path.parent.chmod(0o500)
    found = code(database_url)
    path.parent.chmod(0o700)
    assert found in {"database_read_only", "database_unreachable"}


@SQLITE
def test_a_busy_database_says_so(
    database: Database, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine_module, "_PRAGMAS", ("PRAGMA busy_timeout = 50",))
    other = Link(open_engine(database_url))
    with database.storage.begin(), pytest.raises(OperatorError, match="database_busy"):
        other.run("BEGIN IMMEDIATE")
    other.close()


@SQLITE
def test_a_copy_is_whole_and_made_while_in_use(database: Database, tmp_path: Path) -> None:
    rows.seed(database.storage)
    target = copy_to(tmp_path / "room.db", tmp_path / "copy #1 50%.db")
    with acting(database.storage) as work:
        work.add(rows.staff(id="budi"))
    assert verify(target) == 1
    assert not list(tmp_path.glob("*.part"))
    target = target.rename(tmp_path / "copy.db")
    copied = open_database(f"sqlite:///{target}")
    assert [entry.seq for entry in copied.history.entries()] == [1]
    copied.close()


@SQLITE
def test_a_cut_copy_is_not_taken_for_whole(database: Database, tmp_path: Path) -> None:
    rows.seed(database.storage)
    target = copy_to(tmp_path / "room.db", tmp_path / "copy.db")
    raw = sqlite.connect(str(target))
    raw.execute("DROP TRIGGER event_log_deleted")
    raw.execute("DELETE FROM event_log")
    raw.commit()
    raw.close()
    with pytest.raises(OperatorError, match="log_broken"):
        verify(target)


@SQLITE
def test_promises_of_the_connection(database: Database) -> None:
    link = Link(database.engine)
    names = ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
    found = {name: link.one(f"PRAGMA {name}")[0] for name in names}
    link.close()
    assert found == {
        "journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 5000
    }  # fmt: skip


@pytest.mark.parametrize("engine_name", ["postgresql"])
@pytest.mark.postgres
def test_promises_of_the_session(database: Database) -> None:
    link = Link(database.engine)
    names = ("lock_timeout", "statement_timeout", "idle_in_transaction_session_timeout")
    found = [link.one(f"SHOW {name}")[0] for name in names]
    link.close()
    assert found == ["2s", "5s", "3s"]
