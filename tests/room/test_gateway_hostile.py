"""Requests that lie: about whom they were sent to, and about what is theirs to say."""

import json
import socket
import time
from typing import Any
from urllib.parse import urlsplit

import pytest

from command_center.bootstrap.gateway_server import GatewayPart
from command_center.bootstrap.source_keys import give_key
from command_center.commands.room import ConnectSource
from command_center.connectors.gateway.keys import signed
from command_center.contract.examples import RECORDS
from command_center.domain.room import SourceKind
from tests.room.desk import Desk
from tests.room.test_gateway import LOOPBACK, MASTER, Poster, ids, page, poster, report

__all__ = ["poster"]


def say(url: str, method: str, path: str, host: str, body: bytes, **headers: str) -> str:
    """The head of the answer."""
    parts = urlsplit(url)
    lines = [f"{method} {path} HTTP/1.1", f"Host: {host}", f"Content-Length: {len(body)}"]
    lines += [f"{name}: {value}" for name, value in headers.items()]
    with socket.create_connection((parts.hostname or "", parts.port or 0), timeout=20) as link:
        link.sendall("\r\n".join([*lines, "Connection: close", "", ""]).encode() + body)
        heard = b""
        while piece := link.recv(65536):
            heard += piece
    return heard.partition(b"\r\n\r\n")[0].decode()


@pytest.mark.parametrize("kind", ["unit", "unit_status", "position", "call", "hospital", "standby"])
def test_the_citizens_app_says_reports_and_nothing_else(
    desk: Desk, poster: Poster, kind: str
) -> None:
    known = ConnectSource("wa", "WA", "", kind=SourceKind.PUSH, profile="whatsapp")
    desk.do(known, act=desk.room.console)
    key = give_key(desk.room, "wa", MASTER)
    part = GatewayPart(desk.room, LOOPBACK, MASTER)
    part.start()
    try:
        part.follow(desk.look())
        answer = Poster(part.url, key).post("/v1/records", page(RECORDS[kind], report("r1")))
    finally:
        part.stop()
    told = answer.json()
    outcomes = {one["id"]: one["outcome"] for one in told["outcomes"]}
    assert outcomes == {RECORDS[kind]["id"]: "refused", "r1": "stored"}
    assert desk.room.database.telemetry.positions() == {}


def posted(poster: Poster, body: Any, path: str, signed_path: str, host: str) -> str:
    data = json.dumps(body).encode()
    headers = signed(poster.key, "POST", signed_path, data, int(time.time()))
    headers["Content-Type"] = "application/json"
    return say(poster.url, "POST", path, host, data, **headers)


@pytest.mark.parametrize("host", ["[", "[::1", "a]b", "x:notaport", "x/y?z", "//"])
def test_a_host_that_is_none_is_no_bug_of_ours(desk: Desk, poster: Poster, host: str) -> None:
    told = posted(poster, report("h1"), "/v1/reports", "/v1/reports", host)
    assert told.split()[1] in ("202", "400"), told
    assert say(poster.url, "GET", "/health/", host, b"").split()[1] in ("404", "400")


def test_a_signature_for_one_address_is_none_for_another_whatever_the_host_says(
    desk: Desk, poster: Poster
) -> None:
    told = posted(poster, report("h2"), "/v1/records", "/v1/reports", "x/v1/reports#")
    assert told.split()[1] == "401"
    assert ids(desk) == []


def test_nobody_is_sent_where_their_own_host_header_says(poster: Poster) -> None:
    told = say(poster.url, "GET", "/health/", "evil.example", b"")
    assert told.split()[1] == "404"
    assert "evil.example" not in told
