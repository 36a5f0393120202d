"""Which addresses are fetched, and that secrets stay out of every text."""

import logging
import socket
import threading
from collections.abc import Callable

import pytest

from command_center.runtime.redact import redact
from command_center.video.cancel import Cancel
from command_center.video.engine import Engine
from command_center.video.ingest.fetch import Fetcher
from command_center.video.model import CameraSpec, CameraState, Reason, StreamError
from command_center.video.policy import Endpoint, StreamPolicy
from tests.unit.video.conftest import wait_until
from tests.video_farm import Farm, Fault, FaultKind

CANARY = "rahasia-c4n4ry"
LIVE = {"cctv.example": ["10.1.2.3"], "rebound.example": ["10.1.2.3", "127.0.0.1"]}


def live_policy(networks: tuple[str, ...] = ()) -> StreamPolicy:
    known = StreamPolicy.for_hosts([*LIVE, "gone.example", "10.9.9.9"], networks)

    def resolver(host: str, port: int) -> list[str]:
        if host not in LIVE:
            raise socket.gaierror(socket.EAI_NONAME, "unknown")
        return LIVE[host]

    return StreamPolicy(known.hosts, known.networks, known.schemes, resolver)


def refusal(call: Callable[[], object]) -> Reason:
    with pytest.raises(StreamError) as caught:
        call()
    return caught.value.reason


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "concat:a|b",
        "subfile,,start,0,end,9,,:/etc/passwd",
        "data:text/plain,x",
        "rtmp://127.0.0.1/a",
        "udp://127.0.0.1:5000",
        "crypto:file:///etc/passwd",
        "/etc/passwd",
        "http://",
        "http://127.0.0.1:0/a",
        "http://127.0.0.1:99999/a",
        "http://127.0.0.1\\@10.0.0.1/a",
        "http://127.0.0.1/a b",
        "http://127.0.0.1/a\r\nX: y",
        "http://127.0.0.1/" + "a" * 3000,
    ],
)
def test_schemes_and_forms_that_are_never_opened(url: str) -> None:
    assert refusal(lambda: StreamPolicy.loopback_only().admit(url)) is Reason.UNSUPPORTED


@pytest.mark.parametrize(
    "url",
    [
        "http://10.0.0.1/a",
        "rtsp://cctv.example/a",
        "http://127.0.0.1@10.0.0.1/a",
        "http://169.254.169.254/latest",
        "http://2130706434.example/a",
        "http://[::ffff:10.0.0.1]/a",
    ],
)
def test_the_exercise_stays_on_this_machine(url: str) -> None:
    assert refusal(lambda: StreamPolicy.loopback_only().admit(url)) is Reason.BLOCKED_HOST


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("http://other.example/a", Reason.BLOCKED_HOST),
        ("http://127.0.0.1/a", Reason.BLOCKED_HOST),
        ("http://localhost/a", Reason.BLOCKED_HOST),
        ("http://10.1.2.3/a", Reason.BLOCKED_HOST),
        ("http://rebound.example/a", Reason.BLOCKED_HOST),
        ("http://2130706433/a", Reason.BLOCKED_HOST),
        ("http://gone.example/a", Reason.UNRESOLVABLE),
    ],
)
def test_the_live_room_fetches_registered_hosts_only(url: str, reason: Reason) -> None:
    assert refusal(lambda: live_policy().admit(url)) is reason


def test_admitted_addresses_are_resolved_once_and_taken_apart() -> None:
    found = live_policy().admit("rtsp://user:p%40ss@CCTV.example./live?x=1")
    assert found == Endpoint("rtsp", "cctv.example", 554, "10.1.2.3", "/live?x=1", "user", "p@ss")
    assert live_policy().admit("http://10.9.9.9/a").address == "10.9.9.9"
    assert live_policy(("10.1.0.0/16",)).admit("http://10.1.7.7/a").port == 80
    assert StreamPolicy.loopback_only().admit("http://127.0.0.1:81/a").port == 81


@pytest.mark.usefixtures("failing_cameras")
@pytest.mark.parametrize("kind", [FaultKind.REDIRECT, FaultKind.FOREIGN_SEGMENT])
@pytest.mark.parametrize("inside", ["http://127.0.0.1:{port}/secret", "file:///etc/passwd"])
def test_no_redirect_and_no_playlist_leads_elsewhere(
    farm: Farm, kind: FaultKind, inside: str
) -> None:
    """A server on this machine that the policy does not list hears nothing."""
    with socket.create_server(("127.0.0.1", 0)) as canary:
        canary.setblocking(False)
        port = farm.ports["http"]
        url = f"http://cctv.example:{port}/hls/lure/live.m3u8"
        farm.faults["lure"] = Fault(kind, location=inside.format(port=canary.getsockname()[1]))
        policy = StreamPolicy(
            frozenset({"cctv.example"}), resolver=lambda host, port: ["127.0.0.1"]
        )
        assert refusal(lambda: policy.admit(url)) is Reason.BLOCKED_HOST, "not even the lure"
        engine = Engine(_trusting(policy))
        engine.show([CameraSpec("lure", "l", url)])
        assert wait_until(lambda: engine.status("lure").failures > 0)
        expected = Reason.UNSUPPORTED if inside.startswith("file") else Reason.BLOCKED_HOST
        assert engine.status("lure").reason is expected
        assert engine.close(10.0)
        with pytest.raises(BlockingIOError):
            canary.accept()


