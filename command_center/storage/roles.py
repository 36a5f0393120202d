"""Who may what inside a PostgreSQL server: the owner of the tables, the group of the workstations,
a login for each of them, and the program's own tables of permissions.

    cc_owner   owns everything and migrates it; nobody logs in as it, administrators are members
    cc_app     the workstations: they read, write rows in operations, and call functions
    ws_NAME    the login of one workstation, admitted to its room only
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from psycopg import sql
from sqlalchemy import Connection, Engine, inspect, text

from command_center.commands.catalogue import verbs
from command_center.domain.errors import OperatorError
from command_center.domain.permissions import (
    CHANGE_PERMISSIONS,
    CHANGED,
    ENTITY_PERMISSIONS,
    ROLE_PERMISSIONS,
    Permission,
)
from command_center.storage.tables import ENTITY_TABLES, METADATA

OWNER, APP = "cc_owner", "cc_app"
LOGIN = "ws_"
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,59}")

# Nobody reads what passwords and tokens are checked with, nor begins an operation by hand.
_HIDDEN = frozenset({"credential", "session", "op"})
_BESIDE: Mapping[str, str] = {
    "day_counter": "INSERT, UPDATE (day, last)",
    "lease": "INSERT, UPDATE, DELETE",
    "telemetry_position": "INSERT, UPDATE, DELETE",
    "telemetry_health": "INSERT, UPDATE, DELETE",
    "telemetry_presence": "INSERT, UPDATE, DELETE",
    "signed_head": "INSERT",
    "room_key": "INSERT",
}
# Neither keys nor what they close: open_sealed hands those out, for an entry of the log.
_IN_PART: Mapping[str, str] = {
    "sealed_key": "SELECT (subject_id, made_at, expires_at, destroyed_at), INSERT",
    "sealed_item": "SELECT (id, subject_id, what, incident_id, at), INSERT",
}
FUNCTIONS = (
    "begin_op", "append", "challenge", "sign_in", "sign_out", "open_machine", "set_password",
    "has_administrator", "open_sealed", "destroy_sealed",
)  # fmt: skip
# What everybody may call in a fresh database: files beside the tables, which also spoil a backup
# made by the owner, and locks that hold up an upgrade.
_CLOSED = (
    "proname LIKE 'lo\\_%' OR proname IN ('loread', 'lowrite') OR proname LIKE 'pg\\_%advisory%'"
)
MOST_LINKS = 60
"""Connections of one workstation, so that none takes the server's last one."""
_Table = Mapping[str, Sequence[tuple[str, str]]]


def login_of(workstation: str) -> str:
    """The name under which a workstation logs in to the server."""
    if not _NAME.fullmatch(workstation):
        raise OperatorError("workstation_name", longest=60)
    return LOGIN + workstation


def workstation_of(login: str | None) -> str | None:
    """The workstation a login belongs to; None: it is nobody's."""
    found = (login or "").removeprefix(LOGIN)
    return found if login == LOGIN + found and _NAME.fullmatch(found) else None


def create_roles(engine: Engine) -> None:
    """Make the roles where they are missing, give what stands to the owner and the rights to each.
    Of a database as its superuser sees it; harmless when it was done before."""
    with engine.begin() as connection:
        for role in (OWNER, APP):
            if not _role_exists(connection, role):
                _run(connection, "CREATE ROLE {} NOLOGIN", role)
        name = str(connection.execute(text("SELECT current_database()")).scalar_one())
        _run(connection, "ALTER DATABASE {} OWNER TO {}", name, OWNER)
        _run(connection, "REVOKE ALL ON DATABASE {} FROM PUBLIC", name)
        connection.execute(text("REVOKE ALL ON SCHEMA public FROM PUBLIC"))
        _run(connection, "GRANT ALL ON SCHEMA public TO {}", OWNER)
        for kind, found in _owned_by_others(connection):
            _run(connection, f"ALTER {kind} {found} OWNER TO {{}}", OWNER)
        _close_doors(connection)
        grant_on(connection)


