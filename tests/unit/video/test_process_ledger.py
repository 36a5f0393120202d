"""Facts across the border and across the lives of the video process."""

import itertools
import signal
import subprocess
import sys
from dataclasses import fields, replace

import pytest

from command_center.video.facts import COLD_FAILURES, NEVER, Facts, status_of
from command_center.video.model import (
    CameraSpec,
    CameraState,
    EngineCost,
    Level,
    LevelReason,
    Reason,
)
from command_center.video.process import board
from command_center.video.process.board import BoardReader, BoardWriter, Place
from command_center.video.process.effort import Effort, effort_of
from command_center.video.process.keeper import (
    HANGS_S,
    JUMP_S,
    STARVED_LEAST,
    Pulse,
    too_large,
)
from command_center.video.process.ledger import Ledger, after_end
from command_center.video.process.memory import Block
from tests.unit.video.conftest import wait_until

LIVE = Facts(
    began_s=1.0, connected=True, live_s=2.0, shown_s=100.0, taken_s=99.9, arrived_s=100.0,
    picture_every_s=0.04, failures=1, damaged=3,
)  # fmt: skip


def ends() -> tuple[BoardWriter, BoardReader]:
    memory = Block.create(board.SIZE).memory
    return BoardWriter(memory), BoardReader(memory)


def spec(name: str, url: str = "rtsp://h/x") -> CameraSpec:
    return CameraSpec(name, name, url)


def test_every_fact_crosses_the_border() -> None:
    writer, reader = ends()
    choices = itertools.product((None, *Reason), Level, LevelReason, (True, False))
    for row, (reason, level, why, flag) in enumerate(choices):
        place = Place(row % board.ROWS, row + 1)
        facts = replace(
            LIVE, reason=reason, level=level, level_reason=why, connected=flag,
            bursts=not flag, age_at_least=flag, began_s=row + 0.5,
        )  # fmt: skip
        writer.put(place, facts)
        assert reader.get(place) == facts
    assert 8 * len(fields(Facts)) + 16 <= 256, "a row holds every fact"


def test_a_row_is_of_one_camera_only() -> None:
    writer, reader = ends()
    assert reader.get(Place(3, 1)) is None
    writer.put(Place(3, 1), LIVE)
    assert reader.get(Place(3, 2)) is None
    assert reader.get(Place(2, 1)) is None
    writer.put(Place(3, 2), replace(LIVE, failures=9))
    assert reader.get(Place(3, 1)) is None


def test_a_row_half_written_is_no_row() -> None:
    memory = Block.create(board.SIZE).memory
    writer, reader = BoardWriter(memory), BoardReader(memory)
    writer.put(Place(0, 1), LIVE)
    words = memoryview(memory).cast("Q")
    words[32] += 1  # as a writer that died there leaves it
    assert reader.get(Place(0, 1)) is None
    words[32] += 1
    assert reader.get(Place(0, 1)) == LIVE
    memoryview(memory).cast("d")[32 + 2 + 15] = 1e300  # a reason that is none
    assert reader.get(Place(0, 1)) is None


def test_cost_and_heartbeat() -> None:
    writer, reader = ends()
    cost = EngineCost(0.5, 1.25, 123_456, 4, {level: n for n, level in enumerate(Level)})
    writer.cost(cost)
    assert reader.cost(4) == cost
    assert reader.beats == 0
    writer.beat(17.5)
    writer.beat(18.5)
    assert (reader.beats, reader.beat_s) == (2, 18.5)


def test_the_ledger_gives_every_camera_a_place_of_its_own() -> None:
    ledger = Ledger()
    assert ledger.show([spec("a"), spec("b")], 0.0) == ({"a", "b"}, set())
    first = dict(zip(("a", "b"), (place for place, _ in ledger.cameras()), strict=True))
    assert ledger.show([spec("b"), spec("c")], 1.0) == ({"c"}, {"a"})
    after = {known.id: place for place, known in ledger.cameras()}
    assert after["b"] == first["b"]
    assert len({place.row for place in after.values()}) == 2
    assert after["c"].token not in {place.token for place in first.values()}
    ledger.show([spec("b", "rtsp://h/other"), spec("c")], 2.0)
    moved = {known.id: place for place, known in ledger.cameras()}
    assert moved["b"].token != after["b"].token
    with pytest.raises(ValueError, match="cameras at once"):
        ledger.show([spec(str(n)) for n in range(board.ROWS + 1)], 3.0)


def test_a_row_that_is_being_written_takes_nothing_back() -> None:
    memory = Block.create(board.SIZE).memory
    writer, reader = BoardWriter(memory), BoardReader(memory)
    ledger = Ledger()
    ledger.show([spec("a")], 50.0)
    place = ledger.cameras()[0][0]
    writer.put(place, LIVE)
    assert ledger.facts("a", reader) == LIVE
    memoryview(memory).cast("Q")[32 + 32 * place.row] |= 1
    assert reader.get(place) is None
    assert ledger.facts("a", reader) == LIVE
    ledger.process_ended(reader, 60.0, NEVER)
    ended = ledger.facts("a", None)
    assert ended is not None
    assert (ended.connected, ended.taken_s) == (False, LIVE.taken_s)


