"""HLS playlists, well-formed and hostile."""

import pytest

from command_center.video.model import Reason, StreamError
from command_center.video.playlist import Segment, parse

MEDIA = """#EXTM3U
#EXT-X-TARGETDURATION:4
#EXT-X-MEDIA-SEQUENCE:17
#EXTINF:4.0,first
a.ts

#EXTINF:3.5,
b.ts?token=1
"""
MASTER = """#EXTM3U
#EXT-X-STREAM-INF:BANDWIDTH=4000000,RESOLUTION=1920x1080
high.m3u8
#EXT-X-STREAM-INF:AVERAGE-BANDWIDTH=9,BANDWIDTH=500000,RESOLUTION=640x360
low.m3u8
#EXT-X-STREAM-INF:BANDWIDTH=1500000,RESOLUTION=1280x720
middle.m3u8
"""


def test_media_playlist() -> None:
    found = parse(MEDIA)
    assert found.segments == (Segment(17, "a.ts", 4.0), Segment(18, "b.ts?token=1", 3.5))
    assert (found.target_s, found.ended, found.variants) == (4.0, False, ())
    assert parse(MEDIA + "#EXT-X-ENDLIST\n").ended


@pytest.mark.parametrize(
    ("height", "uri"),
    [(200, "low.m3u8"), (361, "middle.m3u8"), (720, "middle.m3u8"), (2000, "high.m3u8")],
)
def test_smallest_variant_that_fills_the_tile(height: int, uri: str) -> None:
    assert parse(MASTER).variant_for(height).uri == uri


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", Reason.GARBAGE),
        ("<html>#EXTM3U</html>", Reason.GARBAGE),
        (MEDIA.replace("17", "x"), Reason.GARBAGE),
        (MEDIA.replace("4.0", "nan"), Reason.GARBAGE),
        (MEDIA.replace("4.0", "-1"), Reason.GARBAGE),
        (MEDIA + "#EXT-X-MAP:NOTHING\n", Reason.GARBAGE),
        ("#EXTM3U\n" + "a.ts\n" * 6000, Reason.GARBAGE),
        (MEDIA + '#EXT-X-KEY:METHOD=AES-128,URI="k"\n', Reason.UNSUPPORTED),
        (MEDIA + "#EXT-X-BYTERANGE:10@0\n", Reason.UNSUPPORTED),
    ],
)
def test_refused(text: str, reason: Reason) -> None:
    with pytest.raises(StreamError) as caught:
        parse(text)
    assert caught.value.reason is reason
