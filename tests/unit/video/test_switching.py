"""A large tile has the main stream, and no tile is empty while streams change."""

import pytest

from command_center.video.engine import Engine
from command_center.video.model import Attention, CameraSpec, CameraState
from tests.unit.video.conftest import camera_threads, wait_until
from tests.video_farm import Farm, Fault, FaultKind


def spec(farm: Farm) -> CameraSpec:
    return CameraSpec("a", "a", farm.url("mjpeg", "small"), main_url=farm.url("rtsp", "main"))


def is_live(engine: Engine) -> bool:
    return engine.status("a").state is CameraState.LIVE


def test_focus_takes_the_main_stream_and_gives_it_back(farm: Farm, engine: Engine) -> None:
    farm.requests.clear()
    engine.show([spec(farm)])
    assert wait_until(lambda: is_live(engine))
    assert farm.requests["main"] == 0
    states = set()

    def on_main(main: bool) -> bool:
        states.add(engine.status("a").state)
        assert engine.slot("a").latest() is not None
        return engine.shows_main("a") is main

    engine.attend({"a": Attention.FOCUSED})
    assert wait_until(lambda: on_main(True))
    assert wait_until(lambda: camera_threads().count("camera-owner") == 1)
    engine.attend({"a": Attention.VISIBLE})
    assert wait_until(lambda: on_main(False))
    assert wait_until(lambda: camera_threads().count("camera-owner") == 1)
    assert states == {CameraState.LIVE}
    assert farm.requests["small"] == 2


def test_a_large_tile_takes_the_main_stream_too(farm: Farm, engine: Engine) -> None:
    engine.show([spec(farm)])
    engine.slot("a").resize(1280, 720)
    assert wait_until(lambda: engine.shows_main("a"))


@pytest.mark.usefixtures("failing_cameras")
def test_a_dead_main_stream_leaves_the_small_one(farm: Farm, engine: Engine) -> None:
    farm.requests.clear()
    farm.faults["main"] = Fault(FaultKind.NOT_FOUND)
    engine.show([spec(farm)])
    assert wait_until(lambda: is_live(engine))
    engine.attend({"a": Attention.FOCUSED})
    assert wait_until(lambda: farm.requests["main"] > 0)
    assert wait_until(lambda: camera_threads().count("camera-owner") == 1)
    assert is_live(engine)
    assert not engine.shows_main("a")
    del farm.faults["main"]


@pytest.mark.usefixtures("failing_cameras")
def test_a_main_stream_that_breaks_is_replaced_by_the_small_one(farm: Farm, engine: Engine) -> None:
    engine.show([spec(farm)])
    engine.attend({"a": Attention.FOCUSED})
    assert wait_until(lambda: engine.shows_main("a"))
    farm.faults["main"] = Fault(FaultKind.KILL)
    assert wait_until(lambda: not engine.shows_main("a"))
    assert is_live(engine)
    del farm.faults["main"]
