"""A damaged, cut or vanished file of the room (F9): noticed, put aside, restored, told."""

from __future__ import annotations

import random
import shutil
import sqlite3
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from command_center.bootstrap.database import salvage
from command_center.bootstrap.database.salvage import open_or_restore
from command_center.bootstrap.offline import OfflineExecutor
from command_center.bootstrap.room import OpenedRoom, RoomPlan, open_room
from command_center.commands.dispatch import OrderUnits
from command_center.commands.intake import EnterCall, ReceiveReport
from command_center.commands.notes import AddNote
from command_center.commands.restore import ConfirmRestored
from command_center.commands.room import RegisterUnit
from command_center.domain.errors import NotAllowed, OperatorError
from command_center.domain.incident import Priority
from command_center.domain.room import AlarmType, Role
from command_center.domain.unit import UnitStatus
from command_center.runtime.clock import LiveClock
from command_center.storage.backup import copy_to, verify
from command_center.storage.check import check_whole
from command_center.storage.outbox import Outbox
from command_center.storage.salvage import (
    Head,
    backup_file,
    backups,
    backups_dir,
    head_file,
    note_head,
    read_head,
    suspect_file,
    too_old,
)
from tests.room.conftest import HandClock
from tests.room.desk import Desk

PAGE = 4096


@pytest.fixture
def file(sqlite_template: Path, tmp_path: Path) -> Path:
    path = tmp_path / "room.db"
    shutil.copy(sqlite_template, path)
    return path


def url(file: Path) -> str:
    return f"sqlite:///{file}"


def worked(file: Path, clock: HandClock, reports: int = 3) -> Desk:
    desk = Desk(open_room(url(file), clock, RoomPlan()))
    for _ in range(reports):
        desk.report()
    return desk


@pytest.fixture
def backed_up(file: Path, clock: HandClock) -> Path:
    """A room with three reports in its backup and a fourth that came later."""
    desk = worked(file, clock)
    kept = backup_file(backups_dir(file), clock.now())
    kept.parent.mkdir()
    copy_to(file, kept)
    desk.report()
    desk.room.close()
    return file


def incidents(room: OpenedRoom) -> int:
    return len(list(Desk(room).look().open_incidents()))


def kept(content: bytes) -> bytes:
    """Without the header: looking into a database sets its journal mode."""
    return content[100:]


def scribble(file: Path) -> None:
    """Over the page that the schema begins on."""
    with file.open("r+b") as raw:
        raw.seek(60)
        raw.write(random.Random(1).randbytes(PAGE))


