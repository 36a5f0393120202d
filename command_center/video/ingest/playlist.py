"""Reads HLS playlists (RFC 8216), as far as a live wall needs them. Text in, plain values out."""

import math
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from command_center.video.model import Reason, StreamError

LINES_MAX = 5_000
DURATION_MAX_S = 60.0
_RESOLUTION = re.compile(r"[:,]RESOLUTION=(\d{1,5})x(\d{1,5})")
_BANDWIDTH = re.compile(r"[:,]BANDWIDTH=(\d{1,12})")
_URI = re.compile(r'[:,]URI="([^"]*)"')
_MAP_SPAN = re.compile(r'[:,]BYTERANGE="([^"]*)"')


@dataclass(frozen=True)
class Variant:
    """One rendition of a master playlist; height 0 where it is not said."""

    uri: str
    bandwidth: int
    height: int


@dataclass(frozen=True)
class Part:
    """A file, or where `span` (first byte, count) is set a part of one."""

    uri: str
    span: tuple[int, int] | None = None


@dataclass(frozen=True)
class Segment:
    """One piece of media. `initial` is what has to be read before it (fMP4); `breaks`: its time
    stamps do not go on from those before; `at_s`: when it was taken by the camera's clock,
    seconds since 1970, where that is told."""

    sequence: int
    uri: str
    duration_s: float
    span: tuple[int, int] | None = None
    initial: Part | None = None
    breaks: bool = False
    at_s: float | None = field(default=None, compare=False)

    @property
    def part(self) -> Part:
        """What to fetch."""
        return Part(self.uri, self.span)


@dataclass(frozen=True)
class Playlist:
    """Either `variants` or `segments` is filled."""

    target_s: float
    segments: tuple[Segment, ...]
    variants: tuple[Variant, ...]
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
        StreamError: GARBAGE when it is none; UNSUPPORTED for encryption.
    """
    lines = [line.strip() for line in text.splitlines()]
    if not lines or not lines[0].lstrip("\ufeff").startswith("#EXTM3U") or len(lines) > LINES_MAX:
        raise StreamError(Reason.GARBAGE)
    reader = _Reader()
    try:
        for line in lines:
            reader.take(line)
    except (ValueError, OverflowError):
        raise StreamError(Reason.GARBAGE) from None
    return reader.playlist()


class _Reader:
    """What has been said so far, for the lines that follow."""

    def __init__(self) -> None:
        self._target_s = self._duration_s = 0.0
        self._sequence = 0
        self._ended = self._breaks = self._gap = False
        self._stream_line = ""
        self._span: tuple[int, int] | None = None
        self._initial: Part | None = None
        self._at_s: float | None = None
        self._segments: list[Segment] = []
        self._variants: list[Variant] = []
        self._tags: dict[str, Callable[[str], None]] = {
            "#EXT-X-TARGETDURATION": self._target,
            "#EXT-X-MEDIA-SEQUENCE": self._first,
            "#EXTINF": self._length,
            "#EXT-X-MAP": self._map,
            "#EXT-X-BYTERANGE": self._range,
            "#EXT-X-KEY": self._key,
            "#EXT-X-PROGRAM-DATE-TIME": self._date,
        }

    def take(self, line: str) -> None:
        tag, _, value = line.partition(":")
        if tag in self._tags:
            self._tags[tag](value)
        elif tag == "#EXT-X-STREAM-INF":
            self._stream_line = line
        elif tag == "#EXT-X-DISCONTINUITY":
            self._breaks, self._at_s = True, None
        elif tag == "#EXT-X-GAP":
            self._gap = True
        elif tag == "#EXT-X-ENDLIST":
            self._ended = True
        elif line and not line.startswith("#"):
            self._address(line)

    def playlist(self) -> Playlist:
        longest = max((segment.duration_s for segment in self._segments), default=0.0)
        target_s = max(0.5, self._target_s or longest)
        return Playlist(target_s, tuple(self._segments), tuple(self._variants), self._ended)

    def _target(self, value: str) -> None:
        self._target_s = _seconds(value)

    def _first(self, value: str) -> None:
        self._sequence = int(value)

    def _length(self, value: str) -> None:
        self._duration_s = _seconds(value.split(",", 1)[0])

    def _map(self, value: str) -> None:
        uri, span = _URI.search(f":{value}"), _MAP_SPAN.search(f":{value}")
        if uri is None:
            raise ValueError(value)
        self._initial = Part(uri[1], _span(span[1], 0) if span else None)

    def _range(self, value: str) -> None:
        before = self._segments[-1].span if self._segments else None
        self._span = _span(value, sum(before) if before else 0)

    def _key(self, value: str) -> None:
        if "METHOD=NONE" not in value:
            raise StreamError(Reason.UNSUPPORTED)

    def _date(self, value: str) -> None:
        try:
            at = datetime.fromisoformat(value)
        except ValueError:
            return  # a picture without a date is still a picture
        self._at_s = at.timestamp() if at.tzinfo else None

    def _address(self, line: str) -> None:
        if self._stream_line:
            self._variants.append(_variant(line, self._stream_line))
            self._stream_line = ""
            return
        if not self._gap:
            self._segments.append(
                Segment(
                    self._sequence,
                    line,
                    self._duration_s,
                    self._span,
                    self._initial,
                    self._breaks,
                    self._at_s,
                )
            )
        if self._at_s is not None:
            self._at_s += self._duration_s
        self._sequence += 1
        self._span, self._breaks, self._gap = None, False, False


def _seconds(text: str) -> float:
    seconds = float(text)
    if not math.isfinite(seconds) or seconds < 0:
        raise ValueError(text)
    return min(seconds, DURATION_MAX_S)


def _span(text: str, following: int) -> tuple[int, int]:
    """`count[@first]`; without first it begins where the one before ended."""
    count, _, first = text.partition("@")
    span = int(first) if first else following, int(count)
    if min(span) < 0:
        raise ValueError(text)
    return span


def _variant(uri: str, line: str) -> Variant:
    resolution, bandwidth = _RESOLUTION.search(line), _BANDWIDTH.search(line)
    return Variant(
        uri, int(bandwidth[1]) if bandwidth else 0, int(resolution[2]) if resolution else 0
    )
