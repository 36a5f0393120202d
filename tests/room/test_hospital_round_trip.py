"""Hospitals over real HTTP: EDXL-HAVE read, records read, standby asked, answered, and not."""

from collections.abc import Iterator

import pytest
import requests

from command_center.commands.hospital import AskStandby
from command_center.connectors.hospital.reader import HaveReader
from command_center.contract.page import PageFault
from command_center.domain.referral import DeliveryState, Hospital, Standby, StandbyState
from command_center.domain.room import Source, SourceKind
from command_center.duty.standby import unanswered_standbys
from command_center.exercise.systems.hospitals import (
    BY_HAVE,
    HAVE_PROFILE,
    HAVE_SOURCE_ID,
    SOURCE_ID,
    HospitalSystem,
    make,
)
from command_center.exercise.systems.listener import Listener
from tests.room.conftest import HandClock
from tests.room.desk import Desk
from tests.room.test_jogo_malang import Town
from tests.storage.rows import acting
from tests.unit.connectors.have_files import document, enveloped


@pytest.fixture
def hospitals(clock: HandClock) -> Iterator[HospitalSystem]:
    simulator = make(7, clock, "live")
    simulator.start()
    yield simulator
    simulator.stop()


@pytest.fixture
def town(desk: Desk, hospitals: HospitalSystem) -> Iterator[Town]:
    pull, url = SourceKind.PULL, hospitals.url
    have = Source(HAVE_SOURCE_ID, 1, "HAVE", pull, hospitals.have_url, True, "", HAVE_PROFILE)
    with acting(desk.room.database.storage) as work:
        work.add(Source(SOURCE_ID, 1, "RS", pull, url, True, "", reply_url=url))
        work.add(have)
    town = Town(desk)
    yield town
    town.intake.stop()


def known(desk: Desk, id: str) -> Hospital:
    found = desk.look().get("hospital", id)
    assert isinstance(found, Hospital)
    return found


def row(desk: Desk, id: str) -> Standby:
    found = desk.look().get("standby", id)
    assert isinstance(found, Standby)
    return found


def test_one_answers_and_one_never_does(
    desk: Desk, town: Town, hospitals: HospitalSystem, clock: HandClock
) -> None:
    assert town.until(lambda: all(h.source_id == SOURCE_ID for h in desk.look().all("hospital")))
    assert town.until(lambda: "ed_status" in known(desk, hospitals.codes[0]).figures)
    by_have = known(desk, hospitals.codes[0])
    assert by_have.figures["ed_status"][2] == HAVE_SOURCE_ID
    by_contract = known(desk, hospitals.codes[BY_HAVE])
    assert by_contract.figures["ed_status"][2] == SOURCE_ID
    incident = desk.report()
    ids = {
        code: str(desk.do(AskStandby(incident, code, "gas", serious=2)).result["standby_id"])
        for code in (hospitals.codes[0], hospitals.silent)
    }
    asked = row(desk, ids[hospitals.codes[0]])
    assert town.until(lambda: row(desk, asked.id).state is not StandbyState.ASKED)
    assert town.until(lambda: len(hospitals.standbys) == 2)
    assert row(desk, asked.id).answer
    assert town.until(
        lambda: all(
            d.state is DeliveryState.DELIVERED
            for d in desk.look().all("delivery")
            if d.kind == "standby"
        )
    )
    clock.turn(301)
    due = list(unanswered_standbys(desk.look(), clock.now()))
    assert [d.subject_id for d in due] == [ids[hospitals.silent]]


def test_a_drill_stays_out_of_the_live_room() -> None:
    drill = enveloped(document(), "Exercise")
    server = Listener(lambda method, path, query, body: (200, drill), "drill")
    server.start()
    try:
        with pytest.raises(PageFault, match="have_not_for_this_room"):
            HaveReader(server.url, "live").read(requests.Session(), "", 1)
        assert (
            len(HaveReader(server.url, "exercise").read(requests.Session(), "", 1).page.items) == 1
        )
    finally:
        server.kill()