def cut_in_half(file: Path) -> None:
    with file.open("r+b") as raw:
        raw.truncate(file.stat().st_size // 2 // PAGE * PAGE)


def no_database(file: Path) -> None:
    file.write_bytes(b"PK\x03\x04 this is an archive " * 999)


def empty(file: Path) -> None:
    file.write_bytes(b"")


def gone(file: Path) -> None:
    file.unlink()


def anothers(file: Path) -> None:
    file.unlink()
    with sqlite3.connect(file) as other:
        other.execute("CREATE TABLE recipes (name TEXT)")
    other.close()


def tail_edited(file: Path) -> None:
    with sqlite3.connect(file) as room:
        room.execute("DROP TRIGGER event_log_updated")
        room.execute("UPDATE event_log SET body = body || ' ' WHERE seq = 2")
    room.close()


DAMAGES = [scribble, cut_in_half, no_database, empty, gone, anothers, tail_edited]


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_file_is_put_aside_and_its_backup_restored(
    backed_up: Path, clock: HandClock, damage: Callable[[Path], None]
) -> None:
    damage(backed_up)
    broken = kept(backed_up.read_bytes()) if backed_up.exists() else b""
    room = open_or_restore(url(backed_up), clock, RoomPlan())
    try:
        look = Desk(room).look()
        assert incidents(room) == (4 if damage is tail_edited else 3)
        assert look.room is not None
        assert look.room.restored_at == clock.now()
        assert [a.type for a in look.open_alarms()] == [AlarmType.DATABASE_RESTORED]
    finally:
        room.close()
    aside = list(backed_up.parent.glob("room.corrupt.*.db"))
    assert [kept(p.read_bytes()) for p in aside] == ([broken] if damage is not gone else [])
    assert verify(backed_up) > 0


@pytest.mark.parametrize("damage", [scribble, cut_in_half, no_database, anothers, tail_edited])
def test_without_a_good_backup_nothing_is_touched_and_nothing_starts(
    file: Path, clock: HandClock, damage: Callable[[Path], None]
) -> None:
    worked(file, clock).room.close()
    bad = backup_file(backups_dir(file), clock.now())
    bad.parent.mkdir()
    bad.write_bytes(b"not a database")
    damage(file)
    before = kept(file.read_bytes())
    with pytest.raises(OperatorError, match="no_good_backup"):
        open_or_restore(url(file), clock, RoomPlan())
    assert kept(file.read_bytes()) == before
    assert list(file.parent.glob("room.corrupt.*")) == []


@pytest.mark.parametrize("trace", ["backups", "head", "wal"])
def test_a_vanished_room_is_never_founded_anew(file: Path, clock: HandClock, trace: str) -> None:
    worked(file, clock).room.close()
    if trace == "backups":
        backup_file(backups_dir(file), clock.now()).parent.mkdir()
    elif trace == "head":
        note_head(file, Head("e", 5))
    else:
        file.with_name("room.db-wal").write_bytes(b"\0" * 32)
    file.unlink()
    with pytest.raises(OperatorError, match="no_good_backup"):
        open_or_restore(url(file), clock, RoomPlan())
    assert not file.exists()


def test_a_bad_newest_backup_gives_way_to_an_older_one(backed_up: Path, clock: HandClock) -> None:
    (_, older), *_ = backups(backups_dir(backed_up))
    shutil.copy(older, backup_file(backups_dir(backed_up), clock.now() + timedelta(hours=1)))
    scribble(backup_file(backups_dir(backed_up), clock.now() + timedelta(hours=1)))
    scribble(backed_up)
    room = open_or_restore(url(backed_up), clock, RoomPlan())
    assert incidents(room) == 3
    room.close()


@pytest.mark.parametrize("seed", range(12))
def test_four_kibibytes_of_noise_anywhere_are_noticed_or_harmless(
    backed_up: Path, clock: HandClock, seed: int
) -> None:
    """Noticed: restored. Not noticed: it lay where nothing is kept, and all is as it was."""
    before = Desk(open_room(url(backed_up), clock, RoomPlan()))
    expected = before.hash()
    before.room.close()
    dice = random.Random(seed)
    with backed_up.open("r+b") as raw:
        raw.seek(dice.randrange(backed_up.stat().st_size - PAGE))
        raw.write(dice.randbytes(PAGE))
    room = open_or_restore(url(backed_up), clock, RoomPlan())
    try:
        look = Desk(room).look()
        assert look.room is not None
        if look.room.restored_at is None or incidents(room) == 4:
            assert Desk(room).hash() == expected, "nothing was lost"
        else:
            assert incidents(room) == 3
    finally:
        room.close()


def test_a_cut_end_of_the_wal_is_noticed_by_what_was_noted(
    file: Path, clock: HandClock, tmp_path: Path
) -> None:
    """SQLite takes the rest for the whole: only the noted head knows that more was stored."""
    desk = worked(file, clock)
    copied = tmp_path / "after" / "room.db"
    copied.parent.mkdir()
    head, _, _ = read_head(file)
    for suffix in ("", "-wal"):
        shutil.copy(file.with_name(file.name + suffix), copied.with_name(copied.name + suffix))
    desk.room.close()
    note_head(copied, head)
    wal = copied.with_name("room.db-wal")
    with wal.open("r+b") as raw:
        raw.truncate(wal.stat().st_size - 3 * PAGE)
    room = open_or_restore(url(copied), clock, RoomPlan())
    look = Desk(room).look()
    room.close()
    assert look.room is not None
    assert look.room.restored_at is not None
    (alarm,) = look.open_alarms()
    assert alarm.params["cause"] == salvage.CUT


def test_a_head_that_was_reached_is_no_cut(file: Path, clock: HandClock) -> None:
    worked(file, clock).room.close()
    head, _, _ = read_head(file)
    note_head(file, head)
    room = open_or_restore(url(file), clock, RoomPlan())
    assert list(Desk(room).look().open_alarms()) == []
    room.close()


@pytest.mark.parametrize("noted", ["", "[1", '["x", "y"]', "{}", "[1, 2, 3]"])
def test_an_unreadable_note_accuses_nobody(file: Path, clock: HandClock, noted: str) -> None:
    worked(file, clock).room.close()
    head_file(file).write_text(noted)
    room = open_or_restore(url(file), clock, RoomPlan())
    assert list(Desk(room).look().open_alarms()) == []
    room.close()


def test_a_restored_room_takes_in_nothing_until_a_shift_lead_confirms(
    backed_up: Path, clock: HandClock
) -> None:
    scribble(backed_up)
    room = open_or_restore(url(backed_up), clock, RoomPlan())
    desk = Desk(room)
    try:
        with pytest.raises(OperatorError, match="database_unconfirmed"):
            desk.do(ReceiveReport("110", "r9", "unjuk_rasa", "massa"))
        operator = replace(room.act, role=Role.OPERATOR.value)
        for act in (room.console, room.system):
            with pytest.raises(NotAllowed):
                desk.do(ConfirmRestored(), act=act)
        assert operator.role == "operator"
        desk.do(ConfirmRestored())
        look = desk.look()
        assert look.room is not None
        assert look.room.restored_at is None
        assert list(look.open_alarms()) == []
        desk.do(ReceiveReport("110", "r9", "unjuk_rasa", "massa"))
        assert incidents(room) == 4
        with pytest.raises(OperatorError, match="room_not_restored"):
            desk.do(ConfirmRestored())
    finally:
        room.close()


def test_restoring_begins_a_new_epoch(backed_up: Path, clock: HandClock) -> None:
    before, _, _ = read_head(backed_up)
    scribble(backed_up)
    open_or_restore(url(backed_up), clock, RoomPlan()).close()
    after, _, _ = read_head(backed_up)
    assert after.epoch != before.epoch


class Cut(Exception):
    """The power went."""


STEPS = ("copy_to", "_mark", "put_aside", "put_in_place")


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("after", [False, True])
def test_wherever_restoring_is_cut_the_next_start_goes_on(
    backed_up: Path, clock: HandClock, monkeypatch: pytest.MonkeyPatch, step: str, after: bool
) -> None:
    scribble(backed_up)
    real = getattr(salvage, step)

    def cut(*arguments: object, **named: object) -> None:
        if after:
            real(*arguments, **named)
        raise Cut

    with monkeypatch.context() as patch:
        patch.setattr(salvage, step, cut)
        with pytest.raises(Cut):
            open_or_restore(url(backed_up), clock, RoomPlan())
    room = open_or_restore(url(backed_up), clock, RoomPlan())
    look = Desk(room).look()
    room.close()
    assert look.room is not None
    assert look.room.restored_at is not None
    assert len(list(look.open_incidents())) == 3


def test_a_suspect_room_is_read_whole(backed_up: Path, clock: HandClock) -> None:
    """An edited entry far before the end is not what opening looks at."""
    desk = Desk(open_room(url(backed_up), clock, RoomPlan()))
    for _ in range(3):
        desk.report()
    desk.room.close()
    tail_edited(backed_up)
    suspect_file(backed_up).touch()
    room = open_or_restore(url(backed_up), clock, RoomPlan())
    assert incidents(room) == 7, "what came after the backup is read from the damaged file"
    assert Desk(room).look().room.restored_at is not None  # type: ignore[union-attr]
    room.close()
    assert not suspect_file(backed_up).exists()


def test_what_came_after_the_backup_is_rescued_with_all_its_rows(
    backed_up: Path, clock: HandClock
) -> None:
    """Orders, states, notes and the day's numbers: the room goes on where it was."""
    desk = Desk(open_room(url(backed_up), clock, RoomPlan()))
    desk.do(RegisterUnit("SAMAPTA 12", "samapta", crew=4, status=UnitStatus.AVAILABLE))
    incident = desk.report("api di gudang")
    desk.do(AddNote(incident, "tangki dekat pagar"))
    desk.do(OrderUnits(incident, (desk.unit("SAMAPTA 12").id,), "Segera"))
    expected, numbers = desk.hash(), [i.number for i in desk.look().open_incidents()]
    desk.room.close()
    tail_edited(backed_up)
    suspect_file(backed_up).touch()
    desk = Desk(open_or_restore(url(backed_up), clock, RoomPlan()))
    assert desk.hash() == expected
    desk.do(ConfirmRestored())
    desk.report("sesudahnya")
    assert max(i.number for i in desk.look().open_incidents()) == max(numbers) + 1
    held = desk.held("SAMAPTA 12")
    assert held is not None
    assert held.incident_id == incident
    desk.room.close()
    assert check_whole(url(backed_up), None, 5) == []


def test_a_tail_that_does_not_fit_is_left_alone(
    backed_up: Path, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unfit(*_: object) -> int:
        raise OperatorError("row_differs", what="unit", id="x")

    tail_edited(backed_up)
    monkeypatch.setattr(salvage, "rescue", unfit)
    room = open_or_restore(url(backed_up), clock, RoomPlan())
    assert incidents(room) == 3
    room.close()


def test_backups_that_are_kept_are_24_hours_and_14_days(tmp_path: Path) -> None:
    newest = datetime(2026, 11, 22, 10, 40, tzinfo=UTC)
    made = [newest - timedelta(minutes=30 * n) for n in range(2 * 24 * 30)]
    kept = [(at, tmp_path / at.isoformat()) for at in made]
    old = set(too_old(kept))
    stay = [at for at, path in kept if path not in old]
    assert stay[0] == newest
    assert len(stay) == 24 + 14 - 2, "two of the days' newest are hours' newest as well"
    assert min(stay) >= newest - timedelta(days=14)


def test_what_only_adds_waits_for_the_confirmation_and_is_done_once(
    backed_up: Path, tmp_path: Path
) -> None:
    """A call that comes in meanwhile is never refused: it waits in the outbox."""
    clock = LiveClock()
    scribble(backed_up)
    room = open_or_restore(url(backed_up), clock, RoomPlan())
    outbox = Outbox(tmp_path / "outbox.db")
    executor = OfflineExecutor(
        room.lane, outbox, clock, room.act, lambda: "A", patience_s=0.2, retry_s=0.1
    )
    try:
        before = incidents(room)
        kept = executor.submit(EnterCall("unjuk_rasa", "massa", "alun-alun", Priority.P2))
        assert kept.result(20).local
        assert incidents(room) == before
        Desk(room).do(ConfirmRestored())
        deadline = time.monotonic() + 30
        while incidents(room) == before:
            assert time.monotonic() < deadline, "the outbox was not replayed"
            time.sleep(0.05)
        assert incidents(room) == before + 1
    finally:
        executor.close()
        room.close()
