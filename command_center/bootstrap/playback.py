"""The past of a room, read on connections of its own: for a window, or proved without one."""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from command_center.bootstrap.read_city import with_imports
from command_center.bootstrap.report import state_of_rows
from command_center.domain.errors import OperatorError
from command_center.domain.room import Room, RoomKind
from command_center.geo.city import CityPack
from command_center.geo.packs import load_pack
from command_center.ports import Act, Outcome
from command_center.runtime.paths import resources_dir
from command_center.situation.playback.recording import Period, Recording, go_on, open_recording
from command_center.situation.situation import Situation
from command_center.situation.state import state
from command_center.storage.database import Database, open_database

AS_USUAL = timedelta(hours=1)
LONGEST = timedelta(days=31)


class Refusing:
    """`ports.Executor` of the past: there is no lane behind it."""

    def submit(
        self, command: Any, *, act: Act | None = None, op_id: str | None = None
    ) -> Future[Outcome]:
        refused: Future[Outcome] = Future()
        refused.set_exception(OperatorError("playback_read_only"))
        return refused


@dataclass(frozen=True, slots=True)
class Past:
    """`close` ends what reads it."""

    database: Database
    room: Room
    city: CityPack
    recording: Recording

    def close(self) -> None:
        self.database.close()


def period_of(since: str, until: str, now: datetime) -> Period:
    """Of ISO times, a zone with them or UTC; "" = an hour ago, and now. OperatorError."""
    last = _moment(until) if until else now
    first = _moment(since) if since else last - AS_USUAL
    if first >= last:
        raise OperatorError("playback_period_order")
    if last - first > LONGEST:
        raise OperatorError("playback_period_long", days=LONGEST.days)
    return Period(first, last)


def _moment(text: str) -> datetime:
    try:
        at = datetime.fromisoformat(text)
        return at.astimezone(UTC) if at.tzinfo else at.replace(tzinfo=UTC)
    except (ValueError, OverflowError) as error:
        raise OperatorError("playback_period_unreadable", text=text[:40]) from error


def open_past(
    url: str,
    period: Period,
    password: str | None = None,
    progress: Callable[[int, int], bool] = go_on,
) -> Past | None:
    """None: `progress` ended it. OperatorError for a database that cannot be read, or a period in
    which nothing was stored."""
    database = open_database(url, migrate=False, password=password, pages=False, only_reads=True)
    try:
        snapshot = database.feed.snapshot(period.until)
        rows = list(snapshot.rows["room"])
        if not rows:
            raise OperatorError("playback_nothing")
        room = Room(**{**rows[0], "kind": RoomKind(rows[0]["kind"])})
        pack = with_imports(load_pack(resources_dir() / "packs" / room.pack), snapshot.rows)
        recording = open_recording(database.history, database.feed.snapshot, period, progress)
    except BaseException:
        database.close()
        raise
    if recording is None:
        database.close()
        return None
    return Past(database, room, pack, recording)


def prove(past: Past) -> dict[str, Any]:
    """Plays the whole period at once: how many entries, how long, and the hash it ends in; `same`
    says whether the rows as they stand in the database give that hash, too, None where more was
    stored since."""
    begun, recording = time.monotonic(), past.recording
    situation = Situation()
    situation.load(recording.rows_at(recording.first).snapshot())
    for part in recording.between(recording.first, recording.last):
        for stored in part:
            situation.apply(stored)
    ended = state(situation)["hash"]
    seconds = round(time.monotonic() - begun, 3)
    known = recording.period.since - timedelta(hours=24)
    now = past.database.feed.snapshot(known)
    same = state_of_rows(now)["hash"] == ended if now.seq == recording.last else None
    entries = recording.last - recording.first
    return {"entries": entries, "seconds": seconds, "hash": ended, "same": same}
