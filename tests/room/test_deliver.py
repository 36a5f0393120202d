"""Messages reach the other side once each and in their order, over real HTTP, on both engines."""

import hashlib
import hmac
import json
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest

from command_center.bootstrap.deliveries import DeliveryPart
from command_center.commands.intake import ReceiveReport
from command_center.commands.tell import CONTRACT
from command_center.commands.triage import CloseIncident, VerifyIncident
from command_center.connectors.backoff import Backoff
from command_center.connectors.deliver.post import Poster
from command_center.connectors.deliver.rules import Rules
from command_center.connectors.gateway.keys import SourceKey
from command_center.domain.incident import Disposition
from command_center.domain.referral import Delivery, DeliveryState
from command_center.domain.room import AlarmType, Source, SourceKind
from command_center.ports import Health
from tests.room.conftest import HandClock
from tests.room.desk import Desk
from tests.room.hearing import Hearing
from tests.storage.rows import acting

ROOT = Path(__file__).parents[2]
LIVE = Rules("live")
KEY = SourceKey("jmp.0123", "rahasia")


@pytest.fixture
def citizens() -> Iterator[Hearing]:
    hearing = Hearing()
    yield hearing
    hearing.stop()


@pytest.fixture
def room_that_tells(desk: Desk, citizens: Hearing) -> Desk:
    source = Source("jmp", 1, "JMP", SourceKind.PUSH, "", True, "", reply_url=citizens.url)
    with acting(desk.room.database.storage) as work:
        work.add(source)
    return desk


@pytest.fixture
def part(room_that_tells: Desk) -> Iterator[DeliveryPart]:
    room = room_that_tells.room
    poster = Poster(LIVE, room.clock, lambda source_id: KEY if source_id == "jmp" else None)
    part = DeliveryPart(room, {CONTRACT: poster}, backoff=lambda: Backoff(0.05))
    part.start()
    yield part
    part.stop()


def complaint(desk: Desk, id: str) -> str:
    report = ReceiveReport("jmp", id, "jalan_rusak", "lubang di jalan")
    return str(desk.do(report).result["incident_id"])


def deliveries(desk: Desk) -> list[Delivery]:
    rows: list[Delivery] = sorted(desk.look().all("delivery"), key=lambda r: (r.made_at, r.id))
    return rows


def until(true: Callable[[], bool], seconds: float = 20.0) -> bool:
    deadline = time.monotonic() + seconds
    while not true() and time.monotonic() < deadline:
        time.sleep(0.02)
    return true()


def settled(desk: Desk) -> bool:
    return all(row.state is not DeliveryState.WAITING for row in deliveries(desk))


def health(desk: Desk) -> Health | None:
    return desk.room.database.telemetry.health().get(("delivery", "jmp"))


def says(desk: Desk, code: str) -> bool:
    said = health(desk)
    return said is not None and said.code == code


def test_what_was_told_is_heard_in_order_signed_and_marked_as_heard(
    room_that_tells: Desk, part: DeliveryPart, citizens: Hearing
) -> None:
    incident = complaint(room_that_tells, "w-1")
    room_that_tells.do(VerifyIncident(incident))
    room_that_tells.do(CloseIncident(incident, Disposition.RESOLVED))
    part.follow(room_that_tells.look())
    assert until(lambda: settled(room_that_tells))
    assert [m["status"] for m in citizens.messages] == ["verified", "closed"]
    path, headers, body = citizens.requests[0]
    assert path == "/v1/messages"
    assert headers["Idempotency-Key"] == json.loads(body)["id"] == deliveries(room_that_tells)[0].id
    head = f"POST\n/v1/messages\n{headers['Signed-At']}\n{headers['Idempotency-Key']}\n"
    right = hmac.new(b"rahasia", head.encode() + body, hashlib.sha256).hexdigest()
    assert (headers["Signature"], headers["Source-Key"]) == (right, "jmp.0123")
    assert headers["Room"] == "live"
    assert {row.state for row in deliveries(room_that_tells)} == {DeliveryState.DELIVERED}


def test_who_does_not_answer_is_told_again_and_hears_it_once_by_id(
    room_that_tells: Desk, part: DeliveryPart, citizens: Hearing
) -> None:
    citizens.answer(503, 0, (301, {"Location": "/elsewhere"}), 401, 404)
    incident = complaint(room_that_tells, "w-1")
    room_that_tells.do(VerifyIncident(incident))
    room_that_tells.do(CloseIncident(incident, Disposition.RESOLVED))
    part.follow(room_that_tells.look())
    assert until(lambda: settled(room_that_tells))
    assert [m["status"] for m in citizens.messages] == ["verified", "closed"]
    assert len(citizens.requests) == 7
    assert {path for path, _, _ in citizens.requests} == {"/v1/messages"}
    assert until(lambda: says(room_that_tells, "delivery_ok"))