def _close_doors(connection: Connection) -> None:
    """To everybody but the owner; the server's superuser can."""
    found = connection.execute(
        text(
            "SELECT oid::regprocedure::text FROM pg_proc"  # noqa: S608
            f" WHERE pronamespace = 'pg_catalog'::regnamespace AND ({_CLOSED})"
        )
    )
    for (function,) in found.all():
        _run(connection, f"REVOKE ALL ON FUNCTION pg_catalog.{function} FROM PUBLIC")
        _run(connection, f"GRANT EXECUTE ON FUNCTION pg_catalog.{function} TO {{}}", OWNER)


def add_workstation(engine: Engine, name: str, password: str) -> str:
    """The login of a workstation, made or given a new password, and admitted to this database.
    The password goes to the server as its SCRAM secret only."""
    login = login_of(name)
    with engine.begin() as connection:
        driver = connection.connection.driver_connection
        secret = driver.pgconn.encrypt_password(  # type: ignore[union-attr]
            password.encode(), login.encode(), b"scram-sha-256"
        ).decode()
        verb = "ALTER" if _role_exists(connection, login) else "CREATE"
        made = f"{verb} ROLE {{}} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE"
        made += f" CONNECTION LIMIT {MOST_LINKS} PASSWORD '{secret}'"
        _run(connection, made, login)
        _run(connection, "GRANT {} TO {}", APP, login)
        database = str(connection.execute(text("SELECT current_database()")).scalar_one())
        _run(connection, "GRANT CONNECT ON DATABASE {} TO {}", database, login)
    return login


def drop_workstation(engine: Engine, name: str) -> None:
    """Its login is admitted to this database no longer; open connections of it are ended."""
    login = login_of(name)
    with engine.begin() as connection:
        if not _role_exists(connection, login):
            raise OperatorError("unknown_workstation", name=name)
        database = str(connection.execute(text("SELECT current_database()")).scalar_one())
        _run(connection, "REVOKE CONNECT ON DATABASE {} FROM {}", database, login)
        ended = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = :login"
        connection.execute(text(ended + " AND datname = :name"), {"login": login, "name": database})


def grant(engine: Engine) -> None:
    """Give the group of the workstations exactly its rights, by the owner."""
    with engine.begin() as connection:
        grant_on(connection)


def grant_on(connection: Connection) -> None:
    """As `grant`, inside the caller's transaction; without effect where there is no group, and
    on a database that is still empty."""
    standing = set(inspect(connection).get_table_names())
    if not _role_exists(connection, APP) or "alembic_version" not in standing:
        return
    for what in ("TABLES", "FUNCTIONS", "SEQUENCES"):
        sentence = f"REVOKE ALL ON ALL {what} IN SCHEMA public FROM PUBLIC, {{}}"
        _run(connection, sentence, APP)
    _run(connection, "GRANT USAGE ON SCHEMA public TO {}", APP)
    for table in (*METADATA.tables, "alembic_version"):
        if table not in _HIDDEN:
            rights = _rights(table)
            _run(connection, f"GRANT {rights} ON {{}} TO {{}}", table, APP)
    for function in FUNCTIONS:
        _run(connection, "GRANT EXECUTE ON FUNCTION {} TO {}", function, APP)


def agree(engine: Engine) -> None:
    """The server's tables of permissions are this program's: written by the owner, demanded by
    everybody else. OperatorError("database_older") where they are not."""
    if engine.dialect.name == "sqlite":
        return
    wanted = permissions()
    with engine.begin() as connection:
        if _told(connection, wanted) == {name: set(rows) for name, rows in wanted.items()}:
            return
        if not is_owner(connection):
            raise OperatorError("database_older")
        # programs that open a new room at once write one after another
        connection.execute(text("LOCK TABLE role_permission IN SHARE ROW EXCLUSIVE MODE"))
        for table, rows in wanted.items():
            one, other = METADATA.tables[table].columns.keys()
            connection.execute(METADATA.tables[table].delete())
            values = [{one: left, other: right} for left, right in rows]
            connection.execute(METADATA.tables[table].insert(), values)


