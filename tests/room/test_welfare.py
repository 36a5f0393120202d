"""Looking for a unit that has fallen silent: by whom it goes on, and what ends it."""

from collections.abc import Callable, Iterator

import pytest

from command_center.commands.dispatch import (
    AcknowledgeOrder,
    OrderUnits,
    ReleaseUnit,
    SetUnitStatus,
)
from command_center.commands.order_task import CancelOrder, HearTask, RepeatOrder
from command_center.commands.triage import CloseIncident
from command_center.commands.welfare import EndWelfare, OpenWelfare, StepWelfare
from command_center.domain.errors import Conflict, NotAllowed, NotFound, OperatorError
from command_center.domain.incident import Disposition
from command_center.domain.room import AlarmType, Role
from command_center.domain.targets import Targets
from command_center.domain.unit import (
    UnitStatus,
    WelfareCheck,
    WelfareOutcome,
    WelfareStep,
)
from command_center.duty.alarms import DutyRoster
from command_center.duty.clockwork import Clockwork
from tests.room.conftest import HandClock
from tests.room.desk import Desk
from tests.room.test_scope import opened as opened_room

SAMAPTA = "SAMAPTA 12"
ROSTER = DutyRoster((), lambda lat, lon: None, lambda code: None)


@pytest.fixture
def unit(desk: Desk) -> str:
    """On scene."""
    id = desk.unit(SAMAPTA).id
    desk.do(OrderUnits(desk.report(), (id,), "merapat"))
    desk.do(SetUnitStatus(id, UnitStatus.ON_SCENE))
    return id


def checks(desk: Desk) -> list[WelfareCheck]:
    return list(desk.look().all("welfare_check"))


def opened(desk: Desk, unit: str) -> str:
    return str(desk.do(OpenWelfare(unit)).result["check_id"])


