"""The emergency board says of every open incident what the room knows, whatever was merged."""

from datetime import UTC

from command_center.commands.dispatch import OrderUnits
from command_center.commands.intake import EnterCall
from command_center.commands.triage import CloseIncident, MergeIncidents
from command_center.documents.emergency_board import Paper
from command_center.domain.incident import Disposition, Priority
from command_center.domain.room import Role
from command_center.domain.targets import Targets
from command_center.situation.paper import Draft, draft_of, sign
from command_center.situation.situation import Situation
from tests.room.desk import Desk


def draft(desk: Desk, look: Situation) -> Draft:
    now = desk.room.clock.now()
    return draft_of(look, now, now, Targets(), "meja", UTC, "UTC", 0)


def rows(paper: Paper) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(row.sign, row.owner, row.units) for row in paper.incidents]


def test_the_units_of_what_was_merged_stand_with_what_it_was_merged_into(desk: Desk) -> None:
    call = EnterCall("kebakaran", "asap tebal", "Jl. Ijen", Priority.P2)
    call_id = str(desk.do(call).result["incident_id"])
    first, second, third = desk.report(), desk.report(), desk.report(priority=Priority.P1)
    idle, over = desk.report(), desk.report()
    for id, unit in ((first, "SAMAPTA 12"), (second, "LANTAS 03"), (call_id, "DAMKAR 02")):
        desk.do(OrderUnits(id, (desk.unit(unit).id,), "Datangi"))
    desk.do(MergeIncidents(second, first))
    desk.do(MergeIncidents(third, second))
    desk.do(CloseIncident(over, Disposition.FALSE_REPORT))
    look = desk.look()
    expected = []
    for incident in sorted(look.open_incidents(), key=lambda i: (i.priority.value, i.opened_at)):
        units = [look.unit(order.unit_id) for order in look.on_it(incident.id)]
        owner = look.staff(incident.owner_id) if incident.owner_id else None
        signs = tuple(unit.call_sign for unit in units if unit is not None)
        expected.append((sign(incident.number, incident.alias), owner.name if owner else "", signs))
    assert rows(draft(desk, look).paper()) == expected
    assert {units for *_, units in expected} == {
        ("LANTAS 03", "SAMAPTA 12"), ("DAMKAR 02",), ()
    }  # fmt: skip
    assert {row[0] for row in expected} == {
        sign(look.tables.rows["incident"][id].number, None) for id in (third, call_id, idle)
    }


def test_a_paper_is_of_the_moment_its_draft_was_taken(desk: Desk) -> None:
    incident_id = desk.report()
    look = desk.look()
    taken = draft(desk, look)
    outcome = desk.do(OrderUnits(incident_id, (desk.unit("SAMAPTA 12").id,), "Datangi"))
    desk.report()
    for entry in desk.room.database.history.entries(look.seq):
        look.apply(entry)
    assert outcome.seq == look.seq - 1
    assert [units for *_, units in rows(taken.paper())] == [()]
    assert [units for *_, units in rows(draft(desk, look).paper())] == [("SAMAPTA 12",), ()]


def test_who_has_left_and_machines_are_not_on_it(desk: Desk) -> None:
    desk.person(Role.OPERATOR, "staff:ani")
    paper = draft(desk, desk.look()).paper()
    assert "staff:ani" in {person.name for person in paper.people}
    assert not {person.role for person in paper.people} & {Role.SYSTEM, Role.CONSOLE}
