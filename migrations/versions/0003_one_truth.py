"""People who sign in, workstations, orders given apart, and what is sealed."""

from collections.abc import Iterator
from pathlib import Path

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

SQL = Path(__file__).resolve().parent.parent / "sql"
ROWS = ("workstation", "take_over", "order_conflict")
OTHERS = (
    "credential", "session", "role_permission", "verb_permission", "entity_permission",
    "sealed_key", "sealed_item", "signed_head", "telemetry_presence",
)  # fmt: skip
# as revision 0002 has them; the other columns begin with what is here
KEPT = {
    "room": "id name kind epoch pack version op_id",
    "staff": "id name initials role seat version op_id",
    "assignment": "id incident_id unit_id order_id kind status ordered_at accepted_at en_route_at"
    " on_scene_at transport_at hospital_at closed_at close_reason time_reversed version op_id",
    "alarm": "id type rank subject_kind subject_id params raised_at acknowledged_at"
    " acknowledged_by cleared_at shelved_until version op_id",
}
BEGUN: dict[str, dict[str, str]] = {
    "room": {},
    "staff": {"login": "''"},
    "assignment": {},
    "alarm": {},
}
MADE_BY = {"room": "0001", "staff": "0001", "assignment": "0001", "alarm": "0002"}
NEW_ALARMS = (
    "'order_conflict', 'database_restored', 'backup_failed', 'audit_broken', 'account_locked'"
)
NEWER = {
    "staff": "role = 'console'",
    "alarm": f"type IN ({NEW_ALARMS})",
    "assignment": "kind = 'reported' OR close_reason = 'conflict'",
}

CHECKS = {
    "staff": ("ck_staff_role",),
    "alarm": ("ck_alarm_type",),
    "assignment": ("ck_assignment_kind", "ck_assignment_close_reason"),
}


def statements(name: str) -> Iterator[str]:
    """The statements of one file; comment lines dropped."""
    for part in (SQL / name).read_text(encoding="utf-8").split("\n\n"):
        lines = [line for line in part.splitlines() if not line.startswith("--")]
        if any(lines):
            yield "\n".join(lines)


def execute(connection: sa.Connection, statement: str) -> None:
    """As it stands in the file: psycopg takes a lone % for a placeholder."""
    if connection.dialect.name == "postgresql":
        statement = statement.replace("%", "%%")
    connection.exec_driver_sql(statement)


def about(statement: str, table: str) -> bool:
    """Whether a statement makes the table or one of its indexes."""
    words = statement.replace("(", " ").split()
    return table in (words[2], words[words.index("ON") + 1] if "INDEX" in words[:3] else "")


def make(connection: sa.Connection, file: str, table: str) -> None:
    for statement in statements(file):
        if about(statement, table):
            connection.exec_driver_sql(statement)


def keep_rules(connection: sa.Connection, table: str) -> None:
    """What every table of rows has, and on SQLite what this one lost when it was dropped."""
    engine = connection.dialect.name
    for statement in statements(f"0001_{engine}_rows.sql"):
        connection.exec_driver_sql(statement.replace("{entity}", table))
    if engine == "sqlite":
        for statement in statements("0001_sqlite_rules.sql"):
            words = statement.split()
            if words[words.index("ON") + 1] == table:
                connection.exec_driver_sql(statement)


def make_anew(connection: sa.Connection, file: str, table: str, begun: dict[str, str]) -> None:
    """SQLite cannot change a check: the rows wait beside while their table is made again."""
    kept = ", ".join(f'"{name}"' for name in KEPT[table].split())
    names = ", ".join((kept, *begun))
    values = ", ".join((kept, *begun.values()))
    connection.exec_driver_sql(f'CREATE TEMP TABLE waiting AS SELECT {kept} FROM "{table}"')  # noqa: S608
    connection.exec_driver_sql(f'DROP TABLE "{table}"')
    make(connection, file, table)
    connection.exec_driver_sql(f'INSERT INTO "{table}" ({names}) SELECT {values} FROM waiting')  # noqa: S608
    connection.exec_driver_sql("DROP TABLE waiting")
    keep_rules(connection, table)


