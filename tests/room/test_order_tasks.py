"""What is said to a unit after its order: it counts once it was heard."""

from dataclasses import replace

import pytest

from command_center.commands.dispatch import AcknowledgeOrder, OrderUnits, SetUnitStatus
from command_center.commands.follow import FollowUnit, UnitStep
from command_center.commands.offline import decode, encode, is_additive, kind_of
from command_center.commands.order_task import (
    CancelOrder,
    CorrectAddress,
    HearTask,
    RepeatOrder,
)
from command_center.commands.triage import CloseIncident, MergeIncidents, SetPriority
from command_center.commands.undo import Undo
from command_center.domain.errors import Conflict, OperatorError
from command_center.domain.incident import Disposition, Priority
from command_center.domain.room import Role
from command_center.domain.unit import (
    AssignmentKind,
    CloseReason,
    OrderStatus,
    OrderTask,
    TaskKind,
    UnitStatus,
)
from tests.room.conftest import HandClock
from tests.room.desk import Desk

SAMAPTA, LANTAS, DAMKAR = "SAMAPTA 12", "LANTAS 03", "DAMKAR 02"


def send(desk: Desk, incident: str, *call_signs: str, text: str = "merapat") -> None:
    desk.do(OrderUnits(incident, tuple(desk.unit(name).id for name in call_signs), text))


def tasks(desk: Desk) -> list[OrderTask]:
    return list(desk.look().all("order_task"))


@pytest.fixture
def incident(desk: Desk) -> str:
    return desk.report(area="Klojen")


def test_a_corrected_address_is_to_be_heard_by_everybody_sent_there(
    desk: Desk, incident: str
) -> None:
    send(desk, incident, SAMAPTA, DAMKAR)
    before = desk.incident(incident).address
    told = desk.do(CorrectAddress(incident, "Jl.  Ijen 25", before, lat=-7.97, lon=112.62)).result
    assert (told["was"], told["address"]) == (before, "Jl. Ijen 25")
    assert desk.incident(incident).lat == -7.97
    assert {task.kind for task in tasks(desk)} == {TaskKind.ADDRESS}
    assert [task.text for task in tasks(desk)] == ["Jl. Ijen 25"] * 2
    assert sorted(told["tasks"]) == sorted(task.id for task in tasks(desk))


def test_who_corrects_what_somebody_else_corrected_first_is_told_so(
    desk: Desk, incident: str
) -> None:
    before = desk.incident(incident).address
    desk.do(CorrectAddress(incident, "Jl. Ijen 25", before), act=desk.person(Role.SHIFT_LEAD))
    with pytest.raises(Conflict) as caught:
        desk.do(CorrectAddress(incident, "Jl. Kawi 3", before))
    assert caught.value.params["by"] == "staff:shift_lead"
    assert desk.do(CorrectAddress(incident, "Jl. Ijen 25", before)).seq is None
    assert desk.incident(incident).address == "Jl. Ijen 25"


def test_a_second_correction_is_what_has_to_be_heard(
    desk: Desk, incident: str, clock: HandClock
) -> None:
    send(desk, incident, SAMAPTA)
    desk.do(CorrectAddress(incident, "Jl. Ijen 25"))
    clock.turn(40)
    desk.do(CorrectAddress(incident, "Jl. Ijen 52"))
    (task,) = tasks(desk)
    assert (task.text, task.raised_at, task.version) == ("Jl. Ijen 52", clock.now(), 2)


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"address": "  "}, "address_empty"),
        ({"address": "x" * 201}, "text_too_long"),
        ({"lat": 1.0}, "point_incomplete"),
        ({"lat": float("nan"), "lon": 112.0}, "point_impossible"),
        ({"lat": 91.0, "lon": 112.0}, "point_impossible"),
        ({"area": "Atlantis"}, "unknown_area"),
    ],
)
def test_an_address_that_is_none_is_refused(
    desk: Desk, incident: str, wrong: dict[str, object], code: str
) -> None:
    command = replace(CorrectAddress(incident, "Jl. Ijen 25"), **wrong)  # type: ignore[arg-type]
    with pytest.raises(OperatorError, match=code):
        desk.do(command)


