"""The words of an order reach the unit's own system: over real HTTP and real sockets."""

import hashlib
import hmac
import json
import socket
import socketserver
import ssl
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import pytest
from defusedxml.ElementTree import fromstring

from command_center.bootstrap.deliveries import DeliveryPart, make_deliveries
from command_center.bootstrap.order_routes import OrderRoutes, webhook_key
from command_center.commands.dispatch import OrderUnits, ReleaseUnit
from command_center.commands.follow import FollowUnit, UnitStep
from command_center.commands.order_routes import COLUMNS, SetOrderRoutes
from command_center.commands.order_task import CancelOrder, CorrectAddress, RepeatOrder
from command_center.commands.stack import Reassign, ReassignUnit
from command_center.commands.tell import CONTRACT
from command_center.commands.triage import CloseIncident
from command_center.commands.undo import Undo
from command_center.connectors.backoff import Backoff
from command_center.connectors.deliver import cot as cot_module
from command_center.connectors.deliver.cot import CotSender, event_of
from command_center.connectors.deliver.fault import Fault
from command_center.connectors.deliver.post import Poster
from command_center.connectors.deliver.rules import Rules
from command_center.connectors.gateway.keys import new_master
from command_center.domain.incident import Disposition
from command_center.domain.order_routes import SETTING, OrderRoute, RouteBy, RouteVia
from command_center.domain.referral import Delivery, DeliveryState
from command_center.domain.room import AlarmType, Source, SourceKind
from command_center.domain.unit import OrderStatus
from command_center.situation.timeline import timeline
from tests.room.desk import Desk
from tests.room.hearing import Hearing
from tests.room.test_deliver import deliveries, settled, until
from tests.storage.rows import acting
from tests.unit.connectors.mail_server import make_certificate

HEAD = ",".join(COLUMNS)
SAMAPTA, LANTAS, DAMKAR = "SAMAPTA 12", "LANTAS 03", "DAMKAR 02"
WORDS = "SAMAPTA 12, tawuran di Jl. Ijen, awas <senjata> & batu"
MASTER = new_master()


class CotServer:
    """Every connection's bytes; `cut`: it breaks off so many before it takes any."""

    def __init__(self, port: int = 0, *, cut: int = 0, tls: ssl.SSLContext | None = None) -> None:
        heard: list[bytes] = []
        left = [cut]

        class Handler(socketserver.BaseRequestHandler):
            def handle(self) -> None:
                connection = self.request
                if left[0] > 0:
                    left[0] -= 1
                    reset = b"\x01\x00\x00\x00\x00\x00\x00\x00"
                    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, reset)
                    return
                if tls is not None:
                    try:
                        connection = tls.wrap_socket(connection, server_side=True)
                    except OSError:
                        return
                said = b""
                while not said.endswith(b"</event>") and (some := connection.recv(4096)):
                    said += some
                heard.append(said)
                connection.close()

        class Server(socketserver.ThreadingTCPServer):
            allow_reuse_address = True
            daemon_threads = True

            def shutdown_request(self, request: Any) -> None:
                request.close()  # without taking leave first: what was cut is cut

        self.heard = heard
        self._server = Server(("127.0.0.1", port), Handler)
        self.port = int(self._server.server_address[1])
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,))
        self._thread.start()

    @property
    def events(self) -> list[Element]:
        return [fromstring(said) for said in list(self.heard)]

    def stop(self) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()


@pytest.fixture
def cot() -> Iterator[CotServer]:
    server = CotServer()
    yield server
    server.stop()


@pytest.fixture
def hearing() -> Iterator[Hearing]:
    made = Hearing()
    yield made
    made.stop()


@pytest.fixture
def part(desk: Desk) -> Iterator[DeliveryPart]:
    room, rules = desk.room, Rules("live")
    routes = OrderRoutes(room.room.id, MASTER)
    senders = {CONTRACT: Poster(rules, room.clock, lambda _: None)}
    made = DeliveryPart(
        room,
        senders | routes.senders(rules, room.clock),
        (routes.follow,),
        backoff=lambda: Backoff(0.05),
    )
    made.start()
    yield made
    made.stop()


def routed(desk: Desk, *rows: str) -> None:
    kept = desk.look().get("room_setting", SETTING)
    text = "\n".join((HEAD, *rows))
    desk.do(SetOrderRoutes(text, kept.version if kept else 0), act=desk.room.console)


def order(desk: Desk, incident: str, *signs: str, text: str = WORDS) -> None:
    desk.do(OrderUnits(incident, tuple(desk.unit(sign).id for sign in signs), text))


def placed(desk: Desk) -> str:
    return desk.report(lat=-7.9666, lon=112.6326)


