"""That a unit has heard is taken back, and nobody is told anything anew by it."""

import pytest

from command_center.commands.dispatch import OrderUnits
from command_center.commands.order_routes import SetOrderRoutes
from command_center.commands.order_task import CancelOrder, CorrectAddress, HearTask
from command_center.commands.undo import Undo
from command_center.domain.unit import OrderStatus, UnitStatus
from tests.room.desk import Desk

LANTAS = "LANTAS 03"
ROUTE = "by,name,via,to,key\nunit,LANTAS 03,cot,127.0.0.1:8087,"


@pytest.mark.parametrize("what", ["address", "cancel"])
def test_hearing_is_taken_back_as_it_was(desk: Desk, what: str) -> None:
    desk.do(SetOrderRoutes(ROUTE), act=desk.room.console)
    incident, unit = desk.report(area="Klojen"), desk.unit(LANTAS).id
    desk.do(OrderUnits(incident, (unit,), "merapat"))
    held = desk.held(LANTAS)
    assert held is not None
    if what == "address":
        desk.do(CorrectAddress(incident, "Jl. Ijen 25"))
    else:
        desk.do(CancelOrder(held.id, "salah alamat"))
    (task,) = desk.look().of_units.all_unheard()
    before, told = desk.look(), len(list(desk.look().all("delivery")))
    done = desk.do(HearTask(task.id))
    assert desk.look().of_units.all_unheard() == []
    free = UnitStatus.AVAILABLE if what == "cancel" else UnitStatus.ORDERED
    assert desk.unit(LANTAS).status is free
    desk.do(Undo("order_task", task.id, done.op_id))
    after = desk.look()
    assert [row.id for row in after.of_units.all_unheard()] == [task.id]
    assert desk.unit(LANTAS).status is UnitStatus.ORDERED
    assert len(list(after.all("delivery"))) == told
    was, now = before.get("assignment", held.id), after.get("assignment", held.id)
    assert was is not None
    assert now is not None
    assert (now.status, now.closed_at) == (OrderStatus.ORDERED, was.closed_at)
