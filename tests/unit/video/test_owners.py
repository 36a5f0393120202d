"""What an owner of a camera does at its end, and when its connection ends badly."""

import random
import threading
import time
from dataclasses import replace

import pytest

from command_center.video.camera import Camera
from command_center.video.cancel import Cancel
from command_center.video.engine import Engine
from command_center.video.gate import RETRIES, RETRY_LOOK_S, ConnectGate
from command_center.video.ingest import joining
from command_center.video.ingest.opening import LiveInput, open_input
from command_center.video.model import CameraSpec, CameraState, Reason
from command_center.video.policy import StreamPolicy
from command_center.video.slot import Frame, FrameSlot
from command_center.video.source import Source
from command_center.video.taker import Surroundings
from tests.unit.video.conftest import wait_until
from tests.video_farm import Farm, Fault, FaultKind


def test_a_stopped_camera_leaves_the_slot_to_the_next() -> None:
    shared = Surroundings(
        StreamPolicy.loopback_only, ConnectGate(), time.monotonic, random.Random(1)
    )
    slot = FrameSlot()
    never_started: list[Source] = []
    spec = CameraSpec("a", "a", "rtsp://127.0.0.1:1/a")
    camera = Camera(spec, slot, shared, never_started.append, [])
    tile = Frame(memoryview(bytes(4)), 4, 1, 1, 1, 0.0, None)
    camera.publish(never_started[0], tile)
    assert slot.latest() is tile
    camera.stop()
    camera.publish(never_started[0], replace(tile, sequence=2))
    assert slot.latest() is tile, "its owner may still have had a picture in hand"


class QuickTaker:
    """A source whose first picture is there before whoever started it goes on."""

    def __init__(self) -> None:
        self.tile = Frame(memoryview(bytes(4)), 4, 1, 1, 1, 0.0, None)

    def __call__(self, source: Source) -> None:
        source._taker.publish(source, self.tile)


def test_the_first_picture_may_come_at_once() -> None:
    shared = Surroundings(
        StreamPolicy.loopback_only, ConnectGate(), time.monotonic, random.Random(1)
    )
    slot = FrameSlot()
    quick = QuickTaker()
    Camera(CameraSpec("a", "a", "rtsp://127.0.0.1:1/a"), slot, shared, quick, [])
    assert slot.latest() is quick.tile


@pytest.mark.usefixtures("failing_cameras")
def test_a_connection_that_cannot_be_closed_is_opened_again(
    farm: Farm, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    failed = threading.Event()

    def badly_closing(*given: object) -> LiveInput:
        live = open_input(*given)  # type: ignore[arg-type]
        close = live.close

        def break_off() -> None:
            close()
            failed.set()
            raise OSError("no such descriptor")

        live.close = break_off
        return live

    monkeypatch.setattr(joining, "open_input", badly_closing)
    engine.show([CameraSpec("a", "a", farm.url("mjpeg", "loose"))])
    assert wait_until(lambda: engine.status("a").state is CameraState.LIVE)
    farm.faults["loose"] = Fault(FaultKind.KILL)
    assert wait_until(failed.is_set)
    del farm.faults["loose"]
    asked = farm.requests["loose"]
    assert wait_until(lambda: farm.requests["loose"] > asked)
    assert wait_until(lambda: engine.status("a").state is CameraState.LIVE)


def test_an_owner_that_has_ended_keeps_no_picture(farm: Farm, engine: Engine) -> None:
    engine.show([CameraSpec("a", "a", farm.url("mjpeg", "kept"))])
    assert wait_until(lambda: engine.status("a").state is CameraState.LIVE)
    owner = engine._cameras["a"].source
    assert wait_until(lambda: owner.newest is not None)
    engine.show([])
    assert wait_until(lambda: owner.join(0.0))
    assert owner.newest is None


def test_a_camera_for_which_there_is_no_thread_says_so(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def none_left(_: threading.Thread) -> None:
        raise RuntimeError("can't start new thread")

    engine = Engine(StreamPolicy.loopback_only())
    engine.show([])
    engine._starter.submit(int).result()
    with monkeypatch.context() as short:
        short.setattr(threading.Thread, "start", none_left)
        engine.show([CameraSpec("a", "a", "rtsp://127.0.0.1:1/a")])
        engine._starter.submit(int).result()
    found = engine.status("a")
    assert (found.state, found.reason) == (CameraState.RECONNECTING, Reason.INTERNAL)
    assert engine.close(1.0), "nobody waits for an owner that never was"


def test_waiting_for_a_dead_host_costs_next_to_nothing() -> None:
    class Counted(Cancel):
        looks = 0

        def wait(self, seconds: float) -> bool:
            self.looks += 1
            assert seconds >= RETRY_LOOK_S
            return self.looks >= 3

    gate, waiting = ConnectGate(), Counted()
    for _ in range(RETRIES):
        assert gate._take("h", True)
    with gate.turn("h", True, waiting):
        assert waiting.looks == 3
    assert RETRY_LOOK_S >= 0.1
