"""A workstation's login in the hands of somebody who lies to everybody else's program."""

from __future__ import annotations

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import psycopg
import pytest

from command_center.commands.catalogue import verbs
from command_center.commands.offline import ADDITIVE, KeepAlias
from command_center.domain.log import Change
from command_center.domain.room import Role
from command_center.storage import roles
from command_center.storage.database import open_database
from command_center.storage.log import decode
from command_center.storage.statements import NEXT_NUMBER
from tests.postgres import Server
from tests.storage import rows
from tests.storage.rows import acting
from tests.storage.server_room import DESKS, Bare, ServerRoom, make_room

pytestmark = pytest.mark.postgres
DENIED = "42501"
MOVE = "UPDATE unit SET crew = crew + 1, version = version + 1, op_id = '{op}' WHERE id = "
DEMOTE = "UPDATE staff SET role = 'operator', version = version + 1, op_id = %s WHERE id = %s"
READABLE = {
    "v": 1,
    "shift": "pagi",
    "occurred_at": "2026-01-01T00:00:00.000000Z",
    "changes": (),
    "inputs": {},
}


@pytest.fixture
def room(postgres: Server, postgres_template: str) -> Iterator[ServerRoom]:
    made = make_room(postgres, postgres_template)
    yield made
    made.close()


@pytest.fixture
def bare(room: ServerRoom) -> Iterator[Bare]:
    found = Bare(room)
    yield found
    found.close()


@pytest.mark.parametrize(
    "forged",
    [
        {"v": "1"},
        {"shift": None},
        {"reason": 7},
        {"occurred_at": "yesterday"},
        {"occurred_at": "2026-13-01T00:00:00.000000Z"},
        {"inputs": []},
        {"changes": "none"},
        {"changes": {}},
        {"inputs": {"raw": "x" * 17_000_000}},
    ],
    ids=lambda forged: str(forged)[:60],
)
def test_an_entry_that_no_program_can_read_is_refused(
    room: ServerRoom, bare: Bare, forged: dict[str, Any]
) -> None:
    who = room.staff[Role.SHIFT_LEAD]
    token, op_id = room.session(who), bare.new_op()
    body = bare.body(op_id, "unit.status", who, forged)
    assert bare.append(token, op_id, "unit.status", body) == (DENIED, "entry_unreadable")
    good = bare.body(op_id, "unit.status", who, READABLE)
    assert bare.append(token, op_id, "unit.status", good) == ("", "")
    decode(good)


@pytest.mark.parametrize(
    "change",
    [
        {"entity": "unit", "id": "bravo", "version": "2", "set": {}, "was": {}},
        {"entity": "unit", "id": "bravo", "version": 2, "set": [], "was": {}},
        {"entity": "unit", "id": "bravo", "version": 2, "set": {}},
        "unit",
    ],
    ids=str,
)
def test_a_change_that_no_program_can_read_is_refused(
    room: ServerRoom, bare: Bare, change: object
) -> None:
    who = room.staff[Role.SHIFT_LEAD]
    token, op_id = room.session(who), bare.new_op()
    bare.run("BEGIN")
    bare.run("SELECT begin_op(%s, %s, 'unit.status')", token, op_id)
    bare.run(MOVE.replace("{op}", op_id) + "'bravo'")
    body = bare.body(op_id, "unit.status", who, {"changes": [change]})
    assert bare.append(token, op_id, "unit.status", body) == (DENIED, "entry_unreadable")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("capabilities = '{'", "entry_unreadable"),
        ("capabilities = '{}'", "entry_unreadable"),
        ("status_since = 9000000000000000000", "entry_unreadable"),
        ("status_since = -9000000000000000000", "entry_unreadable"),
        ("capabilities = repeat('[', 2000)", "entry_unreadable"),
        ("capabilities = '[\"a\\u0000b\"]'", ""),
    ],
)
def test_a_row_that_no_program_can_read_is_refused(
    room: ServerRoom, bare: Bare, change: str, said: str
) -> None:
    who = room.staff[Role.SHIFT_LEAD]
    row = f"UPDATE unit SET {change}, version = version + 1, op_id = '{{op}}' WHERE id = 'bravo'"
    assert bare.act(room.session(who), who, "unit.status", row)[1] == said


def test_an_entry_is_found_under_every_row_it_tells_of(room: ServerRoom, bare: Bare) -> None:
    who = room.staff[Role.SHIFT_LEAD]
    token, op_id = room.session(who), bare.new_op()
    bare.run("BEGIN")
    bare.run("SELECT begin_op(%s, %s, 'unit.status')", token, op_id)
    bare.run(MOVE.replace("{op}", op_id) + "'siaga'")
    told = (Change("unit", "siaga", 2, {}, {}),)
    body = bare.body(op_id, "unit.status", who, {"changes": told})
    assert bare.append(token, op_id, "unit.status", body) == (DENIED, "entry_forged")
    assert bare.act(token, who, "unit.status", MOVE + "'siaga'") == ("", "")