def is_owner(connection: Connection) -> bool:
    """Whether who is connected may act as the owner of the database."""
    sentence = (
        "SELECT pg_has_role(session_user, datdba, 'MEMBER') FROM pg_database"
        " WHERE datname = current_database()"
    )
    return bool(connection.execute(text(sentence)).scalar())


def act_as_owner(connection: Connection) -> None:
    """Until the transaction ends: what is made belongs to the owner, not to who happens to be at
    the keyboard."""
    owner = connection.execute(
        text("SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = current_database()")
    ).scalar_one()
    _run(connection, "SET LOCAL ROLE {}", str(owner))


def permissions() -> _Table:
    """The program's own: {table: rows of its two columns}."""
    return {
        "role_permission": [
            (role.value, permission.value)
            for role, given in ROLE_PERMISSIONS.items()
            for permission in given
        ],
        "verb_permission": sorted({(v.kind, v.permission.value) for v in verbs().values()}),
        "entity_permission": [
            (entity, permission.value)
            for entity, given in _written().items()
            for permission in given
        ],
    }


def _written() -> Mapping[str, frozenset[Permission]]:
    """Who may write which rows, and under the name of the table and `CHANGED` who may change them
    where that is not the same."""
    changed = {f"{entity}{CHANGED}": given for entity, given in CHANGE_PERMISSIONS.items()}
    return {**ENTITY_PERMISSIONS, **changed}


def _told(connection: Connection, wanted: _Table) -> dict[str, set[tuple[str, str]]]:
    tables = {name: METADATA.tables[name] for name in wanted}
    return {
        name: {(str(row[0]), str(row[1])) for row in connection.execute(table.select())}
        for name, table in tables.items()
    }


def _rights(table: str) -> str:
    if table in _IN_PART:
        return _IN_PART[table]
    if table in ENTITY_TABLES:
        # named one by one, the right to write is none to lock the whole table
        names = [column.name for column in METADATA.tables[table].columns if column.name != "id"]
        return f"SELECT, INSERT, UPDATE ({', '.join(map(_quoted, names))})"
    beside = _BESIDE.get(table)
    return f"SELECT, {beside}" if beside else "SELECT"


def _quoted(name: str) -> str:
    return f'"{name}"'


def _owned_by_others(connection: Connection) -> list[tuple[str, str]]:
    """(kind, name as SQL) of each table, sequence and function of the schema."""
    found = connection.execute(
        text(
            "SELECT CASE relkind WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END, oid::regclass::text"
            " FROM pg_class c WHERE relnamespace = 'public'::regnamespace"
            " AND relowner <> :owner ::regrole AND (relkind = 'r' OR relkind = 'S' AND NOT EXISTS"
            " (SELECT 1 FROM pg_depend d WHERE d.objid = c.oid AND d.deptype IN ('a', 'i')))"
            " UNION ALL SELECT 'FUNCTION', oid::regprocedure::text FROM pg_proc"
            " WHERE pronamespace = 'public'::regnamespace AND proowner <> :owner ::regrole"
        ),
        {"owner": OWNER},
    )
    return [(str(kind), str(name)) for kind, name in found]


def _role_exists(connection: Connection, name: str) -> bool:
    found = connection.execute(text("SELECT 1 FROM pg_roles WHERE rolname = :name"), {"name": name})
    return found.first() is not None


def _run(connection: Connection, sentence: str, *names: str) -> None:
    """A sentence whose {} are names; utility statements take no parameters."""
    composed = sql.SQL(sentence).format(*map(sql.Identifier, names))
    driver: Any = connection.connection.driver_connection
    connection.exec_driver_sql(composed.as_string(driver).replace("%", "%%"))