def test_an_order_painted_with_the_old_address_is_not_sent(desk: Desk, incident: str) -> None:
    painted = desk.incident(incident).address
    desk.do(CorrectAddress(incident, "Jl. Ijen 25"))
    unit = desk.unit(SAMAPTA).id
    with pytest.raises(Conflict):
        desk.do(OrderUnits(incident, (unit,), "ke alamat lama", address=painted))
    assert desk.held(SAMAPTA) is None
    desk.do(OrderUnits(incident, (unit,), "Jl. Ijen 25", address="Jl. Ijen 25"))
    assert desk.held(SAMAPTA) is not None


def test_a_unit_that_is_called_off_is_not_free_before_it_has_heard_so(
    desk: Desk, incident: str, clock: HandClock
) -> None:
    send(desk, incident, SAMAPTA)
    desk.do(SetUnitStatus(desk.unit(SAMAPTA).id, UnitStatus.EN_ROUTE))
    held = desk.held(SAMAPTA)
    assert held is not None
    clock.turn(30)
    told = desk.do(CancelOrder(held.id, "pelapor menarik laporan")).result
    assert desk.held(SAMAPTA) is None
    assert desk.unit(SAMAPTA).status is UnitStatus.EN_ROUTE
    (task,) = tasks(desk)
    assert (task.kind, task.heard_at) == (TaskKind.CANCEL, None)
    clock.turn(20)
    desk.do(HearTask(str(told["task_id"])))
    (task,) = tasks(desk)
    assert task.heard_at == clock.now()
    assert desk.unit(SAMAPTA).status is UnitStatus.AVAILABLE
    assert desk.do(HearTask(task.id)).seq is None


def test_a_unit_that_says_it_is_back_knows_that_it_was_called_off(
    desk: Desk, incident: str
) -> None:
    send(desk, incident, SAMAPTA)
    held = desk.held(SAMAPTA)
    assert held is not None
    desk.do(CancelOrder(held.id, "salah lokasi"))
    desk.do(SetUnitStatus(desk.unit(SAMAPTA).id, UnitStatus.RETURNING))
    assert [task.heard_at is not None for task in tasks(desk)] == [True]


def test_what_was_ordered_meanwhile_is_not_undone_by_hearing_the_old(
    desk: Desk, incident: str
) -> None:
    send(desk, incident, SAMAPTA)
    held = desk.held(SAMAPTA)
    assert held is not None
    task_id = str(desk.do(CancelOrder(held.id, "salah lokasi")).result["task_id"])
    other = desk.report()
    send(desk, other, SAMAPTA)
    desk.do(HearTask(task_id))
    now = desk.held(SAMAPTA)
    assert now is not None
    assert now.incident_id == other
    assert desk.unit(SAMAPTA).status is UnitStatus.ORDERED


def test_two_who_call_off_the_same_order(desk: Desk, incident: str) -> None:
    send(desk, incident, SAMAPTA)
    held = desk.held(SAMAPTA)
    assert held is not None
    with pytest.raises(OperatorError, match="order_needs_reason"):
        desk.do(CancelOrder(held.id, " "))
    desk.do(CancelOrder(held.id, "salah lokasi"))
    with pytest.raises(OperatorError, match="order_is_over"):
        desk.do(CancelOrder(held.id, "salah lokasi"))
    with pytest.raises(OperatorError, match="order_is_over"):
        desk.do(RepeatOrder(held.id))


def test_an_order_said_again_is_answered_like_the_first(
    desk: Desk, incident: str, clock: HandClock
) -> None:
    send(desk, incident, SAMAPTA, text="ke Ijen")
    held = desk.held(SAMAPTA)
    assert held is not None
    clock.turn(70)
    desk.do(RepeatOrder(held.id))
    clock.turn(30)
    told = desk.do(RepeatOrder(held.id)).result
    (task,) = tasks(desk)
    assert (task.kind, task.text, task.raised_at) == (TaskKind.REPEAT, "ke Ijen", clock.now())
    desk.do(HearTask(str(told["task_id"])))
    held = desk.held(SAMAPTA)
    assert held is not None
    assert held.status is OrderStatus.ACCEPTED


def test_who_answers_the_order_has_heard_the_repeat(desk: Desk, incident: str) -> None:
    send(desk, incident, SAMAPTA)
    held = desk.held(SAMAPTA)
    assert held is not None
    desk.do(RepeatOrder(held.id))
    desk.do(AcknowledgeOrder(desk.unit(SAMAPTA).id))
    assert [task.heard_at is not None for task in tasks(desk)] == [True]


