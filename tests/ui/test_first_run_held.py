"""The guided page stores what stands in its fields, and keeps a secret in sight for its step."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt

from command_center.domain.errors import OperatorError
from command_center.domain.room import SourceKind
from command_center.ui.first_run.setup import SourceKept, Step
from tests.ui.guided import Guide, up_to

FIELDS = {
    Step.BUNDLE: ("file",),
    Step.CAMERAS: ("file", "layout_choice", "base"),
    Step.CITY: ("file", "kind"),
}


@pytest.mark.parametrize("step", FIELDS)
def test_what_is_being_read_cannot_become_another_file_meanwhile(guide: Guide, step: Step) -> None:
    guided = guide(up_to(step))
    form: Any = guided.form()
    fields = [getattr(form, name) for name in FIELDS[step]]
    form.file.setText("/mnt/satu.csv")
    guided.press(Qt.Key.Key_Return)
    assert not [field for field in fields if field.isEnabled()], "nor can a file be dropped there"
    guided.pool.work()
    assert [field for field in fields if field.isEnabled()] == fields
    guided.press(Qt.Key.Key_Return)
    assert not form.file.isEnabled(), "nor while it is stored"
    guided.pool.work()


def test_given_up_the_file_can_be_another(guide: Guide) -> None:
    guided = guide(up_to(Step.CAMERAS))
    form: Any = guided.form()
    form.file.setFocus()
    form.file.setText("/mnt/satu.csv")
    guided.press(Qt.Key.Key_Return)
    guided.press(Qt.Key.Key_Escape)
    assert form.file.isEnabled()
    assert form.file.hasFocus(), "typing goes on"
    form.file.setText("/mnt/dua.csv")
    guided.pool.work()
    assert form.preview is None
    guided.enter()
    guided.enter()
    assert [what[2].name for what in guided.paper.asked if what[0] == "look"][-1] == "dua.csv"


def test_counting_what_is_there_keeps_nobody_from_typing(guide: Guide) -> None:
    guided = guide(up_to(Step.CITY))
    guided.page.show_step(Step.CITY)
    form: Any = guided.form()
    assert form.busy
    assert form.file.isEnabled()
    assert form.file.hasFocus() or guided.page.hasFocus()
    guided.pool.work()


def test_a_secret_stays_until_the_step_is_left_and_comes_no_more(guide: Guide) -> None:
    guided = guide(up_to(Step.SOURCES))
    form: Any = guided.form()
    said = iter(
        [
            SourceKept("jmp", "kunci-1", "rahasia-1"),
            SourceKept("ngalam"),
            SourceKept("simlinmas", "kunci-2", "rahasia-2"),
        ]
    )
    guided.paper.keys = said
    form.kind.setCurrentIndex(2)
    assert form.draft.kind is SourceKind.PUSH
    for _ in range(3):
        form.add_button.click()
        guided.pool.work()
    for secret in ("jmp", "rahasia-1", "simlinmas", "rahasia-2"):
        assert secret in form.key.text()
    guided.page.show_step(Step.DATABASE)
    guided.page.show_step(Step.SOURCES)
    guided.pool.work()
    assert form.key.text() == ""


def test_what_a_source_is_asked_stays_what_it_was(guide: Guide) -> None:
    guided = guide(up_to(Step.SOURCES))
    form: Any = guided.form()
    form.url.setText("https://jmp.example/api")
    form.try_button.click()
    assert not [f for f in (form.profile, form.kind, form.url) if f.isEnabled()]
    guided.pool.work()
    assert form.url.isEnabled()


def test_who_was_cut_off_before_the_password_is_named(guide: Guide) -> None:
    guided = guide(up_to(Step.ADMINISTRATOR))
    form: Any = guided.form()
    form.name.setText("Budi")
    form.login.setText("budi")
    for line in (form.password, form.again):
        line.setText("lodeh terong sore")
    guided.paper.error = OperatorError("administrator_unfinished", login="sari")
    guided.enter()
    assert "nama masuk sari" in guided.page.told.text()
    assert (form.login.hasFocus(), form.login.selectedText()) == (True, "budi")
    assert guided.page.go.text() == "Buat administrator", "it is not passed over"
