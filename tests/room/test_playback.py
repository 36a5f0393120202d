"""The past of a room, gone back to from its rows and folded forward again, on both engines."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

import pytest

from command_center.commands.dispatch import OrderUnits, SetUnitStatus
from command_center.commands.notes import AddNote
from command_center.commands.triage import CloseIncident, MergeIncidents, ReopenIncident
from command_center.domain.errors import OperatorError
from command_center.domain.incident import Disposition
from command_center.domain.log import StoredEntry
from command_center.domain.unit import UnitStatus
from command_center.runtime.clock import SteeredClock
from command_center.situation.playback import recording as recorded
from command_center.situation.playback.feed import PlaybackFeed
from command_center.situation.playback.recording import Period, Recording, open_recording
from command_center.situation.situation import Situation
from command_center.situation.state import state
from tests.room.conftest import HandClock
from tests.room.desk import Desk

PATIENCE_S = 30.0
MINUTE = timedelta(minutes=1)
Rows = dict[str, dict[str, Any]]


def by_id(rows: Any) -> Rows:
    return {entity: {row["id"]: row for row in table} for entity, table in rows.items() if table}


class Day:
    """A shift in which something happens each minute, with the rows as they were at each time."""

    def __init__(self, desk: Desk, clock: HandClock) -> None:
        self.desk, self.clock = desk, clock
        self.begun = clock.now()
        self.rows: list[tuple[datetime, int, Rows]] = []

    def do(self, command: Any) -> Any:
        self.clock.turn(60)
        done = self.desk.do(command)
        self.look()
        return done

    def report(self) -> str:
        self.clock.turn(60)
        incident_id = self.desk.report()
        self.look()
        return incident_id

    def look(self) -> None:
        snapshot = self.desk.room.database.feed.snapshot(self.begun)
        self.rows.append((self.clock.now(), snapshot.seq, by_id(snapshot.rows)))

    def recording(self, since: datetime | None = None) -> Recording:
        database = self.desk.room.database
        period = Period(since or self.begun, self.clock.now())
        made = open_recording(database.history, database.feed.snapshot, period)
        assert made is not None
        return made


@pytest.fixture
def day(desk: Desk, clock: HandClock) -> Day:
    day = Day(desk, clock)
    first, second = day.report(), day.report()
    unit = desk.unit("SAMAPTA 12").id
    day.do(OrderUnits(first, (unit,), "merapat"))
    day.do(SetUnitStatus(unit, UnitStatus.ON_SCENE))
    day.do(AddNote(first, "pagar didorong"))
    day.do(MergeIncidents(first, second))
    day.do(CloseIncident(first, Disposition.RESOLVED))
    day.do(ReopenIncident(first))
    return day


def test_the_rows_of_every_moment_are_those_that_stood_then(day: Day) -> None:
    recording = day.recording()
    for at, seq, rows in day.rows:
        assert recording.seq_by(at) == seq
        assert by_id(recording.rows_at(seq).snapshot().rows) == rows


def test_a_period_that_begins_in_the_middle_goes_back_no_further(day: Day) -> None:
    at, seq, rows = day.rows[3]
    recording = day.recording(at)
    assert (recording.first, recording.last) == (seq, day.rows[-1][1])
    assert by_id(recording.rows_at(seq).snapshot().rows) == rows


def test_kept_copies_change_no_moment(day: Day, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = day.recording()
    monkeypatch.setattr(recorded, "LEAST_APART", 2)
    kept = day.recording()
    for seq in range(plain.first, plain.last + 1):
        assert kept.rows_at(seq).snapshot() == plain.rows_at(seq).snapshot()


def test_the_end_has_the_hash_of_the_room(day: Day) -> None:
    recording = day.recording()
    situation = Situation()
    situation.load(recording.rows_at(recording.first).snapshot())
    for part in recording.between(recording.first, recording.last):
        for stored in part:
            situation.apply(stored)
    assert state(situation)["hash"] == day.desk.hash()
    assert situation.hash == day.desk.look().hash


def test_a_period_without_entries_says_so(day: Day) -> None:
    database, now = day.desk.room.database, day.clock.now()
    with pytest.raises(OperatorError) as caught:
        open_recording(database.history, database.feed.snapshot, Period(now, now + MINUTE))
    assert caught.value.code == "playback_nothing"


def test_loading_can_be_broken_off(day: Day) -> None:
    database = day.desk.room.database
    told: list[tuple[int, int]] = []

    def stop(done: int, of: int) -> bool:
        told.append((done, of))
        return False

    period = Period(day.begun, day.clock.now())
    assert open_recording(database.history, database.feed.snapshot, period, stop) is None
    assert len(told) == 1


def test_the_feed_tells_what_was_stored_by_its_clock(day: Day) -> None:
    recording = day.recording()
    clock = SteeredClock(day.rows[1][0], until=recording.period.until)
    feed = PlaybackFeed(recording, clock)
    situation, heard, told = Situation(), 0, threading.Event()
    situation.load(feed.snapshot(None))
    assert situation.seq == day.rows[1][1]

    def deliver(entries: Sequence[StoredEntry]) -> None:
        nonlocal heard
        for stored in entries:
            situation.apply(stored)
            heard += 1
        if situation.seq == recording.last:
            clock.put(day.rows[0][0])
            told.set()

    feed.start(situation.seq, deliver)
    clock.put(day.clock.now())
    assert told.wait(PATIENCE_S)
    feed.stop()
    assert (situation.seq, heard) == (recording.last, recording.last - day.rows[1][1])
    assert feed.snapshot(None).seq == day.rows[0][1]