def test_a_unit_of_another_agency_is_asked_off_too(desk: Desk, incident: str) -> None:
    send(desk, incident, DAMKAR)
    held = desk.held(DAMKAR)
    assert held is not None
    assert held.kind is AssignmentKind.REQUESTED
    status = desk.unit(DAMKAR).status
    told = desk.do(CancelOrder(held.id, "padam sendiri")).result
    assert told["task_id"]
    assert desk.unit(DAMKAR).status is status


def test_a_correction_reaches_who_was_sent_to_what_was_merged(desk: Desk, incident: str) -> None:
    loser = desk.report()
    send(desk, loser, LANTAS)
    desk.do(MergeIncidents(incident, loser))
    desk.do(CorrectAddress(incident, "Jl. Ijen 25"))
    held = desk.held(LANTAS)
    assert held is not None
    assert [task.assignment_id for task in tasks(desk)] == [held.id]


def test_a_closed_or_merged_incident_has_no_address_to_correct(desk: Desk, incident: str) -> None:
    loser = desk.report()
    desk.do(MergeIncidents(incident, loser))
    desk.do(CloseIncident(incident, Disposition.RESOLVED))
    for id in (loser, incident):
        with pytest.raises(OperatorError, match="incident_not_open"):
            desk.do(CorrectAddress(id, "Jl. Ijen 25"))


def test_calling_off_is_taken_back_whole(desk: Desk, incident: str) -> None:
    send(desk, incident, SAMAPTA)
    held = desk.held(SAMAPTA)
    assert held is not None
    before = desk.hash()
    done = desk.do(CancelOrder(held.id, "salah unit"))
    desk.do(Undo("assignment", held.id, done.op_id))
    assert desk.hash() == before
    assert [task.heard_at is not None for task in tasks(desk)] == [True]


def test_the_timeline_of_the_incident_names_every_task(desk: Desk, incident: str) -> None:
    send(desk, incident, SAMAPTA)
    held = desk.held(SAMAPTA)
    assert held is not None
    desk.do(RepeatOrder(held.id))
    desk.do(SetPriority(incident, Priority.P1))
    desk.do(HearTask(tasks(desk)[0].id))
    history = desk.room.database.history
    kinds = [e.entry.kind for e in history.about("incident", incident, 10**9, 100)]
    assert kinds[-3:] == ["order.repeated", "incident.prioritised", "order.heard"]


def test_an_ended_order_keeps_its_reason(desk: Desk, incident: str) -> None:
    send(desk, incident, SAMAPTA)
    held = desk.held(SAMAPTA)
    assert held is not None
    desk.do(CancelOrder(held.id, "salah unit"))
    ended = desk.look().get("assignment", held.id)
    assert ended is not None
    assert ended.close_reason is CloseReason.CANCELLED


def test_the_units_own_system_hears_for_it(desk: Desk, incident: str, clock: HandClock) -> None:
    send(desk, incident, SAMAPTA)

    def says(step: UnitStep) -> None:
        clock.turn(5)
        desk.do(FollowUnit("110", "", SAMAPTA, step, clock.now()), act=desk.room.system)

    says(UnitStep.ACCEPTED)
    clock.turn(60)
    desk.do(CorrectAddress(incident, "Jl. Ijen 25"))
    says(UnitStep.EN_ROUTE)
    assert [task.heard_at for task in tasks(desk)] == [None]
    says(UnitStep.ACCEPTED)
    assert [task.heard_at for task in tasks(desk)] != [None]
    held = desk.held(SAMAPTA)
    assert held is not None
    desk.do(CancelOrder(held.id, "salah lokasi"))
    assert len(desk.look().of_units.unheard(desk.unit(SAMAPTA).id)) == 1
    says(UnitStep.RETURNING)
    assert desk.look().of_units.unheard(desk.unit(SAMAPTA).id) == []


def test_that_it_was_heard_may_be_written_down_while_the_room_is_away() -> None:
    command = HearTask("t1")
    assert is_additive(command)
    assert decode(kind_of(command), encode(command)) == command
    assert not is_additive(CancelOrder("a1", "x"))
