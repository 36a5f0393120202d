"""Owning, verifying, ranking, merging and ending incidents, on both engines."""

from datetime import timedelta

import pytest

from command_center.commands.intake import EnterCall
from command_center.commands.notes import AddNote
from command_center.commands.triage import (
    CloseIncident,
    MergeIncidents,
    ReopenIncident,
    TakeIncident,
    UnmergeIncident,
    VerifyIncident,
)
from command_center.domain.errors import Conflict, OperatorError
from command_center.domain.incident import Disposition, IncidentStatus, Priority
from command_center.domain.place import LocatedBy
from command_center.domain.room import Role
from tests.room.conftest import HandClock
from tests.room.desk import Desk


def test_a_report_becomes_an_unowned_unverified_incident_with_reasons(desk: Desk) -> None:
    incident = desk.incident(desk.report())
    assert incident.status is IncidentStatus.NEW
    assert incident.owner_id is None
    assert incident.priority_reason
    assert incident.number == 1


def test_numbers_count_per_local_day(desk: Desk, clock: HandClock) -> None:
    assert desk.incident(desk.report()).number == 1
    assert desk.incident(desk.report()).number == 2
    clock.turn(10 * 3600)  # past midnight in the room's zone
    incident = desk.incident(desk.report())
    assert (incident.number, incident.day) == (1, "2026-11-22")


def test_a_call_is_owned_and_verified_by_who_enters_it(desk: Desk) -> None:
    outcome = desk.do(EnterCall("kebakaran", "asap tebal", "Jl. Kol. Sugiono", area="Mergosono"))
    incident = desk.incident(str(outcome.result["incident_id"]))
    assert incident.owner_id == incident.verified_by == desk.room.act.actor
    assert incident.located_by is LocatedBy.KELURAHAN
    assert incident.area_code is not None


def test_taking_what_somebody_else_owns_says_who(desk: Desk) -> None:
    incident_id = desk.report()
    desk.do(TakeIncident(incident_id))
    other = desk.person(Role.OPERATOR, "staff:somebody")
    with pytest.raises(Conflict) as caught:
        desk.do(TakeIncident(incident_id), act=other)
    assert caught.value.params["by"] == desk.room.act.actor


def test_unmerging_restores_the_state_hash(desk: Desk) -> None:
    winner = desk.report("keramaian", priority=Priority.P3)
    loser = desk.report("massa mendorong pagar", priority=Priority.P1)
    desk.do(VerifyIncident(winner))
    before = desk.hash()
    desk.do(MergeIncidents(winner, loser))
    assert desk.incident(winner).priority is Priority.P1
    assert desk.incident(loser).status is IncidentStatus.MERGED
    assert desk.hash() != before
    desk.do(UnmergeIncident(loser))
    assert desk.hash() == before


def test_a_merged_incident_shows_its_reports_under_the_winner(desk: Desk) -> None:
    winner, loser = desk.report(), desk.report()
    desk.do(MergeIncidents(winner, loser))
    assert len(desk.look().reports(winner)) == 2


def test_closing_needs_an_open_incident_and_reopening_an_ended_one(desk: Desk) -> None:
    incident_id = desk.report()
    with pytest.raises(OperatorError, match="incident_not_ended"):
        desk.do(ReopenIncident(incident_id))
    desk.do(CloseIncident(incident_id, Disposition.PRANK))
    with pytest.raises(OperatorError, match="incident_not_open"):
        desk.do(VerifyIncident(incident_id))
    desk.do(ReopenIncident(incident_id))
    incident = desk.incident(incident_id)
    assert (incident.status, incident.disposition) == (IncidentStatus.NEW, None)


def test_a_time_in_the_future_is_stored_and_flagged(desk: Desk, clock: HandClock) -> None:
    ahead = clock.now() + timedelta(hours=1)
    incident_id = desk.report(occurred_at=ahead)
    (report,) = desk.look().reports(incident_id)
    assert (report.occurred_at, report.clock_skewed) == (ahead, True)
    assert desk.incident(incident_id).opened_at == clock.now()


def test_an_unknown_kelurahan_is_stored_without_a_place(desk: Desk) -> None:
    incident = desk.incident(desk.report(area="Antah Berantah"))
    assert (incident.area_code, incident.lat) == (None, None)


def test_an_empty_note_is_refused(desk: Desk) -> None:
    incident_id = desk.report()
    with pytest.raises(OperatorError, match="note_empty"):
        desk.do(AddNote(incident_id, "  "))
    assert desk.kinds()[-1] == "report.received"
