"""The exchange of 110, Ngalam 112 and WhatsApp over real HTTP: read by the room and posted to its
gateway; nothing double, nothing lost, and no number in the clear anywhere, on both engines."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from command_center.bootstrap.gateway import Intake
from command_center.bootstrap.gateway_server import GatewayPart
from command_center.bootstrap.source_keys import give_key
from command_center.bootstrap.sources import SourceKeeper
from command_center.commands.room import ConnectSource
from command_center.commands.sealed import OpenSealed
from command_center.connectors.gateway.keys import SourceKey, new_master
from command_center.connectors.gateway.server import Listen
from command_center.connectors.posting import Gate
from command_center.domain.partner import CallState, PhoneCall
from command_center.domain.room import SourceKind
from command_center.duty.calls import callbacks_due
from command_center.exercise.systems import exchange, ngalam_112, whatsapp
from command_center.exercise.systems.exchange import PRANKSTER, Exchange
from command_center.exercise.systems.peer import Peer
from tests.room.conftest import HandClock
from tests.room.desk import Desk
from tests.room.test_deliver import until

MASTER = new_master()
NUMBER = "081233445566"


class City(Desk):
    """The room with a gateway, and the systems that post to it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.room)
        self.gateway = GatewayPart(desk.room, Listen("127.0.0.1", 0), MASTER)
        self.gateway.start()

    def connect(self, peer: Peer, id: str, name: str, profile: str) -> None:
        command = ConnectSource(id, name, "", kind=SourceKind.PUSH, profile=profile)
        self.do(command, act=self.room.console)
        key = give_key(self.room, id, MASTER)
        self.gateway.follow(self.look())
        peer.post_to(Gate(self.gateway.url, key))
        peer.start()

    def calls(self) -> list[PhoneCall]:
        return list(self.look().all("phone_call"))

    def states(self) -> list[str]:
        return sorted(call.state.value for call in self.calls())

    def everything(self) -> str:
        """Log, rows and what stands in the database's tables as text."""
        entries = "\n".join(repr(e.entry) for e in self.room.database.history.entries())
        return entries + "\n".join(repr(call) for call in self.calls())


@pytest.fixture
def city(desk: Desk) -> Iterator[City]:
    made = City(desk)
    yield made
    made.gateway.stop()


@pytest.fixture
def peers() -> Iterator[Callable[[Peer], Peer]]:
    started: list[Peer] = []

    def keep(peer: Peer) -> Peer:
        started.append(peer)
        return peer

    yield keep
    for peer in started:
        peer.stop()


@pytest.fixture
def sentral(city: City, clock: HandClock, peers: Callable[[Peer], Peer]) -> Exchange:
    made = exchange.make(1, clock, "live")
    peers(made)
    city.connect(made, exchange.SOURCE_ID, exchange.NAME, exchange.PROFILE)
    return made


def told(peer: Peer) -> bool:
    return len(peer.outgoing.answers) == len(peer.sent)


def test_calls_posted_backwards_and_twice_are_what_they_were(
    city: City, sentral: Exchange, clock: HandClock
) -> None:
    sentral.hold()
    lost, had = sentral.ring(NUMBER, "Klojen"), sentral.ring()
    clock.turn(8)
    sentral.abandon(lost)
    sentral.answer_elsewhere(had)
    sentral.repeat(lost, "abandoned")
    clock.turn(30)
    sentral.end(had)
    sentral.release(backwards=True)
    assert until(lambda: told(sentral))
    by_id = {call.call_id: call for call in city.calls()}
    assert (by_id[lost].state, by_id[had].state) == (CallState.ABANDONED, CallState.ENDED)
    assert by_id[lost].area_code is not None
    ended_at = by_id[lost].ended_at
    assert ended_at is not None
    assert (ended_at - by_id[lost].ringing_at).total_seconds() == 8
    clock.turn(400)
    due = [one.subject_id for one in callbacks_due(city.look(), clock.now())]
    assert due == [by_id[lost].id]


def files_of(database_url: str) -> bytes:
    """The database itself, where it is a file."""
    name, _, path = database_url.partition("///")
    if not name.startswith("sqlite"):
        return b""
    return b"".join(file.read_bytes() for file in Path(path).parent.glob(f"{Path(path).name}*"))


