"""What a workstation's login may do on the server, asked in bare SQL by somebody who means harm."""

from collections.abc import Iterator

import psycopg
import pytest

from command_center.commands.catalogue import verbs
from command_center.domain.log import Change
from command_center.domain.permissions import ENTITY_PERMISSIONS, ROLE_PERMISSIONS
from command_center.domain.room import Role
from command_center.storage import roles
from command_center.storage.engine import open_engine
from command_center.storage.tables import ENTITY_TABLES, METADATA
from tests.postgres import Server
from tests.storage import rows
from tests.storage.server_room import DESKS, Bare, ServerRoom, make_room

pytestmark = pytest.mark.postgres
KINDS = {verb.kind: verb.permission for verb in verbs().values()}
BY_PERMISSION = {permission: kind for kind, permission in KINDS.items()}
DENIED = "42501"
MOVE = "UPDATE unit SET crew = crew + 1, version = version + 1, op_id = '{op}' WHERE id = "


@pytest.fixture(scope="module")
def room(postgres: Server, postgres_template: str) -> Iterator[ServerRoom]:
    made = make_room(postgres, postgres_template)
    yield made
    made.close()


@pytest.fixture(scope="module")
def bare(room: ServerRoom) -> Iterator[Bare]:
    found = Bare(room)
    yield found
    found.close()


@pytest.fixture(scope="module")
def lead(room: ServerRoom) -> bytes:
    return room.session(room.staff[Role.SHIFT_LEAD])


@pytest.mark.parametrize("role", Role)
def test_every_kind_of_act_under_every_role(room: ServerRoom, bare: Bare, role: Role) -> None:
    token = room.session(room.staff[role])
    for kind, permission in KINDS.items():
        wanted = ("", "") if permission in ROLE_PERMISSIONS[role] else (DENIED, "not_allowed")
        assert (kind, bare.act(token, room.staff[role], kind)) == (kind, wanted)


# of a setting, whoever takes reports may keep how a source's data looks, and no other
NAMED = {"room_setting": "shape:new"}


@pytest.mark.parametrize("entity", ENTITY_TABLES)
def test_every_kind_of_row_under_every_permission(
    room: ServerRoom, bare: Bare, entity: str
) -> None:
    """A row that nothing else is wrong with than its values gets as far as the values."""
    id = NAMED.get(entity, "new")
    begun = f"INSERT INTO \"{entity}\" (id, version, op_id) VALUES ('{id}', 1, '{{op}}')"
    for permission, kind in BY_PERMISSION.items():
        role = next(r for r in Role if permission in ROLE_PERMISSIONS[r] and r != Role.LIAISON)
        token = room.session(room.staff[role])
        state, said = bare.act(token, room.staff[role], kind, begun)
        if permission in ENTITY_PERMISSIONS[entity]:
            assert (permission, state) == (permission, "23502")
        else:
            assert (permission, state, said) == (permission, DENIED, "entity_not_permitted")


def test_an_act_reaches_the_log_chained_by_the_server(
    room: ServerRoom, bare: Bare, lead: bytes
) -> None:
    who = room.staff[Role.SHIFT_LEAD]
    assert bare.act(lead, who, "unit.status", MOVE + "'bravo'") == ("", "")
    ((seq, chained),) = bare.run(
        "SELECT n.seq, n.hash = sha256(o.hash || n.body) FROM event_log n"
        " JOIN event_log o ON o.seq = n.seq - 1 ORDER BY n.seq DESC LIMIT 1"
    )
    assert chained
    assert bare.run("SELECT seq FROM log_head") == [(seq,)]
    found = bare.run("SELECT id FROM event_subject WHERE seq = %s", seq)
    assert found == [("bravo",)]


def test_a_change_without_its_entry_fails_at_the_commit(
    room: ServerRoom, bare: Bare, lead: bytes
) -> None:
    before = bare.run("SELECT crew, version FROM unit WHERE id = 'bravo'")
    bare.run("BEGIN")
    op_id = bare.new_op()
    bare.run("SELECT begin_op(%s, %s, 'unit.status')", lead, op_id)
    bare.run(MOVE.replace("{op}", op_id) + "'bravo'")
    assert bare.refusal("COMMIT")[0] == "23503"
    assert bare.run("SELECT crew, version FROM unit WHERE id = 'bravo'") == before


@pytest.mark.parametrize(
    ("operation", "said"),
    [("(SELECT op_id FROM event_log LIMIT 1)", "operation_used"), ("'x'", "")],
)
def test_a_change_needs_an_operation_of_its_own(bare: Bare, operation: str, said: str) -> None:
    change = f"UPDATE unit SET crew = 9, version = version + 1, op_id = {operation}"
    state, told = bare.refusal(change)
    assert state in {"23514", "23503"}
    assert said in told


