"""Sijalinmaja as it is played: cases in, routed by authority, and our outcome back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from command_center.bootstrap.case_routing import CaseRouting
from command_center.commands.triage import CloseIncident, VerifyIncident
from command_center.contract.messages import OutcomeMessage
from command_center.domain.incident import Disposition, IncidentStatus
from command_center.domain.room import Source
from command_center.duty.routing import to_route
from command_center.exercise.systems import sijalinmaja
from command_center.exercise.systems.sijalinmaja import Sijalinmaja
from tests.room.conftest import HandClock
from tests.room.desk import Desk
from tests.room.foreign import connect, read_once


@pytest.fixture
def system(clock: HandClock) -> Iterator[Sijalinmaja]:
    made = sijalinmaja.make(1, clock)
    made.start()
    yield made
    made.stop()


@pytest.fixture
def source(desk: Desk, system: Sijalinmaja) -> Source:
    return connect(
        desk, sijalinmaja, url=system.url, profile=sijalinmaja.PROFILE, reply_url=system.url
    )


def test_a_case_of_ours_waits_in_the_queue(desk: Desk, system: Sijalinmaja, source: Source) -> None:
    system.case("gangguan_kamtibmas", "memalak sopir")
    assert read_once(desk, source).stored == 1
    (report,) = desk.look().all("report")
    assert (report.external_id, report.channel) == ("SJM-00001", "case")
    assert list(to_route(desk.look())) == []


def test_a_case_of_somebody_else_is_referred_once(
    desk: Desk, system: Sijalinmaja, source: Source
) -> None:
    system.case("pkl", "lapak di trotoar")
    read_once(desk, source)
    routing = CaseRouting(desk.room)
    routing.follow(desk.look())
    routing.follow(desk.look())
    CaseRouting(desk.room).follow(desk.look())
    desk.report()  # after what was asked of the lane
    (referral,) = desk.look().all("referral")
    agency = desk.look().agency(referral.agency_id)
    assert agency is not None
    assert agency.code == "satpolpp"
    assert "SJM-00001" in referral.text
    assert list(to_route(desk.look())) == []


def test_the_outcome_goes_back_under_both_numbers(
    desk: Desk, system: Sijalinmaja, source: Source
) -> None:
    system.case("gangguan_kamtibmas", "memalak sopir")
    read_once(desk, source)
    (incident,) = desk.look().all("incident")
    desk.do(VerifyIncident(incident.id))
    desk.do(CloseIncident(incident.id, Disposition.RESOLVED))
    told = [one for one in desk.look().all("delivery") if one.kind == "outcome"]
    said = [(one.body["report"], one.body["state"]) for one in told]
    assert said == [("SJM-00001", "accepted"), ("SJM-00001", "done")]
    assert {one.body["number"] for one in told} == {f"{incident.day}-{incident.number:03}"}


def test_a_case_that_is_none_of_ours_goes_back_as_refused(
    desk: Desk, system: Sijalinmaja, source: Source
) -> None:
    system.case("gangguan_kamtibmas", "salah alamat")
    read_once(desk, source)
    (incident,) = desk.look().all("incident")
    desk.do(VerifyIncident(incident.id))
    desk.do(CloseIncident(incident.id, Disposition.REFERRED))
    told = [one for one in desk.look().all("delivery") if one.kind == "outcome"]
    assert [one.body["state"] for one in told] == ["accepted", "refused"]


def test_both_numbers_find_it(desk: Desk, system: Sijalinmaja, source: Source) -> None:
    system.case("gangguan_kamtibmas", "memalak sopir")
    read_once(desk, source)
    (incident,) = desk.look().all("incident")
    hits = desk.room.database.history.find("SJM-00001")
    assert [hit.incident_id for hit in hits] == [incident.id]


def test_a_withdrawn_case_is_a_line_and_never_closes_by_itself(
    desk: Desk, system: Sijalinmaja, source: Source
) -> None:
    number = system.case("gangguan_kamtibmas", "memalak sopir")
    system.withdraw(number, "pelapor mencabut laporan")
    read_once(desk, source)
    (incident,) = desk.look().all("incident")
    assert incident.status is IncidentStatus.NEW
    assert [note.text for note in desk.look().all("note")] == ["pelapor mencabut laporan"]


def test_what_the_other_side_hears_it_hears_once(system: Sijalinmaja, clock: HandClock) -> None:
    import msgspec
    import requests

    body = OutcomeMessage(id="m1", at=clock.now(), report="SJM-00001", number="1", state="done")
    for status in (201, 200):
        answer = requests.post(
            f"{system.url}/v1/messages", data=msgspec.json.encode(body), timeout=5
        )
        assert answer.status_code == status
    assert len(system.outcomes["SJM-00001"]) == 1
    assert system.repeated == 1
