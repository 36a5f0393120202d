"""Which program every workstation has, told beside the log, so that a newer one does not change
the database under those that could no longer read it."""

from __future__ import annotations

import json
import socket
from datetime import datetime, timedelta
from itertools import islice

from sqlalchemy import Connection, Engine, inspect, text

from command_center import __version__
from command_center.domain.errors import OperatorError
from command_center.ports import Health
from command_center.storage.roles import workstation_of
from command_center.storage.times import to_us

KIND = "program"
SEEN_FOR = timedelta(days=7)
"""A workstation that was silent for longer is not waited for."""
_NAMED, _LONGEST = 20, 40
# A machine that was dismissed comes back only when it is admitted again.
_NEEDED = ("telemetry_health", "workstation")
_SEEN = text(
    """
    SELECT id, params FROM telemetry_health AS told
    WHERE kind = :kind AND id <> :own AND at > :since AND length(params) <= 400 AND NOT EXISTS (
        SELECT 1 FROM workstation WHERE name = told.id AND retired_at IS NOT NULL
    ) ORDER BY id
    """
)
_SAY = text(
    """
    INSERT INTO telemetry_health (kind, id, state, code, params, at)
    VALUES (:kind, :own, 'ok', 'program_version', :params, :at)
    ON CONFLICT (kind, id) DO UPDATE SET params = excluded.params, at = excluded.at
    """
)


def own_name(engine: Engine) -> str:
    """Of this workstation: a server lets a login speak for its own alone."""
    return workstation_of(engine.url.username) or socket.gethostname()[:60] or "local"


def told(workstation: str, schema: str, now: datetime) -> Health:
    """What a workstation says of itself; `schema` is the newest that a program installed there
    reads, also while an older one stands in for it."""
    params = {"version": __version__, "schema": schema}
    return Health(KIND, workstation, "ok", "program_version", params, now, None, None)


def say(engine: Engine, schema: str, now: datetime) -> None:
    """The same, by a program that does not open the room: others need no longer wait for it."""
    row = {"kind": KIND, "own": own_name(engine), "at": to_us(now)}
    params = json.dumps({"version": __version__, "schema": schema})
    with engine.begin() as connection:
        if _known(connection):
            connection.execute(_SAY, {**row, "params": params})


def demand_ready(engine: Engine, schema: str, now: datetime) -> None:
    """OperatorError("migration_waits") names the other workstations, seen in the last seven days,
    whose program cannot read `schema`."""
    with engine.connect() as connection:
        behind = _behind(connection, own_name(engine), schema, now)
    if behind:
        names = ", ".join(islice(behind, _NAMED)) + (" …" if len(behind) > _NAMED else "")
        raise OperatorError("migration_waits", names=names, schema=schema)


def _known(connection: Connection) -> bool:
    """False for a database from before there were workstations: nobody was ever told of there."""
    return set(_NEEDED) <= set(inspect(connection).get_table_names())


def _behind(connection: Connection, own: str, schema: str, now: datetime) -> list[str]:
    if not _known(connection):
        return []
    since = to_us(now - SEEN_FOR)
    rows = connection.execute(_SEEN, {"kind": KIND, "own": own, "since": since})
    found = []
    for name, params in rows:
        version, reads = _parsed(params)
        if reads < schema:
            found.append(f"{name[:_LONGEST]} ({version})")
    return found


def _parsed(params: str) -> tuple[str, str]:
    """Of what nobody of ours wrote, the oldest: it is named, and a person looks."""
    try:
        said = json.loads(params)
        return str(said["version"])[:_LONGEST], str(said["schema"])
    except (ValueError, KeyError, TypeError, RecursionError):
        return "?", ""
