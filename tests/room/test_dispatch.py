"""From a report to a unit on scene and back, on both engines."""

from datetime import timedelta

import pytest

from command_center.commands.dispatch import (
    AcknowledgeOrder,
    OrderUnits,
    ReleaseUnit,
    SetUnitStatus,
)
from command_center.commands.triage import CloseIncident
from command_center.commands.undo import Undo
from command_center.domain.errors import Conflict, NotAllowed, OperatorError
from command_center.domain.incident import Disposition, IncidentStatus
from command_center.domain.room import Role
from command_center.domain.unit import AssignmentKind, CloseReason, OrderStatus, UnitStatus
from command_center.situation.timeline import timeline
from tests.room.conftest import HandClock
from tests.room.desk import Desk


def order(desk: Desk, incident_id: str, *call_signs: str) -> str:
    ids = tuple(desk.unit(call_sign).id for call_sign in call_signs)
    return desk.do(OrderUnits(incident_id, ids, "merapat")).op_id


def test_ordering_verifies_owns_and_handles(desk: Desk) -> None:
    incident_id = desk.report()
    order(desk, incident_id, "SAMAPTA 12")
    incident = desk.incident(incident_id)
    assert incident.status is IncidentStatus.HANDLED
    assert incident.verified_by == incident.owner_id == desk.room.act.actor
    assert desk.unit("SAMAPTA 12").status is UnitStatus.ORDERED


def test_a_step_may_be_skipped_and_its_time_stays_empty(desk: Desk, clock: HandClock) -> None:
    incident_id = desk.report()
    order(desk, incident_id, "SAMAPTA 12")
    clock.turn(60)
    desk.do(SetUnitStatus(desk.unit("SAMAPTA 12").id, UnitStatus.ON_SCENE))
    held = desk.held("SAMAPTA 12")
    assert held is not None
    assert (held.status, held.en_route_at) == (OrderStatus.ON_SCENE, None)
    assert desk.incident(incident_id).first_on_scene_at == clock.now()


def test_a_late_acknowledgement_does_not_take_the_status_back(desk: Desk, clock: HandClock) -> None:
    order(desk, desk.report(), "SAMAPTA 12")
    unit_id = desk.unit("SAMAPTA 12").id
    desk.do(SetUnitStatus(unit_id, UnitStatus.EN_ROUTE))
    clock.turn(5)
    desk.do(AcknowledgeOrder(unit_id))
    held = desk.held("SAMAPTA 12")
    assert held is not None
    assert held.status is OrderStatus.EN_ROUTE
    assert held.time_reversed


def test_a_newer_order_takes_the_unit_over(desk: Desk) -> None:
    first, second = desk.report(), desk.report("laka lantas")
    order(desk, first, "SAMAPTA 12")
    order(desk, second, "SAMAPTA 12")
    look = desk.look()
    (old,) = look.assignments(first)
    assert old.close_reason is CloseReason.SUPERSEDED
    held = desk.held("SAMAPTA 12")
    assert held is not None
    assert held.incident_id == second


def test_another_agencys_unit_is_asked_not_ordered(desk: Desk) -> None:
    incident_id = desk.report()
    order(desk, incident_id, "DAMKAR 02")
    held = desk.held("DAMKAR 02")
    assert held is not None
    assert held.kind is AssignmentKind.REQUESTED
    entries = desk.room.database.history.about("incident", incident_id, desk.look().seq, 50)
    (line,) = [one for one in timeline(entries, {incident_id}) if one.kind == "units.ordered"]
    assert line.params["assignments"] == line.params["requested"] == [desk.unit("DAMKAR 02").id]
    assert desk.unit("DAMKAR 02").status is UnitStatus.AVAILABLE


def test_the_same_unit_twice_on_one_incident_is_refused_and_nothing_is_stored(desk: Desk) -> None:
    incident_id = desk.report()
    order(desk, incident_id, "SAMAPTA 12")
    before = desk.kinds()
    with pytest.raises(OperatorError, match="unit_already_on_it"):
        order(desk, incident_id, "LANTAS 03", "SAMAPTA 12")
    assert desk.kinds() == before
    assert desk.held("LANTAS 03") is None


def test_closing_releases_everybody(desk: Desk) -> None:
    incident_id = desk.report()
    order(desk, incident_id, "SAMAPTA 12", "LANTAS 03")
    desk.do(CloseIncident(incident_id, Disposition.RESOLVED))
    assert desk.incident(incident_id).status is IncidentStatus.CLOSED
    assert desk.held("SAMAPTA 12") is desk.held("LANTAS 03") is None
    assert desk.unit("LANTAS 03").status is UnitStatus.AVAILABLE


def test_saying_available_ends_the_assignment(desk: Desk, clock: HandClock) -> None:
    order(desk, desk.report(), "SAMAPTA 12")
    clock.turn(30)
    desk.do(SetUnitStatus(desk.unit("SAMAPTA 12").id, UnitStatus.AVAILABLE))
    assert desk.held("SAMAPTA 12") is None
    assert desk.unit("SAMAPTA 12").status_since == clock.now()


def test_undo_puts_an_order_back_as_if_it_had_not_been_given(desk: Desk) -> None:
    incident_id = desk.report()
    before = (desk.incident(incident_id).status, desk.incident(incident_id).owner_id)
    op_id = order(desk, incident_id, "SAMAPTA 12")
    desk.do(Undo("incident", incident_id, op_id))
    incident = desk.incident(incident_id)
    assert (incident.status, incident.owner_id) == before
    assert desk.held("SAMAPTA 12") is None
    assert desk.unit("SAMAPTA 12").status is UnitStatus.AVAILABLE
    assert desk.kinds()[-1] == "entry.undone"


def test_undo_is_refused_once_somebody_went_on(desk: Desk) -> None:
    incident_id = desk.report()
    op_id = order(desk, incident_id, "SAMAPTA 12")
    desk.do(AcknowledgeOrder(desk.unit("SAMAPTA 12").id))
    with pytest.raises(Conflict):
        desk.do(Undo("incident", incident_id, op_id))
    held = desk.held("SAMAPTA 12")
    assert held is not None
    assert held.status is OrderStatus.ACCEPTED


def test_the_same_command_twice_acts_once(desk: Desk) -> None:
    incident_id = desk.report()
    command = OrderUnits(incident_id, (desk.unit("SAMAPTA 12").id,), "merapat")
    op_id = "0190a000-0000-7000-8000-000000000001"
    first = desk.do(command, op_id=op_id)
    second = desk.do(command, op_id=op_id)
    assert (second.seq, second.result, second.replayed) == (first.seq, first.result, True)
    assert len(desk.look().assignments(incident_id)) == 1


def test_a_role_without_the_permission_is_refused_in_the_executor(desk: Desk) -> None:
    incident_id = desk.report()
    observer = desk.person(Role.OBSERVER)
    with pytest.raises(NotAllowed):
        desk.do(ReleaseUnit(desk.unit("SAMAPTA 12").id), act=observer)
    assert desk.incident(incident_id).owner_id is None


def test_times_of_a_released_unit_do_not_run_backwards_unflagged(
    desk: Desk, clock: HandClock
) -> None:
    incident_id = desk.report()
    order(desk, incident_id, "SAMAPTA 12")
    early = clock.now() - timedelta(minutes=5)
    unit_id = desk.unit("SAMAPTA 12").id
    desk.do(SetUnitStatus(unit_id, UnitStatus.ON_SCENE, observed_at=early))
    (assignment,) = desk.look().assignments(incident_id)
    assert assignment.on_scene_at == early
    assert assignment.time_reversed
