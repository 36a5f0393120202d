"""An instruction reaches the unit's own system and is heard from there, over real HTTP."""

import json
from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest

from command_center.bootstrap.deliveries import DeliveryPart
from command_center.bootstrap.gateway_server import GatewayPart
from command_center.bootstrap.order_routes import OrderRoutes
from command_center.bootstrap.source_keys import give_key
from command_center.commands.addressees import Addressee
from command_center.commands.instructions import (
    GiveInstruction,
    HearInstruction,
    WithdrawInstruction,
)
from command_center.commands.order_routes import COLUMNS, SetOrderRoutes
from command_center.commands.room import ConnectSource
from command_center.commands.tell import CONTRACT
from command_center.connectors.backoff import Backoff
from command_center.connectors.deliver.post import Poster
from command_center.connectors.deliver.rules import Rules
from command_center.connectors.gateway.keys import new_master
from command_center.contract.records import VERSION
from command_center.domain.errors import OperatorError
from command_center.domain.instruction import AddresseeKind, HeardBy, InstructionReceipt
from command_center.domain.order_routes import SETTING
from command_center.domain.referral import DeliveryState
from command_center.domain.room import Role, SourceKind
from command_center.situation.instructions import instructions, sent_to
from tests.room.conftest import HandClock
from tests.room.desk import Desk
from tests.room.hearing import Hearing
from tests.room.test_deliver import settled, until
from tests.room.test_gateway import LOOPBACK
from tests.room.test_gateway import Poster as Said

MASTER = new_master()
SAMAPTA, LANTAS, DAMKAR = "SAMAPTA 12", "LANTAS 03", "DAMKAR 02"
TEXT = "Patroli Kayutangan sampai pukul 22.00"
HEAD = ",".join(COLUMNS)


class Both:
    """A room whose SAMAPTA 12 is reached by the source `mdt`, LANTAS 03 by a map, and DAMKAR 02 by
    voice; and what that source may post."""

    def __init__(self, desk: Desk, hearing: Hearing, part: DeliveryPart, said: Said) -> None:
        self.desk, self.hearing, self.part, self.said = desk, hearing, part, said
        self.lead = desk.person(Role.SHIFT_LEAD)

    def give(self, *signs: str) -> str:
        to = (Addressee(AddresseeKind.UNIT, self.desk.unit(sign).id) for sign in signs)
        given = self.desk.do(GiveInstruction(TEXT, tuple(to), "Kabag Ops"), act=self.lead)
        return str(given.result["instruction_id"])

    def heard(self) -> list[dict[str, object]]:
        """What its system was sent."""
        self.part.follow(self.desk.look())
        assert until(lambda: settled(self.desk))
        return [json.loads(body) for _, _, body in self.hearing.requests]

    def receipt(self, sign: str) -> InstructionReceipt:
        (given,) = instructions(self.desk.look())
        unit = self.desk.unit(sign).id
        return next(row for row in given.receipts if row.addressee == unit)

    def post(self, id: str, instruction: str, sign: str, at: datetime, by: str = "") -> str:
        record = {
            "type": "instruction_heard", "id": id, "at": at.isoformat(),
            "instruction": instruction, "call_sign": sign, "by": by,
        }  # fmt: skip
        answer = self.said.post("/v1/records", {"contract": VERSION, "records": [record]})
        (one,) = answer.json()["outcomes"]
        return f"{one['outcome']} {one.get('reason', '')}".strip()


