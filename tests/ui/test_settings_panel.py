"""The settings page: what is shown is what is saved, what is written is never overwritten."""

from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from command_center.bootstrap.desk import _tell_settings
from command_center.cli_words import WORDS
from command_center.domain.room import RoomSetting
from command_center.domain.shift_pattern import PATTERN_SETTING
from command_center.runtime import setting_layers
from command_center.runtime.paths import site_config_dir
from command_center.runtime.setting_file import read_file
from command_center.runtime.settings import (
    OPTIONS,
    Settings,
    load_settings,
    save_settings,
    settings_path,
)
from command_center.ui.actions.table import ACTIONS
from command_center.ui.sentences import SENTENCES
from command_center.ui.settings import machine, words
from command_center.ui.settings.field import Choice, Switch
from command_center.ui.settings.machine_page import MachinePage
from command_center.ui.settings.panel import SettingsPanel
from command_center.ui.settings.person_options import LINKS, PERSON_OPTIONS
from command_center.ui.settings.person_page import PersonPage
from command_center.ui.settings.room_page import RoomPage
from command_center.ui.settings.room_settings import ROOM_SUBJECTS
from command_center.ui.settings.row import SettingRow
from command_center.ui.settings.sections import ScopePage
from tests.ui.conftest import MakeDesk
from tests.ui.seats import Desk

TOKEN = "canary-canary-canary"


class Page:
    """The page of the machine, without the others."""

    def __init__(self, desk: Desk, qtbot: QtBot) -> None:
        self.desk = desk
        self.machine = opened(MachinePage(desk.seat, load_settings("live")), desk, qtbot)
        self.machine.refresh()
        desk.settle()

    def row(self, name: str) -> SettingRow:
        return self.machine.rows[name]

    def write(self, name: str, text: str, key: Qt.Key | None = Qt.Key.Key_Return) -> SettingRow:
        row = self.row(name)
        assert isinstance(row.field.inside, QLineEdit)
        row.field.inside.setFocus()
        row.field.inside.setText(text)
        if key is not None:
            QTest.keyClick(row.field.inside, key)
        self.desk.settle()
        return row

    @property
    def told(self) -> list[str]:
        return [notice.code for notice in self.desk.notices]


def write(row: SettingRow, text: str) -> None:
    assert isinstance(row.field.inside, QLineEdit)
    row.field.inside.setText(text)


Shown = TypeVar("Shown", bound=ScopePage)


def opened(page: Shown, desk: Desk, qtbot: QtBot) -> Shown:
    qtbot.addWidget(page)
    page.resize(900, 500)
    page.show()
    page.activateWindow()
    page.build()
    qtbot.waitUntil(lambda: page.is_built)
    desk.settle()
    return page


@pytest.fixture(autouse=True)
def nothing_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(setting_layers, "_given", {})


@pytest.fixture
def page(new_desk: MakeDesk, qtbot: QtBot) -> Page:
    return Page(new_desk(), qtbot)


def saved() -> dict[str, object]:
    return dict(read_file(settings_path("live")))


# --- this machine --------------------------------------------------------------------------------


def test_every_declared_option_has_a_row_and_words(page: Page) -> None:
    assert set(page.machine.rows) == set(OPTIONS) == set(words.TITLES) == set(words.MEANINGS)
    assert all(row.title.text() and row.meaning.text() for row in page.machine.rows.values())
    assert page.row("lock_after_min").field.text() == "15"
    assert "0–1440 menit" in page.row("lock_after_min").meaning.text()
    assert page.row("lock_after_min").says.text() == "bawaan program · perlu mulai ulang"
    assert isinstance(page.row("public_feed").field.inside, Switch)
    assert isinstance(page.row("pack").field.inside, Choice)


def test_enter_saves_and_it_waits_for_the_next_start(page: Page) -> None:
    row = page.write("lock_after_min", "7")
    assert saved() == {"lock_after_min": 7}
    assert row.says.text() == "dari settings.toml · bawaan: 15 menit · menunggu mulai ulang"
    assert not row.edited
    assert page.told == ["setting_kept"]


