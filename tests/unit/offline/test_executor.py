"""Before the write lane: what adds is kept when the room does not answer, the rest is refused."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from command_center.bootstrap.offline import OfflineExecutor
from command_center.commands.dispatch import OrderUnits, SetUnitStatus
from command_center.commands.intake import EnterCall
from command_center.commands.local import KEPT_LOCALLY
from command_center.commands.notes import AddNote
from command_center.commands.offline import KeepAlias
from command_center.domain.errors import OperatorError
from command_center.domain.unit import UnitStatus
from command_center.ports import Act, Connection, LinkState, Outcome
from command_center.storage.outbox import ItemState, Outbox

AT = datetime(2026, 11, 21, 7, 0, tzinfo=UTC)
ACT = Act("staff:a", "meja-b", "shift:1", "operator")
PATIENCE_S = 30.0


class Clock:
    def __init__(self) -> None:
        self._at = AT

    def now(self) -> datetime:
        self._at += timedelta(milliseconds=1)
        return self._at


class Lane:
    """A room that answers, fails, or is silent; it never does one op_id twice."""

    def __init__(self) -> None:
        self.silent = False
        self.error: dict[str, Exception] = {}
        self.done: dict[str, tuple[Any, Act]] = {}
        self.asked: list[str] = []
        self.held: list[tuple[Future[Outcome], Any, Act, str]] = []

    def submit(
        self, command: Any, *, act: Act | None = None, op_id: str | None = None
    ) -> Future[Outcome]:
        assert act is not None
        assert op_id is not None
        future: Future[Outcome] = Future()
        self.asked.append(op_id)
        if self.silent:
            future.set_running_or_notify_cancel()
            self.held.append((future, command, act, op_id))
        else:
            self.run(future, command, act, op_id)
        return future

    def run(self, future: Future[Outcome], command: Any, act: Act, op_id: str) -> None:
        error = self.error.get(type(command).__name__)
        if error is not None:
            future.set_exception(error)
            return
        again = op_id in self.done
        self.done.setdefault(op_id, (command, act))
        result = {"incident_id": "i1"} if isinstance(command, EnterCall) else {}
        future.set_result(Outcome(op_id, len(self.done), "kind", result, replayed=again))

    def speak(self) -> None:
        """Answer everything that was asked meanwhile."""
        self.silent = False
        while self.held:
            self.run(*self.held.pop(0))

    def commands(self) -> list[Any]:
        return [command for command, _ in self.done.values()]


@pytest.fixture
def lane() -> Lane:
    return Lane()


@pytest.fixture
def outbox_path(tmp_path: Path) -> Path:
    return tmp_path / "outbox.db"


Make = Callable[[], OfflineExecutor]


@pytest.fixture
def make(lane: Lane, outbox_path: Path) -> Iterator[Make]:
    made: list[OfflineExecutor] = []

    def start() -> OfflineExecutor:
        box = Outbox(outbox_path)
        executor = OfflineExecutor(
            lane, box, Clock(), ACT, lambda: "B", patience_s=0.05, retry_s=0.02
        )
        made.append(executor)
        return executor

    yield start
    for executor in made:
        executor.close()


@pytest.fixture
def executor(make: Make) -> OfflineExecutor:
    return make()


def told(state: LinkState) -> Connection:
    return Connection(state, AT, AT)


def until(true: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE_S
    while not true():
        assert time.monotonic() < deadline, "not in time"
        time.sleep(0.005)


def states(executor: OfflineExecutor) -> list[ItemState]:
    return [item.state for item in executor.items]


def test_a_room_that_answers_is_simply_asked(executor: OfflineExecutor, lane: Lane) -> None:
    outcome = executor.submit(AddNote("i1", "halo")).result(PATIENCE_S)
    assert (outcome.local, outcome.seq) == (False, 1)
    assert executor.items == ()
    assert lane.commands() == [AddNote("i1", "halo")]


def test_offline_only_what_adds_is_taken(executor: OfflineExecutor, lane: Lane) -> None:
    executor.connected(told(LinkState.OFFLINE))
    with pytest.raises(OperatorError, match="offline_only_additive"):
        executor.submit(OrderUnits("i1", ("u1",), "")).result(0)
    kept = executor.submit(AddNote("i1", "halo")).result(PATIENCE_S)
    assert kept.local
    assert lane.asked == []
    assert states(executor) == [ItemState.WAITING]


def test_a_call_gets_a_number_of_this_workstation(executor: OfflineExecutor) -> None:
    executor.connected(told(LinkState.OFFLINE))
    call = EnterCall("kecelakaan", "motor jatuh", "Jl. Ijen 5")
    given = [executor.submit(call).result(PATIENCE_S).result["alias"] for _ in range(3)]
    assert given == ["B-01", "B-02", "B-03"]


def test_what_waits_is_run_once_in_order_by_its_author_when_the_room_is_back(
    executor: OfflineExecutor, lane: Lane
) -> None:
    executor.connected(told(LinkState.OFFLINE))
    other = Act("staff:b", "meja-b", "shift:1", "operator")
    executor.submit(EnterCall("x", "kebakaran", "")).result(PATIENCE_S)
    executor.submit(AddNote("i1", "satu"), act=other).result(PATIENCE_S)
    executor.submit(SetUnitStatus("u1", UnitStatus.ON_SCENE)).result(PATIENCE_S)
    executor.connected(told(LinkState.ONLINE))
    until(lambda: len(lane.done) == 3 and ItemState.WAITING not in states(executor))
    (call, _), (note, author), (status, act) = lane.done.values()
    assert (call.alias, call.received_at < act.occurred_at) == ("B-01", True)
    assert (note.text, author.actor, author.reason) == ("satu", "staff:b", KEPT_LOCALLY)
    assert status.observed_at == act.occurred_at
    assert len(lane.asked) == 3


def test_an_answer_that_came_too_late_is_found_by_its_op_id(
    executor: OfflineExecutor, lane: Lane
) -> None:
    lane.silent = True
    kept = executor.submit(EnterCall("x", "kebakaran", "")).result(PATIENCE_S)
    assert kept.local
    lane.speak()  # the room had stored it: only the answer was late
    until(lambda: len(lane.done) == 2 and ItemState.WAITING not in states(executor))
    stored, alias = lane.commands()
    assert stored.alias == ""
    assert alias == KeepAlias("i1", "B-01")


def test_an_unreachable_room_is_no_failure(executor: OfflineExecutor, lane: Lane) -> None:
    lane.error["AddNote"] = OperatorError("database_unreachable")
    assert executor.submit(AddNote("i1", "halo")).result(PATIENCE_S).local
    lane.error.clear()
    until(lambda: lane.commands() == [AddNote("i1", "halo")])


def test_what_the_room_refuses_at_once_is_an_ordinary_failure(
    executor: OfflineExecutor, lane: Lane
) -> None:
    lane.error["AddNote"] = OperatorError("note_empty")
    with pytest.raises(OperatorError, match="note_empty"):
        executor.submit(AddNote("i1", "")).result(PATIENCE_S)
    assert executor.items == ()


def test_what_the_room_refuses_later_is_kept_and_the_rest_goes_on(
    executor: OfflineExecutor, lane: Lane, caplog: pytest.LogCaptureFixture
) -> None:
    executor.connected(told(LinkState.OFFLINE))
    executor.submit(SetUnitStatus("u1", UnitStatus.ON_SCENE)).result(PATIENCE_S)
    executor.submit(AddNote("i1", "halo")).result(PATIENCE_S)
    lane.error["SetUnitStatus"] = OperatorError("illegal_move", old="a", new="b")
    executor.connected(told(LinkState.ONLINE))
    until(lambda: sorted(states(executor)) == [ItemState.REFUSED, ItemState.STORED])
    assert "refused" in caplog.text
    (refused,) = [item for item in executor.items if item.state is ItemState.REFUSED]
    assert (refused.code, refused.params["old"]) == ("illegal_move", "a")
    executor.seen(refused.op_id)
    assert states(executor) == [ItemState.STORED]


def test_who_is_not_signed_in_holds_up_only_what_is_theirs(
    executor: OfflineExecutor, lane: Lane
) -> None:
    executor.connected(told(LinkState.OFFLINE))
    executor.submit(SetUnitStatus("u1", UnitStatus.ON_SCENE)).result(PATIENCE_S)
    executor.submit(AddNote("i1", "dari b"), act=Act("b", "w", "s", "operator")).result(PATIENCE_S)
    lane.error["SetUnitStatus"] = OperatorError("session_ended")
    executor.connected(told(LinkState.ONLINE))
    until(lambda: len(lane.done) == 1)
    assert lane.commands() == [AddNote("i1", "dari b")]
    lane.error.clear()
    until(lambda: len(lane.done) == 2 and ItemState.WAITING not in states(executor))


def test_a_restored_room_is_waited_for(executor: OfflineExecutor, lane: Lane) -> None:
    lane.error["AddNote"] = OperatorError("database_unconfirmed")
    assert executor.submit(AddNote("i1", "halo")).result(PATIENCE_S).local
    until(lambda: len(lane.asked) > 2)
    assert states(executor) == [ItemState.WAITING]
    lane.error.clear()
    until(lambda: states(executor) == [ItemState.STORED])


def test_a_backup_that_lost_what_was_stored_is_told_again(
    executor: OfflineExecutor, lane: Lane
) -> None:
    executor.room_is("epoch-1")
    executor.connected(told(LinkState.OFFLINE))
    executor.submit(AddNote("i1", "satu")).result(PATIENCE_S)
    executor.submit(AddNote("i1", "dua")).result(PATIENCE_S)
    executor.connected(told(LinkState.ONLINE))
    until(lambda: len(lane.done) == 2 and ItemState.WAITING not in states(executor))
    lost = list(lane.done)[1]
    del lane.done[lost]
    executor.room_is("epoch-1")
    assert len(lane.asked) == 2
    executor.room_is("epoch-2")
    until(lambda: len(lane.done) == 2 and ItemState.WAITING not in states(executor))
    assert [command.text for command in lane.commands()] == ["satu", "dua"]
    assert len(lane.asked) == 4


def test_another_start_goes_on_where_this_one_was_killed(make: Make, lane: Lane) -> None:
    first = make()
    first.connected(told(LinkState.OFFLINE))
    first.submit(AddNote("i1", "halo")).result(PATIENCE_S)
    second = make()
    until(lambda: lane.commands() == [AddNote("i1", "halo")])
    until(lambda: ItemState.WAITING not in states(second))


def test_order_holds_across_silence(executor: OfflineExecutor, lane: Lane) -> None:
    lane.silent = True
    answers = [executor.submit(AddNote("i1", str(number))) for number in range(20)]
    assert all(answer.result(PATIENCE_S).local for answer in answers)
    lane.speak()
    until(lambda: len(lane.done) == 20)
    assert [command.text for command in lane.commands()] == [str(n) for n in range(20)]


def test_an_outage_keeps_all_that_was_on_its_way_in_order(lane: Lane, outbox_path: Path) -> None:
    patient = OfflineExecutor(lane, Outbox(outbox_path), Clock(), ACT, lambda: "B", patience_s=60)
    lane.silent = True
    answers = [patient.submit(AddNote("i1", str(number))) for number in range(20)]
    patient.connected(told(LinkState.OFFLINE))
    assert all(answer.result(PATIENCE_S).local for answer in answers)
    lane.held.clear()  # the server died with them
    lane.silent = False
    patient.connected(told(LinkState.ONLINE))
    until(lambda: len(lane.done) == 20)
    assert [command.text for command in lane.commands()] == [str(n) for n in range(20)]
    patient.close()


def test_no_thread_is_left_behind(make: Make) -> None:
    executor = make()
    executor.submit(AddNote("i1", "halo")).result(PATIENCE_S)
    executor.close()
    until(lambda: not [t for t in threading.enumerate() if t.name.startswith("outbox")])
