"""Pictures that are left undecoded on purpose are no sign that a stream has gone bad."""

import dataclasses
import time

import pytest

from command_center.video.cancel import Cancel
from command_center.video.ingest.opening import open_input
from command_center.video.ingest.segments import Bookmark
from command_center.video.model import Level, LevelReason
from command_center.video.playback import Output, Playback
from command_center.video.policy import StreamPolicy
from command_center.video.progress import Progress
from command_center.video.slot import Frame
from command_center.video.tile import TileScaler
from tests.video_farm import Farm

PACKETS = 20


def now() -> float:
    """Slow: ten seconds of it are not over before the packets are, however busy the machine."""
    return time.monotonic() / 20


@pytest.mark.parametrize("protocol", ["mjpeg", "hls"])
@pytest.mark.parametrize("level", [Level.STILL, Level.KEY])
def test_a_camera_that_nobody_looks_at_is_not_taken_for_stalled(
    farm: Farm, protocol: str, level: Level
) -> None:
    shown: list[Frame] = []
    seen: list[float] = []
    cancel = Cancel()
    policy = StreamPolicy.loopback_only()
    live = open_input(farm.url(protocol, "quiet"), policy, cancel, 90, Bookmark())
    counted = dataclasses.replace(live, picture_seen=lambda: seen.append(now()))
    output = Output(lambda: (160, 90), shown.append, TileScaler(), None, stamps_count=False)
    playback = Playback(counted, output, Progress(now), cancel, now)
    taken = 0
    try:
        for packet in live.container.demux(live.stream):
            assert packet.size
            playback.take(packet, (level, LevelReason.HIDDEN), now(), 0.0)
            taken += 1
            if taken == PACKETS:
                break
    finally:
        live.close()
    assert len(seen) >= PACKETS, "each packet puts the deadline off"
    if level is Level.STILL:
        assert len(shown) == 1, "one in ten seconds"
