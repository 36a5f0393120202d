"""A P1 of nobody rings at every seat, then for the shift lead, until somebody takes it."""

from datetime import timedelta

import pytest

from command_center.commands.plan import PlanIncident
from command_center.commands.takeover import AskTakeOver
from command_center.commands.triage import CloseIncident, MergeIncidents, TakeIncident
from command_center.domain.incident import Disposition, Priority
from command_center.domain.room import AlarmType, Role
from command_center.duty.alarms import DutyRoster
from command_center.duty.clockwork import Clockwork
from command_center.duty.ownership import workloads
from tests.room.conftest import HandClock
from tests.room.desk import Desk

ROSTER = DutyRoster((), lambda lat, lon: None, lambda code: None)
EVERY, LEAD = AlarmType.UNOWNED_P1, AlarmType.UNOWNED_P1_LEAD


class Duty:
    """The clockwork, looked at second by second."""

    def __init__(self, desk: Desk, clock: HandClock) -> None:
        self._desk, self._clock = desk, clock
        self._clockwork = Clockwork(desk.room.lane, desk.room.system, ROSTER)

    def after(self, seconds: int) -> set[AlarmType]:
        """What rings once they are over."""
        for _ in range(seconds):
            self._clock.turn(1)
            self._clockwork.tick(self._desk.look(), self._clock.now())
        self._desk.report("penanda", priority=Priority.P4)  # the lane is through when this is
        return {a.type for a in self._desk.look().open_alarms() if a.type in (EVERY, LEAD)}


@pytest.fixture
def duty(desk: Desk, clock: HandClock) -> Duty:
    return Duty(desk, clock)


def test_it_rings_on_time_goes_to_the_lead_and_stops_when_taken(desk: Desk, duty: Duty) -> None:
    incident = desk.report(priority=Priority.P1)
    assert duty.after(30) == set()
    assert duty.after(1) == {EVERY}
    assert duty.after(29) == {EVERY}
    assert duty.after(1) == {EVERY, LEAD}
    lead = desk.person(Role.SHIFT_LEAD)
    desk.do(TakeIncident(incident), act=lead)
    assert duty.after(1) == set()
    assert workloads(desk.look(), desk.room.clock.now())[lead.actor].p1 == 1


def test_what_was_merged_or_ended_rings_no_more(desk: Desk, duty: Duty) -> None:
    winner = desk.report(priority=Priority.P1)
    desk.do(TakeIncident(winner))
    merged, ended = (desk.report(priority=Priority.P1) for _ in range(2))
    assert duty.after(61) == {EVERY, LEAD}
    desk.do(MergeIncidents(winner, merged))
    assert duty.after(1) == {EVERY, LEAD}
    desk.do(CloseIncident(ended, Disposition.PRANK))
    assert duty.after(1) == set()


def test_a_planned_one_is_nobodys_fault_before_its_time(
    desk: Desk, duty: Duty, clock: HandClock
) -> None:
    incident = desk.report(priority=Priority.P1)
    desk.do(PlanIncident(incident, clock.now() + timedelta(seconds=120)))
    assert duty.after(119) == set()
    assert duty.after(32) == {EVERY}


def test_a_load_passes_with_the_incident(desk: Desk) -> None:
    incident = desk.report(priority=Priority.P1)
    mine, lead = desk.room.act, desk.person(Role.SHIFT_LEAD)
    desk.do(TakeIncident(incident))
    now = desk.room.clock.now()
    assert set(workloads(desk.look(), now)) == {mine.actor}
    desk.do(AskTakeOver(incident, "saya lanjutkan"), act=lead)
    assert set(workloads(desk.look(), now)) == {lead.actor}
