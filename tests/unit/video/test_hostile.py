"""Whatever a camera server says, nothing but the room's cameras is ever fetched or opened.

The cameras stand at 127.0.0.1; a canary at 127.0.0.2 stands for everything inside the network
that no camera may make us touch, and counts who comes.
"""

import logging
import socket
import threading
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from command_center.video.cancel import Cancel
from command_center.video.engine import Engine
from command_center.video.ingest.opening import open_input
from command_center.video.ingest.segments import Bookmark
from command_center.video.model import CameraSpec, Reason, StreamError
from command_center.video.policy import StreamPolicy
from tests.unit.video.conftest import wait_until
from tests.video_farm import Farm, Fault, FaultKind

CANARY = "rahasia-c4n4ry"
POLICY = StreamPolicy.for_hosts([], ["127.0.0.1/32"])
HTTP = ("hls", "fmp4", "master", "mjpeg", "flv", "snapshot")
PLACES = [
    *[(protocol, FaultKind.REDIRECT) for protocol in (*HTTP, "rtsp")],
    ("hls", FaultKind.FOREIGN_SEGMENT),
    ("fmp4", FaultKind.FOREIGN_SEGMENT),
    ("fmp4", FaultKind.FOREIGN_MAP),
    ("master", FaultKind.FOREIGN_VARIANT),
]
REFUSED = {Reason.UNSUPPORTED, Reason.BLOCKED_HOST, Reason.GARBAGE, Reason.SERVER_ERROR}
LURES = [
    "http://{canary}/a",
    "https://{canary}/a",
    "rtsp://{canary}/a",
    "rtsps://{canary}/a",
    "tcp://{canary}",
    "udp://{canary}",
    "rtp://{canary}",
    "rtmp://{canary}/a",
    "ftp://{canary}/a",
    "gopher://{canary}/a",
    "hls+http://{canary}/a.m3u8",
    "httpproxy://{canary}/a",
    "crypto+http://{canary}/a",
    "cache:http://{canary}/a",
    "async:http://{canary}/a",
    "concat:http://{canary}/a|http://{canary}/b",
    "concatf:{secret}",
    "subfile,,start,0,end,9000,,:{secret}",
    "file://{secret}",
    "file:{secret}",
    "{secret}",
    "pipe:0",
    "fd:0",
    "unix:{secret}",
    "data:video/mp2t;base64,R0AAEAA=",
    "ffconcat version 1.0%0Afile http://{canary}/a",
    "http://127.0.0.1@{canary}/a",
    "http://127.0.0.1%2F@{canary}/a",
    "http://{canary}%00.127.0.0.1/a",
    "//{canary}/a",
    "\\\\{canary}\\a",
    "http:\\\\{canary}\\a",
    "http://169.254.169.254/latest/meta-data/",
    "http://[::ffff:127.0.0.2]:{port}/a",
    "http://0177.0.0.2:{port}/a",
    "http://2130706434:{port}/a",
    "http://0x7f.2:{port}/a",
    "http://127.2:{port}/a",
    "http://localhost:{port}/a",
    "http://[::1]:{port}/a",
    "http://0.0.0.0:{port}/a",
    "http://metadata.google.internal/a",
    "javascript:alert(1)",
    "http://",
    "http://:80/",
    "http://127.0.0.1:0/a",
    "http://127.0.0.1:65536/a",
]


class Canary:
    """Listens where nobody may come."""

    def __init__(self) -> None:
        self._server = socket.create_server(("127.0.0.2", 0))
        self.port: int = self._server.getsockname()[1]
        self.visitors = 0
        self._thread = threading.Thread(target=self._count, daemon=True)
        self._thread.start()

    def _count(self) -> None:
        while True:
            try:
                visitor, _ = self._server.accept()
            except OSError:
                return
            self.visitors += 1
            visitor.close()

    def close(self) -> None:
        self._server.shutdown(socket.SHUT_RDWR)
        self._server.close()
        self._thread.join(5)


@pytest.fixture(scope="module")
def canary() -> Iterator[Canary]:
    standing = Canary()
    yield standing
    standing.close()


