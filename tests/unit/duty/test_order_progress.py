"""Orders that are not answered, not heard as they were changed, or not driven to."""

from dataclasses import replace

import pytest

from command_center.domain.room import AlarmType
from command_center.domain.targets import Targets
from command_center.domain.unit import AssignmentKind, CloseReason, OrderStatus, TaskKind
from command_center.duty.order_progress import not_moving, unanswered_orders, unheard_changes
from command_center.situation.situation import Situation
from tests.ui.scene import NOW
from tests.unit.duty.rows import ago, drive, on_its_way, situation_of, task

TARGETS = Targets()


@pytest.mark.parametrize(("kind", "rings"), [("active", True), ("stacked", False)])
def test_what_only_waits_for_a_unit_is_no_order_to_answer(kind: str, rings: bool) -> None:
    rows = on_its_way(OrderStatus.ORDERED, accepted_s=None, kind=AssignmentKind(kind))
    found = list(unanswered_orders(situation_of(rows), NOW, TARGETS))
    assert bool(found) is rings
    if found:
        assert found[0].params["unit_id"] == rows[0].id
        assert found[0].params["incident_id"] == rows[2].id


@pytest.mark.parametrize(
    ("kind", "status", "raised_s", "closed", "rings"),
    [
        (TaskKind.ADDRESS, OrderStatus.EN_ROUTE, 59, False, False),
        (TaskKind.ADDRESS, OrderStatus.EN_ROUTE, 61, False, True),
        (TaskKind.ADDRESS, OrderStatus.EN_ROUTE, 61, True, False),
        (TaskKind.CANCEL, OrderStatus.EN_ROUTE, 61, True, True),
        (TaskKind.REPEAT, OrderStatus.ORDERED, 61, False, False),
        (TaskKind.REPEAT, OrderStatus.EN_ROUTE, 61, False, True),
    ],
)
def test_a_change_nobody_has_heard_rings_while_it_matters(
    kind: TaskKind, status: OrderStatus, raised_s: float, closed: bool, rings: bool
) -> None:
    unit, order, incident = on_its_way(status)
    if closed:
        order = replace(order, closed_at=ago(61), close_reason=CloseReason.CANCELLED)
    situation = situation_of([unit, order, incident, task(kind, raised_s)])
    found = list(unheard_changes(situation, NOW, TARGETS))
    assert [due.type for due in found] == [AlarmType.CHANGE_UNHEARD] * rings
    heard = situation_of([unit, order, incident, task(kind, raised_s, heard_s=1)])
    assert list(unheard_changes(heard, NOW, TARGETS)) == []


def stands(situation: Situation) -> bool:
    return bool(list(not_moving(situation, NOW, TARGETS)))


@pytest.mark.parametrize(
    ("status", "accepted_s", "rings"),
    [
        (OrderStatus.ACCEPTED, 119, False),
        (OrderStatus.ACCEPTED, 121, True),
        (OrderStatus.EN_ROUTE, 600, False),
        (OrderStatus.ON_SCENE, 600, False),
    ],
)
def test_without_positions_it_is_what_the_unit_says(
    status: OrderStatus, accepted_s: float, rings: bool
) -> None:
    assert stands(situation_of(on_its_way(status, accepted_s=accepted_s))) is rings


FAR = 3000.0


@pytest.mark.parametrize(
    ("heard", "rings"),
    [
        # on the spot since before the order was heard, whatever it says
        ([(400, FAR, 0), (200, FAR + 20, 0), (5, FAR + 10, 0)], True),
        # set off after it was heard
        ([(400, FAR, 0), (200, FAR - 200, 8), (5, FAR - 900, 8)], False),
        # moved before it was heard, and not since
        ([(900, FAR + 500, 8), (400, FAR, 8), (5, FAR, 0)], True),
        # not watched for long enough by this window
        ([(100, FAR, 0), (5, FAR, 0)], False),
        # there already
        ([(400, 60, 0), (5, 60, 0)], False),
        # a position of long ago proves nothing: it says it drives
        ([(900, FAR, 0), (400, FAR, 0)], False),
    ],
)
def test_with_positions_it_is_where_the_unit_is(
    heard: list[tuple[float, float, float]], rings: bool
) -> None:
    unit, order, incident = on_its_way(OrderStatus.EN_ROUTE, en_route_s=290)
    situation = situation_of([unit, order, incident])
    drive(situation, unit, *heard)
    assert stands(situation) is rings