def upgrade() -> None:
    connection = op.get_bind()
    engine = connection.dialect.name
    server = engine == "postgresql"
    file = f"0003_{engine}_tables.sql"
    if server:
        for statement in statements("0003_postgresql_columns.sql"):
            connection.exec_driver_sql(statement)
    else:
        connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        for table, begun in BEGUN.items():
            make_anew(connection, file, table, begun)
        connection.exec_driver_sql("ALTER TABLE op ADD COLUMN kind VARCHAR(100)")
        connection.exec_driver_sql("ALTER TABLE op ADD COLUMN session_id VARCHAR(100)")
        connection.exec_driver_sql("ALTER TABLE op ADD COLUMN touched TEXT")
    for table in (*ROWS, *OTHERS):
        make(connection, file, table)
    for table in ROWS:
        keep_rules(connection, table)
    people = ("0003_postgresql_people.sql", "0003_postgresql_sealed.sql") * server
    for file in (f"0003_{engine}_rules.sql", f"0003_{engine}_restored.sql", *people):
        for statement in statements(file):
            execute(connection, statement)


def downgrade() -> None:
    """Back to what revision 0002 can hold: what only this one knows is lost."""
    connection = op.get_bind()
    engine = connection.dialect.name
    connection.exec_driver_sql("DROP TRIGGER op_restored" + " ON op" * (engine == "postgresql"))
    if engine == "postgresql":
        connection.exec_driver_sql("DROP FUNCTION keep_restored")
        for statement in statements("0003_postgresql_back.sql"):
            execute(connection, statement)
        keep_row_as_before(connection)
    else:
        connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    for table in reversed((*ROWS, *OTHERS)):
        connection.exec_driver_sql(f'DROP TABLE "{table}"' + " CASCADE" * (engine == "postgresql"))
    for table, newer in NEWER.items():
        forget(connection, table, newer)
    if engine == "postgresql":
        return
    for table in BEGUN:
        make_anew(connection, f"{MADE_BY[table]}_sqlite_tables.sql", table, {})
    connection.exec_driver_sql("ALTER TABLE op DROP COLUMN kind")
    connection.exec_driver_sql("ALTER TABLE op DROP COLUMN session_id")
    connection.exec_driver_sql("ALTER TABLE op DROP COLUMN touched")


def keep_row_as_before(connection: sa.Connection) -> None:
    for statement in statements("0001_postgresql_rules.sql"):
        if statement.startswith("CREATE FUNCTION keep_row()"):
            execute(connection, statement.replace("CREATE", "CREATE OR REPLACE", 1))


def forget(connection: sa.Connection, table: str, newer: str) -> None:
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        connection.exec_driver_sql(f"DELETE FROM {table} WHERE {newer}")  # noqa: S608
        connection.exec_driver_sql(f"ALTER TABLE {table} ENABLE TRIGGER USER")
        for name in CHECKS[table]:
            narrow(connection, table, name)
        return
    connection.exec_driver_sql(f'DROP TRIGGER "{table}_deleted"')
    connection.exec_driver_sql(f"DELETE FROM {table} WHERE {newer}")  # noqa: S608


def narrow(connection: sa.Connection, table: str, name: str) -> None:
    """A check as the older revision had it."""
    connection.exec_driver_sql(f"ALTER TABLE {table} DROP CONSTRAINT {name}")
    file = "0002_postgresql_columns.sql" if table == "alarm" else "0001_postgresql_tables.sql"
    for statement in statements(file):
        for line in statement.splitlines():
            if f"CONSTRAINT {name} " in line and "CHECK" in line:
                check = line.strip().removeprefix("ADD ").rstrip(",")
                connection.exec_driver_sql(f"ALTER TABLE {table} ADD {check}")
