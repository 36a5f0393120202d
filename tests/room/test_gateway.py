"""Sources post signed records over real HTTP and hear what is stored of them."""

import json
import time
from collections.abc import Iterator
from contextlib import closing
from http.client import HTTPConnection
from typing import Any

import pytest
import requests

from command_center.bootstrap.gateway_server import GatewayPart
from command_center.bootstrap.source_keys import give_key
from command_center.commands.room import ConnectSource
from command_center.connectors.gateway.keys import SourceKey, new_master, signed
from command_center.connectors.gateway.server import Listen
from command_center.contract.examples import RECORDS
from command_center.contract.page import MAX_BYTES
from command_center.contract.records import VERSION
from command_center.domain.room import SourceKind
from tests.room.desk import Desk

MASTER = new_master()
LOOPBACK = Listen("127.0.0.1", 0)


class Poster:
    """A source with a key, as it would be written elsewhere."""

    def __init__(self, url: str, key: SourceKey) -> None:
        self.url, self.key = url, key
        self.ahead_s = 0

    def post(self, path: str, body: Any, idempotency: str = "", **headers: str) -> Any:
        data = body if isinstance(body, bytes) else json.dumps(body).encode()
        at = int(time.time()) + self.ahead_s
        given = signed(self.key, "POST", path, data, at, idempotency)
        given |= {"Content-Type": "application/json", **headers}
        return requests.post(self.url + path, data=data, headers=given, timeout=20)


@pytest.fixture
def poster(desk: Desk) -> Iterator[Poster]:
    desk.do(ConnectSource("jmp", "JMP", "", kind=SourceKind.PUSH), act=desk.room.console)
    key = give_key(desk.room, "jmp", MASTER)
    part = GatewayPart(desk.room, LOOPBACK, MASTER)
    part.start()
    part.follow(desk.look())
    yield Poster(part.url, key)
    part.stop()


def report(id: str, **more: Any) -> dict[str, Any]:
    return {**RECORDS["report"], "id": id, "attachments": [], **more}


def page(*records: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"contract": VERSION, "records": list(records), **more}


def ids(desk: Desk) -> list[str]:
    return sorted(r.external_id for r in desk.look().all("report"))


def test_one_report_is_stored_before_it_is_answered_and_known_when_it_comes_again(
    desk: Desk, poster: Poster
) -> None:
    answer = poster.post("/v1/reports", report("a1"))
    assert answer.status_code == 202
    assert ids(desk) == ["a1"]
    (outcome,) = answer.json()["outcomes"]
    (incident,) = desk.look().open_incidents()
    assert outcome == {"id": "a1", "outcome": "stored", "number": incident.number}
    time.sleep(1.1)  # a signature counts whole seconds
    again = poster.post("/v1/reports", report("a1"))
    assert (again.status_code, again.json()["known"]) == (200, 1)
    other = poster.post("/v1/reports", report("a1", text="lain"))
    assert (other.status_code, other.json()["conflicting"]) == (200, 1)
    assert ids(desk) == ["a1"]


def test_before_the_room_is_read_a_source_is_told_to_come_again(desk: Desk) -> None:
    desk.do(ConnectSource("jmp", "JMP", "", kind=SourceKind.PUSH), act=desk.room.console)
    key = give_key(desk.room, "jmp", MASTER)
    part = GatewayPart(desk.room, LOOPBACK, MASTER)
    part.start()
    early = Poster(part.url, key).post("/v1/reports", report("r1"))
    part.follow(desk.look())
    later = Poster(part.url, key).post("/v1/reports", report("r1"))
    part.stop()
    assert (early.status_code, early.headers["Retry-After"], later.status_code) == (503, "1", 202)


