"""Orders reach the units over real HTTP, once heard, again until then, on this machine only."""

import json
import queue
import time
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest

from command_center.connectors.backoff import Backoff
from command_center.connectors.order_messages import Message, messages_of
from command_center.connectors.orders_out import OrderSender
from command_center.domain.errors import OperatorError
from command_center.domain.incident import Incident
from command_center.domain.log import Change
from command_center.domain.unit import Assignment, AssignmentKind, OrderStatus, Unit, UnitStatus
from command_center.exercise.city.order_server import OrderServer
from command_center.ports import Health, Position
from command_center.runtime.clock import LogClock
from tests.unit.exercise_city.entries import NOW, assignment, entry

PATIENCE_S = 30.0


class Board:
    """One incident with two units on it."""

    def assignment(self, id: str) -> Assignment | None:
        kind = AssignmentKind.REQUESTED if id == "a2" else AssignmentKind.ACTIVE
        unit = f"u{id[1:]}"
        return Assignment(
            id, 1, "i1", unit, "o1", kind, OrderStatus.ORDERED, NOW,
            None, None, None, None, None, None, None, False,
        )  # fmt: skip

    def unit(self, id: str) -> Unit | None:
        return Unit(
            id, 1, f"SIGN {id[1:]}", "ag", "", (), 4, None, None, UnitStatus.ORDERED, NOW, ""
        )

    def incident(self, id: str) -> Incident | None:
        return None


class Healths:
    def __init__(self) -> None:
        self.last: Health | None = None
        self.codes: list[str] = []

    def put_health(self, health: Health) -> None:
        self.last = health
        self.codes.append(health.code)

    def put_positions(self, positions: Any) -> None:
        raise AssertionError("the way out knows no positions")

    def positions(self) -> Mapping[str, Position]:
        return {}

    def health(self) -> Mapping[tuple[str, str], Health]:
        return {}

    def listen(self, listener: Callable[[], None]) -> None:
        raise AssertionError("the way out listens to nobody")


ORDERED = entry(
    "units.ordered",
    [
        Change("dispatch_order", "o1", 1, {"text": "merapat"}, {}),
        assignment("a1", unit_id="u1"),
        assignment("a2", unit_id="u2"),
    ],
)


@pytest.fixture
def server() -> Iterator[OrderServer]:
    made = OrderServer()
    made.start()
    yield made
    made.stop()


@pytest.fixture
def healths() -> Healths:
    return Healths()


def sender(url: str, healths: Healths) -> OrderSender:
    return OrderSender(url, healths, LogClock(NOW), backoff=Backoff(0.05))


def until(true: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE_S
    while not true():
        assert time.monotonic() < deadline, "it did not come about"
        time.sleep(0.01)


def body(message: Message) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(message.body)
    return found


def test_an_order_is_heard_by_each_of_its_units(server: OrderServer, healths: Healths) -> None:
    out = sender(server.url, healths)
    out.start()
    out.hand(ORDERED, Board())
    heard = [server.heard.get(timeout=PATIENCE_S) for _ in range(2)]
    out.stop()
    assert [(one.call_sign, one.requested) for one in heard] == [
        ("SIGN 1", False),
        ("SIGN 2", True),
    ]
    assert {one.at for one in heard} == {NOW}
    assert healths.last is not None
    assert (healths.last.state, healths.last.code) == ("ok", "orders_ok")


def test_it_is_sent_again_until_it_is_heard(server: OrderServer, healths: Healths) -> None:
    url = server.url
    gone = OrderServer()
    dead = gone.url
    gone._server.server_close()
    out = sender(dead, healths)
    out.start()
    out.hand(ORDERED, Board())
    until(lambda: healths.codes.count("orders_unreachable") >= 2)
    assert healths.last is not None
    assert healths.last.state == "down"
    assert healths.last.next_try_at is not None
    out._url = url
    server.heard.get(timeout=PATIENCE_S)
    until(lambda: healths.codes[-1] == "orders_ok")
    out.stop()


def test_a_full_city_is_asked_again(server: OrderServer, healths: Healths) -> None:
    server._server.heard = queue.Queue(1)
    out = sender(server.url, healths)
    out.start()
    out.hand(ORDERED, Board())
    until(lambda: "orders_status" in healths.codes)
    server._server.heard = server.heard
    assert server.heard.get(timeout=PATIENCE_S).call_sign == "SIGN 1"
    out.stop()


def test_what_is_refused_for_good_is_not_repeated(server: OrderServer, healths: Healths) -> None:
    out = sender(server.url + "x", healths)
    out.start()
    out.hand(ORDERED, Board())
    until(lambda: "order_refused" in healths.codes)
    out.stop()
    assert healths.codes == ["order_refused"]


def test_too_many_waiting_is_said_not_waited_for(healths: Healths) -> None:
    out = sender("http://127.0.0.1:9/v1/orders", healths)
    for _ in range(300):
        out.hand(ORDERED, Board())
    assert healths.codes[-1] == "orders_overflow"


@pytest.mark.parametrize(
    "url",
    [
        "http://192.0.2.7:80/v1/orders",
        "http://example.com/v1/orders",
        "http://localhost.example.com/v1/orders",
        "http://127.0.0.1@192.0.2.7/v1/orders",
        "http://0.0.0.0/v1/orders",
        "",
    ],
)
def test_only_this_machine_is_sent_to(url: str, healths: Healths) -> None:
    with pytest.raises(OperatorError, match="orders_only_to_loopback"):
        sender(url, healths)


def test_units_called_off_are_told_so() -> None:
    ended = [assignment("a1", 4, closed_at=NOW.isoformat()), assignment("a2", 4, status="menuju")]
    (message,) = messages_of(entry("incident.closed", ended), Board())
    assert body(message)["kind"] == "stand_down"
    assert [unit["call_sign"] for unit in body(message)["units"]] == ["SIGN 1"]


def test_what_a_unit_said_itself_is_not_told_back() -> None:
    ended = [assignment("a1", 4, closed_at=NOW.isoformat())]
    assert messages_of(entry("unit.status", ended), Board()) == []


def test_an_order_carries_its_words() -> None:
    (message,) = messages_of(ORDERED, Board())
    assert body(message)["text"] == "LATIHAN: merapat"
    assert body(message)["contract"] == "pusat-komando-orders/1"
