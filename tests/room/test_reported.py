"""What the room hears late: orders given by radio, statuses, notes after the end."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from command_center.commands.dispatch import OrderUnits, ReleaseUnit, SetUnitStatus
from command_center.commands.intake import EnterCall, incident_of_call
from command_center.commands.local import KEPT_LOCALLY
from command_center.commands.notes import AddNote
from command_center.commands.offline import KeepAlias
from command_center.commands.reported import ReportOrder, ResolveConflict
from command_center.commands.triage import CloseIncident
from command_center.domain.errors import NotAllowed, OperatorError
from command_center.domain.ids import new_id
from command_center.domain.incident import Disposition, IncidentStatus
from command_center.domain.room import AlarmType, Role
from command_center.domain.unit import AssignmentKind, CloseReason, OrderConflict, UnitStatus
from command_center.duty.alarms import disputed_orders
from command_center.ports import Act, Outcome
from tests.room.conftest import HandClock
from tests.room.desk import Desk


def late(desk: Desk, at: datetime) -> Act:
    return replace(desk.room.act, occurred_at=at, reason=KEPT_LOCALLY)


def radioed(desk: Desk, incident_id: str, call_sign: str, at: datetime) -> Outcome:
    unit = desk.unit(call_sign)
    return desk.do(ReportOrder(incident_id, unit.id, "ke TKP", at), act=late(desk, at))


def order(desk: Desk, incident_id: str, call_sign: str) -> None:
    desk.do(OrderUnits(incident_id, (desk.unit(call_sign).id,), "segera"))


def the_conflict(desk: Desk) -> OrderConflict:
    (found,) = desk.look().all("order_conflict")
    conflict: OrderConflict = found
    return conflict


def test_a_free_unit_is_on_it_since_the_radio_said_so(desk: Desk, clock: HandClock) -> None:
    incident_id, at = desk.report(), clock.now()
    clock.turn(300)
    radioed(desk, incident_id, "SAMAPTA 12", at)
    held = desk.held("SAMAPTA 12")
    assert held is not None
    assert (held.incident_id, held.kind, held.ordered_at) == (
        incident_id,
        AssignmentKind.ACTIVE,
        at,
    )
    assert desk.unit("SAMAPTA 12").status is UnitStatus.ORDERED
    assert list(desk.look().all("order_conflict")) == []


def two_orders(desk: Desk, clock: HandClock) -> tuple[str, str, OrderConflict]:
    """Ordered by radio first, in the room half a minute later, and told to the room last."""
    here, elsewhere = desk.report("massa"), desk.report("kebakaran")
    at = clock.now()
    clock.turn(30)
    order(desk, elsewhere, "SAMAPTA 12")
    clock.turn(300)
    radioed(desk, here, "SAMAPTA 12", at)
    return here, elsewhere, the_conflict(desk)


def test_two_orders_apart_are_both_kept_and_disputed_aloud(desk: Desk, clock: HandClock) -> None:
    here, elsewhere, conflict = two_orders(desk, clock)
    look = desk.look()
    standing, reported = (
        look.get("assignment", id) for id in (conflict.standing_id, conflict.reported_id)
    )
    assert standing is not None
    assert reported is not None
    assert (standing.incident_id, standing.kind) == (elsewhere, AssignmentKind.ACTIVE)
    assert (reported.incident_id, reported.kind) == (here, AssignmentKind.REPORTED)
    assert reported.ordered_at < standing.ordered_at
    held = desk.held("SAMAPTA 12")
    assert held is not None
    assert held.id == standing.id
    (alarm,) = disputed_orders(look)
    assert alarm.key == (AlarmType.ORDER_CONFLICT.value, conflict.id)
    numbers = [str(i.number) for id in (here, elsewhere) if (i := look.incident(id))]
    assert [alarm.params["number"], alarm.params["other"]] == numbers  # first by radio time
    assert [a.unit_id for id in (here, elsewhere) for a in look.on_it(id)] == [standing.unit_id] * 2


def test_a_shift_lead_lets_the_reported_order_stand(desk: Desk, clock: HandClock) -> None:
    here, _, conflict = two_orders(desk, clock)
    desk.do(ResolveConflict(conflict.id, conflict.reported_id))
    look = desk.look()
    held = desk.held("SAMAPTA 12")
    assert held is not None
    assert (held.id, held.incident_id) == (conflict.reported_id, here)
    other = look.get("assignment", conflict.standing_id)
    assert other is not None
    assert other.close_reason is CloseReason.CONFLICT
    assert desk.unit("SAMAPTA 12").status is UnitStatus.ORDERED
    resolved = the_conflict(desk)
    assert (resolved.kept_id, resolved.resolved_by) == (conflict.reported_id, desk.room.act.actor)
    assert list(disputed_orders(look)) == []
    with pytest.raises(OperatorError, match="conflict_resolved"):
        desk.do(ResolveConflict(conflict.id, conflict.standing_id))


def test_a_shift_lead_lets_the_standing_order_stand(desk: Desk, clock: HandClock) -> None:
    _, elsewhere, conflict = two_orders(desk, clock)
    unit = desk.unit("SAMAPTA 12")
    desk.do(ResolveConflict(conflict.id, conflict.standing_id))
    held = desk.held("SAMAPTA 12")
    assert held is not None
    assert held.incident_id == elsewhere
    assert desk.unit("SAMAPTA 12") == unit
    reported = desk.look().get("assignment", conflict.reported_id)
    assert reported is not None
    assert reported.close_reason is CloseReason.CONFLICT


def test_only_who_may_reassign_resolves(desk: Desk, clock: HandClock) -> None:
    _, _, conflict = two_orders(desk, clock)
    operator = replace(desk.room.system, reason="")
    with pytest.raises(NotAllowed):
        desk.do(ResolveConflict(conflict.id, conflict.reported_id), act=operator)
    with pytest.raises(OperatorError, match="conflict_other_order"):
        desk.do(ResolveConflict(conflict.id, conflict.id))
    assert the_conflict(desk).resolved_at is None
    assert Role(operator.role) is Role.SYSTEM


def test_a_conflict_outlives_the_order_that_stood(desk: Desk, clock: HandClock) -> None:
    here, _, conflict = two_orders(desk, clock)
    desk.do(ReleaseUnit(desk.unit("SAMAPTA 12").id))
    assert desk.held("SAMAPTA 12") is None
    desk.do(ResolveConflict(conflict.id, conflict.reported_id))
    held = desk.held("SAMAPTA 12")
    assert held is not None
    assert held.incident_id == here


def test_closing_an_incident_that_never_held_the_unit_does_not_free_it(
    desk: Desk, clock: HandClock
) -> None:
    here, elsewhere, _ = two_orders(desk, clock)
    desk.do(CloseIncident(here, Disposition.RESOLVED))
    held = desk.held("SAMAPTA 12")
    assert held is not None
    assert held.incident_id == elsewhere
    assert desk.unit("SAMAPTA 12").status is UnitStatus.ORDERED


def test_an_older_status_is_kept_and_moves_nothing_back(desk: Desk, clock: HandClock) -> None:
    incident_id = desk.report()
    order(desk, incident_id, "SAMAPTA 12")
    clock.turn(60)
    heard = clock.now()
    clock.turn(60)
    unit_id = desk.unit("SAMAPTA 12").id
    desk.do(SetUnitStatus(unit_id, UnitStatus.ON_SCENE))
    before = desk.unit("SAMAPTA 12")
    outcome = desk.do(
        SetUnitStatus(unit_id, UnitStatus.EN_ROUTE, observed_at=heard), act=late(desk, heard)
    )
    assert outcome.seq is not None
    assert outcome.result["late"] == "en_route"
    assert desk.unit("SAMAPTA 12") == before
    (assignment,) = desk.look().assignments(incident_id)
    assert assignment.en_route_at == heard  # the missing step, at its own time


def test_a_newer_status_heard_offline_counts(desk: Desk, clock: HandClock) -> None:
    clock.turn(60)
    heard = clock.now()
    clock.turn(600)
    unit_id = desk.unit("LANTAS 03").id
    desk.do(SetUnitStatus(unit_id, UnitStatus.BREAK, observed_at=heard), act=late(desk, heard))
    unit = desk.unit("LANTAS 03")
    assert (unit.status, unit.status_since) == (UnitStatus.BREAK, heard)


def test_what_happened_after_the_end_is_looked_at_again(desk: Desk, clock: HandClock) -> None:
    incident_id, before = desk.report(), clock.now()
    clock.turn(60)
    desk.do(CloseIncident(incident_id, Disposition.RESOLVED))
    desk.do(AddNote(incident_id, "sebelum selesai"), act=late(desk, before))
    assert desk.incident(incident_id).status is IncidentStatus.CLOSED
    clock.turn(60)
    outcome = desk.do(AddNote(incident_id, "massa kembali"), act=late(desk, clock.now()))
    assert outcome.result["reopened"] == "event_after_closing"
    again = desk.incident(incident_id)
    assert (again.is_open, again.closed_at, again.disposition) == (True, None, None)
    desk.do(CloseIncident(incident_id, Disposition.RESOLVED))
    desk.do(AddNote(incident_id, "arsip"))
    assert not desk.incident(incident_id).is_open  # an ordinary note reopens nothing


def test_a_unit_that_was_sent_reopens_whenever_it_was(desk: Desk, clock: HandClock) -> None:
    incident_id, at = desk.report(), clock.now()
    clock.turn(60)
    desk.do(CloseIncident(incident_id, Disposition.RESOLVED))
    outcome = radioed(desk, incident_id, "SAMAPTA 12", at)
    assert outcome.result["reopened"] == "event_after_closing"
    held = desk.held("SAMAPTA 12")
    assert held is not None
    assert held.incident_id == incident_id
    with pytest.raises(OperatorError, match="unit_already_on_it"):
        radioed(desk, incident_id, "SAMAPTA 12", at)


def test_a_call_keeps_its_local_number_its_time_and_its_id(desk: Desk, clock: HandClock) -> None:
    op_id, at = new_id(clock.now()), clock.now()
    clock.turn(900)
    call = EnterCall("kecelakaan", "motor", "Jl. Ijen", alias="B-03", received_at=at)
    outcome = desk.do(call, act=late(desk, at), op_id=op_id)
    assert outcome.result["incident_id"] == incident_of_call(op_id, clock.now() + timedelta(1))
    incident = desk.incident(str(outcome.result["incident_id"]))
    assert (incident.alias, incident.opened_at) == ("B-03", at)
    desk.do(KeepAlias(incident.id, "C-01"))
    assert desk.incident(incident.id).alias == "B-03"  # for ever
