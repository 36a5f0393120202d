"""The alarm desk: every alarm in one line, answered by a person, and how many there are of them."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from command_center.commands.alarms import AcknowledgeAlarm
from command_center.domain.incident import Priority
from command_center.domain.room import AlarmType
from command_center.ui.actions.buttons import key_text
from command_center.ui.alarms.banner import AlarmBanner
from command_center.ui.alarms.desk import AlarmDesk
from command_center.ui.alarms.kinds import kind_name
from command_center.ui.alarms.summary import grouped, subject_place, waiting, waiting_lines
from tests.ui.conftest import MakeDesk
from tests.ui.scene import NOW, alarm, incident
from tests.ui.seats import Desk

KLOJEN, BLIMBING = "35.73.02.1007", "35.73.01.1001"


def shown(desk: Desk, qtbot: QtBot) -> AlarmDesk:
    panel = AlarmDesk(desk.seat)
    qtbot.addWidget(panel)
    panel.resize(700, 500)
    panel.show()
    return panel


def unrest(desk: Desk, number: int, area: str, kind: AlarmType, rank: int, ago_s: float) -> None:
    """An incident with an alarm of its own."""
    desk.add(
        incident(number, "x", Priority.P2, ago_s, area=area, category="tawuran"),
        alarm(f"a{number}", kind, rank, ago_s, subject_kind="incident",
              subject_id=f"incident-{number}"),
    )  # fmt: skip


def in_a_flood(desk: Desk) -> None:
    kinds = (AlarmType.VISIT_OVERDUE, AlarmType.REFERRAL_UNANSWERED)
    for number in range(200, 216):
        area = KLOJEN if number % 2 else BLIMBING
        unrest(desk, number, area, kinds[number % 4 // 2], 2 + number % 4 // 2, 300 - number)
    desk.settle()


def test_a_flood_is_one_line_for_each_kecamatan_and_category(desk: Desk, qtbot: QtBot) -> None:
    in_a_flood(desk)
    lines, flood = waiting_lines(desk.seat, NOW)
    assert flood
    assert sum(map(len, lines)) == len(waiting(desk.seat.situation, NOW)) == 18
    rows = {row[4]: row for row in shown(desk, qtbot).waiting.cells.lines}
    mixed = "4 Kunjungan terlambat, 4 Penerusan belum dijawab"
    assert rows["Klojen · Tawuran"][2:4] == ("8", mixed)
    assert rows["Blimbing · Tawuran"][2] == "8"
    assert len(rows) == 4  # the two of the picture stand by themselves
    banner = AlarmBanner(desk.seat)
    qtbot.addWidget(banner)
    assert any(text.startswith("Klojen · Tawuran: 8 alarm") for text in banner.texts)
    assert banner.head() == "Banjir alarm: 18"


def test_what_an_alarm_says_is_in_sight_beside_a_narrow_board(desk: Desk, qtbot: QtBot) -> None:
    """Whatever else a row says stands behind it."""
    panel = shown(desk, qtbot)
    panel.resize(454, 480)
    table = panel.waiting
    said = 3
    assert table.cells.lines[0][said].startswith("LANTAS 03 belum menjawab")
    assert table.columnViewportPosition(said) < table.viewport().width() / 2


def test_what_is_most_urgent_is_never_hidden_in_a_flood(desk: Desk) -> None:
    in_a_flood(desk)
    unrest(desk, 300, KLOJEN, AlarmType.PANIC, 1, 1)
    desk.settle()
    lines, _ = waiting_lines(desk.seat, NOW)
    assert [alarm.id for alarm in lines[0] if alarm.rank == 1]
    assert ["a300"] in [[alarm.id for alarm in line] for line in lines]


@pytest.mark.parametrize("width", [1358, 1912])
def test_two_alarms_stay_readable_beside_all_the_buttons(
    desk: Desk, qtbot: QtBot, width: int
) -> None:
    in_a_flood(desk)
    unrest(desk, 300, KLOJEN, AlarmType.UNOWNED_P1, 1, 30)
    desk.add(alarm("mail", AlarmType.SOURCE_DOWN, 3, 300, subject_kind="source",
                   subject_id="senkom"))  # fmt: skip
    desk.settle()
    banner = AlarmBanner(desk.seat)
    qtbot.addWidget(banner)
    banner.resize(width, banner.height())
    banner.show()
    banner.grab()
    shown = [button for button in banner._buttons() if not button.isHidden()]
    assert len(shown) >= 4
    assert banner.flood
    said = banner.words()[1:]
    assert said[:2] == banner.texts[:2]
    assert said[-1] == f"+{len(banner.texts) - len(said) + 1}"
    assert banner.answer.written_key == "F2"
    short = [button for button in shown if button.brief]
    assert bool(short) is (width < 1400)
    assert [button.toolTip() for button in short] == [key_text(one.key) for one in short]
    ends = QFontMetrics(desk.seat.theme.font(13, tabular=True))
    assert sum(map(ends.horizontalAdvance, said)) < min(button.x() for button in shown)


def test_in_a_narrow_band_two_alarms_share_the_room(desk: Desk, qtbot: QtBot) -> None:
    banner = AlarmBanner(desk.seat)
    qtbot.addWidget(banner)
    banner.resize(900, banner.height())
    _, first, second = banner.words()
    assert first.startswith("LANTAS 03")
    assert second.startswith("Blim")
    assert first.endswith("…")


def test_after_the_flood_lines_are_by_type_again(desk: Desk) -> None:
    in_a_flood(desk)
    later = NOW + timedelta(minutes=11)
    lines, flood = waiting_lines(desk.seat, later)
    assert not flood
    assert sum(map(len, lines)) == 18
    assert all(len({alarm.type for alarm in line}) == 1 for line in lines)


def test_many_of_a_type_are_a_line_for_each_of_a_few_kecamatan(desk: Desk) -> None:
    alarms = [alarm(f"c{n}", AlarmType.CAMERA_DOWN, 3, n) for n in range(12)]
    by_two = grouped(alarms, lambda one: (str(int(one.id[1:]) % 2), ""))
    assert sorted(map(len, by_two)) == [6, 6]
    by_six = grouped(alarms, lambda one: (str(int(one.id[1:]) % 6), ""))
    assert [len(line) for line in by_six] == [12]


def test_where_an_alarm_is_comes_from_what_it_is_about(desk: Desk) -> None:
    seat = desk.seat
    of_unit = alarm("u", AlarmType.UNIT_SILENT, 2, 1, subject_kind="unit",
                    subject_id="unit-lantas-03")  # fmt: skip
    of_area = alarm("k", AlarmType.COVERAGE_EMPTY, 2, 1, subject_kind="area",
                    subject_id="35.73.01")  # fmt: skip
    of_camera = alarm("c", AlarmType.CAMERA_DOWN, 3, 1, subject_kind="camera",
                      subject_id="camera-40")  # fmt: skip
    assert subject_place(of_unit, seat)[0] == subject_place(desk.row("alarm", "alarm-1"), seat)[0]
    assert subject_place(of_area, seat) == ("35.73.01", "coverage_empty")
    assert subject_place(of_camera, seat)[0].startswith("35.73.")


def test_enter_answers_every_alarm_of_the_line_and_s_asks_to_put_it_aside(
    desk: Desk, qtbot: QtBot
) -> None:
    in_a_flood(desk)
    panel = shown(desk, qtbot)
    row = [line[4] for line in panel.waiting.cells.lines].index("Klojen · Tawuran")
    panel.waiting.selectRow(row)
    assert len(panel.members.cells.lines) == 8
    asked: list[tuple[str, object]] = []
    desk.seat.asking.asked.connect(lambda action, id: asked.append((action, id)))
    QTest.keyClick(panel, Qt.Key.Key_S)
    assert asked == [("alarm.shelve", panel.lines[row][0].id)]
    panel.answer_line()
    answered = {c.alarm_id for c in desk.commands if isinstance(c, AcknowledgeAlarm)}
    assert answered == {alarm.id for alarm in panel.lines[row]}
    assert len(answered) == 8


def test_with_nothing_to_answer_nothing_can_be_pressed(new_desk: MakeDesk, qtbot: QtBot) -> None:
    panel = shown(new_desk([]), qtbot)
    assert panel.tabs.tabText(0) == "Menunggu 0"
    assert not panel.answer.isEnabled()
    assert not panel.shelve.isEnabled()


def test_the_chosen_line_stays_chosen_when_others_come(desk: Desk, qtbot: QtBot) -> None:
    panel = shown(desk, qtbot)
    panel.waiting.selectRow(1)
    chosen = panel.lines[1][0].id
    desk.add(alarm("p", AlarmType.PANIC, 1, 0))
    desk.settle()
    assert panel.lines[panel.waiting.currentIndex().row()][0].id == chosen


def test_the_realised_rate_is_told_with_its_n_and_by_whom(new_desk: MakeDesk, qtbot: QtBot) -> None:
    desk = new_desk()
    for number in range(30):
        row = alarm(f"x{number}", AlarmType.CAMERA_DOWN, 3, 60 * number + 60)
        desk.add(row)
        desk.change(row, acknowledged_at=row.raised_at + timedelta(seconds=9),
                    acknowledged_by="staff-rs")  # fmt: skip
    desk.settle()
    panel = shown(desk, qtbot)
    assert "24 jam: 0,2 per 10 menit" in panel.rate.text().replace(".", ",")
    assert "(n 32)" in panel.rate.text()
    assert "batas 1 per 10 menit" in panel.target.text()
    rows = {row[0]: row for row in panel.rates.cells.lines}
    assert rows["Aiptu Rahmad S."][1:4:2] == ("Operator 2", "30")
    assert rows["Aiptu Rahmad S."][5] == "0:09 / 0:09"
    assert rows["Kamera terputus"][3] == "30"


def test_what_is_put_aside_stands_with_its_end_and_its_reason(desk: Desk, qtbot: QtBot) -> None:
    desk.change(desk.row("alarm", "alarm-2"), shelved_until=NOW + timedelta(minutes=30),
                params={"shelved_because": "diperbaiki PLN"})  # fmt: skip
    desk.settle()
    panel = shown(desk, qtbot)
    assert [row[3] for row in panel.shelved.cells.lines] == ["diperbaiki PLN"]
    assert panel.tabs.tabText(1) == "Ditunda 1"


def test_what_is_put_aside_is_written_anew_only_when_it_changes(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.change(desk.row("alarm", "alarm-2"), shelved_until=NOW + timedelta(minutes=30, seconds=30))
    desk.settle()
    panel = shown(desk, qtbot)
    named: list[str] = []
    monkeypatch.setattr(panel.tabs, "setTabText", lambda _, text: named.append(text))
    with qtbot.assertNotEmitted(panel.shelved.cells.modelReset):
        desk.tick(1)
        desk.tick(1)
    assert named == []
    with qtbot.waitSignal(panel.shelved.cells.modelReset):
        desk.tick(60)
    assert panel.shelved.cells.lines[0][1] == "29 m"


def test_every_kind_of_alarm_has_a_name() -> None:
    names = [kind_name(kind) for kind in AlarmType]
    assert len(set(names)) == len(names)
