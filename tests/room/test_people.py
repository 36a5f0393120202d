"""The people of a room by its commands, on both engines."""

from dataclasses import replace

import pytest

from command_center.commands.dispatch import AcknowledgeOrder, OrderUnits, SetUnitStatus
from command_center.commands.people import (
    AddStaff,
    ChangeStaff,
    CreateFirstAdministrator,
    SignedIn,
    SignedOut,
    StaffLeaves,
    initials_of,
)
from command_center.domain.errors import NotAllowed, OperatorError
from command_center.domain.room import Role, Staff
from command_center.domain.unit import UnitStatus
from command_center.ports import Act
from tests.room.desk import Desk


def first(desk: Desk, login: str = "sri.w") -> str:
    command = CreateFirstAdministrator("Sri Wahyuni", login)
    return str(desk.do(command, act=desk.room.console).result["staff_id"])


def add(desk: Desk, name: str, login: str, role: Role, agency: str | None = None) -> str:
    command = AddStaff(name, login, role, agency)
    return str(desk.do(command, act=desk.room.console).result["staff_id"])


def person(desk: Desk, staff_id: str) -> Staff:
    found = desk.look().staff(staff_id)
    assert found is not None
    return found


def act_of(desk: Desk, staff_id: str) -> Act:
    return replace(desk.room.act, actor=staff_id, role=person(desk, staff_id).role.value)


def test_the_first_administrator_is_made_once_and_adds_the_others(desk: Desk) -> None:
    boss = first(desk)
    assert first(desk) == boss
    with pytest.raises(OperatorError, match="administrator_unfinished") as refused:
        first(desk, "lain")
    assert refused.value.params == {"login": "sri.w"}
    command = AddStaff("  Aiptu\tRahmad  S. ", "Rahmad.S", Role.OPERATOR)
    made = desk.do(command, act=act_of(desk, boss)).result["staff_id"]
    row = person(desk, str(made))
    assert (row.name, row.initials, row.login) == ("Aiptu Rahmad S.", "RS", "rahmad.s")


@pytest.mark.parametrize("login", ["", "ab", "dua kata", "a" * 41, "-awal", "naïf", "a\nb c"])
def test_a_login_is_plain(desk: Desk, login: str) -> None:
    with pytest.raises(OperatorError, match="login_form"):
        add(desk, "Seseorang", login, Role.OPERATOR)


@pytest.mark.parametrize("name", ["", " \t ", "\x00\x07", "x" * 81])
def test_a_name_is_one_line_of_text(desk: Desk, name: str) -> None:
    with pytest.raises(OperatorError, match=r"name_missing|text_too_long"):
        add(desk, name, "seseorang", Role.OPERATOR)


def test_a_login_is_one_persons_until_they_leave(desk: Desk) -> None:
    before = add(desk, "Dewi W.", "dewi", Role.OPERATOR)
    with pytest.raises(OperatorError, match="login_taken"):
        add(desk, "Dewi P.", "DEWI", Role.OPERATOR)
    desk.do(StaffLeaves(before), act=desk.room.console)
    after = add(desk, "Dewi P.", "dewi", Role.OPERATOR)
    gone = person(desk, before)
    assert after != before
    assert (gone.name, gone.login, gone.left_at) == ("Dewi W.", "", desk.room.clock.now())
    with pytest.raises(OperatorError, match="staff_has_left"):
        desk.do(ChangeStaff(before, role=Role.SHIFT_LEAD), act=desk.room.console)


def test_the_last_administrator_stays(desk: Desk) -> None:
    boss = first(desk)
    for command in (StaffLeaves(boss), ChangeStaff(boss, role=Role.OBSERVER)):
        with pytest.raises(OperatorError, match="last_administrator"):
            desk.do(command, act=desk.room.console)
    second = add(desk, "Budi", "budi", Role.ADMINISTRATOR)
    desk.do(ChangeStaff(boss, role=Role.OBSERVER), act=act_of(desk, second))
    assert person(desk, boss).role is Role.OBSERVER
    with pytest.raises(OperatorError, match="last_administrator"):
        desk.do(StaffLeaves(second), act=desk.room.console)


@pytest.mark.parametrize("role", [Role.SYSTEM, Role.CONSOLE])
def test_nobody_becomes_a_machine(desk: Desk, role: Role) -> None:
    with pytest.raises(OperatorError, match="role_of_machines"):
        add(desk, "Mesin", "mesin", role)
    someone = add(desk, "Budi", "budi", Role.OPERATOR)
    with pytest.raises(OperatorError, match="role_of_machines"):
        desk.do(ChangeStaff(someone, role=role), act=desk.room.console)
    with pytest.raises(OperatorError, match="role_of_machines"):
        desk.do(StaffLeaves(desk.room.system.actor), act=desk.room.console)


def test_a_liaison_has_an_agency_and_nobody_else(desk: Desk) -> None:
    with pytest.raises(OperatorError, match="liaison_needs_agency"):
        add(desk, "Penghubung", "damkar", Role.LIAISON)
    with pytest.raises(OperatorError, match="liaison_needs_agency"):
        add(desk, "Penghubung", "damkar", Role.LIAISON, "tidak-ada")
    someone = add(desk, "Penghubung", "damkar", Role.LIAISON, "damkar")
    assert person(desk, someone).agency_id == "damkar"
    desk.do(ChangeStaff(someone, name="Ani B."), act=desk.room.console)
    assert (person(desk, someone).agency_id, person(desk, someone).initials) == ("damkar", "AB")
    desk.do(ChangeStaff(someone, role=Role.OPERATOR), act=desk.room.console)
    assert person(desk, someone).agency_id is None


def test_a_liaison_moves_the_units_of_the_own_agency_only(desk: Desk) -> None:
    act = act_of(desk, add(desk, "Penghubung", "penghubung", Role.LIAISON, "damkar"))
    ours, theirs = desk.unit("SAMAPTA 12").id, desk.unit("DAMKAR 02").id
    incident = desk.report()
    desk.do(OrderUnits(incident, (ours, theirs), "ke lokasi"))
    for command in (SetUnitStatus(ours, UnitStatus.EN_ROUTE), AcknowledgeOrder(ours)):
        with pytest.raises(NotAllowed, match="unit_of_other_agency"):
            desk.do(command, act=act)
    desk.do(AcknowledgeOrder(theirs), act=act)
    desk.do(SetUnitStatus(theirs, UnitStatus.EN_ROUTE), act=act)
    assert desk.unit("DAMKAR 02").status is UnitStatus.EN_ROUTE
    assert desk.unit("SAMAPTA 12").status is UnitStatus.ORDERED


def test_who_signs_in_and_out_is_written_down_with_seat_and_shift(desk: Desk) -> None:
    act = act_of(desk, add(desk, "Budi", "budi", Role.OBSERVER))
    desk.do(SignedIn(), act=act)
    desk.do(SignedIn(again=True), act=act)
    desk.do(SignedOut(), act=act)
    told = [e.entry for e in desk.room.database.history.entries()][-3:]
    kinds = ["person.signed_in", "person.signed_in", "person.signed_out"]
    assert [entry.kind for entry in told] == kinds
    assert [entry.inputs["result"].get("how") for entry in told] == ["password", "again", None]
    assert {(e.actor, e.workstation, e.shift) for e in told} == {
        (act.actor, desk.room.act.workstation, desk.room.act.shift)
    }


def test_initials_leave_the_rank_out() -> None:
    assert [initials_of(n) for n in ("Aiptu Rahmad S.", "Dewi", "", "Bripka Dewi W.")] == [
        "RS",
        "D",
        "",
        "DW",
    ]
