"""Many orders wait: one line says how many, and one key answers those that were marked."""

from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from command_center.commands.dispatch import AcknowledgeOrder, SetUnitStatus
from command_center.commands.order_task import HearTask, RepeatOrder
from command_center.commands.undo import Undo
from command_center.domain.room import Role
from command_center.domain.unit import (
    AssignmentKind,
    CloseReason,
    OrderStatus,
    OrderTask,
    TaskKind,
    UnitStatus,
)
from command_center.situation.answers import unanswered
from command_center.ui.answers.line import AnswersLine
from command_center.ui.answers.panel import AnswersPanel
from command_center.ui.sentences import sentence
from command_center.ui.status_line import StatusLine
from tests.ui.conftest import MakeDesk
from tests.ui.scene import NOW, ago, assignment, picture_rows
from tests.ui.seats import Desk

READY = ("samapta-14", "reskrim-02", "brimob-a", "satpol-05", "amb-01")


def task(kind: TaskKind, id: str, order: str, raised_s: float) -> OrderTask:
    return OrderTask(id, 1, order, kind, "Jl. Ijen 25", ago(raised_s), "staff-rs", None, None)


def ordered(*names: str) -> list[Any]:
    return [
        assignment(f"unit-{name}", "incident-143", OrderStatus.ORDERED, 30 - at)
        for at, name in enumerate(names)
    ]


@pytest.fixture
def busy(new_desk: MakeDesk) -> Desk:
    """LANTAS 03 of the picture, and a pleton that was just sent."""
    return new_desk([*picture_rows(), *ordered(*READY)])


@pytest.fixture
def page(busy: Desk, qtbot: QtBot) -> AnswersPanel:
    made = AnswersPanel(busy.seat)
    qtbot.addWidget(made)
    made.resize(540, 500)
    made.show()
    busy.settle()
    return made


def press(page: AnswersPanel, desk: Desk, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(page.view, key)
    desk.settle()


def go(page: AnswersPanel, row: int) -> None:
    page.view.setCurrentIndex(page.model.index(row, 0))


def test_what_waits_is_each_order_and_each_change_once_the_oldest_first(busy: Desk) -> None:
    lantas, dalmas = "assignment-unit-lantas-03", "assignment-unit-dalmas-1"
    done = "assignment-unit-samapta-12"
    closed: dict[str, Any] = {"closed_at": NOW, "close_reason": CloseReason.CANCELLED}
    busy.change(busy.row("assignment", done), **closed)
    busy.add(
        task(TaskKind.REPEAT, "same-order", lantas, 5), task(TaskKind.ADDRESS, "new", dalmas, 50),
        task(TaskKind.CANCEL, "off", done, 70), task(TaskKind.ADDRESS, "void", done, 80),
        assignment("unit-kodim-1", "incident-143", OrderStatus.ORDERED, 90, AssignmentKind.STACKED),
    )  # fmt: skip
    busy.settle()
    found = [one.id for one in unanswered(busy.seat.situation)]
    assert found == ["off", "new", lantas, *(f"assignment-unit-{name}" for name in READY)]


def test_the_line_stands_once_five_wait(new_desk: MakeDesk, qtbot: QtBot) -> None:
    desk = new_desk([*picture_rows(), *ordered(*READY[:3])])
    line = AnswersLine(desk.seat)
    qtbot.addWidget(line)
    assert (line.count, line.isHidden()) == (4, True)
    desk.add(*ordered(*READY)[3:4])
    desk.settle()
    qtbot.waitUntil(lambda: not line.isHidden())
    assert line.button.text() == "5 perintah menunggu jawaban"
    asked: list[str] = []
    desk.seat.asking.asked.connect(lambda id, _: asked.append(id))
    line.button.click()
    assert asked == ["view.answers"]


def test_a_pleton_answers_by_one_key_and_one_undo(
    busy: Desk, page: AnswersPanel, qtbot: QtBot
) -> None:
    status = StatusLine(busy.seat, page)
    page.filter.setText("0143")
    press(page, busy, Qt.Key.Key_A)
    page.filter.setText("")
    assert page.standing.text() == "6 menunggu · 5 ditandai"
    press(page, busy, Qt.Key.Key_Return)
    ids = [f"unit-{name}" for name in READY]
    assert busy.commands == [AcknowledgeOrder(id, f"assignment-{id}") for id in ids]
    (notice,) = busy.notices
    assert sentence(notice.code, notice.params) == "5 jawaban dicatat."
    assert page.marked == set()
    status.take_back()
    assert busy.commands[5:] == [
        Undo("assignment", f"assignment-{id}", f"op-{n}") for n, id in enumerate(ids, 1)
    ]


def test_space_marks_and_goes_on_and_each_key_says_its_own(busy: Desk, page: AnswersPanel) -> None:
    go(page, 1)
    press(page, busy, Qt.Key.Key_Space, Qt.Key.Key_Space, Qt.Key.Key_D)
    first, second = (f"unit-{name}" for name in READY[:2])
    assert busy.commands == [
        SetUnitStatus(id, UnitStatus.ON_SCENE, holder=f"assignment-{id}") for id in (first, second)
    ]
    go(page, 0)
    press(page, busy, Qt.Key.Key_U)
    assert busy.commands[2:] == [RepeatOrder("assignment-unit-lantas-03")]


def test_what_has_been_answered_meanwhile_is_not_answered_again(
    busy: Desk, page: AnswersPanel
) -> None:
    press(page, busy, Qt.Key.Key_A)
    row = busy.row("assignment", "assignment-unit-brimob-a")
    busy.change(row, status=OrderStatus.ACCEPTED, accepted_at=NOW)
    busy.add(*ordered("kodim-1"))
    busy.settle()
    press(page, busy, Qt.Key.Key_Return)
    told = [command.unit_id for command in busy.commands]
    assert len(told) == 5
    assert "unit-brimob-a" not in told, "it has answered"
    assert "unit-kodim-1" not in told, "nobody has marked it"


def test_calling_off_is_heard_here_and_is_no_way_to_go(busy: Desk, page: AnswersPanel) -> None:
    held = "assignment-unit-samapta-12"
    ended: dict[str, Any] = {"closed_at": NOW, "close_reason": CloseReason.CANCELLED}
    busy.change(busy.row("assignment", held), **ended)
    busy.add(task(TaskKind.CANCEL, "off", held, 70))
    busy.settle()
    go(page, 0)
    row = page.view.current()
    assert row is not None
    assert (row.id, row.right, row.second) == ("off", "LEWAT 1 m", "BATAL: Jl. Ijen 25")
    press(page, busy, Qt.Key.Key_M)
    assert (busy.commands, busy.notices[-1].code) == ([], "answers_not_orders")
    busy.recorder.result = {"task_id": "off"}
    press(page, busy, Qt.Key.Key_Return)
    assert busy.commands == [HearTask("off")]
    assert busy.notices[-1].undo == Undo("order_task", "off", "op-1")


def test_who_may_not_answer_is_told_so_and_late_ones_are_named(
    new_desk: MakeDesk, qtbot: QtBot
) -> None:
    desk = new_desk([*picture_rows(), *ordered(*READY)], role=Role.OBSERVER)
    made = AnswersPanel(desk.seat)
    qtbot.addWidget(made)
    made.show()
    desk.clock.forward(timedelta(seconds=31).total_seconds())
    made.refresh()
    assert made.standing.text() == "6 menunggu · 2 lewat 60 dtk"
    press(made, desk, Qt.Key.Key_A, Qt.Key.Key_Return)
    assert (desk.commands, desk.notices[-1].code) == ([], "not_allowed")
