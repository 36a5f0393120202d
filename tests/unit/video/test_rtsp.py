"""What is asked of an RTSP camera before the library opens it."""

import contextlib
import socket
import threading
from collections.abc import Iterator

import pytest

from command_center.video.cancel import Cancel
from command_center.video.engine import Engine
from command_center.video.ingest.rtsp import describe
from command_center.video.model import CameraSpec, CameraState, Reason, StreamError
from command_center.video.policy import StreamPolicy
from tests.unit.video.conftest import PATIENCE_S, wait_until
from tests.video_farm import Farm, Fault, FaultKind, dead_port

LOOPBACK = StreamPolicy.loopback_only()
CANARY = "rahasia-c4n4ry"


def refusal(url: str, policy: StreamPolicy = LOOPBACK, timeout_s: float = 5.0) -> Reason:
    with pytest.raises(StreamError) as caught:
        describe(url, policy, Cancel(), timeout_s)
    assert CANARY not in repr(caught.value)
    return caught.value.reason


@contextlib.contextmanager
def answering(*answers: bytes) -> Iterator[tuple[int, list[bytes]]]:
    """A camera that gives these answers, one a request, on one connection after the other."""
    heard: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve() -> None:
            rest = list(answers)
            while rest:
                connection, _ = server.accept()
                with connection:
                    while rest and (asked := connection.recv(65536)):
                        heard.append(asked)
                        connection.sendall(rest.pop(0))

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        yield server.getsockname()[1], heard
        thread.join(10)


def test_a_camera_that_talks_on_holds_nobody() -> None:
    ended = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as server:

        def talk() -> None:
            connection, _ = server.accept()
            with connection, contextlib.suppress(OSError):
                connection.recv(65536)
                connection.sendall(b"RTSP/1.0 404 Not Found\r\nCSeq: 1\r\n\r\n")
                while not ended.wait(0.02):
                    connection.sendall(b"and another thing")

        thread = threading.Thread(target=talk, daemon=True)
        thread.start()
        asking = threading.Thread(
            target=refusal, args=(f"rtsp://127.0.0.1:{server.getsockname()[1]}/a",), daemon=True
        )
        asking.start()
        asking.join(PATIENCE_S)
        held = asking.is_alive()
        ended.set()
        thread.join(10)
        asking.join(10)
    assert not held


@pytest.mark.parametrize(
    ("status", "reason"),
    [
        ("401 Unauthorized", Reason.UNAUTHORISED),
        ("403 Forbidden", Reason.FORBIDDEN),
        ("404 Not Found", Reason.NOT_FOUND),
        ("454 Session Not Found", Reason.SERVER_ERROR),
        ("503 Service Unavailable", Reason.SERVER_ERROR),
        ("503 Later\r\nRetry-After: 9", Reason.NOT_STARTED),
        ("301 Moved", Reason.SERVER_ERROR),
        ("302 Moved\r\nLocation: http://127.0.0.1/a", Reason.UNSUPPORTED),
        ("302 Moved\r\nLocation: file:///etc/passwd", Reason.UNSUPPORTED),
        ("302 Moved\r\nLocation: rtsp://169.254.169.254/a", Reason.BLOCKED_HOST),
        ("302 Moved\r\nLocation: rtsp://10.0.0.1/a", Reason.BLOCKED_HOST),
    ],
)
def test_refusals_are_told_apart(status: str, reason: Reason) -> None:
    with answering(f"RTSP/1.0 {status}\r\nCSeq: 1\r\n\r\n".encode()) as (port, heard):
        assert refusal(f"rtsp://127.0.0.1:{port}/a") is reason
    assert heard[0].startswith(b"DESCRIBE rtsp://127.0.0.1:%d/a RTSP/1.0\r\n" % port)


@pytest.mark.parametrize(
    "answer",
    [b"HTTP/1.1 200 OK\r\n\r\n", b"\xff" * 20_000, b"RTSP/1.0\r\n\r\n", b"RTSP/1.0 x\r\n\r\n"],
)
def test_what_does_not_speak_rtsp_is_garbage(answer: bytes) -> None:
    with answering(answer) as (port, _):
        assert refusal(f"rtsp://127.0.0.1:{port}/a") is Reason.GARBAGE


def test_a_password_is_shown_once_and_only_to_who_asks() -> None:
    who = b'RTSP/1.0 401 Who\r\nWWW-Authenticate: Digest realm="c", nonce="n"\r\n'
    who += b"Content-Length: 3\r\n\r\nno!"
    with answering(who, who) as (port, heard):
        assert refusal(f"rtsp://me:{CANARY}@127.0.0.1:{port}/a") is Reason.UNAUTHORISED
    assert len(heard) == 2
    assert b"Authorization" not in heard[0]
    assert b'Authorization: Digest username="me"' in heard[1]
    assert CANARY.encode() not in b"".join(heard)


def test_redirects_end_and_keep_the_password_at_home() -> None:
    ok = b"RTSP/1.0 200 OK\r\n\r\n"
    with answering(ok) as (other, heard):
        away = b"RTSP/1.0 302 Away\r\nLocation: rtsp://127.0.0.1:%d/b\r\n\r\n" % other
        with answering(away) as (port, _):
            found = describe(f"rtsp://me:{CANARY}@127.0.0.1:{port}/a", LOOPBACK, Cancel(), 5.0)
    assert (found.port, found.target, found.user, found.password) == (other, "/b", "", "")
    assert b"Authorization" not in heard[0]
    with answering(*[b"RTSP/1.0 302 Round\r\nLocation: /again\r\n\r\n"] * 4) as (port, heard):
        assert refusal(f"rtsp://127.0.0.1:{port}/a") is Reason.UNSUPPORTED
    assert len(heard) == 4


def test_silence_is_a_timeout_and_so_is_a_dead_host(farm: Farm) -> None:
    farm.faults["mute"] = Fault(FaultKind.SILENT)
    assert refusal(farm.url("rtsp", "mute"), timeout_s=0.4) is Reason.TIMEOUT
    with dead_port() as port:
        assert refusal(f"rtsp://127.0.0.1:{port}/a", timeout_s=0.4) is Reason.TIMEOUT


def test_a_camera_for_one_viewer_is_opened(farm: Farm, engine: Engine) -> None:
    farm.seats["single"] = 1
    farm.passwords["single"] = "me:pw"
    engine.show([CameraSpec("a", "a", farm.url("rtsp", "single", "me:pw"))])
    assert wait_until(lambda: engine.status("a").state is CameraState.LIVE)
    assert engine.status("a").failures == 0
    assert farm.peak["single"] == 1, "the question is over before the stream begins"


def test_a_redirect_to_an_admitted_camera_is_followed(farm: Farm, engine: Engine) -> None:
    farm.faults["moved"] = Fault(FaultKind.REDIRECT, location=farm.url("rtsp", "new-home"))
    engine.show([CameraSpec("a", "a", farm.url("rtsp", "moved"))])
    assert wait_until(lambda: engine.status("a").state is CameraState.LIVE)
    assert farm.requests["new-home"] >= 1
