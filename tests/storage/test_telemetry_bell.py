"""Beside the log: who puts something wakes the others, not too often, and a wrong clock of one
unit hides no other."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from datetime import datetime

import pytest

from command_center.ports import Health, Position
from command_center.storage import telemetry
from command_center.storage.database import Database, open_database
from command_center.storage.link import Link
from tests.storage import rows

PATIENCE_S = 30.0


def position(unit_id: str, at: datetime, lat: float = -7.9) -> Position:
    return Position(unit_id, lat, 112.6, None, None, None, at)


@pytest.fixture
def other(database: Database, database_url: str) -> Iterator[Database]:
    rows.seed(database.storage)
    opened = open_database(database_url)
    yield opened
    opened.close()


@pytest.mark.parametrize("engine_name", ["postgresql"])
@pytest.mark.postgres
def test_what_another_workstation_puts_wakes_this_one(database: Database, other: Database) -> None:
    rung = threading.Event()
    database.telemetry.listen(rung.set)
    database.feed.start(1, lambda _: None)
    while database.feed.looked_s is None:
        time.sleep(0.01)
    other.telemetry.put_positions([position("bravo", rows.NOW)])
    assert rung.wait(PATIENCE_S)
    assert "bravo" in database.telemetry.positions()


@pytest.mark.parametrize("engine_name", ["postgresql"])
@pytest.mark.postgres
def test_it_does_not_ring_for_each(
    database: Database, other: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(telemetry, "NOTIFY_EVERY_S", 1000.0)
    link = Link(database.engine)
    link.run("LISTEN cc_telemetry")
    for number in range(20):
        other.telemetry.put_positions([position("bravo", rows.later(number))])
    assert len(list(link.driver.notifies(timeout=0.5))) == 1
    link.close()


def test_positions_are_read_anew_when_they_change(database: Database) -> None:
    rows.seed(database.storage)
    units = [f"u{number}" for number in range(5)]
    database.telemetry.put_positions([position(id, rows.NOW) for id in units])
    assert len(database.telemetry.positions()) == 5
    database.telemetry.put_positions([position("u3", rows.later(5), -8.0)])
    assert database.telemetry.positions()["u3"].lat == -8.0
    assert len(database.telemetry.positions()) == 5


def test_a_unit_whose_clock_is_ahead_hides_no_other(database: Database) -> None:
    rows.seed(database.storage)
    times = {"slow": 0.0, "right": 5.0, "fast": 86_400.0}
    database.telemetry.put_positions([position(id, rows.later(s)) for id, s in times.items()])
    assert len(database.telemetry.positions()) == 3
    database.telemetry.put_positions([position("right", rows.later(6), -8.0)])
    assert database.telemetry.positions()["right"].lat == -8.0


POSITION = "INSERT INTO telemetry_position VALUES (?, ?, ?, NULL, NULL, NULL, ?)"
HEALTH = "INSERT INTO telemetry_health VALUES (?, 'x', 'ok', '', ?, ?, NULL, NULL)"
FAR = 9_000_000_000_000_000_000


def test_what_no_program_of_ours_wrote_hides_nothing_else(
    database: Database, other: Database
) -> None:
    database.telemetry.put_positions([position("bravo", rows.NOW)])
    database.telemetry.put_health(Health("source", "a", "ok", "", {}, rows.NOW, None, None))
    link = Link(other.engine)
    for unit, lat, at in (("far", 1.0, FAR), ("before", 1.0, -FAR), ("north", 1e300, 0)):
        link.run(POSITION, (unit, lat, 1.0, at))
    for kind, params, at in (
        ("spoilt", "{", 0),
        ("list", "[]", 0),
        ("deep", "[" * 3_000, 0),
        ("long", '{"a": "' + "x" * 100_000 + '"}', 0),
        ("far", "{}", FAR),
    ):
        link.run(HEALTH, (kind, params, at))
    link.close()
    assert set(other.telemetry.positions()) == {"bravo"}
    assert set(other.telemetry.health()) == {("source", "a")}


@pytest.mark.parametrize("engine_name", ["sqlite"])
@pytest.mark.parametrize("again_s", [1000.0, 0.0])
def test_a_position_stays_the_same_object_until_the_unit_says_more(
    database: Database, monkeypatch: pytest.MonkeyPatch, again_s: float
) -> None:
    monkeypatch.setattr(telemetry, "_AGAIN_S", again_s)
    rows.seed(database.storage)
    put, read = database.telemetry.put_positions, database.telemetry.positions
    put([position("bravo", rows.NOW), position("alpha", rows.NOW)])
    before = dict(read())
    put([position("bravo", rows.later(1), lat=-7.8)])
    after = read()
    assert after["alpha"] is before["alpha"]
    assert after["bravo"] == position("bravo", rows.later(1), lat=-7.8)
