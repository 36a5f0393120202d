"""One unit is called off, and who does not answer is replaced or stays, and is said to."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, Qt, QTranslator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from command_center.commands.order_silent import KeepSilent, ReplaceSilent
from command_center.commands.order_task import CancelOrder
from command_center.commands.undo import Undo
from command_center.domain.unit import OrderStatus
from command_center.ui.actions.orders import replace_silent
from command_center.ui.actions.table import ACTIONS
from command_center.ui.detail.panel import DetailPanel
from tests.ui.scene import NOW
from tests.ui.seats import Desk
from tests.ui.shown_detail import shown_detail

KPU, LANTAS_03 = "incident-147", "unit-lantas-03"
HELD, FIRST = "assignment-unit-lantas-03", "assignment-unit-dalmas-1"


@pytest.fixture
def detail(desk: Desk, qtbot: QtBot) -> Iterator[DetailPanel]:
    made = shown_detail(desk, qtbot, 760)
    yield made
    made.close()


def perform(desk: Desk, action: str) -> None:
    ACTIONS[action].perform(desk.seat)
    desk.settle()


def type_in(detail: DetailPanel, text: str) -> None:
    assert detail.bar.field is not None
    detail.bar.field.setText(text)
    QTest.keyClick(detail.bar.field, Qt.Key.Key_Return)


def test_a_unit_is_called_off_with_a_reason_and_taken_back(detail: DetailPanel, desk: Desk) -> None:
    desk.seat.selection.select_incident("incident-146")
    desk.seat.selection.select_unit(LANTAS_03)
    perform(desk, "unit.call_off")
    assert desk.seat.selection.incident_id == KPU
    assert "LANTAS 03" in detail.bar.accessibleName()
    assert "#0147" in detail.bar.accessibleName()
    type_in(detail, "  ")
    assert (desk.commands, detail.bar.isVisible()) == ([], True)
    desk.recorder.result = {"task_id": "task-9"}
    type_in(detail, "sudah ada unit lain")
    desk.settle()
    assert desk.commands == [CancelOrder(HELD, "sudah ada unit lain")]
    assert desk.notices[-1].undo == Undo("order_task", "task-9", "op-1")
    assert not detail.bar.isVisible()


def test_of_several_units_the_digit_says_which(detail: DetailPanel, desk: Desk) -> None:
    desk.seat.selection.select_incident(KPU)
    perform(desk, "incident.call_off")
    QTest.keyClick(detail.bar, Qt.Key.Key_1)
    assert "DALMAS 1" in detail.bar.accessibleName()
    type_in(detail, "salah lokasi")
    assert desk.commands == [CancelOrder(FIRST, "salah lokasi")]


def test_the_only_unit_is_asked_about_at_once(detail: DetailPanel, desk: Desk) -> None:
    desk.seat.selection.select_incident("incident-143")
    perform(desk, "incident.call_off")
    type_in(detail, "bubar")
    assert desk.commands == [CancelOrder("assignment-unit-samapta-09", "bubar")]
    desk.seat.selection.select_incident("incident-148")
    assert ACTIONS["incident.call_off"].reason(desk.seat) == "nobody_sent"


def ask_for_the_next(detail: DetailPanel, desk: Desk) -> None:
    desk.seat.selection.select_incident(None)
    desk.seat.asking.ask("order.silent", HELD)
    desk.settle()
    assert detail.bar.accessibleName().startswith("LANTAS 03 belum menjawab #0147, 41 dtk")


def test_the_next_unit_calls_the_silent_one_off(detail: DetailPanel, desk: Desk) -> None:
    desk.recorder.result = {"task_id": "task-9"}
    ask_for_the_next(detail, desk)
    QTest.keyClick(detail.bar, Qt.Key.Key_Return)
    assert desk.commands == []
    QTest.keyClick(detail.bar, Qt.Key.Key_1)
    desk.settle()
    assert desk.commands == [ReplaceSilent(HELD, "tidak menjawab")]
    assert desk.notices[-1].undo == Undo("order_task", "task-9", "op-1")
    assert desk.seat.selection.incident_id == KPU


class English(QTranslator):
    def translate(self, context: str, text: str, *_: object) -> str:
        return f"en({text})"


def test_what_the_unit_hears_of_it_is_indonesian(desk: Desk, qapp: QApplication) -> None:
    english = English(qapp)
    QCoreApplication.installTranslator(english)
    replace_silent(desk.seat, HELD)
    QCoreApplication.removeTranslator(english)
    desk.settle()
    assert desk.commands == [ReplaceSilent(HELD, "tidak menjawab")]


def test_or_it_stays_and_the_incident_says_so_until_it_answers(
    detail: DetailPanel, desk: Desk
) -> None:
    ask_for_the_next(detail, desk)
    QTest.keyClick(detail.bar, Qt.Key.Key_2)
    desk.settle()
    assert desk.commands == [KeepSilent(HELD)]
    assert not detail.unheard.isVisible()
    desk.tick(20)
    assert detail.unheard.text() == "Tidak menjawab, tetap diperintah: LANTAS 03, 1 m"
    desk.change(desk.row("assignment", HELD), status=OrderStatus.ACCEPTED, accepted_at=NOW)
    desk.settle()
    desk.tick()
    assert not detail.unheard.isVisible()
