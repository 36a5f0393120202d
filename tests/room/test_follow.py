"""Other desks' steps arrive skipped, late and backwards; nothing is lost or invented."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from command_center.bootstrap.report import state_of_rows
from command_center.commands.dispatch import OrderUnits, SetUnitStatus
from command_center.commands.follow import FollowReport, FollowUnit, ReportStep, UnitStep
from command_center.commands.triage import CloseIncident, MergeIncidents
from command_center.domain.incident import Disposition, IncidentStatus
from command_center.domain.unit import CloseReason, OrderStatus, UnitStatus
from tests.room.conftest import HandClock
from tests.room.desk import Desk


def follow(desk: Desk, report: str, call_sign: str, step: UnitStep, minutes: float) -> Any:
    at = desk.room.clock.now() + timedelta(minutes=minutes)
    act = replace(desk.room.system, occurred_at=at)
    return desk.do(FollowUnit("110", report, call_sign, step, at), act=act)


def test_a_step_without_an_order_heard_of_makes_the_assignment(desk: Desk) -> None:
    incident_id = desk.report(external_id="c1")
    follow(desk, "c1", "SAMAPTA 12", UnitStep.ON_SCENE, 5)
    (assignment,) = desk.look().assignments(incident_id)
    assert assignment.ordered_at == assignment.on_scene_at
    assert desk.unit("SAMAPTA 12").status is UnitStatus.ON_SCENE


def test_an_overlapping_order_closes_the_older_one_and_its_late_end_is_harmless(
    desk: Desk,
) -> None:
    first = desk.report(external_id="c1")
    second = desk.report(external_id="c2")
    follow(desk, "c1", "SAMAPTA 12", UnitStep.ORDERED, 1)
    follow(desk, "c2", "SAMAPTA 12", UnitStep.ORDERED, 5)
    follow(desk, "c1", "SAMAPTA 12", UnitStep.AVAILABLE, 9)
    look = desk.look()
    assert [a.close_reason for a in look.assignments(first)] == [CloseReason.SUPERSEDED]
    assert [a.closed_at for a in look.assignments(second)] == [None]
    assert desk.unit("SAMAPTA 12").status is UnitStatus.ORDERED


def test_reversed_times_are_stored_and_flagged(desk: Desk) -> None:
    incident_id = desk.report(external_id="c1")
    follow(desk, "c1", "SAMAPTA 12", UnitStep.ORDERED, 1)
    follow(desk, "c1", "SAMAPTA 12", UnitStep.AVAILABLE, 5)
    follow(desk, "c1", "SAMAPTA 12", UnitStep.ON_SCENE, 9)
    (assignment,) = desk.look().assignments(incident_id)
    assert assignment.on_scene_at is not None
    assert assignment.time_reversed
    assert desk.unit("SAMAPTA 12").status is UnitStatus.AVAILABLE


def test_times_that_run_forward_are_not_flagged(desk: Desk) -> None:
    incident_id = desk.report(external_id="c1")
    steps = (UnitStep.ORDERED, UnitStep.EN_ROUTE, UnitStep.TRANSPORTING, UnitStep.AVAILABLE)
    for minutes, step in enumerate(steps):
        follow(desk, "c1", "SAMAPTA 12", step, minutes)
    (assignment,) = desk.look().assignments(incident_id)
    assert not assignment.time_reversed
    assert assignment.on_scene_at is None


def test_a_unit_that_names_no_report_answers_the_order_that_holds_it(
    desk: Desk, clock: HandClock
) -> None:
    incident_id = desk.report()
    desk.do(OrderUnits(incident_id, (desk.unit("SAMAPTA 12").id,), "merapat"))
    for minutes, step in enumerate((UnitStep.ACCEPTED, UnitStep.EN_ROUTE, UnitStep.ON_SCENE), 1):
        follow(desk, "", "SAMAPTA 12", step, minutes)
    held = desk.held("SAMAPTA 12")
    assert held is not None
    assert (held.status, held.time_reversed) == (OrderStatus.ON_SCENE, False)
    assert held.accepted_at == clock.now() + timedelta(minutes=1)
    assert desk.unit("SAMAPTA 12").status is UnitStatus.ON_SCENE


@pytest.mark.parametrize("step", [UnitStep.AVAILABLE, UnitStep.RETURNING, UnitStep.ON_SCENE])
def test_a_word_from_before_the_order_does_not_touch_it(
    desk: Desk, clock: HandClock, step: UnitStep
) -> None:
    desk.do(OrderUnits(desk.report(), (desk.unit("SAMAPTA 12").id,), "merapat"))
    follow(desk, "", "SAMAPTA 12", step, -2.1)
    held = desk.held("SAMAPTA 12")
    assert held is not None
    assert (held.status, desk.unit("SAMAPTA 12").status) == (
        OrderStatus.ORDERED,
        UnitStatus.ORDERED,
    )
    follow(desk, "", "SAMAPTA 12", step, -1.9)
    assert desk.unit("SAMAPTA 12").status.value == step.value


def test_an_agency_that_refuses_a_request_ends_it(desk: Desk) -> None:
    incident_id = desk.report()
    desk.do(OrderUnits(incident_id, (desk.unit("DAMKAR 02").id,), "mohon bantuan"))
    follow(desk, "", "DAMKAR 02", UnitStep.REFUSED, 1)
    (assignment,) = desk.look().assignments(incident_id)
    assert assignment.close_reason is CloseReason.REFUSED
    assert desk.unit("DAMKAR 02").status is UnitStatus.AVAILABLE


def test_a_unit_without_an_order_says_what_it_is(desk: Desk) -> None:
    follow(desk, "", "SAMAPTA 12", UnitStep.BREAK, 1)
    assert desk.unit("SAMAPTA 12").status is UnitStatus.BREAK


def test_a_source_closes_its_report_and_the_rows_equal_the_fold(
    desk: Desk, clock: HandClock
) -> None:
    incident_id = desk.report(external_id="c1")
    follow(desk, "c1", "SAMAPTA 12", UnitStep.ORDERED, 1)
    desk.do(
        FollowReport("110", "c1", ReportStep.CLOSED, clock.now(), disposition=Disposition.REFERRED)
    )
    incident = desk.incident(incident_id)
    assert (incident.status, incident.disposition) == (
        IncidentStatus.CLOSED,
        Disposition.REFERRED,
    )
    rows = state_of_rows(desk.room.database.feed.snapshot(None))
    assert rows["hash"] == desk.hash()


def test_a_step_of_a_merged_report_moves_the_unit_ordered_to_the_whole(desk: Desk) -> None:
    winner = desk.report()
    loser = desk.report(external_id="c2")
    desk.do(MergeIncidents(winner, loser))
    desk.do(OrderUnits(winner, (desk.unit("SAMAPTA 12").id,), "merapat"))
    follow(desk, "c2", "SAMAPTA 12", UnitStep.ON_SCENE, 5)
    (assignment,) = desk.look().assignments(winner)
    assert (assignment.status, assignment.closed_at) == (OrderStatus.ON_SCENE, None)
    assert desk.look().assignments(loser) == []
    assert desk.incident(winner).first_on_scene_at is not None


def test_a_unit_that_turns_up_at_a_merged_report_is_on_the_winner(desk: Desk) -> None:
    winner = desk.report()
    loser = desk.report(external_id="c2")
    desk.do(MergeIncidents(winner, loser))
    follow(desk, "c2", "SAMAPTA 12", UnitStep.EN_ROUTE, 5)
    held = desk.held("SAMAPTA 12")
    assert held is not None
    assert held.incident_id == winner
    assert desk.incident(winner).status is IncidentStatus.HANDLED


def test_a_step_that_arrives_late_does_not_take_the_unit_back(desk: Desk) -> None:
    incident_id = desk.report(external_id="c1")
    follow(desk, "c1", "SAMAPTA 12", UnitStep.ORDERED, 1)
    follow(desk, "c1", "SAMAPTA 12", UnitStep.ON_SCENE, 5)
    follow(desk, "c1", "SAMAPTA 12", UnitStep.EN_ROUTE, 3)
    (assignment,) = desk.look().assignments(incident_id)
    assert assignment.en_route_at is not None
    assert assignment.status is OrderStatus.ON_SCENE
    assert desk.unit("SAMAPTA 12").status is UnitStatus.ON_SCENE


def test_what_a_unit_says_after_its_incident_ended_is_heard(desk: Desk) -> None:
    incident_id = desk.report(external_id="c1")
    follow(desk, "c1", "SAMAPTA 12", UnitStep.ON_SCENE, 1)
    desk.do(CloseIncident(incident_id, Disposition.RESOLVED))
    follow(desk, "c1", "SAMAPTA 12", UnitStep.RETURNING, 5)
    assert desk.unit("SAMAPTA 12").status is UnitStatus.RETURNING
    follow(desk, "c1", "SAMAPTA 12", UnitStep.OFF_DUTY, 9)
    assert desk.unit("SAMAPTA 12").status is UnitStatus.OFF_DUTY


def test_a_unit_whose_clock_is_ahead_is_as_old_as_its_word(desk: Desk, clock: HandClock) -> None:
    follow(desk, "", "SAMAPTA 12", UnitStep.BREAK, 60 * 24)
    assert desk.unit("SAMAPTA 12").status_since == clock.now()
    ahead = clock.now() + timedelta(days=1)
    desk.do(SetUnitStatus(desk.unit("LANTAS 03").id, UnitStatus.BREAK, observed_at=ahead))
    assert desk.unit("LANTAS 03").status_since == clock.now()
