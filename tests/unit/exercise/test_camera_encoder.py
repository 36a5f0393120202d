"""The cameras of the exercise send what this FFmpeg can write."""

from __future__ import annotations

import io
from datetime import UTC, datetime

import av
import numpy as np
import pytest

from command_center.exercise.cameras import encode
from command_center.exercise.cameras.lens import HEIGHT, WIDTH

AT = datetime(2026, 11, 23, tzinfo=UTC)


@pytest.mark.parametrize(("written", "read"), [(encode.H264, "h264"), (encode.MPEG4, "mpeg4")])
def test_a_segment_begins_with_a_key_picture_and_keeps_its_times(
    written: str, read: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(encode, "encoder", lambda: written)
    ring, step = encode.SegmentRing(), encode.CLOCK // encode.FPS
    for number in range(2 * encode.FPS):
        ring.add(np.full((HEIGHT, WIDTH, 3), number * 8, np.uint8), number * step, AT)
    segment = ring.wait(1.0)[0]
    with av.open(io.BytesIO(segment.data), "r") as container:
        assert container.streams.video[0].codec_context.name == read
        frames = list(container.decode(video=0))
    ring.close()
    assert frames[0].key_frame
    assert [frame.pts for frame in frames] == [n * step for n in range(len(frames))]
    assert len(frames) == encode.FPS


def test_the_wheel_of_a_checkout_writes_h264() -> None:
    assert encode.encoder() == encode.H264
