"""Only pictures that can be trusted come out of the decoder."""

import io
import itertools
import os
from collections.abc import Iterator

import av
import numpy as np
import numpy.typing as npt
import pytest
from av.container import InputContainer

from command_center.video.decode import Decoder
from command_center.video.model import Level
from command_center.video.snapshot import Newest, encode_png
from command_center.video.tile import TileScaler
from tests.video_farm import Clip, record
from tests.video_farm.clip import encode, streets
from tests.video_farm.media import Segments


@pytest.fixture
def stream() -> Iterator[InputContainer]:
    """Three seconds of the clip at 10 fps, a key picture every second."""
    clip = record(seconds=3)
    with av.open(io.BytesIO(Segments(clip, 3).ts(0, 0)), "r", format="mpegts") as container:
        yield container


def shown(container: InputContainer, damage: list[int], skip: int, spoil: int = -1) -> list[int]:
    """Numbers of the pictures shown when the first `skip` packets are lost and one is spoilt."""
    decoder = Decoder(container.streams.video[0], lambda: damage.append(1))
    numbers = []
    for number, packet in enumerate(container.demux(video=0)):
        if number < skip or packet.size == 0:
            continue
        if number == spoil:
            packet.update(bytes(packet)[:20] + os.urandom(packet.size - 20))
        for picture in decoder.pictures(packet, number / 10):
            assert picture.pts is not None
            numbers.append(round(picture.time * 10) - 10)
    return numbers


def test_nothing_before_the_first_key_picture(stream: InputContainer) -> None:
    damage: list[int] = []
    numbers = shown(stream, damage, skip=5)
    assert numbers[0] == 10
    assert damage == []


def test_promotion_waits_for_the_next_key_picture(stream: InputContainer) -> None:
    decoder = Decoder(stream.streams.video[0], lambda: None)
    decoder.set_level(Level.KEY)
    numbers = []
    for number, packet in enumerate(stream.demux(video=0)):
        if number == 15:
            decoder.set_level(Level.FULL)
        numbers += [round(p.time * 10) - 10 for p in decoder.pictures(packet, number / 10)]
    assert numbers[:4] == [0, 10, 20, 21]


def test_still_is_one_key_picture_in_ten_seconds(stream: InputContainer) -> None:
    decoder = Decoder(stream.streams.video[0], lambda: None)
    decoder.set_level(Level.STILL)
    numbers = []
    for number, packet in enumerate(stream.demux(video=0)):
        numbers += [number for _ in decoder.pictures(packet, number * 0.6)]
    assert numbers == [0, 20]


def test_keys_only_whatever_the_level(stream: InputContainer) -> None:
    decoder = Decoder(stream.streams.video[0], lambda: None)
    numbers = []
    for number, packet in enumerate(stream.demux(video=0)):
        decoder.set_level(Level.FULL, keys_only=3 <= number < 15)
        numbers += [number for _ in decoder.pictures(packet, number / 10)]
    assert numbers[:6] == [0, 1, 2, 10, 20, 21]


FILTERED = {
    "preset": "veryfast",
    "tune": "zerolatency",
    "b": "200000",
    "x264-params": "scenecut=0:bframes=0:annexb=1:repeat-headers=1:log-level=none",
}


@pytest.fixture
def street() -> Iterator[InputContainer]:
    """Two seconds of a coarsely coded street at 10 fps, which the loop filter smooths."""
    units = encode("libx264", "yuv420p", streets(320, 176, 20), 10, 10, FILTERED)
    clip = Clip(320, 176, 10, tuple(units), ())
    with av.open(io.BytesIO(Segments(clip, 2).ts(0, 0)), "r", format="mpegts") as container:
        yield container


def luma(png: bytes) -> npt.NDArray[np.int16]:
    with av.open(io.BytesIO(png), "r") as container:
        return next(container.decode(video=0)).to_ndarray(format="gray").astype(np.int16)


def test_half_leaves_the_loop_filter_out_and_a_snapshot_puts_it_back(
    street: InputContainer,
) -> None:
    video = street.streams.video[0]
    half, full = Decoder(video, lambda: None), Decoder(video, lambda: None)
    half.set_level(Level.HALF)
    newest = wanted = None
    for number, packet in enumerate(itertools.islice(street.demux(video=0), 18)):
        for picture in half.pictures(packet, number / 10):
            newest = Newest(picture, 0.0, half.recipe, tuple(half.since_key))
        for picture in full.pictures(packet, number / 10):
            wanted = Newest(picture, 0.0, full.recipe, tuple(full.since_key))
    assert newest is not None
    assert wanted is not None
    assert len(newest.since_key) == 8, "from the key picture on"
    assert wanted.since_key == ()
    raw = Newest(newest.picture, 0.0, half.recipe)
    assert np.abs(luma(encode_png(raw).png) - luma(encode_png(wanted).png)).max() > 0
    assert np.array_equal(luma(encode_png(newest).png), luma(encode_png(wanted).png))


def test_masks_are_black_in_tile_and_snapshot(stream: InputContainer) -> None:
    picture = next(stream.decode(video=0))
    masks = ((0.5, 0.5, 0.25, 0.5), (-0.1, 0.0, 0.15, 0.1))
    frame = TileScaler(masks).tile(picture, (160, 90), 0.0)
    rows = np.frombuffer(frame.pixels, np.uint8)[: frame.bytes_per_line * 90]
    tile = rows.reshape(90, -1, 4)[:, :160]
    black = tile[..., :3].max(axis=2) == 0
    assert black[45:, 80:120].all()
    assert black[:9, :8].all()
    assert not black[:45, 8:].any()
    assert (tile[..., 3] == 255).all()
    recipe = Decoder(stream.streams.video[0], lambda: None).recipe
    whole = luma(encode_png(Newest(picture, 0.0, recipe), masks).png)
    assert whole[90:, 160:240].max() <= 16
    assert whole[:90, 16:].min() > 16


def test_damage_hides_everything_up_to_the_next_key_picture(stream: InputContainer) -> None:
    damage: list[int] = []
    numbers = shown(stream, damage, skip=0, spoil=10)
    assert damage != []
    assert numbers[:10] == list(range(10))
    assert set(numbers) & set(range(10, 20)) == set()
    assert 20 in numbers


def test_tile_never_exceeds_the_slot_and_memory_is_not_copied(stream: InputContainer) -> None:
    picture = next(stream.decode(video=0))
    scaler = TileScaler()
    for size, expected in (((100, 100), (100, 56)), ((640, 640), (640, 360))):
        frame = scaler.tile(picture, size, 5.0)
        assert (frame.width, frame.height) == expected
        assert frame.bytes_per_line >= 4 * frame.width
        assert type(frame.pixels.obj).__name__ == "VideoPlane"
        assert frame.captured_monotonic_s == 5.0
    assert frame.sequence == 2
