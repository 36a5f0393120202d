"""Several rooms at a glance, read from servers that may be a little behind; nothing is written."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from command_center.domain.errors import OperatorError
from command_center.domain.incident import Priority
from command_center.ports import Clock
from command_center.runtime.secrets import database_password
from command_center.situation.board import board_row
from command_center.situation.situation import Situation
from command_center.storage.database import Database, open_database

MOST_ROOMS, AT_ONCE = 200, 8
LARGEST_FILE = 100_000


@dataclass(frozen=True, slots=True)
class Named:
    """A room of the list: what to call it and where it answers."""

    name: str
    database: str


@dataclass(frozen=True, slots=True)
class Glance:
    """`open` counts open incidents by priority; `age_s` is how long ago the newest entry was
    written that this server has. `fault` names why nothing is known, "" if something is."""

    name: str
    open: dict[str, int]
    unowned: int
    ready: int
    units: int
    age_s: float | None
    fault: str = ""


def rooms_of(path: Path) -> list[Named]:
    """`[[room]]` tables with `name` and `database`. OperatorError("province_list", why=...)."""
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise ValueError("too large")
        found = tomllib.loads(path.read_text(encoding="utf-8"))["room"]
        rooms = [Named(str(room["name"]), str(room["database"])) for room in found]
    except (KeyError, TypeError, ValueError) as error:
        raise OperatorError("province_list", why=f"{type(error).__name__}: {error}") from error
    if not 0 < len(rooms) <= MOST_ROOMS:
        raise OperatorError("province_list", why=f"{len(rooms)} rooms")
    return rooms


def look(rooms: Sequence[Named], clock: Clock) -> Iterator[Glance]:
    """In the order of the list; a room that does not answer keeps nobody else waiting."""
    with ThreadPoolExecutor(AT_ONCE, thread_name_prefix="province") as pool:
        yield from pool.map(lambda room: _glance(room, clock), rooms)


def as_row(glance: Glance) -> dict[str, Any]:
    return asdict(glance)


def _glance(room: Named, clock: Clock) -> Glance:
    try:
        password = database_password(room.database)
        database = open_database(
            room.database, migrate=False, password=password, pages=False, only_reads=True
        )
    except OperatorError as error:
        return Glance(room.name, {}, 0, 0, 0, None, error.code)
    try:
        return _of(room.name, database, clock.now())
    except OperatorError as error:
        return Glance(room.name, {}, 0, 0, 0, None, error.code)
    finally:
        database.close()


def _of(name: str, database: Database, now: datetime) -> Glance:
    situation = Situation()
    situation.load(database.feed.snapshot(now - timedelta(hours=1)))
    situation.positions = dict(database.telemetry.positions())
    incidents = list(situation.open_incidents())
    counted = Counter(incident.priority.value for incident in incidents)
    units = [board_row(situation, unit) for unit in situation.all("unit")]
    newest = next(database.history.entries(max(0, situation.seq - 1)), None)
    age = None
    if newest is not None:
        age = (now - datetime.fromisoformat(newest.entry.recorded_at)).total_seconds()
    return Glance(
        name,
        {priority.value: counted[priority.value] for priority in Priority},
        sum(1 for incident in incidents if incident.owner_id is None),
        sum(1 for unit in units if unit.is_available(now, situation.clocks.targets)),
        len(units),
        age,
    )
