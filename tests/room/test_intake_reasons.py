"""An incident says truly why it ranks as it does: by rule, by its sender or by a person."""

from command_center.commands.intake import EnterCall
from command_center.domain.incident import Priority
from tests.room.desk import Desk


def reasons_of(desk: Desk, command: EnterCall) -> tuple[str, ...]:
    return desk.incident(str(desk.do(command).result["incident_id"])).priority_reason


def test_a_call_keeps_the_rules_behind_the_priority_it_was_saved_with(desk: Desk) -> None:
    call = EnterCall("laka_lantas", "ada korban", "", Priority.P1)
    by_rule = EnterCall("laka_lantas", "ada korban", "", Priority.P1, reasons=("word:injured",))
    assert reasons_of(desk, by_rule) == ("word:injured",)
    assert reasons_of(desk, call)[:3] == ("given", "suggested:P2", "category:laka_lantas:+3")


def test_a_priority_that_came_with_the_report_is_not_a_persons(desk: Desk) -> None:
    assert desk.incident(desk.report(priority=Priority.P2)).priority_reason == ("source",)
    assert "source" not in desk.incident(desk.report()).priority_reason
