"""Personal data: sealed, opened with a reason that the log keeps, and gone when its key is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from command_center.bootstrap.database.sealing import KeyKeeper
from command_center.bootstrap.room import OpenedRoom
from command_center.commands.people import AddStaff
from command_center.commands.sealed import DestroySealed, OpenSealed, SealPersonal, destroying
from command_center.domain.errors import NotAllowed, OperatorError
from command_center.domain.room import Role
from command_center.storage import sealed as vaults
from command_center.storage.audit import verify_chain
from command_center.storage.link import Link
from command_center.storage.sealed import Sealed, SealedVault
from tests.room.desk import Desk
from tests.storage.tampering import owner

NAME, PHONE = "Bu Sulastri Kenari", "0812-3456-7890"
TEXTS = {"name": NAME, "phone": PHONE}
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)


@pytest.fixture
def vault(room: OpenedRoom) -> Iterator[SealedVault]:
    made = SealedVault(room.database.engine, room.clock)
    yield made
    made.close()


def seal(desk: Desk, vault: SealedVault, *, until: datetime | None = None) -> Sealed:
    incident_id = desk.report()
    until = until or desk.room.clock.now() + timedelta(days=90)
    kept = vault.seal(TEXTS, incident_id, until)
    desk.do(SealPersonal(kept.subject_id, kept.what, incident_id, until))
    assert vault.about(incident_id) == [kept]
    return kept


def opening(desk: Desk, kept: Sealed) -> str:
    return desk.do(OpenSealed(kept.subject_id, "menelepon balik pelapor")).op_id


def destroy(desk: Desk, vault: SealedVault, kept: Sealed) -> None:
    op_id = destroying(kept.subject_id, expired=False)
    desk.do(DestroySealed(kept.subject_id, "diminta pelapor"), op_id=op_id)
    assert vault.destroy(op_id)


def test_who_gives_a_reason_reads_it(desk: Desk, vault: SealedVault) -> None:
    kept = seal(desk, vault)
    read = vault.open(opening(desk, kept))
    assert [(item.what, item.text) for item in read] == list(TEXTS.items())
    assert NAME not in repr(read)


def test_the_log_says_who_opened_it_and_why_but_never_what(
    desk: Desk, vault: SealedVault, room: OpenedRoom
) -> None:
    kept = seal(desk, vault)
    vault.open(opening(desk, kept))
    entry = list(room.database.history.entries())[-1].entry
    assert (entry.kind, entry.actor) == ("sealed.opened", room.act.actor)
    assert entry.inputs["result"] == {
        "subject_id": kept.subject_id,
        "reason": "menelepon balik pelapor",
    }
    with owner(room.database.engine) as link:
        bodies = b"".join(bytes(row[0]) for row in link.all("SELECT body FROM event_log"))
    assert NAME.encode() not in bodies
    assert PHONE.encode() not in bodies


def test_nothing_is_handed_out_before_the_log_has_it(desk: Desk, vault: SealedVault) -> None:
    kept = seal(desk, vault)
    sealing = list(desk.room.database.history.entries())[-1].entry.op_id
    for op_id in ("made-up", kept.subject_id, sealing):
        with pytest.raises(NotAllowed, match="not_logged"):
            vault.open(op_id)


def test_an_old_opening_opens_nothing(
    desk: Desk, vault: SealedVault, monkeypatch: pytest.MonkeyPatch
) -> None:
    op_id = opening(desk, seal(desk, vault))
    monkeypatch.setattr(vaults, "FRESH", 3)
    if not on_sqlite(desk):
        pytest.skip("the server's own limit is 1,000 entries")
    for _ in range(3):
        desk.report()
    with pytest.raises(NotAllowed, match="not_logged"):
        vault.open(op_id)


def on_sqlite(desk: Desk) -> bool:
    return desk.room.database.engine.dialect.name == "sqlite"


def test_an_operator_does_not_open_and_nobody_without_a_reason(
    desk: Desk, vault: SealedVault
) -> None:
    kept = seal(desk, vault)
    added = desk.do(AddStaff("Rina", "rina", Role.OPERATOR), act=desk.room.console)
    operator = replace(desk.room.act, actor=str(added.result["staff_id"]))
    with pytest.raises(NotAllowed):
        desk.do(OpenSealed(kept.subject_id, "ingin tahu"), act=operator)
    with pytest.raises(OperatorError, match="sealed_needs_reason"):
        desk.do(OpenSealed(kept.subject_id, "  "))


def test_what_was_moved_or_changed_does_not_open(
    desk: Desk, vault: SealedVault, room: OpenedRoom
) -> None:
    one, other = seal(desk, vault), seal(desk, vault)
    with owner(room.database.engine) as link:
        link.run(
            "UPDATE sealed_item SET box = (SELECT i.box FROM sealed_item i"
            " WHERE i.subject_id = ? AND i.what = 'name')"
            " WHERE subject_id = ? AND what = 'phone'",
            (other.subject_id, other.subject_id),
        )
    assert len(vault.open(opening(desk, one))) == 2
    with pytest.raises(OperatorError, match="sealed_spoilt") as refused:
        vault.open(opening(desk, other))
    assert refused.value.__cause__ is None
    assert NAME not in str(refused.value)


def test_a_destroyed_key_takes_the_text_with_it_and_leaves_the_log_whole(
    desk: Desk, vault: SealedVault, room: OpenedRoom, database_url: str
) -> None:
    kept = seal(desk, vault)
    destroy(desk, vault, kept)
    with pytest.raises(OperatorError, match="sealed_gone"):
        vault.open(opening(desk, kept))
    assert verify_chain(database_url).damage is None
    with owner(room.database.engine) as link:
        key = link.one("SELECT key, destroyed_at FROM sealed_key")
        boxes = link.all("SELECT box FROM sealed_item")
    assert key[0] is None
    assert key[1] is not None
    assert [bytes(box[0]) for box in boxes] == [b"", b""]


def _raw(room: OpenedRoom) -> bytes:
    file = Path(str(room.database.engine.url.database))
    beside = (file.with_name(file.name + ending) for ending in ("-wal", "-journal"))
    return b"".join(path.read_bytes() for path in (file, *beside) if path.exists())


def test_neither_key_nor_box_is_left_in_the_files(
    desk: Desk, vault: SealedVault, room: OpenedRoom
) -> None:
    if not on_sqlite(desk):
        pytest.skip("a server keeps dead rows until VACUUM and its log until it is recycled")
    kept = [seal(desk, vault) for _ in range(40)]
    link = Link(room.database.engine)
    keys = [bytes(row[0]) for row in link.all("SELECT key FROM sealed_key")]
    boxes = [bytes(row[0]) for row in link.all("SELECT box FROM sealed_item")]
    link.close()
    before = _raw(room)
    assert all(key in before for key in keys)
    assert NAME.encode() not in before
    for one in kept[:-1]:
        destroy(desk, vault, one)
    after = _raw(room)
    left = [key for key in keys if key in after]
    assert len(left) == 1
    assert sum(box in after for box in boxes) == 2
    assert vault.open(opening(desk, kept[-1]))


def test_a_reader_in_the_way_keeps_nobody_waiting_and_the_rest_is_wiped_after_it(
    desk: Desk, vault: SealedVault, room: OpenedRoom
) -> None:
    if not on_sqlite(desk):
        pytest.skip("a server has no write-ahead file of ours")
    kept = seal(desk, vault)
    reader = Link(room.database.engine)
    key = bytes(reader.one("SELECT key FROM sealed_key")[0])
    reader.run("BEGIN")
    reader.one("SELECT count(*) FROM event_log")
    destroy(desk, vault, kept)
    assert key in _raw(room)
    reader.run("COMMIT")
    reader.close()
    vault.wipe()
    assert key not in _raw(room)


def test_a_key_expires_on_its_day_and_the_log_says_so(
    desk: Desk, vault: SealedVault, room: OpenedRoom, database_url: str
) -> None:
    kept, due = seal(desk, vault), seal(desk, vault, until=LONG_AGO)
    keeper = KeyKeeper(room, vault)
    assert keeper.look() == 1
    assert keeper.look() == 0
    keeper.close()
    assert desk.kinds()[-1] == "sealed.expired"
    assert vault.standing() == [kept.subject_id]
    assert not vault.due()
    with pytest.raises(OperatorError, match="sealed_gone"):
        vault.open(opening(desk, due))
    assert verify_chain(database_url).damage is None


def test_what_a_crash_left_undone_is_finished(
    desk: Desk, vault: SealedVault, room: OpenedRoom
) -> None:
    kept = seal(desk, vault)
    op_id = destroying(kept.subject_id, expired=False)
    desk.do(DestroySealed(kept.subject_id, "diminta pelapor"), op_id=op_id)
    assert vault.standing() == [kept.subject_id]
    keeper = KeyKeeper(room, vault)
    assert keeper.look() == 1
    keeper.close()
    assert vault.standing() == []


def test_a_key_is_not_destroyed_unsaid(desk: Desk, vault: SealedVault) -> None:
    kept = seal(desk, vault)
    for op_id in ("made-up", opening(desk, kept)):
        with pytest.raises(NotAllowed, match="not_logged"):
            vault.destroy(op_id)
    assert vault.standing() == [kept.subject_id]


@pytest.mark.parametrize("texts", [{}, {"name": ""}, {"name": "x" * 4_001}, {"w" * 41: "x"}])
def test_what_is_no_personal_data_is_not_sealed(
    desk: Desk, vault: SealedVault, texts: dict[str, str]
) -> None:
    with pytest.raises(OperatorError):
        vault.seal(texts, None, LONG_AGO)
    assert vault.standing() == []
