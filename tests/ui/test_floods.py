"""A flood on the screen: one line and one row with a counter, who is in danger in full."""

from dataclasses import replace
from typing import Any

from pytestqt.qtbot import QtBot

from command_center.domain.room import Alarm, AlarmType
from command_center.ui.alarms.banner import AlarmBanner
from command_center.ui.alarms.danger import DangerBand
from command_center.ui.queue.ledger import Tab
from command_center.ui.queue.panel import QueuePanel
from command_center.ui.queue.words import flags, spoken
from tests.ui.conftest import MakeDesk
from tests.ui.scene import NOW
from tests.ui.seats import Desk
from tests.unit.duty.test_floods import alarm_of, asked, flooded, told

CRY = "Tolong, anak saya terjebak di lantai dua, air sudah sepinggang dan kami tidak bisa turun"


def raised(desk: Desk, what: AlarmType) -> Alarm:
    (ring,) = asked(desk.seat.situation, what)
    made = replace(alarm_of(ring), id=f"alarm-{what}", rank=1)
    desk.add(made)
    desk.settle()
    return made


def rows_of(panel: QueuePanel) -> list[Any]:
    return [panel.model.row_at(at) for at in range(panel.model.rowCount())]


def test_thirty_reports_are_one_line_with_their_count(new_desk: MakeDesk, qtbot: QtBot) -> None:
    desk = new_desk(flooded(30))
    raised(desk, AlarmType.REPORT_FLOOD)
    banner = AlarmBanner(desk.seat)
    qtbot.addWidget(banner)
    assert [text.rpartition(" · ")[0] for text in banner.texts] == [
        "30 laporan · 30 pelapor: Banjir / genangan · Klojen"
    ]


def test_and_one_row_until_all_are_asked_for(new_desk: MakeDesk, qtbot: QtBot) -> None:
    desk = new_desk(flooded(30))
    panel = QueuePanel(desk.seat)
    qtbot.addWidget(panel)
    (row,) = rows_of(panel)
    assert "30 laporan · 30 pelapor" in flags(row)
    panel.show_tab(Tab.ALL)
    assert len(rows_of(panel)) == 30


def test_the_counter_runs_while_they_come(new_desk: MakeDesk, qtbot: QtBot) -> None:
    desk = new_desk(flooded(10))
    panel = QueuePanel(desk.seat)
    qtbot.addWidget(panel)
    for number in range(11, 14):
        desk.add(*told(number, age_s=0.0))
    desk.settle()
    (row,) = rows_of(panel)
    assert row.flood_reports == 13


def test_the_rows_before_the_flood_was_one_fold_when_it_begins(
    new_desk: MakeDesk, qtbot: QtBot
) -> None:
    desk = new_desk(flooded(5))
    panel = QueuePanel(desk.seat)
    qtbot.addWidget(panel)
    assert len(rows_of(panel)) == 5
    desk.add(*told(6, age_s=0.0))
    desk.settle()
    assert len(rows_of(panel)) == 1


def test_who_is_in_danger_keeps_a_row_and_is_read_in_full(new_desk: MakeDesk, qtbot: QtBot) -> None:
    desk = new_desk(flooded(30, text=CRY))
    band = DangerBand(desk.seat)
    qtbot.addWidget(band)
    assert band.isHidden()
    alarm = raised(desk, AlarmType.DANGER_IN_FLOOD)
    assert not band.isHidden()
    assert CRY in band.words.text()
    panel = QueuePanel(desk.seat)
    qtbot.addWidget(panel)
    assert [row.danger for row in rows_of(panel)].count(True) == 1
    desk.change(alarm, acknowledged_at=NOW, acknowledged_by="staff-rs", cleared_at=NOW)
    desk.settle()
    assert band.isHidden()


def test_what_came_late_says_so_and_stands_behind_news(new_desk: MakeDesk, qtbot: QtBot) -> None:
    source = flooded(1)[0]
    old, new = told(1, "lama", late=True, age_s=0.0), told(2, "baru", age_s=300.0)
    desk = new_desk([source, *old, *new])
    panel = QueuePanel(desk.seat)
    qtbot.addWidget(panel)
    first, last = rows_of(panel)
    assert (first.title, last.title) == ("baru", "lama")
    assert "terlambat" in spoken(last, late=False)
    assert "terlambat" not in spoken(first, late=False)
    assert not panel.model.ledger.is_late(last.id)
    panel.show_tab(Tab.NEW)
    assert [row.title for row in rows_of(panel)] == ["baru"]
