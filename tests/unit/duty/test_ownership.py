"""Whose incidents are whose, and what is planned."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from command_center.domain.incident import Handling, IncidentStatus, Priority
from command_center.domain.room import AlarmType
from command_center.domain.targets import Targets
from command_center.domain.unit import OrderStatus
from command_center.duty.ownership import unowned_p1, workloads
from command_center.duty.planned import incidents_due
from command_center.situation.planned import is_ahead
from command_center.situation.queue import queue_row
from tests.ui import scene
from tests.ui.scene import NOW
from tests.unit.duty.rows import ago, incident_at, on_its_way, situation_of

TARGETS = Targets()
UNOWNED: dict[str, Any] = {"status": IncidentStatus.NEW, "owner": None}
EVERY, LEAD = AlarmType.UNOWNED_P1, AlarmType.UNOWNED_P1_LEAD


def planned(incident_id: str, in_s: float, set_s: float = 3600) -> Handling:
    due = NOW + timedelta(seconds=in_s)
    return Handling(incident_id, 1, None, due, False, ago(set_s), "s")


@pytest.mark.parametrize(
    ("age_s", "expected"), [(29, []), (31, [EVERY]), (59, [EVERY]), (61, [EVERY, LEAD])]
)
def test_nobodys_p1_rings_at_every_seat_and_then_for_the_lead(
    age_s: float, expected: list[AlarmType]
) -> None:
    incident = scene.incident(1, "Massa", Priority.P1, age_s, **UNOWNED)
    found = [due.type for due in unowned_p1(situation_of([incident]), NOW, TARGETS)]
    assert found == expected


def test_both_are_over_once_it_is_somebodys() -> None:
    incident = scene.incident(1, "Massa", Priority.P1, 900)
    assert list(unowned_p1(situation_of([incident]), NOW, TARGETS)) == []


@pytest.mark.parametrize(
    ("in_s", "expected"), [(600, []), (-10, []), (-40, [EVERY]), (-70, [EVERY, LEAD])]
)
def test_what_is_planned_has_until_its_time_to_find_an_owner(
    in_s: float, expected: list[AlarmType]
) -> None:
    incident = scene.incident(1, "Konvoi", Priority.P1, 9000, **UNOWNED)
    situation = situation_of([incident, planned(incident.id, in_s)])
    assert [due.type for due in unowned_p1(situation, NOW, TARGETS)] == expected


@pytest.mark.parametrize(("in_s", "rings"), [(901, False), (900, True), (-600, True)])
def test_a_planned_incident_rings_before_it_is_due(in_s: float, rings: bool) -> None:
    incident = replace(incident_at(), first_order_at=None)
    situation = situation_of([incident, planned(incident.id, in_s)])
    found = [due.type for due in incidents_due(situation, NOW, TARGETS)]
    assert found == [AlarmType.INCIDENT_DUE] * rings
    sent = replace(incident, first_order_at=ago(5))
    situation = situation_of([sent, planned(incident.id, in_s)])
    assert list(incidents_due(situation, NOW, TARGETS)) == []
    ended = replace(incident, status=IncidentStatus.CLOSED, closed_at=ago(5))
    situation = situation_of([ended, planned(incident.id, in_s)])
    assert list(incidents_due(situation, NOW, TARGETS)) == []


def test_a_planned_row_stands_behind_everything_that_is_now() -> None:
    rally = scene.incident(1, "Konvoi", Priority.P1, 9000, **UNOWNED)
    small = scene.incident(2, "Parkir", Priority.P4, 60, **UNOWNED)
    situation = situation_of([rally, small, planned(rally.id, 600)])
    rows = [queue_row(situation, i, TARGETS) for i in (rally, small)]
    assert [row.is_ahead(NOW) for row in rows] == [True, False]
    assert rows[0].order(NOW) > rows[1].order(NOW)
    assert not rows[0].is_late(NOW)
    then = NOW + timedelta(seconds=601)
    assert rows[0].order(then) < rows[1].order(then)
    assert rows[0].is_late(then + timedelta(seconds=TARGETS.verify_s))
    assert is_ahead(situation, rally, NOW)
    assert not is_ahead(situation, rally, then)


def test_a_seat_carries_what_is_open_and_due() -> None:
    unit, order, incident = on_its_way(OrderStatus.ORDERED, accepted_s=None)
    other = scene.incident(2, "Asap", Priority.P1, 30)
    theirs = replace(scene.incident(3, "Laka", Priority.P3, 30), owner_id="staff-xx")
    rally = scene.incident(4, "Konvoi", Priority.P1, 30)
    over = replace(scene.incident(5, "X", Priority.P1, 30), status=IncidentStatus.CLOSED)
    rows = [unit, order, incident, other, theirs, rally, over, planned(rally.id, 600)]
    loads = workloads(situation_of(rows), NOW)
    assert incident.owner_id is not None
    mine = loads[incident.owner_id]
    assert (mine.incidents, mine.p1, mine.unanswered) == (2, 1, 1)
    assert mine.oldest_at == incident.opened_at
    assert loads["staff-xx"].incidents == 1