@pytest.mark.parametrize(
    "forged",
    [
        {"actor": "staff:operator"},
        {"actor": "staff:operator", "reason": "kept_locally"},
        {"kind": "note.added"},
        {"workstation": "meja-2"},
        {"op_id": "another"},
        {"recorded_at": "2020-01-01T00:00:00.000000Z"},
        {"recorded_at": "yesterday"},
    ],
    ids=str,
)
def test_an_entry_tells_who_did_what_where(
    room: ServerRoom, bare: Bare, lead: bytes, forged: dict[str, str]
) -> None:
    op_id = bare.new_op()
    body = bare.body(op_id, "unit.status", room.staff[Role.SHIFT_LEAD], forged)
    state, said = bare.append(lead, op_id, "unit.status", body)
    assert (state, said.split("_")[0]) == (DENIED, "entry")


def test_an_entry_is_of_the_operation_it_began_as(
    room: ServerRoom, bare: Bare, lead: bytes
) -> None:
    who = room.staff[Role.SHIFT_LEAD]
    for token, kind in ((lead, "note.added"), (room.session(who), "unit.status")):
        op_id = bare.new_op()
        bare.run("BEGIN")
        bare.run("SELECT begin_op(%s, %s, 'unit.status')", lead, op_id)
        refused = bare.append(token, op_id, kind, bare.body(op_id, kind, who))
        assert refused == (DENIED, "entry_forged")


@pytest.mark.parametrize(
    "told",
    [
        (),
        (("unit", "bravo", 1),),
        (("unit", "siaga", 2),),
        (("unit", "bravo", 2), ("unit", "siaga", 2)),
        (("unit", "bravo", 2), ("unit", "bravo", 2)),
    ],
    ids=str,
)
def test_an_entry_tells_of_every_row_and_of_no_other(
    postgres: Server, postgres_template: str, told: tuple[tuple[str, str, int], ...]
) -> None:
    room = make_room(postgres, postgres_template)
    bare, who = Bare(room), room.staff[Role.SHIFT_LEAD]
    token, op_id = room.session(who), bare.new_op()
    bare.run("BEGIN")
    bare.run("SELECT begin_op(%s, %s, 'unit.status')", token, op_id)
    bare.run(MOVE.replace("{op}", op_id) + "'bravo'")
    changes = tuple(Change(entity, id, version, {}, {}) for entity, id, version in told)
    body = bare.body(op_id, "unit.status", who, {"changes": changes})
    assert bare.append(token, op_id, "unit.status", body, changes) == (DENIED, "entry_forged")
    assert bare.act(token, who, "unit.status", MOVE + "'bravo'") == ("", "")
    bare.close()
    room.close()


@pytest.mark.parametrize("body", [b"{", b"\xff", b"[]", b"{}", b'"x"', b'{"kind": "\\u0000"}'])
def test_what_is_no_entry_is_refused(bare: Bare, lead: bytes, body: bytes) -> None:
    state, said = bare.append(lead, bare.new_op(), "unit.status", body)
    assert (state, said.split("_")[0]) == (DENIED, "entry")


def test_what_came_from_outside_may_hold_any_character(room: ServerRoom, bare: Bare) -> None:
    who = room.staff[Role.SHIFT_LEAD]
    for raw in ("a\x00b", "\\u0000", "\ufffd\u202e", "😀", "x" * 100_000):
        op_id = bare.new_op()
        body = bare.body(op_id, "record.refused", who, {"inputs": {"raw": raw}})
        assert bare.append(room.session(who), op_id, "record.refused", body) == ("", "")


def test_only_the_machine_tells_late_what_a_person_may_do(room: ServerRoom, bare: Bare) -> None:
    machine = room.session(room.staff[Role.SYSTEM])
    for role in (Role.OPERATOR, Role.OBSERVER):
        room.session(room.staff[role])
    told = {
        (Role.OPERATOR, "kept_locally"): ("", ""),
        (Role.OPERATOR, ""): (DENIED, "entry_forged"),
        (Role.OBSERVER, "kept_locally"): (DENIED, "entry_forged"),
    }
    for (role, reason), wanted in told.items():
        op_id = bare.new_op()
        body = bare.body(op_id, "note.added", room.staff[role], {"reason": reason})
        assert bare.append(machine, op_id, "note.added", body) == wanted


