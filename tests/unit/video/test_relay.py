"""One machine reads the city, the others read that machine."""

import base64
import logging
import socket
import time
from collections.abc import Iterator

import pytest

from command_center.video.engine import Engine
from command_center.video.model import CameraSpec, CameraState, Reason
from command_center.video.policy import StreamPolicy
from command_center.video.relay import channel, server
from command_center.video.relay.server import Relay
from tests.unit.video.conftest import PATIENCE_S, wait_until
from tests.video_farm import Farm, Fault, FaultKind, closed_port

TOKEN = "c4n4ry-token-of-the-room"
LOOPBACK = StreamPolicy.loopback_only()
PROTOCOLS = ("rtsp", "hls", "mjpeg", "flv", "fmp4")


def reading_from(relay: Relay, token: str = TOKEN) -> StreamPolicy:
    """A workstation that may reach the relay and nothing else."""
    at = f"http://relay:{token}@127.0.0.1:{relay.address[1]}"
    return StreamPolicy(frozenset(), (), relay=at)


@pytest.fixture
def specs(farm: Farm) -> dict[str, CameraSpec]:
    names = [f"relayed-{protocol}" for protocol in PROTOCOLS]
    urls = [farm.url(p, name) for p, name in zip(PROTOCOLS, names, strict=True)]
    # readers of the test before may still be leaving
    assert wait_until(lambda: not any(farm.open[name] for name in names))
    for name in names:
        farm.faults.pop(name, None)
        farm.connections[name] = farm.peak[name] = 0
    return {name: CameraSpec(name, name, url) for name, url in zip(names, urls, strict=True)}


@pytest.fixture
def relay(specs: dict[str, CameraSpec]) -> Iterator[Relay]:
    running = Relay(("127.0.0.1", 0), TOKEN, lambda: specs, lambda: LOOPBACK)
    running.start()
    yield running
    running.close()


def live(engine: Engine, camera: str) -> bool:
    return engine.status(camera).state is CameraState.LIVE


def test_three_workstations_cost_the_city_one_connection_a_camera(
    farm: Farm, relay: Relay, specs: dict[str, CameraSpec]
) -> None:
    seats = [Engine(reading_from(relay)) for _ in range(3)]
    try:
        for seat in seats:
            seat.show(specs.values())
        assert wait_until(lambda: all(live(seat, name) for seat in seats for name in specs))
        assert set(relay.reading().values()) == {3}
        for name in specs:
            assert farm.peak[name] == 1, f"{name}: seats share a connection"
            asked_first = 2 if name.endswith("rtsp") else 1
            assert farm.connections[name] == asked_first, name
        frames = [seat.slot("relayed-rtsp").latest() for seat in seats]
        assert all(frame is not None for frame in frames)
    finally:
        for seat in seats:
            assert seat.close(PATIENCE_S)


def test_a_later_reader_begins_with_the_key_picture_that_was_kept(
    relay: Relay, specs: dict[str, CameraSpec]
) -> None:
    head, first = raw(relay, "relayed-rtsp", TOKEN)
    assert b"200 OK" in head
    assert b"video/mp2t" in head
    assert first[0] == 0x47
    again, second = raw(relay, "relayed-rtsp", TOKEN)
    assert b"200 OK" in again
    assert second[: 3 * 188] == first[: 3 * 188], "the tables first"


def raw(relay: Relay, name: str, token: str | None) -> tuple[bytes, bytes]:
    """Head and the first bytes of an answer."""
    shown = base64.b64encode(f"relay:{token}".encode()).decode()
    line = f"Authorization: Basic {shown}\r\n" if token else ""
    with socket.create_connection(("127.0.0.1", relay.address[1]), timeout=20) as sock:
        sock.sendall(f"GET /{name}.ts HTTP/1.1\r\n{line}\r\n".encode())
        data = b""
        while len(data.partition(b"\r\n\r\n")[2]) < 1000:
            piece = sock.recv(65536)
            data += piece
            if not piece or b"Content-Length: 0" in data:
                break
    head, _, body = data.partition(b"\r\n\r\n")
    return head, body


@pytest.mark.parametrize("token", [None, "", "wrong", TOKEN[:-1], TOKEN + "x"])
def test_who_does_not_know_the_token_gets_nothing(relay: Relay, token: str | None) -> None:
    head, body = raw(relay, "relayed-rtsp", token)
    assert head.startswith(b"HTTP/1.1 401 ")
    assert body == b""
    assert relay.reading() == {}


@pytest.mark.parametrize("name", ["nobody", "", "../relayed-rtsp", "relayed-rtsp.main"])
def test_only_cameras_of_the_room_are_read(relay: Relay, name: str) -> None:
    head, _ = raw(relay, name, TOKEN)
    assert head.startswith(b"HTTP/1.1 404 ")
    assert relay.reading() == {}


