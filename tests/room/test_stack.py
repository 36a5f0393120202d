"""A busy unit and another job: stacked, pulled or called off; and when what waits begins."""

import json
from typing import Any

import pytest

from command_center.bootstrap.exercise_director import SituationBoard
from command_center.commands.dispatch import AcknowledgeOrder, OrderUnits, SetUnitStatus
from command_center.commands.order_task import CancelOrder, CorrectAddress, RepeatOrder
from command_center.commands.stack import (
    MOST_STACKED,
    Reassign,
    ReassignUnit,
    StackUnit,
    StartStacked,
)
from command_center.commands.triage import CloseIncident, MergeIncidents
from command_center.commands.undo import Undo
from command_center.connectors.order_messages import messages_of
from command_center.domain.errors import Conflict, NotFound, OperatorError
from command_center.domain.incident import Disposition
from command_center.domain.unit import Assignment, AssignmentKind, CloseReason, UnitStatus
from tests.room.desk import Desk

SAMAPTA, DAMKAR = "SAMAPTA 12", "DAMKAR 02"


@pytest.fixture
def first(desk: Desk) -> str:
    """Samapta 12 is on it."""
    incident = desk.report()
    desk.do(OrderUnits(incident, (desk.unit(SAMAPTA).id,), "merapat"))
    return incident


def holder(desk: Desk, call_sign: str = SAMAPTA) -> str:
    held = desk.held(call_sign)
    assert held is not None
    return held.id


def waiting(desk: Desk, call_sign: str = SAMAPTA) -> list[Assignment]:
    look = desk.look()
    rows = look.unit_assignments(desk.unit(call_sign).id)
    return [row for row in rows if row.kind is AssignmentKind.STACKED]


def reassign(desk: Desk, choice: Reassign, incident: str = "", **given: Any) -> ReassignUnit:
    unit = desk.unit(SAMAPTA).id
    return ReassignUnit(unit, choice, "lebih gawat", holder(desk), incident, **given)


def test_a_stacked_job_waits_and_touches_nothing(desk: Desk, first: str) -> None:
    second = desk.report()
    before = desk.unit(SAMAPTA)
    desk.do(StackUnit(before.id, second, "sesudah ini", holder(desk)))
    (job,) = waiting(desk)
    assert job.incident_id == second
    assert desk.unit(SAMAPTA) == before
    held = desk.held(SAMAPTA)
    assert held is not None
    assert held.incident_id == first
    assert desk.incident(second).first_order_at is None


def test_it_starts_once_the_unit_is_free(desk: Desk, first: str) -> None:
    second = desk.report()
    unit = desk.unit(SAMAPTA).id
    desk.do(StackUnit(unit, second, "sesudah ini"))
    (job,) = waiting(desk)
    with pytest.raises(Conflict):
        desk.do(StartStacked(job.id))
    desk.do(CloseIncident(first, Disposition.RESOLVED))
    desk.do(StartStacked(job.id, "sekarang", address=desk.incident(second).address))
    held = desk.held(SAMAPTA)
    assert held is not None
    assert (held.id, held.kind) == (job.id, AssignmentKind.ACTIVE)
    assert desk.unit(SAMAPTA).status is UnitStatus.ORDERED
    assert desk.incident(second).first_order_at is not None
    desk.do(AcknowledgeOrder(unit))
    assert desk.do(StartStacked(job.id)).seq is None


def test_what_waits_at_an_incident_ends_with_it_and_frees_nobody(desk: Desk, first: str) -> None:
    second = desk.report()
    desk.do(StackUnit(desk.unit(SAMAPTA).id, second, "nanti"))
    (job,) = waiting(desk)
    desk.do(SetUnitStatus(desk.unit(SAMAPTA).id, UnitStatus.ON_SCENE))
    desk.do(CloseIncident(second, Disposition.RESOLVED))
    assert waiting(desk) == []
    assert desk.unit(SAMAPTA).status is UnitStatus.ON_SCENE
    with pytest.raises(OperatorError, match="order_is_over"):
        desk.do(StartStacked(job.id))


def test_a_job_that_waits_is_dropped_without_a_word(desk: Desk, first: str) -> None:
    desk.do(StackUnit(desk.unit(SAMAPTA).id, desk.report(), "nanti"))
    (job,) = waiting(desk)
    with pytest.raises(OperatorError, match="order_not_given_yet"):
        desk.do(RepeatOrder(job.id))
    told = desk.do(CancelOrder(job.id, "sudah ada unit lain")).result
    assert told["task_id"] is None
    assert waiting(desk) == []
    assert list(desk.look().all("order_task")) == []


def test_ordering_what_waits_takes_its_place(desk: Desk, first: str) -> None:
    second = desk.report()
    unit = desk.unit(SAMAPTA).id
    desk.do(StackUnit(unit, second, "nanti"))
    desk.do(OrderUnits(second, (unit,), "sekarang juga"))
    assert waiting(desk) == []
    held = desk.held(SAMAPTA)
    assert held is not None
    assert held.incident_id == second