def said(desk: Desk) -> list[tuple[str, str, str]]:
    return [(r.body["call_sign"], r.body["kind"], r.body["text"]) for r in deliveries(desk)]


def all_sent(desk: Desk, part: DeliveryPart) -> bool:
    part.follow(desk.look())
    return until(lambda: settled(desk))


def test_an_order_is_posted_signed_in_the_words_that_were_logged_and_is_not_heard_by_that(
    desk: Desk, part: DeliveryPart, hearing: Hearing
) -> None:
    routed(desk, f"unit,{SAMAPTA},webhook,{hearing.url}/perintah,k2")
    incident = placed(desk)
    order(desk, incident, SAMAPTA, LANTAS)
    assert all_sent(desk, part)
    ((path, headers, body),) = hearing.requests
    message, (row,) = json.loads(body), deliveries(desk)
    (logged,) = desk.look().all("dispatch_order")
    assert (path, message["text"], message["call_sign"]) == ("/perintah", logged.text, SAMAPTA)
    assert (message["lat"], message["kind"]) == (-7.9666, "order")
    assert headers["Idempotency-Key"] == message["id"] == row.id
    route = OrderRoute(RouteBy.UNIT, SAMAPTA, RouteVia.WEBHOOK, f"{hearing.url}/perintah", "k2")
    secret = webhook_key(MASTER, desk.room.room.id, route).secret
    head = f"POST\n/perintah\n{headers['Signed-At']}\n{row.id}\n".encode()
    assert (
        headers["Signature"] == hmac.new(secret.encode(), head + body, hashlib.sha256).hexdigest()
    )
    held = desk.held(SAMAPTA)
    assert held is not None
    assert (held.id, held.status, held.accepted_at) == (
        message["order"],
        OrderStatus.ORDERED,
        None,
    )
    entries = list(desk.room.database.history.entries())
    shown = [line for line in timeline(entries, {incident}) if line.kind == "delivery.heard"]
    assert [line.result["call_sign"] for line in shown] == [SAMAPTA]


def test_only_the_units_own_answer_makes_it_heard(
    desk: Desk, part: DeliveryPart, hearing: Hearing
) -> None:
    with acting(desk.room.database.storage) as work:
        work.add(Source("mdt", 1, "MDT", SourceKind.PUSH, "", True, "", reply_url=hearing.url))
    routed(desk, "agency,samapta,contract,mdt,")
    order(desk, placed(desk), SAMAPTA)
    assert all_sent(desk, part)
    ((path, _, _),) = hearing.requests
    assert path == "/v1/messages"
    desk.do(FollowUnit("mdt", "", SAMAPTA, UnitStep.ACCEPTED, desk.room.clock.now()))
    held = desk.held(SAMAPTA)
    assert held is not None
    assert held.status is OrderStatus.ACCEPTED


def test_a_receiver_that_dies_or_stalls_hears_it_again_under_the_same_id_and_once(
    desk: Desk, part: DeliveryPart, hearing: Hearing
) -> None:
    hearing.answer(503, 0, 404)
    routed(desk, f"unit,{SAMAPTA},webhook,{hearing.url},")
    order(desk, placed(desk), SAMAPTA)
    assert desk.held(SAMAPTA) is not None
    assert all_sent(desk, part)
    assert len(hearing.requests) == 4
    assert len({headers["Idempotency-Key"] for _, headers, _ in hearing.requests}) == 1
    held = desk.held(SAMAPTA)
    assert held is not None
    desk.do(RepeatOrder(held.id))
    assert all_sent(desk, part)
    assert [m["kind"] for m in hearing.messages] == ["order", "repeat"]
    assert len(hearing.requests) == 5


def test_one_that_refuses_rings_and_the_order_stands(
    desk: Desk, part: DeliveryPart, hearing: Hearing
) -> None:
    hearing.answer(422)
    routed(desk, f"unit,{SAMAPTA},webhook,{hearing.url},")
    order(desk, placed(desk), SAMAPTA)
    assert all_sent(desk, part)
    (alarm,) = desk.look().open_alarms()
    assert (alarm.type, alarm.params["reach"]) == (AlarmType.DELIVERY_FAILED, SAMAPTA)
    assert desk.held(SAMAPTA) is not None


