"""The tables of a room, and the rules its rows keep whoever writes them."""

from collections.abc import Iterator
from pathlib import Path

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

SQL = Path(__file__).resolve().parent.parent / "sql"
ROWS = (
    "room", "staff", "shift", "operation", "source", "agency", "place", "boundaries",
    "camera", "unit",
    "report", "incident", "incident_report", "merge_link", "dispatch_order", "assignment",
    "note", "snapshot", "alarm",
)  # fmt: skip
OTHERS = (
    "event_subject", "log_head", "day_counter", "allowed_move", "lease", "telemetry_position",
    "telemetry_health", "op", "event_log",
)  # fmt: skip
FUNCTIONS = (
    "refuse", "keep_row", "next_entry", "advance_head", "keep_head", "keep_moves",
    "close_incident", "open_assignment",
)  # fmt: skip

# machine: old: new, forward moves and returns together
SAYABLE = "available ordered en_route on_scene staged returning break unavailable off_duty"
MOVES = {
    "incident": {
        "baru": "terverifikasi ditangani selesai digabung dibatalkan",
        "terverifikasi": "baru ditangani selesai digabung dibatalkan",
        "ditangani": "baru terverifikasi selesai digabung dibatalkan",
        "selesai": "baru terverifikasi ditangani",
        "dibatalkan": "baru terverifikasi ditangani",
        "digabung": "baru terverifikasi ditangani",
    },
    "assignment": {
        "diperintah": "diterima menuju di_tkp",
        "diterima": "diperintah menuju di_tkp",
        "menuju": "diperintah diterima di_tkp",
        "di_tkp": "diperintah diterima menuju",
    },
    "unit": dict.fromkeys(SAYABLE.split(), SAYABLE),
}


def statements(name: str) -> Iterator[str]:
    """The statements of one file; comment lines dropped."""
    for part in (SQL / name).read_text(encoding="utf-8").split("\n\n"):
        lines = [line for line in part.splitlines() if not line.startswith("--")]
        if any(lines):
            yield "\n".join(lines)


def moves() -> Iterator[dict[str, str]]:
    for machine, table in MOVES.items():
        for old, news in table.items():
            for new in news.split():
                if new != old:
                    yield {"machine": machine, "old": old, "new": new}


def execute(connection: sa.Connection, statement: str) -> None:
    """As it stands in the file: psycopg takes a lone % for a placeholder."""
    if connection.dialect.name == "postgresql":
        statement = statement.replace("%", "%%")
    connection.exec_driver_sql(statement)


def upgrade() -> None:
    connection = op.get_bind()
    engine = connection.dialect.name
    for statement in statements(f"0001_{engine}_tables.sql"):
        execute(connection, statement)
    connection.execute(
        sa.text("INSERT INTO log_head (id, seq, hash) VALUES (1, 0, :zero)"), {"zero": bytes(32)}
    )
    insert = sa.text("INSERT INTO allowed_move (machine, old, new) VALUES (:machine, :old, :new)")
    connection.execute(insert, list(moves()))
    for statement in statements(f"0001_{engine}_rules.sql"):
        execute(connection, statement)
    for entity in ROWS:
        for statement in statements(f"0001_{engine}_rows.sql"):
            execute(connection, statement.replace("{entity}", entity))


def downgrade() -> None:
    connection = op.get_bind()
    postgresql = connection.dialect.name == "postgresql"
    if not postgresql:
        # dropping a table deletes its rows, which the references would refuse
        connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    for table in (*reversed(ROWS), *OTHERS):
        connection.exec_driver_sql(f'DROP TABLE "{table}"' + " CASCADE" * postgresql)
    for function in FUNCTIONS if postgresql else ():
        connection.exec_driver_sql(f"DROP FUNCTION {function}")
