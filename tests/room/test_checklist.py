"""Steps of a procedure that were done, and a room's own procedures."""

import pytest

from command_center.advice.categories import categories
from command_center.advice.procedures import (
    MOST_ITEMS,
    SETTING,
    Item,
    Procedure,
    procedure_of,
    procedures_of,
    shipped,
)
from command_center.commands.checklist import SetProcedure, TickItem, UntickItem
from command_center.commands.triage import CloseIncident
from command_center.commands.undo import Undo
from command_center.domain.errors import Conflict, NotAllowed, OperatorError
from command_center.domain.incident import Disposition
from command_center.domain.room import Role
from tests.room.desk import Desk

OWN = Procedure("Panggil korlap.", (Item("korlap", "Korlap dihubungi"),))


def ticked(desk: Desk, incident: str) -> set[str]:
    return set(desk.look().of_incidents.ticked(incident))


def test_every_category_has_a_procedure_of_its_own() -> None:
    assert set(shipped()) == set(categories())
    for procedure in shipped().values():
        assert procedure.text
        assert 3 <= len(procedure.items) <= MOST_ITEMS


def test_a_step_is_ticked_once_and_unticked(desk: Desk) -> None:
    incident = desk.report()
    done = desk.do(TickItem(incident, "koordinator"))
    assert desk.do(TickItem(incident, "koordinator")).seq is None
    desk.do(TickItem(incident, "jumlah"))
    assert ticked(desk, incident) == {"koordinator", "jumlah"}
    desk.do(UntickItem(incident, "jumlah"))
    assert desk.do(UntickItem(incident, "jumlah")).seq is None
    mark = desk.look().of_incidents.ticked(incident)["koordinator"]
    desk.do(Undo("checklist_mark", mark.id, done.op_id))
    assert ticked(desk, incident) == set()
    desk.do(TickItem(incident, "koordinator"))
    assert ticked(desk, incident) == {"koordinator"}


def test_a_step_of_another_procedure_or_of_an_ended_incident_is_refused(desk: Desk) -> None:
    incident = desk.report()
    with pytest.raises(OperatorError, match="unknown_checklist_item"):
        desk.do(TickItem(incident, "listrik_gas"))
    desk.do(CloseIncident(incident, Disposition.RESOLVED))
    with pytest.raises(OperatorError, match="incident_not_open"):
        desk.do(TickItem(incident, "jumlah"))


def test_a_rooms_own_procedure_takes_the_place_of_ours(desk: Desk) -> None:
    lead = desk.person(Role.SHIFT_LEAD)
    incident = desk.report()
    desk.do(SetProcedure("unjuk_rasa", OWN), act=lead)
    desk.do(TickItem(incident, "korlap"))
    with pytest.raises(OperatorError, match="unknown_checklist_item"):
        desk.do(TickItem(incident, "jumlah"))
    kept = desk.look().get("room_setting", SETTING)
    assert kept is not None
    assert procedure_of("unjuk_rasa", procedures_of(kept.value)) == OWN
    with pytest.raises(Conflict):
        desk.do(SetProcedure("unjuk_rasa", OWN), act=lead)
    desk.do(SetProcedure("unjuk_rasa", Procedure("", ()), before=kept.version), act=lead)
    desk.do(TickItem(incident, "jumlah"))
    assert ticked(desk, incident) == {"korlap", "jumlah"}


def test_only_who_leads_writes_procedures(desk: Desk) -> None:
    with pytest.raises(NotAllowed):
        desk.do(SetProcedure("unjuk_rasa", OWN), act=desk.person(Role.OPERATOR))


@pytest.mark.parametrize(
    ("category", "procedure", "code"),
    [
        ("Unjuk Rasa!", OWN, "unknown_category"),
        ("unjuk_rasa", Procedure("x" * 601, ()), "text_too_long"),
        ("unjuk_rasa", Procedure("", (Item("Ada Spasi", "x"),)), "procedure_item_code"),
        ("unjuk_rasa", Procedure("", (Item("a", " "),)), "procedure_item_empty"),
        ("unjuk_rasa", Procedure("", (Item("a", "x" * 121),)), "text_too_long"),
        ("unjuk_rasa", Procedure("", (Item("a", "x"), Item("a", "y"))), "procedure_item_twice"),
        (
            "unjuk_rasa",
            Procedure("", tuple(Item(f"a{n}", "x") for n in range(MOST_ITEMS + 1))),
            "procedure_too_long",
        ),
    ],
)
def test_a_procedure_with_a_mistake_is_refused_with_its_reason(
    desk: Desk, category: str, procedure: Procedure, code: str
) -> None:
    with pytest.raises(OperatorError, match=code):
        desk.do(SetProcedure(category, procedure), act=desk.person(Role.SHIFT_LEAD))
    assert desk.look().get("room_setting", SETTING) is None


def test_a_category_nobody_wrote_for_has_the_general_one() -> None:
    assert procedure_of("tidak_ada", shipped()) == shipped()["lainnya"]
