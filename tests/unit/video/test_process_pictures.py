"""Pictures in shared memory: never torn, never overwritten while somebody looks at them."""

import multiprocessing
import time
from dataclasses import replace
from multiprocessing.connection import Connection

import numpy as np
import pytest

from command_center.video.process.memory import Block
from command_center.video.process.pictures import BUFFERS, PictureReader, PictureWriter, Shape
from command_center.video.process.slot import RemoteSlot
from command_center.video.slot import Frame
from tests.unit.video.process_ends import paint


def picture(width: int, height: int, colour: int, padding: int = 0) -> Frame:
    """Rows of one colour, `padding` bytes of another one behind each."""
    rows = (bytes([colour]) * (width * 4) + b"\xee" * padding) * height
    return Frame(memoryview(rows), width * 4 + padding, width, height, 1, 12.5, None)


def ends(width: int, height: int) -> tuple[PictureWriter, PictureReader]:
    shape = Shape(width, height)
    memory = Block.create(shape.size).memory
    return PictureWriter(memory, shape), PictureReader(memory, shape)


def colours(frame: Frame) -> set[int]:
    return set(np.unique(np.frombuffer(frame.pixels, np.uint8)))


def taken(reader: PictureReader, sequence: int = 1) -> Frame:
    found = reader.take(sequence)
    assert found is not None
    return found[1]


def test_a_picture_arrives_as_it_was_without_the_padding() -> None:
    writer, reader = ends(33, 7)
    assert reader.take(1) is None
    sent = replace(picture(33, 7, 9, padding=28), pts_s=4.25)
    assert writer.publish(sent)
    frame = taken(reader, sequence=77)
    assert bytes(frame.pixels) == bytes([9]) * (33 * 7 * 4)
    assert (frame.width, frame.height, frame.sequence) == (33, 7, 77)
    assert (frame.pts_s, frame.captured_monotonic_s) == (4.25, 12.5)


def test_a_smaller_picture_fits_and_a_larger_one_is_dropped() -> None:
    writer, reader = ends(32, 32)
    assert writer.publish(picture(8, 4, 1))
    assert not writer.publish(picture(64, 64, 2))
    assert colours(taken(reader)) == {1}


def test_held_pictures_stay_until_nobody_holds_them() -> None:
    writer, reader = ends(16, 16)
    held = []
    for colour in range(BUFFERS):
        assert writer.publish(picture(16, 16, colour))
        held.append(taken(reader))
    assert not writer.publish(picture(16, 16, 99)), "every buffer is held"
    assert [colours(frame) for frame in held] == [{0}, {1}, {2}]
    del held[1]
    assert writer.publish(picture(16, 16, 99))
    assert [colours(frame) for frame in held] == [{0}, {2}]
    assert colours(taken(reader)) == {99}


def test_a_header_that_no_writer_writes_is_not_believed() -> None:
    shape = Shape(16, 16)
    memory = Block.create(shape.size).memory
    writer, reader = PictureWriter(memory, shape), PictureReader(memory, shape)
    writer.publish(picture(16, 16, 5))
    words = memoryview(memory)[:256].cast("Q")
    for word, value in ((8, 4000), (9, 4000), (10, 1), (10, 2**40), (8, 0)):
        kept, words[word] = words[word], value
        assert reader.take(1) is None
        words[word] = kept
    words[0] = 0xFFFF
    assert reader.take(1) is None


@pytest.mark.parametrize("pictures", [400, pytest.param(1500, marks=pytest.mark.long)])
def test_two_processes_never_show_two_colours_in_one_picture(pictures: int) -> None:
    width, height = 200, 100
    shape = Shape(width, height)
    block = Block.create(shape.size)
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=paint, args=(theirs, width, height), daemon=True)
    process.start()
    block.send(ours)
    try:
        seen = look_hard(PictureReader(block.memory, shape), ours, pictures)
        ours.send("stop")
        assert ours.poll(20)
        painted, _ = ours.recv()
        assert painted > seen
    finally:
        process.kill()
        process.join()
        ours.close()
        theirs.close()


def look_hard(reader: PictureReader, pipe: Connection, pictures: int) -> int:
    """Take pictures as fast as it goes, keeping every one for a while."""
    deadline = time.monotonic() + 40
    number, held = 0, []
    for sequence in range(1, pictures + 1):
        while reader.newest == number:
            assert time.monotonic() < deadline, "no new pictures"
        found = reader.take(sequence)
        if found is None:
            continue  # overtaken again and again: as good as no new picture
        number, frame = found
        first = bytes(frame.pixels)
        assert first == first[:1] * len(first), "two colours in one picture"
        assert first[0] == int(frame.captured_monotonic_s) % 251, "another picture's number"
        held.append((frame, first))
        if len(held) > 1:
            kept, was = held.pop(0)
            assert bytes(kept.pixels) == was, "painted over while it was held"
    return number >> 8


def test_the_slot_keeps_its_picture_over_a_change_of_size() -> None:
    asked: list[str] = []
    slot = RemoteSlot("one", asked.append)
    assert slot.latest() is None
    slot.resize(64, 32)
    assert (slot.size, asked) == ((64, 32), ["one"])
    first = writer_of(slot)
    first.publish(picture(64, 32, 3))
    shown = slot.latest()
    assert shown is not None
    assert slot.latest() is shown, "no new picture, the same frame"
    slot.resize(20, 10)
    second = writer_of(slot)
    assert slot.latest() is shown
    first.publish(picture(64, 32, 4))
    second.publish(picture(20, 10, 5))
    after = slot.latest()
    assert after is not None
    assert (after.width, colours(after)) == (20, {5})
    assert after.sequence > shown.sequence
    assert colours(shown) == {3}, "the old memory lives as long as its frame"
    slot.clear()
    assert slot.latest() is None


def writer_of(slot: RemoteSlot) -> PictureWriter:
    _, block = slot.fresh()
    assert block is not None
    return PictureWriter(block.memory, Shape(*slot.size))


@pytest.mark.parametrize("size", [(0, 10), (10, 0), (5000, 10), (10, -1)])
def test_no_tile_has_an_impossible_size(size: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="a tile of"):
        RemoteSlot("one", print).resize(*size)