def test_a_live_camera_reconnects_when_its_process_ends_and_keeps_its_age() -> None:
    ledger, (writer, reader) = Ledger(), ends()
    ledger.show([spec("a"), spec("new")], 1.0)
    place = ledger.cameras()[0][0]
    writer.put(place, LIVE)
    ledger.process_ended(reader, 100.5, NEVER)
    told = ledger.facts("a", None)
    assert told is not None
    status = status_of(told, 101.0)
    assert (status.state, status.reason) == (CameraState.RECONNECTING, Reason.INTERNAL)
    assert status.last_picture_age_s == pytest.approx(1.1)
    assert status.since_s == pytest.approx(0.5)
    new = ledger.facts("new", None)
    assert new is not None
    assert status_of(new, 101.0).state is CameraState.CONNECTING


def test_facts_of_the_next_process_take_over_when_it_has_something_to_say() -> None:
    ledger, (writer, reader) = Ledger(), ends()
    ledger.show([spec("a")], 1.0)
    place = ledger.cameras()[0][0]
    writer.put(place, LIVE)
    ledger.process_ended(reader, 100.5, NEVER)
    carried = ledger.facts("a", None)
    later, board_now = ends()
    later.put(place, Facts(began_s=100.6))
    assert ledger.facts("a", board_now) == carried
    later.put(place, Facts(began_s=100.6, failures=1, failed_s=101.0, reason=Reason.REFUSED))
    refused = ledger.facts("a", board_now)
    assert refused is not None
    assert (refused.reason, refused.taken_s) == (Reason.REFUSED, LIVE.taken_s)
    again = replace(LIVE, live_s=102.0, taken_s=102.0, shown_s=102.0)
    later.put(place, again)
    assert ledger.facts("a", board_now) == again
    later.put(place, Facts(began_s=103.0))
    assert ledger.facts("a", board_now) == Facts(began_s=103.0), "the past is over"


def test_a_pause_is_told_on_every_tile() -> None:
    waiting = Facts(began_s=1.0, failures=1, failed_s=3.0, reason=Reason.REFUSED, retry_s=9.0)
    assert after_end(waiting, 5.0, NEVER) == waiting
    for facts in (waiting, LIVE, Facts(began_s=1.0)):
        status = status_of(after_end(facts, 105.0, 130.0), 110.0)
        assert (status.state, status.reason) == (CameraState.COLD, Reason.INTERNAL)
        assert status.retry_in_s == 20.0
        assert status.failures >= COLD_FAILURES


def test_many_cameras_may_need_more_than_few() -> None:
    def cost(cameras: int, each_bytes: int) -> EngineCost:
        return EngineCost(1.0, 1.2, cameras * each_bytes, 0, {Level.KEY: cameras})

    usual = 30 * 2**20
    assert not too_large(cost(36, usual))
    assert not too_large(cost(200, usual)), "a process that is ended for it would only grow again"
    assert too_large(cost(36, 4 * usual)), "a leak"
    assert too_large(EngineCost(0.0, 0.0, 2**31, 0, {}))


def test_a_heart_stands_still_only_while_somebody_watches() -> None:
    pulse = Pulse(0.0)
    assert pulse.still_s(1, 0.1) == 0.0
    assert pulse.still_s(1, 0.2) == pytest.approx(0.1)
    assert pulse.still_s(1, 3600.0) == pytest.approx(0.1 + JUMP_S), "this process slept itself"
    assert pulse.still_s(2, 3600.1) == 0.0


def test_who_is_given_no_processor_does_not_hang() -> None:
    given = iter([Effort(1.0, True), Effort(1.0, True), Effort(1.1, True), Effort(1.1, False)])
    pulse = Pulse(0.0, lambda: next(given))
    pulse.still_s(1, 0.1)
    for tenth in (2, 3, 4):
        still_s = pulse.still_s(1, tenth / 10)
    assert still_s == pytest.approx(0.3), "nobody asks why a heart pauses for so long"
    assert pulse.still_s(1, 0.5) == pytest.approx(0.4), "nothing to compare with yet"
    assert pulse.still_s(1, 0.6) == pytest.approx(0.4 + 0.1 * STARVED_LEAST), (
        "it was let do nothing"
    )
    assert pulse.still_s(1, 0.7) == pytest.approx(0.51), "it ran and its heart stood still"
    assert pulse.still_s(1, 0.8) == pytest.approx(0.61), "it waits for nothing the machine owes it"


def test_nothing_is_starved_for_ever() -> None:
    pulse = Pulse(0.0, lambda: Effort(1.0, True))
    still_s, now_s = 0.0, 0.0
    while still_s < HANGS_S and now_s < 60.0:
        now_s += 0.1
        still_s = pulse.still_s(1, now_s)
    assert now_s < HANGS_S / STARVED_LEAST


@pytest.mark.skipif(sys.platform == "win32", reason="reads /proc")
def test_the_system_tells_who_stands_still_and_who_would_run() -> None:
    busy = subprocess.Popen([sys.executable, "-c", "while True: pass"])
    try:
        # While it begins it also waits for its own files.
        assert wait_until(
            lambda: (now := effort_of(busy.pid)) is not None and now.cpu_s > 0 and now.ready
        )
        busy.send_signal(signal.SIGSTOP)
        assert wait_until(lambda: (now := effort_of(busy.pid)) is not None and not now.ready)
    finally:
        busy.kill()
        busy.wait()
    assert effort_of(busy.pid) is None
