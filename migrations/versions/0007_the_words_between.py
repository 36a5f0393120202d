"""How much of a plan is wanted, what two incidents have to do with each other, and how the search
for a silent unit may end."""

from collections.abc import Iterator
from pathlib import Path

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

SQL = Path(__file__).resolve().parent.parent / "sql"
# as the revision before has them, and what the new column begins with
KEPT = {
    "handling": "id parent_id due_at may_leave set_at set_by version op_id",
    "incident_link": "id incident_id other_id linked_at linked_by ended_at version op_id",
    "welfare_check": "id unit_id step moving started_at step_at step_by outcome ended_at ended_by"
    " version op_id",
}
BEGUN = {
    "handling": {"alarm_level": "1"},
    "incident_link": {"kind": "'related'"},
    "welfare_check": {"reason": "''"},
}
# the nearest word that the revision before has for it
OLDER = {"hurt": "helped", "given_up": "mistaken"}


def statements(name: str) -> Iterator[str]:
    """The statements of one file; comment lines dropped."""
    for part in (SQL / name).read_text(encoding="utf-8").split("\n\n"):
        lines = [line for line in part.splitlines() if not line.startswith("--")]
        if any(lines):
            yield "\n".join(lines)


def about(statement: str, table: str) -> bool:
    """Whether a statement makes the table or one of its indexes."""
    words = statement.replace("(", " ").split()
    index = "INDEX" in words[:3]
    return table in (words[2], words[words.index("ON") + 1] if index else "")


def keep_rules(connection: sa.Connection, table: str) -> None:
    """What every table of rows has: the old ones went with the old table."""
    for statement in statements("0001_sqlite_rows.sql"):
        connection.exec_driver_sql(statement.replace("{entity}", table))


def make_anew(connection: sa.Connection, file: str, table: str, begun: dict[str, str]) -> None:
    """SQLite cannot change a check: the rows wait beside while their table is made again."""
    kept = ", ".join(f'"{name}"' for name in KEPT[table].split())
    names = ", ".join((kept, *begun))
    values = ", ".join((kept, *begun.values()))
    connection.exec_driver_sql(f'CREATE TEMP TABLE waiting AS SELECT {kept} FROM "{table}"')  # noqa: S608
    connection.exec_driver_sql(f'DROP TABLE "{table}"')
    for statement in statements(file):
        if about(statement, table):
            connection.exec_driver_sql(statement)
    connection.exec_driver_sql(f'INSERT INTO "{table}" ({names}) SELECT {values} FROM waiting')  # noqa: S608
    connection.exec_driver_sql("DROP TABLE waiting")
    keep_rules(connection, table)


def upgrade() -> None:
    connection = op.get_bind()
    if connection.dialect.name == "postgresql":
        for statement in statements("0007_postgresql_columns.sql"):
            connection.exec_driver_sql(statement)
        return
    connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    for table, begun in BEGUN.items():
        make_anew(connection, "0007_sqlite_tables.sql", table, begun)


def downgrade() -> None:
    """Back to what revision 0006 can hold: what only this one knows is lost, but in the log."""
    connection = op.get_bind()
    cases = " ".join(f"WHEN '{newer}' THEN '{older}'" for newer, older in OLDER.items())
    newer = ", ".join(f"'{name}'" for name in OLDER)
    words = (
        f"UPDATE welfare_check SET outcome = CASE outcome {cases} END WHERE outcome IN ({newer})"  # noqa: S608
    )
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("ALTER TABLE welfare_check DISABLE TRIGGER USER")
        connection.exec_driver_sql(words)
        connection.exec_driver_sql("ALTER TABLE welfare_check ENABLE TRIGGER USER")
        for statement in statements("0007_postgresql_back.sql"):
            connection.exec_driver_sql(statement)
        return
    connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    connection.exec_driver_sql("DROP TRIGGER welfare_check_updated")
    connection.exec_driver_sql(words)
    for table in BEGUN:
        make_anew(connection, "0006_sqlite_tables.sql", table, {})