@pytest.fixture
def both(desk: Desk) -> Iterator[Both]:
    room, rules, hearing = desk.room, Rules("live"), Hearing()
    source = ConnectSource("mdt", "MDT", "", kind=SourceKind.PUSH, profile="agency",
                           reply_url=hearing.url)  # fmt: skip
    desk.do(source, act=room.console)
    key = give_key(room, "mdt", MASTER)
    rows = (f"unit,{SAMAPTA},contract,mdt,", f"unit,{LANTAS},cot,127.0.0.1:9,")
    desk.do(SetOrderRoutes("\n".join((HEAD, *rows)), 0), act=room.console)
    routes = OrderRoutes(room.room.id, MASTER)
    poster = Poster(rules, room.clock, lambda _: None)
    part = DeliveryPart(
        room,
        {CONTRACT: poster} | routes.senders(rules, room.clock),
        (routes.follow,),
        backoff=lambda: Backoff(0.05),
    )
    gateway = GatewayPart(room, LOOPBACK, MASTER)
    for one in (part, gateway):
        one.start()
    gateway.follow(desk.look())
    yield Both(desk, hearing, part, Said(gateway.url, key))
    for one in (part, gateway):
        one.stop()
    hearing.stop()


def test_it_is_sent_by_contract_and_heard_by_whom_and_when(both: Both, clock: HandClock) -> None:
    id = both.give(SAMAPTA, LANTAS, DAMKAR)
    (message,) = both.heard()
    assert (message["type"], message["instruction"], message["call_sign"]) == (
        "instruction", id, SAMAPTA,
    )  # fmt: skip
    assert (message["text"], message["ordered_by"], message["withdrawn"]) == (
        TEXT, "Kabag Ops", False,
    )  # fmt: skip
    look = both.desk.look()
    sent = sent_to(look, both.receipt(SAMAPTA))
    assert sent is not None
    assert sent.state is DeliveryState.DELIVERED
    assert sent_to(look, both.receipt(LANTAS)) is None
    assert both.receipt(SAMAPTA).heard_at is None  # taken is not heard
    given_at = clock.now()
    clock.turn(120)
    at = given_at + timedelta(seconds=90)
    assert both.post("h1", id, SAMAPTA, at, " Bripka  Agus ") == "stored"
    row = both.receipt(SAMAPTA)
    assert (row.heard_at, row.how, row.told_by) == (at, HeardBy.SYSTEM, "Bripka Agus")
    assert both.post("h2", id, SAMAPTA, clock.now(), "Briptu Budi") == "stored"
    assert both.receipt(SAMAPTA) == row  # the first counts
    assert both.post("h3", id, "SAMAPTA 99", at).startswith("refused")
    both.desk.do(WithdrawInstruction(id, "selesai"), act=both.lead)
    sent = sent_to(both.desk.look(), both.receipt(SAMAPTA))
    assert sent is not None
    assert sent.body["withdrawn"]
    first, last = both.heard()
    assert (last["withdrawn"], last["instruction"]) == (True, id)
    assert str(last["at"]) > str(first["at"])


def test_nobody_says_it_for_a_unit_that_another_source_speaks_for(
    both: Both, clock: HandClock
) -> None:
    id = both.give(SAMAPTA)
    at = clock.now()
    assert both.post("x1", "nothing", SAMAPTA, at).startswith("refused")
    assert both.post("x2", id, DAMKAR, at).startswith("refused")
    other_ways = both.give(LANTAS, DAMKAR)  # by a map, and by voice
    for record, sign in (("x4", LANTAS), ("x5", DAMKAR)):
        assert both.post(record, other_ways, sign, at).startswith("refused")
    kept = both.desk.look().get("room_setting", SETTING)
    assert kept is not None
    text = f"{HEAD}\nunit,{SAMAPTA},contract,other,\nunit,{DAMKAR},webhook,https://mdt.example/x,"
    other = ConnectSource("other", "Lain", "", reply_url=both.hearing.url)
    both.desk.do(other, act=both.desk.room.console)
    both.desk.do(SetOrderRoutes(text, kept.version), act=both.desk.room.console)
    assert both.post("x3", id, SAMAPTA, at).startswith("refused")
    assert both.post("x6", other_ways, DAMKAR, at).startswith("refused")
    receipts = list(both.desk.look().all("instruction_receipt"))
    assert [row.heard_at for row in receipts] == [None] * 3
    with pytest.raises(OperatorError, match="instruction_not_yours"):
        both.desk.do(HearInstruction(receipts[0].id, HeardBy.SYSTEM), act=both.lead)
