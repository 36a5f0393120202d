"""HLS playlists, well-formed and hostile."""

from pathlib import Path

import pytest

from command_center.video.ingest.playlist import Part, Segment, parse
from command_center.video.model import Reason, StreamError

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
    ],
)
def test_refused(text: str, reason: Reason) -> None:
    with pytest.raises(StreamError) as caught:
        parse(text)
    assert caught.value.reason is reason


DATED = """#EXTM3U
#EXT-X-TARGETDURATION:2
#EXT-X-MEDIA-SEQUENCE:5
#EXT-X-MAP:URI="all.mp4",BYTERANGE="700@0"
#EXT-X-PROGRAM-DATE-TIME:2026-01-02T03:04:05.500+07:00
#EXTINF:2,
#EXT-X-BYTERANGE:1000@700
all.mp4
#EXTINF:1.5,
#EXT-X-BYTERANGE:900
all.mp4
#EXT-X-GAP
#EXTINF:2,
lost.mp4
#EXT-X-DISCONTINUITY
#EXTINF:2,
b.mp4
"""


def test_parts_of_files_dates_gaps_and_breaks() -> None:
    first, second, third = parse(DATED).segments
    assert first.initial == second.initial == Part("all.mp4", (0, 700))
    assert (first.part, second.part) == (Part("all.mp4", (700, 1000)), Part("all.mp4", (1700, 900)))
    assert first.at_s == 1767297845.5
    assert second.at_s == first.at_s + 2.0
    assert (third.sequence, third.part, third.breaks, third.at_s) == (8, Part("b.mp4"), True, None)


@pytest.mark.parametrize("date", ["yesterday", "2026-01-02T03:04:05", "", "9" * 40])
def test_a_date_that_cannot_be_used_costs_no_picture(date: str) -> None:
    text = MEDIA.replace("#EXTINF:4.0", f"#EXT-X-PROGRAM-DATE-TIME:{date}\n#EXTINF:4.0")
    assert [segment.at_s for segment in parse(text).segments] == [None, None]


VECTORS = Path(__file__).parents[4] / "shared" / "data" / "vectors" / "hls"


@pytest.mark.skipif(not VECTORS.is_dir(), reason="the foreign playlists are not on this machine")
def test_foreign_playlists_are_read_or_refused() -> None:
    outcomes: dict[str, list[str]] = {"media": [], "master": [], "empty": [], "refused": []}
    for path in sorted(VECTORS.rglob("*.m3u8")):
        try:
            found = parse(path.read_text(encoding="utf-8", errors="replace"))
        except StreamError as error:
            outcomes["refused"].append(f"{path.name}: {error.reason}")
            continue
        kind = "master" if found.variants else "media" if found.segments else "empty"
        outcomes[kind].append(path.name)
        if found.variants:
            assert found.variant_for(360) in found.variants
    counts = {kind: len(names) for kind, names in outcomes.items()}
    assert counts["media"] > 70, outcomes["refused"]
    assert counts["master"] > 15, counts
