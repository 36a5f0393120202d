"""Backups while the room is open: due, made by one, told, and noticed when they fail."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from command_center.bootstrap.database.backups import EVERY, KEY, Backups, backup_command, fault_of
from command_center.bootstrap.room import OpenedRoom, RoomPlan, open_room
from command_center.runtime.clock import LiveClock
from command_center.storage.backup import verify
from command_center.storage.salvage import (
    backups as kept_in,
)
from command_center.storage.salvage import (
    backups_dir,
    noted_head,
    read_head,
    suspect_file,
)
from tests.room.conftest import HandClock
from tests.room.desk import Desk


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "room.db"


@pytest.fixture
def room(file: Path, clock: HandClock) -> Iterator[OpenedRoom]:
    opened = open_room(f"sqlite:///{file}", clock, RoomPlan())
    yield opened
    opened.close()


def answers(word: str) -> Callable[[str], list[str]]:
    return lambda _url: [sys.executable, "-c", f"print({word!r})"]


def keeper(room: OpenedRoom, file: Path, answer: str = '{"file": "x", "entries": 1}') -> Backups:
    return Backups(room, f"sqlite:///{file}", answers(answer))


def test_the_real_program_backs_up_what_is_open(room: OpenedRoom, file: Path) -> None:
    Desk(room).report()
    made = Backups(room, f"sqlite:///{file}", backup_command)
    made.look()
    ((_, copy),) = kept_in(backups_dir(file))
    assert verify(copy) == read_head(file)[0].seq
    told = room.database.telemetry.health()[KEY]
    assert (told.state, told.code, told.last_ok_at) == ("ok", "backup_ok", room.clock.now())
    made._leases.close()


def test_one_is_made_an_hour(room: OpenedRoom, file: Path, clock: HandClock) -> None:
    one = keeper(room, file)
    assert one.is_due(clock.now())
    one.look()
    assert not one.is_due(clock.now())
    clock.turn(EVERY.total_seconds() - 1)
    assert not one.is_due(clock.now())
    clock.turn(1)
    assert one.is_due(clock.now())
    clock.turn(-86_400)
    assert one.is_due(clock.now()), "a clock that was set back puts nothing off for a day"
    one._leases.close()


def test_one_workstation_makes_them(
    room: OpenedRoom, file: Path, clock: HandClock, caplog: pytest.LogCaptureFixture
) -> None:
    one, other = keeper(room, file), keeper(room, file, '{"error": "disk_full"}')
    one.look()
    clock.turn(30)
    other.look()
    assert room.database.telemetry.health()[KEY].code == "backup_ok"
    clock.turn(3700)
    other.look()
    assert room.database.telemetry.health()[KEY].code == "disk_full", "its lease has lapsed"
    for each in (one, other):
        each._leases.close()


@pytest.mark.parametrize(
    ("answer", "state", "code"),
    [
        ('{"error": "disk_full"}', "down", "disk_full"),
        ('{"error": "backup_needs_owner"}', "degraded", "backup_needs_owner"),
        ("", "down", "backup_interrupted"),
        ("no json", "down", "backup_interrupted"),
        ("[1]", "down", "backup_interrupted"),
    ],
)
def test_what_went_wrong_is_told(
    room: OpenedRoom,
    file: Path,
    caplog: pytest.LogCaptureFixture,
    answer: str,
    state: str,
    code: str,
) -> None:
    one = keeper(room, file, answer)
    one.look()
    told = room.database.telemetry.health()[KEY]
    assert (told.state, told.code, told.last_ok_at) == (state, code, None)
    one._leases.close()


def test_a_damaged_page_makes_the_next_start_look_closely(
    room: OpenedRoom, file: Path, caplog: pytest.LogCaptureFixture
) -> None:
    one = keeper(room, file, '{"error": "database_corrupt"}')
    one.look()
    assert suspect_file(file).exists()
    one._leases.close()


def test_the_head_is_noted_beside_the_room(room: OpenedRoom, file: Path) -> None:
    one = keeper(room, file)
    Desk(room).report()
    one.look()
    assert noted_head(file) == read_head(file)[0]
    one._leases.close()


def test_a_window_that_closes_gives_a_backup_up(file: Path) -> None:
    room = open_room(f"sqlite:///{file}", LiveClock(), RoomPlan())
    started = file.with_name("started")
    slow = f"import pathlib, time\npathlib.Path({str(started)!r}).touch()\ntime.sleep(600)"
    one = Backups(room, f"sqlite:///{file}", lambda _url: [sys.executable, "-c", slow])
    one.start()
    deadline = time.monotonic() + 30
    while not started.exists():
        assert time.monotonic() < deadline
        time.sleep(0.02)
    stopping = threading.Thread(target=one.stop)
    stopping.start()
    stopping.join(20)
    assert not stopping.is_alive()
    room.close()


def test_an_answer_is_read_as_it_was_meant() -> None:
    assert fault_of(b'{"file": "a", "entries": 3}') is None
    assert fault_of(b'{"error": "x"}') == "x"
