"""Orders that cannot be given, or that wait while the wall changes: no tile is left without."""

import subprocess
import sys
import threading
from collections.abc import Iterator

import pytest

from command_center.video.model import CameraSpec, CameraState
from command_center.video.policy import StreamPolicy
from command_center.video.process.client import RemoteEngine
from command_center.video.process.life import Life, Prepared
from command_center.video.process.slot import RemoteSlot
from tests.unit.video.conftest import wait_until
from tests.video_farm import Farm

TOO_MANY_FILES = 24
ALLOCATING = """
import ctypes, os, threading
from pathlib import Path
from command_center.video.process import confine
confine.ARENAS = 4
confine.confine(os.getppid())
done = threading.Event()
all_have = threading.Barrier(41)
malloc = ctypes.CDLL(None).malloc
malloc.restype = ctypes.c_void_p
def allocate():
    malloc(100_000)
    all_have.wait(20)
    done.wait(20)
for _ in range(40):
    threading.Thread(target=allocate).start()
all_have.wait(20)
begins = [int(line.split("-")[0], 16) for line in Path("/proc/self/maps").open()]
done.set()
print(sum(begin % 2**26 == 0 for begin in begins))
"""


@pytest.fixture
def engine() -> Iterator[RemoteEngine]:
    running = RemoteEngine(StreamPolicy.loopback_only())
    yield running
    running.close(10.0)


class Once:
    """Fails the first time, as when a machine has no handles left for a moment."""

    def __init__(self) -> None:
        self.failed = False

    def fail(self) -> None:
        if not self.failed:
            self.failed = True
            raise OSError(TOO_MANY_FILES, "too many open files")


def test_a_tile_without_memory_is_made_good_by_the_next_process(
    engine: RemoteEngine,
    farm: Farm,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    once, fresh = Once(), RemoteSlot.fresh

    def short(slot: RemoteSlot) -> Prepared:
        once.fail()
        return fresh(slot)

    monkeypatch.setattr(RemoteSlot, "fresh", short)
    slot = engine.slot("one")
    engine.show([CameraSpec("one", "one", farm.url("mjpeg", "one"))])
    assert wait_until(lambda: slot.latest() is not None)
    assert once.failed
    assert engine.cost().restarts == 1


def test_a_process_that_cannot_be_given_its_memory_is_not_the_last(
    farm: Farm, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    once, begin = Once(), Life.begin

    def short(life: Life, *given: object) -> None:
        once.fail()
        begin(life, *given)  # type: ignore[arg-type]

    monkeypatch.setattr(Life, "begin", short)
    engine = RemoteEngine(StreamPolicy.loopback_only())
    try:
        engine.show([CameraSpec("one", "one", farm.url("mjpeg", "one"))])
        assert wait_until(lambda: engine.status("one").state is CameraState.LIVE)
        assert once.failed
    finally:
        engine.close(10.0)


def test_a_camera_that_returns_while_its_memory_is_on_the_way_gets_some(
    engine: RemoteEngine, farm: Farm
) -> None:
    spec = CameraSpec("one", "one", farm.url("mjpeg", "one"))
    slot = engine.slot("one")
    engine.show([spec])
    assert wait_until(lambda: slot.latest() is not None)
    go_on = threading.Event()

    def hold() -> None:
        go_on.wait(30.0)

    assert engine._life is not None
    engine._life.order(hold)
    slot.resize(64, 36)
    engine.show([])
    engine.show([spec])
    go_on.set()
    assert wait_until(lambda: engine.status("one").state is CameraState.LIVE)
    assert wait_until(lambda: slot.latest() is not None)


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc; other systems need no limit")
def test_many_threads_do_not_use_up_the_addresses() -> None:
    said = subprocess.run(
        [sys.executable, "-c", ALLOCATING], capture_output=True, text=True, check=True, timeout=60
    )
    assert int(said.stdout) <= 6, "four, and what begins there by chance"
