"""The engine in its own process: pictures come, it may die or hang, nothing is left behind."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import av
import numpy as np
import numpy.typing as npt
import psutil
import pytest

from command_center.video.api import VideoEngine
from command_center.video.model import CameraSpec, CameraState, Reason, StreamError
from command_center.video.policy import StreamPolicy
from command_center.video.process.client import RemoteEngine
from command_center.video.process.keeper import Restarts
from tests.unit.video.conftest import wait_until
from tests.video_farm import Farm

CANARY = "kenari-9431"
STALE_S = 3.0  # a second is promised; the rest is for slow machines
linux = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")


@pytest.fixture
def engine() -> Iterator[RemoteEngine]:
    running: VideoEngine = RemoteEngine(StreamPolicy.loopback_only())
    assert isinstance(running, RemoteEngine)
    yield running
    running.close(10.0)
    assert children() == []


def children() -> list[psutil.Process]:
    """Processes of the engine; others that this run has started are none of its business."""
    return [
        child
        for child in psutil.Process().children()
        if "multiprocessing.spawn" in " ".join(child.cmdline())
    ]


def live(engine: RemoteEngine, *cameras: str) -> Callable[[], bool]:
    return lambda: all(engine.status(one).state is CameraState.LIVE for one in cameras)


def pid_of(engine: RemoteEngine) -> int:
    assert engine.pid is not None
    return engine.pid


def another(engine: RemoteEngine, before: int) -> Callable[[], bool]:
    return lambda: engine.pid not in (None, before)


def test_pictures_arrive_bit_exact(engine: RemoteEngine, farm: Farm) -> None:
    width, height = farm.clip.width, farm.clip.height
    slot = engine.slot("one")
    slot.resize(width, height)
    engine.show([CameraSpec("one", "one", farm.url("mjpeg", "one"))])
    assert wait_until(lambda: slot.latest() is not None)
    frame = slot.latest()
    assert frame is not None
    assert (frame.width, frame.height) == (width, height)
    shown = np.frombuffer(frame.pixels, np.uint8).reshape(height, width, 4)[..., :3]
    assert any(np.array_equal(shown, decoded) for decoded in decoded_jpegs(farm))
    assert slot.latest() is not None
    assert engine.slot("one") is slot


def decoded_jpegs(farm: Farm) -> Iterator[npt.NDArray[np.uint8]]:
    """Every picture of the clip as this decoder and scaler make it."""
    context = av.CodecContext.create("mjpeg", "r")
    for jpeg in farm.clip.jpegs:
        for frame in context.decode(av.Packet(jpeg)):
            bgra = frame.reformat(format="bgra", interpolation="BILINEAR").to_ndarray()
            yield bgra[..., :3].astype(np.uint8)


@linux
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGSTOP])
def test_a_process_that_dies_or_hangs_is_replaced(
    engine: RemoteEngine, farm: Farm, caplog: pytest.LogCaptureFixture, how: signal.Signals
) -> None:
    engine.show([CameraSpec(one, one, farm.url(one, one)) for one in ("mjpeg", "rtsp")])
    slot = engine.slot("rtsp")
    slot.resize(64, 36)
    assert wait_until(live(engine, "mjpeg", "rtsp"))
    before, shown = pid_of(engine), slot.latest()
    assert shown is not None
    pixels = bytes(shown.pixels)
    os.kill(before, how)
    hit = time.monotonic()
    assert wait_until(lambda: not any(live(engine, one)() for one in ("mjpeg", "rtsp")))
    assert time.monotonic() - hit < STALE_S
    kept = slot.latest()
    assert kept is not None, "the last picture stays"
    assert kept.sequence >= shown.sequence
    assert wait_until(another(engine, before))
    assert bytes(shown.pixels) == pixels, "memory of a dead process stays readable"
    assert wait_until(live(engine, "mjpeg", "rtsp"))
    newest = slot.latest()
    assert newest is not None
    assert newest.sequence > kept.sequence
    assert (newest.width, newest.height) == (64, 36), "the new process knows the tile's size"
    assert engine.cost().restarts == 1
    assert "started again" in caplog.text


@linux
def test_requests_of_a_dead_process_fail_with_a_reason(
    engine: RemoteEngine, farm: Farm, caplog: pytest.LogCaptureFixture
) -> None:
    engine.show([CameraSpec("one", "one", farm.url("mjpeg", "one"))])
    assert wait_until(live(engine, "one"))
    before = pid_of(engine)
    os.kill(before, signal.SIGSTOP)
    asked = engine.snapshot("one")
    with pytest.raises(StreamError) as failed:
        asked.result(20.0)
    assert failed.value.reason is Reason.INTERNAL
    assert wait_until(live(engine, "one"))
    picture = engine.snapshot("one").result(20.0)
    assert picture is not None
    assert (picture.width, picture.height) == (farm.clip.width, farm.clip.height)
    assert picture.png.startswith(b"\x89PNG")
    assert engine.snapshot("nobody").result(1.0) is None


@linux
def test_a_process_that_keeps_dying_is_given_a_rest(
    farm: Farm, caplog: pytest.LogCaptureFixture
) -> None:
    engine = RemoteEngine(
        StreamPolicy.loopback_only(), restarts=Restarts(most=1, within_s=600.0, pause_s=600.0)
    )
    engine.show([CameraSpec("one", "one", farm.url("mjpeg", "one"))])
    for _ in range(2):
        assert wait_until(live(engine, "one"))
        os.kill(pid_of(engine), signal.SIGKILL)
        assert wait_until(lambda: not live(engine, "one")())
    assert wait_until(lambda: engine.status("one").state is CameraState.COLD)
    status = engine.status("one")
    assert status.reason is Reason.INTERNAL
    assert status.retry_in_s is not None
    with pytest.raises(StreamError):
        engine.snapshot("one").result(1.0)
    began = time.monotonic()
    engine.close(5.0)
    assert time.monotonic() - began < 60.0, "closing does not wait for the rest to end"


def test_resizing_again_and_again_leaves_no_memory_behind(engine: RemoteEngine, farm: Farm) -> None:
    engine.show([CameraSpec("one", "one", farm.url("mjpeg", "one"))])
    slot = engine.slot("one")
    for width in range(16, 216):
        slot.resize(width, 64)
        assert slot.size == (width, 64)
        time.sleep(0.002)

    def arrived() -> bool:
        frame = slot.latest()
        return frame is not None and frame.width == round(64 * farm.clip.width / farm.clip.height)

    assert wait_until(arrived)
    if sys.platform == "linux":
        ours = Path("/proc/self/maps").read_text(encoding="utf-8")
        theirs = Path(f"/proc/{pid_of(engine)}/maps").read_text(encoding="utf-8")
        for text in (ours, theirs):
            assert 1 <= text.count("memfd:video") <= 12
            assert "/dev/shm" not in text.replace("/dev/shm/sem.", ""), "nothing has a name"


def test_a_camera_taken_off_the_wall_is_off_and_may_come_back(
    engine: RemoteEngine, farm: Farm
) -> None:
    spec = CameraSpec("one", "one", farm.url("mjpeg", "one"))
    slot = engine.slot("one")
    engine.show([spec])
    assert wait_until(lambda: slot.latest() is not None)
    engine.show([])
    assert engine.status("one").state is CameraState.OFF
    assert slot.latest() is None
    engine.show([spec])
    assert engine.status("one").state in (CameraState.CONNECTING, CameraState.LIVE)
    assert wait_until(lambda: slot.latest() is not None)
    assert engine.slot("one") is slot


@linux
def test_the_window_s_death_is_the_end_of_its_processes(farm: Farm) -> None:
    window = subprocess.Popen(
        [sys.executable, "-m", "tests.unit.video.process_ends", farm.url("mjpeg", "one")],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert window.stdout is not None
    with window.stdout as told:
        child = psutil.Process(int(told.readline()))
    family = psutil.Process(window.pid).children(recursive=True)
    assert child in family
    window.kill()
    window.wait()
    _, left = psutil.wait_procs(family, timeout=20)
    assert left == []


@linux
def test_even_a_process_that_hangs_does_not_outlive_the_window(farm: Farm) -> None:
    window = subprocess.Popen(
        [sys.executable, "-m", "tests.unit.video.process_ends", farm.url("mjpeg", "one")],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert window.stdout is not None
    with window.stdout as told:
        child = psutil.Process(int(told.readline()))
    child.suspend()
    window.kill()
    window.wait()
    _, left = psutil.wait_procs([child], timeout=20)
    assert left == []


@linux
def test_passwords_are_neither_arguments_nor_environment_nor_log(
    engine: RemoteEngine, farm: Farm, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    engine.show([CameraSpec("shut", "shut", farm.url("rtsp", "shut", f"me:{CANARY}"))])
    engine.show(
        [
            CameraSpec("shut", "shut", farm.url("rtsp", "shut", f"me:{CANARY}")),
            CameraSpec("gone", "gone", f"http://me:{CANARY}@127.0.0.1:9/x.mjpg"),
        ]
    )
    assert wait_until(lambda: engine.status("gone").failures > 0)
    for child in children():
        assert CANARY not in " ".join(child.cmdline())
        assert CANARY not in str(child.environ())
    assert wait_until(lambda: "camera" in caplog.text), "the child's log reaches ours"
    assert CANARY not in caplog.text
    assert CANARY not in repr(engine.status("gone"))


@linux
def test_the_process_holds_neither_window_nor_database(engine: RemoteEngine, farm: Farm) -> None:
    engine.show([CameraSpec("one", "one", farm.url("mjpeg", "one"))])
    assert wait_until(lambda: engine.pid is not None)
    child = psutil.Process(pid_of(engine))
    assert wait_until(lambda: any("libav" in one.path for one in child.memory_maps()))
    loaded = " ".join(one.path for one in child.memory_maps())
    assert "PySide6" not in loaded
    assert "sqlalchemy" not in loaded
    limits = Path(f"/proc/{child.pid}/limits").read_text(encoding="utf-8")
    status = Path(f"/proc/{child.pid}/status").read_text(encoding="utf-8")

    def confined() -> bool:
        text = Path(f"/proc/{child.pid}/status").read_text(encoding="utf-8")
        return "NoNewPrivs:\t1" in text

    assert wait_until(confined), status
    assert wait_until(lambda: child.nice() > psutil.Process().nice()), "the window goes first"
    assert "Max core file size" in limits
    child.send_signal(signal.SIGINT)
    time.sleep(0.2)
    assert child.is_running(), "Ctrl+C in the terminal is not for it"


def test_without_a_camera_there_is_no_process(engine: RemoteEngine, farm: Farm) -> None:
    engine.show([])
    engine.attend({})
    engine.slot("one").resize(64, 36)
    engine.allow(StreamPolicy.loopback_only())
    assert engine.status("one").state is CameraState.OFF
    assert engine.cost().levels
    assert [t.name for t in threading.enumerate() if t.name == "video-keeper"] == []
    assert children() == []
    engine.show([CameraSpec("one", "one", farm.url("mjpeg", "one"))])
    assert wait_until(live(engine, "one"))
    assert wait_until(lambda: engine.slot("one").latest() is not None)


def test_nothing_waits_and_nothing_is_shown_after_the_end(farm: Farm) -> None:
    engine = RemoteEngine(StreamPolicy.loopback_only())
    engine.show([CameraSpec("one", "one", farm.url("rtsp", "one"))])
    assert engine.close(20.0)
    assert children() == []
    with pytest.raises(RuntimeError):
        engine.show([])
    assert engine.close(0.0)
    assert engine.snapshot("one").exception(1.0) is not None
