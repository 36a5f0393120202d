"""F3 and F4: whatever becomes of the server or the line, the desk says so, comes back by itself,
loses nothing and does nothing twice."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from pytestqt.qtbot import QtBot

from command_center.domain.errors import OperatorError
from tests.chaos.desks import (
    Desk,
    Faulty,
    Stage,
    faulty_room,
    frozen,
    kill_server,
    processes,
    staged,
    until,
)
from tests.postgres import Server, running_server

pytestmark = [pytest.mark.postgres, pytest.mark.timeout(180)]
LINE_MS = 2_000
"""What a very slow line takes for each message: who waits for it is away at least that long."""


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    """Its own: it is killed and frozen here."""
    with running_server(fsync=True) as found:
        if found is None:
            pytest.skip("PostgreSQL is not installed (apt install postgresql)")
        yield found


@pytest.fixture(scope="module")
def stage(server: Server) -> Stage:
    return staged(server)


@pytest.fixture
def faulty(server: Server, stage: Stage, caplog: pytest.LogCaptureFixture) -> Iterator[Faulty]:
    """Nothing is logged of it but that the feed lost its database."""
    with faulty_room(server, stage) as room:
        yield room
    loud = [r for r in caplog.get_records("call") if r.levelno >= logging.WARNING]
    assert {r.getMessage().split(":")[0] for r in loud} <= {"change feed lost its database"}


@pytest.fixture
def desk(faulty: Faulty, qtbot: QtBot) -> Iterator[Desk]:
    with faulty.desk() as found:
        until(lambda: found.state == "online")
        yield found


@pytest.fixture
def near(faulty: Faulty, qtbot: QtBot) -> Iterator[Desk]:
    with faulty.desk(far=False) as found:
        yield found


def acknowledged(desk: Desk, text: str, op_id: str) -> None:
    """Tell it until it is acknowledged, as the outbox would."""
    while True:
        refused = desk.note(text, op_id).exception(30)
        if refused is None:
            return
        assert isinstance(refused, OperatorError)
        assert refused.code.startswith("database_")
        until(lambda: desk.state == "online")


def works_again(faulty: Faulty, *desks: Desk) -> None:
    """Every desk is online, writes, and shows what is stored."""
    for number, desk in enumerate(desks):
        until(lambda d=desk: d.state == "online")  # type: ignore[misc]
        acknowledged(desk, f"again {number}", f"again-{number}")
    faulty.converged(*desks)
    assert all(f"again {number}" in desks[0].notes() for number in range(len(desks)))


# --- F3: the server ---------------------------------------------------------------------------


def test_a_killed_server_is_noticed_and_found_again(faulty: Faulty, desk: Desk) -> None:
    desk.note("before").result(30)
    kill_server(faulty.server)
    until(lambda: desk.state != "online")
    with pytest.raises(OperatorError, match="database_unreachable"):
        desk.note("while it is gone", "gone").result(30)
    faulty.server.start()
    acknowledged(desk, "while it is gone", "gone")
    works_again(faulty, desk)
    assert desk.notes() == ["again 0", "before", "while it is gone"]


def test_a_restart_needs_nobody(faulty: Faulty, desk: Desk) -> None:
    faulty.server.stop()
    until(lambda: desk.state != "online")
    faulty.server.start()
    works_again(faulty, desk)


def test_one_killed_backend_takes_nothing_with_it(faulty: Faulty, desk: Desk) -> None:
    """The server ends every session when one of its processes dies like that."""
    desk.note("before").result(30)
    pid = faulty.backends()[-1]
    next(p for p in processes(faulty.server) if p.pid == pid).kill()
    works_again(faulty, desk)


def test_ended_sessions_are_no_outage(faulty: Faulty, desk: Desk) -> None:
    desk.note("before").result(30)
    faulty.server.execute(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
        f" WHERE datname = '{faulty.name}' AND pid <> pg_backend_pid()"
    )
    assert desk.note("after").result(30).seq is not None
    works_again(faulty, desk)
    assert desk.states == []


# --- F4: the line -----------------------------------------------------------------------------


@contextmanager
def frozen_server(faulty: Faulty) -> Iterator[None]:
    with frozen(*(process.pid for process in processes(faulty.server))):
        yield


@contextmanager
def frozen_line(faulty: Faulty) -> Iterator[None]:
    faulty.proxy.freeze()
    yield
    faulty.proxy.heal()


@contextmanager
def black_hole(faulty: Faulty) -> Iterator[None]:
    faulty.proxy.faults.deaf = True
    yield
    faulty.proxy.heal()


@contextmanager
def half_open(faulty: Faulty) -> Iterator[None]:
    faulty.proxy.freeze()  # nobody new gets through, either
    faulty.proxy.lose_server()
    yield
    faulty.proxy.heal()


@pytest.mark.parametrize(
    "fault",
    [
        frozen_server,
        *(pytest.param(f, marks=pytest.mark.long) for f in (black_hole, half_open, frozen_line)),
    ],
)
def test_silence_is_noticed_and_nobody_waits_in_it(
    faulty: Faulty, desk: Desk, fault: Callable[[Faulty], object]
) -> None:
    desk.note("before").result(30)
    with fault(faulty):  # type: ignore[attr-defined]
        waiting = desk.note("into the silence", "silence")
        until(lambda: desk.state != "online")
        assert desk.code in {"database_silent", "database_unreachable"}
        until(lambda: desk.state == "offline")
        assert waiting.done()  # its link was cut; left alone it would wait for longer
        assert isinstance(waiting.exception(30), OperatorError)
    acknowledged(desk, "into the silence", "silence")
    works_again(faulty, desk)
    assert desk.notes().count("into the silence") == 1


@pytest.mark.long
def test_one_frozen_backend_is_left_behind(faulty: Faulty, desk: Desk) -> None:
    """Only the doctor's own connection answers, and what the feed says grows old."""
    desk.note("before").result(30)
    doctor = faulty.backends("query LIKE '%%pg_control_system%%'")
    with frozen(*(set(faulty.backends()) - set(doctor))):
        until(lambda: desk.state != "online")
        until(lambda: desk.state == "online")
    works_again(faulty, desk)


