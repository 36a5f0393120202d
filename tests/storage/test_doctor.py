"""The doctor: what it says of a database that answers, is late, is silent or is another one."""

from __future__ import annotations

import shutil
import socket
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import psycopg
import pytest

from command_center.domain.errors import OperatorError
from command_center.ports import Connection, LinkState
from command_center.runtime.clock import LiveClock
from command_center.storage.database import open_database
from command_center.storage.doctor import Doctor
from command_center.storage.engine import open_engine
from command_center.storage.epoch import Mark, Seen, Server, judge
from command_center.storage.link import Link, OwnLink
from command_center.storage.links import Links
from command_center.storage.probes import FileProbe, ServerProbe
from tests.postgres import Server as Cluster
from tests.storage import rows
from tests.storage.server_room import make_room

PATIENCE_S = 20.0


def until(true: Callable[[], bool]) -> None:
    deadline_s = time.monotonic() + PATIENCE_S
    while not true():
        assert time.monotonic() < deadline_s, "it did not come about"
        time.sleep(0.01)


class HandProbe:
    """Answers with `skew_s`, or fails with `code`, or hangs until `hanging` is set."""

    def __init__(self) -> None:
        self.skew_s: float | None = 0.0
        self.code = ""
        self.hanging: threading.Event | None = None
        self.asked = 0

    def ask(self) -> float | None:
        self.asked += 1
        if self.hanging is not None:
            assert self.hanging.wait(PATIENCE_S)
        if self.code:
            raise OperatorError(self.code)
        return self.skew_s

    def close(self) -> None:
        """Nothing to close."""


class Feed:
    def __init__(self) -> None:
        self.looked_s: float | None = None
        self.retried = 0

    def retry(self) -> None:
        self.retried += 1


@pytest.fixture
def probe() -> HandProbe:
    return HandProbe()


@pytest.fixture
def feed() -> Feed:
    return Feed()


@pytest.fixture
def heard() -> list[Connection]:
    return []


@pytest.fixture
def doctor(probe: HandProbe, feed: Feed, heard: list[Connection]) -> Iterator[Doctor]:
    made = Doctor(probe, LiveClock(), feed)
    made.subscribe(heard.append)
    made.start()
    yield made
    if probe.hanging is not None:
        probe.hanging.set()
    made.stop()


def state(doctor: Doctor) -> LinkState:
    return doctor.connection.state


def test_a_question_that_hangs_is_noticed_by_the_clock(
    doctor: Doctor, probe: HandProbe, heard: list[Connection]
) -> None:
    until(lambda: probe.asked > 0)
    probe.hanging = threading.Event()
    until(lambda: state(doctor) is LinkState.DOUBTFUL)
    assert doctor.connection.code == "database_silent"
    until(lambda: len(heard) == 2)
    probe.hanging.set()
    until(lambda: state(doctor) is LinkState.ONLINE)
    until(lambda: len(heard) == 3)
    assert [said.state.value for said in heard] == ["doubtful", "offline", "online"]


def test_one_failure_is_nothing_and_two_are(
    doctor: Doctor, probe: HandProbe, feed: Feed, heard: list[Connection]
) -> None:
    until(lambda: probe.asked > 0)
    probe.code = "database_unreachable"
    until(lambda: state(doctor) is LinkState.DOUBTFUL)
    assert doctor.connection.code == "database_unreachable"
    probe.code = ""
    until(lambda: state(doctor) is LinkState.ONLINE)
    assert feed.retried == 1
    assert doctor.connection.code == ""


def test_a_server_that_must_not_be_used_is_offline_at_once(
    doctor: Doctor, probe: HandProbe, heard: list[Connection]
) -> None:
    probe.code = "database_behind"
    until(lambda: bool(heard))
    assert (heard[0].state, heard[0].code) == (LinkState.OFFLINE, "database_behind")


def test_data_that_nobody_brings_is_old(doctor: Doctor, feed: Feed) -> None:
    """The doctor's own connection answers; the feed's does not."""
    feed.looked_s = time.monotonic() - 3
    until(lambda: state(doctor) is LinkState.DOUBTFUL)
    assert time.monotonic() - doctor.connection.heard_s > 2.9
    feed.looked_s = time.monotonic()
    until(lambda: state(doctor) is LinkState.ONLINE)


