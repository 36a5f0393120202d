"""Opens a camera address as a container: RTSP by the library, HTTP by our own fetcher.

RTSP is asked by us first (`rtsp`), then opened at the resolved address, so a name cannot move
between check and use. The library follows redirects without asking the policy: a camera that
answers otherwise the second time can make it knock, with no more than an RTSP greeting.
"""

import logging
import math
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import quote

import av
from av.codec.context import Flags
from av.container import InputContainer
from av.video.stream import VideoStream

from command_center.video.cancel import Cancel
from command_center.video.ingest.calendar import Calendar
from command_center.video.ingest.fetch import Body, Fetcher
from command_center.video.ingest.pixels import PIXELS_MAX
from command_center.video.ingest.polling import PolledPictures
from command_center.video.ingest.reasons import reason_of
from command_center.video.ingest.rtsp import describe
from command_center.video.ingest.segments import Bookmark, SegmentFile
from command_center.video.ingest.trust import trust_file
from command_center.video.model import Reason, StreamError
from command_center.video.policy import Endpoint, StreamPolicy

CONNECT_S = 5.0
READ_S = 2.0
HLS_CONNECT_S = 10.0
RTSP_OPTIONS = {
    "rtsp_transport": "tcp",
    "probesize": "32",
    "analyzeduration": "0",
    "fflags": "nobuffer",
    "allowed_media_types": "video",
}
RTSP_PROTOCOLS = {"rtsp": "tcp", "rtsps": "tcp,tls"}
log = logging.getLogger(__name__)
TS_OPTIONS = {"probesize": "500000", "analyzeduration": "500000"}
STILL_OPTIONS = {"probesize": "32", "analyzeduration": "0", "fpsprobesize": "0"}
IMAGES = ("image/jpeg", "image/jpg", "image/png")
FLV_TYPES = ("video/x-flv", "video/flv")


@dataclass
class LiveInput:
    """An open camera. `segment_s` is 0 unless the stream comes in segments.

    A packet that took `read_s` to come is what the library found in its pockets after giving
    up: old, and not to be shown. `paced`: pictures are to be shown by their time stamps.
    `poll_s`: it is asked for single pictures that often (0: it is not); `tell_answers(call)`
    has each answer told, be it that nothing has changed. `calendar` knows when pictures were
    taken, by the camera's own clock; it is empty where the camera tells no time.
    """

    container: InputContainer
    stream: VideoStream
    segment_s: float
    lag_s: float
    read_s: float
    picture_seen: Callable[[], None]
    close: Callable[[], None]
    failure: Callable[[], Reason | None]
    paced: bool = False
    poll_s: float = 0.0
    pictures: PolledPictures | None = None
    calendar: Calendar = field(default_factory=Calendar)

    def taken_at_s(self, stamp_s: float) -> float | None:
        """When a picture was taken by the camera's own clock, seconds since 1970."""
        return self.calendar.taken_at_s(stamp_s)

    def ahead_s(self) -> float | None:
        """How far the camera's clock is ahead of ours at least; None where it tells no time."""
        return self.calendar.ahead_s()

    def tell_answers(self, call: Callable[[], None]) -> None:
        """Call it at each answer to a poll; never for a camera that sends by itself."""
        if self.pictures is not None:
            self.pictures.answered = call


class _Tap:
    """Feeds the demuxer; a failure becomes the end of the file and is remembered.

    The library asks again after an error and reports only the last one, so errors must not
    cross it.
    """

    def __init__(self, source: SegmentFile | PolledPictures | Body) -> None:
        self._source = source
        self.failed: Reason | None = None

    def read(self, size: int) -> bytes:
        if self.failed is not None:
            return b""
        try:
            return self._source.read(size)
        except StreamError as error:
            self.failed = error.reason
        except Exception:
            self.failed = Reason.INTERNAL
            log.exception("unexpected error while reading a stream")
        return b""

    def failure(self) -> Reason | None:
        return self.failed


def open_input(
    url: str,
    policy: StreamPolicy,
    cancel: Cancel,
    height: int,
    bookmark: Bookmark,
    poll_s: float = 0.0,
) -> LiveInput:
    """Connect to `url`; `height` is the tile's, for choosing a variant; `poll_s` how often to
    ask for single pictures, 0 for as often as is polite. Owner threads only.

    Raises:
        StreamError: what went wrong.
    """
    endpoint = policy.admit(url)
    if endpoint.scheme in RTSP_PROTOCOLS:
        return _open_rtsp(describe(url, policy, cancel, CONNECT_S), policy)
    connect_s = HLS_CONNECT_S if _suffix(url) == "m3u8" else CONNECT_S
    fetcher = Fetcher(policy, cancel, connect_s, connect_s)
    try:
        return open_answer(fetcher.open(url), fetcher, cancel, height, bookmark, poll_s)
    except BaseException:
        fetcher.close()
        raise


