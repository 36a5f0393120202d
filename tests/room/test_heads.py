"""A cut tail, a rewritten log and another database are noticed by who saw the log before (F16)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from command_center.bootstrap.database import witness as files
from command_center.bootstrap.database.heads import HeadKeeper
from command_center.bootstrap.database.witness import Witness, name_of, place_of
from command_center.bootstrap.room import OpenedRoom, RoomPlan, open_room
from command_center.commands.restore import ConfirmRestored, RoomRestored
from command_center.domain.errors import OperatorError
from command_center.domain.room import AlarmType
from command_center.runtime.signing import signer
from command_center.storage.audit import reading
from command_center.storage.damage import DamageKind
from command_center.storage.heads import check_signed
from command_center.storage.link import Link
from tests.room.conftest import HandClock
from tests.room.desk import Desk
from tests.storage.tampering import entry, move_head, owner, rewrite, unguarded

# The log of the program tells of the damage too.
pytestmark = pytest.mark.usefixtures("caplog")


@dataclass
class Seat:
    """A workstation that looks when the test says so."""

    keeper: HeadKeeper
    witness: Witness
    told: list[OperatorError] = field(default_factory=list)


@pytest.fixture
def seat(room: OpenedRoom, database_url: str, tmp_path: Path) -> Iterator[Seat]:
    made = _seat(room, database_url, tmp_path)
    yield made
    made.keeper.close()


def _seat(room: OpenedRoom, url: str, tmp_path: Path) -> Seat:
    told: list[OperatorError] = []
    folders = (tmp_path / "own", tmp_path / "stick")
    witness = Witness(place_of(url), folders, name_of(room.act.workstation))
    key = signer("live", tmp_path / "keys")
    return Seat(HeadKeeper(room, key, witness, told.append, url), witness, told)


def _cut(link: Link, after: int) -> None:
    link.run("DELETE FROM event_log WHERE seq > ?", (after,))
    move_head(link)


def _after_three_looks(seat: Seat, desk: Desk, clock: HandClock) -> list[int]:
    seen = []
    for _ in range(3):
        desk.report()
        clock.turn(60)
        assert seat.keeper.look() is None
        seen.append(seat.witness.recall().heads[-1].seq)
    return seen


def test_every_folder_keeps_what_was_seen(seat: Seat, desk: Desk, clock: HandClock) -> None:
    seen = _after_three_looks(seat, desk, clock)
    assert [head.seq for head in seat.witness.recall().heads] == seen
    own, stick = (files.read(folder) for folder in seat.witness.folders)
    assert own.heads == stick.heads
    assert own.spoilt == []


def test_nothing_new_is_not_written_again(seat: Seat, desk: Desk, clock: HandClock) -> None:
    _after_three_looks(seat, desk, clock)
    seat.keeper.look()
    assert len(seat.witness.recall().heads) == 3


def test_heads_in_the_database_are_signed_by_a_known_key(
    seat: Seat, desk: Desk, room: OpenedRoom, clock: HandClock
) -> None:
    _after_three_looks(seat, desk, clock)
    with reading(unguarded(room.database.engine)) as link:
        assert check_signed(link) == (3, None)


def test_a_cut_tail_is_noticed(seat: Seat, desk: Desk, room: OpenedRoom, clock: HandClock) -> None:
    seen = _after_three_looks(seat, desk, clock)
    with owner(room.database.engine) as link:
        _cut(link, seen[0] + 1)
        link.run("DELETE FROM signed_head")
    damage = seat.keeper.look()
    assert damage is not None
    assert (damage.kind, damage.seq, damage.last) == (DamageKind.TAIL_CUT, seen[0] + 2, seen[2])
    assert [error.code for error in seat.told] == ["audit_tail_cut"]


def test_a_rewritten_log_is_noticed_and_raised(
    seat: Seat,
    desk: Desk,
    room: OpenedRoom,
    clock: HandClock,
    tmp_path: Path,
    database_url: str,
) -> None:
    seen = _after_three_looks(seat, desk, clock)
    with owner(room.database.engine) as link:
        rewrite(link, seen[0] + 1, entry(link, seen[0] + 1)[2].replace(b"massa", b"warga"))
        link.run("DELETE FROM signed_head")
    started_again = _seat(room, database_url, tmp_path)
    started_again.keeper._witness = seat.witness
    damage = started_again.keeper.look()
    started_again.keeper.close()
    assert damage is not None
    assert (damage.kind, damage.seq, damage.last) == (DamageKind.REWRITTEN, seen[0] + 1, seen[1])
    room.lane.close()
    alarms = [a for a in desk.look().open_alarms() if a.type is AlarmType.AUDIT_BROKEN]
    assert [alarm.params["seq"] for alarm in alarms] == [str(seen[0] + 1)]


def test_damage_is_told_once_and_nothing_false_is_signed(
    seat: Seat, desk: Desk, room: OpenedRoom, clock: HandClock
) -> None:
    seen = _after_three_looks(seat, desk, clock)
    with owner(room.database.engine) as link:
        _cut(link, seen[0])
        link.run("DELETE FROM signed_head WHERE seq > ?", (seen[0],))
    for _ in range(3):
        desk.report()
        clock.turn(60)
        assert seat.keeper.look() is not None
    assert len(seat.told) == 1
    assert [head.seq for head in seat.witness.recall().heads] == seen
    with reading(unguarded(room.database.engine)) as link:
        assert check_signed(link) == (1, None)


def test_the_database_itself_notices_what_contradicts_its_signed_heads(
    seat: Seat, desk: Desk, room: OpenedRoom, clock: HandClock
) -> None:
    seen = _after_three_looks(seat, desk, clock)
    with owner(room.database.engine) as link:
        rewrite(link, seen[1], entry(link, seen[1])[2].replace(b"massa", b"warga"))
    with reading(unguarded(room.database.engine)) as link:
        good, damage = check_signed(link)
    assert damage is not None
    assert (good, damage.kind, damage.seq) == (1, DamageKind.REWRITTEN, seen[0] + 1)


def test_a_head_signed_by_nobody_is_named(
    seat: Seat, desk: Desk, room: OpenedRoom, clock: HandClock
) -> None:
    seen = _after_three_looks(seat, desk, clock)
    with owner(room.database.engine) as link:
        link.run("UPDATE signed_head SET signature = ? WHERE seq = ?", (bytes(64), seen[1]))
    with reading(unguarded(room.database.engine)) as link:
        good, damage = check_signed(link)
    assert damage is not None
    assert (good, damage.kind, damage.seq) == (1, DamageKind.FORGED_HEAD, seen[1])


def test_another_database_at_the_same_place_is_noticed(
    seat: Seat, desk: Desk, room: OpenedRoom, clock: HandClock, tmp_path: Path
) -> None:
    seen = _after_three_looks(seat, desk, clock)
    other = open_room(f"sqlite:///{tmp_path / 'other.db'}", clock, RoomPlan())
    keeper = _seat(other, f"sqlite:///{tmp_path / 'other.db'}", tmp_path)
    keeper.keeper._witness = seat.witness
    damage = keeper.keeper.look()
    keeper.keeper.close()
    other.close()
    assert damage is not None
    assert (damage.kind, damage.last) == (DamageKind.REPLACED, seen[2])


def test_what_a_restored_backup_lost_is_no_forgery(
    seat: Seat, desk: Desk, room: OpenedRoom, clock: HandClock
) -> None:
    seen = _after_three_looks(seat, desk, clock)
    with owner(room.database.engine) as link:
        _cut(link, seen[1])
        link.run("DELETE FROM signed_head WHERE seq > ?", (seen[1],))
    clock.turn(60)
    desk.do(RoomRestored(clock.now()), act=room.console)
    assert seat.keeper.look() is None
    desk.do(ConfirmRestored())
    desk.report()
    clock.turn(60)
    assert seat.keeper.look() is None
    assert seat.told == []


def test_a_stick_that_is_away_stops_nobody(
    seat: Seat, desk: Desk, clock: HandClock, tmp_path: Path
) -> None:
    (tmp_path / "stick").write_text("a file where the folder should be")
    assert len(_after_three_looks(seat, desk, clock)) == 3


def test_a_torn_and_a_forged_line_are_told_apart_from_what_was_seen(
    seat: Seat, desk: Desk, clock: HandClock
) -> None:
    _after_three_looks(seat, desk, clock)
    file = next((seat.witness.folders[0]).glob("*.jsonl"))
    lines = file.read_bytes().splitlines()
    forged = json.loads(lines[1])
    forged["seq"] += 1
    file.write_bytes(b"\n".join([lines[0], json.dumps(forged).encode(), lines[2][:40]]))
    desk.report()
    clock.turn(60)
    fresh = seat.witness.recall()
    assert (len(fresh.heads), len(fresh.spoilt)) == (1, 2)
    assert seat.keeper.look() is None
    assert len(seat.witness.recall().heads) == 2
