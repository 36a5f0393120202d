"""The words of an incident in pieces: what a thousand people say of it is not written anew with
each of them."""

from collections.abc import Iterator
from pathlib import Path

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

SQL = Path(__file__).resolve().parent.parent / "sql"
ON = {
    "incident_worded": "incident",
    "incident_report_worded": "incident_report",
    "note_worded": "note",
}
OF_0004 = ("word_incident()", "word_report()", "word_note()", "keep_words()", "words_of(text)")
OF_0008 = ("word_more(text, text)", "heading_of(incident)")


def statements(name: str) -> Iterator[str]:
    """The statements of one file; comment lines dropped."""
    for part in (SQL / name).read_text(encoding="utf-8").split("\n\n"):
        lines = [line for line in part.splitlines() if not line.startswith("--")]
        if any(lines):
            yield "\n".join(lines)


def drop(connection: sa.Connection, functions: tuple[str, ...]) -> None:
    """All that is searched: it is made of the other rows, and can be made again."""
    postgresql = connection.dialect.name == "postgresql"
    for trigger, table in ON.items():
        connection.exec_driver_sql(f"DROP TRIGGER {trigger}" + f" ON {table}" * postgresql)
    if not postgresql:
        connection.exec_driver_sql("DROP TRIGGER incident_reworded")
        connection.exec_driver_sql("DROP TABLE incident_words")
    connection.exec_driver_sql("DROP TABLE incident_text")
    for function in functions if postgresql else ():
        connection.exec_driver_sql(f"DROP FUNCTION {function}")


def make(connection: sa.Connection, revision: str) -> None:
    for statement in statements(f"{revision}_{connection.dialect.name}.sql"):
        if connection.dialect.name == "postgresql":
            # psycopg takes a lone % for a placeholder
            connection.exec_driver_sql(statement.replace("%", "%%"))
        else:
            connection.exec_driver_sql(statement)


def upgrade() -> None:
    connection = op.get_bind()
    drop(connection, OF_0004)
    make(connection, "0008")


def downgrade() -> None:
    connection = op.get_bind()
    drop(connection, (*OF_0004, *OF_0008))
    make(connection, "0004")
