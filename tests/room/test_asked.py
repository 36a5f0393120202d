"""A unit is asked what it does: the simulated crew hears it over the real way, and answers."""

from datetime import timedelta

import pytest
from msgspec.structs import replace

from command_center.bootstrap.exercise_director import SituationBoard
from command_center.commands.asked import AskUnit
from command_center.commands.dispatch import OrderUnits, SetUnitStatus
from command_center.connectors.orders_out import OrderSender
from command_center.domain.errors import OperatorError
from command_center.domain.unit import UnitStatus
from command_center.exercise.city.order_server import OrderServer
from tests.room.desk import Desk
from tests.unit.exercise_city.cities import said, statuses
from tests.unit.exercise_city.test_habits import MUTE, START, running

SAMAPTA = "SAMAPTA 12"


def test_the_crew_of_an_exercise_hears_the_question_and_answers(desk: Desk) -> None:
    server, city = OrderServer(), running(MUTE)
    sender = OrderSender(server.url, desk.room.database.telemetry, desk.room.clock)
    server.start()
    try:
        incident, unit = desk.report(area="Klojen"), desk.unit(SAMAPTA)
        desk.do(OrderUnits(incident, (unit.id,), "merapat"))
        asked = desk.do(AskUnit(unit.id))
        assert asked.result == {"unit_id": unit.id, "incident_id": incident}
        board = SituationBoard()
        for stored in desk.room.database.history.entries():
            board.apply(stored)
            sender.hand(stored, board)
        sender.send_waiting()
        order, question = server.heard.get(timeout=5), server.heard.get(timeout=5)
    finally:
        server.stop()
    assert (order.kind, question.kind, question.call_sign) == ("order", "ask", SAMAPTA)
    city.hear(replace(order, at=START))
    then = START + timedelta(minutes=12)
    city.advance(then)
    assert statuses(said(city, SAMAPTA, START)) == ["accepted"]
    city.hear(replace(question, at=then))
    city.advance(then + timedelta(seconds=1))
    true = city.truth()[SAMAPTA].status.value
    assert statuses(said(city, SAMAPTA, START)) == ["accepted", true]
    assert desk.unit(SAMAPTA).status is UnitStatus.ORDERED, "a question alone changes nothing"


def test_each_question_is_kept_and_nobody_is_asked_at_home(desk: Desk) -> None:
    unit = desk.unit(SAMAPTA).id
    desk.do(AskUnit(unit))
    desk.do(AskUnit(unit))
    assert desk.kinds()[-2:] == ["unit.asked", "unit.asked"]
    desk.do(SetUnitStatus(unit, UnitStatus.OFF_DUTY))
    with pytest.raises(OperatorError, match="unit_not_on_duty"):
        desk.do(AskUnit(unit))
