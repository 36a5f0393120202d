"""Early warnings, and the alarm that one rings."""

from collections.abc import Iterator
from pathlib import Path

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

SQL = Path(__file__).resolve().parent.parent / "sql"
TABLE = "early_episode"
ALARM = (
    "id type rank subject_kind subject_id params raised_at acknowledged_at acknowledged_by"
    " cleared_at shelved_until version op_id"
)
NEWER = "type = 'early_warning'"


def statements(name: str) -> Iterator[str]:
    """The statements of one file; comment lines dropped."""
    for part in (SQL / name).read_text(encoding="utf-8").split("\n\n"):
        lines = [line for line in part.splitlines() if not line.startswith("--")]
        if any(lines):
            yield "\n".join(lines)


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


def make_alarm_anew(connection: sa.Connection, file: str) -> None:
    """SQLite cannot change a check: the rows wait beside while their table is made again."""
    kept = ", ".join(f'"{name}"' for name in ALARM.split())
    connection.exec_driver_sql(f"CREATE TEMP TABLE waiting AS SELECT {kept} FROM alarm")  # noqa: S608
    connection.exec_driver_sql("DROP TABLE alarm")
    make(connection, file, "alarm")
    connection.exec_driver_sql(f"INSERT INTO alarm ({kept}) SELECT {kept} FROM waiting")  # noqa: S608
    connection.exec_driver_sql("DROP TABLE waiting")
    keep_rules(connection, "alarm")


def upgrade() -> None:
    connection = op.get_bind()
    file = f"0010_{connection.dialect.name}_tables.sql"
    if connection.dialect.name == "postgresql":
        for statement in statements("0010_postgresql_checks.sql"):
            connection.exec_driver_sql(statement)
    else:
        connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        make_alarm_anew(connection, file)
    make(connection, file, TABLE)
    keep_rules(connection, TABLE)


def downgrade() -> None:
    """Back to what revision 0009 can hold: what only this one knows is lost."""
    connection = op.get_bind()
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(f'DROP TABLE "{TABLE}" CASCADE')
        connection.exec_driver_sql("ALTER TABLE alarm DISABLE TRIGGER USER")
        connection.exec_driver_sql(f"DELETE FROM alarm WHERE {NEWER}")  # noqa: S608
        connection.exec_driver_sql("ALTER TABLE alarm ENABLE TRIGGER USER")
        for statement in statements("0010_postgresql_back.sql"):
            connection.exec_driver_sql(statement)
        return
    connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    connection.exec_driver_sql(f'DROP TABLE "{TABLE}"')
    for rule in ("updated", "deleted"):
        connection.exec_driver_sql(f'DROP TRIGGER IF EXISTS "alarm_{rule}"')
    connection.exec_driver_sql(f"DELETE FROM alarm WHERE {NEWER}")  # noqa: S608
    make_alarm_anew(connection, "0006_sqlite_tables.sql")