def test_all_that_is_said_of_an_order_follows_it_in_turn(
    desk: Desk, part: DeliveryPart, hearing: Hearing
) -> None:
    routed(desk, f"unit,{SAMAPTA},webhook,{hearing.url},")
    incident = placed(desk)
    order(desk, incident, SAMAPTA)
    held = desk.held(SAMAPTA)
    assert held is not None
    desk.do(RepeatOrder(held.id))
    was = desk.incident(incident).address
    corrected = desk.do(CorrectAddress(incident, "Jl. Semeru 1"))
    desk.do(Undo("incident", incident, corrected.op_id))
    desk.do(CancelOrder(held.id, "salah alamat", "batal, kembali"))
    assert all_sent(desk, part)
    assert [(m["kind"], m["text"]) for m in hearing.messages] == [
        ("order", WORDS),
        ("repeat", WORDS),
        ("address", "Jl. Semeru 1"),
        ("address", was),
        ("stand_down", "batal, kembali"),
    ]
    assert {m["order"] for m in hearing.messages} == {held.id}


def test_whoever_is_pulled_let_go_or_undone_is_told_so(desk: Desk, hearing: Hearing) -> None:
    routed(desk, *(f"unit,{sign},webhook,{hearing.url}," for sign in (SAMAPTA, LANTAS, DAMKAR)))
    one, other = placed(desk), placed(desk)
    order(desk, one, SAMAPTA, LANTAS, DAMKAR, text="satu")
    held = desk.held(SAMAPTA)
    assert held is not None
    pull = ReassignUnit(
        desk.unit(SAMAPTA).id, Reassign.PULL, "lebih dekat", held.id, other, text="dua"
    )
    done = desk.do(pull)
    desk.do(ReleaseUnit(desk.unit(LANTAS).id))
    desk.do(Undo("assignment", str(done.result["assignment_id"]), done.op_id))
    desk.do(CloseIncident(one, Disposition.RESOLVED))
    assert [row for row in said(desk) if row[0] == LANTAS] == [
        (LANTAS, "order", "satu"),
        (LANTAS, "stand_down", ""),
    ]
    assert sorted(row[1:] for row in said(desk) if row[0] == SAMAPTA) == sorted(
        [
            ("order", "satu"),
            ("order", "dua"),
            ("order", "satu"),
            ("stand_down", ""),
            ("stand_down", ""),
        ]
    )
    asked = [row.body for row in deliveries(desk) if row.body["call_sign"] == DAMKAR]
    assert [(body["kind"], body["requested"]) for body in asked] == [
        ("order", True),
        ("stand_down", True),
    ]


def test_what_a_unit_or_its_system_says_itself_is_not_sent_back(
    desk: Desk, hearing: Hearing
) -> None:
    routed(desk, f"unit,{SAMAPTA},webhook,{hearing.url},")
    now = desk.room.clock.now()
    desk.report(external_id="r-9")
    desk.do(FollowUnit("110", "r-9", SAMAPTA, UnitStep.EN_ROUTE, now))
    desk.do(FollowUnit("110", "r-9", SAMAPTA, UnitStep.AVAILABLE, now))
    assert deliveries(desk) == []


@pytest.fixture
def rooms_own(desk: Desk) -> Iterator[DeliveryPart]:
    """As the intake has it."""
    made = make_deliveries(desk.room)
    made.start()
    yield made
    made.stop()


def test_a_cot_server_gets_one_event_for_an_order_with_its_words_and_its_point(
    desk: Desk, rooms_own: DeliveryPart, cot: CotServer
) -> None:
    part = rooms_own
    routed(desk, f"unit,{SAMAPTA},cot,127.0.0.1:{cot.port},")
    incident = placed(desk)
    order(desk, incident, SAMAPTA)
    assert all_sent(desk, part)
    part.follow(desk.look())
    desk.do(CloseIncident(incident, Disposition.RESOLVED))
    assert all_sent(desk, part)
    first, last = cot.events
    point, dest = first.find("point"), first.find("detail/marti/dest")
    assert point is not None
    assert dest is not None
    assert (point.get("lat"), point.get("lon")) == ("-7.966600", "112.632600")
    assert (dest.get("callsign"), first.findtext("detail/remarks")) == (SAMAPTA, WORDS)
    assert first.get("uid") == last.get("uid")
    assert last.get("stale") == last.get("time")
    assert str(last.findtext("detail/remarks")).startswith("BATAL")


def test_a_cot_server_that_is_dead_or_breaks_off_gets_it_when_it_is_back(
    desk: Desk, part: DeliveryPart
) -> None:
    server = CotServer()
    server.stop()
    routed(desk, f"unit,{SAMAPTA},cot,127.0.0.1:{server.port},")
    order(desk, placed(desk), SAMAPTA)
    part.follow(desk.look())
    lane = f"unit:{SAMAPTA}"

    def down() -> bool:
        health = desk.room.database.telemetry.health().get(("delivery", lane))
        return health is not None and health.code == "delivery_unreachable"

    assert until(down)
    assert [row.state for row in deliveries(desk)] == [DeliveryState.WAITING]
    back = CotServer(server.port, cut=1)
    try:
        assert until(lambda: settled(desk))
        assert len(back.events) == 1
    finally:
        back.stop()


