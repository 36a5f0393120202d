"""What a camera leaves behind is freed when it ends, not when Python happens to look."""

import gc
from collections.abc import Callable, Iterator

import pytest
from av.container.input import InputContainer

from command_center.video.engine import Engine
from command_center.video.model import CameraSpec, CameraState, Reason
from command_center.video.policy import StreamPolicy
from command_center.video.relay.feed import Feed
from tests.unit.video.conftest import PATIENCE_S, wait_until
from tests.video_farm import Farm, Fault, FaultKind

PROTOCOLS = ("rtsp", "hls", "mjpeg", "flv")
Alive = Callable[[], int]


@pytest.fixture
def alive() -> Iterator[Alive]:
    """How many containers there are that are no garbage of before; Python itself never looks."""

    def count() -> int:
        return sum(type(one) is InputContainer for one in gc.get_objects())

    gc.collect()
    gc.disable()
    before = count()
    yield lambda: count() - before
    gc.enable()


@pytest.fixture
def engine() -> Engine:
    return Engine(StreamPolicy.loopback_only())


def close(engine: Engine) -> None:
    """What was looked for before is found: whoever counts holds everything for a moment."""
    assert wait_until(lambda: not engine._ending)
    assert engine.close(PATIENCE_S)


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_a_camera_taken_off_the_wall_leaves_nothing(
    protocol: str, farm: Farm, engine: Engine, alive: Alive
) -> None:
    engine.show([CameraSpec("a", "a", farm.url(protocol, f"left-{protocol}"))])
    assert wait_until(lambda: engine.status("a").state is CameraState.LIVE)
    assert alive() == 1
    engine.show([])
    close(engine)
    assert alive() == 0


@pytest.mark.usefixtures("failing_cameras")
def test_a_camera_that_breaks_off_again_and_again_holds_one_connection_more_at_most(
    farm: Farm, engine: Engine, alive: Alive
) -> None:
    engine.show([CameraSpec("a", "a", farm.url("mjpeg", "broken-off"))])
    for _ in range(3):
        assert wait_until(lambda: engine.status("a").state is CameraState.LIVE)
        farm.faults["broken-off"] = Fault(FaultKind.KILL)
        assert wait_until(lambda: engine.status("a").state is not CameraState.LIVE)
        del farm.faults["broken-off"]
    assert wait_until(lambda: engine.status("a").state is CameraState.LIVE)
    assert alive() <= 2
    engine.show([])
    close(engine)
    assert alive() == 0


def test_a_relay_keeps_nothing_of_a_camera_that_nobody_reads(farm: Farm, alive: Alive) -> None:
    sent: list[bytes] = []
    ended: list[Reason] = []
    feed = Feed(
        farm.url("rtsp", "left-relayed"),
        StreamPolicy.loopback_only(),
        opened=lambda _: None,
        sent=lambda data, _: sent.append(data),
        ended=ended.append,
    )
    feed.start()
    assert wait_until(lambda: bool(sent))
    assert alive() == 1
    feed.stop()
    assert wait_until(lambda: bool(ended))
    assert alive() == 0
