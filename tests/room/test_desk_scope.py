"""What belongs to the desk's handling of incidents is known as long as they are, in a new window as
in one that stays open."""

from datetime import timedelta

from command_center.commands.checklist import TickItem, UntickItem
from command_center.commands.dispatch import OrderUnits
from command_center.commands.links import LinkIncidents, UnlinkIncidents
from command_center.commands.order_task import CancelOrder, HearTask, RepeatOrder
from command_center.commands.plan import SetMayLeave
from command_center.commands.triage import CloseIncident
from command_center.commands.welfare import EndWelfare, OpenWelfare
from command_center.domain.incident import Disposition
from command_center.domain.unit import WelfareOutcome
from command_center.situation.situation import Situation
from tests.room.conftest import HandClock
from tests.room.desk import Desk
from tests.room.test_scope import KEPT, follow, opened


def decided(desk: Desk, call_sign: str) -> tuple[str, str]:
    """An incident with everything a desk may decide about one, and a task nobody has heard."""
    incident, other = desk.report(), desk.report()
    desk.do(OrderUnits(incident, (desk.unit(call_sign).id,), "merapat"))
    held = desk.held(call_sign)
    assert held is not None
    desk.do(SetMayLeave(incident, may_leave=True))
    desk.do(LinkIncidents(incident, other))
    desk.do(TickItem(incident, "jumlah"))
    desk.do(OpenWelfare(desk.unit(call_sign).id))
    desk.do(RepeatOrder(held.id))
    task = str(desk.do(CancelOrder(held.id, "salah")).result["task_id"])
    return incident, task


def ids(situation: Situation) -> dict[str, set[str]]:
    return {entity: set(rows) for entity, rows in situation.tables.rows.items()}


def test_what_was_decided_is_found_by_its_incident(desk: Desk) -> None:
    incident, _ = decided(desk, "SAMAPTA 12")
    for look in (desk.look(), opened(desk)):
        (other,) = look.of_incidents.linked(incident)
        assert look.of_incidents.linked(other) == [incident]
        assert set(look.of_incidents.ticked(incident)) == {"jumlah"}
        handling = look.of_incidents.handling(incident)
        assert handling is not None
        assert handling.may_leave
    desk.do(UntickItem(incident, "jumlah"))
    desk.do(UnlinkIncidents(other, incident))
    look = desk.look()
    assert look.of_incidents.ticked(incident) == {}
    assert look.of_incidents.linked(incident) == []


def test_a_window_forgets_it_when_a_new_one_would_not_know_it(desk: Desk, clock: HandClock) -> None:
    window = opened(desk)
    gone, heard = decided(desk, "SAMAPTA 12")
    stays, _ = decided(desk, "LANTAS 03")
    for task in list(desk.look().all("order_task")):
        held = desk.look().get("assignment", task.assignment_id)
        assert held is not None
        if held.incident_id == gone:
            desk.do(HearTask(task.id))
    for check in list(desk.look().all("welfare_check")):
        desk.do(EndWelfare(check.id, WelfareOutcome.WELL))
    for incident in list(desk.look().open_incidents()):
        desk.do(CloseIncident(incident.id, Disposition.RESOLVED))
    clock.turn(25 * 3600)
    follow(window, desk)
    window.forget(clock.now() - KEPT)
    fresh = opened(desk)
    assert ids(window) == ids(fresh)
    assert window.get("order_task", heard) is None
    assert {row.id for row in window.all("handling")} == {stays}
    assert len(list(window.all("incident_link"))) == 1
    assert list(window.all("welfare_check")) == []
    assert window.of_incidents.linked(gone) == []
    unit = desk.unit("LANTAS 03").id
    assert len(window.of_units.unheard(unit)) == 2


def test_a_search_that_ended_today_is_known_still(desk: Desk, clock: HandClock) -> None:
    unit = desk.unit("SAMAPTA 12").id
    check = str(desk.do(OpenWelfare(unit)).result["check_id"])
    desk.do(EndWelfare(check, WelfareOutcome.WELL))
    clock.turn(timedelta(hours=23).total_seconds())
    assert opened(desk).of_units.found_at(unit) == clock.now() - timedelta(hours=23)
