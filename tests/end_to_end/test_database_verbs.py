"""`command-center db` as an administrator types it, on both engines."""

from __future__ import annotations

import io
import json
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from command_center.bootstrap.database.salvage import sqlite_file
from command_center.bootstrap.room import RoomPlan, open_room
from command_center.cli import main
from command_center.cli_database import Meter
from command_center.commands.intake import ReceiveReport
from command_center.commands.people import AddStaff
from command_center.commands.workstation import RegisterWorkstation
from command_center.domain.errors import OperatorError
from command_center.domain.room import Role
from command_center.runtime.clock import LiveClock
from tests.postgres import Server, running_server
from tests.storage.test_check import owner_does

PASSWORD = "kunci rahasia 77"
DONE, USAGE, NOTHING, ENVIRONMENT = 0, 2, 3, 4


@pytest.fixture
def url(engine_name: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Where a room will be: no file, no database yet."""
    if engine_name == "sqlite":
        yield f"sqlite:///{tmp_path / 'rooms' / 'room.db'}"
        return
    if not has_client():
        pytest.skip("PostgreSQL's client programs are not installed")
    server: Server = request.getfixturevalue("postgres")
    name = f"verbs_{time.monotonic_ns()}"
    yield server.url(name)
    for left in server.names(f"{name}%"):
        server.drop_database(left)


def has_client() -> bool:
    """Whether this machine can make and read archives of a server."""
    return all(shutil.which(name) for name in ("pg_dump", "pg_restore"))


def db(*words: str, typed: str = "") -> int:
    """The exit status."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stdin", io.StringIO(typed))
        return main(["db", *words])


def init(url: str, typed: str = f"{PASSWORD}\n{PASSWORD}\n") -> int:
    return db("init", "--login", "sari", "--name", "Sari Dewi", "--database", url, typed=typed)


def report(url: str, id: str) -> None:
    room = open_room(url, LiveClock(), RoomPlan())
    try:
        room.lane.submit(ReceiveReport("110", id, "unjuk_rasa", "massa")).result(20)
    finally:
        room.close()


def reports(url: str) -> int:
    room = open_room(url, LiveClock(), RoomPlan())
    try:
        return len(room.database.feed.snapshot(None).rows["report"])
    finally:
        room.close()