def test_a_commit_whose_answer_is_lost_is_found_by_its_op_id(faulty: Faulty, desk: Desk) -> None:
    for number in range(8):
        faulty.proxy.faults.cut_commit = True
        done = desk.note(f"note {number}", f"op-{number}").result(30)
        assert done.replayed
    assert faulty.proxy.commits_cut == 8
    works_again(faulty, desk)
    assert desk.notes() == ["again 0", *(f"note {number}" for number in range(8))]


@pytest.mark.parametrize(
    "after", [400, *(pytest.param(n, marks=pytest.mark.long) for n in (0, 40, 900))]
)
def test_a_line_that_is_cut_at_any_byte(faulty: Faulty, desk: Desk, after: int) -> None:
    for number in range(3):
        faulty.proxy.reset()
        faulty.proxy.faults.cut_after = after
        writing = desk.note(f"note {number}", f"op-{number}")
        writing.exception(30)
        faulty.proxy.heal()
        acknowledged(desk, f"note {number}", f"op-{number}")
    works_again(faulty, desk)
    assert desk.notes() == ["again 0", "note 0", "note 1", "note 2"]


@pytest.mark.long
def test_a_slow_line_that_loses_packets_converges(faulty: Faulty, desk: Desk, near: Desk) -> None:
    faulty.proxy.faults.latency_s = 0.15
    faulty.proxy.faults.stall_rate = 0.05
    for number in range(3):
        near.note(f"near {number}").result(30)
        acknowledged(desk, f"far {number}", f"far-{number}")
    works_again(faulty, desk, near)
    assert len(near.notes()) == 8


@pytest.mark.long
@pytest.mark.parametrize(("latency_s", "stall_rate"), [(0.0, 0.3), (LINE_MS / 1000, 0.0)])
def test_a_line_too_bad_to_work_on_heals(
    faulty: Faulty, desk: Desk, near: Desk, latency_s: float, stall_rate: float
) -> None:
    desk.watch_the_thread()
    faulty.proxy.faults.latency_s, faulty.proxy.faults.stall_rate = latency_s, stall_rate
    if latency_s:
        until(lambda: desk.state == "offline")
    for number in range(10):
        near.note(f"near {number}").result(30)
    faulty.proxy.heal()
    works_again(faulty, desk, near)
    assert desk.longest_ms < LINE_MS, "the window waited for the line"
