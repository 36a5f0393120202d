"""The radio nets over real HTTP: lines and ratings in, a kentongan that rings, visits out and heard
once, whatever dies in between; on both engines."""

from collections.abc import Iterator

import pytest

from command_center.bootstrap.deliveries import DeliveryPart, make_deliveries
from command_center.bootstrap.exercise_partners import night_watch, partners
from command_center.commands.partners import RegisterPartner
from command_center.commands.room import ConnectSource
from command_center.commands.visit import AskVisit
from command_center.connectors.address import FetchFault
from command_center.connectors.pull import PullConnector, PullSource
from command_center.contract.page import PageFault
from command_center.domain.partner import PartnerKind, RatingLevel
from command_center.domain.referral import DeliveryState
from command_center.domain.room import AlarmType
from command_center.exercise.systems.radio import NAME, PROFILE, SOURCE_ID, SPEAKERS, RadioNet, make
from tests.room.conftest import HandClock
from tests.room.desk import Desk
from tests.room.test_deliver import until


@pytest.fixture
def net(clock: HandClock) -> Iterator[RadioNet]:
    made = make(7, clock, "live")
    made.start()
    yield made
    made.stop()


@pytest.fixture
def connector(desk: Desk, net: RadioNet) -> PullConnector:
    room = desk.room
    source = ConnectSource(SOURCE_ID, NAME, net.url, profile=PROFILE, reply_url=net.url)
    desk.do(source, act=room.console)
    for one in SPEAKERS:
        kind = PartnerKind(one.kind)
        desk.do(RegisterPartner(kind, one.name, one.call_sign, one.area, one.rw, SOURCE_ID))
    return PullConnector(
        source=PullSource(SOURCE_ID, net.url, "", poll_s=0.01),
        executor=room.lane,
        telemetry=room.database.telemetry,
        clock=room.clock,
        act=room.system,
        unit_id_of=room.database.history.unit_id,
        sealer=room.sealer(),
    )


@pytest.fixture
def deliveries(desk: Desk, connector: PullConnector) -> Iterator[DeliveryPart]:
    part = make_deliveries(desk.room)
    part.start()
    yield part
    part.stop()


def test_an_evening_on_the_air_is_kept_line_by_line(
    desk: Desk, net: RadioNet, connector: PullConnector
) -> None:
    text = "lapor, pohon tumbang di Sawojajar"
    net.say(text)
    net.chatter(20)
    net.rate("Sawojajar", "high", "banjir")
    assert connector.poll_once().stored == 22
    look = desk.look()
    lines = list(look.all("radio_line"))
    assert len(lines) == 21
    assert [line.activity for line in lines if line.text == text] == ["bencana"]
    assert all(line.partner_id for line in lines)
    assert next(iter(look.all("rating"))).level is RatingLevel.HIGH


def test_what_is_read_again_after_a_death_stands_once(
    desk: Desk, net: RadioNet, connector: PullConnector
) -> None:
    net.chatter(3)
    connector.poll_once()
    net.kill()
    net.chatter(2)
    with pytest.raises((FetchFault, PageFault)):
        connector.poll_once()
    net.revive()
    assert connector.poll_once().stored == 2
    assert len(list(desk.look().all("radio_line"))) == len(net.sent) == 5


def test_a_kentongan_of_the_net_is_a_p1_that_rings(
    desk: Desk, net: RadioNet, connector: PullConnector
) -> None:
    net.kentongan("Sawojajar")
    connector.poll_once()
    alarms = desk.look().open_alarms()
    assert [alarm.type for alarm in alarms] == [AlarmType.KENTONGAN]
    assert desk.incident(alarms[0].subject_id).priority.value == "P1"


def test_a_visit_reaches_the_partner_once_though_the_net_was_away(
    desk: Desk, net: RadioNet, connector: PullConnector, deliveries: DeliveryPart
) -> None:
    net.kill()
    incident = desk.report(area="Sawojajar")
    outcome = desk.do(AskVisit(incident, "Sambangi lansia", rw="05")).result
    assert outcome["told"] is True
    deliveries.follow(desk.look())
    net.revive()
    deliveries.follow(desk.look())
    assert until(lambda: bool(net.visits))

    def delivered() -> bool:
        states = [d.state for d in desk.look().all("delivery") if d.kind == "visit"]
        return states == [DeliveryState.DELIVERED]

    assert until(delivered)
    (visit,) = net.visits
    assert (visit.visit, visit.rw, visit.text) == (outcome["visit_id"], "05", "Sambangi lansia")
    assert visit.due_at is not None


def test_the_exercise_knows_every_partner_who_speaks(desk: Desk) -> None:
    for command in (partners(), night_watch()):
        desk.do(command, act=desk.room.console)
    look = desk.look()
    assert {p.call_sign for p in look.all("partner")} == {one.call_sign for one in SPEAKERS}
    assert all(p.area_code for p in look.all("partner"))
    assert {watch.weekday for watch in look.all("night_watch")} == set(range(7))
