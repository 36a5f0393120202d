"""The alarm level of an incident: asked by key and line, seen in the row and the detail."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from command_center.commands.plan import SetAlarmLevel
from command_center.domain.incident import Handling
from command_center.domain.room import RoomSetting
from command_center.ui.actions.levels import levels_offered
from command_center.ui.actions.table import ACTIONS
from command_center.ui.commandline.grammar import read, understand
from command_center.ui.detail.heading import facts_line
from command_center.ui.detail.panel import DetailPanel
from command_center.ui.queue.panel import QueuePanel
from command_center.ui.queue.words import spoken
from tests.ui.real_room import RealDesk, real_desk
from tests.ui.scene import NOW
from tests.ui.seats import Desk
from tests.ui.shown_detail import shown_detail

__all__ = ["real_desk"]

KPU = "incident-147"


def raised(level: int) -> Handling:
    return Handling(KPU, 1, None, None, False, NOW, "staff-rs", alarm_level=level)


@pytest.fixture
def detail(desk: Desk, qtbot: QtBot) -> DetailPanel:
    return shown_detail(desk, qtbot, 800, KPU)


def asked(detail: DetailPanel) -> QLineEdit | None:
    return detail.bar.field


def test_a_level_is_chosen_by_its_digit_and_needs_a_reason(detail: DetailPanel, desk: Desk) -> None:
    desk.add(raised(2))
    desk.settle()
    ACTIONS["incident.alarm_level"].perform(desk.seat)
    QTest.keyClick(detail.bar, Qt.Key.Key_2)
    assert asked(detail) is None, "it stands at the second already"
    QTest.keyClick(detail.bar, Qt.Key.Key_3)
    field = asked(detail)
    assert isinstance(field, QLineEdit)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert desk.commands == []
    field.setText("api meluas")
    QTest.keyClick(field, Qt.Key.Key_Return)
    desk.settle()
    assert desk.commands == [SetAlarmLevel(KPU, 3, "api meluas", 2)]
    assert desk.notices[-1].params["level"] == "3"
    assert desk.notices[-1].undo is not None


def test_the_row_and_the_detail_show_it_and_what_it_wants(
    detail: DetailPanel, desk: Desk, qtbot: QtBot
) -> None:
    queue = QueuePanel(desk.seat)
    qtbot.addWidget(queue)
    queue.resize(540, 900)
    queue.show()
    table = "category,place,hours,level,alarm,wants\n*,,,,1,patroli:1\n*,,,,2,patroli:6\n"
    desk.add(RoomSetting("run_cards", 1, {"table": table}))
    desk.settle()
    before = queue.grab().toImage()
    assert "/7" not in detail.near.text()
    desk.add(raised(2))
    desk.settle()
    at = queue.model.row_of(KPU)
    assert at is not None
    assert spoken(queue.model.row_at(at), late=False).endswith(", ALARM 2")
    assert queue.grab().toImage() != before
    incident = desk.seat.situation.incident(KPU)
    assert incident is not None
    assert facts_line(desk.seat, incident).startswith("alarm tingkat 2 · ")
    qtbot.waitUntil(lambda: detail.near.text().startswith("Alarm 2 butuh patroli "))
    assert "/7" in detail.near.text()


def test_levels_beyond_the_usual_are_offered_where_cards_plan_for_them(desk: Desk) -> None:
    assert levels_offered(desk.seat) == (1, 2, 3)
    table = "category,place,hours,level,alarm,wants\n*,,,,1,patroli:1\n*,,,,4,patroli:6\n"
    desk.add(RoomSetting("run_cards", 1, {"table": table}))
    desk.settle()
    assert levels_offered(desk.seat) == (1, 2, 3, 4)


def test_a_level_is_typed(desk: Desk) -> None:
    said = understand(desk.seat, "tingkat 0147 2 api meluas")
    assert said is not None
    said.run(desk.seat)
    assert desk.commands == [SetAlarmLevel(KPU, 2, "api meluas", 1)]
    for line, code in (
        ("tingkat 0147 9 api", "alarm_level_unknown"),
        ("tingkat 0147 api", "alarm_level_unknown"),
        ("tingkat 0147 2", "order_needs_reason"),
    ):
        reading = read(desk.seat, line)
        assert reading is not None
        assert reading.wrong is not None
        assert reading.wrong.code == code


def test_it_is_raised_told_and_taken_back_in_a_real_room(real_desk: RealDesk, qtbot: QtBot) -> None:
    incident = real_desk.report("rumah terbakar", category="kebakaran")
    seat = real_desk.seat
    panel = DetailPanel(seat)
    qtbot.addWidget(panel)
    panel.show()
    seat.selection.select_incident(incident)
    said = understand(seat, "tingkat 1 2 api meluas")
    assert said is not None
    said.run(seat)
    level = seat.situation.of_incidents.own_alarm_level
    real_desk.until(lambda: level(incident) == 2)
    real_desk.until(lambda: any("alarm ke tingkat 2: api meluas" in t for t in told(panel)))
    real_desk.until(lambda: real_desk.notices)
    real_desk.do(real_desk.notices[-1].undo)
    real_desk.until(lambda: level(incident) == 1)
    real_desk.until(lambda: any("tingkat alarm" in t for t in told(panel)))


def told(panel: DetailPanel) -> list[str]:
    return [line.text for line in panel.lines.timeline.lines]