@pytest.mark.parametrize(
    ("case", "code"),
    [
        ("free", "unit_is_free"),
        ("same", "unit_already_on_it"),
        ("closed", "incident_not_open"),
        ("merged", "incident_not_open"),
        ("full", "stack_full"),
    ],
)
def test_what_cannot_be_stacked_is_refused(desk: Desk, first: str, case: str, code: str) -> None:
    second, call_sign = desk.report(), DAMKAR if case == "free" else SAMAPTA
    if case == "closed":
        desk.do(CloseIncident(second, Disposition.PRANK))
    if case == "merged":
        desk.do(MergeIncidents(desk.report(), second))
    for _ in range(MOST_STACKED if case == "full" else 0):
        desk.do(StackUnit(desk.unit(SAMAPTA).id, desk.report(), "nanti"))
    target = first if case == "same" else second
    with pytest.raises(OperatorError, match=code):
        desk.do(StackUnit(desk.unit(call_sign).id, target, "nanti"))


def test_who_does_not_exist_is_told_so(desk: Desk, first: str) -> None:
    with pytest.raises(NotFound):
        desk.do(StackUnit("tidak-ada", first, "x"))
    with pytest.raises(NotFound):
        desk.do(StartStacked("tidak-ada"))


def test_pulling_is_logged_with_what_it_costs(desk: Desk, first: str) -> None:
    second = desk.report()
    old = holder(desk)
    costs = {"cover_before": "2", "cover_after": "1", "wait_s": "540", "x" * 300: "y" * 300}
    done = desk.do(reassign(desk, Reassign.PULL, second, text="pindah", costs=costs))
    held = desk.held(SAMAPTA)
    assert held is not None
    assert held.incident_id == second
    left = desk.look().get("assignment", old)
    assert left is not None
    assert left.close_reason is CloseReason.SUPERSEDED
    entry = list(desk.room.database.history.entries())[-1].entry
    assert entry.kind == "unit.reassigned"
    kept = entry.inputs["result"]
    assert (kept["choice"], kept["left_id"], kept["reason"]) == ("pull", first, "lebih gawat")
    assert kept["costs"]["wait_s"] == "540"
    assert max(map(len, kept["costs"].values())) == 200
    desk.do(Undo("assignment", held.id, done.op_id))
    again = desk.held(SAMAPTA)
    assert again is not None
    assert again.incident_id == first


def test_calling_off_waits_to_be_heard(desk: Desk, first: str) -> None:
    told = desk.do(reassign(desk, Reassign.CANCEL)).result
    assert desk.held(SAMAPTA) is None
    assert desk.unit(SAMAPTA).status is UnitStatus.ORDERED
    (task,) = desk.look().of_units.unheard(desk.unit(SAMAPTA).id)
    assert task.id == told["task_id"]


def test_reassigning_by_stacking(desk: Desk, first: str) -> None:
    second = desk.report()
    desk.do(reassign(desk, Reassign.STACK, second, text="nanti"))
    assert [job.incident_id for job in waiting(desk)] == [second]


def test_a_unit_that_somebody_else_moved_first_is_a_conflict(desk: Desk, first: str) -> None:
    second, third = desk.report(), desk.report()
    seen = reassign(desk, Reassign.PULL, second)
    desk.do(OrderUnits(third, (desk.unit(SAMAPTA).id,), "ke sini"))
    for choice in Reassign:
        with pytest.raises(Conflict):
            desk.do(ReassignUnit(seen.unit_id, choice, "x", seen.holder, second))
    held = desk.held(SAMAPTA)
    assert held is not None
    assert held.incident_id == third


def test_a_unit_that_was_let_go_meanwhile_is_free(desk: Desk, first: str) -> None:
    seen = reassign(desk, Reassign.PULL, desk.report())
    desk.do(SetUnitStatus(seen.unit_id, UnitStatus.AVAILABLE))
    with pytest.raises(OperatorError, match="unit_is_free"):
        desk.do(seen)
    with pytest.raises(OperatorError, match="order_needs_reason"):
        desk.do(ReassignUnit(seen.unit_id, Reassign.PULL, " ", seen.holder))


def test_a_corrected_address_is_not_ordered_as_it_was_painted(desk: Desk, first: str) -> None:
    second = desk.report()
    painted = desk.incident(second).address
    desk.do(CorrectAddress(second, "Jl. Ijen 25"))
    for choice in (Reassign.PULL, Reassign.STACK):
        with pytest.raises(Conflict):
            desk.do(reassign(desk, choice, second, address=painted))
    assert holder(desk)


def test_the_units_own_system_hears_exactly_what_concerns_them(desk: Desk, first: str) -> None:
    unit = desk.unit(SAMAPTA).id
    second, third = desk.report(), desk.report()
    desk.do(StackUnit(unit, second, "nanti"))
    desk.do(RepeatOrder(holder(desk)))
    desk.do(CorrectAddress(first, "Jl. Ijen 25", lat=-7.97, lon=112.62, text="ke Ijen 25"))
    desk.do(reassign(desk, Reassign.PULL, third, text="pindah"))
    desk.do(CancelOrder(holder(desk), "tidak perlu"))
    desk.do(SetUnitStatus(unit, UnitStatus.AVAILABLE))
    desk.do(StartStacked(waiting(desk)[0].id))
    board, said = SituationBoard(), []
    for stored in desk.room.database.history.entries():
        board.apply(stored)
        for message in messages_of(stored, board):
            body = json.loads(message.body)
            said.append((body["kind"], body["text"], body["address"]))
    assert [(kind, text) for kind, text, _ in said] == [
        ("order", "LATIHAN: merapat"),
        ("order", "LATIHAN: merapat"),
        ("order", "LATIHAN: ke Ijen 25"),
        ("order", "LATIHAN: pindah"),
        ("stand_down", ""),
        ("order", "LATIHAN: nanti"),
    ]
    assert said[2][2] == "Jl. Ijen 25"
