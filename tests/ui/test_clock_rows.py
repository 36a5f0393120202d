"""The room's clocks on its page: set where they are read, each by whoever was at it last."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from command_center.commands.room_clocks import SetTargets
from command_center.domain.errors import Conflict, OperatorError
from command_center.domain.room import Role, RoomSetting
from command_center.domain.targets import CLOCKS, SETTING
from command_center.ui.settings import clock_words
from command_center.ui.settings.room_page import RoomPage
from command_center.ui.settings.row import SettingRow
from tests.ui.conftest import MakeDesk
from tests.ui.doors import signed_in_desk
from tests.ui.scene import NOW


class Clocks:
    """The page at the administrator's desk."""

    def __init__(self, new_desk: MakeDesk, qtbot: QtBot) -> None:
        self.desk = signed_in_desk(new_desk, "staff-it", Role.ADMINISTRATOR)
        self.desk.add(RoomSetting(SETTING, 1, {"verify_s": 90}))
        self.desk.settle()
        self.page = RoomPage(self.desk.seat)
        qtbot.addWidget(self.page)
        self.page.show()
        self.page.build()
        qtbot.waitUntil(lambda: self.page.is_built)
        self.read()

    def read(self) -> None:
        self.desk.settle()
        self.page.refresh()
        self.desk.settle()

    def row(self, name: str) -> SettingRow:
        return self.page.clocks.rows[name]

    def write(self, name: str, text: str, key: Qt.Key | None = Qt.Key.Key_Return) -> SettingRow:
        row = self.row(name)
        assert isinstance(row.field.inside, QLineEdit)
        row.field.inside.setText(text)
        if key is not None:
            QTest.keyClick(row.field.inside, key)
        return row

    def says(self, by: str = "", **seconds: int) -> None:
        """What the log brings next, in the name of somebody else if `by`."""
        person = self.desk.seat.person
        here = person.act
        person.act = replace(here, actor=by or here.actor)
        self.desk.change(self.desk.row("room_setting", SETTING), value=seconds)
        person.act = here
        self.read()

    @property
    def sent(self) -> SetTargets:
        command = self.desk.commands[-1]
        assert isinstance(command, SetTargets)
        return command


@pytest.fixture
def clocks(new_desk: MakeDesk, qtbot: QtBot) -> Clocks:
    return Clocks(new_desk, qtbot)


def test_a_clock_is_set_where_it_is_read_and_taken_back_unless_another_was_at_it(
    clocks: Clocks,
) -> None:
    row = clocks.write("on_scene_s", "59", None)
    assert "60" in row.fault.text()
    assert not row.save.isEnabled()
    clocks.write("on_scene_s", "480")
    assert clocks.sent == SetTargets({"verify_s": 90, "on_scene_s": 480}, 1)
    told = []
    for by, seconds in (("", 480), ("staff-lead", 500), ("staff-lead", 480)):
        clocks.says(by, verify_s=90, on_scene_s=seconds)
        told.append((row.field.text(), not row.undo.isHidden()))
    assert told == [("480", True), ("500", False), ("480", False)], "what a colleague did stays"
    clocks.write("on_scene_s", "540")
    clocks.says(verify_s=90, on_scene_s=540)
    assert not row.undo.isHidden()
    row.undo.click()
    assert clocks.sent == SetTargets({"verify_s": 90, "on_scene_s": 480}, 5)
    clocks.says(verify_s=90, on_scene_s=480)
    clocks.row("verify_s").standard.click()
    assert clocks.sent == SetTargets({"on_scene_s": 480}, 6)
    clocks.says("staff-dw", on_scene_s=480)
    own = "21-11 14:07"
    assert row.says.text() == f"bawaan: 600 detik · diubah SW · {own}"
    assert clocks.row("verify_s").says.text() == f"bawaan: 60 detik · diubah DW · {own}"
    assert clocks.row("order_s").says.text() == "bawaan: 60 detik", "nobody was at it"


def test_who_comes_second_reads_it_in_the_row(clocks: Clocks) -> None:
    desk, lost = clocks.desk, list[object]()
    desk.seat.notices.lost.connect(lost.append)
    desk.recorder.error = Conflict("room_setting", SETTING, by="staff-rs", at=NOW)
    row = clocks.write("on_scene_s", "450")
    clocks.says("staff-rs", verify_s=90, on_scene_s=500)
    assert row.field.text() == "450", "what was written stays, to be put right"
    assert "Aiptu Rahmad S. lebih dahulu" in row.fault.text()
    assert "yang berlaku: 500" in row.says.text()
    assert lost == [], "no card asks what the row says already"
    desk.recorder.error = OperatorError("target_unknown", name="verify_s")
    clocks.says("staff-rs", verify_s=9_999)
    verify = clocks.row("verify_s")
    assert verify.field.text() == "60"
    assert "nilai ruang tidak dikenal program ini" in verify.says.text()
    ring = clocks.write("own_p1_lead_s", "50")
    desk.settle()
    assert "Batas waktu Verifikasi laporan tidak dikenal" in ring.fault.text()
    assert desk.notices[-1].params["name"] == "Verifikasi laporan"


def test_every_clock_of_the_room_has_its_words() -> None:
    assert clock_words.TITLES.keys() == clock_words.MEANINGS.keys() == CLOCKS.keys()