def test_the_machine_speaks_late_only_for_who_was_at_its_desk(room: ServerRoom, bare: Bare) -> None:
    machine, who = room.session(room.staff[Role.SYSTEM]), room.staff[Role.SHIFT_LEAD]

    def told(kind: str) -> tuple[str, str]:
        op_id = bare.new_op()
        body = bare.body(op_id, kind, who, {"reason": "kept_locally"})
        return bare.append(machine, op_id, kind, body)

    room.session(who, DESKS[1])
    assert told("note.added") == (DENIED, "entry_forged")
    room.session(who, DESKS[0], ended_at=1)
    assert told("note.added") == ("", "")


def test_the_machine_tells_late_only_what_can_be_entered_apart(
    room: ServerRoom, bare: Bare
) -> None:
    machine, who = room.session(room.staff[Role.SYSTEM]), room.staff[Role.SHIFT_LEAD]
    room.session(who)
    late = {verbs()[command].kind for command in (*ADDITIVE, KeepAlias)}
    for kind in sorted({verb.kind for verb in verbs().values()}):
        op_id = bare.new_op()
        body = bare.body(op_id, kind, who, {"reason": "kept_locally"})
        refused = bare.append(machine, op_id, kind, body)
        assert (kind, refused == ("", "")) == (kind, kind in late)


def test_two_administrators_cannot_demote_each_other_at_once(room: ServerRoom) -> None:
    second = "staff:second"
    room.as_owner(
        "SELECT begin_op('', 'second', 'x');"
        "INSERT INTO staff (id, version, name, initials, role, seat, login, op_id)"
        f" VALUES ('{second}', 1, 'S', 'S', 'administrator', '', 'second', 'second');"
        "SELECT append('', 'second', 'x', 0, '{}', '{}', '{}')"
    )
    first = room.staff[Role.ADMINISTRATOR]
    desks = [Bare(room, desk) for desk in DESKS]
    entries = []
    for bare, who, whom in zip(desks, (first, second), (second, first), strict=True):
        token, op_id = room.session(who, bare.desk), bare.new_op()
        bare.run("BEGIN")
        bare.run("SELECT begin_op(%s, %s, 'staff.changed')", token, op_id)
        bare.run(DEMOTE, op_id, whom)
        told = (Change("staff", whom, 2, {}, {}),)
        body = bare.body(op_id, "staff.changed", who, {"changes": told})
        entries.append((token, op_id, "staff.changed", body, told))
    assert desks[0].append(*entries[0]) == ("", "")
    with ThreadPoolExecutor(1) as pool:
        late = pool.submit(desks[1].append, *entries[1])
        _await_a_waiting_one(room)
        desks[0].run("COMMIT")
        assert late.result(10) == ("23514", "last_administrator")
    left = room.as_owner("SELECT id FROM staff WHERE role = 'administrator'")
    assert left == [(first,)]
    for bare in desks:
        bare.close()


def _await_a_waiting_one(room: ServerRoom) -> None:
    """Until somebody waits for the head of the log."""
    waiting = "SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = %s"
    for _ in range(100):
        if room.as_owner(waiting, (room.name,)):
            return
        time.sleep(0.05)
    pytest.fail("nobody waits")


def test_nobody_gives_a_password_without_the_log_telling(room: ServerRoom, bare: Bare) -> None:
    who, whose = room.staff[Role.ADMINISTRATOR], room.staff[Role.SHIFT_LEAD]
    token = room.session(who)
    give = "SELECT set_password(%s, %s, %s, 'x', %s, 1)"
    given = (token, whose, b"s" * 16, b"v" * 32)
    assert bare.refusal(give, *given) == (DENIED, "not_logged")
    op_id = bare.new_op()
    result = {"result": {"staff_id": whose}}
    body = bare.body(op_id, "password.given", who, {"inputs": result})
    assert bare.append(token, op_id, "password.given", body) == ("", "")
    assert bare.refusal(give, *given) == ("", "")
    other = (token, room.staff[Role.OPERATOR], b"s" * 16, b"v" * 32)
    assert bare.refusal(give, *other) == (DENIED, "not_logged")


def test_what_is_sought_by_name_is_never_somebody_elses(room: ServerRoom, bare: Bare) -> None:
    """A temporary table, an operator or a function of one's own come from no schema there is."""
    for sentence in (
        "CREATE TEMP TABLE staff (id text)",
        "CREATE FUNCTION pg_temp.sha256(bytea) RETURNS bytea LANGUAGE sql AS 'SELECT $1'",
        "CREATE OPERATOR public.<> (LEFTARG = text, RIGHTARG = text, FUNCTION = texteq)",
        "CREATE TYPE public.session AS (id text)",
        "CREATE VIEW public.mine AS SELECT 1",
    ):
        assert (sentence, bare.refusal(sentence)[0]) == (sentence, DENIED)
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        bare.run("SELECT key FROM sealed_key")