def test_a_session_ends_belongs_to_one_desk_and_to_who_is_still_there(
    room: ServerRoom, bare: Bare
) -> None:
    who = room.staff[Role.OPERATOR]
    left = "staff:left"
    room.as_owner(
        "SELECT begin_op('', 'leaving', 'x');"
        "INSERT INTO staff (id, version, name, initials, role, seat, login, left_at, op_id)"
        f" VALUES ('{left}', 1, 'L', 'L', 'operator', '', '', 1, 'leaving');"
        "SELECT append('', 'leaving', 'x', 0, '{}', '{}', '{}')"
    )
    tokens = {
        "session_missing": b"nothing of ours".ljust(32),
        "session_ended": room.session(who, ended_at=1),
        "session_elsewhere": room.session(who, DESKS[1]),
        "staff_left": room.session(left),
    }
    for code, token in tokens.items():
        assert bare.act(token, who, "note.added") == (DENIED, code)
    expired = room.session(who, ends_at=2)
    assert bare.act(expired, who, "note.added") == (DENIED, "session_ended")
    assert bare.act(b"", who, "note.added") == (DENIED, "session_missing")


def test_a_role_taken_away_is_gone_at_once(room: ServerRoom, bare: Bare) -> None:
    who = room.staff[Role.OPERATOR]
    token = room.session(who)
    bare.run("BEGIN")
    op_id = bare.new_op()
    bare.run("SELECT begin_op(%s, %s, 'note.added')", token, op_id)
    room.as_owner("UPDATE session SET ended_at = 1 WHERE staff_id = %s", (who,))
    body = bare.body(op_id, "note.added", who)
    assert bare.append(token, op_id, "note.added", body) == (DENIED, "session_ended")


@pytest.mark.parametrize(("unit", "said"), [("siaga", ""), ("bravo", "other_agency")])
def test_a_liaison_moves_the_own_agencys_units(
    room: ServerRoom, bare: Bare, unit: str, said: str
) -> None:
    who = room.staff[Role.LIAISON]
    token = room.session(who)
    assert bare.act(token, who, "unit.status", MOVE + f"'{unit}'")[1] == said
    taking = "UPDATE unit SET agency_id = 'damkar', version = version + 1, op_id = '{op}'"
    assert bare.act(token, who, "unit.status", taking)[1] == "other_agency"


LOG = ("event_log", "event_subject", "log_head", "op", "session", "credential")
TOLD = ("role_permission", "verb_permission", "entity_permission", "allowed_move")


@pytest.mark.parametrize("table", [*LOG, *TOLD, "alembic_version"])
def test_what_only_functions_write_is_closed(bare: Bare, table: str) -> None:
    column = next(iter(METADATA.tables[table].columns.keys())) if table in METADATA.tables else ""
    column = column or "version_num"
    for sentence in (
        f"INSERT INTO {table} SELECT * FROM {table}",
        f"INSERT INTO {table} ({column}) VALUES (NULL)",
        f"UPDATE {table} SET {column} = NULL",
        f"DELETE FROM {table}",
        f"TRUNCATE {table} CASCADE",
        f"COPY {table} FROM STDIN",
    ):
        assert (sentence, bare.refusal(sentence)[0]) == (sentence, DENIED)


@pytest.mark.parametrize("table", ["session", "credential", "op"])
def test_what_proofs_are_checked_with_is_read_by_nobody(bare: Bare, table: str) -> None:
    assert bare.refusal(f"SELECT * FROM {table}")[0] == DENIED


@pytest.mark.parametrize("table", [*ENTITY_TABLES, "signed_head"])
def test_no_row_is_deleted(bare: Bare, table: str) -> None:
    assert bare.refusal(f'DELETE FROM "{table}"')[0] == DENIED
    assert bare.refusal(f'TRUNCATE "{table}" CASCADE')[0] == DENIED