def open_answer(
    body: Body, fetcher: Fetcher, cancel: Cancel, height: int, bookmark: Bookmark, poll_s: float
) -> LiveInput:
    """What an HTTP server answered, by what it says that it is.

    Raises:
        StreamError: what went wrong; the fetcher is the caller's to close then.
    """
    content, suffix = body.content_type.split(";")[0].strip(), _suffix(body.url)
    if "mpegurl" in content or suffix == "m3u8":
        return _open_hls(SegmentFile(body, fetcher, cancel, height, bookmark), fetcher)
    if content in IMAGES:
        return _open_polled(PolledPictures(body, fetcher, cancel, poll_s), fetcher)
    if content.startswith("multipart/"):
        return _open_endless(body, fetcher, "mpjpeg", {}, False)
    if content in FLV_TYPES or (suffix == "flv" and not content.startswith("text/")):
        return _open_endless(body, fetcher, "flv", TS_OPTIONS, True)
    if content == "video/mp2t":
        return _open_endless(body, fetcher, "mpegts", TS_OPTIONS, True)
    body.close()
    raise StreamError(Reason.UNSUPPORTED)


def _suffix(url: str) -> str:
    name = url.split("?", 1)[0].rpartition("/")[2]
    return name.rpartition(".")[2].lower()


def _open_rtsp(endpoint: Endpoint, policy: StreamPolicy) -> LiveInput:
    host = f"[{endpoint.address}]" if ":" in endpoint.address else endpoint.address
    login = ""
    if endpoint.user:
        login = f"{quote(endpoint.user, safe='')}:{quote(endpoint.password, safe='')}@"
    url = f"{endpoint.scheme}://{login}{host}:{endpoint.port}{endpoint.target}"
    options = {**RTSP_OPTIONS, "protocol_whitelist": RTSP_PROTOCOLS[endpoint.scheme]}
    if endpoint.scheme == "rtsps":
        known = trust_file(policy.authorities)
        options |= {"tls_verify": "1", "ca_file": known, "verifyhost": endpoint.host}
    began_s = time.monotonic()
    try:
        container = av.open(url, "r", format="rtsp", options=options, timeout=(CONNECT_S, READ_S))
    except av.error.FFmpegError as error:
        late = time.monotonic() - began_s >= CONNECT_S
        raise StreamError(Reason.TIMEOUT if late else reason_of(error, True)) from None
    stream = _picture_stream(container)
    stream.codec_context.flags |= Flags.low_delay
    return LiveInput(
        container, stream, 0.0, 0.0, 0.95 * READ_S, _nothing, container.close, lambda: None
    )


def _open_hls(file: SegmentFile, fetcher: Fetcher) -> LiveInput:
    def close() -> None:
        container.close()
        fetcher.close()

    tap = _Tap(file)
    container = _open_tap(tap, "mp4" if file.is_mp4 else "mpegts", TS_OPTIONS)
    return LiveInput(
        container,
        _picture_stream(container),
        file.target_s,
        file.first_lag_s,
        math.inf,
        file.picture_seen,
        close,
        tap.failure,
        paced=True,
        calendar=file.calendar,
    )


def _open_polled(pictures: PolledPictures, fetcher: Fetcher) -> LiveInput:
    def close() -> None:
        container.close()
        fetcher.close()

    tap = _Tap(pictures)
    container = _open_tap(tap, pictures.container, STILL_OPTIONS)
    return LiveInput(
        container,
        _picture_stream(container),
        0.0,
        0.0,
        math.inf,
        _nothing,
        close,
        tap.failure,
        poll_s=pictures.poll_s,
        pictures=pictures,
        calendar=pictures.calendar,
    )


def _open_endless(
    body: Body, fetcher: Fetcher, name: str, options: dict[str, str], paced: bool
) -> LiveInput:
    """One answer that never ends: MJPEG, FLV, or the transport stream of a relay."""

    def picture_seen() -> None:
        body.deadline_s = time.monotonic() + READ_S

    def close() -> None:
        container.close()
        body.close()
        fetcher.close()

    tap = _Tap(body)
    picture_seen()
    try:
        container = _open_tap(tap, name, options)
        stream = _picture_stream(container)
    except StreamError:
        body.close()
        raise
    return LiveInput(
        container,
        stream,
        0.0,
        0.0,
        math.inf,
        picture_seen,
        close,
        tap.failure,
        paced=paced,
    )


def _open_tap(tap: _Tap, container_format: str, options: dict[str, str]) -> InputContainer:
    try:
        return av.open(tap, "r", format=container_format, options=options)
    except av.error.FFmpegError as error:
        raise StreamError(tap.failed or reason_of(error, True)) from None


def _picture_stream(container: InputContainer) -> VideoStream:
    """The first video stream, one thread; closes the container where there is none."""
    for stream in container.streams.video[:1]:
        if stream.codec_context.width * stream.codec_context.height <= PIXELS_MAX:
            stream.codec_context.thread_count = 1
            return stream
    container.close()
    raise StreamError(Reason.UNSUPPORTED)


def _nothing() -> None:
    return