def test_a_clock_that_is_off_is_told_once(
    doctor: Doctor, probe: HandProbe, heard: list[Connection]
) -> None:
    probe.skew_s = -3600.0
    until(lambda: doctor.connection.skewed)
    until(lambda: bool(heard))
    asked = probe.asked
    until(lambda: probe.asked > asked + 1)
    assert [said.skew_s for said in heard] == [-3600.0]


# --- which server -------------------------------------------------------------------------------

HASH = bytes(range(32))
SERVER = Server(False, "sys", 3, 20, b"\1" * 32, "now", HASH, datetime.now(UTC))
MARK = Mark("now", "sys", 3, 10, HASH.hex(), ("before",))


def code_of(server: Server, mark: Mark = MARK) -> str:
    try:
        judge(mark, server)
    except OperatorError as error:
        return error.code
    return ""


@pytest.mark.parametrize(
    ("server", "code"),
    [
        (SERVER, ""),
        (replace(SERVER, standby=True), "database_standby"),
        (replace(SERVER, timeline=2), "database_deposed"),
        (replace(SERVER, timeline=4), ""),
        (replace(SERVER, seq=9, hash_then=None), "database_behind"),
        (replace(SERVER, seq=10), ""),
        (replace(SERVER, hash_then=b"\2" * 32), "database_forked"),
        (replace(SERVER, timeline=1, system="another"), ""),
        (replace(SERVER, timeline=1, system="another", seq=3, hash_then=None), "database_behind"),
        (replace(SERVER, epoch="restored", seq=1, hash_then=None), ""),
        (replace(SERVER, epoch="before"), "database_behind"),
        (replace(SERVER, epoch="", seq=0), "database_behind"),
    ],
)
def test_a_server_is_judged_by_what_was_seen(server: Server, code: str) -> None:
    assert code_of(server) == code


def test_what_was_seen_outlives_the_program(tmp_path: Path) -> None:
    file = tmp_path / "servers" / "room.json"
    seen = Seen(file)
    assert code_of(SERVER, seen.mark) == ""
    seen.take(replace(SERVER, epoch="before"))
    seen.take(SERVER)
    seen.note("now", 25, HASH)
    seen.note("before", 99, HASH)
    seen.keep()
    again = Seen(file).mark
    assert (again.seq, again.hash, again.past) == (25, HASH.hex(), ("before",))
    assert code_of(replace(SERVER, seq=24, hash_then=None), again) == "database_behind"


@pytest.mark.parametrize("text", ["", "{}", "[1]", '{"epoch": 1, "seq": "x"}', "x" * 70_000])
def test_a_spoilt_memory_is_said_and_forgotten(
    tmp_path: Path, text: str, caplog: pytest.LogCaptureFixture
) -> None:
    file = tmp_path / "room.json"
    file.write_text(text)
    assert Seen(file).mark == Mark()
    assert "cannot be read" in caplog.text


# --- real ones ----------------------------------------------------------------------------------


@pytest.mark.postgres
def test_a_workstation_may_ask_all_that_the_doctor_asks(
    postgres: Cluster, postgres_template: str
) -> None:
    """With the rights of its login, not of the owner."""
    room = make_room(postgres, postgres_template)
    links, seen = Links(), Seen()
    links.admit = seen.admit
    engine = open_engine(room.url("meja-1"), "rahasia meja-1", links)
    probe = ServerProbe(engine, links, seen, LiveClock())
    skew_s = probe.ask()
    assert skew_s is not None
    assert abs(skew_s) < 5
    mark = seen.mark
    assert mark.epoch == "e1"
    assert mark.seq > 0
    assert mark.timeline == 1
    assert mark.system.isdigit()
    probe.close()
    engine.dispose()
    room.close()


class Ahead:
    def now(self) -> datetime:
        return datetime.now(UTC) + timedelta(hours=1)


