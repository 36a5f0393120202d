"""Alarms: ranked, grouped, capped, never dropped silently, answered by a person."""

from dataclasses import replace

from PySide6.QtGui import QTextDocumentFragment
from pytestqt.qtbot import QtBot

from command_center.commands.alarms import AcknowledgeAlarm
from command_center.domain.room import AlarmType, Role
from command_center.ui.actions.table import ACTIONS
from command_center.ui.alarms.banner import AlarmBanner
from command_center.ui.alarms.log import AlarmLog
from command_center.ui.alarms.summary import alarm_line, grouped, waiting
from command_center.ui.sentences import SENTENCES
from tests.ui.conftest import MakeDesk
from tests.ui.scene import NOW, alarm
from tests.ui.seats import Desk


def test_the_banner_says_what_waits_and_for_how_long(desk: Desk, qtbot: QtBot) -> None:
    banner = AlarmBanner(desk.seat)
    qtbot.addWidget(banner)
    assert banner.count == 2
    assert banner.texts == [
        "LANTAS 03 belum menjawab perintah #0147 · 41 dtk",
        "Blimbing tanpa unit siap · 1 m",
    ]
    assert not banner.isHidden()


def test_without_alarms_there_is_no_banner(new_desk: MakeDesk, qtbot: QtBot) -> None:
    """A calm room has no red in it, from the first paint on."""
    banner = AlarmBanner(new_desk([]).seat)
    qtbot.addWidget(banner)
    assert banner.isHidden()


def test_f2_answers_the_most_urgent_and_shows_it(desk: Desk, qtbot: QtBot) -> None:
    banner = AlarmBanner(desk.seat)
    qtbot.addWidget(banner)
    banner.answer.click()
    assert desk.commands == [AcknowledgeAlarm("alarm-1")]
    assert desk.seat.selection.unit_id == "unit-lantas-03"
    assert desk.seat.selection.incident_id == "incident-147"
    assert banner.count == 2  # nothing moves until the log says so
    for id in ("alarm-1", "alarm-2"):
        desk.change(desk.row("alarm", id), acknowledged_at=NOW, acknowledged_by="staff-rs")
    desk.settle()
    assert banner.count == 0
    assert banner.isHidden()
    assert ACTIONS["alarm.answer"].reason(desk.seat) == "no_alarm"


def test_a_flood_of_one_type_is_one_line_with_its_count(desk: Desk) -> None:
    desk.add(
        *(
            alarm(f"camera-{n}", AlarmType.CAMERA_DOWN, 3, n, camera=f"CAM-{n:03}")
            for n in range(20)
        )
    )
    desk.settle()
    lines = grouped(waiting(desk.seat.situation, NOW))
    assert sum(len(line) for line in lines) == 22
    assert len(lines) == 3
    assert alarm_line(lines[2], desk.seat) == "CAM-019 terputus dan 19 lagi"


def test_what_does_not_fit_is_counted_not_dropped(desk: Desk, qtbot: QtBot) -> None:
    banner = AlarmBanner(desk.seat)
    qtbot.addWidget(banner)
    assert banner.head() == "2 alarm"
    assert all(text in banner.toolTip() for text in banner.texts)
    assert all(text in banner.accessibleName() for text in banner.texts)


def test_what_an_alarm_is_about_is_plain_text_in_a_tooltip_too(desk: Desk, qtbot: QtBot) -> None:
    hostile = '<img src="file:///x"> SAMAPTA'
    desk.change(desk.row("unit", "unit-lantas-03"), call_sign=hostile)
    desk.settle()
    for shown in (AlarmBanner(desk.seat), AlarmLog(desk.seat)):
        qtbot.addWidget(shown)
        read = QTextDocumentFragment.fromHtml(shown.toolTip()).toPlainText()
        assert hostile in read


def test_an_observer_cannot_answer(new_desk: MakeDesk, qtbot: QtBot) -> None:
    desk = new_desk(role=Role.OBSERVER)
    banner = AlarmBanner(desk.seat)
    qtbot.addWidget(banner)
    assert not banner.answer.isEnabled()


def test_the_log_keeps_answered_alarms(desk: Desk, qtbot: QtBot) -> None:
    log = AlarmLog(desk.seat)
    qtbot.addWidget(log)
    desk.change(desk.row("alarm", "alarm-1"), acknowledged_at=NOW, acknowledged_by="staff-rs")
    desk.settle()
    assert [row.id for row in log.alarms] == ["alarm-1", "alarm-2"]
    assert "14:06:51 LANTAS 03 belum menjawab perintah #0147 · ditanggapi" in log.toolTip()


def test_an_alarm_without_words_takes_them_from_its_subject(desk: Desk) -> None:
    bare = replace(desk.row("alarm", "alarm-1"), params={})
    assert alarm_line([bare], desk.seat) == "LANTAS 03 belum menjawab perintah #0147"


def test_alarms_of_the_clockwork_are_named_by_the_room(desk: Desk) -> None:
    raised = [
        alarm("a", AlarmType.COVERAGE_EMPTY, 2, 1, subject_kind="area", subject_id="35.73.01"),
        alarm("b", AlarmType.SOURCE_DOWN, 3, 1, subject_kind="source", subject_id="senkom"),
        alarm("c", AlarmType.CAMERA_DOWN, 3, 1, subject_kind="camera", subject_id="camera-40"),
        alarm("d", AlarmType.SOURCE_DOWN, 3, 1, subject_kind="source", subject_id="x", name="RSUD"),
        alarm("e", AlarmType.UNOWNED_P1, 1, 1, subject_kind="incident", subject_id="incident-147"),
    ]
    assert [alarm_line([one], desk.seat) for one in raised] == [
        "Blimbing tanpa unit siap",
        "Sumber Senkom terputus",
        "CAM-040 terputus",
        "Sumber RSUD terputus",
        "#0147 P1 belum diambil",
    ]


def test_every_type_has_a_sentence() -> None:
    assert {kind.value for kind in AlarmType} <= SENTENCES.keys()
