"""Shifts are handed over item by item, and keep a book."""

from collections.abc import Iterator
from pathlib import Path

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

SQL = Path(__file__).resolve().parent.parent / "sql"
ROWS = ("handover", "handover_item", "book_entry")


def statements(name: str) -> Iterator[str]:
    """The statements of one file; comment lines dropped."""
    for part in (SQL / name).read_text(encoding="utf-8").split("\n\n"):
        lines = [line for line in part.splitlines() if not line.startswith("--")]
        if any(lines):
            yield "\n".join(lines)


def keep_rules(connection: sa.Connection, table: str) -> None:
    """What every table of rows has."""
    for statement in statements(f"0001_{connection.dialect.name}_rows.sql"):
        connection.exec_driver_sql(statement.replace("{entity}", table))


def upgrade() -> None:
    connection = op.get_bind()
    for statement in statements(f"0014_{connection.dialect.name}_tables.sql"):
        connection.exec_driver_sql(statement)
    for table in ROWS:
        keep_rules(connection, table)


def downgrade() -> None:
    """Back to what revision 0013 can hold: what only this one knows is lost."""
    connection = op.get_bind()
    server = connection.dialect.name == "postgresql"
    for table in reversed(ROWS):
        connection.exec_driver_sql(f'DROP TABLE "{table}"' + " CASCADE" * server)
