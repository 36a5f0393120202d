"""The window's own line about the database: what it says when writes or reads fail."""

import logging
from typing import Any

import pytest

from command_center.bootstrap.database_watch import KEY, DatabaseWatch
from command_center.commands.notes import AddNote
from command_center.domain.errors import OperatorError
from command_center.ports import Health
from tests.room.conftest import HandClock
from tests.room.desk import Desk


def line(desk: Desk) -> tuple[str, str, Any]:
    found = desk.room.watch.health()[KEY]
    return found.state, found.code, found.last_ok_at


def broken(code: str) -> Any:
    def fail(*_: Any) -> Any:
        raise OperatorError(code)

    return fail


def test_reading_alone_keeps_the_line_fresh(desk: Desk, clock: HandClock) -> None:
    clock.turn(600)
    assert line(desk) == ("ok", "database_ok", clock.now())


def test_a_full_disk_is_said_until_a_write_succeeds(
    desk: Desk, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    incident_id = desk.report()
    good = line(desk)[2]
    clock.turn(60)
    with monkeypatch.context() as broken_storage:
        broken_storage.setattr(type(desk.room.database.storage), "begin", broken("disk_full"))
        with pytest.raises(OperatorError, match="disk_full"):
            desk.do(AddNote(incident_id, "x"))
    assert line(desk) == ("down", "disk_full", good)
    desk.do(AddNote(incident_id, "x"))
    assert line(desk) == ("ok", "database_ok", clock.now())


def test_a_dead_database_leaves_what_was_known_with_its_age(
    desk: Desk,
    clock: HandClock,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.INFO)
    telemetry = desk.room.database.telemetry
    telemetry.put_health(Health("source", "jmp", "ok", "source_ok", {}, clock.now(), None, None))
    good = line(desk)[2]
    clock.turn(60)
    with monkeypatch.context() as dead:
        for name in ("positions", "health"):
            dead.setattr(type(telemetry), name, broken("database_unreachable"))
        assert desk.room.watch.positions() == {}
        for _ in range(3):
            assert line(desk) == ("down", "database_unreachable", good)
        assert ("source", "jmp") in desk.room.watch.health()
    assert line(desk) == ("ok", "database_ok", clock.now())
    said = [r.getMessage() for r in caplog.records if "database" in r.getMessage()]
    assert said == ["the database is down: database_unreachable", "the database is back"]


def test_waiting_for_another_writer_is_no_fault(desk: Desk, clock: HandClock) -> None:
    desk.room.watch.wrote(OperatorError("database_busy"))
    assert line(desk)[0] == "ok"


def test_a_pulled_plug_is_believed(desk: Desk, clock: HandClock) -> None:
    pulled = Health(*KEY, "down", "database_unreachable", {}, clock.now(), None, None)
    desk.room.database.telemetry.put_health(pulled)
    assert line(desk)[0] == "down"
    assert isinstance(desk.room.watch, DatabaseWatch)