def test_a_batch_says_of_each_record_what_became_of_it(desk: Desk, poster: Poster) -> None:
    bad = {**report("b2"), "lat": 200}
    records = (report("b1"), bad, {"type": "tidings"}, RECORDS["position"])
    answer = poster.post("/v1/records", page(*records))
    assert answer.status_code == 202
    told = answer.json()
    assert [one["outcome"] for one in told["outcomes"]] == [
        "stored",
        "refused",
        "refused",
        "stored",
    ]
    assert told["outcomes"][1]["id"] == "b2"
    assert "lat" in told["outcomes"][1]["reason"]
    assert (told["stored"], told["refused"]) == (2, 2)
    assert ids(desk) == ["b1"]
    assert desk.kinds().count("record.refused") == 2
    position = desk.room.database.telemetry.positions()[desk.unit("DAMKAR 02").id]
    assert position.lat == RECORDS["position"]["lat"]
    refused = poster.post("/v1/reports", page(bad, {**RECORDS["position"], "id": "p9"}))
    assert (refused.status_code, refused.json()["refused"]) == (422, 2)
    assert poster.post("/v1/reports", page()).status_code == 200


def test_nothing_is_stored_of_whoever_cannot_sign(desk: Desk, poster: Poster) -> None:
    body = report("c1")
    said = {
        "signature_wrong": poster.post("/v1/reports", body, Signature="00"),
        "key_unknown": poster.post("/v1/reports", body, **{"Source-Key": "jmp.0"}),
        "signed_at_unreadable": poster.post("/v1/reports", body, **{"Signed-At": "soon"}),
    }
    for ahead_s in (-400, 400):
        poster.ahead_s = ahead_s
        said[f"signed_at_too_far{ahead_s}"] = poster.post("/v1/reports", body)
    for code, answer in said.items():
        assert (answer.status_code, answer.json()["error"]["code"]) == (
            401,
            code.rstrip("-0123456789"),
        )
    poster.ahead_s = 0
    other = SourceKey(poster.key.name, "f" * 64)
    assert Poster(poster.url, other).post("/v1/reports", body).status_code == 401
    assert ids(desk) == []


def test_the_signature_covers_path_and_idempotency_key(desk: Desk, poster: Poster) -> None:
    data = json.dumps(report("d1")).encode()
    at = int(time.time())
    headers = signed(poster.key, "POST", "/v1/reports", data, at) | {
        "Content-Type": "application/json"
    }
    for path, more in (("/v1/records", {}), ("/v1/reports", {"Idempotency-Key": "x"})):
        answer = requests.post(poster.url + path, data=data, headers=headers | more, timeout=20)
        assert answer.status_code == 401
    assert ids(desk) == []


def test_a_signature_counts_once_and_an_idempotency_key_answers_the_same(
    desk: Desk, poster: Poster
) -> None:
    data = json.dumps(report("e1")).encode()
    headers = {"Content-Type": "application/json"}
    headers |= signed(poster.key, "POST", "/v1/reports", data, int(time.time()))
    url = f"{poster.url}/v1/reports"
    first, second = (requests.post(url, data=data, headers=headers, timeout=20) for _ in "12")
    assert (first.status_code, second.status_code) == (202, 409)
    one = poster.post("/v1/reports", report("e2"), "key-1")
    two = poster.post("/v1/reports", report("e2"), "key-1")
    assert (one.status_code, one.content) == (two.status_code, two.content)
    assert one.json()["stored"] == 1
    other = poster.post("/v1/reports", report("e3"), "key-1")
    assert (other.status_code, other.json()["error"]["code"]) == (422, "idempotency_key_reused")
    assert ids(desk) == ["e1", "e2"]


