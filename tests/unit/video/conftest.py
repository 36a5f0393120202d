"""A farm of cameras and an engine that is proved to leave nothing behind."""

import threading
import time
from collections.abc import Callable, Iterator

import pytest

from command_center.video.engine import Engine
from command_center.video.policy import StreamPolicy
from tests.video_farm import Farm, record

PATIENCE_S = 25.0


def wait_until(true: Callable[[], bool]) -> bool:
    """Whether something becomes true; the patience is for slow machines, not a requirement."""
    deadline = time.monotonic() + PATIENCE_S
    while not true():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.02)
    return True


def camera_threads() -> list[str]:
    return [thread.name for thread in threading.enumerate() if thread.name.startswith("camera-")]


@pytest.fixture(scope="module")
def farm() -> Iterator[Farm]:
    with Farm(record()) as running:
        yield running


@pytest.fixture
def engine() -> Iterator[Engine]:
    running = Engine(StreamPolicy.loopback_only())
    yield running
    assert running.close(PATIENCE_S)
    assert camera_threads() == []


@pytest.fixture
def failing_cameras(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    """For tests whose cameras fail on purpose: the engine says so in the log."""
    return caplog
