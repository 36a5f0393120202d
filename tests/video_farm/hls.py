"""A sliding window of segments, as TS, fMP4 or behind a master playlist."""

from datetime import UTC, datetime

from tests.video_farm.farm import Farm
from tests.video_farm.fault import FaultKind

WINDOW = 4
BEFORE = 100  # segments that were before the farm began, so that no number is negative
ANEW = 3  # segments until the time stamps begin anew


def text_of(farm: Farm, protocol: str, name: str) -> str:
    """The playlist of a camera now."""
    fault = farm.fault(name)
    kind = fault.kind if fault else None
    if protocol == "master":
        foreign = fault is not None and kind is FaultKind.FOREIGN_VARIANT
        return _master(farm, name, fault.location if fault and foreign else f"/hls/{name}")
    pictures = farm.show_of(name).segments.pictures
    newest = (farm.picture_number() + farm.stagger(name)) // pictures + BEFORE
    if kind is FaultKind.PLAYLIST_FROZEN:
        newest = BEFORE
    first = newest - WINDOW
    lines = ["#EXTM3U", "#EXT-X-VERSION:7", f"#EXT-X-TARGETDURATION:{farm.segment_s}"]
    lines.append(f"#EXT-X-MEDIA-SEQUENCE:{first}")
    if protocol == "fmp4":
        foreign = fault is not None and kind is FaultKind.FOREIGN_MAP
        lines.append(f'#EXT-X-MAP:URI="{fault.location if fault and foreign else "init.mp4"}"')
    for index in range(first, newest):
        lines += _entry(farm, protocol, name, index)
    if kind is FaultKind.PLAYLIST_EMPTY:
        lines = lines[:4]
    text = "\n".join(lines) + "\n"
    return text[: len(text) * 2 // 3] if kind is FaultKind.PLAYLIST_CUT else text


def _entry(farm: Farm, protocol: str, name: str, index: int) -> list[str]:
    fault = farm.fault(name)
    kind = fault.kind if fault else None
    lines = []
    if kind is FaultKind.DISCONTINUITY and index % ANEW == 0:
        lines.append("#EXT-X-DISCONTINUITY")
    if name in farm.dated:
        number = (index - BEFORE) * farm.show_of(name).segments.pictures - farm.stagger(name)
        at_s = farm.began_at + number / farm.clip.fps + farm.dated[name]
        at = datetime.fromtimestamp(at_s, UTC).isoformat(timespec="milliseconds")
        lines.append(f"#EXT-X-PROGRAM-DATE-TIME:{at}")
    lines.append(f"#EXTINF:{farm.segment_s:.3f},")
    suffix = "m4s" if protocol == "fmp4" else "ts"
    foreign = fault is not None and kind is FaultKind.FOREIGN_SEGMENT
    lines.append(fault.location if fault and foreign else f"{index}.{suffix}")
    return lines


def _master(farm: Farm, name: str, media: str) -> str:
    clip = farm.show_of(name).clip
    media = media if media.count(":") else f"{media}/live.m3u8"
    return (
        "#EXTM3U\n"
        f"#EXT-X-STREAM-INF:BANDWIDTH=9000000,RESOLUTION={4 * clip.width}x{4 * clip.height}\n"
        f"/hls/{name}-large/live.m3u8\n"
        f"#EXT-X-STREAM-INF:BANDWIDTH=500000,RESOLUTION={clip.width}x{clip.height}\n"
        f"{media}\n"
    )


def segment(farm: Farm, name: str, leaf: str) -> bytes | None:
    """A segment or the map; None where there is none."""
    segments = farm.show_of(name).segments
    stem, _, suffix = leaf.partition(".")
    if stem == "init":
        return segments.initial()
    if not stem.isdecimal():
        return None
    index = int(stem)
    fault = farm.fault(name)
    kind = fault.kind if fault else None
    if kind is FaultKind.SEGMENT_MISSING and index % 3 == 0:
        return None
    first = (index - BEFORE) * segments.pictures
    stamp = index % ANEW if kind is FaultKind.DISCONTINUITY else index
    make = segments.fragment if suffix == "m4s" else segments.ts
    return make(first, stamp * segments.pictures)
