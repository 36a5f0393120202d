"""Opens a camera address as a container: RTSP by the library, HTTP by our own fetcher.

RTSP is opened at the resolved address, so a name cannot move between check and use. What the
library offers no hook for: an RTSP redirect answer is followed without asking the policy, and
rtsps certificates are not verified (cameras sign their own).
"""

import logging
import math
import time
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import quote

import av
from av.codec.context import Flags
from av.container import InputContainer
from av.video.stream import VideoStream

from command_center.video.cancel import Cancel
from command_center.video.fetch import Body, Fetcher
from command_center.video.model import Reason, StreamError
from command_center.video.policy import Endpoint, StreamPolicy
from command_center.video.reasons import reason_of
from command_center.video.segments import Bookmark, SegmentFile

CONNECT_S = 5.0
READ_S = 2.0
HLS_CONNECT_S = 10.0
PIXELS_MAX = 7680 * 4320
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


@dataclass
class LiveInput:
    """An open camera. `segment_s` is 0 unless the stream comes in segments.

    A packet that took `read_s` to come is what the library found in its pockets after giving
    up: old, and not to be shown.
    """

    container: InputContainer
    stream: VideoStream
    segment_s: float
    lag_s: float
    read_s: float
    picture_seen: Callable[[], None]
    close: Callable[[], None]
    failure: Callable[[], Reason | None]


class _Tap:
    """Feeds the demuxer; a failure becomes the end of the file and is remembered.

    The library asks again after an error and reports only the last one, so errors must not
    cross it.
    """

    def __init__(self, source: SegmentFile | Body) -> None:
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
    url: str, policy: StreamPolicy, cancel: Cancel, height: int, bookmark: Bookmark
) -> LiveInput:
    """Connect to `url`; `height` is the tile's, for choosing a variant. Owner threads only.

    Raises:
        StreamError: what went wrong.
    """
    endpoint = policy.admit(url)
    if endpoint.scheme in RTSP_PROTOCOLS:
        return _open_rtsp(endpoint)
    path = endpoint.target.split("?", 1)[0].lower()
    connect_s = HLS_CONNECT_S if path.endswith(".m3u8") else CONNECT_S
    fetcher = Fetcher(policy, cancel, connect_s, connect_s)
    body = fetcher.open(url)
    if "mpegurl" in body.content_type or body.url.split("?", 1)[0].lower().endswith(".m3u8"):
        return _open_hls(SegmentFile(body, fetcher, cancel, height, bookmark))
    if body.content_type.startswith("multipart/"):
        return _open_mjpeg(body)
    body.close()
    raise StreamError(Reason.UNSUPPORTED)


def _open_rtsp(endpoint: Endpoint) -> LiveInput:
    host = f"[{endpoint.address}]" if ":" in endpoint.address else endpoint.address
    login = ""
    if endpoint.user:
        login = f"{quote(endpoint.user, safe='')}:{quote(endpoint.password, safe='')}@"
    url = f"{endpoint.scheme}://{login}{host}:{endpoint.port}{endpoint.target}"
    options = {**RTSP_OPTIONS, "protocol_whitelist": RTSP_PROTOCOLS[endpoint.scheme]}
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


def _open_hls(file: SegmentFile) -> LiveInput:
    tap = _Tap(file)
    container = _open_tap(tap, "mp4" if file.is_mp4 else "mpegts", TS_OPTIONS)
    return LiveInput(
        container,
        _picture_stream(container),
        file.target_s,
        file.first_lag_s,
        math.inf,
        file.picture_seen,
        container.close,
        tap.failure,
    )


def _open_mjpeg(body: Body) -> LiveInput:
    def picture_seen() -> None:
        body.deadline_s = time.monotonic() + READ_S

    def close() -> None:
        container.close()
        body.close()

    tap = _Tap(body)
    picture_seen()
    try:
        container = _open_tap(tap, "mpjpeg", {})
        stream = _picture_stream(container)
    except StreamError:
        body.close()
        raise
    return LiveInput(container, stream, 0.0, 0.0, math.inf, picture_seen, close, tap.failure)


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
