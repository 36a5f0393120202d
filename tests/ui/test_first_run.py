"""The guided page: a step at a time by keyboard, over a machine that only answers."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from command_center.bootstrap import show_first_run
from command_center.bootstrap.picture import Picture
from command_center.domain.errors import OperatorError
from command_center.domain.room import SourceKind
from command_center.runtime.crash import START_AGAIN
from command_center.runtime.option_forms import Wrong
from command_center.runtime.setting_layers import Layer, WrongSetting
from command_center.runtime.settings import OPTIONS
from command_center.ui.first_run.setup import Choice, Machine, Mark, SourceDraft, Step
from command_center.ui.first_run.window import FirstRunWindow
from command_center.ui.settings import words
from tests.ui.guided import ORIGIN, Guide, up_to


def test_the_whole_way_by_keyboard(guide: Guide) -> None:
    guided = guide()
    later = Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier
    guided.enter()
    assert guided.step() is Step.BUNDLE
    guided.press(*later)
    guided.pool.work()
    guided.enter()
    assert guided.paper.asked[-1] == ("choose", Choice(Machine.SINGLE, pack="malang"))
    guided.enter()
    guided.enter()
    assert guided.step() is Step.ADMINISTRATOR
    for _ in range(4):
        guided.press(*later)
        guided.pool.work()
    assert guided.step() is Step.END
    ended: list[bool] = []
    guided.page.finished.connect(lambda: ended.append(True))
    guided.enter()
    assert guided.paper.asked.pop() == ("close",)
    assert ended == [True]


def test_it_goes_on_where_it_was_left_and_nothing_ahead_can_be_reached(guide: Guide) -> None:
    guided = guide(up_to(Step.DATABASE))
    assert guided.step() is Step.DATABASE
    assert not guided.page.steps[Step.ADMINISTRATOR].isEnabled()
    guided.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert guided.step() is Step.MACHINE
    assert not guided.page.later.isVisible(), "what the room stands on cannot wait"


def test_a_joining_machine_leaves_to_the_room_what_is_the_rooms(guide: Guide) -> None:
    guided = guide(up_to(Step.DATABASE), machine=Machine.JOIN, url="postgresql://ws_a@h/r")
    guided.enter()
    assert "5" in guided.page.form.findChildren(type(guided.page.told))[1].text()
    guided.enter()
    assert guided.step() is Step.END
    guided.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert guided.step() is Step.DATABASE
    assert not guided.page.steps[Step.SOURCES].isEnabled()


def test_a_test_that_takes_long_is_given_up_and_its_answer_not_used(guide: Guide) -> None:
    guided = guide(up_to(Step.DATABASE))
    guided.press(Qt.Key.Key_Return)
    assert guided.form().busy
    assert not guided.page.back.isEnabled()
    guided.press(Qt.Key.Key_Escape)
    assert not guided.form().busy
    guided.pool.work()
    assert guided.page.go.text() == "Uji", "what came of it counts for nothing"


def test_what_changes_something_is_not_given_up_in_the_middle(guide: Guide) -> None:
    guided = guide(up_to(Step.MACHINE))
    guided.press(Qt.Key.Key_Return)
    guided.press(Qt.Key.Key_Escape)
    assert guided.form().busy
    guided.pool.work()
    assert guided.step() is Step.DATABASE


def test_an_error_is_one_sentence_and_the_step_stays(guide: Guide) -> None:
    guided = guide(up_to(Step.DATABASE))
    guided.paper.error = OperatorError("database_login_refused")
    guided.enter()
    assert guided.step() is Step.DATABASE
    assert "menolak nama" in guided.page.told.text()
    guided.paper.error = None
    guided.enter()
    assert guided.page.go.text() == "Lanjut"


def test_a_bundle_is_shown_before_it_is_used(guide: Guide) -> None:
    guided = guide(up_to(Step.BUNDLE))
    form: Any = guided.form()
    form.file.setText("/mnt/ruang.bundle")
    guided.enter()
    assert ORIGIN.fingerprint in form.fingerprint.text()
    assert form.holds.text().splitlines() == [
        "cameras_on_demand: cctv.example → kosong",
        "lock_after_min: 15 menit → 0 menit",
        "public_feed: ya → tidak",
        "rahasia bersegel: relay",
    ]
    here = datetime(2026, 11, 23, 7, tzinfo=UTC).astimezone().strftime("%d-%m-%Y %H:%M")
    assert form.origin.text().startswith(f"Ditandatangani spkt-1 · ruang Polresta · {here}.")
    assert [what[0] for what in guided.paper.asked] == ["read"]
    form.phrase.setText("frasa")
    form.login.setText("ws_spkt-2")
    guided.enter()
    assert guided.paper.asked[-1] == ("use", "frasa", "ws_spkt-2", "")
    assert guided.step() is Step.DATABASE
    guided.page.show_step(Step.BUNDLE)
    form.file.setText("/mnt/lain.bundle")
    assert form.bundle is None, "another file is another bundle"


def test_only_what_a_role_asks_for_is_kept(guide: Guide) -> None:
    guided = guide(up_to(Step.MACHINE))
    form: Any = guided.form()
    form.roles[Machine.SERVER].setChecked(True)
    form.url.setText("postgresql+psycopg://owner@h/r")
    form.gateway.setText("127.0.0.1:8443")
    form.password.setText("rahasia")
    form.roles[Machine.JOIN].setChecked(True)
    assert not form.gateway.isVisible()
    guided.enter()
    expected = Choice(Machine.JOIN, "postgresql+psycopg://owner@h/r", "rahasia")
    assert guided.paper.asked[-1] == ("choose", expected)
    assert form.password.text() == ""


def test_the_passwords_of_the_administrator_must_agree(guide: Guide) -> None:
    guided = guide(up_to(Step.ADMINISTRATOR))
    form: Any = guided.form()
    form.name.setText("Sari")
    form.login.setText("sari")
    form.password.setText("lodeh terong sore")
    assert form.password.echoMode() is QLineEdit.EchoMode.Password
    guided.enter()
    assert guided.paper.asked == []
    form.again.setText("lodeh terong sore")
    guided.enter()
    assert guided.paper.asked == [("administrator", "Sari", "sari", "lodeh terong sore")]


def test_an_administrator_who_was_not_made_is_not_shown_as_made(guide: Guide) -> None:
    guided = guide(up_to(Step.ADMINISTRATOR))
    form: Any = guided.form()
    for line in (form.name, form.login, form.password, form.again):
        line.setText("lodeh terong sore")
    guided.paper.error = OperatorError("administrator_exists")
    guided.enter()
    assert "tidak dipakai" in guided.page.told.text()
    assert (form.password.text(), form.again.text()) == ("", "")
    assert guided.step() is Step.ADMINISTRATOR
    guided.paper.error = None
    guided.enter()
    assert guided.page.standing.mark(Step.ADMINISTRATOR) is Mark.ELSEWHERE
    assert guided.step() is Step.SOURCES


def test_a_room_that_has_an_administrator_is_not_asked_for_one(guide: Guide) -> None:
    guided = guide(up_to(Step.DATABASE))
    guided.paper.administrator = True
    guided.enter()
    guided.enter()
    assert guided.step() is Step.SOURCES


def test_the_room_of_a_server_is_not_left_without_its_administrator(guide: Guide) -> None:
    marks = {**up_to(Step.ADMINISTRATOR), Step.ADMINISTRATOR: Mark.SKIPPED}
    guided = guide(marks, machine=Machine.SERVER, url="postgresql://owner@h/r")
    assert guided.step() is Step.ADMINISTRATOR
    assert not guided.page.later.isVisible()
    assert not guided.page.steps[Step.SOURCES].isEnabled()
    single = replace(guided.page.standing, machine=Machine.SINGLE)
    assert single.may_wait(Step.ADMINISTRATOR)


def test_back_from_the_task_bar_what_was_being_typed_is_there(guide: Guide) -> None:
    guided = guide(up_to(Step.MACHINE))
    form: Any = guided.form()
    form.roles[Machine.JOIN].setChecked(True)
    form.url.setText("postgresql+psycopg://ws_a@h/r")

    class Restored(QShowEvent):
        def spontaneous(self) -> bool:
            return True

    guided.page.showEvent(Restored())
    assert (form.machine, form.url.text()) == (Machine.JOIN, "postgresql+psycopg://ws_a@h/r")


def test_a_wrong_setting_is_said_in_the_words_of_the_screen(guide: Guide) -> None:
    guided = guide(up_to(Step.MACHINE))
    wrong = Wrong("setting_not_listen")
    guided.paper.error = WrongSetting(wrong, "gateway", "settings.toml", Layer.USER)
    guided.enter()
    assert guided.page.told.text() == (
        f"settings.toml: {words.title(OPTIONS['gateway'])} harus ANGKA:PORT, misalnya 0.0.0.0:8470."
    )


def test_a_source_is_tried_then_added_and_its_key_shown_once(guide: Guide) -> None:
    guided = guide(up_to(Step.SOURCES))
    form: Any = guided.form()
    assert not guided.page.go.isEnabled(), "nothing is connected: Nanti"
    form.kind.setCurrentIndex(1)
    form.url.setText("https://jmp.example/api")
    form.try_button.setFocus()
    form.try_button.click()
    guided.pool.work()
    assert "3" in guided.page.told.text()
    assert form.try_button.hasFocus(), "Tab goes on to Tambahkan"
    form.kind.setCurrentIndex(2)
    assert not form.try_button.isEnabled()
    form.add_button.click()
    guided.pool.work()
    pull, push = (what[1] for what in guided.paper.asked)
    assert pull == SourceDraft("jmp", SourceKind.PULL, "https://jmp.example/api", True)
    assert push == SourceDraft("jmp", SourceKind.PUSH, "", True)
    assert "rahasia-1" in form.key.text()
    assert form.profile.hasFocus(), "for the next one"
    guided.enter()
    assert guided.step() is Step.CAMERAS


def test_a_file_is_counted_before_it_is_taken(guide: Guide) -> None:
    guided = guide(up_to(Step.CAMERAS))
    form: Any = guided.form()
    form.file.setText("/mnt/kamera.csv")
    guided.enter()
    assert guided.page.go.text() == "Simpan 3 baris"
    assert form.outlook.text() == "3 akan disimpan, 1 di luar kota, 1 ditolak."
    assert "baris 4" in form.faults.text()
    form.base.setText("https://lain.example")
    assert guided.page.go.text() == "Baca berkas", "what was counted is something else now"
    guided.enter()
    guided.enter()
    assert guided.paper.asked[-1] == ("take", "cameras")
    guided.pool.work()
    assert form.head.text() == "Di ruang sekarang: 3 kamera"
    assert "3 baris disimpan" in guided.page.told.text()
    guided.enter()
    assert guided.step() is Step.CITY


def test_once_it_is_set_up_the_window_is_started_again(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(show_first_run, "begin_log", lambda _: None)
    seen: list[Step] = []

    def finish() -> None:
        window = next(w for w in qapp.topLevelWidgets() if isinstance(w, FirstRunWindow))
        seen.append(window.page.step)
        window.page.finished.emit()

    QTimer.singleShot(200, finish)
    picture = Picture(None, 0.0, 1000, 700)
    assert show_first_run.show_first_run(picture) == START_AGAIN
    assert seen == [Step.LANGUAGE]


@pytest.mark.parametrize("wide", [1600, 900])
def test_f1_opens_the_first_day_and_what_was_typed_stays(guide: Guide, wide: int) -> None:
    guided = guide(up_to(Step.ADMINISTRATOR))
    guided.window.resize(wide, 700)
    typing = guided.window.focusWidget()
    assert isinstance(typing, QLineEdit)
    typing.setText("Sri Rahayu")
    guided.press(Qt.Key.Key_F1)
    assert guided.window.reading is not None
    book = guided.window.reading.book
    assert book.view.page is not None
    assert book.view.page.id == "hari-pertama"
    assert guided.page.isVisible() is (wide == 1600), "beside it where there is room"
    guided.press(Qt.Key.Key_F1)
    assert guided.window.focusWidget() is book.contents
    book.open("orang")
    guided.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert (book.view.page.id, guided.step()) == ("hari-pertama", Step.ADMINISTRATOR)
    guided.press(Qt.Key.Key_Escape)
    assert (book.isVisible(), guided.page.isVisible()) == (False, True)
    assert guided.window.focusWidget() is typing
    assert typing.text() == "Sri Rahayu"


def test_the_language_is_the_screens_at_once(guide: Guide) -> None:
    guided = guide()
    form: Any = guided.form()
    form.choices["en"].setChecked(True)
    assert guided.language.code == "en"
    guided.enter()
    assert guided.paper.asked[-1] == ("language", "en")
