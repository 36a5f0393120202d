"""The words of all incidents, so that they are found among a million."""

from collections.abc import Iterator
from pathlib import Path

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

SQL = Path(__file__).resolve().parent.parent / "sql"
ON = {
    "incident_worded": "incident",
    "incident_report_worded": "incident_report",
    "note_worded": "note",
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


def upgrade() -> None:
    connection = op.get_bind()
    for statement in statements(f"0004_{connection.dialect.name}.sql"):
        execute(connection, statement)


def downgrade() -> None:
    connection = op.get_bind()
    postgresql = connection.dialect.name == "postgresql"
    for trigger, table in ON.items():
        connection.exec_driver_sql(f"DROP TRIGGER {trigger}" + f" ON {table}" * postgresql)
    if postgresql:
        connection.exec_driver_sql("DROP TABLE incident_text")
        for function in ("word_incident", "word_report", "word_note", "keep_words"):
            connection.exec_driver_sql(f"DROP FUNCTION {function}()")
        connection.exec_driver_sql("DROP FUNCTION words_of(text)")
        return
    connection.exec_driver_sql("DROP TRIGGER incident_reworded")
    connection.exec_driver_sql("DROP TABLE incident_words")
    connection.exec_driver_sql("DROP TABLE incident_text")
