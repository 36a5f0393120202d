"""Alarms of operations: a level that was raised, tasks of a plan whose time is over."""

import re
from collections.abc import Collection

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

RINGS = ("level_raised", "plan_overdue")
CHECK = re.compile(r"type IN \(([^)]*)\)")


def asked(kinds: Collection[str]) -> str:
    return f"type IN ({', '.join(repr(kind) for kind in kinds)})"


def changed(standing: str, *, ring: bool) -> list[str]:
    """The kinds that a check names, with ours or without."""
    kinds = [kind for kind in re.findall(r"'(\w+)'", standing) if kind not in RINGS]
    return [*kinds, *RINGS] if ring else kinds


def let_ring_at_server(connection: sa.Connection, *, ring: bool) -> None:
    found = connection.exec_driver_sql(
        "SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conname = 'ck_alarm_type'"
    ).scalar_one()
    connection.exec_driver_sql(
        "ALTER TABLE alarm DROP CONSTRAINT ck_alarm_type,"
        f" ADD CONSTRAINT ck_alarm_type CHECK ({asked(changed(found, ring=ring))})"
    )


def let_ring_in_file(connection: sa.Connection, *, ring: bool) -> None:
    """SQLite cannot change a check: the rows wait beside while their table is made again, with the
    indexes and rules that it had."""
    made = connection.exec_driver_sql(
        "SELECT type, sql FROM sqlite_master WHERE tbl_name = 'alarm' AND sql IS NOT NULL"
        " ORDER BY type <> 'table', rowid"
    ).all()
    connection.exec_driver_sql("CREATE TEMP TABLE waiting AS SELECT * FROM alarm")
    connection.exec_driver_sql("DROP TABLE alarm")
    after: list[str] = []
    for kind, text in made:
        if kind == "table":
            check = CHECK.search(text)
            if check is None:
                raise RuntimeError("alarm without its check")
            kinds = changed(check.group(1), ring=ring)
            connection.exec_driver_sql(text.replace(check.group(0), asked(kinds)))
        else:
            after.append(text)
    connection.exec_driver_sql("INSERT INTO alarm SELECT * FROM waiting")
    connection.exec_driver_sql("DROP TABLE waiting")
    for text in after:
        connection.exec_driver_sql(text)


def upgrade() -> None:
    connection = op.get_bind()
    if connection.dialect.name == "postgresql":
        let_ring_at_server(connection, ring=True)
    else:
        connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        let_ring_in_file(connection, ring=True)


def downgrade() -> None:
    """Back to what the revision before can hold: what only this one knows is lost."""
    connection = op.get_bind()
    server = connection.dialect.name == "postgresql"
    gone = f"DELETE FROM alarm WHERE {asked(RINGS)}"  # noqa: S608 - words of this file
    if server:
        connection.exec_driver_sql("ALTER TABLE alarm DISABLE TRIGGER USER")
        connection.exec_driver_sql(gone)
        connection.exec_driver_sql("ALTER TABLE alarm ENABLE TRIGGER USER")
        let_ring_at_server(connection, ring=False)
        return
    connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    rule = connection.exec_driver_sql(
        "SELECT sql FROM sqlite_master WHERE type = 'trigger' AND name = 'alarm_deleted'"
    ).scalar_one()
    connection.exec_driver_sql("DROP TRIGGER alarm_deleted")
    connection.exec_driver_sql(gone)
    connection.exec_driver_sql(rule)
    let_ring_in_file(connection, ring=False)
