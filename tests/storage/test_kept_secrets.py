"""What a workstation's login may do with sealed data and signed heads, with the server's roles."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from command_center.domain.errors import NotAllowed
from command_center.domain.room import Role
from command_center.runtime.clock import LiveClock
from command_center.storage.audit import reading, verify_chain
from command_center.storage.engine import open_engine
from command_center.storage.heads import Heads, SignedHead, check_signed
from command_center.storage.sealed import Sealed, SealedVault
from tests.postgres import Server
from tests.storage.server_room import DESKS, Bare, ServerRoom, make_room

pytestmark = pytest.mark.postgres
DENIED = "42501"
LATER = datetime(2200, 1, 1, tzinfo=UTC)


@pytest.fixture(scope="module")
def room(postgres: Server, postgres_template: str) -> Iterator[ServerRoom]:
    made = make_room(postgres, postgres_template)
    yield made
    made.close()


@pytest.fixture
def bare(room: ServerRoom) -> Iterator[Bare]:
    found = Bare(room)
    yield found
    found.close()


def vault_at(room: ServerRoom, desk: str) -> SealedVault:
    return SealedVault(open_engine(room.url(desk)), LiveClock())


@pytest.fixture
def vault(room: ServerRoom) -> Iterator[SealedVault]:
    made = vault_at(room, DESKS[0])
    yield made
    made.close()


def logged(room: ServerRoom, bare: Bare, kind: str, kept: Sealed, role: Role) -> str:
    """The op_id of an entry that somebody of that role makes about what is sealed."""
    who, op_id = room.staff[role], bare.new_op()
    inputs = {"inputs": {"result": {"subject_id": kept.subject_id}}}
    body = bare.body(op_id, kind, who, inputs)
    assert bare.append(room.session(who), op_id, kind, body) == ("", "")
    return op_id


def test_a_workstation_seals_and_opens_by_an_entry_of_the_log(
    room: ServerRoom, bare: Bare, vault: SealedVault
) -> None:
    kept = vault.seal({"name": "Sulastri"}, "fire", LATER)
    op_id = logged(room, bare, "sealed.opened", kept, Role.SHIFT_LEAD)
    assert [item.text for item in vault.open(op_id)] == ["Sulastri"]
    assert vault.about("fire")[-1].subject_id == kept.subject_id


def test_a_workstation_seals_a_page_of_persons_and_none_of_them_twice(
    room: ServerRoom, bare: Bare, vault: SealedVault
) -> None:
    page = {f"subject-{number}": {"name": f"Nama {number}"} for number in range(3)}
    vault.keep(page, LATER)
    vault.keep({**page, "subject-0": {"name": "lain"}, "subject-3": {"phone": "0812"}}, LATER)
    assert {one for one in vault.standing() if one.startswith("subject-")} == {
        f"subject-{number}" for number in range(4)
    }
    kept = Sealed("subject-0", ("name",), LATER, LATER, None)
    op_id = logged(room, bare, "sealed.opened", kept, Role.SHIFT_LEAD)
    assert [item.text for item in vault.open(op_id)] == ["Nama 0"]


def test_all_workstations_tell_reporters_apart_by_one_key(
    room: ServerRoom, vault: SealedVault
) -> None:
    other = vault_at(room, DESKS[1])
    assert vault.room_key() == other.room_key()
    other.close()


def test_another_workstation_does_not_open_by_it(
    room: ServerRoom, bare: Bare, vault: SealedVault
) -> None:
    op_id = logged(
        room, bare, "sealed.opened", vault.seal({"name": "x"}, None, LATER), Role.SHIFT_LEAD
    )
    other = vault_at(room, DESKS[1])
    with pytest.raises(NotAllowed, match="session_elsewhere"):
        other.open(op_id)
    other.close()


def test_an_operator_cannot_make_the_entry_that_opens(room: ServerRoom, bare: Bare) -> None:
    who, op_id = room.staff[Role.OPERATOR], bare.new_op()
    body = bare.body(op_id, "sealed.opened", who)
    refused = bare.append(room.session(who), op_id, "sealed.opened", body)
    assert refused == (DENIED, "not_allowed")


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT key FROM sealed_key",
        "SELECT box FROM sealed_item",
        "SELECT * FROM sealed_key",
        "SELECT k FROM sealed_key k",
        "COPY sealed_item TO STDOUT",
        "UPDATE sealed_key SET expires_at = 0",
        "UPDATE sealed_key SET key = 'x'",
        "DELETE FROM sealed_key",
        "TRUNCATE sealed_item",
        "INSERT INTO sealed_key (subject_id, made_at, expires_at, destroyed_at, key)"
        " VALUES ('x', 1, 1, NULL, 'x') RETURNING key",
        "SELECT open_sealed('made-up')",
        "SELECT destroy_sealed('made-up', 'sealed.destroyed')",
        "SELECT destroy_sealed('made-up', 'room.opened')",
        "SELECT logged_about('made-up', 'sealed.opened')",
        "UPDATE signed_head SET at = 1",
        "DELETE FROM signed_head",
        "TRUNCATE signed_head",
    ],
)
def test_nothing_else_reaches_what_is_sealed_or_signed(
    bare: Bare, vault: SealedVault, sql: str
) -> None:
    vault.seal({"name": "x"}, None, LATER)
    assert bare.refusal(sql)[0] == DENIED


def test_a_key_goes_only_when_the_log_says_so_and_not_before_its_day(
    room: ServerRoom, bare: Bare, vault: SealedVault
) -> None:
    kept = vault.seal({"name": "x"}, None, LATER)
    early = logged(room, bare, "sealed.expired", kept, Role.SYSTEM)
    assert vault.destroy(early, expired=True) is False
    assert kept.subject_id in vault.standing()
    asked = logged(room, bare, "sealed.destroyed", kept, Role.SHIFT_LEAD)
    assert vault.destroy(asked) is True
    assert kept.subject_id not in vault.standing()
    due = vault.seal({"name": "x"}, None, datetime(2020, 1, 1, tzinfo=UTC))
    assert vault.due() == [due.subject_id]
    op_id = logged(room, bare, "sealed.expired", due, Role.SYSTEM)
    assert vault.destroy(op_id, expired=True) is True
    assert verify_chain(room.url(DESKS[0])).damage is None


def test_a_workstation_signs_the_head_and_checks_it(room: ServerRoom) -> None:
    now = datetime.now(UTC)
    room.as_owner("ALTER TABLE workstation DISABLE TRIGGER ALL")
    room.as_owner(
        "INSERT INTO workstation (id, name, letter, public_key, added_at, version, op_id)"
        " VALUES ('w1', 'meja-1', 'A', '', 0, 1, 'x')"
    )
    room.as_owner("ALTER TABLE workstation ENABLE TRIGGER ALL")
    engine = open_engine(room.url(DESKS[0]))
    heads = Heads(engine)
    head = heads.present("w1", now)
    assert head is not None
    assert heads.keep(SignedHead(head, bytes(64)))
    assert not heads.keep(SignedHead(head, bytes(64)))
    assert heads.check([head]) is None
    heads.close()
    with reading(engine) as link:
        good, damage = check_signed(link)
    assert good == 0
    assert damage is not None  # its key was never logged
    assert damage.about == "w1"
    assert head.at <= now + timedelta(seconds=1)
