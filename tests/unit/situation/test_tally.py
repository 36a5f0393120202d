"""What the situation keeps ready equals what counting everything again gives."""

import dataclasses
from datetime import timedelta
from typing import Any

import pytest

from command_center.domain.clocks import Clock, LeftOut
from command_center.domain.entities import as_fields, to_json
from command_center.domain.incident import Disposition, IncidentStatus
from command_center.domain.log import Change, LogEntry, StoredEntry
from command_center.domain.unit import UnitStatus
from command_center.ports import Position, RowsSnapshot
from command_center.situation.board import board_row
from command_center.situation.figures import figures, reports_per_minute
from command_center.situation.situation import Situation
from tests.storage import rows

DAY = rows.incident().day


class Log:
    """Changes rows one entry at a time, as the feed brings them."""

    def __init__(self) -> None:
        self.situation = Situation()

    def add(self, entity: str, row: Any) -> Any:
        fields = {k: v for k, v in as_fields(row).items() if k not in ("id", "version")}
        return self._apply(entity, row, fields)

    def change(self, entity: str, row: Any, **fields: Any) -> Any:
        return self._apply(
            entity, dataclasses.replace(row, version=row.version + 1, **fields), fields
        )

    def _apply(self, entity: str, row: Any, fields: dict[str, Any]) -> Any:
        change = Change(entity, row.id, row.version, to_json(fields), {})
        seq = self.situation.seq + 1
        entry = LogEntry("test", 1, f"op{seq}", "rina", "WS1", "pagi", "", "", "", (change,))
        self.situation.apply(StoredEntry(seq, bytes(32), entry))
        return row


@pytest.fixture
def log() -> Log:
    log = Log()
    log.add("agency", rows.agency())
    return log


def test_a_changed_time_replaces_the_one_it_was(log: Log) -> None:
    for number, minutes in enumerate((2, 4, 6)):
        log.add("incident", rows.incident(
            id=f"i{number}", first_on_scene_at=rows.NOW + timedelta(minutes=minutes)))  # fmt: skip
    shown = figures(log.situation, DAY).of(Clock.RESPONSE)
    assert (shown.p50, shown.used) == (240.0, 3)
    late = log.situation.incident("i0")
    log.change("incident", late, first_on_scene_at=rows.NOW + timedelta(minutes=5))
    shown = figures(log.situation, DAY).of(Clock.RESPONSE)
    assert (shown.p50, shown.used) == (300.0, 3)


def test_reversed_and_missing_times_are_left_out_and_counted(log: Log) -> None:
    before = rows.NOW - timedelta(minutes=1)
    log.add("incident", rows.incident(id="reversed", first_on_scene_at=before))
    running = log.add("incident", rows.incident(id="running"))
    shown = figures(log.situation, DAY)
    assert (shown.active, shown.today) == (2, 2)
    response = shown.of(Clock.RESPONSE)
    assert (response.left, response.running) == ({LeftOut.REVERSED: 1}, 1)
    log.change("incident", running, status=IncidentStatus.CLOSED, closed_at=rows.NOW,
               disposition=Disposition.RESOLVED)  # fmt: skip
    shown = figures(log.situation, DAY)
    assert (shown.active, shown.today) == (1, 2)
    response = shown.of(Clock.RESPONSE)
    assert (response.left, response.running) == ({LeftOut.REVERSED: 1, LeftOut.NOT_SENT: 1}, 0)


def test_a_merged_incident_counts_today_but_has_no_times(log: Log) -> None:
    winner = log.add("incident", rows.incident(id="winner"))
    loser = log.add("incident", rows.incident(id="loser", first_on_scene_at=rows.later(60)))
    log.change("incident", loser, status=IncidentStatus.MERGED, merged_into=winner.id)
    shown = figures(log.situation, DAY)
    assert (shown.of(Clock.RESPONSE).used, shown.today, shown.active) == (0, 2, 1)
    assert shown.of(Clock.RESPONSE).left == {LeftOut.MERGED: 1}
    assert figures(log.situation, "2020-01-01").today == 0


def test_reports_are_counted_in_the_minute_they_came(log: Log) -> None:
    minute = rows.NOW.replace(second=0, microsecond=0)
    for number, at in enumerate((minute, minute + timedelta(seconds=59), minute)):
        log.add("report", rows.report(id=f"r{number}", external_id=f"{number}", received_at=at))
    now = minute + timedelta(minutes=2, seconds=30)
    assert reports_per_minute(log.situation, now, minutes=4) == [0, 3, 0, 0]


def test_a_board_row_follows_everything_it_says(log: Log) -> None:
    situation = log.situation
    unit = log.add("unit", rows.unit())
    incident = log.add("incident", rows.incident())

    def shown() -> Any:
        row = situation.unit(unit.id)
        assert row is not None
        return board_row(situation, row)

    first = shown()
    assert shown() is first
    sent = log.add("assignment", rows.assignment())
    assert (shown().incident_number, shown().unanswered) == (incident.number, True)
    log.change("incident", incident, address="Jalan Baru")
    assert shown().incident_address == "Jalan Baru"
    situation.positions = {unit.id: Position(unit.id, -7.9, 112.6, None, None, None, rows.NOW)}
    assert shown().lat == -7.9
    log.change("unit", unit, status=UnitStatus.EN_ROUTE)
    assert shown().status is UnitStatus.EN_ROUTE
    log.change("agency", rows.agency(), short="Polresta")
    assert shown().agency_short == "Polresta"
    log.change("assignment", sent, closed_at=rows.NOW)
    assert shown().incident_id is None


def newest(situation: Situation) -> list[str]:
    """Counted anew, and as it is kept."""
    kept = [incident.id for incident in situation.newest_open()]
    anew = sorted(situation.open_incidents(), key=lambda i: (i.opened_at, i.id), reverse=True)
    assert kept == [incident.id for incident in anew]
    return kept


def test_open_incidents_are_kept_by_age_whatever_becomes_of_them(log: Log) -> None:
    situation = log.situation
    opened = {"b": 60, "a": 0, "d": 60, "c": 120, "e": 30}  # not in the order they were heard of
    all_ = {id: log.add("incident", rows.incident(id=id, opened_at=rows.later(at)))
            for id, at in opened.items()}  # fmt: skip
    assert newest(situation) == ["c", "d", "b", "e", "a"]
    merged = log.change("incident", all_["d"], status=IncidentStatus.MERGED, merged_into="b")
    assert newest(situation) == ["c", "b", "e", "a"]
    log.change("incident", all_["b"], title="lain")
    log.change("incident", all_["c"], status=IncidentStatus.CLOSED, closed_at=rows.later(200))
    assert newest(situation) == ["b", "e", "a"]
    log.change("incident", merged, status=IncidentStatus.NEW, merged_into=None)
    assert newest(situation) == ["d", "b", "e", "a"]


def test_open_incidents_are_kept_by_age_under_what_is_only_kept_here(log: Log) -> None:
    situation = log.situation
    known = log.add("incident", rows.incident(id="a"))
    situation.put("incident", "z", rows.incident(id="z", opened_at=rows.later(-60)))
    situation.put("incident", "a", dataclasses.replace(known, status=IncidentStatus.CLOSED))
    assert newest(situation) == ["z"]
    situation.put("incident", "z", None)
    situation.put("incident", "a", known)
    assert newest(situation) == ["a"]
    other = Situation()
    images = [to_json(as_fields(rows.incident(id=id))) for id in "yx"]
    other.load(RowsSnapshot(9, bytes(32), "e", {"incident": images}))
    situation.become(other)
    assert newest(situation) == ["y", "x"]