def test_who_asks_and_never_listens_is_not_heard_on(
    relay: Relay, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(server, "ASK_S", 0.5)
    question = b"GET /guess.ts HTTP/1.1\r\n\r\n" * 1_000
    asked = 0
    with socket.create_connection(relay.address) as sock:
        sock.settimeout(PATIENCE_S)
        with pytest.raises(ConnectionError):
            while asked < 10_000_000:
                sock.sendall(question)
                asked += 1_000
    assert asked < 10_000_000, "its answers pile up for as long as it asks"


def test_short_tokens_are_not_taken() -> None:
    with pytest.raises(ValueError, match="16"):
        Relay(("127.0.0.1", 0), "guess", dict, lambda: LOOPBACK)


@pytest.mark.usefixtures("failing_cameras")
def test_a_reader_hears_why_the_camera_is_down(
    farm: Farm, relay: Relay, specs: dict[str, CameraSpec]
) -> None:
    farm.faults["relayed-mjpeg"] = Fault(FaultKind.FORBIDDEN)
    seat = Engine(reading_from(relay))
    try:
        seat.show([specs["relayed-mjpeg"]])
        assert wait_until(lambda: seat.status("relayed-mjpeg").reason is Reason.FORBIDDEN)
        del farm.faults["relayed-mjpeg"]
        assert wait_until(lambda: live(seat, "relayed-mjpeg"))
    finally:
        assert seat.close(PATIENCE_S)


def test_without_the_relay_the_camera_is_read_from_its_source(
    farm: Farm, specs: dict[str, CameraSpec], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "command_center.video")
    gone = f"http://relay:{TOKEN}@127.0.0.1:{closed_port()}"
    seat = Engine(StreamPolicy(LOOPBACK.hosts, LOOPBACK.networks, relay=gone))
    try:
        seat.show([specs["relayed-rtsp"]])
        assert wait_until(lambda: live(seat, "relayed-rtsp"))
    finally:
        assert seat.close(PATIENCE_S)
    assert "camera 'relayed-rtsp' is read from its source: the relay is away" in caplog.messages
    assert TOKEN not in caplog.text
    assert TOKEN not in repr(StreamPolicy(relay=gone))


def test_a_reader_that_does_not_read_is_cut_and_the_others_go_on(
    relay: Relay, specs: dict[str, CameraSpec], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(channel, "QUEUE_MAX", 20_000)
    seat = Engine(reading_from(relay))
    shown = base64.b64encode(f"relay:{TOKEN}".encode()).decode()
    with socket.socket() as slow:
        slow.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        slow.connect(("127.0.0.1", relay.address[1]))
        try:
            seat.show([specs["relayed-mjpeg"]])
            assert wait_until(lambda: live(seat, "relayed-mjpeg"))
            ask = f"GET /relayed-mjpeg.ts HTTP/1.1\r\nAuthorization: Basic {shown}\r\n\r\n"
            slow.sendall(ask.encode())
            assert wait_until(lambda: relay.reading() == {"relayed-mjpeg": 2})
            deadline = time.monotonic() + 40
            while relay.reading() != {"relayed-mjpeg": 1} and time.monotonic() < deadline:
                time.sleep(0.1)
            assert relay.reading() == {"relayed-mjpeg": 1}, "the slow one is gone"
            before = seat.slot("relayed-mjpeg").latest()
            assert before is not None
            assert wait_until(
                lambda: (
                    (f := seat.slot("relayed-mjpeg").latest()) is not None
                    and f.sequence > before.sequence + 3
                )
            )
            assert seat.status("relayed-mjpeg").failures == 0
        finally:
            assert seat.close(PATIENCE_S)


def test_a_camera_nobody_reads_is_let_go(
    farm: Farm,
    relay: Relay,
    specs: dict[str, CameraSpec],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(server, "LINGER_S", 0.2)
    seat = Engine(reading_from(relay))
    seat.show([specs["relayed-flv"]])
    assert wait_until(lambda: live(seat, "relayed-flv"))
    assert seat.close(PATIENCE_S)
    assert wait_until(lambda: relay.reading() == {})
    assert wait_until(lambda: farm.open["relayed-flv"] == 0)


def test_what_cannot_be_sent_on_is_read_from_its_source(
    farm: Farm, relay: Relay, specs: dict[str, CameraSpec], caplog: pytest.LogCaptureFixture
) -> None:
    url = farm.url("snapshot", "png").replace("still.jpg", "still.png")
    specs["png"] = CameraSpec("png", "png", url, poll_s=1)
    policy = StreamPolicy(LOOPBACK.hosts, LOOPBACK.networks, relay=reading_from(relay).relay)
    seat = Engine(policy)
    try:
        seat.show([specs["png"]])
        assert wait_until(lambda: live(seat, "png"))
    finally:
        assert seat.close(PATIENCE_S)
    assert "camera 'png' is read from its source: the relay is away" in caplog.messages