@pytest.mark.parametrize(
    "sentence",
    [
        "ALTER TABLE event_log DISABLE TRIGGER ALL",
        "ALTER TABLE unit DISABLE TRIGGER unit_kept",
        "ALTER TABLE op DROP CONSTRAINT fk_op_op_id",
        "ALTER FUNCTION keep_row() RESET ALL",
        "DROP TABLE event_log CASCADE",
        "DROP FUNCTION append",
        "CREATE TABLE op2 (id int)",
        "CREATE TEMP TABLE op (id int)",
        "CREATE SCHEMA mine",
        "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'",
        "CREATE OR REPLACE FUNCTION keep_row() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN END'",
        "CREATE TRIGGER t BEFORE INSERT ON op FOR EACH ROW EXECUTE FUNCTION keep_row()",
        "CREATE ROLE mine",
        "CREATE EXTENSION file_fdw",
        "SET ROLE cc_owner",
        "SET ROLE postgres",
        'SET ROLE "ws_meja-2"',
        "SET SESSION AUTHORIZATION postgres",
        "SET session_replication_role = replica",
        "GRANT cc_owner TO cc_app",
        "COPY unit TO PROGRAM 'cat'",
        "COPY unit TO '/var/lib/x'",
        "COPY unit FROM '/etc/passwd'",
        "SELECT pg_read_file('/etc/passwd')",
        "SELECT pg_ls_dir('.')",
        "SELECT lo_import('/etc/passwd')",
        "SELECT lo_create(0)",
        "SELECT lo_from_bytea(0, 'x')",
        "SELECT pg_advisory_lock(1)",
        "SELECT pg_try_advisory_xact_lock(1)",
        "LOCK TABLE unit IN ACCESS EXCLUSIVE MODE",
        "LOCK TABLE staff IN SHARE MODE",
        "LOCK TABLE day_counter IN ACCESS EXCLUSIVE MODE",
        "UPDATE unit SET id = 'x'",
        "SELECT * FROM pg_authid",
        "SELECT * FROM pg_hba_file_rules",
        "ALTER SYSTEM SET fsync = off",
        "SELECT * FROM log_head FOR UPDATE",
        "LOCK TABLE log_head IN ACCESS EXCLUSIVE MODE",
        "SELECT deny('x')",
        "SELECT now_us()",
        "SELECT live_session('x')",
        "SELECT permitted('x', 'note.added')",
        "SELECT open_session('a', 'b', 'staff:operator', 'meja-1')",
        "SELECT demand_own(NULL, '', '', 0, '', '{}', '{}')",
        "SELECT demand_administrator('x')",
    ],
)
def test_nobody_but_the_owner_changes_the_house(bare: Bare, sentence: str) -> None:
    if not sentence.startswith("ALTER SYSTEM"):
        bare.run("BEGIN")
    assert bare.refusal(sentence)[0] == DENIED


def test_functions_that_act_for_the_owner_look_in_no_other_place(room: ServerRoom) -> None:
    found = room.as_owner(
        "SELECT proname, proconfig, prosecdef, prorettype = 'trigger'::regtype FROM pg_proc"
        " WHERE pronamespace = 'public'::regnamespace"
    )
    assert {name for name, _, definer, _ in found if definer} >= set(roles.FUNCTIONS)
    for name, settings, definer, trigger in found:
        if not (definer or trigger):
            continue  # as who asked: it can do no more than they
        assert (name, settings) == (name, ["search_path=pg_catalog, public, pg_temp"])


def test_a_login_is_admitted_to_its_own_room_only(
    room: ServerRoom, postgres: Server, postgres_template: str
) -> None:
    other = postgres.new_database(postgres_template)
    engine = open_engine(postgres.url(other))
    roles.create_roles(engine)
    url = room.url(DESKS[0]).rsplit("/", 1)[0] + f"/{other}"
    with pytest.raises(psycopg.OperationalError, match="permission denied"):
        psycopg.connect(url)
    roles.add_workstation(engine, DESKS[0], "x")
    psycopg.connect(url).close()
    roles.drop_workstation(engine, DESKS[0])
    with pytest.raises(psycopg.OperationalError, match="permission denied"):
        psycopg.connect(url)
    engine.dispose()
    postgres.drop_database(other)


def test_even_the_owner_cannot_rewrite_the_log_by_mistake(room: ServerRoom) -> None:
    for sentence in ("UPDATE event_log SET kind = 'x'", "DELETE FROM event_log"):
        with pytest.raises(psycopg.errors.CheckViolation, match="append_only"):
            room.as_owner(sentence)


def test_a_workstation_signs_in_at_itself_only(room: ServerRoom, bare: Bare) -> None:
    sign_in = "SELECT refused FROM sign_in('operator', %s, %s, %s, %s)"
    assert bare.run(sign_in, rows.NOW.isoformat().encode(), DESKS[0], "s1", b"t") == [
        ("sign_in_refused",)
    ]
    refused = bare.refusal(sign_in, b"p", DESKS[1], "s2", b"t2")
    assert refused == (DENIED, "session_elsewhere")
    machine = "SELECT staff_id FROM open_machine(%s, %s, %s)"
    assert bare.refusal(machine, DESKS[1], "s3", b"t3") == (DENIED, "session_elsewhere")
    assert bare.run(machine, DESKS[0], "s4", b"t4" * 16)[0][0] == room.staff[Role.SYSTEM]
    password = "SELECT set_password('', 'staff:operator', %s, 'x', %s, 0)"
    assert bare.refusal(password, b"s" * 16, b"v" * 32) == (DENIED, "session_missing")