@pytest.fixture(scope="module")
def secret(farm: Farm, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file that would play if anything opened it."""
    file: Path = tmp_path_factory.mktemp("private") / "film.ts"
    file.write_bytes(farm.show_of("a").segments.ts(0, 0))
    return file


def opened(url: str) -> Reason | None:
    try:
        live = open_input(url, POLICY, Cancel(), 90, Bookmark())
    except StreamError as error:
        return error.reason
    try:
        next(live.container.demux(live.stream))
        return live.failure()
    finally:
        live.close()


def filled(lure: str, canary: Canary, secret: Path) -> str:
    return lure.format(canary=f"127.0.0.2:{canary.port}", port=canary.port, secret=secret)


def test_the_canary_counts(canary: Canary) -> None:
    before = canary.visitors
    socket.create_connection(("127.0.0.2", canary.port)).close()
    assert wait_until(lambda: canary.visitors == before + 1)


@pytest.mark.parametrize("lure", LURES)
def test_an_address_that_is_no_camera_of_the_room_is_not_opened(
    canary: Canary, secret: Path, lure: str
) -> None:
    before = canary.visitors
    assert opened(filled(lure, canary, secret)) in {Reason.UNSUPPORTED, Reason.BLOCKED_HOST}
    assert canary.visitors == before


@pytest.mark.parametrize("place", PLACES, ids="-".join)
def test_nothing_a_camera_says_leads_there(
    farm: Farm, canary: Canary, secret: Path, place: tuple[str, FaultKind]
) -> None:
    protocol, kind = place
    before = canary.visitors
    for lure in LURES:
        location = filled(lure, canary, secret)
        farm.faults["lure"] = Fault(kind, location=location)
        reason = opened(farm.url(protocol, "lure"))
        # What is no whole address is a name on the camera's own server, wherever it points.
        own = urlsplit(location).scheme == "" and not location.startswith("//")
        assert own or reason in REFUSED, lure
    assert canary.visitors == before


def test_a_segment_is_media_and_never_a_list_of_files(
    farm: Farm, canary: Canary, secret: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Containers are named, not guessed, so what a segment pretends to be does not matter."""
    at = f"127.0.0.2:{canary.port}"
    texts = [
        f"ffconcat version 1.0\nfile '{secret}'\n",
        f"#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nhttp://{at}/a.ts\n",
        f"v=0\r\nc=IN IP4 127.0.0.2\r\nm=video {canary.port} RTP/AVP 96\r\n",
        f"<?xml version='1.0'?><MPD><BaseURL>http://{at}/</BaseURL></MPD>",
        f"[Reference]\nRef1=http://{at}/a\n",
    ]
    before = canary.visitors
    segments = farm.show_of("a").segments
    for text in texts:
        body = text.encode() * (20_000 // len(text))
        monkeypatch.setattr(segments, "ts", lambda first, stamp, body=body: body)
        assert opened(farm.url("hls", "pretender")) is not None, text
    assert canary.visitors == before


@pytest.mark.usefixtures("failing_cameras")
@pytest.mark.parametrize("protocol", [*HTTP, "rtsp"])
def test_no_password_in_logs_errors_or_states(
    farm: Farm, caplog: pytest.LogCaptureFixture, protocol: str
) -> None:
    caplog.set_level(logging.DEBUG)
    kinds = [FaultKind.UNAUTHORISED, FaultKind.NOT_FOUND, FaultKind.GARBAGE, FaultKind.KILL]
    specs = []
    for kind in kinds:
        name = f"pw-{protocol}-{kind}"
        farm.faults[name] = Fault(kind)
        specs.append(CameraSpec(name, name, farm.url(protocol, name, f"me:{CANARY}")))
    engine = Engine(POLICY)
    engine.show(specs)
    down = [spec.id for spec in specs if not spec.id.endswith("kill") or protocol != "snapshot"]
    if protocol in ("hls", "fmp4", "master", "snapshot"):
        down = [camera for camera in down if not camera.endswith("kill")]
    if protocol == "master":
        down = [camera for camera in down if not camera.endswith("garbage")]
    try:
        assert wait_until(lambda: all(engine.status(c).reason is not None for c in down))
        told = [repr(engine.status(spec.id)) for spec in specs] + [repr(spec) for spec in specs]
        assert CANARY not in "".join(told)
    finally:
        assert engine.close(25.0)
    assert CANARY not in caplog.text
    assert CANARY not in repr(POLICY.admit(specs[0].url))


def test_a_description_that_points_elsewhere_is_not_followed(
    farm: Farm, canary: Canary, monkeypatch: pytest.MonkeyPatch
) -> None:
    track = farm.show_of("a").track
    text = track.description().replace("0.0.0.0", "127.0.0.2")
    text = text.replace("control:track0", f"control:rtsp://127.0.0.2:{canary.port}/track0")
    monkeypatch.setattr(track, "description", lambda: text)
    before = canary.visitors
    assert opened(farm.url("rtsp", "sdp")) is None, "the pictures come on the connection we have"
    assert canary.visitors == before
