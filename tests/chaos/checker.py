"""What the database says after all that was done to it, beside what the clients were told."""

from __future__ import annotations

import json
import sys
from collections import Counter
from dataclasses import asdict, dataclass, field
from typing import Any

from command_center.ports import RowsSnapshot
from command_center.situation.situation import Situation
from command_center.situation.state import state
from command_center.storage import log
from command_center.storage.database import Database, open_database
from command_center.storage.link import Link
from tests.chaos.cast import Cast

_LOG = "SELECT seq, hash, body FROM event_log ORDER BY seq"
_TEXTS = {"note": "text", "report": "text", "dispatch_order": "text"}
_ACTIVE = (
    "SELECT unit_id, count(*) FROM assignment WHERE closed_at IS NULL AND kind = 'active'"
    " GROUP BY unit_id HAVING count(*) > 1"
)


@dataclass(slots=True)
class Told:
    """What clients heard of their operations; an op in none of the last two is ambiguous."""

    tried: set[str] = field(default_factory=set)
    acked: set[str] = field(default_factory=set)
    refused: set[str] = field(default_factory=set)


@dataclass(slots=True)
class Verdict:
    """`lost`: acknowledged, not stored. `doubled`: stored or acted twice. `ghosts`: stored, never
    asked for. `misled`: refused and stored. `unheard`: stored, never acknowledged (allowed)."""

    acked: int
    refused: int
    unheard: int
    lost: list[str]
    doubled: list[str]
    ghosts: list[str]
    misled: list[str]
    double_orders: int
    broken_at: int | None
    rows_follow_log: bool
    entries: int
    hash: str

    @property
    def clean(self) -> bool:
        bad = self.lost or self.doubled or self.ghosts or self.misled or self.double_orders
        return not bad and self.broken_at is None and self.rows_follow_log


def say(run: str, seed: int, **numbers: Any) -> None:
    """The line of one run."""
    sys.stdout.write(json.dumps({"chaos": run, "seed": seed, **numbers}) + "\n")
    sys.stdout.flush()


def numbers(verdict: Verdict) -> dict[str, Any]:
    """Of a verdict, lists by their length."""
    told = asdict(verdict)
    return {name: len(v) if isinstance(v, list) else v for name, v in told.items()}


def check(url: str, cast: Cast, told: Told) -> Verdict:
    database = open_database(url, pages=url.startswith("sqlite"))
    try:
        return _check(database, cast, told)
    finally:
        database.close()


def _check(database: Database, cast: Cast, told: Told) -> Verdict:
    link = Link(database.engine)
    try:
        rows = link.all(_LOG)
        doubles = len(link.all(_ACTIVE))
    finally:
        link.close()
    stored = [log.stored(row) for row in rows]
    ops = Counter(entry.entry.op_id for entry in stored if entry.seq > cast.seq)
    snapshot = database.feed.snapshot(None)
    kept, folded = Situation(), Situation()
    kept.load(snapshot)
    for entry in stored:
        folded.apply(entry)
    effects = _effects(snapshot)
    acted_twice = {op for op in told.tried if effects[op] > 1 or ops[op] > 1}
    return Verdict(
        acked=len(told.acked),
        refused=len(told.refused),
        unheard=len(told.tried & ops.keys() - told.acked - told.refused),
        lost=sorted(told.acked - ops.keys()),
        doubled=sorted(acted_twice),
        ghosts=sorted(ops.keys() - told.tried),
        misled=sorted(told.refused & ops.keys()),
        double_orders=doubles,
        broken_at=log.first_broken(rows),
        rows_follow_log=kept.tables.rows == folded.tables.rows,
        entries=len(stored),
        hash=str(state(folded)["hash"]),
    )


def _effects(snapshot: RowsSnapshot) -> Counter[str]:
    """How many rows carry an op_id as their text."""
    return Counter(
        str(row[name]) for entity, name in _TEXTS.items() for row in snapshot.rows[entity]
    )
