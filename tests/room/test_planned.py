"""Incidents that are planned, may be left, belong together; and notes that were wrong."""

from datetime import timedelta

import pytest

from command_center.commands.links import MOST_LINKS, LinkIncidents, UnlinkIncidents
from command_center.commands.notes import AddNote, StrikeNote
from command_center.commands.plan import FARTHEST, PlanIncident, SetAlarmLevel, SetMayLeave
from command_center.commands.triage import CloseIncident, MergeIncidents, UnmergeIncident
from command_center.commands.undo import Undo
from command_center.domain.errors import Conflict, NotFound, OperatorError
from command_center.domain.incident import HIGHEST_ALARM, Disposition, Handling, LinkKind, Note
from command_center.domain.room import AlarmType, Role
from command_center.domain.targets import Targets
from command_center.duty.planned import incidents_due
from command_center.situation.queue import alarm_level
from tests.room.conftest import HandClock
from tests.room.desk import Desk

WHY = "salah nama jalan"


def handling(desk: Desk, incident: str) -> Handling:
    row = desk.look().of_incidents.handling(incident)
    assert row is not None
    return row


def test_a_convoy_is_due_when_it_is_planned_for(desk: Desk, clock: HandClock) -> None:
    incident = desk.report("konvoi suporter")
    due = clock.now() + timedelta(hours=3)
    desk.do(PlanIncident(incident, due))
    assert handling(desk, incident).due_at == due
    assert list(incidents_due(desk.look(), clock.now(), Targets())) == []
    clock.turn(3 * 3600 - Targets().due_lead_s)
    (rings,) = incidents_due(desk.look(), clock.now(), Targets())
    assert (rings.type, rings.subject_id) == (AlarmType.INCIDENT_DUE, incident)
    desk.do(PlanIncident(incident, None, due))
    assert list(incidents_due(desk.look(), clock.now(), Targets())) == []


def test_who_plans_what_somebody_else_planned_is_told_so(desk: Desk, clock: HandClock) -> None:
    incident = desk.report()
    first, second = (clock.now() + timedelta(hours=h) for h in (2, 3))
    lead = desk.person(Role.SHIFT_LEAD)
    desk.do(PlanIncident(incident, first), act=lead)
    with pytest.raises(Conflict) as caught:
        desk.do(PlanIncident(incident, second))
    assert caught.value.params["by"] == lead.actor
    assert desk.do(PlanIncident(incident, first)).seq is None
    desk.do(PlanIncident(incident, second, first))
    assert handling(desk, incident).due_at == second


def test_nothing_is_planned_for_yesterday_or_for_an_ended_incident(
    desk: Desk, clock: HandClock
) -> None:
    incident = desk.report()
    with pytest.raises(OperatorError, match="plan_in_the_past"):
        desk.do(PlanIncident(incident, clock.now()))
    with pytest.raises(OperatorError, match="plan_too_far"):
        desk.do(PlanIncident(incident, clock.now() + FARTHEST + timedelta(seconds=1)))
    desk.do(CloseIncident(incident, Disposition.RESOLVED))
    with pytest.raises(OperatorError, match="incident_not_open"):
        desk.do(PlanIncident(incident, clock.now() + timedelta(hours=1)))
    with pytest.raises(OperatorError, match="incident_not_open"):
        desk.do(SetMayLeave(incident, may_leave=True))


def test_nobody_may_leave_unless_somebody_said_so(desk: Desk, clock: HandClock) -> None:
    incident = desk.report()
    assert desk.do(SetMayLeave(incident, may_leave=False)).seq is None
    desk.do(SetMayLeave(incident, may_leave=True))
    due = clock.now() + timedelta(hours=1)
    done = desk.do(PlanIncident(incident, due))
    assert (handling(desk, incident).may_leave, handling(desk, incident).due_at) == (True, due)
    desk.do(Undo("handling", incident, done.op_id))
    assert (handling(desk, incident).may_leave, handling(desk, incident).due_at) == (True, None)


def test_a_first_decision_is_taken_back_whole(desk: Desk) -> None:
    incident = desk.report()
    done = desk.do(SetMayLeave(incident, may_leave=True))
    desk.do(Undo("handling", incident, done.op_id))
    assert not handling(desk, incident).may_leave


def test_the_alarm_is_raised_with_a_reason_and_lowered_again(desk: Desk) -> None:
    incident = desk.report()
    raised = desk.do(SetAlarmLevel(incident, 2, " api meluas ", 1))
    assert raised.result == {"incident_id": incident, "level": 2, "was": 1, "reason": "api meluas"}
    assert alarm_level(desk.look(), incident) == 2
    lead = desk.person(Role.SHIFT_LEAD)
    desk.do(SetAlarmLevel(incident, 3, "angin", 2), act=lead)
    with pytest.raises(Conflict) as caught:
        desk.do(SetAlarmLevel(incident, 1, "padam", 2))
    assert caught.value.params["by"] == lead.actor
    assert desk.do(SetAlarmLevel(incident, 3, "angin", 2)).seq is None
    done = desk.do(SetAlarmLevel(incident, 1, "padam", 3))
    desk.do(Undo("handling", incident, done.op_id))
    assert alarm_level(desk.look(), incident) == 3


