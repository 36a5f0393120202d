"""History, telemetry and leases: what stands beside the write lane."""

from __future__ import annotations

from datetime import datetime

import pytest

from command_center.domain.unit import Unit
from command_center.ports import Health, Position
from command_center.storage.database import Database, open_database
from tests.storage import rows
from tests.storage.rows import acting


def position(lat: float, at: datetime) -> Position:
    return Position("bravo", lat, 112.6, 5.0, None, 90.0, at)


def test_history_finds_a_subject_and_what_belongs_to_it(database: Database) -> None:
    rows.seed(database.storage)
    with acting(database.storage) as work:
        work.add(rows.staff(id="budi"))
    with acting(database.storage) as work:
        work.add(rows.assignment())
    with acting(database.storage) as work:
        work.change(work.get(Unit, "bravo"), crew=4)

    def seqs(entity: str, id: str, up_to: int = 99, limit: int = 99) -> list[int]:
        return [entry.seq for entry in database.history.about(entity, id, up_to, limit)]

    assert seqs("unit", "bravo") == [1, 3, 4]
    assert seqs("incident", "fire") == [1, 3]
    assert seqs("assignment", "sent") == [3]
    assert seqs("unit", "bravo", up_to=3) == [1, 3]
    assert seqs("unit", "bravo", limit=2) == [3, 4]
    assert seqs("unit", "nobody") == []
    assert [entry.seq for entry in database.history.entries(2)] == [3, 4]


def test_the_newest_position_wins(database: Database) -> None:
    told: list[int] = []
    database.telemetry.listen(lambda: told.append(1))
    database.telemetry.put_positions([position(-7.1, rows.later(10))])
    database.telemetry.put_positions([position(-7.2, rows.later(5))])
    assert database.telemetry.positions() == {"bravo": position(-7.1, rows.later(10))}
    database.telemetry.put_positions([position(-7.3, rows.later(11))])
    assert database.telemetry.positions()["bravo"].lat == -7.3
    assert len(told) == 3


def test_health_is_kept_per_kind_and_id(database: Database, database_url: str) -> None:
    up = Health("source", "110", "ok", "fresh", {"n": "3"}, rows.NOW, rows.NOW, None)
    down = Health("camera", "110", "down", "gone", {}, rows.NOW, None, rows.later(5))
    database.telemetry.put_health(up)
    database.telemetry.put_health(down)
    other = open_database(database_url)
    assert other.telemetry.health() == {("source", "110"): up, ("camera", "110"): down}
    other.close()


def test_telemetry_is_not_log(database: Database) -> None:
    database.telemetry.put_positions([position(-7.1, rows.NOW)])
    assert list(database.history.entries()) == []


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_a_lease_has_one_holder_until_it_runs_out(database: Database, database_url: str) -> None:
    other = open_database(database_url)
    assert database.leases.take("duty", "WS1", rows.NOW, 10)
    assert not other.leases.take("duty", "WS2", rows.later(9), 10)
    assert database.leases.take("duty", "WS1", rows.later(9), 10)
    assert not other.leases.take("duty", "WS2", rows.later(18.9), 10)
    assert other.leases.take("duty", "WS2", rows.later(19), 10)
    assert not database.leases.take("duty", "WS1", rows.later(20), 10)
    database.leases.release("duty", "WS1")
    assert not database.leases.take("duty", "WS1", rows.later(20), 10)
    other.leases.release("duty", "WS2")
    assert database.leases.take("duty", "WS1", rows.later(20), 10)
    other.close()


@pytest.mark.parametrize("engine_name", [pytest.param("postgresql", marks=pytest.mark.postgres)])
def test_a_server_goes_by_its_own_clock(database: Database, database_url: str) -> None:
    """A workstation a day ahead takes nothing that is held, and one a day behind holds no less."""
    other = open_database(database_url)
    day = 86_400
    assert database.leases.take("duty", "WS1", rows.later(-day), 60)
    assert not other.leases.take("duty", "WS2", rows.later(day), 60)
    assert database.leases.take("duty", "WS1", rows.later(-day), 60)
    with database.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE lease SET until = until - 60000000")
    assert other.leases.take("duty", "WS2", rows.later(-2 * day), 60)
    assert not database.leases.take("duty", "WS1", rows.later(day), 60)
    other.close()


@pytest.mark.parametrize("count", [0, 500])
def test_many_positions_go_in_at_once(database: Database, count: int) -> None:
    database.telemetry.put_positions(
        [Position(f"u{n}", -7.0, 112.0, None, 3.5, None, rows.NOW) for n in range(count)]
    )
    assert len(database.telemetry.positions()) == count


def test_health_written_by_a_clock_far_ahead_does_not_stand_for_ever(database: Database) -> None:
    def says(state: str, seconds: float) -> str:
        at = rows.later(seconds)
        database.telemetry.put_health(Health("source", "110", state, "c", {}, at, None, None))
        return database.telemetry.health()["source", "110"].state

    assert says("ok", 60) == "ok"
    assert says("down", 30) == "ok"
    assert says("ok", 365 * 86_400) == "ok"
    assert says("down", 61) == "down"
