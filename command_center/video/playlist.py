"""Reads HLS playlists (RFC 8216), as far as a live wall needs them. Text in, plain values out."""

import math
import re
from dataclasses import dataclass

from command_center.video.model import Reason, StreamError

LINES_MAX = 5_000
DURATION_MAX_S = 60.0
_RESOLUTION = re.compile(r"[:,]RESOLUTION=(\d{1,5})x(\d{1,5})")
_BANDWIDTH = re.compile(r"[:,]BANDWIDTH=(\d{1,12})")
_MAP_URI = re.compile(r'[:,]URI="([^"]*)"')


@dataclass(frozen=True)
class Variant:
    """One rendition of a master playlist; height 0 where it is not said."""

    uri: str
    bandwidth: int
    height: int


@dataclass(frozen=True)
class Segment:
    """One piece of media."""

    sequence: int
    uri: str
    duration_s: float


@dataclass(frozen=True)
class Playlist:
    """Either `variants` or `segments` is filled."""

    target_s: float
    segments: tuple[Segment, ...]
    variants: tuple[Variant, ...]
    map_uri: str | None
    ended: bool

    def variant_for(self, height: int) -> Variant:
        """The smallest variant at least `height` pixels high, else the biggest.

        Where heights are not said the least bandwidth is taken.
        """
        enough = [v for v in self.variants if v.height >= height]
        if enough:
            return min(enough, key=lambda v: (v.height, v.bandwidth))
        tallest = max(v.height for v in self.variants)
        return min((v for v in self.variants if v.height == tallest), key=lambda v: v.bandwidth)


def parse(text: str) -> Playlist:
    """Parse a playlist.

    Raises:
        StreamError: GARBAGE when it is none; UNSUPPORTED for encryption and byte ranges.
    """
    lines = [line.strip() for line in text.splitlines()]
    if not lines or not lines[0].lstrip("\ufeff").startswith("#EXTM3U") or len(lines) > LINES_MAX:
        raise StreamError(Reason.GARBAGE)
    try:
        return _parse(lines)
    except ValueError:
        raise StreamError(Reason.GARBAGE) from None


def _parse(lines: list[str]) -> Playlist:
    target_s, sequence, duration_s = 0.0, 0, 0.0
    map_uri, ended, stream_line = None, False, ""
    segments: list[Segment] = []
    variants: list[Variant] = []
    for line in lines:
        tag, _, value = line.partition(":")
        if tag == "#EXT-X-TARGETDURATION":
            target_s = _seconds(value)
        elif tag == "#EXT-X-MEDIA-SEQUENCE":
            sequence = int(value)
        elif tag == "#EXTINF":
            duration_s = _seconds(value.split(",", 1)[0])
        elif tag == "#EXT-X-STREAM-INF":
            stream_line = line
        elif tag == "#EXT-X-MAP":
            map_uri = _map_uri(line)
        elif tag == "#EXT-X-ENDLIST":
            ended = True
        elif tag == "#EXT-X-BYTERANGE" or (tag == "#EXT-X-KEY" and "METHOD=NONE" not in value):
            raise StreamError(Reason.UNSUPPORTED)
        elif line and not line.startswith("#"):
            if stream_line:
                variants.append(_variant(line, stream_line))
                stream_line = ""
            else:
                segments.append(Segment(sequence, line, duration_s))
                sequence += 1
    longest = max((segment.duration_s for segment in segments), default=0.0)
    return Playlist(max(0.5, target_s or longest), tuple(segments), tuple(variants), map_uri, ended)


def _seconds(text: str) -> float:
    seconds = float(text)
    if not math.isfinite(seconds) or seconds < 0:
        raise ValueError(text)
    return min(seconds, DURATION_MAX_S)


def _map_uri(line: str) -> str:
    if "BYTERANGE" in line:
        raise StreamError(Reason.UNSUPPORTED)
    found = _MAP_URI.search(line)
    if found is None:
        raise ValueError(line)
    return found[1]


def _variant(uri: str, line: str) -> Variant:
    resolution, bandwidth = _RESOLUTION.search(line), _BANDWIDTH.search(line)
    return Variant(
        uri, int(bandwidth[1]) if bandwidth else 0, int(resolution[2]) if resolution else 0
    )
