"""A live HLS presentation as one endless file: polls the playlist, chains the segments."""

import time
from collections import deque
from dataclasses import dataclass
from urllib.parse import urljoin

from command_center.video.cancel import Cancel
from command_center.video.fetch import Body, Fetcher
from command_center.video.model import Reason, StreamError
from command_center.video.playlist import Playlist, Segment, parse

PLAYLIST_MAX = 1_000_000
SEGMENT_MAX = 64_000_000
STALL_TARGETS = 3  # target durations without a new segment
MISSING_MAX = 3  # segments in a row that are not there
PICTURELESS_MAX = 4  # segments in a row without a picture
MASTERS_MAX = 3  # a master playlist that names a master playlist ...
BEHIND_MAX = 2  # segments waiting before the oldest are skipped


@dataclass
class Bookmark:
    """The newest segment a camera has shown; outlives the connection."""

    newest: Segment | None = None


class SegmentFile:
    """What the demuxer reads. Joins at the newest segment; skips ahead when it falls behind.

    A segment known from an earlier connection is not shown again: a playlist that stands still
    must not look live each time it is opened.
    """

    def __init__(
        self, first: Body, fetcher: Fetcher, cancel: Cancel, height: int, bookmark: Bookmark
    ) -> None:
        """Read the playlist in `first` (closed here) and choose a variant for `height` pixels.

        Raises:
            StreamError: what went wrong.
        """
        self._fetcher = fetcher
        self._cancel = cancel
        self._url = first.url
        self._buffer = memoryview(b"")
        self._queue: deque[Segment] = deque()
        self._bookmark = bookmark
        self._known = -1
        self._grew_s = time.monotonic()
        self._polled_s = time.monotonic()
        self._missing = 0
        self._pictureless = 0
        playlist = self._media(_text(first), height)
        self.target_s = playlist.target_s
        self.is_mp4 = playlist.map_uri is not None
        self.first_lag_s = 0.0
        self._join(playlist)

    def read(self, size: int) -> bytes:
        """Bytes of the presentation; waits for the next segment.

        Raises:
            StreamError: what went wrong.
        """
        while not self._buffer:
            self._buffer = memoryview(self._next())
        piece, self._buffer = self._buffer[:size], self._buffer[size:]
        return bytes(piece)

    def picture_seen(self) -> None:
        """A good picture came out of what was read."""
        self._pictureless = 0

    def _media(self, text: str, height: int) -> Playlist:
        playlist = parse(text)
        for _ in range(MASTERS_MAX):
            if not playlist.variants:
                return playlist
            self._url = urljoin(self._url, playlist.variant_for(height).uri)
            body = self._fetcher.open(self._url)
            self._url = body.url
            playlist = parse(_text(body))
        raise StreamError(Reason.UNSUPPORTED)

    def _join(self, playlist: Playlist) -> None:
        if not playlist.segments:
            raise StreamError(Reason.NOT_FOUND)
        newest = playlist.segments[-1]
        if newest != self._bookmark.newest:
            self._queue.append(newest)
            self._bookmark.newest = newest
        self._known = newest.sequence
        self.first_lag_s = newest.duration_s
        if playlist.map_uri is not None:
            self._buffer = memoryview(self._load(playlist.map_uri))

    def _next(self) -> bytes:
        while True:
            if self._cancel.is_set():
                raise StreamError(Reason.ENDED)
            if not self._queue:
                self._poll()
                continue
            segment = self._queue.popleft()
            try:
                data = self._load(segment.uri)
            except StreamError as error:
                if error.reason is not Reason.NOT_FOUND or self._missing >= MISSING_MAX:
                    raise
                self._missing += 1
                continue
            self._missing = 0
            self._pictureless += 1
            if self._pictureless > PICTURELESS_MAX:
                raise StreamError(Reason.GARBAGE)
            return data

    def _poll(self) -> None:
        pause_s = self._polled_s + self.target_s / 2 - time.monotonic()
        if self._cancel.wait(pause_s):
            return
        self._polled_s = time.monotonic()
        playlist = parse(_text(self._fetcher.open(self._url), self.target_s))
        fresh = [s for s in playlist.segments if s.sequence > self._known]
        if not fresh and playlist.segments and playlist.segments[-1].sequence < self._known - 1:
            fresh = [playlist.segments[-1]]  # the server began to count anew
        if fresh:
            self._grew_s = time.monotonic()
            self._known = fresh[-1].sequence
            self._bookmark.newest = fresh[-1]
            self._queue.extend(fresh if len(fresh) <= BEHIND_MAX else fresh[-1:])
        elif playlist.ended:
            raise StreamError(Reason.ENDED)
        elif time.monotonic() - self._grew_s > STALL_TARGETS * self.target_s:
            raise StreamError(Reason.STALLED)

    def _load(self, uri: str) -> bytes:
        body = self._fetcher.open(urljoin(self._url, uri))
        try:
            body.deadline_s = time.monotonic() + max(1.0, STALL_TARGETS * self.target_s)
            return body.read_all(SEGMENT_MAX)
        finally:
            body.close()


def _text(body: Body, target_s: float = 2.0) -> str:
    try:
        body.deadline_s = time.monotonic() + STALL_TARGETS * target_s
        return body.read_all(PLAYLIST_MAX).decode("utf-8", errors="replace")
    finally:
        body.close()