def test_a_wrong_value_is_said_at_the_letter_and_not_saved(page: Page) -> None:
    row = page.write("lock_after_min", "1441", None)
    assert row.fault.text() == "Isian ini: Kunci otomatis harus bilangan bulat 0 sampai 1440."
    assert not row.save.isEnabled()
    QTest.keyClick(row.field.inside, Qt.Key.Key_Return)
    page.desk.settle()
    assert not settings_path("live").exists()
    QTest.keyClick(row.field.inside, Qt.Key.Key_Escape)
    assert (row.field.text(), row.fault.isHidden(), row.save.isHidden()) == ("15", True, True)


def test_a_file_that_is_not_there_is_said_and_not_saved(page: Page, tmp_path: Path) -> None:
    row = page.write("map_tiles", str(tmp_path / "kota.mbtiles"))
    assert "tidak ada" in row.fault.text()
    assert row.edited
    assert not settings_path("live").exists()
    (tmp_path / "kota.mbtiles").touch()
    page.write("map_tiles", str(tmp_path / "kota.mbtiles"))
    assert saved() == {"map_tiles": str(tmp_path / "kota.mbtiles")}
    assert row.fault.isHidden()


def test_a_switch_and_a_choice_are_saved_as_they_are_made(page: Page) -> None:
    switch = page.row("public_feed").field.inside
    assert isinstance(switch, Switch)
    switch.click()
    page.desk.settle()
    choice = page.row("pack").field.inside
    assert isinstance(choice, Choice)
    choice.setCurrentIndex(choice.findData("jember"))
    choice.activated.emit(choice.currentIndex())
    page.desk.settle()
    assert saved() == {"public_feed": True, "pack": "jember"}


def test_a_change_is_taken_back_and_the_default_put_back(page: Page) -> None:
    row = page.write("lock_after_min", "7")
    page.write("lock_after_min", "8")
    row.undo.click()
    page.desk.settle()
    assert (saved(), row.field.text()) == ({"lock_after_min": 7}, "7")
    row.undo.click()
    page.desk.settle()
    assert (saved(), row.field.text(), row.undo.isHidden()) == ({}, "15", True)
    page.write("lock_after_min", "9")
    row.standard.click()
    page.desk.settle()
    assert (saved(), row.standard.isHidden()) == ({}, True)


def test_the_default_is_what_an_administrator_laid(page: Page) -> None:
    site_config_dir().mkdir()
    file = site_config_dir() / "settings.toml"
    file.write_text("lock_after_min = 5\n")
    row = page.write("lock_after_min", "7")
    assert "berkas sistem: 5 menit" in row.says.text()
    row.standard.click()
    page.desk.settle()
    assert row.field.text() == "5"
    assert row.says.text().startswith(f"dari berkas sistem {file} · bawaan: 15 menit")


def test_what_is_being_written_is_not_overwritten(page: Page) -> None:
    row = page.write("reply_hosts", "jmp.example", None)
    save_settings("live", Settings(reply_hosts="other.example", lock_after_min=3))
    page.machine.refresh()
    page.desk.settle()
    assert row.field.text() == "jmp.example"
    assert row.says.text().startswith("belum disimpan, yang berlaku: other.example")
    assert page.row("lock_after_min").field.text() == "3"