def _trusting(policy: StreamPolicy) -> StreamPolicy:
    """The lure itself may be fetched, by name only."""

    class Trusting(StreamPolicy):
        def admit(self, url: str) -> Endpoint:
            if url.startswith("http://cctv.example:"):
                host, _, rest = url.removeprefix("http://cctv.example:").partition("/")
                return Endpoint("http", "cctv.example", int(host), "127.0.0.1", f"/{rest}")
            return super().admit(url)

    return Trusting(policy.hosts, policy.networks, policy.schemes, policy.resolver)


def test_redirects_end(farm: Farm) -> None:
    url = farm.url("mjpeg", "loop")
    farm.faults["loop"] = Fault(FaultKind.REDIRECT, location=url)
    farm.requests.clear()
    fetcher = Fetcher(StreamPolicy.loopback_only(), Cancel(), 5.0, 5.0)
    assert refusal(lambda: fetcher.open(url)) is Reason.UNSUPPORTED
    fetcher.close()
    assert farm.requests["loop"] == 6


def test_credentials_are_shown_to_their_own_host_only() -> None:
    heard: list[bytes] = []
    with (
        socket.create_server(("127.0.0.1", 0)) as first,
        socket.create_server(("127.0.0.1", 0)) as second,
    ):
        ports = [server.getsockname()[1] for server in (first, second)]
        away = b"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:%d/b\r\n\r\n" % ports[1]
        who = b'HTTP/1.1 401 Who\r\nWWW-Authenticate: Basic realm="x"\r\n\r\n'

        def answer(server: socket.socket, *texts: bytes) -> None:
            for text in texts:
                connection, _ = server.accept()
                with connection:
                    heard.append(connection.recv(65536))
                    connection.sendall(text)

        threads = [
            threading.Thread(target=answer, args=script)
            for script in ((first, who, away), (second, who))
        ]
        for thread in threads:
            thread.start()
        fetcher = Fetcher(StreamPolicy.loopback_only(), Cancel(), 5.0, 5.0)
        url = f"http://me:{CANARY}@127.0.0.1:{ports[0]}/a"
        assert refusal(lambda: fetcher.open(url)) is Reason.UNAUTHORISED
        fetcher.close()
        for thread in threads:
            thread.join(10)
    shown = [b"Authorization: Basic" in request for request in heard]
    assert shown == [False, True, False]


@pytest.mark.parametrize(
    "url",
    [
        f"rtsp://user:{CANARY}@10.0.0.1/a",
        f"rtsp://{CANARY}@10.0.0.1/a",
        f"http://host/a.m3u8?x=1&access_token={CANARY}&y=2",
        f"http://host/a?Password={CANARY}#f",
        f"error opening 'http://user:p@{CANARY}@host/a' twice",
    ],
)
def test_redacted(url: str) -> None:
    assert CANARY not in redact(url)
    assert CANARY not in repr(CameraSpec("a", "b", url))
    assert redact("rtsp://10.0.0.1:554/a?x=1") == "rtsp://10.0.0.1:554/a?x=1"


@pytest.mark.parametrize("protocol", ["rtsp", "hls", "mjpeg"])
@pytest.mark.parametrize("kind", [FaultKind.UNAUTHORISED, FaultKind.NOT_FOUND])
def test_log_says_down_once_and_no_secret(
    farm: Farm, engine: Engine, caplog: pytest.LogCaptureFixture, protocol: str, kind: FaultKind
) -> None:
    caplog.set_level(logging.DEBUG)
    farm.faults["dark"] = Fault(kind)
    camera = "dark\n2026 forged line"
    engine.show([CameraSpec(camera, "d", farm.url(protocol, "dark", f"me:{CANARY}"))])
    enough = 1 if kind is FaultKind.UNAUTHORISED else 2
    assert wait_until(lambda: engine.status(camera).failures >= enough)
    lines = [r.getMessage() for r in caplog.records if r.name.startswith("command_center.video")]
    assert lines == [f"camera 'dark\\n2026 forged line' is down: {kind_reason(kind)}"]
    assert CANARY not in caplog.text
    assert CANARY not in repr(engine.status(camera))


def kind_reason(kind: FaultKind) -> str:
    return "unauthorised" if kind is FaultKind.UNAUTHORISED else "not_found"


def test_log_says_up_once(farm: Farm, engine: Engine, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "command_center.video")
    farm.faults["back"] = Fault(FaultKind.NOT_FOUND)
    engine.show([CameraSpec("back", "b", farm.url("mjpeg", "back"))])
    assert wait_until(lambda: engine.status("back").failures > 0)
    del farm.faults["back"]
    assert wait_until(lambda: engine.status("back").state is CameraState.LIVE)
    assert wait_until(lambda: caplog.messages[-1:] == ["camera 'back' is up"])
    assert len(caplog.messages) == 2