@pytest.mark.postgres
def test_an_hour_of_difference_is_measured(postgres: Cluster, postgres_template: str) -> None:
    database = open_database(postgres.url(postgres.new_database(postgres_template)), clock=Ahead())
    rows.seed(database.storage)
    database.doctor.start()
    until(lambda: database.doctor.connection.skewed)
    assert database.doctor.connection.skew_s == pytest.approx(3600, abs=5)
    assert database.doctor.connection.online
    database.close()


def test_cutting_ends_a_connection_that_is_only_being_opened() -> None:
    """A server that accepts and then says nothing."""
    with socket.create_server(("127.0.0.1", 0)) as mute:
        links = Links()
        engine = open_engine(f"postgresql://me@127.0.0.1:{mute.getsockname()[1]}/room", links=links)
        failed: list[OperatorError] = []

        def connect() -> None:
            try:
                Link(engine)
            except OperatorError as error:
                failed.append(error)

        opening = threading.Thread(target=connect)
        opening.start()
        accepted, _ = mute.accept()
        links.cut()
        opening.join(PATIENCE_S)
        assert [error.code for error in failed] == ["database_unreachable"]
        links.keep_for_me(only=True)
        second = threading.Thread(target=connect)
        second.start()
        second.join(PATIENCE_S)
        accepted.close()
        assert len(failed) == 2


@pytest.mark.postgres
def test_cutting_ends_whoever_waits(postgres: Cluster, postgres_template: str) -> None:
    links = Links()
    name = postgres.new_database(postgres_template)
    link = Link(open_engine(postgres.url(name), links=links))
    timer = threading.Timer(0.2, links.cut)
    timer.start()
    with pytest.raises(OperatorError, match="database_unreachable"):
        link.one("SELECT pg_sleep(4)")
    assert link.was_cut
    assert not link.usable
    link.close()
    postgres.drop_database(name)


@pytest.mark.postgres
def test_a_session_that_ended_meanwhile_is_not_used_again(
    postgres: Cluster, postgres_template: str
) -> None:
    name = postgres.new_database(postgres_template)
    own = OwnLink(open_engine(postgres.url(name)))
    pid = own.get().one("SELECT pg_backend_pid()")[0]
    postgres.execute(f"SELECT pg_terminate_backend({pid}, 5000)")
    assert own.get().one("SELECT pg_backend_pid()")[0] != pid
    own.close()
    postgres.drop_database(name)


@pytest.mark.postgres
def test_hosts_are_tried_in_turn(postgres: Cluster, postgres_template: str) -> None:
    name = postgres.new_database(postgres_template)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        dead = taken.getsockname()[1]
    url = f"postgresql://postgres@/{name}?host=127.0.0.1:{dead}&host=127.0.0.1:{postgres.port}"
    link = Link(open_engine(url))
    with psycopg.connect(postgres.url(name)) as direct:
        told = direct.execute("SELECT inet_server_port()").fetchone()
    assert link.one("SELECT inet_server_port()") == told
    link.close()
    postgres.drop_database(name)


def test_a_file_that_is_gone_or_another_is_noticed(sqlite_template: Path, tmp_path: Path) -> None:
    path = tmp_path / "room.db"
    shutil.copy(sqlite_template, path)
    probe = FileProbe(open_engine(f"sqlite:///{path}"))
    probe.ask()
    kept = path.rename(tmp_path / "kept.db")
    with pytest.raises(OperatorError, match="database_file_missing"):
        probe.ask()
    shutil.copy(sqlite_template, path)
    with pytest.raises(OperatorError, match="database_file_replaced"):
        probe.ask()
    path.unlink()
    kept.rename(path)
    probe.ask()
    probe.close()


def test_a_file_that_another_program_holds_is_said(sqlite_template: Path, tmp_path: Path) -> None:
    path = tmp_path / "room.db"
    shutil.copy(sqlite_template, path)
    probe = FileProbe(open_engine(f"sqlite:///{path}"))
    probe.ask()
    other = Link(open_engine(f"sqlite:///{path}"))
    probe.close()
    other.run("PRAGMA locking_mode = EXCLUSIVE")
    other.run("BEGIN EXCLUSIVE")
    with pytest.raises(OperatorError, match="database_busy"):
        probe.ask()
    other.run("ROLLBACK")
    other.close()
    probe.ask()
    probe.close()
