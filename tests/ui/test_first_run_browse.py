"""A file is looked for inside the guided page: by keyboard, read on a worker."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest

from command_center.ui.first_run.folder import Entry, Folder, Place
from command_center.ui.first_run.form import PathLine
from command_center.ui.first_run.setup import Machine, Step
from tests.ui.guided import Guide, Guided, up_to

HOME, CITY = Path("/rumah/sari"), Path("/rumah/sari/kota")
FILE = CITY / "kamera.csv"
CONTROL = Qt.KeyboardModifier.ControlModifier
FOLDERS = {
    None: Folder(
        HOME,
        (Entry("Arsip", HOME / "Arsip"), Entry("kota", CITY), Entry("a.csv", HOME / "a.csv", 7)),
        (Place("", HOME), Place("KINGSTON", Path("/media/KINGSTON"))),
        left_out=12,
    ),
    CITY: Folder(
        CITY, (Entry("<b>tebal</b>.csv", CITY / "b.csv", 1), Entry(FILE.name, FILE, 2048))
    ),
    Path("/media/KINGSTON"): Folder(Path("/media/KINGSTON"), refused="Permission denied"),
}
FOLDERS[HOME] = FOLDERS[None]


def looking(guide: Guide, step: Step = Step.CAMERAS) -> tuple[Guided, Any]:
    """Ctrl+O was pressed in the field, and nothing was read yet."""
    guided = guide(up_to(step))
    guided.paper.folders = dict(FOLDERS)
    form: Any = guided.form()
    form.file.setFocus()
    guided.press(Qt.Key.Key_O, CONTROL)
    return guided, form.file_field.chooser


def names(chooser: Any) -> list[str]:
    return [chooser.entries.item(row).text() for row in range(chooser.entries.count())]


def test_by_keyboard_into_a_folder_and_up_again_to_the_file(guide: Guide) -> None:
    guided, chooser = looking(guide)
    assert chooser.isVisible()
    assert (names(chooser), chooser.told.text()) == ([], "Membaca folder…")
    guided.pool.work()
    assert names(chooser) == ["Arsip", "kota", "a.csv"]
    assert "12 berkas jenis lain" in chooser.told.text()
    assert (chooser.where.text(), chooser.pick.text()) == (str(HOME), "Buka folder")
    guided.press(Qt.Key.Key_Down)
    guided.enter()
    assert names(chooser) == ["<b>tebal</b>.csv", "kamera.csv"]
    guided.press(Qt.Key.Key_Backspace)
    guided.pool.work()
    assert chooser.entries.current.name == "kota", "where one came up from"
    guided.enter()
    guided.press(Qt.Key.Key_End)
    assert chooser.pick.text() == "Pakai"
    guided.enter()
    form: Any = guided.form()
    assert (form.file.text(), form.file.hasFocus()) == (str(FILE), True)
    assert not chooser.isVisible()
    assert [what for what in guided.paper.asked if what[0] != "folder"] == [], "nothing is read yet"
    guided.enter()
    assert guided.paper.asked[-1] == ("look", "cameras", FILE, "table", "")


def test_it_begins_at_the_folder_of_what_is_typed(guide: Guide) -> None:
    guided = guide(up_to(Step.BUNDLE))
    guided.paper.folders = {FILE: FOLDERS[CITY]}
    form: Any = guided.form()
    form.file.setText(str(FILE))
    form.file_field.browse.click()
    guided.pool.work()
    assert guided.paper.asked == [("folder", FILE, (".bundle",))]
    assert form.file_field.chooser.where.text() == str(CITY)
    form.file_field.browse.click()
    assert not form.file_field.chooser.isVisible(), "the same button closes it"
    assert form.file.text() == str(FILE)


def test_esc_closes_the_list_and_what_was_being_read_is_not_shown(guide: Guide) -> None:
    guided, chooser = looking(guide)
    guided.press(Qt.Key.Key_Escape)
    assert not chooser.isVisible()
    assert guided.form().typing is not chooser
    guided.pool.work()
    assert names(chooser) == []
    assert guided.window.focusWidget() is guided.form().file  # type: ignore[attr-defined]


def test_the_folder_asked_for_last_is_the_one_that_is_shown(guide: Guide) -> None:
    guided, chooser = looking(guide)
    guided.pool.work()
    chooser.places.setCurrentRow(1)
    chooser.places.setFocus()
    guided.press(Qt.Key.Key_Return)
    chooser.entries.setCurrentRow(1)
    chooser.entries.setFocus()
    guided.press(Qt.Key.Key_Return)
    guided.pool.waiting.reverse()
    guided.pool.work()
    assert chooser.where.text() == str(CITY), "a slow stick answers too late"


def test_a_folder_that_may_not_be_read_is_said_and_left_by_the_places(guide: Guide) -> None:
    guided, chooser = looking(guide)
    guided.pool.work()
    assert [chooser.places.item(row).text() for row in range(2)] == ["Folder saya", "KINGSTON"]
    chooser.places.setCurrentRow(1)
    chooser.places.setFocus()
    guided.enter()
    assert "Permission denied" in chooser.told.text()
    assert not chooser.pick.isEnabled()


def test_a_folder_that_answers_takes_the_keyboard_from_nobody(guide: Guide) -> None:
    guided, _ = looking(guide)
    form: Any = guided.form()
    form.base.setFocus()
    guided.pool.work()
    assert form.base.hasFocus()


def test_a_count_that_ends_takes_the_keyboard_from_nobody(guide: Guide) -> None:
    guided = guide(up_to(Step.CAMERAS))
    guided.page.show_step(Step.CAMERAS)
    form: Any = guided.form()
    assert form.busy
    form.base.setFocus()
    guided.pool.work()
    assert form.base.hasFocus()


def test_what_is_read_cannot_be_looked_for_meanwhile(guide: Guide) -> None:
    guided, chooser = looking(guide)
    guided.pool.work()
    form: Any = guided.form()
    form.file.setText(str(FILE))
    form.file.setFocus()
    guided.press(Qt.Key.Key_Return)
    assert not form.file_field.browse.isEnabled()
    assert not chooser.entries.isEnabled()
    guided.pool.work()
    assert form.file_field.browse.isEnabled()


@pytest.mark.parametrize(
    ("step", "field", "kind", "endings"),
    [
        (Step.CITY, "file_field", 0, (".geojson", ".json")),
        (Step.CITY, "file_field", 1, (".geojson", ".json", ".csv")),
        (Step.CAMERAS, "file_field", 0, (".json", ".m3u", ".m3u8", ".csv")),
    ],
)
def test_only_the_kinds_of_the_step_are_asked_for(
    guide: Guide, step: Step, field: str, kind: int, endings: tuple[str, ...]
) -> None:
    guided = guide(up_to(step))
    guided.paper.folders = dict(FOLDERS)
    form: Any = guided.form()
    if step is Step.CITY:
        form.kind.setCurrentIndex(kind)
    getattr(form, field).browse.click()
    guided.pool.work()
    assert guided.paper.asked[-1] == ("folder", None, endings)


def test_certificate_and_key_are_looked_for_each_by_its_own_field(guide: Guide) -> None:
    guided = guide(up_to(Step.MACHINE))
    guided.paper.folders = dict(FOLDERS)
    form: Any = guided.form()
    form.roles[Machine.SERVER].setChecked(True)
    form.key.setFocus()
    guided.press(Qt.Key.Key_O, CONTROL)
    guided.pool.work()
    assert guided.paper.asked[-1] == ("folder", None, (".pem", ".key"))


def test_the_folder_of_a_source_is_looked_for_too(guide: Guide) -> None:
    guided = guide(up_to(Step.SOURCES))
    guided.paper.folders = dict(FOLDERS)
    form: Any = guided.form()
    field, chooser = form.where, form.where.chooser
    form.url.setFocus()
    guided.press(Qt.Key.Key_O, CONTROL)
    assert (field.browse.isVisible(), chooser.isVisible()) == (False, False), "it asks an address"
    form.kind.setCurrentIndex(3)
    assert field.browse.isVisible()
    guided.press(Qt.Key.Key_O, CONTROL)
    guided.pool.work()
    assert guided.paper.asked[-1] == ("folder", None, ())
    assert "12 berkas" in chooser.told.text()
    guided.press(Qt.Key.Key_Down)
    guided.enter()
    assert (chooser.where.text(), form.url.text()) == (str(CITY), ""), "Enter goes into it"
    assert chooser.pick.text() == "Pakai folder ini"
    chooser.pick.setFocus()
    guided.enter()
    assert (form.url.text(), chooser.isVisible()) == (str(CITY), False)
    assert form.draft.url == str(CITY)
    guided.press(Qt.Key.Key_O, CONTROL)
    form.kind.setCurrentIndex(0)
    assert not chooser.isVisible()


def test_a_list_that_was_left_with_its_step_is_closed(guide: Guide) -> None:
    guided, chooser = looking(guide, Step.BUNDLE)
    guided.page.show_step(Step.LANGUAGE)
    guided.page.show_step(Step.BUNDLE)
    guided.pool.work()
    assert guided.step() is Step.BUNDLE
    assert not chooser.isVisible()
    assert names(chooser) == []


def test_beside_the_handbook_the_button_and_the_list_are_still_there(guide: Guide) -> None:
    guided, chooser = looking(guide)
    browse = guided.form().file_field.browse  # type: ignore[attr-defined]
    for wide in (1366, 810):
        guided.window.resize(wide, 700)
        guided.pool.work()
        QTest.qWait(1)
        assert browse.visibleRegion().boundingRect().width() == browse.width(), wide
        assert chooser.visibleRegion().boundingRect().width() == chooser.width(), wide
        edges = [one.mapTo(guided.page, one.rect().topRight()).x() for one in (browse, chooser)]
        assert edges[0] == edges[1]


def test_a_file_can_still_be_dragged_onto_the_field(guide: Guide) -> None:
    line, data = PathLine(), QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(FILE))])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    line.dropEvent(QDropEvent(QPointF(), Qt.DropAction.CopyAction, data, left, none))
    assert line.path == FILE
    QTest.keyClicks(line, "x")
    assert line.text() == f"{FILE}x"


def test_tab_goes_from_the_field_to_its_button_and_on(guide: Guide) -> None:
    guided = guide(up_to(Step.SOURCES))
    guided.paper.folders = dict(FOLDERS)
    form: Any = guided.form()

    def by_tab(times: int) -> list[Any]:
        seen = []
        for _ in range(times):
            guided.press(Qt.Key.Key_Tab)
            seen.append(guided.window.focusWidget())
        return seen

    form.profile.setFocus()
    assert by_tab(4) == [form.kind, form.url, form.try_button, form.add_button]
    form.kind.setCurrentIndex(3)
    form.url.setFocus()
    assert by_tab(2) == [form.where.browse, form.try_button]
    form.where.browse.click()
    guided.pool.work()
    chooser = form.where.chooser
    assert by_tab(5) == [
        chooser.up,
        chooser.close_button,
        chooser.pick,
        form.try_button,
        form.add_button,
    ]
    form.where.browse.setFocus()
    assert by_tab(2) == [chooser.places, chooser.entries]
