"""After the third pull a higher class is offered, once; a person decides, with how often it was."""

from dataclasses import replace
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from command_center.commands.suggesting import overruled_again
from command_center.commands.triage import SetPriority
from command_center.domain.incident import Incident, Priority
from command_center.domain.room import Role
from command_center.domain.unit import CloseReason, OrderStatus
from command_center.situation.robbed import offered_class
from command_center.ui.actions.table import ACTIONS
from command_center.ui.detail.robbed_bar import RobbedBar
from tests.ui.conftest import MakeDesk
from tests.ui.scene import NOW, assignment
from tests.ui.seats import Desk

ID = "incident-145"


def pull(desk: Desk, *numbers: int, why: CloseReason = CloseReason.SUPERSEDED) -> None:
    for number in numbers:
        row = assignment("unit-brimob-a", ID, OrderStatus.ACCEPTED, 90 - number)
        ended: dict[str, Any] = {"closed_at": NOW, "close_reason": why}
        desk.add(replace(row, id=f"pulled-{number}", **ended))
    desk.settle()


def offered(desk: Desk) -> Priority | None:
    incident = desk.seat.situation.incident(ID)
    assert incident is not None
    return offered_class(desk.seat.situation, incident)


def decide(desk: Desk, command: SetPriority) -> None:
    """As the room's handler writes it."""
    row: Incident = desk.row("incident", ID)
    reasons = overruled_again(row.priority.value, row.priority_reason, command.why)
    desk.change(row, priority=command.priority, priority_reason=reasons)
    desk.settle()


@pytest.mark.parametrize(
    ("action", "to"), [("incident.raise", Priority.P2), ("incident.stay", Priority.P3)]
)
def test_the_third_pull_offers_a_class_and_a_decision_ends_it_until_three_more(
    desk: Desk, qtbot: QtBot, action: str, to: Priority
) -> None:
    bar = RobbedBar(desk.seat)
    qtbot.addWidget(bar)
    desk.seat.selection.select_incident(ID)
    pull(desk, 1, 2)
    pull(desk, 9, why=CloseReason.DONE)
    assert (offered(desk), bar.isHidden()) == (None, True)
    assert ACTIONS[action].reason(desk.seat) == "not_pulled_often"
    pull(desk, 3)
    assert (offered(desk), bar.isHidden()) == (Priority.P2, False)
    assert bar.words.text() == "Unitnya ditarik 3 kali ke kejadian lain: naikkan ke P2?"
    ACTIONS[action].perform(desk.seat)
    desk.settle()
    (command,) = desk.commands
    assert command == SetPriority(ID, to, Priority.P3, "ditarik 3x")
    decide(desk, command)
    assert (offered(desk), bar.isHidden()) == (None, True)
    pull(desk, 4, 5)
    assert offered(desk) is None
    pull(desk, 6)
    assert offered(desk) is (Priority.P1 if to is Priority.P2 else Priority.P2)


def test_nothing_is_above_the_first_class_and_an_observer_is_not_asked(
    new_desk: MakeDesk, qtbot: QtBot
) -> None:
    desk = new_desk(role=Role.OBSERVER)
    bar = RobbedBar(desk.seat)
    qtbot.addWidget(bar)
    desk.seat.selection.select_incident(ID)
    pull(desk, 1, 2, 3)
    assert (offered(desk), bar.isHidden()) == (Priority.P2, True)
    desk.change(desk.row("incident", ID), priority=Priority.P1)
    desk.settle()
    assert offered(desk) is None