def test_a_message_that_will_never_be_taken_is_refused_and_the_next_one_goes(
    room_that_tells: Desk, part: DeliveryPart, citizens: Hearing, clock: HandClock
) -> None:
    citizens.answer(422)
    for id in ("w-1", "w-2"):
        room_that_tells.do(VerifyIncident(complaint(room_that_tells, id)))
        clock.turn(1)
    part.follow(room_that_tells.look())
    assert until(lambda: settled(room_that_tells))
    states = [(row.state, row.reason) for row in deliveries(room_that_tells)]
    assert states == [(DeliveryState.REFUSED, "422"), (DeliveryState.DELIVERED, "")]
    alarms = [alarm.type for alarm in room_that_tells.look().open_alarms()]
    assert alarms == [AlarmType.DELIVERY_FAILED]


def test_a_source_without_an_address_keeps_its_messages_until_it_has_one(
    room_that_tells: Desk, part: DeliveryPart, citizens: Hearing
) -> None:
    room_that_tells.do(VerifyIncident(complaint(room_that_tells, "w-1")))
    storage = room_that_tells.room.database.storage
    with acting(storage) as work:
        work.change(work.get(Source, "jmp"), enabled=False)
    part.follow(room_that_tells.look())
    assert until(lambda: says(room_that_tells, "delivery_no_address"))
    assert citizens.requests == []
    with acting(storage) as work:
        work.change(work.get(Source, "jmp"), enabled=True)
    part.follow(room_that_tells.look())
    assert until(lambda: settled(room_that_tells))


def test_killed_in_the_middle_every_message_is_still_heard_once_by_its_id(
    room_that_tells: Desk, citizens: Hearing, database_url: str, clock: HandClock
) -> None:
    ids = [f"w-{number:02}" for number in range(24)]
    for id in ids:
        room_that_tells.do(VerifyIncident(complaint(room_that_tells, id)))
        clock.turn(1)
    for least in (5, 12):
        process = _telling(database_url)
        assert until(partial(_heard, citizens, least))
        process.send_signal(signal.SIGKILL)
        process.communicate()
    process = _telling(database_url)
    try:
        assert until(lambda: settled(room_that_tells), 40)
    finally:
        process.kill()
        process.communicate()
    assert [m["report"] for m in citizens.messages] == ids
    assert {row.state for row in deliveries(room_that_tells)} == {DeliveryState.DELIVERED}
    assert len(citizens.requests) <= len(ids) + 2  # a kill repeats what it cut off, no more


def _heard(citizens: Hearing, least: int) -> bool:
    return len(citizens.messages) >= least


def _telling(url: str) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "tests.room.telling", url]
    return subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL)


@pytest.mark.parametrize(
    ("rules", "url", "code"),
    [
        (LIVE, "http://127.0.0.1:8100", None),
        (LIVE, "http://[::1]:8100/x", None),
        (LIVE, "https://jmp.example", None),
        (LIVE, "http://jmp.example", "delivery_not_https"),
        (LIVE, "http://localhost.example", "delivery_not_https"),
        (LIVE, "https://u:p@jmp.example", "delivery_bad_address"),
        (LIVE, "file:///etc/passwd", "delivery_bad_address"),
        (LIVE, "https://[broken", "delivery_bad_address"),
        (Rules("live", frozenset({"jmp.example"})), "https://JMP.example/a", None),
        (Rules("live", frozenset({"jmp.example"})), "https://x.example", "delivery_host_unknown"),
        (
            Rules("exercise", loopback_only=True),
            "https://jmp.example",
            "delivery_leaves_exercise",
        ),
        (Rules("exercise", loopback_only=True), "http://127.0.0.1:1", None),
    ],
)
def test_where_messages_may_go(rules: Rules, url: str, code: str | None) -> None:
    fault = rules.against(url)
    assert (fault.code if fault else None) == code


def test_a_message_larger_than_any_is_never_sent(citizens: Hearing) -> None:
    at = datetime(2026, 11, 21, tzinfo=UTC)
    row = Delivery(
        "d1",
        1,
        CONTRACT,
        "jmp",
        "reply",
        "report",
        "r1",
        None,
        {"text": "x" * 70_000},
        DeliveryState.WAITING,
        at,
        None,
        "",
    )
    clock = type("Still", (), {"now": staticmethod(lambda: at)})()
    fault = Poster(LIVE, clock, lambda _: None)(row, citizens.url)
    assert fault is not None
    assert (fault.code, fault.final, citizens.requests) == ("delivery_too_large", True, [])
