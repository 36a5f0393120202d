"""A unit's own system says that an instruction was heard, and who of the unit said so."""

import re

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

TABLE, BY_SYSTEM = "instruction_receipt", "sistem"
CHECK = re.compile(r"how IN \(([^)]*)\)")
COLUMN = "told_by VARCHAR(80) NOT NULL"
LENGTH = "CONSTRAINT ck_instruction_receipt_told_by_length CHECK (length(told_by) <= 80)"
KEY = "CONSTRAINT pk_instruction_receipt"
BEFORE = "CONSTRAINT fk_instruction_receipt_instruction_id"
OURS = re.compile(rf"(?:{re.escape(COLUMN)}|{re.escape(LENGTH)}),\s*")
NOT_HEARD = "UPDATE {table} SET heard_at = NULL, heard_by = NULL, how = NULL WHERE how = 'sistem'"


def asked(standing: str, *, system: bool) -> str:
    """The ways that a check names, with ours or without."""
    ways = [way for way in re.findall(r"'(\w+)'", standing) if way != BY_SYSTEM]
    return f"how IN ({', '.join(repr(way) for way in [*ways, *[BY_SYSTEM][:system]])})"


def hear_at_server(connection: sa.Connection, *, system: bool) -> None:
    found = connection.exec_driver_sql(
        "SELECT pg_get_constraintdef(oid) FROM pg_constraint"
        " WHERE conname = 'ck_instruction_receipt_how'"
    ).scalar_one()
    connection.exec_driver_sql(
        f"ALTER TABLE {TABLE} DROP CONSTRAINT ck_instruction_receipt_how,"
        f" ADD CONSTRAINT ck_instruction_receipt_how CHECK ({asked(found, system=system)})"
    )


def remade(text: str, *, system: bool) -> str:
    """The statement that makes the table, with what is ours or without."""
    check = CHECK.search(text)
    if check is None:
        raise RuntimeError("receipts without their check")
    text = text.replace(check.group(0), asked(check.group(1), system=system))
    if not system:
        return OURS.sub("", text)
    return text.replace(KEY, f"{COLUMN},\n    {KEY}").replace(BEFORE, f"{LENGTH},\n    {BEFORE}")


def hear_in_file(connection: sa.Connection, *, system: bool) -> None:
    """SQLite cannot change a check: the rows wait beside while their table is made again, with the
    indexes and rules that it had."""
    made = connection.exec_driver_sql(
        "SELECT type, sql FROM sqlite_master WHERE tbl_name = 'instruction_receipt'"
        " AND sql IS NOT NULL ORDER BY type <> 'table', rowid"
    ).all()
    connection.exec_driver_sql("CREATE TEMP TABLE waiting AS SELECT * FROM instruction_receipt")
    connection.exec_driver_sql("DROP TABLE instruction_receipt")
    if system:
        connection.exec_driver_sql("ALTER TABLE waiting ADD COLUMN told_by TEXT DEFAULT ''")
    else:
        connection.exec_driver_sql(NOT_HEARD.format(table="waiting"))
        connection.exec_driver_sql("ALTER TABLE waiting DROP COLUMN told_by")
    connection.exec_driver_sql(remade(made[0][1], system=system))
    connection.exec_driver_sql("INSERT INTO instruction_receipt SELECT * FROM waiting")
    connection.exec_driver_sql("DROP TABLE waiting")
    for _, text in made[1:]:
        connection.exec_driver_sql(text)


def upgrade() -> None:
    connection = op.get_bind()
    if connection.dialect.name == "postgresql":
        hear_at_server(connection, system=True)
        connection.exec_driver_sql(
            f"ALTER TABLE {TABLE} ADD COLUMN {COLUMN} DEFAULT '', ADD {LENGTH}"
        )
        connection.exec_driver_sql(f"ALTER TABLE {TABLE} ALTER COLUMN told_by DROP DEFAULT")
        return
    connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    hear_in_file(connection, system=True)


def downgrade() -> None:
    """Back to what the revision before can hold: what only this one knows is lost."""
    connection = op.get_bind()
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(f"ALTER TABLE {TABLE} DISABLE TRIGGER USER")
        connection.exec_driver_sql(NOT_HEARD.format(table=TABLE))
        connection.exec_driver_sql(f"ALTER TABLE {TABLE} ENABLE TRIGGER USER")
        hear_at_server(connection, system=False)
        connection.exec_driver_sql(f"ALTER TABLE {TABLE} DROP COLUMN told_by")
        return
    connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    hear_in_file(connection, system=False)