def seconds(desk: Desk, clock: HandClock, until: int, every: int) -> Iterator[None]:
    """The clockwork at work, one look every so many seconds."""
    clockwork = Clockwork(desk.room.lane, desk.room.system, ROSTER)
    for _ in range(until // every):
        clock.turn(every)
        clockwork.tick(desk.look(), clock.now())
        desk.room.lane.submit(OpenWelfare("tidak-ada"), act=desk.room.act).exception(20)
        yield


def test_a_silent_unit_is_looked_for_until_nobody_knows(
    desk: Desk, unit: str, clock: HandClock
) -> None:
    clock.turn(Targets().silent_s - 30)
    steps: list[WelfareStep] = []
    for _ in seconds(desk, clock, 720, 20):
        found = checks(desk)
        if found and (not steps or steps[-1] is not found[0].step):
            steps.append(found[0].step)
    assert steps == list(WelfareStep)
    standing = {a.type for a in desk.look().open_alarms() if a.subject_id == unit}
    assert standing == {AlarmType.UNIT_SILENT, AlarmType.PERSONNEL_DANGER}
    desk.do(SetUnitStatus(unit, UnitStatus.ON_SCENE))
    for _ in seconds(desk, clock, 20, 20):
        pass
    assert [check.outcome for check in checks(desk)] == [WelfareOutcome.WELL]
    assert [a for a in desk.look().open_alarms() if a.subject_id == unit] == []


def test_a_person_may_go_on_faster_and_never_back(desk: Desk, unit: str) -> None:
    id = opened(desk, unit)
    assert opened(desk, unit) == id
    desk.do(StepWelfare(id, WelfareStep.DANGER, WelfareStep.RADIO))
    (check,) = checks(desk)
    assert (check.step, check.step_by) == (WelfareStep.DANGER, desk.room.act.actor)
    with pytest.raises(OperatorError, match="welfare_backwards"):
        desk.do(StepWelfare(id, WelfareStep.PHONE, WelfareStep.DANGER))


def test_two_who_go_different_ways(desk: Desk, unit: str) -> None:
    id = opened(desk, unit)
    lead = desk.person(Role.SHIFT_LEAD)
    desk.do(StepWelfare(id, WelfareStep.PHONE, WelfareStep.RADIO), act=lead)
    assert desk.do(StepWelfare(id, WelfareStep.PHONE, WelfareStep.RADIO)).seq is None
    with pytest.raises(Conflict) as caught:
        desk.do(StepWelfare(id, WelfareStep.LEAD, WelfareStep.RADIO))
    assert caught.value.params["by"] == lead.actor


def test_the_clock_never_calls_a_unit_lost_that_moves(desk: Desk, unit: str) -> None:
    id = str(desk.do(OpenWelfare(unit, moving=True)).result["check_id"])
    last = StepWelfare(id, WelfareStep.DANGER, WelfareStep.RADIO)
    with pytest.raises(OperatorError, match="welfare_moves"):
        desk.do(last, act=desk.room.system)
    assert checks(desk)[0].step is WelfareStep.RADIO
    desk.do(last)
    assert checks(desk)[0].step is WelfareStep.DANGER


def test_an_answer_of_the_unit_ends_it(desk: Desk, unit: str) -> None:
    held = desk.held(SAMAPTA)
    assert held is not None
    task = str(desk.do(RepeatOrder(held.id)).result["task_id"])
    for said in (HearTask(task), AcknowledgeOrder(unit), SetUnitStatus(unit, UnitStatus.ON_SCENE)):
        id = opened(desk, unit)
        desk.do(said)
        check = desk.look().get("welfare_check", id)
        assert check is not None
        assert check.outcome is WelfareOutcome.WELL


def close(desk: Desk) -> None:
    held = desk.held(SAMAPTA)
    assert held is not None
    desk.do(CloseIncident(held.incident_id, Disposition.RESOLVED))


def pull_away(desk: Desk) -> None:
    desk.do(OrderUnits(desk.report(), (desk.unit(SAMAPTA).id,), "pindah"))


def release(desk: Desk) -> None:
    desk.do(ReleaseUnit(desk.unit(SAMAPTA).id))


@pytest.mark.parametrize("left", [close, pull_away, release])
def test_the_search_ends_with_the_job_and_says_that_nobody_was_heard(
    desk: Desk, unit: str, clock: HandClock, left: Callable[[Desk], None]
) -> None:
    opened(desk, unit)
    clock.turn(5)
    left(desk)
    for _ in seconds(desk, clock, 4, 2):
        pass
    (check,) = checks(desk)
    assert (check.outcome, check.ended_by) == (
        WelfareOutcome.MISTAKEN,
        desk.room.system.actor,
    )
    (entry,) = [e for e in desk.room.database.history.entries() if e.entry.kind == "welfare.ended"]
    assert entry.entry.inputs["result"]["left"] == "incident"


def test_a_unit_called_off_is_looked_for_until_it_has_heard_so(
    desk: Desk, unit: str, clock: HandClock
) -> None:
    opened(desk, unit)
    held = desk.held(SAMAPTA)
    assert held is not None
    clock.turn(5)
    task = str(desk.do(CancelOrder(held.id, "salah lokasi")).result["task_id"])
    for _ in seconds(desk, clock, 4, 2):
        pass
    assert checks(desk)[0].ended_at is None
    desk.do(HearTask(task))
    assert checks(desk)[0].outcome is WelfareOutcome.WELL


def test_who_is_called_in_danger_is_looked_for_until_a_person_says_what_came_of_it(
    desk: Desk, unit: str, clock: HandClock
) -> None:
    id = opened(desk, unit)
    desk.do(StepWelfare(id, WelfareStep.DANGER, WelfareStep.RADIO))
    clock.turn(5)
    close(desk)
    for _ in seconds(desk, clock, 4, 2):
        pass
    assert checks(desk)[0].ended_at is None
    desk.do(EndWelfare(id, WelfareOutcome.HELPED))
    assert checks(desk)[0].outcome is WelfareOutcome.HELPED


def test_the_job_is_looked_at_again_where_the_search_is_ended(desk: Desk, unit: str) -> None:
    """A clock that saw an older picture ends nothing."""
    id = opened(desk, unit)
    told = desk.do(EndWelfare(id, WelfareOutcome.MISTAKEN, left=True))
    assert told.seq is None
    assert checks(desk)[0].ended_at is None


def test_how_it_ended_is_said_once(desk: Desk, unit: str) -> None:
    id = opened(desk, unit)
    lead = desk.person(Role.SHIFT_LEAD)
    desk.do(EndWelfare(id, WelfareOutcome.HELPED), act=lead)
    assert desk.do(EndWelfare(id, WelfareOutcome.HELPED)).seq is None
    with pytest.raises(Conflict):
        desk.do(EndWelfare(id, WelfareOutcome.MISTAKEN))
    with pytest.raises(OperatorError, match="welfare_over"):
        desk.do(StepWelfare(id, WelfareStep.PHONE, WelfareStep.RADIO))
    assert opened(desk, unit) != id


def test_a_person_gives_up_with_a_reason_and_the_clock_looks_no_further(
    desk: Desk, unit: str, clock: HandClock
) -> None:
    clock.turn(Targets().silent_s + 30)
    id = opened(desk, unit)
    with pytest.raises(OperatorError, match="order_needs_reason"):
        desk.do(EndWelfare(id, WelfareOutcome.GIVEN_UP, reason=" "))
    for outcome in (WelfareOutcome.GIVEN_UP, WelfareOutcome.HURT):
        said = EndWelfare(id, outcome, reason="x")
        with pytest.raises(OperatorError, match="welfare_person_decides"):
            desk.do(said, act=desk.room.system)
    lead = desk.person(Role.SHIFT_LEAD)
    desk.do(EndWelfare(id, WelfareOutcome.GIVEN_UP, reason="tiga jam disisir"), act=lead)
    (check,) = checks(desk)
    assert (check.reason, check.ended_by) == ("tiga jam disisir", lead.actor)
    for _ in seconds(desk, clock, 40, 20):
        pass
    assert [check.id for check in checks(desk)] == [id], "nobody has heard of it, and nobody looks"
    ringing = {a.type for a in desk.look().open_alarms() if a.subject_id == unit}
    assert ringing == {AlarmType.UNIT_SILENT}
    desk.do(SetUnitStatus(unit, UnitStatus.ON_SCENE))
    clock.turn(Targets().silent_s + 30)
    for _ in seconds(desk, clock, 20, 20):
        pass
    assert len(checks(desk)) == 2


def test_who_is_found_hurt_is_in_danger_until_helped(
    desk: Desk, unit: str, clock: HandClock
) -> None:
    id = opened(desk, unit)
    desk.do(EndWelfare(id, WelfareOutcome.HURT))
    for outcome in (WelfareOutcome.GIVEN_UP, WelfareOutcome.MISTAKEN):
        with pytest.raises(Conflict):
            desk.do(EndWelfare(id, outcome, reason="x"))

    def ringing() -> set[AlarmType]:
        for _ in seconds(desk, clock, 20, 20):
            pass
        return {a.type for a in desk.look().open_alarms() if a.subject_id == unit}

    clock.turn(25 * 3600)
    assert AlarmType.PERSONNEL_DANGER in ringing()
    fresh = opened_room(desk)
    assert fresh.of_units.sought(unit) == checks(desk)[0]
    desk.do(EndWelfare(id, WelfareOutcome.HELPED))
    assert AlarmType.PERSONNEL_DANGER not in ringing()


def test_who_cannot_be_looked_for(desk: Desk) -> None:
    with pytest.raises(NotFound):
        desk.do(OpenWelfare("tidak-ada"))
    unit = desk.unit("LANTAS 03").id
    desk.do(SetUnitStatus(unit, UnitStatus.OFF_DUTY))
    with pytest.raises(OperatorError, match="unit_not_on_duty"):
        desk.do(OpenWelfare(unit))


def test_a_liaison_looks_for_the_own_units_only(desk: Desk, unit: str) -> None:
    with pytest.raises(NotAllowed):
        desk.do(OpenWelfare(unit), act=desk.person(Role.LIAISON))
