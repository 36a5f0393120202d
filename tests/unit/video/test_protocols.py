"""Every protocol plays: distinct pictures, an honest age, a snapshot at full size."""

import hashlib
import io

import av
import pytest

from command_center.video.engine import Engine
from command_center.video.model import Attention, CameraSpec, CameraState, Level, LevelReason
from tests.unit.video.conftest import wait_until
from tests.video_farm import Farm

PROTOCOLS = ("rtsp", "hls", "fmp4", "master", "mjpeg", "flv")


def is_live(engine: Engine, camera: str) -> bool:
    return engine.status(camera).state is CameraState.LIVE


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_pictures_advance(farm: Farm, engine: Engine, protocol: str) -> None:
    engine.show([CameraSpec("a", "Alun-Alun", farm.url(protocol, "a"))])
    slot = engine.slot("a")
    slot.resize(160, 120)
    seen: dict[int, bytes] = {}

    def collected() -> bool:
        frame = slot.latest()
        if frame is not None and (frame.width, frame.height) == (160, 90):
            seen[frame.sequence] = hashlib.sha256(frame.pixels).digest()
        return len(seen) >= 8

    assert wait_until(collected)
    assert is_live(engine, "a")
    assert len(set(seen.values())) >= 7, "the same picture again and again"
    status = engine.status("a")
    assert status.last_picture_age_s is not None
    assert status.failures == 0
    assert status.retry_in_s is None


def test_tile_is_bgra_of_the_camera_s_colours(farm: Farm, engine: Engine) -> None:
    engine.show([CameraSpec("a", "a", farm.url("mjpeg", "a"))])
    slot = engine.slot("a")
    assert wait_until(lambda: slot.latest() is not None)
    frame = slot.latest()
    assert frame is not None
    assert len(frame.pixels) >= frame.bytes_per_line * frame.height
    # Bottom right of the drawn gradient: red about 160, green about 120, no blue.
    corner = frame.bytes_per_line * (frame.height - 2) + 4 * (frame.width - 2)
    blue, green, red, alpha = frame.pixels[corner : corner + 4]
    assert (abs(red - 160) < 20, abs(green - 120) < 20, blue < 30, alpha) == (True, True, True, 255)


def test_hls_age_includes_the_segment(farm: Farm, engine: Engine) -> None:
    engine.show([CameraSpec("a", "a", farm.url("hls", "a"))])
    assert wait_until(lambda: is_live(engine, "a"))
    status = engine.status("a")
    assert status.last_picture_age_s is not None
    assert status.last_picture_age_s >= farm.segment_s
    assert status.expected_age_s >= 2 * farm.segment_s


def test_snapshot_is_the_whole_picture(farm: Farm, engine: Engine) -> None:
    engine.show([CameraSpec("a", "a", farm.url("rtsp", "a"))])
    engine.slot("a").resize(64, 36)
    assert wait_until(lambda: is_live(engine, "a"))
    snapshot = engine.snapshot("a").result(20)
    assert snapshot is not None
    assert snapshot.sha256 == hashlib.sha256(snapshot.png).hexdigest()
    with av.open(io.BytesIO(snapshot.png), "r") as container:
        picture = next(container.decode(video=0))
    assert (picture.width, picture.height) == (snapshot.width, snapshot.height) == (320, 180)


def test_no_snapshot_without_a_picture(engine: Engine) -> None:
    assert engine.snapshot("nobody").result(1) is None


def test_key_level_shows_key_pictures_only_and_comes_back(farm: Farm, engine: Engine) -> None:
    engine.show([CameraSpec("a", "a", farm.url("rtsp", "a"))])
    slot = engine.slot("a")
    assert wait_until(lambda: slot.latest() is not None)
    engine.attend({})
    assert wait_until(lambda: engine.status("a").level_reason is LevelReason.HIDDEN)
    stamps: list[float] = []

    def some_keys() -> bool:
        frame = slot.latest()
        if frame is not None and frame.pts_s is not None and frame.pts_s not in stamps:
            stamps.append(frame.pts_s)
        return len(stamps) >= 4

    assert wait_until(some_keys)
    assert engine.status("a").level is Level.KEY
    assert stamps[-1] - stamps[-2] == pytest.approx(1.0, abs=0.01)  # the farm's GOP
    assert is_live(engine, "a")
    engine.attend({"a": Attention.VISIBLE})
    before = slot.latest()
    assert before is not None
    assert wait_until(
        lambda: (now := slot.latest()) is not None and now.sequence > before.sequence + 5
    )