def test_a_room_is_made_once_with_its_administrator(
    url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert init(url) == DONE
    assert init(url) == NOTHING
    assert "administrator already" in capsys.readouterr().err
    assert db("check", "--database", url) == DONE


@pytest.mark.parametrize("typed", ["kunci rahasia 77\nanother\n", "short\nshort\n", ""])
def test_a_password_that_cannot_be_makes_no_room(url: str, typed: str) -> None:
    assert init(url, typed) == NOTHING
    file = sqlite_file(url)
    if file is not None:
        assert not file.exists()


def test_a_password_in_the_address_is_wrong_usage(url: str) -> None:
    assert db("check", "--database", "postgresql://a:b@localhost/x") == USAGE


def test_progress_leaves_the_line_to_what_is_said_after_it(
    capsys: pytest.CaptureFixture[str],
) -> None:
    meter = Meter()
    meter("copy", 1, 4)
    meter("rows", 2, 4)
    meter.end()
    assert capsys.readouterr().err == "\rcopy  25 %\rcopy 100 %\n\rrows  50 %\n"
    meter("rows", 4, 4)
    meter.end(done=True)
    meter.end(done=True)
    assert capsys.readouterr().err == "\rrows 100 %\rrows 100 %\n"


@pytest.mark.postgres
def test_a_refused_password_is_said_on_a_line_of_its_own(
    server_url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert init(server_url.replace("127.0.0.1:", "127.0.0.1:1")) == ENVIRONMENT
    said = capsys.readouterr().err.splitlines()
    assert said[-1].startswith("command-center: ")


def test_a_room_that_is_not_there_is_the_environments_fault(tmp_path: Path) -> None:
    for verb in ("check", "backup", "upgrade"):
        assert db(verb, "--database", f"sqlite:///{tmp_path / 'none.db'}") == ENVIRONMENT
    assert list(tmp_path.glob("none*")) == []


def test_what_was_backed_up_comes_back_on_a_blank_machine(
    url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    init(url)
    report(url, "r1")
    copy = tmp_path / "copy"
    assert db("backup", "--to", str(copy), "--database", url) == DONE
    report(url, "r2")
    assert db("restore", str(copy), "--database", url) == NOTHING
    assert "knows more" in capsys.readouterr().err
    assert reports(url) == 2
    assert db("restore", str(copy), "--replace-newer", "--database", url) == DONE
    assert "is kept as" in capsys.readouterr().out
    assert reports(url) == 1
    assert db("check", "--database", url) == DONE
    with pytest.raises(OperatorError, match="database_unconfirmed"):
        report(url, "r3")
    room = open_room(url, LiveClock(), RoomPlan())
    try:  # the backup may be older than everybody who could confirm it
        lead = AddStaff("Dewi Lestari", "dewi", Role.SHIFT_LEAD)
        assert room.lane.submit(lead, act=room.console).result(20).result["staff_id"]
    finally:
        room.close()


def test_a_backup_that_is_none_is_refused_and_the_room_stays(url: str, tmp_path: Path) -> None:
    init(url)
    report(url, "r1")
    for content in (b"", b"PGDMP" + b"\0" * 500, b"SQLite format 3\0" + b"\1" * 5000):
        bad = tmp_path / "bad"
        bad.write_bytes(content)
        assert db("restore", str(bad), "--replace-newer", "--database", url) != DONE
    assert reports(url) == 1
    assert db("restore", str(tmp_path / "no such"), "--database", url) == ENVIRONMENT


def test_a_backup_that_lost_bytes_is_refused(url: str, tmp_path: Path) -> None:
    init(url)
    report(url, "r1")
    copy = tmp_path / "copy"
    db("backup", "--to", str(copy), "--database", url)
    copy.write_bytes(copy.read_bytes()[: copy.stat().st_size * 2 // 3])
    assert db("restore", str(copy), "--replace-newer", "--database", url) != DONE
    assert reports(url) == 1


def test_check_names_a_row_that_was_changed_by_hand(
    url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    init(url)
    room = open_room(url, LiveClock(), RoomPlan())
    try:
        owner_does(room.database, "UPDATE staff SET name = 'Orang lain' WHERE login = 'sari'")
    finally:
        room.close()
    capsys.readouterr()
    assert db("check", "--database", url) == NOTHING
    assert "is not what the log says" in capsys.readouterr().out


def test_the_folder_of_backups_keeps_one_an_hour(
    url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    init(url)
    capsys.readouterr()
    assert db("backup", "--json", "--database", url) == DONE
    first = json.loads(capsys.readouterr().out)
    assert first["entries"] > 0
    assert Path(first["file"]).is_file()
    (Path(first["file"]).parent / "notes.txt").write_text("the administrator's")
    time.sleep(1.1)  # names tell seconds
    db("backup", "--json", "--database", url)
    second = json.loads(capsys.readouterr().out)
    left = sorted(path.name for path in Path(second["file"]).parent.iterdir())
    hour = Path(first["file"]).name[:16] == Path(second["file"]).name[:16]
    kept = {Path(second["file"]).name} if hour else {Path(f["file"]).name for f in (first, second)}
    assert left == sorted({*kept, "notes.txt"})


def test_a_program_is_answered_in_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    missing = f"sqlite:///{tmp_path / 'none.db'}"
    assert db("backup", "--json", "--database", missing) == ENVIRONMENT
    assert json.loads(capsys.readouterr().out) == {"error": "no_room_yet"}


def test_an_open_room_is_not_replaced_under_its_window(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    url = f"sqlite:///{tmp_path / 'room.db'}"
    init(url)
    copy = tmp_path / "copy"
    db("backup", "--to", str(copy), "--database", url)
    room = open_room(url, LiveClock(), RoomPlan())
    room.lane.submit(ReceiveReport("110", "r1", "unjuk_rasa", "massa")).result(20)
    try:
        restore = ("restore", str(copy), "--replace-newer", "--database", url)
        assert db(*restore) == ENVIRONMENT
        assert "open in a window" in capsys.readouterr().err
        room.lane.submit(ReceiveReport("110", "r2", "unjuk_rasa", "massa")).result(20)
    finally:
        room.close()
    assert reports(url) == 2
    assert db(*restore) == DONE


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_cancelled_backup_leaves_nothing(tmp_path: Path, number: int) -> None:
    url = f"sqlite:///{tmp_path / 'room.db'}"
    init(url)
    target = tmp_path / "out" / "copy"
    target.parent.mkdir()
    slow = (
        "import signal, sys, time\n"
        # a shell has what it runs in the background ignore Ctrl+C
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "from command_center.storage import backup\n"
        "real = backup.verify\n"
        "def slow(path, progress=backup.silent):\n"
        "    print('verifying', flush=True); time.sleep(60); return real(path, progress)\n"
        "backup.verify = slow\n"
        "from command_center.cli import main\n"
        "sys.exit(main(sys.argv[1:]))"
    )
    words = ["db", "backup", "--to", str(target), "--database", url]
    child = subprocess.Popen(
        [sys.executable, "-c", slow, *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    try:
        assert child.stdout is not None
        assert child.stdout.readline() == b"verifying\n"
        child.send_signal(number)
        _, said = child.communicate(timeout=30)
    finally:
        child.kill()
        child.wait()
    assert child.returncode == NOTHING
    assert b"nothing was left half done" in said
    assert list(target.parent.iterdir()) == []


def test_an_interrupted_founding_leaves_no_room(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from command_center.bootstrap.database import administration

    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    url = f"sqlite:///{tmp_path / 'room.db'}"
    with monkeypatch.context() as patch:
        patch.setattr(administration, "put_in_place", stopped)
        assert init(url) == NOTHING
    assert [path for path in tmp_path.iterdir() if path.is_file()] == []
    assert init(url) == DONE


def test_a_copied_backup_is_a_room_for_the_window(tmp_path: Path) -> None:
    """One command, nothing else, on a machine that never saw the room (F20)."""
    url = f"sqlite:///{tmp_path / 'one' / 'room.db'}"
    init(url)
    report(url, "r1")
    db("backup", "--to", str(tmp_path / "stick.db"), "--database", url)
    shutil.rmtree(tmp_path / "one")
    other = f"sqlite:///{tmp_path / 'two' / 'room.db'}"
    assert db("restore", str(tmp_path / "stick.db"), "--database", other) == DONE
    assert reports(other) == 1


@pytest.fixture
def server_url(postgres: Server) -> Iterator[str]:
    if not has_client():
        pytest.skip("PostgreSQL's client programs are not installed")
    name = f"verbs_{time.monotonic_ns()}"
    yield postgres.url(name)
    for left in postgres.names(f"{name}%"):
        postgres.drop_database(left)


@pytest.mark.postgres
def test_a_workstation_that_was_admitted_is_after_a_restore(
    server_url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    init(server_url)
    typed = "sandi mesin 12\nsandi mesin 12\n"
    assert db("workstation", "MEJA-2", "--database", server_url, typed=typed) == DONE
    copy = tmp_path / "copy"
    db("backup", "--to", str(copy), "--database", server_url)
    assert db("restore", str(copy), "--database", server_url) == DONE
    with psycopg.connect(server_url) as connection:
        may = "SELECT has_database_privilege('ws_MEJA-2', current_database(), 'CONNECT')"
        assert connection.execute(may).fetchone() == (True,)
        public = "SELECT has_database_privilege('public', current_database(), 'CONNECT')"
        assert connection.execute(public).fetchone() == (False,)


@pytest.mark.postgres
def test_a_workstation_that_is_gone_is_let_in_no_longer_until_it_is_admitted_again(
    server_url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    init(server_url)
    typed = "sandi mesin 12\nsandi mesin 12\n"
    assert db("workstation", "MEJA-2", "--database", server_url, typed=typed) == DONE
    room = open_room(server_url, LiveClock(), RoomPlan())
    known = RegisterWorkstation("MEJA-2", "ab" * 32)
    room.lane.submit(known, act=room.console).result(20)
    name = ("workstation", "MEJA-2", "--database", server_url)
    for words, asked, may in (((*name, "--remove"), "", False), (name, typed, True)):
        assert db(*words, typed=asked) == DONE
        (row,) = room.database.feed.snapshot(LiveClock().now()).rows["workstation"]
        assert (row["letter"], row["retired_at"] is None) == ("A", may)
        with psycopg.connect(server_url) as connection:
            right = "SELECT has_database_privilege('ws_MEJA-2', current_database(), 'CONNECT')"
            assert connection.execute(right).fetchone() == (may,)
    room.close()
    capsys.readouterr()
    assert db("workstation", "MEJA-9", "--remove", "--database", server_url) != DONE
    assert "MEJA-9" in capsys.readouterr().err


@pytest.mark.postgres
def test_a_blank_server_gets_the_room_by_one_command(server_url: str, tmp_path: Path) -> None:
    """No roles, no database, nothing but the server (F20)."""
    init(server_url)
    report(server_url, "r1")
    copy = tmp_path / "copy"
    db("backup", "--to", str(copy), "--database", server_url)
    with running_server() as blank:
        assert blank is not None
        there = blank.url("ruang")
        assert db("restore", str(copy), "--database", there) == DONE
        assert reports(there) == 1
        assert db("check", "--database", there) == DONE
