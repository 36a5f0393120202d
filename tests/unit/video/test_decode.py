"""Only pictures that can be trusted come out of the decoder."""

import io
import os
from collections.abc import Iterator

import av
import pytest
from av.container import InputContainer

from command_center.video.decode import Decoder, TileScaler
from command_center.video.model import Level
from tests.video_farm import record


@pytest.fixture
def stream() -> Iterator[InputContainer]:
    """Three seconds of the clip at 10 fps, a key picture every second."""
    clip = record(seconds=3)
    with av.open(io.BytesIO(clip.segment(0, 3)), "r", format="mpegts") as container:
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
        for picture in decoder.pictures(packet):
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
        numbers += [round(p.time * 10) - 10 for p in decoder.pictures(packet) if packet.size]
    assert numbers[:4] == [0, 10, 20, 21]


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
