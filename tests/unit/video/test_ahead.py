"""Reading ahead: nothing is lost, nothing waits for ever, and errors arrive where they are seen."""

from __future__ import annotations

import io
import math
import threading
import time

import av
import pytest

from command_center.video.cancel import Cancel
from command_center.video.ingest.ahead import Ahead, directly
from command_center.video.ingest.opening import LiveInput
from command_center.video.model import Reason, StreamError
from tests.unit.video.conftest import wait_until
from tests.video_farm import record
from tests.video_farm.media import Segments


class Tap:
    """A file that gives no more once it is dry, until cancelled; breaks once it is broken."""

    def __init__(self, data: bytes, cancel: Cancel) -> None:
        self._data = io.BytesIO(data)
        self._cancel = cancel
        self.dry = self.broken = False

    def read(self, size: int) -> bytes:
        if self.broken:
            raise ConnectionResetError
        while self.dry:
            if self._cancel.wait(0.01):
                return b""
        return self._data.read(min(size, 1024))


def live(tap: Tap) -> LiveInput:
    container = av.open(tap, "r", format="mpegts", options={"probesize": "6000"})
    video = container.streams.video[0]
    return LiveInput(
        container, video, 2.0, 2.0, math.inf, lambda: None, container.close, lambda: None
    )


@pytest.fixture(scope="module")
def data() -> bytes:
    return Segments(record(seconds=4), 4).ts(0, 0)


def test_it_reads_on_while_nobody_looks_and_gives_all(data: bytes) -> None:
    cancel = Cancel()
    came: list[float] = []
    source = live(Tap(data, cancel))
    ahead = Ahead(source, cancel, time.monotonic, lambda: came.append(0.0))
    assert wait_until(lambda: len(came) >= 40)
    stamps = [packet.pts for packet, _, _ in ahead if packet.pts is not None]
    assert len(stamps) == 40
    assert stamps == sorted(stamps)
    ahead.join()


def test_cancelling_ends_reader_and_looker(data: bytes) -> None:
    whole = Cancel()
    part = whole.part()
    tap = Tap(data, part)
    source = live(tap)
    tap.dry = True
    ahead = Ahead(source, part, time.monotonic, lambda: None)
    timer = threading.Timer(0.5, whole.set)
    timer.start()
    assert len(list(ahead)) < 40
    ahead.join()
    timer.join()


def test_what_breaks_reading_is_raised_after_what_was_read(data: bytes) -> None:
    cancel = Cancel()
    tap = Tap(data, cancel)
    source = live(tap)
    tap.broken = True
    ahead = Ahead(source, cancel, time.monotonic, lambda: None)
    seen = 0
    with pytest.raises(ConnectionResetError):
        for _ in ahead:
            seen += 1
    assert 0 < seen < 40
    ahead.join()


def test_a_packet_found_after_giving_up_is_not_handed_on(data: bytes) -> None:
    cancel = Cancel()
    source = live(Tap(data, cancel))
    source.read_s = 1.9
    moments = iter([0.0, 0.1, 0.1, 0.2, 0.2, 2.3])
    arrivals = directly(source, lambda: next(moments))
    assert [next(arrivals)[2] for _ in range(2)] == pytest.approx([0.1, 0.1])
    with pytest.raises(StreamError) as failed:
        next(arrivals)
    assert failed.value.reason is Reason.STALLED


def test_a_part_can_be_cancelled_alone() -> None:
    whole = Cancel()
    one, other = whole.part(), whole.part()
    whole.end(one)
    assert one.is_set()
    assert not other.is_set()
    assert not whole.is_set()
    whole.set()
    assert other.is_set()
    assert whole.part().is_set()