def test_the_next_number_only_goes_up_by_one(room: ServerRoom, bare: Bare) -> None:
    for sentence in (
        "INSERT INTO day_counter VALUES ('2030-01-01', 2147483647)",
        "UPDATE day_counter SET last = 2147483647",
        "UPDATE day_counter SET last = last - 1",
        "UPDATE day_counter SET day = '2040-01-01', last = last + 1",
    ):
        room.as_owner("INSERT INTO day_counter VALUES ('2026-01-01', 7) ON CONFLICT DO NOTHING")
        assert (sentence, bare.refusal(sentence)[0]) == (sentence, DENIED)
    bare.run(NEXT_NUMBER.replace("?", "%s"), "2026-01-01")
    bare.run(NEXT_NUMBER.replace("?", "%s"), "2026-01-02")
    found = bare.run("SELECT day, last FROM day_counter ORDER BY day DESC LIMIT 2")
    assert found == [("2026-01-02", 1), ("2026-01-01", 8)]


def test_a_signed_head_is_one_the_log_had(room: ServerRoom, bare: Bare) -> None:
    """One from far ahead would let no true one be kept any more."""
    for number, desk in enumerate(DESKS):
        room.as_owner(
            f"SELECT begin_op('', 'w{number}', 'x');"
            "INSERT INTO workstation (id, version, name, letter, public_key, added_at, op_id)"
            f" VALUES ('ws{number}', 1, '{desk}', 'Z{number}', '', 0, 'w{number}');"
            f"SELECT append('', 'w{number}', 'x', 0, '{{}}', '{{}}', '{{}}')"
        )
    ((seq, digest),) = bare.run("SELECT seq, hash FROM log_head")
    keep = "INSERT INTO signed_head VALUES (%s, %s, 0, %s, %s)"
    for forged in ((10**18, digest, "ws0"), (seq, b"x" * 32, "ws0"), (seq, digest, "ws1")):
        assert bare.refusal(keep, *forged, b"s" * 64) == (DENIED, "entry_forged")
    assert bare.refusal(keep, seq, digest, "ws0", b"s" * 64) == ("", "")


def test_nobody_adds_to_what_somebody_sealed(bare: Bare) -> None:
    key = "INSERT INTO sealed_key (subject_id, key, made_at, expires_at) VALUES ('a', '', 0, 9)"
    item = "INSERT INTO sealed_item (id, subject_id, what, box, at) VALUES (%s, 'a', 'name', '', 0)"
    bare.run("BEGIN")
    bare.run(key)
    bare.run(item, "first")
    bare.run("COMMIT")
    assert bare.refusal(item, "second") == (DENIED, "entry_forged")


def test_no_desk_takes_the_servers_last_connection(room: ServerRoom) -> None:
    found = room.as_owner("SELECT rolconnlimit FROM pg_roles WHERE starts_with(rolname, 'ws_')")
    assert {limit for (limit,) in found} == {roles.MOST_LINKS}


def test_what_the_clock_does_no_operator_does(room: ServerRoom, bare: Bare) -> None:
    for role in (Role.OPERATOR, Role.SHIFT_LEAD):
        who = room.staff[role]
        refused = bare.act(room.session(who), who, "take_over.passed")
        assert refused == (DENIED, "not_allowed")


@pytest.mark.parametrize("letter", ["a", "\U00020000"], ids=["short", "long"])
def test_an_incident_of_too_many_words_still_takes_notes(room: ServerRoom, letter: str) -> None:
    said = " ".join(f"{letter * 55}{number}" for number in range(20_000))
    ((words,),) = room.as_owner("SELECT length(words_of(%s))", (said,))
    assert words == 4_000
    assert room.as_owner("SELECT words_of('Jalan Ijen, jalan.')::text") == [("'ijen' 'jalan'",)]


def test_a_liaison_says_of_an_incident_only_that_an_own_unit_is_there(
    room: ServerRoom, bare: Bare
) -> None:
    who = room.staff[Role.LIAISON]
    token = room.session(who)
    row = "UPDATE incident SET {}, version = version + 1, op_id = '{{op}}' WHERE id = 'fire'"
    arrived = row.format("first_on_scene_at = opened_at")
    assert bare.act(token, who, "unit.status", arrived)[1] == "other_agency"
    opened = open_database(room.owner_url)
    with acting(opened.storage) as work:
        work.add(rows.assignment(unit_id="siaga"))
    opened.close()
    for change in (
        "title = 'x'",
        "priority = 'P3'",
        "owner_id = 'staff:liaison'",
        "status = 'dibatalkan'",
    ):
        refused = bare.act(token, who, "unit.status", row.format(change))
        assert (change, refused) == (change, (DENIED, "other_agency"))
    op_id = bare.new_op()
    bare.run("BEGIN")
    bare.run("SELECT begin_op(%s, %s, 'unit.status')", token, op_id)
    bare.run(arrived.replace("{op}", op_id))
    told = (Change("incident", "fire", 2, {}, {}),)
    body = bare.body(op_id, "unit.status", who, {"changes": told})
    assert bare.append(token, op_id, "unit.status", body, told) == ("", "")
    assert bare.refusal("COMMIT") == ("", "")