def test_a_cot_server_that_hangs_has_not_taken_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cot_module, "TIMEOUT_S", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as hung:
        to = f"127.0.0.1:{hung.getsockname()[1]}"
        assert CotSender(Rules("live"), lambda _: to)(message(), "") == Fault("delivery_timeout")


def test_an_order_without_a_point_cannot_go_as_cot_and_rings(
    desk: Desk, part: DeliveryPart, cot: CotServer
) -> None:
    routed(desk, f"unit,{SAMAPTA},cot,127.0.0.1:{cot.port},")
    order(desk, desk.report(), SAMAPTA)
    assert all_sent(desk, part)
    (row,) = deliveries(desk)
    assert (row.state, row.reason, cot.heard) == (
        DeliveryState.REFUSED,
        "delivery_no_point",
        [],
    )


def message(**other: Any) -> Delivery:
    at = "2026-11-21T07:00:00Z"
    body: dict[str, Any] = {
        "id": "d",
        "at": at,
        "order": "a",
        "kind": "order",
        "call_sign": SAMAPTA,
    }
    body |= {"number": "2026-11-21/0001", "text": WORDS, "lat": -7.9, "lon": 112.6, **other}
    now: Any = None
    return Delivery(
        "d",
        1,
        "cot",
        "r",
        "order",
        "assignment",
        "a",
        None,
        body,
        DeliveryState.WAITING,
        now,
        now,
        "",
    )


@pytest.mark.parametrize(
    ("rules", "to", "code"),
    [
        (Rules("live", named_only=True), "tak.example:8089", "delivery_host_unknown"),
        (Rules("exercise", loopback_only=True), "10.0.0.7:8087", "delivery_leaves_exercise"),
        (Rules("live"), "", "delivery_no_address"),
    ],
)
def test_a_host_nobody_named_is_not_spoken_to(rules: Rules, to: str, code: str) -> None:
    fault = CotSender(rules, lambda _: to)(message(), "")
    assert fault is not None
    assert (fault.code, fault.final) == (code, False)


def test_a_webhook_without_a_named_host_or_a_secret_is_not_posted_to(desk: Desk) -> None:
    routes, clock = OrderRoutes("room", ""), desk.room.clock
    routed(
        desk,
        f"unit,{SAMAPTA},webhook,https://mdt.example/a,",
        f"unit,{LANTAS},webhook,http://127.0.0.1:9/,",
    )
    routes.follow(desk.look())
    post = routes.senders(Rules("live"), clock)["webhook"]

    def fault(sign: str) -> str:
        base = message()
        got = post(Delivery(**{**_fields(base), "reach": f"unit:{sign}"}), "")
        assert isinstance(got, Fault)
        return got.code

    assert fault(SAMAPTA) == "delivery_host_unknown"
    assert fault(LANTAS) == "delivery_no_key"
    assert fault(DAMKAR) == "delivery_no_address"


def _fields(row: Delivery) -> dict[str, Any]:
    return {name: getattr(row, name) for name in Delivery.__slots__}


@pytest.mark.parametrize("trusted", [True, False])
def test_over_a_network_cot_is_spoken_by_tls_to_who_proves_to_be_named(
    trusted: bool, tmp_path: Path
) -> None:
    pem = make_certificate(tmp_path)
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(pem)
    server = CotServer(tls=tls)

    def trust() -> ssl.SSLContext:
        made = ssl.create_default_context(cafile=str(pem) if trusted else None)
        made.check_hostname = False  # it is made for an address; the name is not what is tried
        return made

    rules = Rules("live", frozenset({"localhost"}), named_only=True)
    try:
        fault = CotSender(rules, lambda _: f"localhost:{server.port}", trust)(message(), "")
    finally:
        server.stop()
    assert (fault and fault.code) == (None if trusted else "delivery_tls")
    assert len(server.heard) == trusted


def test_an_event_is_xml_whatever_was_typed() -> None:
    words = "a\x00b\x1b[2J\ud800 <x> ]]> &"
    event = fromstring(event_of(message(text=words, call_sign='S"1').body))
    assert event.findtext("detail/remarks") == "a b [2J  <x> ]]> &"
    too_long = CotSender(Rules("live"), lambda _: "127.0.0.1:9")(message(text="<" * 16_000), "")
    assert too_long == Fault("delivery_too_large", final=True)
