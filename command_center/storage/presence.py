"""Who is editing what this moment: one line for each window, by the clock of the database."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Engine

from command_center.ports import Editing
from command_center.storage.link import SQLITE, Link, OwnLink

PRESENT_S = 10.0
"""Who has not said so for this long is gone, whatever became of them."""
_KEEP_S = 86_400.0
# Workstations may disagree about the time; one clock for everybody cannot.
_NOW = {
    "sqlite": "CAST((julianday('now') - 2440587.5) * 86400000000.0 AS INTEGER)",
    "postgresql": "CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000000 AS bigint)",
}
_FIELDS = '"workstation_id", "staff_id", "entity", "id", "field"'
_PUT = """
    INSERT INTO telemetry_presence ("workstation_id", "staff_id", "entity", "id", "field", "at")
    VALUES (?, ?, ?, ?, ?, {now})
    ON CONFLICT ("workstation_id") DO UPDATE SET "staff_id" = excluded."staff_id",
        "entity" = excluded."entity", "id" = excluded."id", "field" = excluded."field",
        "at" = excluded."at"
"""
_LEAVE = "DELETE FROM telemetry_presence WHERE workstation_id = ?"
_TIDY = "DELETE FROM telemetry_presence WHERE at NOT BETWEEN {now} - ? AND {now} + ?"
# A line from ahead of the one clock is nobody's word; so many people do not fit into a room.
_PRESENT = (
    f"SELECT {_FIELDS} FROM telemetry_presence"  # noqa: S608
    " WHERE at BETWEEN {now} - ? AND {now} + ? ORDER BY at LIMIT 500"
)


class SqlPresence:
    """`ports.PresenceLines`; used by one thread."""

    def __init__(self, engine: Engine) -> None:
        self._own = OwnLink(engine, _prepare)

    def put(self, editing: Editing) -> None:
        e = editing
        self._run(_PUT, (e.window, e.staff_id, e.entity, e.id, e.field))

    def leave(self, window: str) -> None:
        self._run(_LEAVE, (window,))

    def present(self) -> Sequence[Editing]:
        link = self._own.get()
        lately = (_us(PRESENT_S), _us(PRESENT_S))
        return [Editing(*row) for row in link.all(_sql(link, _PRESENT), lately)]

    def close(self) -> None:
        self._own.close()

    def _run(self, sql: str, values: tuple[str, ...]) -> None:
        link = self._own.get()
        with link.transaction(link.dialect.begin_write):
            link.run(_sql(link, sql), values)


def _prepare(link: Link) -> None:
    """What a crash leaves behind is nobody's any more, and need not outlive the power."""
    if link.dialect is SQLITE:
        link.run("PRAGMA synchronous = NORMAL")
    else:
        link.run("SET synchronous_commit = off")
    with link.transaction(link.dialect.begin_write):
        link.run(_sql(link, _TIDY), (_us(_KEEP_S), _us(_KEEP_S)))


def _sql(link: Link, sql: str) -> str:
    return sql.replace("{now}", _NOW[link.dialect.name])


def _us(seconds: float) -> int:
    return round(seconds * 1_000_000)
