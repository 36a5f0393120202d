"""Alarms of operations: a level that was raised, tasks of a plan whose time is over."""

from collections.abc import Iterator
from pathlib import Path

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0012"
branch_labels = None
depends_on = None

SQL = Path(__file__).resolve().parent.parent / "sql"
ALARM = (
    "id type rank subject_kind subject_id params raised_at acknowledged_at acknowledged_by"
    " cleared_at shelved_until version op_id"
)
NEWER = "type IN ('level_raised', 'tasks_overdue')"


def statements(name: str) -> Iterator[str]:
    """The statements of one file; comment lines dropped."""
    for part in (SQL / name).read_text(encoding="utf-8").split("\n\n"):
        lines = [line for line in part.splitlines() if not line.startswith("--")]
        if any(lines):
            yield "\n".join(lines)


def about_alarms(statement: str) -> bool:
    """Whether a statement makes the table or one of its indexes."""
    words = statement.replace("(", " ").split()
    return "alarm" in (words[2], words[words.index("ON") + 1] if "INDEX" in words[:3] else "")


def keep_rules(connection: sa.Connection) -> None:
    """What every table of rows has, and what this one lost when it was dropped."""
    for statement in statements("0001_sqlite_rows.sql"):
        connection.exec_driver_sql(statement.replace("{entity}", "alarm"))
    for statement in statements("0001_sqlite_rules.sql"):
        words = statement.split()
        if words[words.index("ON") + 1] == "alarm":
            connection.exec_driver_sql(statement)


def make_anew(connection: sa.Connection, file: str) -> None:
    """SQLite cannot change a check: the rows wait beside while their table is made again."""
    connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    kept = ", ".join(f'"{name}"' for name in ALARM.split())
    connection.exec_driver_sql(f"CREATE TEMP TABLE waiting AS SELECT {kept} FROM alarm")  # noqa: S608
    connection.exec_driver_sql("DROP TABLE alarm")
    for statement in statements(file):
        if about_alarms(statement):
            connection.exec_driver_sql(statement)
    connection.exec_driver_sql(f"INSERT INTO alarm ({kept}) SELECT {kept} FROM waiting")  # noqa: S608
    connection.exec_driver_sql("DROP TABLE waiting")
    keep_rules(connection)


def upgrade() -> None:
    connection = op.get_bind()
    if connection.dialect.name == "sqlite":
        make_anew(connection, "0018_sqlite_tables.sql")
        return
    for statement in statements("0018_postgresql_checks.sql"):
        connection.exec_driver_sql(statement)


def downgrade() -> None:
    """Back to what revision 0012 can hold: what only this one knows is lost."""
    connection = op.get_bind()
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("ALTER TABLE alarm DISABLE TRIGGER USER")
        connection.exec_driver_sql(f"DELETE FROM alarm WHERE {NEWER}")  # noqa: S608
        connection.exec_driver_sql("ALTER TABLE alarm ENABLE TRIGGER USER")
        for statement in statements("0018_postgresql_back.sql"):
            connection.exec_driver_sql(statement)
        return
    for rule in ("updated", "deleted"):
        connection.exec_driver_sql(f'DROP TRIGGER IF EXISTS "alarm_{rule}"')
    connection.exec_driver_sql(f"DELETE FROM alarm WHERE {NEWER}")  # noqa: S608
    make_anew(connection, "0010_sqlite_tables.sql")
