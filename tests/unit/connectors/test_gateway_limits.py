"""Slow, full and repeated: what the gateway bears, on a socket of its own."""

import socket
import ssl
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from command_center.connectors.gateway import limits
from command_center.connectors.gateway import server as served
from command_center.connectors.gateway.heard import Answer, Answers, Signatures
from command_center.connectors.gateway.keys import key_of, new_master
from command_center.connectors.gateway.limits import Buckets, Room
from command_center.connectors.gateway.refusal import Refusal
from command_center.connectors.gateway.server import AppServer, Listen, listen_at
from command_center.domain.errors import OperatorError
from tests.unit.connectors.mail_server import make_certificate


async def hello(scope: Any, receive: Any, send: Any) -> None:
    await send(
        {"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"0")]}
    )
    await send({"type": "http.response.body", "body": b""})


@pytest.fixture
def address(monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[str, int]]:
    monkeypatch.setattr(served, "HEAD_S", 0.4)
    monkeypatch.setattr(served, "CONNECTIONS_OF_ONE", 3)
    server = AppServer(hello, Listen("127.0.0.1", 0))
    server.start()
    yield "127.0.0.1", int(server.url.rpartition(":")[2])
    server.stop()


def test_whoever_drips_a_head_is_cut_off(address: tuple[str, int]) -> None:
    with socket.create_connection(address, timeout=20) as line:
        line.sendall(b"POST /v1/reports HTTP/1.1\r\nHost: x\r\n")
        stop = threading.Event()

        def drip() -> None:
            while not stop.wait(0.05):
                try:
                    line.sendall(b"a: b\r\n")
                except OSError:
                    return

        thread = threading.Thread(target=drip)
        thread.start()
        try:
            heard = line.recv(100)
        except ConnectionResetError:
            heard = b""
        stop.set()
        thread.join()
    assert heard == b""


def test_one_address_has_so_many_connections(address: tuple[str, int]) -> None:
    lines = [socket.create_connection(address, timeout=20) for _ in range(3)]
    lines[0].sendall(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
    assert lines[0].recv(20).startswith(b"HTTP/1.1 200")
    with socket.create_connection(address, timeout=20) as fourth:
        try:
            fourth.sendall(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
            heard = fourth.recv(20)
        except (ConnectionResetError, BrokenPipeError):
            heard = b""
    assert heard == b""
    for line in lines:
        line.close()
    deadline, heard = time.monotonic() + 10, b""
    while not heard and time.monotonic() < deadline:
        with socket.create_connection(address, timeout=20) as again:
            try:
                again.sendall(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
                heard = again.recv(20)
            except (ConnectionResetError, BrokenPipeError):
                heard = b""
    assert heard.startswith(b"HTTP/1.1 200")


def test_an_address_in_use_is_said_at_once(address: tuple[str, int]) -> None:
    with pytest.raises(OperatorError, match="gateway_settings"):
        AppServer(hello, Listen(*address)).start()


@pytest.mark.parametrize("text", ["x:1", "127.0.0.1", "127.0.0.1:70000", ":80", "127.0.0.1:x"])
def test_what_is_no_address_is_refused(text: str) -> None:
    with pytest.raises(OperatorError, match="gateway_settings"):
        listen_at(text)


def test_other_machines_are_served_with_a_certificate_only() -> None:
    with pytest.raises(OperatorError, match="gateway_needs_tls"):
        listen_at("0.0.0.0:8470")
    assert listen_at("0.0.0.0:8470", "cert.pem", "key.pem").certificate == "cert.pem"
    assert listen_at("[::1]:8470").host == "::1"
    with pytest.raises(OperatorError, match="gateway_file_unreadable"):
        AppServer(hello, Listen("127.0.0.1", 0, "no-such.pem", "no-such.pem"))


def test_a_bucket_fills_again_and_says_how_long_that_takes() -> None:
    now = [0.0]
    buckets = Buckets(2.0, 4.0, lambda: now[0])
    assert [buckets.take("a", 2.0) for _ in range(3)] == [0.0, 0.0, 1.0]
    assert buckets.take("b", 4.0) == 0.0
    now[0] = 1.0
    assert buckets.take("a", 2.0) == 0.0
    assert buckets.missing("a") == 0.5


def test_bodies_have_room_together() -> None:
    room = Room(10)
    with (
        room.hold(6, "jmp", ""),
        pytest.raises(Refusal, match="gateway_full"),
        room.hold(6, "wa", ""),
    ):
        pass
    with room.hold(10, "wa", ""):
        pass


def test_one_source_and_one_address_leave_room_for_others(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "OF_SOURCE_BYTES", 5)
    monkeypatch.setattr(limits, "OF_ADDRESS_BYTES", 4)
    room = Room(10)

    with room.hold(4, "jmp", "10.0.0.9"):
        for size, source_id, address in ((1, "wa", "10.0.0.9"), (2, "jmp", "10.0.0.1")):
            with pytest.raises(Refusal, match="too_much_at_once"):
                room.hold(size, source_id, address).__enter__()
        with room.hold(1, "jmp", "10.0.0.1"), room.hold(3, "wa", "10.0.0.1"):
            pass
        with room.hold(5, "wa", ""):
            pass
    with room.hold(4, "jmp", "10.0.0.9"):
        pass


def test_who_sends_evenly_has_all_the_time_and_who_stops_has_less() -> None:
    size = 4_000_000
    assert limits.due_s(0, size) == limits.STILL_S
    for sent_s in range(1, int(limits.BODY_S) + 1):
        assert limits.due_s(int(size * sent_s / limits.BODY_S), size) >= sent_s
    assert limits.due_s(2 * size, size) == limits.BODY_S
    assert limits.due_s(0, 0) == limits.STILL_S


def test_a_signature_is_new_once_within_its_window() -> None:
    now = [1000.0]
    signatures = Signatures(lambda: now[0])
    assert [signatures.is_new("s"), signatures.is_new("s")] == [True, False]
    now[0] += 601
    assert not signatures.is_new("s")
    with pytest.raises(Refusal, match="signed_at_too_far"):
        signatures.demand_time("1000")


def test_an_answer_is_remembered_and_one_at_work_is_not_begun_twice() -> None:
    answers = Answers()
    assert answers.begin("jmp", "k", b"body") is None
    with pytest.raises(Refusal, match="request_at_work"):
        answers.begin("jmp", "k", b"body")
    answers.end("jmp", "k", Answer(202, b"{}"))
    assert answers.begin("jmp", "k", b"body") == Answer(202, b"{}")
    assert answers.begin("other", "k", b"body") is None
    answers.end("other", "k", None)
    assert answers.begin("other", "k", b"else") is None


def test_a_key_is_the_same_for_the_same_room_source_and_id_only() -> None:
    master = new_master()
    one = key_of(master, "room", "jmp", "k1")
    assert one == key_of(master, "room", "jmp", "k1")
    others = [("other", "jmp", "k1"), ("room", "x", "k1"), ("room", "jmp", "k2")]
    assert one.secret not in {key_of(master, *other).secret for other in others}
    assert one.secret not in repr(one)
    with pytest.raises(ValueError, match="too short"):
        key_of("short", "room", "jmp", "k1")


@pytest.fixture
def secured(tmp_path: Path) -> Iterator[AppServer]:
    pem = str(make_certificate(tmp_path))
    server = AppServer(hello, Listen("127.0.0.1", 0, pem, pem))
    server.start()
    yield server
    server.stop()


@pytest.mark.parametrize(
    ("ciphers", "served"),
    [
        ("ECDHE+AESGCM", True),
        ("ECDHE-ECDSA-AES256-SHA:ECDHE-RSA-AES256-SHA:@SECLEVEL=0", False),
        ("eNULL:@SECLEVEL=0", False),
        ("aNULL:@SECLEVEL=0", False),
    ],
)
def test_nothing_is_spoken_that_others_can_read_or_change(
    secured: AppServer, ciphers: str, served: bool
) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    context.maximum_version = ssl.TLSVersion.TLSv1_2
    context.set_ciphers(ciphers)
    port = urlsplit(secured.url).port or 0
    with socket.create_connection(("127.0.0.1", port), timeout=10) as link:
        if served:
            with context.wrap_socket(link) as secret:
                assert secret.cipher() is not None
        else:
            with pytest.raises((ssl.SSLError, OSError)):
                context.wrap_socket(link)
