"""F7 and F10: the feed's listener dies, notifications are lost, the log has a hole, a backup comes
back, clocks jump; all desks end with the same rows."""

from __future__ import annotations

import logging
import subprocess
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import psycopg
import pytest
from pytestqt.qtbot import QtBot

from command_center.domain.errors import OperatorError
from command_center.runtime.clock import LiveClock
from command_center.storage.feed_postgres import PostgresFeed
from tests.chaos.desks import Desk, Faulty, Stage, faulty_room, staged, until
from tests.postgres import Server

pytestmark = [pytest.mark.postgres, pytest.mark.timeout(120)]
EXPECTED = {
    "change feed lost its database",
    "the log does not continue at",
    "feed out of step, loading again",
}


@pytest.fixture(scope="module")
def stage(postgres: Server) -> Stage:
    return staged(postgres)


@pytest.fixture
def faulty(postgres: Server, stage: Stage, caplog: pytest.LogCaptureFixture) -> Iterator[Faulty]:
    with faulty_room(postgres, stage) as room:
        yield room
    loud = [r.getMessage() for r in caplog.get_records("call") if r.levelno >= logging.WARNING]
    assert [said for said in loud if not said.startswith(tuple(EXPECTED))] == []


@pytest.fixture
def desk(faulty: Faulty, qtbot: QtBot) -> Iterator[Desk]:
    with faulty.desk() as found:
        yield found


@pytest.fixture
def near(faulty: Faulty, qtbot: QtBot) -> Iterator[Desk]:
    with faulty.desk(far=False) as found:
        yield found


def by_hand(faulty: Faulty, *statements: str) -> None:
    """As the server's administrator, past every rule."""
    with psycopg.connect(faulty.near_url, autocommit=True) as connection:
        connection.execute("SET session_replication_role = replica")
        for statement in statements:
            connection.execute(statement.encode())


# --- F7 -----------------------------------------------------------------------------------------


def test_a_killed_listener_listens_again(faulty: Faulty, desk: Desk, near: Desk) -> None:
    for number in range(3):
        faulty.server.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            f" WHERE datname = '{faulty.name}' AND query LIKE '%log_head%room%'"
            " AND pid <> pg_backend_pid()"
        )
        near.note(f"note {number}").result(30)
    faulty.converged(desk, near)
    assert len(desk.notes()) == 3


