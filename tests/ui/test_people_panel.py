"""The administrator's list of people: keyboard, refusals, passwords told once."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from command_center.commands.people import AddStaff, ChangeStaff, StaffLeaves
from command_center.domain.errors import OperatorError
from command_center.domain.room import Role, Staff
from command_center.ui.people.panel import PeoplePanel
from command_center.ui.people.rows import people
from command_center.ui.sentences import sentence
from tests.ui.conftest import MakeDesk
from tests.ui.doors import HandDoor, entered, signed_in_desk
from tests.ui.scene import NOW, picture_rows
from tests.ui.seats import Desk, refuse

GIVEN = "abcd-efgh-jkmn"


def rows() -> list[object]:
    """The picture's people with logins, somebody who left, and the seat of a room without."""
    known = [
        replace(row, login=row.id.removeprefix("staff-")) if isinstance(row, Staff) else row
        for row in picture_rows()
    ]
    gone = Staff("staff-old", 1, "Brigadir Joko", "J", Role.OPERATOR, "", "", None, NOW)
    local = Staff("staff:local-operator", 1, "Operator 1", "O1", Role.SHIFT_LEAD, "Operator 1")
    boss = Staff("staff-it", 1, "Sri Wahyuni", "SW", Role.ADMINISTRATOR, "", "sri.w")
    return [*known, gone, local, boss]


class Office:
    def __init__(self, desk: Desk, door: HandDoor, qtbot: QtBot) -> None:
        self.desk, self.door = desk, door
        self.panel = PeoplePanel(desk.seat)
        qtbot.addWidget(self.panel)
        self.panel.resize(470, 700)
        self.panel.show()
        self.panel.activateWindow()
        self.panel.view.setFocus()
        desk.settle()

    @property
    def names(self) -> list[str]:
        return [row.staff.name for row in self.panel.model.rows]

    def choose(self, id: str) -> None:
        at = self.panel.model.place_of(id)
        assert at is not None
        self.panel.view.setCurrentIndex(self.panel.model.index(at, 0))

    def key(self, key: Qt.Key, *, into: str = "view") -> None:
        part = self.panel.view if into == "view" else getattr(self.panel.editor, into)
        QTest.keyClick(part, key)
        self.desk.settle()


@pytest.fixture
def office(new_desk: MakeDesk, qtbot: QtBot) -> Office:
    door = HandDoor()
    desk = signed_in_desk(new_desk, "staff-it", Role.ADMINISTRATOR, door, rows=rows())
    return Office(desk, door, qtbot)


def test_people_stand_by_role_and_name_and_who_left_last(office: Office) -> None:
    assert office.names == [
        "Aiptu Rahmad S.",
        "Bripka Dewi W.",
        "Iptu Hartono",
        "Sri Wahyuni",
        "Brigadir Joko",
    ]
    assert office.panel.counted.text() == "4 orang"


def test_somebody_new_gets_a_password_that_is_told_once(office: Office) -> None:
    office.desk.recorder.result = {"staff_id": "staff-new"}
    office.key(Qt.Key.Key_Insert)
    editor = office.panel.editor
    assert editor.isVisible()
    editor.name.setText("Bripda Ani")
    editor.login.setText("Ani.B")
    office.key(Qt.Key.Key_Return, into="login")
    assert office.desk.commands == [AddStaff("Bripda Ani", "Ani.B", Role.OPERATOR, None)]
    assert office.door.calls[-1] == ("give_password", ("staff-new", "ani.b"))
    assert office.panel.told.secret.text() == GIVEN
    assert "Bripda Ani" in office.panel.told.line.text()
    office.desk.add(Staff("staff-new", 1, "Bripda Ani", "BA", Role.OPERATOR, "", "ani.b"))
    office.desk.settle()
    row = office.panel.view.current()
    assert row is not None
    assert row.staff.id == "staff-new"
    office.key(Qt.Key.Key_Return)
    assert office.panel.told.secret.text() == ""


