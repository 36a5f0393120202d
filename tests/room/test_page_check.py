"""A large file is read beside the room that works with it: damage ends the window, and the next
start puts the file aside."""

import random
import shutil
import threading
import time
from pathlib import Path

import pytest

from command_center.bootstrap.database import pages
from command_center.bootstrap.database.pages import PageCheck, is_large
from command_center.bootstrap.database.salvage import open_or_restore
from command_center.bootstrap.database_watch import KEY
from command_center.bootstrap.room import OpenedRoom, RoomPlan, open_room
from command_center.commands.notes import AddNote
from command_center.domain.errors import OperatorError
from command_center.storage.database import PageReader
from command_center.storage.salvage import suspect_file
from tests.room.conftest import HandClock
from tests.room.desk import Desk

PAGE = 4096


@pytest.fixture
def damaged(sqlite_template: Path, tmp_path: Path, clock: HandClock) -> Path:
    """A file whose pages are spoilt where opening does not look: those of the reports' index."""
    file = tmp_path / "room.db"
    shutil.copy(sqlite_template, file)
    desk = Desk(open_room(f"sqlite:///{file}", clock, RoomPlan()))
    for _ in range(3):
        desk.report()
    link = desk.room.database.engine.raw_connection()
    (root,) = link.execute(
        "SELECT rootpage FROM sqlite_master WHERE name = 'ix_report_source_id_external_id'"
    ).fetchone()
    link.close()
    desk.room.close()
    spoilt = random.Random(1).randbytes(PAGE - 8)
    with file.open("r+b") as pages_of:
        pages_of.seek((root - 1) * PAGE + 8)
        pages_of.write(spoilt)
    return file


def opened(file: Path, clock: HandClock) -> OpenedRoom:
    return open_or_restore(f"sqlite:///{file}", clock, RoomPlan())


def checked(room: OpenedRoom) -> PageCheck:
    check = PageCheck(PageReader(room.database.engine), room.watch)
    check.start()
    return check


def told(room: OpenedRoom, code: str) -> None:
    deadline = time.monotonic() + 20
    while room.watch.health()[KEY].code != code:
        assert time.monotonic() < deadline
        time.sleep(0.01)


def test_a_small_file_is_read_before_anything_else(damaged: Path, clock: HandClock) -> None:
    assert not is_large(damaged)
    with pytest.raises(OperatorError) as refused:
        opened(damaged, clock)
    assert refused.value.code == "no_good_backup"


def test_damage_in_a_large_file_is_told_beside_the_work_and_for_good(
    damaged: Path, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pages, "LARGE_BYTES", PAGE)
    room = opened(damaged, clock)
    try:
        assert room.watch.health()[KEY].state == "ok"
        check = checked(room)
        told(room, "database_corrupt")
        desk = Desk(room)
        incident = next(iter(desk.look().all("incident")))
        desk.do(AddNote(incident.id, "Masih dicatat"))
        assert room.watch.health()[KEY].code == "database_corrupt", "another page proves nothing"
        check.stop()
    finally:
        room.close()
    suspect_file(damaged).touch()  # as the window does before it ends
    with pytest.raises(OperatorError) as refused:
        opened(damaged, clock)
    assert refused.value.code == "no_good_backup"


def test_a_sound_large_file_is_only_read(
    sqlite_template: Path, tmp_path: Path, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pages, "LARGE_BYTES", PAGE)
    file = tmp_path / "room.db"
    shutil.copy(sqlite_template, file)
    room = opened(file, clock)
    try:
        assert PageReader(room.database.engine).read()
        check = checked(room)
        check.stop()
        assert room.watch.health()[KEY].state == "ok"
    finally:
        room.close()


def test_closing_the_room_does_not_wait_for_the_last_page(
    sqlite_template: Path, tmp_path: Path, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "room.db"
    shutil.copy(sqlite_template, file)
    room = opened(file, clock)
    reader, reached = PageReader(room.database.engine), threading.Event()

    def endless(link: object, sql: str, parameters: object = ()) -> object:
        if "quick_check" not in sql:
            return None
        reached.set()
        count = (
            "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT max(x) FROM n"
        )
        return link.driver.execute(count).fetchone()  # type: ignore[attr-defined]

    monkeypatch.setattr("command_center.storage.link.Link.one", endless)
    check = PageCheck(reader, room.watch)
    check.start()
    assert reached.wait(20)
    check.stop()
    monkeypatch.undo()
    assert room.watch.health()[KEY].state == "ok"
    room.close()
