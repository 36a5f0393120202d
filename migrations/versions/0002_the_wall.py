"""What the camera wall keeps: evidence, who moves a camera, what the room says of one."""

from collections.abc import Iterator
from pathlib import Path

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

SQL = Path(__file__).resolve().parent.parent / "sql"
NEW = ("camera_lease", "evidence")
# as revision 0001 has them; the other columns begin with what is here
KEPT = {
    "camera": "id label name url owner kind lat lon enabled version op_id",
    "alarm": "id type rank subject_kind subject_id params raised_at acknowledged_at"
    " acknowledged_by cleared_at version op_id",
}
BEGUN = {
    "camera": {
        "main_url": "''", "control_url": "''", "directory": "''", "area": "''",
        "retention_h": "0", "poll_s": "0", "alias": "''", "note": "''", "masks": "'[]'",
        "static": "false",
    },
    "alarm": {},
}  # fmt: skip
NEW_ALARMS = "'camera_outage', 'camera_tampered', 'crowd_surge'"


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
    for statement in statements(f"0001_{connection.dialect.name}_rows.sql"):
        connection.exec_driver_sql(statement.replace("{entity}", table))


def make_anew(connection: sa.Connection, file: str, table: str, begun: dict[str, str]) -> None:
    """SQLite cannot change a check: the rows wait beside while their table is made again."""
    kept = KEPT[table].replace(" ", ", ")
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
    file = f"0002_{engine}_tables.sql"
    if engine == "postgresql":
        for statement in statements("0002_postgresql_columns.sql"):
            connection.exec_driver_sql(statement)
    else:
        connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        for table, begun in BEGUN.items():
            make_anew(connection, file, table, begun)
    for table in NEW:
        make(connection, file, table)
        keep_rules(connection, table)


def downgrade() -> None:
    """Back to what revision 0001 can hold: what only this one knows is lost."""
    connection = op.get_bind()
    engine = connection.dialect.name
    if engine != "postgresql":
        connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    for table in reversed(NEW):
        connection.exec_driver_sql(f'DROP TABLE "{table}"')
    if engine == "postgresql":
        narrow(connection)
        return
    connection.exec_driver_sql('DROP TRIGGER "alarm_deleted"')
    connection.exec_driver_sql(f"DELETE FROM alarm WHERE type IN ({NEW_ALARMS})")  # noqa: S608
    for table in KEPT:
        make_anew(connection, f"0001_{engine}_tables.sql", table, {})


def narrow(connection: sa.Connection) -> None:
    connection.exec_driver_sql("ALTER TABLE alarm DISABLE TRIGGER USER")
    connection.exec_driver_sql(f"DELETE FROM alarm WHERE type IN ({NEW_ALARMS})")  # noqa: S608
    connection.exec_driver_sql("ALTER TABLE alarm ENABLE TRIGGER USER")
    connection.exec_driver_sql(
        "ALTER TABLE alarm DROP COLUMN shelved_until, DROP CONSTRAINT ck_alarm_type"
    )
    for statement in statements("0001_postgresql_tables.sql"):
        for line in statement.splitlines():
            if "CONSTRAINT ck_alarm_type" in line:
                connection.exec_driver_sql(f"ALTER TABLE alarm ADD {line.strip().rstrip(',')}")
    columns = (*BEGUN["camera"], "heading_deg", "field_deg", "unit_id", "gone_at")
    dropped = ", ".join(f"DROP COLUMN {name}" for name in columns)
    connection.exec_driver_sql(f"ALTER TABLE camera {dropped}")
