"""Sources that hold the gateway up with bodies that do not come, and others that have something to
say meanwhile."""

from __future__ import annotations

import select
import socket
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from urllib.parse import urlsplit

import pytest
from starlette.requests import Request

from command_center.bootstrap.gateway_server import GatewayPart
from command_center.bootstrap.source_keys import give_key
from command_center.commands.room import ConnectSource
from command_center.connectors.gateway import limits
from command_center.connectors.gateway.app import _from_afar
from command_center.contract.page import MAX_BYTES
from command_center.domain.room import SourceKind
from tests.room.desk import Desk
from tests.room.test_gateway import LOOPBACK, MASTER, Poster, ids, report

SLOW = 17
"""Bodies of the largest size: more than there is room for."""


@pytest.fixture
def posters(desk: Desk) -> Iterator[tuple[Poster, Poster]]:
    """Two sources at one gateway."""
    keys = []
    for id in ("slow", "other"):
        known = ConnectSource(id, id, "", kind=SourceKind.PUSH)
        desk.do(known, act=desk.room.console)
        keys.append(give_key(desk.room, id, MASTER))
    part = GatewayPart(desk.room, LOOPBACK, MASTER)
    part.start()
    part.follow(desk.look())
    yield Poster(part.url, keys[0]), Poster(part.url, keys[1])
    part.stop()


@contextmanager
def slow_body(poster: Poster) -> Iterator[socket.socket]:
    """The head of a request in the name of a source, and the first byte of its body."""
    parts = urlsplit(poster.url)
    lines = [
        "POST /v1/reports HTTP/1.1",
        "Host: x",
        "Content-Type: application/json",
        f"Content-Length: {MAX_BYTES}",
        f"Source-Key: {poster.key.name}",
        f"Signed-At: {int(time.time())}",
        "Signature: 00",
    ]
    with socket.create_connection((parts.hostname or "", parts.port or 0), timeout=20) as link:
        link.sendall(("\r\n".join(lines) + "\r\n\r\n{").encode())
        yield link


def status(link: socket.socket) -> str:
    """Of the answer, when there is one."""
    return link.recv(100).decode().split()[1]


def answered(links: list[socket.socket], wanted: int) -> set[str]:
    """The answers of those that have one, once so many have."""
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        ready = select.select(links, [], [], 20)[0]
        if len(ready) >= wanted:
            return {status(link) for link in ready}
        time.sleep(0.01)
    raise AssertionError(f"{wanted} answers were awaited")


def test_who_sends_slowly_leaves_room_for_a_small_report_of_another(
    desk: Desk, posters: tuple[Poster, Poster], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "STILL_S", 60.0)
    slow, other = posters
    with ExitStack() as lines:
        links = [lines.enter_context(slow_body(slow)) for _ in range(SLOW)]
        over = SLOW - limits.OF_SOURCE_BYTES // MAX_BYTES
        assert answered(links, over) == {"429"}
        assert other.post("/v1/reports", report("o1")).status_code == 202
        mine = slow.post("/v1/reports", report("s1"))
        assert (mine.status_code, mine.json()["error"]["code"]) == (429, "too_much_at_once")
    assert ids(desk) == ["o1"]


def test_a_body_that_stands_still_is_not_waited_for(
    desk: Desk, posters: tuple[Poster, Poster], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "STILL_S", 0.2)
    monkeypatch.setattr(limits, "BODY_S", 600.0)
    slow, _ = posters
    with slow_body(slow) as link:
        assert status(link) == "408"
    assert slow.post("/v1/reports", report("s2")).status_code == 202
    assert ids(desk) == ["s2"]


@pytest.fixture
def long_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a gateway that is made afterwards."""
    monkeypatch.setattr(limits, "STRANGERS_PER_S", 0.0001)


def test_who_breaks_off_again_and_again_has_to_wait(
    long_memory: None, posters: tuple[Poster, Poster]
) -> None:
    slow, _ = posters
    assert slow.post("/v1/reports", report("s1")).status_code == 202
    deadline = time.monotonic() + 20
    while _refused_as(slow) != "too_many_refused":
        assert time.monotonic() < deadline
        with slow_body(slow):
            pass


def _refused_as(poster: Poster) -> str:
    answer = poster.post("/v1/reports", report("s1"))
    return "" if answer.ok else str(answer.json()["error"]["code"])


@pytest.mark.parametrize(
    ("host", "network"),
    [
        ("203.0.113.7", "203.0.113.7"),
        ("::ffff:203.0.113.7", "203.0.113.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("::ffff:127.0.0.1", ""),
        ("::1", ""),
        ("127.0.0.1", ""),
    ],
)
def test_who_asks_from_afar_is_known_by_the_network(host: str, network: str) -> None:
    assert _from_afar(Request({"type": "http", "client": (host, 1)})) == network
