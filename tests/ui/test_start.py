"""An empty room says what to connect first, and stops saying it once that is done."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from command_center.domain.room import Role, Source, SourceKind
from command_center.ui.plain_label import PlainLabel
from command_center.ui.start.checklist import StartChecklist, steps
from tests.ui import scene
from tests.ui.conftest import MakeDesk


def test_an_empty_room_lists_what_is_missing(new_desk: MakeDesk, qtbot: QtBot) -> None:
    desk = new_desk([])
    panel = StartChecklist(desk.seat)
    qtbot.addWidget(panel)
    assert not panel.isHidden()
    assert [s.done for s in steps(desk.seat.situation)] == [False, False, False]
    desk.add(Source("jmp", 1, "JMP", SourceKind.PULL, "http://h", True, ""))
    desk.add(scene.camera(1, "Simpang"))
    desk.settle()
    assert [s.done for s in steps(desk.seat.situation)] == [True, False, True]
    desk.add(scene.unit_rows()[0])
    desk.settle()
    assert panel.isHidden()


@pytest.mark.parametrize(
    ("role", "offered"),
    [(Role.OPERATOR, True), (Role.ADMINISTRATOR, False), (Role.OBSERVER, False)],
)
def test_a_call_is_offered_only_to_who_may_take_it(
    new_desk: MakeDesk, qtbot: QtBot, role: Role, offered: bool
) -> None:
    panel = StartChecklist(new_desk([], role=role).seat)
    qtbot.addWidget(panel)
    said = [label.text() for label in panel.findChildren(PlainLabel)]
    assert any("F3" in text for text in said) is offered
    assert any("command-center exercise" in text for text in said)


def test_the_offer_follows_who_sits_here(new_desk: MakeDesk, qtbot: QtBot) -> None:
    desk = new_desk([], role=Role.ADMINISTRATOR)
    panel = StartChecklist(desk.seat)
    qtbot.addWidget(panel)
    person = desk.seat.person
    person.act = replace(person.act, role=Role.OPERATOR.value)
    person.changed.emit()
    assert any("F3" in label.text() for label in panel.findChildren(PlainLabel))
