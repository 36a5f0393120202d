"""Putting alarms aside, telling the owner of an outage, and the picture that caused an alarm."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import cv2
import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from command_center.commands.alarms import ReportOutage, ShelveAlarm
from command_center.domain.room import Alarm, AlarmType, Camera
from command_center.ports import Health
from command_center.ui.actions.table import ACTIONS
from command_center.ui.alarms.banner import AlarmBanner
from command_center.ui.alarms.log import AlarmLog
from command_center.ui.alarms.pictures import AlarmPictures
from command_center.ui.alarms.summary import alarm_line
from tests.ui.conftest import MakeDesk
from tests.ui.scene import NOW, alarm, camera
from tests.ui.seats import Desk

FILE = "eye-01234567-89ab-7def-8123-456789abcdef.jpg"
HOST = "cctv.malangkota.go.id"


def tampered(**params: str) -> Alarm:
    params = {"kind": "covered", "file": FILE, **params}
    return alarm("t", AlarmType.CAMERA_TAMPERED, 4, 30, subject_kind="camera",
                 subject_id="camera-40", **params)  # fmt: skip


def outage() -> Alarm:
    return alarm("o", AlarmType.CAMERA_OUTAGE, 3, 90, subject_kind="host", subject_id=HOST,
                 host=HOST, owner="Diskominfo", count="5", total="6")  # fmt: skip


def dead_cameras(desk: Desk, count: int) -> list[Camera]:
    rows = [
        replace(camera(n, f"Simpang {n}\x1b<b>"), url=f"https://u:rahasia@{HOST}/{n}.m3u8")
        for n in range(80, 80 + count)
    ]
    for n, row in enumerate(rows):
        last = NOW - timedelta(seconds=60 + n)
        health = Health("camera", row.id, "down", "camera_timeout", {}, last, last, None)
        desk.telemetry.put_health(health)
    return rows


def test_a_shelved_alarm_leaves_the_banner_and_comes_back(new_desk: MakeDesk, qtbot: QtBot) -> None:
    desk = new_desk([tampered()])
    banner = AlarmBanner(desk.seat)
    qtbot.addWidget(banner)
    assert banner.count == 1
    desk.change(desk.row("alarm", "t"), shelved_until=NOW + timedelta(minutes=15))
    desk.settle()
    assert banner.count == 0
    assert banner.isHidden()
    desk.tick(14 * 60)
    assert banner.count == 0
    desk.tick(61)
    assert banner.count == 1
    assert not banner.isHidden()


def test_the_log_says_until_when_how_long_and_why(new_desk: MakeDesk, qtbot: QtBot) -> None:
    shelved = replace(
        tampered(shelved_because="dahan %1 pohon"), shelved_until=NOW + timedelta(minutes=15)
    )
    desk = new_desk([shelved, camera(40, "Bundaran")])
    log = AlarmLog(desk.seat)
    qtbot.addWidget(log)
    assert "lensa mungkin tertutup · ditunda s.d. 14:22, sisa 15 m: dahan %1 pohon" in log.toolTip()
    desk.tick(600)
    assert "sisa 5 m" in log.toolTip()
    desk.tick(301)
    assert "ditunda" not in log.toolTip()


def test_the_key_opens_the_sheet_and_enter_shelves(new_desk: MakeDesk, qtbot: QtBot) -> None:
    desk = new_desk([tampered()])
    window = QWidget()
    window.resize(900, 500)
    log = AlarmLog(desk.seat, window)
    qtbot.addWidget(window)
    window.show()
    ACTIONS["alarm.shelve"].perform(desk.seat)
    sheet = log.shelving
    assert sheet.isVisible()
    sheet.minutes.setCurrentIndex(2)
    QTest.keyClicks(sheet.reason, "dahan")
    QTest.keyClick(sheet.reason, Qt.Key.Key_Return)
    assert desk.commands == [ShelveAlarm("t", 60, "dahan")]
    desk.settle()
    assert sheet.isHidden()
    assert desk.notices[-1].code == "alarm.shelved"


def test_the_least_urgent_is_offered_first_and_any_other_may_be_chosen(
    new_desk: MakeDesk, qtbot: QtBot
) -> None:
    silent = alarm("s", AlarmType.UNIT_SILENT, 2, 500)
    shelved = replace(outage(), shelved_until=NOW + timedelta(minutes=5))
    desk = new_desk([silent, tampered(), shelved, alarm("u", AlarmType.UNOWNED_P1, 1, 10)])
    log = AlarmLog(desk.seat)
    qtbot.addWidget(log)
    log.show()
    ACTIONS["alarm.shelve"].perform(desk.seat)
    sheet = log.shelving
    assert [sheet.alarm.itemData(n) for n in range(sheet.alarm.count())] == ["t", "s"]
    assert sheet.alarm.currentData() == "t"
    sheet.alarm.setCurrentIndex(1)
    sheet.reason.setText("radio rusak")
    sheet.save.click()
    assert desk.commands == [ShelveAlarm("s", 15, "radio rusak")]


def test_esc_shelves_nothing(new_desk: MakeDesk, qtbot: QtBot) -> None:
    desk = new_desk([tampered()])
    log = AlarmLog(desk.seat)
    qtbot.addWidget(log)
    log.show()
    ACTIONS["alarm.shelve"].perform(desk.seat)
    QTest.keyClick(log.shelving, Qt.Key.Key_Escape)
    assert log.shelving.isHidden()
    assert desk.commands == []


def test_the_most_urgent_alarm_is_not_offered_for_shelving(
    new_desk: MakeDesk, qtbot: QtBot
) -> None:
    urgent = alarm("u", AlarmType.UNOWNED_P1, 1, 10)
    desk = new_desk([urgent])
    banner = AlarmBanner(desk.seat)
    qtbot.addWidget(banner)
    assert banner.shelve.isHidden()
    assert ACTIONS["alarm.shelve"].reason(desk.seat) == "no_alarm"


def test_an_outage_is_reported_with_one_key(new_desk: MakeDesk, qtbot: QtBot) -> None:
    desk = new_desk([])
    desk.add(outage(), *dead_cameras(desk, 5))
    desk.settle()
    desk.tick(0)
    banner = AlarmBanner(desk.seat)
    qtbot.addWidget(banner)
    assert banner.texts[0].startswith(f"5 dari 6 kamera Diskominfo terputus di {HOST}")
    banner.report.click()
    (command,) = desk.commands
    assert isinstance(command, ReportOutage)
    assert command.addressee == "NOC Diskominfo"
    text = command.text
    assert QGuiApplication.clipboard().text() == text
    assert f"Peladen : {HOST}" in text
    assert "5 dari 5 kamera yang kami pantau terputus" in text
    assert "Sejak   : 21-11-2026 14:06:28 WIB" in text
    assert "- CAM-080 Simpang 80<b>: gambar terakhir 21-11-2026 14:06:32 WIB" in text
    assert "rahasia" not in text
    assert "\x1b" not in text


def test_what_was_reported_says_to_whom_and_when(new_desk: MakeDesk, qtbot: QtBot) -> None:
    told = {"reported_at": NOW.isoformat(), "reported_to": "NOC Diskominfo"}
    row = replace(outage(), params={**outage().params, **told})
    desk = new_desk([row])
    log = AlarmLog(desk.seat)
    qtbot.addWidget(log)
    assert "dilaporkan ke NOC Diskominfo 14:07" in log.toolTip()
    assert ACTIONS["alarm.report"].reason(desk.seat) == "no_outage"


def test_a_long_report_stays_short(new_desk: MakeDesk) -> None:
    desk = new_desk([])
    desk.add(outage(), *dead_cameras(desk, 60))
    desk.settle()
    desk.tick(0)
    ACTIONS["alarm.report"].perform(desk.seat)
    (command,) = desk.commands
    assert "... dan 40 kamera lagi" in command.text
    assert len(command.text) < 2_500


def test_the_picture_that_caused_it_stands_in_the_log(new_desk: MakeDesk, qtbot: QtBot) -> None:
    desk = new_desk([tampered()])
    desk.seat.pictures.mkdir(parents=True, exist_ok=True)
    green = np.zeros((180, 320, 3), np.uint8)
    green[..., 1] = 200
    (desk.seat.pictures / FILE).write_bytes(cv2.imencode(".jpg", green)[1].tobytes())
    log = AlarmLog(desk.seat)
    qtbot.addWidget(log)
    log.resize(400, 140)

    def painted_green() -> bool:
        desk.settle()
        image = log.grab().toImage()
        spots = (image.pixelColor(x, 60) for x in range(80, 200, 10))
        return sum(1 for c in spots if c.green() > 150 and c.red() < 60) > 6

    qtbot.waitUntil(painted_green)


def test_only_names_of_ours_are_read(new_desk: MakeDesk) -> None:
    desk = new_desk([])
    asked: list[str] = []
    pictures = AlarmPictures(desk.seat, lambda: asked.append("changed"))
    for file in ("../../etc/passwd", "eye-x.jpg", f"a/{FILE}", f"{FILE}\n", ""):
        assert pictures.of(tampered(file=file)) is None
    desk.seat.pictures.mkdir(parents=True, exist_ok=True)
    (desk.seat.pictures / FILE).write_bytes(b"no picture")
    assert pictures.of(tampered()) is None
    desk.settle()
    assert asked == []


def test_sightings_are_told_as_suggestions(desk: Desk) -> None:
    surge = alarm("s", AlarmType.CROWD_SURGE, 4, 1, subject_kind="camera", subject_id="camera-40")
    assert alarm_line([tampered()], desk.seat) == "CAM-040: lensa mungkin tertutup"
    assert alarm_line([surge], desk.seat).startswith("CAM-040: gerak orang")