def test_what_is_refused_is_said_and_what_was_written_stays(office: Office) -> None:
    refuse(office.desk, "login_taken", login="dw")
    office.key(Qt.Key.Key_Insert)
    office.panel.editor.name.setText("Dewi Lain")
    office.panel.editor.login.setText("dw")
    office.key(Qt.Key.Key_Return, into="login")
    assert office.panel.told.line.text() == sentence("login_taken", {"login": "dw"})
    assert office.panel.editor.isVisible()
    assert office.panel.editor.name.text() == "Dewi Lain"
    office.key(Qt.Key.Key_Escape, into="name")
    assert not office.panel.editor.isVisible()


def test_role_and_agency_change_and_the_login_does_not(office: Office) -> None:
    office.choose("staff-dw")
    office.key(Qt.Key.Key_Return)
    editor = office.panel.editor
    assert editor.login.isReadOnly()
    assert editor.fields[3].isHidden()
    editor.role.setCurrentIndex(editor.role.findData(Role.LIAISON))
    assert not editor.fields[3].isHidden()
    editor.agency.setCurrentIndex(editor.agency.findData("damkar"))
    office.key(Qt.Key.Key_Return, into="name")
    assert office.desk.commands == [
        ChangeStaff("staff-dw", name="Bripka Dewi W.", role=Role.LIAISON, agency_id="damkar")
    ]
    assert [notice.code for notice in office.desk.notices] == ["staff.changed"]


def test_a_new_password_is_one_key(office: Office) -> None:
    office.choose("staff-lead")
    office.key(Qt.Key.Key_S)
    assert office.door.calls[-1] == ("give_password", ("staff-lead", "lead"))
    assert office.panel.told.secret.text() == GIVEN


def test_a_fault_of_the_door_is_said(office: Office) -> None:
    office.door.error = OperatorError("sign_in_needs_database")
    office.choose("staff-lead")
    office.key(Qt.Key.Key_S)
    assert office.panel.told.line.text() == sentence("sign_in_needs_database", {})
    assert office.panel.told.secret.text() == ""


def test_leaving_is_asked_first(office: Office) -> None:
    office.choose("staff-dw")
    office.key(Qt.Key.Key_Delete)
    assert office.desk.commands == []
    QTest.keyClick(office.panel.question, Qt.Key.Key_Escape)
    assert office.panel.question.isHidden()
    office.key(Qt.Key.Key_Delete)
    QTest.keyClick(office.panel.question, Qt.Key.Key_Return)
    office.desk.settle()
    assert office.desk.commands == [StaffLeaves("staff-dw")]


def test_who_has_left_is_only_read(office: Office) -> None:
    office.choose("staff-old")
    able = {name for name, button in office.panel.buttons.items() if button.isEnabled()}
    assert able == {"add"}
    office.key(Qt.Key.Key_Delete)
    assert [notice.code for notice in office.desk.notices] == ["staff_has_left"]


def test_who_may_not_administer_sees_nobody_and_no_secret(office: Office) -> None:
    office.choose("staff-lead")
    office.key(Qt.Key.Key_S)
    office.desk.seat.person.enter(entered("staff-dw", "Bripka Dewi W.", Role.OPERATOR, "dw"))
    assert office.names == []
    assert office.panel.told.secret.text() == ""
    assert not any(button.isEnabled() for button in office.panel.buttons.values())
    office.desk.seat.person.lock()
    assert office.panel.buttons["add"].toolTip() == sentence("sign_in_first", {})


def test_a_password_that_comes_after_the_administrator_went_is_not_shown(office: Office) -> None:
    office.choose("staff-lead")
    office.panel.ask("password")
    office.desk.seat.person.leave()
    office.desk.settle()
    assert office.panel.told.secret.text() == ""


def test_names_are_plain_text(office: Office) -> None:
    office.desk.add(Staff("staff-x", 1, "<b>Budi</b>", "B", Role.OBSERVER, "", "budi"))
    office.desk.settle()
    assert "<b>Budi</b>" in office.names
    office.choose("staff-x")
    office.key(Qt.Key.Key_S)
    assert office.panel.told.line.textFormat() is Qt.TextFormat.PlainText
    assert "<b>Budi</b>" in office.panel.told.line.text()


def test_a_list_that_is_empty_says_so(new_desk: MakeDesk) -> None:
    desk = new_desk([row for row in rows() if not isinstance(row, Staff)])
    assert people(desk.seat.situation) == []
    panel = PeoplePanel(desk.seat)
    assert panel.counted.text() == "0 orang"
    panel.deleteLater()