def test_lost_notifications_only_cost_time(
    faulty: Faulty, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(PostgresFeed, "_listen", lambda *_: None)
    with faulty.desk() as desk, faulty.desk(far=False) as near:
        for number in range(5):
            near.note(f"note {number}").result(30)
        faulty.converged(desk, near)
        assert len(desk.notes()) == 5


def test_a_hole_in_the_log_is_seen_and_passed(faulty: Faulty, desk: Desk, near: Desk) -> None:
    """The desk had not read the entry that is taken away."""
    told: list[bool] = []
    desk.live.syncing.connect(told.append)
    faulty.proxy.freeze()
    for number in range(3):
        near.note(f"note {number}").result(30)
    until(lambda: len(near.notes()) == 3)
    missing = near.live.situation.seq - 1
    by_hand(
        faulty,
        f"DELETE FROM event_subject WHERE seq = {missing}",
        f"DELETE FROM event_log WHERE seq = {missing}",
    )
    faulty.proxy.heal()
    until(lambda: told == [True, False])
    faulty.converged(desk, near)
    assert len(desk.notes()) == 3


def test_an_end_that_is_missing_is_no_news_for_ever(faulty: Faulty, desk: Desk) -> None:
    """The head promises an entry that is not there."""
    told: list[bool] = []
    desk.live.syncing.connect(told.append)
    by_hand(faulty, "UPDATE log_head SET seq = seq + 1")
    until(lambda: told == [True, False])


def test_far_behind_reads_the_room_anew(
    faulty: Faulty, desk: Desk, near: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("command_center.storage.feed.FARTHEST", 5)
    told: list[bool] = []
    desk.live.syncing.connect(told.append)
    faulty.proxy.freeze()
    for number in range(8):
        near.note(f"note {number}").result(30)
    until(lambda: desk.code == "database_unreachable")  # and the old connection is cut
    faulty.proxy.heal()
    until(lambda: told == [True, False])
    faulty.converged(desk, near)


def dumped(faulty: Faulty, into: Path) -> Path:
    file = into / "room.dump"
    command = [str(faulty.server.bin / "pg_dump"), "-Fc", "-f", str(file), faulty.near_url]
    subprocess.run(command, check=True, timeout=60)
    return file


def restored(faulty: Faulty, file: Path, *then: str) -> None:
    """The backup in place of the room, under its name; `then` before anybody sees it."""
    server, name = faulty.server, f"{faulty.name}_back"
    server.execute(f"CREATE DATABASE {name}")
    command = [str(server.bin / "pg_restore"), "--no-owner", "-d", server.url(name), str(file)]
    subprocess.run(command, check=True, timeout=60)
    with psycopg.connect(server.url(name), autocommit=True) as connection:
        connection.execute("SET session_replication_role = replica")
        for statement in then:
            connection.execute(statement.encode())
    server.drop_database(faulty.name)
    server.execute(f"ALTER DATABASE {name} RENAME TO {faulty.name}")


def test_a_backup_of_a_new_epoch_is_taken_up(
    faulty: Faulty, desk: Desk, near: Desk, tmp_path: Path
) -> None:
    told: list[bool] = []
    desk.live.syncing.connect(told.append)
    near.note("kept").result(30)
    file = dumped(faulty, tmp_path)
    for number in range(3):
        near.note(f"lost {number}").result(30)
    until(lambda: len(desk.notes()) == 4)
    restored(faulty, file, "UPDATE room SET epoch = 'after the restore'")
    until(lambda: told == [True, False])
    faulty.converged(desk, near)
    assert desk.notes() == ["kept"]
    assert near.note("goes on").result(30).seq is not None
    faulty.converged(desk, near)


def test_a_backup_that_does_not_say_so_is_refused(
    faulty: Faulty, desk: Desk, near: Desk, tmp_path: Path
) -> None:
    file = dumped(faulty, tmp_path)
    near.note("seen").result(30)
    until(lambda: desk.notes() == ["seen"])
    until(lambda: desk.state == "online")
    restored(faulty, file)
    until(lambda: desk.code == "database_behind")
    assert desk.state == "offline"
    with pytest.raises(OperatorError, match="database_"):
        desk.note("not there").result(30)
    assert desk.notes() == ["seen"]
    desk.close()
    with pytest.raises(OperatorError, match="database_behind"), faulty.desk():
        pass  # nor by a program that has been started again
    with psycopg.connect(faulty.near_url) as connection:
        count = connection.execute("SELECT count(*) FROM note").fetchone()
    assert count == (0,)


# --- F10 ----------------------------------------------------------------------------------------


class SteppedClock:
    """The machine's clock, put wrong by `off_s`."""

    def __init__(self) -> None:
        self.off_s = 0.0

    def now(self) -> datetime:
        return LiveClock().now() + timedelta(seconds=self.off_s)


def test_clocks_that_jump_change_no_order(faulty: Faulty, near: Desk) -> None:
    clock = SteppedClock()
    with faulty.desk(clock=clock) as desk:
        seqs = []
        for number, off_s in enumerate((0, 3600, -3600, 0.5, 86_400 * 30, -86_400 * 30, 1)):
            clock.off_s = off_s
            for who in (desk, near):
                outcome = who.note(f"{number} {who is near}").result(30)
                assert outcome.seq is not None
                seqs.append(outcome.seq)
        assert seqs == list(range(seqs[0], seqs[0] + len(seqs)))
        faulty.converged(desk, near)
        assert len(desk.notes()) == len(seqs)
