"""Hospitals in a room: figures with their ages, standby asked and answered, casualties counted."""

from datetime import timedelta

import pytest

from command_center.commands.hospital import (
    AnswerStandby,
    AskStandby,
    CancelStandby,
    CountCasualties,
    ReportHospital,
)
from command_center.commands.triage import CloseIncident
from command_center.connectors.hospital.have import parse_have
from command_center.connectors.hospital.translate import have_report
from command_center.domain.entities import iso
from command_center.domain.errors import Conflict, OperatorError
from command_center.domain.incident import Disposition
from command_center.domain.referral import Hospital, Standby, StandbyState
from command_center.domain.room import AlarmType, Source, SourceKind
from command_center.duty.standby import unanswered_standbys
from tests.room.conftest import HandClock
from tests.room.desk import Desk
from tests.storage.rows import acting
from tests.unit.connectors.have_files import document, hospital

RSSA = "rsud-dr-saiful-anwar"


def known(desk: Desk, id: str = RSSA) -> Hospital:
    found = desk.look().get("hospital", id)
    assert isinstance(found, Hospital)
    return found


def standby(desk: Desk, id: str) -> Standby:
    found = desk.look().get("standby", id)
    assert isinstance(found, Standby)
    return found


def with_source(desk: Desk, id: str = "rs-rssa") -> None:
    """RSSA speaks for itself, and hears."""
    with acting(desk.room.database.storage) as work:
        reply = "http://127.0.0.1:9"
        work.add(Source(id, 1, "RSSA", SourceKind.PUSH, "", True, "", "hospital", "", reply, {}))
    desk.do(ReportHospital(RSSA, {"ed_status": "Normal"}, source_id=id))


def test_a_new_room_knows_its_partner_hospitals(desk: Desk) -> None:
    rows = desk.look().all("hospital")
    assert len(list(rows)) == 9
    nirmala = known(desk, "rs-panti-nirmala")
    assert nirmala.lat is not None
    assert nirmala.lon is not None
    hit = desk.room.city.area_at(nirmala.lat, nirmala.lon)
    assert hit is not None
    assert nirmala.area_code == hit.code


def test_each_figure_has_its_own_age_and_an_older_one_covers_none(
    desk: Desk, clock: HandClock
) -> None:
    first = clock.now()
    desk.do(ReportHospital(RSSA, {"ed_status": "Normal", "beds_available_burn": "2"}, at=first))
    clock.turn(600)
    desk.do(ReportHospital(RSSA, {"ed_status": "Closed"}, at=clock.now()))
    desk.do(ReportHospital(RSSA, {"ed_status": "Advisory"}, at=first + timedelta(seconds=5)))
    figures = known(desk).figures
    assert figures["ed_status"][:2] == ["Closed", iso(clock.now())]
    assert figures["beds_available_burn"][:2] == ["2", iso(first)]


def test_a_figure_from_the_future_is_as_old_as_now(desk: Desk, clock: HandClock) -> None:
    ahead = clock.now() + timedelta(hours=5)
    outcome = desk.do(ReportHospital(RSSA, {"ed_status": "Normal"}, at=ahead))
    assert outcome.result["clock_skewed"]
    assert known(desk).figures["ed_status"][1] == iso(clock.now())


def test_have_of_a_partner_lands_on_it_by_its_name(desk: Desk) -> None:
    where = known(desk)
    with acting(desk.room.database.storage) as work:
        work.add(Source("dinkes", 1, "Dinkes", SourceKind.PULL, "http://127.0.0.1:9", True, ""))
    found = parse_have(document(hospital())).stored[0]
    assert found.code == "rssa"
    command = have_report("dinkes", found, "d")
    outcome = desk.do(command)
    assert outcome.result["hospital_id"] == RSSA
    assert (known(desk).lat, known(desk).source_id) == (where.lat, "dinkes")
    with_source(desk)
    assert known(desk).source_id == "rs-rssa"


def test_a_person_cannot_invent_a_hospital(desk: Desk) -> None:
    with pytest.raises(OperatorError, match="hospital_unknown"):
        desk.do(ReportHospital("RS Mimpi", {"ed_status": "Normal"}))


def test_standby_is_told_answered_and_cancelled(desk: Desk, clock: HandClock) -> None:
    with_source(desk)
    incident = desk.report()
    asked = desk.do(AskStandby(incident, RSSA, "gas air mata", serious=3, light=9))
    assert asked.result["told"]
    told = [d for d in desk.look().all("delivery") if d.kind == "standby"]
    assert [(d.reach, d.body["serious"], d.body["hospital"]) for d in told] == [
        ("rs-rssa", 3, RSSA)
    ]
    id = str(asked.result["standby_id"])
    with pytest.raises(Conflict):
        desk.do(AskStandby(incident, RSSA))
    with pytest.raises(OperatorError, match="standby_not_theirs"):
        desk.do(AnswerStandby(id, StandbyState.READY, source_id="lain"))
    desk.do(AnswerStandby(id, StandbyState.LIMITED, "2 ruang operasi", source_id="rs-rssa"))
    row = standby(desk, id)
    assert (row.state, row.answer) == (StandbyState.LIMITED, "2 ruang operasi")
    desk.do(CancelStandby(id))
    desk.do(AnswerStandby(id, StandbyState.READY, source_id="rs-rssa"))
    assert standby(desk, id).state is StandbyState.CANCELLED
    last = [d for d in desk.look().all("delivery") if d.kind == "standby"][-1]
    assert last.body["cancelled"]


def test_silence_rings_until_somebody_writes_the_answer_down(desk: Desk, clock: HandClock) -> None:
    asked = desk.do(AskStandby(desk.report(), RSSA))
    assert not asked.result["told"]
    assert not list(unanswered_standbys(desk.look(), clock.now()))
    clock.turn(301)
    due = list(unanswered_standbys(desk.look(), clock.now()))
    assert [d.type for d in due] == [AlarmType.STANDBY_UNANSWERED]
    assert due[0].params["hospital"] == "RSUD dr. Saiful Anwar"
    heard = AnswerStandby(str(asked.result["standby_id"]), StandbyState.UNABLE, "penuh")
    assert desk.do(heard).result["heard"]
    assert not list(unanswered_standbys(desk.look(), clock.now()))


def test_nobody_waits_for_a_closed_incident(desk: Desk, clock: HandClock) -> None:
    incident = desk.report()
    desk.do(AskStandby(incident, RSSA))
    clock.turn(301)
    desk.do(CloseIncident(incident, Disposition.FALSE_REPORT))
    assert not list(unanswered_standbys(desk.look(), clock.now()))
    with pytest.raises(OperatorError, match="incident_not_open"):
        desk.do(AskStandby(incident, "rsu-lavalette"))


def test_two_desks_do_not_overwrite_each_others_count(desk: Desk) -> None:
    incident = desk.report()
    desk.do(CountCasualties(incident, None, 1, 2, 7))
    desk.do(CountCasualties(incident, RSSA, 0, 2, 1))
    with pytest.raises(Conflict):
        desk.do(CountCasualties(incident, None, 1, 3, 7))
    desk.do(CountCasualties(incident, None, 1, 3, 7, before=1))
    counts = {c.hospital_id: (c.dead, c.serious, c.light) for c in desk.look().all("casualties")}
    assert counts == {None: (1, 3, 7), RSSA: (0, 2, 1)}
    with pytest.raises(OperatorError, match="casualties_out_of_range"):
        desk.do(CountCasualties(incident, None, -1, 0, 0))