def test_what_goes_before_the_file_is_read_only_and_says_why(
    page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COMMAND_CENTER_RELAY", "http://10.0.0.4:8590")
    setting_layers.give(["public_feed=true"])
    page.machine.refresh()
    page.desk.settle()
    relay, feed = page.row("relay"), page.row("public_feed")
    assert relay.field.text() == "http://10.0.0.4:8590"
    assert "variabel lingkungan COMMAND_CENTER_RELAY mendahului" in relay.says.text()
    assert isinstance(relay.field.inside, QLineEdit)
    assert relay.field.inside.isReadOnly()
    assert "--set public_feed pada perintah mendahului" in feed.says.text()
    assert not feed.field.inside.isEnabled()


def test_a_change_back_while_it_is_being_saved_is_saved_too(page: Page, qtbot: QtBot) -> None:
    switch = page.row("public_feed").field.inside
    assert isinstance(switch, Switch)
    switch.click()
    switch.click()
    row = page.row("lock_after_min")
    assert isinstance(row.field.inside, QLineEdit)
    for text in ("7", "15"):
        row.field.inside.setText(text)
        QTest.keyClick(row.field.inside, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not page.machine._jobs)
    assert saved() == {"public_feed": False, "lock_after_min": 15}
    assert (switch.isChecked(), row.field.text(), row.edited) == (False, "15", False)
    row.undo.click()
    page.desk.settle()
    assert saved()["lock_after_min"] == 7


def test_what_counts_already_is_not_saved_once_more(page: Page) -> None:
    page.write("lock_after_min", "15")
    assert not settings_path("live").exists()
    assert page.told == []


def test_a_number_with_a_nought_before_it_is_that_number(page: Page) -> None:
    row = page.write("lock_after_min", "05")
    assert saved() == {"lock_after_min": 5}
    assert (row.field.text(), row.edited) == ("5", False)
    assert "belum disimpan" not in row.says.text()


def test_a_lock_takes_nothing_of_what_is_being_written(page: Page) -> None:
    row = page.write("reply_hosts", "jmp.example", None)
    page.desk.seat.person.locked = True
    page.desk.seat.person.changed.emit()
    assert isinstance(row.field.inside, QLineEdit)
    assert (row.field.text(), row.field.inside.isReadOnly()) == ("jmp.example", True)
    QTest.keyClick(row.field.inside, Qt.Key.Key_Return)
    page.desk.settle()
    assert not settings_path("live").exists()


def test_a_closed_file_locks_every_row(page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("command_center.ui.settings.machine.os.access", lambda *_: False)
    page.machine.refresh()
    page.desk.settle()
    assert "Akun ini tidak boleh menulisnya" in page.machine.standing.text()
    assert all(row.state.lock for row in page.machine.rows.values())


def test_a_disk_that_refuses_costs_nothing(page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(room: str, changes: object) -> None:
        raise OSError(28, "no space left on device")

    monkeypatch.setattr(machine, "change_settings", full)
    row = page.write("lock_after_min", "7")
    assert "tidak dapat ditulis" in row.fault.text()
    assert (row.field.text(), row.state.text, row.state.undo) == ("7", "15", False)
    switch = page.row("public_feed").field.inside
    assert isinstance(switch, Switch)
    switch.click()
    page.desk.settle()
    assert not switch.isChecked()


def test_a_secret_is_never_shown_and_goes_to_the_keyring(
    page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept: dict[str, str] = {}

    def keep(name: str, text: str, room: str) -> bool:
        kept[name] = text
        return True

    monkeypatch.setattr(machine, "keep_secret", keep)
    monkeypatch.setattr(machine, "has_secret", lambda name, _: name in kept)
    monkeypatch.setattr(machine, "forget_secret", lambda name, _: kept.pop(name))
    row = page.write("relay_token", "short")
    assert "paling sedikit 16" in row.fault.text()
    page.write("relay_token", TOKEN)
    assert kept == {"relay_token": TOKEN}
    assert row.field.text() == ""
    assert row.says.text().startswith("tersimpan di penyimpan sandi")
    row.standard.click()
    page.desk.settle()
    assert kept == {}
    assert not settings_path("live").exists()


def test_without_a_keyring_a_secret_is_not_kept(page: Page) -> None:
    row = page.write("relay_token", TOKEN)
    assert "tanpa penyimpan sandi" in row.fault.text()
    assert TOKEN not in str([notice.params for notice in page.desk.notices])


def test_a_secret_of_the_file_stands_nowhere(new_desk: MakeDesk, qtbot: QtBot) -> None:
    save_settings("live", Settings(gateway_secret=TOKEN * 2))
    page = Page(new_desk(), qtbot)
    texts = [label.text() for label in page.machine.findChildren(QLineEdit)]
    assert not any("canary" in text for text in texts)
    assert page.row("gateway_secret").says.text().startswith("tersimpan di settings.toml")


def test_a_wrong_file_is_said_where_it_is_wrong(page: Page) -> None:
    settings_path("live").write_text('lock_after_min = 9999\nbasis = "x"\n')
    page.machine.refresh()
    page.desk.settle()
    said = "settings.toml: Kunci otomatis harus bilangan bulat 0 sampai 1440."
    assert page.row("lock_after_min").fault.text() == said
    assert "settings.toml menyetel basis, yang tidak ada" in page.machine.standing.text()
    settings_path("live").write_text("pack = \n")
    page.machine.refresh()
    page.desk.settle()
    assert "tidak terbaca pada baris 1" in page.machine.standing.text()


def test_a_search_looks_through_all_scopes(desk: Desk, qtbot: QtBot) -> None:
    panel = SettingsPanel(desk.seat)
    qtbot.addWidget(panel)
    panel.show()
    panel.activateWindow()
    qtbot.waitUntil(lambda: all(page.is_built for page in panel.pages.values()))
    desk.settle()

    def look_for(text: str) -> list[str]:
        panel.search.setText(text)
        return [name for name, row in panel.machine.rows.items() if not row.isHidden()]

    assert look_for("relai") == ["relay", "relay_token"]
    assert look_for("lock_after") == ["lock_after_min"]
    texts = [tab.text() for tab in panel.tabs.values()]
    assert texts == ["Mesin ini 1", "Ruang ini 0", "Saya 0"]
    QTest.keyClick(panel.search, Qt.Key.Key_Return)
    assert panel.machine.rows["lock_after_min"].field.inside.hasFocus()
    look_for("")
    assert panel.tabs["room"].text() == "Ruang ini"


# --- this room -----------------------------------------------------------------------------------


def test_a_setting_of_the_room_says_who_changed_it_last(desk: Desk, qtbot: QtBot) -> None:
    desk.add(RoomSetting(PATTERN_SETTING, 2, {"id": "8_jam"}))
    desk.settle()
    room = opened(RoomPage(desk.seat), desk, qtbot)
    said = {row.title.text(): row.says.text() for _, row in room.rows}
    assert said["Pola jaga"] == "diubah RS · 21-11 14:07"
    assert said["Buku prosedur"] == "bawaan program"
    clock = room.clocks.rows["on_scene_s"]
    assert (clock.field.text(), clock.says.text().split(" · ")[0]) == ("600", "bawaan: 600 detik")
    assert clock.state.lock, "an operator is measured by them"


def test_every_way_leads_to_an_action_of_the_table() -> None:
    tables = [table for subject in ROOM_SUBJECTS for table in subject.tables]
    ways = {table.action_id for table in tables} | {action_id for *_, action_id in LINKS}
    assert ways - {""} <= set(ACTIONS)
    assert len({table.ids for table in tables}) == len(tables)


# --- me ------------------------------------------------------------------------------------------


def test_what_a_person_chooses_counts_at_once_and_is_taken_back(desk: Desk, qtbot: QtBot) -> None:
    page = opened(PersonPage(desk.seat), desk, qtbot)
    theme, row = desk.seat.theme, page.rows["theme"]
    row.kept.emit("night")
    desk.settle()
    assert (theme.name, row.field.text(), row.undo.isHidden()) == ("night", "night", False)
    row.undo.click()
    desk.settle()
    assert (theme.name, row.undo.isHidden(), row.standard.isHidden()) == ("dark", True, True)
    size = page.rows["size"]
    size.kept.emit("120")
    assert theme.scale == 1.2
    size.standard.click()
    desk.settle()
    assert (theme.scale, size.field.text()) == (1.0, "100")


def test_language_and_layout_are_asked_of_the_window(desk: Desk, qtbot: QtBot) -> None:
    page = opened(PersonPage(desk.seat), desk, qtbot)
    asked: list[str] = []
    desk.seat.asking.asked.connect(lambda action_id, _: asked.append(action_id))
    page.rows["language"].kept.emit("en")
    page.rows["layout"].kept.emit("operasi")
    assert asked == ["view.language", "view.layout.operasi"]
    assert [set(one.names) for one in PERSON_OPTIONS] == [
        set(one.option.choices()) for one in PERSON_OPTIONS if one.option.choices is not None
    ]


def test_the_window_says_at_its_start_what_was_not_used(desk: Desk) -> None:
    settings_path("live").write_text("lock_after_min = 9999\n")
    _tell_settings(desk.seat)
    assert [notice.code for notice in desk.notices] == ["setting_not_whole"]


def test_every_fault_of_a_setting_has_a_sentence_with_its_place() -> None:
    codes = {code for code in SENTENCES if code.startswith("setting_")}
    assert codes == {code for code in WORDS if code.startswith("setting_")} | {"setting_kept"}


def test_the_page_reads_what_the_program_reads(page: Page) -> None:
    page.write("observer_seconds", "30")
    assert load_settings("live").observer_seconds == 30
