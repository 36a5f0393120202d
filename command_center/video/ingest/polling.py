"""A camera that sends single pictures, asked again and again, as one endless file."""

import hashlib
import re
import time
from collections.abc import Callable
from email.utils import parsedate_to_datetime

from command_center.video.cancel import Cancel
from command_center.video.ingest.calendar import Calendar
from command_center.video.ingest.fetch import Body, Fetcher
from command_center.video.ingest.pixels import PIXELS_MAX, PNG, size_of
from command_center.video.model import Reason, StreamError

PICTURE_MAX = 16_000_000
POLL_S = 5.0  # unless the camera is said to bear more
POLL_LEAST_S = 0.5
ASKED_MAX_S = 60.0  # as rarely as a server may ask to be polled
READ_S = 5.0
TICK_S = 0.04  # the demuxer stamps pictures 25 a second, whenever they come
_MAX_AGE = re.compile(r"max-age=(\d{1,6})")


class PolledPictures:
    """What the demuxer reads: the pictures of a snapshot address, each only once.

    `answered` is called at each answer, be it that nothing has changed.
    """

    def __init__(self, first: Body, fetcher: Fetcher, cancel: Cancel, poll_s: float) -> None:
        """Read the picture in `first`, closed here; `poll_s` 0 for as often as is polite.

        Raises:
            StreamError: it is no picture.
        """
        self.calendar = Calendar()
        self.poll_s = max(POLL_LEAST_S, poll_s or _polite_s(first))
        self.answered: Callable[[], None] = _nobody
        self._asked_s = time.monotonic()
        self._fetcher = fetcher
        self._cancel = cancel
        self._url = first.url
        self._validators: dict[str, str] = {}
        self._hash = b""
        self._count = 0
        data = self._picture(first)
        self.container = "png_pipe" if data and data.startswith(PNG) else "mpjpeg"
        self._buffer = memoryview(self._wrapped(data or b""))

    def read(self, size: int) -> bytes:
        """Bytes of the next picture; waits for a new one.

        Raises:
            StreamError: what went wrong.
        """
        while not self._buffer:
            if self._cancel.wait(self._asked_s + self.poll_s - time.monotonic()):
                raise StreamError(Reason.ENDED)
            self._asked_s = time.monotonic()
            data = self._picture(self._fetcher.open(self._url, self._validators))
            self.answered()
            if data is not None:
                self._buffer = memoryview(self._wrapped(data))
        piece, self._buffer = self._buffer[:size], self._buffer[size:]
        return bytes(piece)

    def _picture(self, body: Body) -> bytes | None:
        """A new picture; None for the one that is known."""
        try:
            if body.status == 304:
                return None
            body.deadline_s = time.monotonic() + READ_S
            data = body.read_all(PICTURE_MAX)
        finally:
            body.close()
        self._validators = body.validators()
        size = size_of(data)
        if size is None or not 0 < size[0] * size[1] <= PIXELS_MAX:
            raise StreamError(Reason.GARBAGE)
        seen, self._hash = self._hash, hashlib.sha256(data).digest()
        if seen == self._hash:
            return None
        self._date(body)
        self._count += 1
        return data

    def _wrapped(self, data: bytes) -> bytes:
        if self.container == "png_pipe":
            return data
        head = f"--p\r\nContent-Type: image/jpeg\r\nContent-Length: {len(data)}\r\n\r\n"
        return head.encode() + data + b"\r\n"

    def _date(self, body: Body) -> None:
        at_s = _seconds(body.headers["Last-Modified"])
        now_s = _seconds(body.headers["Date"])
        if at_s is None:
            return
        self.calendar.note(self._count * TICK_S, at_s)
        if now_s is not None:
            self.calendar.heard(now_s, time.time())


def _nobody() -> None:
    return


def _polite_s(first: Body) -> float:
    """As long as the server says a picture stays new, within bounds."""
    found = _MAX_AGE.search(first.headers["Cache-Control"] or "")
    return min(ASKED_MAX_S, max(POLL_S, float(found[1]))) if found else POLL_S


def _seconds(text: str | None) -> float | None:
    try:
        return parsedate_to_datetime(text).timestamp() if text else None
    except ValueError:
        return None
