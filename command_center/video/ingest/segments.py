"""A live HLS presentation as one endless file: polls the playlist, chains the segments."""

import time
from collections import deque
from dataclasses import dataclass
from urllib.parse import urljoin

from command_center.video.cancel import Cancel
from command_center.video.ingest.calendar import Calendar
from command_center.video.ingest.fetch import Body, Fetcher
from command_center.video.ingest.playlist import Part, Playlist, Segment, parse
from command_center.video.ingest.stamps import mp4_clock, mp4_first_s, ts_first_s
from command_center.video.model import Reason, StreamError

PLAYLIST_MAX = 1_000_000
SEGMENT_MAX = 64_000_000
STALL_TARGETS = 3  # target durations without a new segment
RETRY_DUE, RETRY_OVERDUE = 1 / 8, 1 / 2  # of the target duration, to the next question
EARLIER = 1 / 20  # of it: ask so much earlier each time, until it is too early
DUE_TARGETS = 1.5
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
        self.calendar = Calendar()
        self._fetcher = fetcher
        self._cancel = cancel
        self._url = first.url
        self._validators = first.validators()
        self._buffer = memoryview(b"")
        self._queue: deque[Segment] = deque()
        self._bookmark = bookmark
        self._known = -1
        self._grew_s = time.monotonic()
        self._poll_s = 0.0
        self._missing = 0
        self._missed: Segment | None = None
        self._pictureless = 0
        self._initial: Part | None = None
        self._initial_data = b""
        playlist = self._media(_text(first), height)
        self.target_s = playlist.target_s
        self.first_lag_s = 0.0
        self._join(playlist)

    @property
    def is_mp4(self) -> bool:
        """Fragmented MP4, else MPEG-TS."""
        return self._initial is not None

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
            body = self._fetcher.open(urljoin(self._url, playlist.variant_for(height).uri))
            self._url, self._validators = body.url, body.validators()
            playlist = parse(_text(body))
        raise StreamError(Reason.UNSUPPORTED)

    def _join(self, playlist: Playlist) -> None:
        if not playlist.segments:
            raise StreamError(Reason.ENDED if playlist.ended else Reason.NOT_STARTED)
        newest = playlist.segments[-1]
        if newest != self._bookmark.newest:
            self._queue.append(newest)
            self._bookmark.newest = newest
        self._known = newest.sequence
        self._poll_s = time.monotonic() + RETRY_DUE * self.target_s
        if newest.at_s is not None:
            self.calendar.heard(newest.at_s + newest.duration_s, time.time())
        self.first_lag_s = newest.duration_s
        self._initial = newest.initial
        if newest.initial is not None:
            self._initial_data = self._load(newest.initial)
            self._buffer = memoryview(self._initial_data)

    def _next(self) -> bytes:
        while True:
            if self._cancel.is_set():
                raise StreamError(Reason.ENDED)
            if not self._queue:
                self._poll()
                continue
            segment = self._queue.popleft()
            try:
                self._keep_initial(segment.initial)
                data = self._load(segment.part)
            except StreamError as error:
                if error.reason is not Reason.NOT_FOUND or self._missing >= MISSING_MAX:
                    raise
                self._missing += 1
                self._missed = segment
                continue
            self._missing = 0
            self._pictureless += 1
            if self._pictureless > PICTURELESS_MAX:
                raise StreamError(Reason.GARBAGE)
            self._date(segment, data)
            return data

    def _keep_initial(self, initial: Part | None) -> None:
        """Another map means another decoder, and so another connection."""
        if initial == self._initial:
            return
        if initial is None or self._load(initial) != self._initial_data:
            raise StreamError(Reason.ENDED)
        self._initial = initial

    def _date(self, segment: Segment, data: bytes) -> None:
        if segment.at_s is None:
            return
        if self._initial is None:
            first_s = ts_first_s(data)
        else:
            clock = mp4_clock(self._initial_data)
            first_s = None if clock is None else mp4_first_s(data, clock)
        if first_s is not None:
            self.calendar.note(first_s, segment.at_s)

    def _poll(self) -> None:
        if self._cancel.wait(self._poll_s - time.monotonic()):
            return
        polled_s = time.monotonic()
        # Once is enough where segments come punctually; more often while one is due, so that it
        # is found soon; and seldom where none has come for long.
        due = polled_s - self._grew_s < DUE_TARGETS * self.target_s
        self._poll_s = polled_s + self.target_s * (RETRY_DUE if due else RETRY_OVERDUE)
        playlist = self._newer()
        fresh = [] if playlist is None else self._fresh(playlist.segments)
        if fresh:
            self._grew_s = time.monotonic()
            self._poll_s = polled_s + fresh[-1].duration_s - EARLIER * self.target_s
            self._known = fresh[-1].sequence
            self._bookmark.newest = fresh[-1]
            self._queue.extend(fresh if len(fresh) <= BEHIND_MAX else fresh[-1:])
            if fresh[-1].at_s is not None:
                self.calendar.heard(fresh[-1].at_s + fresh[-1].duration_s, time.time())
        elif playlist is not None and playlist.ended:
            raise StreamError(Reason.ENDED)
        elif time.monotonic() - self._grew_s > STALL_TARGETS * self.target_s:
            raise StreamError(Reason.STALLED)

    def _newer(self) -> Playlist | None:
        """The playlist; None when the server says that it is still the same."""
        body = self._fetcher.open(self._url, self._validators)
        if body.status == 304:
            body.close()
            return None
        self._validators = body.validators()
        return parse(_text(body, self.target_s))

    def _fresh(self, segments: tuple[Segment, ...]) -> list[Segment]:
        fresh = [s for s in segments if s.sequence > self._known or self._is_mended(s)]
        if not fresh and segments and segments[-1].sequence < self._known - len(segments):
            return [segments[-1]]  # the server began to count anew
        return fresh

    def _is_mended(self, segment: Segment) -> bool:
        """A playlist cut short on its way names a file that is not there; the next one does."""
        missed = self._missed
        return missed is not None and (
            segment.sequence == missed.sequence and segment.uri != missed.uri
        )

    def _load(self, part: Part) -> bytes:
        wanted = {}
        if part.span is not None:
            first, count = part.span
            wanted = {"Range": f"bytes={first}-{first + count - 1}"}
        body = self._fetcher.open(urljoin(self._url, part.uri), wanted)
        try:
            body.deadline_s = time.monotonic() + max(1.0, STALL_TARGETS * self.target_s)
            data = body.read_all(SEGMENT_MAX)
        finally:
            body.close()
        if part.span is not None and body.status == 200:
            return data[part.span[0] : sum(part.span)]
        return data


def _text(body: Body, target_s: float = 2.0) -> str:
    try:
        body.deadline_s = time.monotonic() + STALL_TARGETS * target_s
        return body.read_all(PLAYLIST_MAX).decode("utf-8", errors="replace")
    finally:
        body.close()
