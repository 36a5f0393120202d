"""A signature asks for the password in the panel, and the door says whether it is the person."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from command_center.commands.handover import SignHandover
from command_center.domain.room import Role
from command_center.ports import Outcome
from command_center.ui.detail.questions import QuestionBar
from command_center.ui.handover.signing import ask_signature
from tests.ui.conftest import MakeDesk
from tests.ui.doors import HandDoor, signed_in_desk

COMMAND = SignHandover("h1")


def test_the_password_is_asked_hidden_and_checked_by_the_door(
    new_desk: MakeDesk, qtbot: QtBot
) -> None:
    door = HandDoor()
    desk = signed_in_desk(new_desk, role=Role.SHIFT_LEAD, door=door)
    question = QuestionBar(desk.seat)
    qtbot.addWidget(question)
    question.show()
    signed: list[Outcome] = []

    def sign(password: str) -> None:
        ask_signature(desk.seat, question, COMMAND, signed.append)
        assert question.field is not None
        assert question.field.echoMode() is QLineEdit.EchoMode.Password
        question.field.setText(password)
        QTest.keyClick(question.field, Qt.Key.Key_Return)

    sign("")
    assert [notice.code for notice in desk.notices] == ["handover_needs_password"]
    assert not door.calls
    sign("salah")
    qtbot.waitUntil(lambda: len(desk.notices) == 2)
    assert desk.notices[-1].code == "sign_in_refused"
    assert not signed
    sign("kopi-tubruk-7")
    qtbot.waitUntil(lambda: bool(signed))
    assert ("sign", ("rahmad", COMMAND)) in door.calls
