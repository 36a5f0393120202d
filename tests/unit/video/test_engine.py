"""The engine's contract with the window: difference, ranks, and a bounded end."""

import threading

import pytest

from command_center.video.cancel import Cancel
from command_center.video.engine import Engine
from command_center.video.gate import RETRIES, ConnectGate
from command_center.video.ingest import joining, opening
from command_center.video.model import CameraSpec, CameraState, Reason, StreamError
from command_center.video.policy import StreamPolicy
from tests.unit.video.conftest import PATIENCE_S, camera_threads, wait_until
from tests.video_farm import Farm, Fault, FaultKind


def live(engine: Engine, camera: str) -> bool:
    return engine.status(camera).state is CameraState.LIVE


def test_showing_again_changes_nothing(farm: Farm, engine: Engine) -> None:
    farm.requests.clear()
    spec = CameraSpec("a", "a", farm.url("mjpeg", "same"))
    engine.show([spec])
    slot = engine.slot("a")
    assert wait_until(lambda: live(engine, "a"))
    engine.show([spec])
    assert engine.slot("a") is slot
    first = slot.latest()
    assert first is not None
    assert wait_until(lambda: (now := slot.latest()) is not None and now is not first)
    assert farm.requests["same"] == 1


def test_camera_taken_off_is_off(farm: Farm, engine: Engine) -> None:
    both = [CameraSpec(n, n, farm.url("mjpeg", n)) for n in ("a", "b")]
    engine.show(both)
    slot = engine.slot("a")
    assert wait_until(lambda: live(engine, "a") and live(engine, "b"))
    engine.show(both[1:])
    assert engine.status("a").state is CameraState.OFF
    assert wait_until(lambda: camera_threads().count("camera-owner") == 1)
    assert slot.latest() is None or engine.slot("a") is not slot
    assert live(engine, "b")


@pytest.mark.usefixtures("failing_cameras")
def test_new_address_has_a_new_owner_in_the_same_slot(farm: Farm, engine: Engine) -> None:
    farm.faults["old"] = Fault(FaultKind.NOT_FOUND)
    engine.show([CameraSpec("a", "a", farm.url("mjpeg", "old"))])
    slot = engine.slot("a")
    assert wait_until(lambda: engine.status("a").failures > 0)
    engine.show([CameraSpec("a", "a", farm.url("mjpeg", "new"))])
    assert wait_until(lambda: slot.latest() is not None)
    assert wait_until(lambda: camera_threads().count("camera-owner") == 1)


@pytest.mark.usefixtures("failing_cameras")
def test_camera_registered_later_is_let_in(farm: Farm) -> None:
    engine = Engine(StreamPolicy.for_hosts([]))
    engine.show([CameraSpec("a", "a", farm.url("mjpeg", "later"))])
    assert wait_until(lambda: engine.status("a").reason is Reason.BLOCKED_HOST)
    engine.allow(StreamPolicy.for_hosts(["127.0.0.1"]))
    assert wait_until(lambda: live(engine, "a"))
    assert engine.close(PATIENCE_S)


@pytest.mark.parametrize("protocol", ["rtsp", "hls", "mjpeg"])
def test_close_ends_even_a_silent_camera(
    farm: Farm, protocol: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "CONNECT_S", 2.0 if protocol == "rtsp" else 1000.0)
    monkeypatch.setattr(opening, "HLS_CONNECT_S", 1000.0)
    farm.faults["mute"] = Fault(FaultKind.SILENT)
    farm.requests.clear()
    engine = Engine(StreamPolicy.loopback_only())
    engine.show([CameraSpec("m", "m", farm.url(protocol, "mute"))])
    assert wait_until(lambda: protocol == "rtsp" or farm.requests["mute"] > 0)
    assert engine.close(PATIENCE_S)
    assert camera_threads() == []


def test_close_does_not_outlast_its_timeout(farm: Farm, monkeypatch: pytest.MonkeyPatch) -> None:
    opening_now, answer = threading.Event(), threading.Event()

    def deaf(*_: object) -> None:
        opening_now.set()
        answer.wait(PATIENCE_S)
        raise StreamError(Reason.TIMEOUT)

    monkeypatch.setattr(joining, "open_input", deaf)
    engine = Engine(StreamPolicy.loopback_only())
    engine.show([CameraSpec("m", "m", farm.url("rtsp", "mute"))])
    assert opening_now.wait(PATIENCE_S)
    assert engine.close(0.0) is False
    answer.set()
    assert wait_until(lambda: camera_threads() == [])


def test_closed_engine_shows_nothing() -> None:
    engine = Engine(StreamPolicy.loopback_only())
    assert engine.close(1.0)
    with pytest.raises(RuntimeError):
        engine.show([])


def test_gate_lets_two_retries_at_a_host_and_is_cancelled() -> None:
    gate, cancel = ConnectGate(), Cancel()
    with gate.turn("h", True, cancel), gate.turn("h", True, cancel):
        assert RETRIES == 2
        with gate.turn("h", False, cancel), gate.turn("other", True, cancel):
            cancel.set()
        with gate.turn("h", True, cancel):
            assert cancel.is_set()
    open_again = Cancel()
    with gate.turn("h", True, open_again), gate.turn("h", True, open_again):
        assert not open_again.is_set()
