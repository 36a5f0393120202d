"""The write lane: what happens to futures when the database, a caller or a handler misbehaves."""

from collections.abc import Iterator
from concurrent.futures import Future, wait
from contextlib import contextmanager
from threading import Event
from typing import Any

import pytest

from command_center.advice.triage import suggest
from command_center.bootstrap.room import OpenedRoom
from command_center.commands.dispatch import OrderUnits
from command_center.commands.executor import WriteLane
from command_center.commands.notes import AddNote
from command_center.commands.triage import TakeIncident
from command_center.domain.errors import OperatorError
from command_center.geo.local import CityFacts
from command_center.ports import Outcome, Storage, Transaction
from tests.room.desk import Desk


class FaultyStorage:
    """The room's own storage, failing as told: `lose` after that many commits were stored,
    `refuse` with that code before anything begins."""

    def __init__(self, inner: Storage) -> None:
        self._inner = inner
        self.lose = 0
        self.refuse: str | None = None
        self.begun = 0
        self.asked = Event()

    @contextmanager
    def begin(self) -> Iterator[Transaction]:
        self.begun += 1
        self.asked.set()
        if self.refuse is not None:
            raise OperatorError(self.refuse)
        with self._inner.begin() as work:
            yield work
        if self.lose:
            self.lose -= 1
            raise OperatorError("database_unreachable")


@pytest.fixture
def storage(room: OpenedRoom) -> FaultyStorage:
    return FaultyStorage(room.database.storage)


@pytest.fixture
def lane(room: OpenedRoom, storage: FaultyStorage) -> Iterator[WriteLane]:
    lane = WriteLane(storage, room.clock, CityFacts(room.city), suggest, room.act)
    yield lane
    lane.close()


def notes(desk: Desk) -> list[str]:
    return [note.text for note in desk.look().all("note")]


def test_an_answer_lost_after_the_commit_is_asked_for_again(
    desk: Desk, lane: WriteLane, storage: FaultyStorage
) -> None:
    incident_id = desk.report()
    storage.lose = 1
    outcome = lane.submit(AddNote(incident_id, "sekali saja")).result(10)
    assert outcome.replayed
    assert notes(desk) == ["sekali saja"]


def test_a_database_that_stays_away_is_not_asked_for_ever(
    desk: Desk, lane: WriteLane, storage: FaultyStorage
) -> None:
    incident_id = desk.report()
    storage.refuse = "database_unreachable"
    with pytest.raises(OperatorError, match="database_unreachable"):
        lane.submit(AddNote(incident_id, "tidak")).result(10)
    assert storage.begun == 2
    storage.refuse = None
    lane.submit(AddNote(incident_id, "ya")).result(10)
    assert notes(desk) == ["ya"]


@pytest.mark.parametrize("engine_name", ["postgresql"])
@pytest.mark.postgres
def test_the_first_command_after_a_restart_of_the_server_succeeds(desk: Desk) -> None:
    incident_id = desk.report()
    writer = desk.room.database.storage._own.get().driver.info.backend_pid
    with desk.room.database.engine.connect() as other:
        other.exec_driver_sql(f"SELECT pg_terminate_backend({writer})")
    desk.do(TakeIncident(incident_id))
    assert desk.incident(incident_id).owner_id == desk.room.act.actor


def hold(lane: WriteLane, storage: FaultyStorage) -> Any:
    """Keeps the lane busy until the returned function is called."""
    lock = storage._inner._lock  # type: ignore[attr-defined]
    lock.acquire()
    lane.submit(AddNote("none", "x")).add_done_callback(lambda f: f.exception())
    assert storage.asked.wait(10)
    return lock.release


def test_a_command_taken_back_while_it_waits_is_not_run_and_harms_nobody(
    desk: Desk, lane: WriteLane, storage: FaultyStorage
) -> None:
    incident_id = desk.report()
    go_on = hold(lane, storage)
    waiting = [lane.submit(AddNote(incident_id, text)) for text in ("a", "b", "c")]
    assert waiting[1].cancel()
    go_on()
    wait(waiting, 10)
    assert notes(desk) == ["a", "c"]
    lane.submit(AddNote(incident_id, "d")).result(10)
    assert notes(desk)[-1] == "d"


def test_what_waits_when_the_lane_closes_is_finished_and_what_comes_later_fails(
    desk: Desk, lane: WriteLane, storage: FaultyStorage
) -> None:
    incident_id = desk.report()
    go_on = hold(lane, storage)
    waiting = [lane.submit(AddNote(incident_id, str(number))) for number in range(50)]
    go_on()
    lane.close()
    assert all(future.done() for future in waiting)
    assert notes(desk) == [str(number) for number in range(50)]
    late = lane.submit(AddNote(incident_id, "terlambat"))
    with pytest.raises(OperatorError):
        late.result(1)


def test_commands_of_one_group_fail_each_for_its_own_reason(
    desk: Desk, lane: WriteLane, storage: FaultyStorage
) -> None:
    incident_id = desk.report()
    go_on = hold(lane, storage)
    bad: Future[Outcome] = lane.submit(OrderUnits(incident_id, (), ""))
    bug: Future[Outcome] = lane.submit(object())
    good = lane.submit(AddNote(incident_id, "ya"))
    go_on()
    assert good.result(10).seq is not None
    with pytest.raises(OperatorError, match="order_needs_units"):
        bad.result(10)
    assert isinstance(bug.exception(10), KeyError)
