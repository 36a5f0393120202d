"""What the city's systems send and are told: referrals, hospitals, calls, radio, attachments."""

from collections.abc import Iterator
from pathlib import Path

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

SQL = Path(__file__).resolve().parent.parent / "sql"
ROWS = (
    "attachment", "room_setting", "referral", "delivery", "public_notice", "partner", "visit",
    "hospital", "standby", "casualties", "phone_call", "prank_mark", "night_watch", "radio_line",
    "rating",
)  # fmt: skip
# as the revision before has them; the other columns begin with what is here
KEPT = {
    "source": "id name kind url enabled cursor version op_id",
    "agency": "id code name short ours orderable version op_id",
    "report": "id source_id external_id category text reporter occurred_at received_at lat lon"
    " accuracy_m located_by area_code address clock_skewed version op_id",
    "alarm": "id type rank subject_kind subject_id params raised_at acknowledged_at"
    " acknowledged_by cleared_at shelved_until version op_id",
}
BEGUN: dict[str, dict[str, str]] = {
    "source": {"profile": "''", "mapping": "''", "reply_url": "''", "options": "'{}'"},
    "agency": {"via": "'letter'", "reach": "''", "answer_s": "0", "outcome_s": "0"},
    "report": {"channel": "''", "late": "0", "reporter_ref": "''"},
    "alarm": {},
}
MADE_BY = {"source": "0001", "agency": "0001", "report": "0001", "alarm": "0003"}
NEWER = {
    "source": "kind IN ('push', 'files')",
    "alarm": "type IN ('panic', 'kentongan', 'danger_in_flood', 'call_unanswered',"
    " 'callback_due', 'report_flood', 'referral_unanswered', 'standby_unanswered',"
    " 'visit_overdue', 'delivery_failed', 'schema_drift', 'file_refused', 'source_backlog')",
}


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
    file = f"0005_{connection.dialect.name}_tables.sql"
    if connection.dialect.name == "postgresql":
        for statement in statements("0005_postgresql_columns.sql"):
            connection.exec_driver_sql(statement)
    else:
        connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        connection.exec_driver_sql("CREATE INDEX ix_event_subject_seq ON event_subject (seq)")
        for table, begun in BEGUN.items():
            make_anew(connection, file, table, begun)
    for table in ROWS:
        make(connection, file, table)
        keep_rules(connection, table)
    make(connection, file, "room_key")
    if connection.dialect.name == "postgresql":
        for statement in statements("0005_postgresql_rules.sql"):
            connection.exec_driver_sql(statement)


def downgrade() -> None:
    """Back to what revision 0004 can hold: what only this one knows is lost."""
    connection = op.get_bind()
    server = connection.dialect.name == "postgresql"
    if not server:
        connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    connection.exec_driver_sql("DROP TABLE room_key")
    for table in reversed(ROWS):
        connection.exec_driver_sql(f'DROP TABLE "{table}"' + " CASCADE" * server)
    for table, newer in NEWER.items():
        forget(connection, table, newer)
    if server:
        for statement in statements("0005_postgresql_back.sql"):
            connection.exec_driver_sql(statement)
        return
    connection.exec_driver_sql("DROP INDEX ix_event_subject_seq")
    for table in BEGUN:
        make_anew(connection, f"{MADE_BY[table]}_sqlite_tables.sql", table, {})


def forget(connection: sa.Connection, table: str, newer: str) -> None:
    """Rows that the revision before cannot name; a source stays as one that is typed in, because
    its reports refer to it."""
    words = f"DELETE FROM {table} WHERE {newer}"  # noqa: S608
    if table == "source":
        words = f"UPDATE source SET kind = 'manual' WHERE {newer}"  # noqa: S608
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        connection.exec_driver_sql(words)
        connection.exec_driver_sql(f"ALTER TABLE {table} ENABLE TRIGGER USER")
        return
    for rule in ("updated", "deleted"):
        connection.exec_driver_sql(f'DROP TRIGGER IF EXISTS "{table}_{rule}"')
    connection.exec_driver_sql(words)