def test_a_number_is_nowhere_but_sealed_and_tells_calls_apart(
    city: City, sentral: Exchange, database_url: str
) -> None:
    first, second = sentral.ring(PRANKSTER), sentral.ring(NUMBER)
    third = sentral.ring(f"+62{PRANKSTER[1:]}")
    assert until(lambda: told(sentral))
    by_id = {call.call_id: call for call in city.calls()}
    assert by_id[first].caller_ref != by_id[second].caller_ref
    assert by_id[first].caller_ref == by_id[third].caller_ref
    everything = city.everything()
    for number in (PRANKSTER, NUMBER, PRANKSTER[1:], NUMBER[1:]):
        assert number not in everything
        assert number.encode() not in files_of(database_url)
    subject_id = by_id[second].subject_id
    assert subject_id is not None
    op_id = city.do(OpenSealed(subject_id, "telepon balik")).op_id
    (item,) = city.room.vault.open(op_id)
    assert (item.what, item.text) == ("phone", NUMBER)
    assert city.kinds()[-1] == "sealed.opened"


def test_a_gateway_that_is_away_loses_no_call(
    city: City, sentral: Exchange, clock: HandClock
) -> None:
    sentral.ring()
    assert until(lambda: told(sentral))
    sentral.kill()
    sentral.abandon(next(iter(sentral.calls)))
    sentral.ring()
    assert city.states() == ["ringing"]
    sentral.revive()
    assert until(lambda: told(sentral))
    assert city.states() == ["abandoned", "ringing"]
    assert set(sentral.outgoing.answers.values()) == {"stored"}


def test_the_room_reads_an_exchange_that_cannot_post(desk: Desk, clock: HandClock) -> None:
    sentral = exchange.make(2, clock, "live")
    sentral.start()
    command = ConnectSource(
        exchange.SOURCE_ID, exchange.NAME, sentral.url, profile=exchange.PROFILE
    )
    desk.do(command, act=desk.room.console)
    intake = Intake(desk.room, (SourceKeeper,))
    intake.hold_or_leave()
    intake.follow(desk.look())
    try:
        for _ in range(12):
            sentral.ring_something()
            clock.turn(1)
        taken = next(iter(sentral.calls))
        sentral.answered(taken)
        clock.turn(200)

        def all_told() -> bool:
            return desk.kinds().count("call.event") == len(sentral.sent)

        def over() -> bool:
            calls = list(desk.look().all("phone_call"))
            return bool(calls) and all(call.state is not CallState.RINGING for call in calls)

        assert until(lambda: all_told() and over())
        by_id = {call.call_id: call for call in desk.look().all("phone_call")}
        assert by_id.keys() == sentral.calls.keys()
        assert (by_id[taken].state, by_id[taken].claimed_at) == (CallState.ENDED, None)
    finally:
        intake.stop()
        sentral.stop()


def test_112_and_whatsapp_post_under_their_own_names(
    city: City, clock: HandClock, peers: Callable[[Peer], Peer]
) -> None:
    ngalam, chats = ngalam_112.make(3, clock, "live"), whatsapp.make(4, clock, "live")
    for peer, of in ((ngalam, ngalam_112), (chats, whatsapp)):
        peers(peer)
        city.connect(peer, of.SOURCE_ID, of.NAME, of.PROFILE)
    ticket = ngalam.hand_on("tabrakan dua motor", "laka_lantas", "Klojen")
    chat = chats.chat("ada yg berantem", NUMBER, pin=(-7.98, 112.63))
    for _ in range(5):
        ngalam.say_something()
        chats.say_something()
    assert until(lambda: told(ngalam) and told(chats))
    reports = {row.external_id: row for row in city.look().all("report")}
    assert (reports[ticket].source_id, reports[ticket].channel) == ("ngalam-112", "112")
    assert (reports[chat].source_id, reports[chat].channel) == ("whatsapp", "whatsapp")
    assert reports[chat].lat == -7.98
    assert reports[chat].reporter_ref != ""
    assert NUMBER not in city.everything()
    telemetry = city.room.database.telemetry
    names = {("source", "ngalam-112"), ("source", "whatsapp")}
    assert until(lambda: names <= set(telemetry.health()))
    assert {telemetry.health()[name].state for name in names} == {"ok"}
    whoever = chats.outgoing
    chats.kill()
    foreign = Gate(city.gateway.url, SourceKey("whatsapp.000000000000", "0" * 64))
    whoever.post_to(foreign)
    chats.chat("bukan saya")
    assert whoever.flush() is False