def test_another_room_s_traffic_is_refused_whole(desk: Desk, poster: Poster) -> None:
    for body, headers in (
        (page(report("f1"), room="exercise"), {}),
        (page(report("f1"), room="test"), {}),
        (report("f1"), {"Room": "exercise"}),
        (page(report("f1"), room="live"), {"Room": "test"}),
    ):
        answer = poster.post("/v1/records", body, **headers)
        assert (answer.status_code, answer.json()["error"]["code"]) == (403, "other_room")
    assert poster.post("/v1/records", page(report("f1"), room="nowhere")).status_code == 422
    assert ids(desk) == []
    assert poster.post("/v1/records", page(report("f2"), room="live")).status_code == 202
    assert "record.refused" not in desk.kinds()


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        (b"", 422, "answer_not_contract"),
        (b"\xff\xfe", 400, "answer_not_utf8"),
        (b"<html>", 400, "answer_is_html"),
        (b"[" * 3000, 422, "answer_too_deep"),
        (b'{"records": []}', 422, "answer_not_contract"),
        (b'{"contract": "other/1", "records": []}', 422, "contract_unknown"),
        (b'{"type": "report"}],"x":[{}', 422, "answer_not_contract"),
    ],
)
def test_what_is_no_page_is_refused_with_its_reason(
    desk: Desk, poster: Poster, body: bytes, status: int, code: str
) -> None:
    answer = poster.post("/v1/records", body)
    assert (answer.status_code, answer.json()["error"]["code"]) == (status, code)
    assert ids(desk) == []


def test_a_page_that_is_too_large_is_refused_before_any_of_it_is_read(
    desk: Desk, poster: Poster
) -> None:
    """Of what is on its way the end of the connection may take the answer along: so only told."""
    given = signed(poster.key, "POST", "/v1/records", b"", int(time.time()), "")
    given |= {"Content-Type": "application/json", "Content-Length": str(MAX_BYTES + 1)}
    with closing(HTTPConnection(poster.url.removeprefix("http://"), timeout=20)) as connection:
        connection.request("POST", "/v1/records", headers=given)
        answer = connection.getresponse()
        assert answer.status == 413
        assert json.load(answer)["error"]["code"] == "body_too_large"
    assert ids(desk) == []


def test_other_kinds_addresses_and_methods_have_their_own_answers(poster: Poster) -> None:
    body = report("g1")
    assert poster.post("/v1/reports", body, **{"Content-Type": "text/plain"}).status_code == 415
    assert poster.post("/v1/reports", body, **{"Content-Encoding": "gzip"}).status_code == 415
    assert poster.post("/v1/elsewhere", body).status_code == 404
    assert requests.get(f"{poster.url}/v1/reports", timeout=20).status_code == 405
    health = requests.get(f"{poster.url}/health", timeout=20)
    assert (health.status_code, health.json()) == (200, {"state": "ok"})


def test_a_new_key_ends_the_one_before_and_a_source_switched_off_has_none(
    desk: Desk, poster: Poster
) -> None:
    old = poster.key
    part = GatewayPart(desk.room, LOOPBACK, MASTER)
    part.start()
    try:
        new = give_key(desk.room, "jmp", MASTER)
        part.follow(desk.look())
        assert Poster(part.url, old).post("/v1/reports", report("h1")).status_code == 401
        assert Poster(part.url, new).post("/v1/reports", report("h2")).status_code == 202
        desk.do(ConnectSource("jmp", "JMP", "", enabled=False), act=desk.room.console)
        part.follow(desk.look())
        assert Poster(part.url, new).post("/v1/reports", report("h3")).status_code == 401
    finally:
        part.stop()
    assert ids(desk) == ["h2"]
    source = next(s for s in desk.look().all("source") if s.id == "jmp")
    entries = [str(e.entry) for e in desk.room.database.history.entries()]
    assert not any(new.secret in said or MASTER in said for said in [*entries, str(source)])


def test_a_machine_with_another_secret_lets_nobody_in(desk: Desk, poster: Poster) -> None:
    part = GatewayPart(desk.room, LOOPBACK, new_master())
    part.start()
    part.follow(desk.look())
    try:
        assert Poster(part.url, poster.key).post("/v1/reports", report("i1")).status_code == 401
    finally:
        part.stop()


def test_who_sends_too_much_is_told_when_to_go_on(desk: Desk, poster: Poster) -> None:
    answers = [poster.post("/v1/reports", report("j1"), Signature="00") for _ in range(25)]
    last = answers[-1]
    assert (last.status_code, last.json()["error"]["code"]) == (429, "too_many_refused")
    assert int(last.headers["Retry-After"]) >= 1
    assert ids(desk) == []
