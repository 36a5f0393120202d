"""The table of points on screen: edited as a draft, shown what it would change, then saved."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from command_center.advice.triage import shipped_table
from command_center.advice.triage.reading import shipped_text
from command_center.advice.triage.writing import as_csv, as_toml
from command_center.commands.triage import SetPriority
from command_center.commands.triage_table import SetTriageTable
from command_center.domain.entities import iso
from command_center.domain.incident import Priority
from command_center.domain.log import Change, LogEntry, StoredEntry
from command_center.domain.room import Role, RoomSetting
from command_center.ui.detail.panel import DetailPanel
from command_center.ui.triage_table.panel import TriagePanel
from command_center.ui.triage_table.reasons import reasons_text
from command_center.ui.triage_table.versions import versions
from tests.ui import scene
from tests.ui.conftest import MakeDesk
from tests.ui.scene import NOW, picture_rows
from tests.ui.seats import Desk

RANKED = ("category:gangguan_ketertiban:+2",)


def noisy(number: int, **given: Any) -> list[Any]:
    fields = {"category": "gangguan_ketertiban", "priority_reason": RANKED, **given}
    made = scene.incident(number, "bising", Priority.P3, 300, **fields)
    return [made, *scene.report(f"r-{number}", made.id, "110", 300, "bising sekali")]


class Editor:
    def __init__(self, desk: Desk, qtbot: QtBot) -> None:
        self.desk = desk
        self.panel = TriagePanel(desk.seat)
        qtbot.addWidget(self.panel)
        self.panel.resize(560, 700)
        self.panel.show()
        self.panel.activateWindow()
        desk.settle()

    def on(self, code: str, key: Qt.Key) -> None:
        at = self.panel.model.place_of(code)
        assert at is not None
        self.panel.view.setCurrentIndex(self.panel.model.index(at, 0))
        self.press(key)

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.panel.view, key)
        self.settle()

    def settle(self) -> None:
        for _ in range(4):
            self.desk.settle()

    def write(self, name: str, text: str) -> None:
        field = self.panel.form.inside[name]
        assert isinstance(field, QLineEdit)
        field.setText(text)

    def keep(self) -> None:
        self.panel.form.keep_button.click()
        self.settle()

    @property
    def codes(self) -> list[str]:
        return [row.id for row in self.panel.model.rows]


MakeEditor = Callable[..., Editor]


@pytest.fixture
def editor(new_desk: MakeDesk, qtbot: QtBot) -> Editor:
    rows = [*picture_rows(), *noisy(300), *noisy(301, priority_reason=("given",))]
    return Editor(new_desk(rows=rows, role=Role.SHIFT_LEAD), qtbot)


def raise_noise(editor: Editor, points: str = "5") -> None:
    editor.on("gangguan_ketertiban", Qt.Key.Key_Return)
    editor.write("points", points)
    editor.keep()


def test_every_row_stands_there_with_what_it_asks_and_does(editor: Editor) -> None:
    assert editor.codes == [row.code for row in shipped_table().rows]
    shown = {row.id: row for row in editor.panel.model.rows}
    assert (shown["weapon"].first, shown["weapon"].right) == ("ada senjata", "+1 · minimal P1")
    assert shown["at_the_polls"].second.endswith("≤ 150 m · H-3 s.d. H+1")
    assert editor.panel.standing.text() == "Berlaku: tabel bawaan program."


def test_a_row_is_edited_previewed_saved_and_only_then_counts(editor: Editor) -> None:
    raise_noise(editor)
    assert "gangguan_ketertiban" in editor.panel.pending.text()
    assert editor.desk.commands == []
    editor.press(Qt.Key.Key_T)
    assert "#0300 P3 → P1" in editor.panel.outlook.text()
    assert "#0301" not in editor.panel.outlook.text()
    editor.press(Qt.Key.Key_S)
    editor.desk.recorder.result = {"table": 1, "rescored": 1}
    QTest.keyClick(editor.panel.question, Qt.Key.Key_Return)
    editor.settle()
    (command,) = editor.desk.commands
    assert isinstance(command, SetTriageTable)
    assert (command.before, "points = 5" in command.text) == (0, True)
    assert editor.panel.draft.version == 1
    assert editor.panel.pending.isHidden()


def test_steps_are_taken_back_one_by_one(editor: Editor) -> None:
    raise_noise(editor)
    editor.on("victim", Qt.Key.Key_Delete)
    assert "victim" not in editor.codes
    editor.press(Qt.Key.Key_Z)
    assert "victim" in editor.codes
    editor.press(Qt.Key.Key_Z)
    assert not editor.panel.draft.changed
    editor.press(Qt.Key.Key_Z)
    assert editor.desk.notices[-1].code == "triage_nothing_to_undo"


@pytest.mark.parametrize(
    ("points", "said"), [("99", "99 poin di luar"), ("dua", "“dua” tidak dapat dipakai")]
)
def test_a_wrong_row_is_said_and_leaves_the_draft_as_it_was(
    editor: Editor, points: str, said: str
) -> None:
    raise_noise(editor, points)
    assert said in editor.panel.faults.text()
    assert editor.panel.form.isVisible()
    assert not editor.panel.draft.changed


def test_a_new_row_with_a_code_that_is_taken_is_refused(editor: Editor) -> None:
    editor.press(Qt.Key.Key_Insert)
    for name, text in {"code": "weapon", "any": "bom", "id": "bom", "en": "bomb"}.items():
        editor.write(name, text)
    when = editor.panel.form.inside["when"]
    assert isinstance(when, QComboBox)
    when.setCurrentIndex(1)
    editor.keep()
    assert "sudah dipakai" in editor.panel.faults.text()
    editor.write("code", "bomb")
    editor.keep()
    assert editor.codes[-1] == "bomb"


def test_others_read_but_do_not_edit(new_desk: MakeDesk, qtbot: QtBot) -> None:
    editor = Editor(new_desk(rows=picture_rows(), role=Role.OPERATOR), qtbot)
    editor.on("weapon", Qt.Key.Key_Return)
    assert editor.panel.form.isHidden()
    assert editor.desk.notices[-1].code == "not_allowed"
    open_to_all = {name for name, button in editor.panel.buttons.items() if button.isEnabled()}
    assert open_to_all == {"preview", "history", "review", "export"}


def test_the_filter_finds_by_words_and_says_when_nothing_fits(editor: Editor) -> None:
    editor.panel.filter.setText("celurit")
    assert editor.codes == ["weapon"]
    editor.panel.filter.setText("zzz")
    assert editor.codes == []
    assert editor.panel.view.empty == "Tidak ada baris yang cocok."


def test_a_table_set_elsewhere_comes_in_but_never_over_a_draft(editor: Editor) -> None:
    louder = as_toml(shipped_table()).replace("points = 5", "points = 4")
    value = {"toml": louder, "author": "staff-rs", "at": NOW.isoformat()}
    editor.desk.add(RoomSetting("triage", 1, value))
    editor.settle()
    assert editor.panel.draft.version == 1
    assert editor.panel.standing.text().startswith("Berlaku: versi 1, RS, ")
    raise_noise(editor)
    editor.desk.change(
        editor.desk.row("room_setting", "triage"), value={**value, "toml": shipped_text()}
    )
    editor.settle()
    assert editor.panel.draft.version == 1
    assert "Orang lain sudah menyimpan versi 2" in editor.panel.pending.text()


def entry(number: int, text: str) -> StoredEntry:
    value = {"toml": text, "author": "staff-rs", "at": NOW.isoformat()}
    change = Change("room_setting", "triage", number, {"value": value}, {})
    at = NOW.isoformat()
    head = LogEntry("triage.table", 1, f"op-{number}", "staff-rs", "w", "s", at, at, "", (change,))
    return StoredEntry(number, bytes(32), head)


def test_an_older_version_is_brought_back_as_a_draft(editor: Editor) -> None:
    first = as_toml(shipped_table()).replace("points = 5", "points = 4")
    editor.desk.seat.history.stored += [entry(1, first), entry(2, shipped_text())]  # type: ignore[attr-defined]
    assert [v.number for v in versions(editor.desk.seat.history, 9)] == [2, 1, 0]
    editor.desk.seat.situation.seq = 9
    editor.press(Qt.Key.Key_H)
    assert editor.codes == ["2", "1", "0"]
    assert editor.panel.model.rows[1].second.startswith("berubah: kebakaran, ")
    editor.on("1", Qt.Key.Key_Return)
    assert editor.panel.draft.table.by_code["kebakaran"].points == 4
    assert editor.panel.draft.changed


@pytest.mark.parametrize("suffix", [".toml", ".csv"])
def test_a_file_becomes_the_draft(editor: Editor, tmp_path: Path, suffix: str) -> None:
    table = shipped_table()
    quiet = replace(table, rows=tuple(row for row in table.rows if row.code != "victim"))
    file = tmp_path / f"tabel{suffix}"
    file.write_text(as_csv(quiet) if suffix == ".csv" else as_toml(quiet), encoding="utf-8")
    editor.panel.read_file(file)
    editor.settle()
    assert "victim" not in editor.codes
    assert editor.panel.draft.can_undo


def test_a_wrong_file_is_said_row_by_row_and_changes_nothing(
    editor: Editor, tmp_path: Path
) -> None:
    file = tmp_path / "tabel.toml"
    file.write_text(shipped_text().replace("points = 5", "points = 50"), encoding="utf-8")
    editor.panel.read_file(file)
    editor.settle()
    assert "Baris 1: 50 poin" in editor.panel.faults.text()
    assert not editor.panel.draft.changed
    editor.panel.read_file(tmp_path / "tidak-ada.toml")
    editor.settle()
    assert editor.desk.notices[-1].code == "triage_no_file"


def test_both_formats_are_written_under_names_of_our_own(editor: Editor) -> None:
    editor.press(Qt.Key.Key_E)
    folder = editor.desk.seat.pictures.with_name("exports")
    written = sorted(path.name for path in folder.glob("triase*"))
    assert written == ["triase-v0.csv", "triase-v0.toml"]
    assert editor.desk.notices[-1].code == "triage_exported"


def test_reasons_show_four_rows_with_points_and_what_is_unknown() -> None:
    codes = (
        "word:weapon:+1:P1", "category:laka_lantas:+3", "word:injured:+2", "word:victim:+1",
        "word:fire:+1", "absent:position", "absent:reporter",
    )  # fmt: skip
    assert reasons_text(codes) == (
        "ada senjata +1 (minimal P1), Laka lantas +3, ada yang luka +2, ada korban +1, 1 lagi"
        " · tidak diketahui: titik lokasi, siapa pelapornya"
    )
    given = ("given", "why:konser", "suggested:P3", "category:keramaian:+2")
    assert reasons_text(given) == "ditetapkan petugas, “konser”, saran P3, Keramaian +2"
    assert reasons_text(("source",)) == "menurut sumber"
    assert reasons_text(("word:gone_row:+1",)) == "gone_row +1"


def test_the_month_lists_the_rows_that_people_overrule(editor: Editor) -> None:
    editor.press(Qt.Key.Key_B)
    assert editor.panel.outlook.text() == "Belum ada yang diubah petugas dalam 30 hari."
    reasons = ["given", "why:konser", "suggested:P3", *RANKED]
    change = Change("incident", "i", 2, {"priority": "P1", "priority_reason": reasons}, {})
    at = iso(NOW)
    head = LogEntry("incident.prioritised", 1, "op", "s", "w", "s", at, at, "", (change,))
    editor.desk.seat.history.stored.append(StoredEntry(1, bytes(32), head))  # type: ignore[attr-defined]
    editor.press(Qt.Key.Key_B)
    (row,) = editor.panel.model.rows
    assert (row.id, row.right) == ("gangguan_ketertiban", "1 dinaikkan, 0 diturunkan dari 1")
    assert row.second == "konser"
    editor.on("gangguan_ketertiban", Qt.Key.Key_Return)
    assert editor.panel.form.isVisible()


def test_a_word_why_is_asked_for_and_may_be_left_out(new_desk: MakeDesk, qtbot: QtBot) -> None:
    desk = new_desk()
    panel = DetailPanel(desk.seat)
    qtbot.addWidget(panel)
    panel.show()
    desk.seat.selection.select_incident("incident-147")
    desk.seat.asking.ask("incident.why", "incident-147")
    desk.settle()
    assert panel.bar.field is not None
    QTest.keyClick(panel.bar.field, Qt.Key.Key_Return)
    assert desk.commands == []
    panel.bar.field.setText("konser")
    QTest.keyClick(panel.bar.field, Qt.Key.Key_Return)
    desk.settle()
    stands = desk.row("incident", "incident-147").priority
    assert desk.commands == [SetPriority("incident-147", stands, stands, "konser")]