def test_what_is_no_alarm_level_is_refused(desk: Desk) -> None:
    incident = desk.report()
    for level in (0, HIGHEST_ALARM + 1):
        with pytest.raises(OperatorError, match="alarm_level_unknown"):
            desk.do(SetAlarmLevel(incident, level, "x"))
    with pytest.raises(OperatorError, match="order_needs_reason"):
        desk.do(SetAlarmLevel(incident, 2, "  "))
    desk.do(CloseIncident(incident, Disposition.RESOLVED))
    with pytest.raises(OperatorError, match="incident_not_open"):
        desk.do(SetAlarmLevel(incident, 2, "x"))


def test_what_is_merged_brings_its_level_and_takes_it_away(desk: Desk) -> None:
    winner, loser = desk.report(), desk.report()
    desk.do(SetAlarmLevel(loser, 2, "api meluas", 1))
    desk.do(MergeIncidents(winner, loser))
    assert alarm_level(desk.look(), winner) == 2
    lowered = desk.do(SetAlarmLevel(winner, 1, "padam", 2))
    assert alarm_level(desk.look(), winner) == 1
    desk.do(Undo("handling", loser, lowered.op_id))
    desk.do(UnmergeIncident(loser))
    assert [alarm_level(desk.look(), id) for id in (winner, loser)] == [1, 2]


def test_two_incidents_are_linked_whichever_is_named_first(desk: Desk) -> None:
    one, other = desk.report(), desk.report()
    desk.do(LinkIncidents(one, other))
    assert desk.do(LinkIncidents(other, one)).seq is None
    done = desk.do(UnlinkIncidents(other, one))
    assert desk.do(UnlinkIncidents(one, other)).seq is None
    (link,) = desk.look().all("incident_link")
    desk.do(Undo("incident_link", link.id, done.op_id))
    assert desk.look().of_incidents.linked(one) == [other]
    history = desk.room.database.history
    for id in (one, other):
        kinds = [e.entry.kind for e in history.about("incident", id, 10**9, 100)]
        assert kinds.count("incident.linked") == 1


def test_a_link_has_a_kind_that_reads_from_either_side(desk: Desk) -> None:
    one, other = desk.report(), desk.report()
    desk.do(LinkIncidents(one, other, LinkKind.EFFECT))
    assert desk.do(LinkIncidents(other, one, LinkKind.CAUSE)).seq is None
    index = desk.look().of_incidents
    assert index.linked_as(one) == {other: LinkKind.EFFECT}
    assert index.linked_as(other) == {one: LinkKind.CAUSE}
    lead = desk.person(Role.SHIFT_LEAD)
    with pytest.raises(Conflict) as caught:
        desk.do(LinkIncidents(other, one, LinkKind.SAME_PLACE), act=lead)
    assert caught.value.params["by"] == desk.room.act.actor
    said = LinkIncidents(other, one, LinkKind.SAME_PLACE, LinkKind.CAUSE)
    done = desk.do(said, act=lead)
    assert desk.look().of_incidents.linked_as(one) == {other: LinkKind.SAME_PLACE}
    desk.do(Undo("incident_link", str(done.result["link_id"]), done.op_id))
    assert desk.look().of_incidents.linked_as(one) == {other: LinkKind.EFFECT}


def test_what_cannot_be_linked_is_refused(desk: Desk) -> None:
    one, other, third = desk.report(), desk.report(), desk.report()
    with pytest.raises(OperatorError, match="link_with_itself"):
        desk.do(LinkIncidents(one, one))
    with pytest.raises(NotFound):
        desk.do(LinkIncidents(one, "tidak-ada"))
    desk.do(MergeIncidents(third, other))
    with pytest.raises(OperatorError, match="incident_not_open"):
        desk.do(LinkIncidents(one, other))
    desk.do(CloseIncident(third, Disposition.RESOLVED))
    desk.do(LinkIncidents(one, third))


def test_there_is_an_end_to_links(desk: Desk) -> None:
    one = desk.report()
    for _ in range(MOST_LINKS):
        desk.do(LinkIncidents(desk.report(), one))
    with pytest.raises(OperatorError, match="links_too_many"):
        desk.do(LinkIncidents(one, desk.report()))


def note(desk: Desk, id: str) -> Note:
    found = desk.look().get("note", id)
    assert isinstance(found, Note)
    return found


def test_a_wrong_note_is_struck_and_the_right_one_stands_beside_it(
    desk: Desk, clock: HandClock
) -> None:
    incident = desk.report()
    wrong = str(desk.do(AddNote(incident, "di Jl. Kawi")).result["note_id"])
    clock.turn(60)
    told = desk.do(StrikeNote(wrong, WHY, "di Jl. Ijen")).result
    assert note(desk, wrong).struck_at == clock.now()
    right = note(desk, str(told["corrected_id"]))
    assert (right.text, right.incident_id, right.struck_at) == ("di Jl. Ijen", incident, None)
    assert told["reason"] == WHY
    lead = desk.person(Role.SHIFT_LEAD)
    with pytest.raises(Conflict):
        desk.do(StrikeNote(wrong, WHY), act=lead)


def test_striking_needs_a_reason_and_may_be_taken_back(desk: Desk) -> None:
    incident = desk.report()
    wrong = str(desk.do(AddNote(incident, "di Jl. Kawi")).result["note_id"])
    with pytest.raises(OperatorError, match="note_needs_reason"):
        desk.do(StrikeNote(wrong, "  "))
    with pytest.raises(NotFound):
        desk.do(StrikeNote("tidak-ada", WHY))
    done = desk.do(StrikeNote(wrong, WHY, "di Jl. Ijen"))
    desk.do(Undo("note", wrong, done.op_id))
    assert note(desk, wrong).struck_at is None
    assert note(desk, str(done.result["corrected_id"])).struck_at is not None
