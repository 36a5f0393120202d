"""The run cards on screen: edited as a draft, by form or by file, and older ones taken back."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from command_center.advice.run_cards import Known as Anything
from command_center.advice.run_cards import read_run_cards, run_cards, write_run_cards
from command_center.commands.run_cards import SetRunCards
from command_center.domain.room import Role, RoomSetting
from command_center.ui.run_cards.draft import Draft, difference, standing_of
from command_center.ui.run_cards.panel import RunCardsPanel
from command_center.ui.run_cards.words import when_text
from tests.room.test_run_cards import HEAD, OWN
from tests.ui.conftest import MakeDesk
from tests.ui.real_room import RealDesk, real_desk
from tests.ui.seats import Desk
from tests.ui.test_radio_text import cut, desk_at, show

__all__ = ["desk_at", "real_desk"]


class Editor:
    def __init__(self, desk: Desk, qtbot: QtBot) -> None:
        self.desk = desk
        self.panel = RunCardsPanel(desk.seat)
        qtbot.addWidget(self.panel)
        self.panel.resize(560, 700)
        self.panel.show()
        self.panel.activateWindow()
        desk.settle()

    def on(self, words: str, key: Qt.Key) -> None:
        rows = self.panel.model.rows
        at = next(n for n, row in enumerate(rows) if row.first.removeprefix("• ") == words)
        self.panel.view.setCurrentIndex(self.panel.model.index(at, 0))
        self.press(key)

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.panel.view, key)
        self.settle()

    def settle(self) -> None:
        for _ in range(4):
            self.desk.settle()

    def write(self, **values: str) -> None:
        for name, text in values.items():
            field = self.panel.entry.inside[name]
            if isinstance(field, QComboBox):
                field.setCurrentIndex(field.findData(text))
            else:
                assert isinstance(field, QLineEdit)
                field.setText(text)
        self.panel.entry.keep_button.click()
        self.settle()

    def yes(self) -> None:
        QTest.keyClick(self.panel.question, Qt.Key.Key_Return)
        self.settle()


@pytest.fixture
def editor(new_desk: MakeDesk, qtbot: QtBot) -> Editor:
    return Editor(new_desk(role=Role.SHIFT_LEAD), qtbot)


def test_every_card_says_when_it_counts_and_what_is_sent(editor: Editor) -> None:
    assert editor.panel.standing.text() == "Berlaku: kartu bawaan program."
    assert len(editor.panel.model.rows) == len(run_cards())
    night = next(row for row in editor.panel.model.rows if "22:00–05:00" in row.first)
    assert night.first == "Tawuran · 22:00–05:00"
    assert (night.right, night.second) == (
        "alarm 1",
        "3 patroli (≥ 3 orang) · tebakan kami: malam hari lebih besar",
    )


def test_a_card_is_changed_saved_and_only_then_counts(editor: Editor) -> None:
    editor.on("Semua jenis", Qt.Key.Key_Return)
    editor.write(wants="patroli:2:3", place="Sukun", level="merah")
    assert editor.panel.entry.isHidden()
    assert "berubah" not in editor.panel.pending.text()
    assert "baru: Semua jenis · Sukun · situasi merah (alarm 1)" in editor.panel.pending.text()
    assert editor.desk.commands == []
    editor.press(Qt.Key.Key_S)
    editor.desk.recorder.result = {"version": 1, "count": 40}
    editor.yes()
    (command,) = editor.desk.commands
    assert isinstance(command, SetRunCards)
    assert command.before == 0
    assert "*,Sukun,,merah,1,patroli:2:3," in command.table
    assert editor.panel.draft.version == 1
    assert editor.panel.pending.isHidden()


def test_a_typo_is_told_by_row_and_column_and_changes_nothing(editor: Editor) -> None:
    editor.on("Semua jenis", Qt.Key.Key_Return)
    for values, told in (
        ({"wants": "patrli:1"}, "kolom Yang dikirim: tidak dikenal di ruang ini “patrli”"),
        ({"wants": "patroli:1", "place": "Sukn"}, "kolom Tempat: tidak dikenal “Sukn”"),
        ({"place": "", "hours": "25:00-01:00"}, "kolom Jam: tidak dikenal “25:00-01:00”"),
        ({"hours": "", "wants": ""}, "kolom Yang dikirim: belum diisi"),
        ({"wants": "patroli:1", "category": "tawuran"}, "kolom Jenis: sudah ada di baris lain"),
    ):
        editor.write(**values)
        assert editor.panel.faults.text() == f"baris 2, {told}" + (
            " “tawuran”" if values.get("category") else ""
        )
        assert editor.panel.draft.cards == editor.panel.draft.base
    QTest.keyClick(editor.panel.entry.inside["place"], Qt.Key.Key_Escape)
    assert editor.panel.faults.isHidden()


def test_cards_are_added_removed_and_taken_back_step_by_step(editor: Editor) -> None:
    editor.press(Qt.Key.Key_Insert)
    editor.write(category="begal", alarm="3", wants="dalmas:1:20")
    editor.on("Semua jenis", Qt.Key.Key_Delete)
    found = difference(editor.panel.draft.base, editor.panel.draft.cards)
    assert [card.alarm for card in found.added] == [3]
    assert [card.category for card in found.gone] == ["*"]
    editor.press(Qt.Key.Key_Z)
    editor.press(Qt.Key.Key_Z)
    assert editor.panel.draft.cards == editor.panel.draft.base
    editor.panel.ask("undo")
    assert editor.desk.notices[-1].code == "run_cards_nothing_to_undo"


def test_a_file_shows_what_it_changes_before_it_is_taken(editor: Editor, tmp_path: Path) -> None:
    file = tmp_path / "kartu.csv"
    file.write_text(HEAD + "*,,,,1,patroli:1,\ntawuran,,22:00,,1,patroli:1,\n,,,,1,x:1,\n")
    editor.panel.read_file(file)
    editor.settle()
    lines = editor.panel.faults.text().splitlines()
    assert lines[0] == "baris 3, kolom Jam: tidak dikenal “22:00”"
    assert lines[1].startswith("baris 4, kolom Jenis: belum diisi")
    assert not editor.panel.question.isVisible()
    file.write_text(OWN)
    editor.panel.read_file(file)
    editor.settle()
    assert editor.panel.question.isVisible()
    assert editor.panel.draft.cards == editor.panel.draft.base
    editor.yes()
    assert [when_text(card) for card in editor.panel.draft.cards] == [
        "Semua jenis",
        "Tawuran · Sukun · 22:00–05:00 · situasi merah",
    ]
    editor.panel.read_file(tmp_path / "tidak-ada.csv")
    editor.settle()
    assert editor.desk.notices[-1].code == "run_cards_no_file"


RING = "[112.62,-7.98],[112.63,-7.98],[112.63,-7.97],[112.62,-7.97],[112.62,-7.98]"
DRAWN = f'{{"type":"Polygon","coordinates":[[{RING}]]}}'
SHOWN = "Semua jenis · poligon 4 sudut, 1.22 km²"


def test_a_place_is_drawn_in_a_file_and_shown_by_its_corners(
    editor: Editor, tmp_path: Path
) -> None:
    file = tmp_path / "alun-alun.geojson"
    file.write_text(DRAWN.replace("112.62,-7.98]]", "112.5,-7.98]]"))
    editor.panel.read_file(file)
    editor.settle()
    assert editor.panel.faults.text().startswith("garis luar poligon tidak tertutup")
    assert editor.panel.entry.isHidden()
    file.write_text(f'{{"type":"Feature","properties":{{}},"geometry":{DRAWN}}}')
    editor.press(Qt.Key.Key_Insert)
    editor.panel.read_file(file)
    editor.settle()
    editor.write(wants="patroli:2")
    assert editor.panel.faults.text() == ""
    assert editor.panel.model.rows[-1].first.removeprefix("• ") == SHOWN
    editor.on(SHOWN, Qt.Key.Key_Return)
    place = editor.panel.entry.inside["place"]
    assert isinstance(place, QLineEdit)
    assert place.text() == DRAWN
    editor.press(Qt.Key.Key_S)
    editor.yes()
    (command,) = editor.desk.commands
    assert isinstance(command, SetRunCards)
    assert read_run_cards(command.table.encode(), "x.csv", Anything())[0][-1].place == DRAWN


def test_what_is_exported_reads_back_and_is_no_formula(editor: Editor) -> None:
    editor.on("Semua jenis", Qt.Key.Key_Return)
    editor.write(note="=HYPERLINK(1)")
    editor.press(Qt.Key.Key_E)
    notice = editor.desk.notices[-1]
    assert notice.code == "run_cards_exported"
    data = Path(str(notice.params["file"])).read_bytes()
    assert b"'=HYPERLINK" in data
    cards, faults = read_run_cards(data, "kartu.csv", Anything())
    assert (faults, cards) == ([], editor.panel.draft.cards)


def test_cards_that_cannot_be_read_say_so_and_can_be_set_anew(editor: Editor) -> None:
    editor.desk.add(RoomSetting("run_cards", 1, {"table": "nonsense"}))
    editor.settle()
    assert "tidak terbaca" in editor.panel.standing.text()
    assert editor.panel.reason("save") is None
    assert editor.panel.draft.version == 1


def test_what_somebody_else_saved_is_shown_unless_a_draft_would_be_lost(editor: Editor) -> None:
    value = {"table": OWN, "author": "staff-dw", "at": "2026-11-21T07:00:00+00:00"}
    setting = RoomSetting("run_cards", 1, value)
    editor.desk.add(setting)
    editor.settle()
    assert editor.panel.standing.text() == "Berlaku: versi 1, DW, 21-11 14:00."
    assert len(editor.panel.model.rows) == 2
    editor.on("Semua jenis", Qt.Key.Key_Delete)
    editor.desk.change(setting, value={**value, "table": write_run_cards(run_cards())})
    editor.settle()
    assert len(editor.panel.model.rows) == 1
    assert editor.panel.pending.text().startswith("Orang lain sudah menyimpan versi 2.")


def test_an_operator_reads_and_does_not_edit(new_desk: MakeDesk, qtbot: QtBot) -> None:
    editor = Editor(new_desk(role=Role.OPERATOR), qtbot)
    editor.on("Semua jenis", Qt.Key.Key_Return)
    assert editor.panel.entry.isHidden()
    assert editor.desk.notices[-1].code == "not_allowed"
    assert editor.panel.reason("export") is None


def test_a_draft_of_the_shipped_cards_is_no_change() -> None:
    assert not Draft(standing_of(None)).changed


def test_cards_are_saved_edited_and_an_older_version_restored(real_desk: RealDesk) -> None:
    panel = RunCardsPanel(real_desk.seat)
    real_desk.qtbot.addWidget(panel)
    panel.show()

    def save() -> None:
        panel.ask("save")
        QTest.keyClick(panel.question, Qt.Key.Key_Return)
        version = panel.draft.version
        real_desk.until(lambda: panel.draft.version == version + 1)

    panel.draft.remove(2)
    save()
    count = len(panel.draft.cards)
    panel.draft.remove(2)
    save()
    assert (panel.draft.version, len(panel.draft.cards)) == (2, count - 1)
    real_desk.until(lambda: panel.standing.text().startswith("Berlaku: versi 2, O1"))
    panel.ask("history")
    real_desk.until(lambda: panel.versions is not None)
    assert [row.id for row in panel.model.rows] == ["2", "1", "0"]
    assert panel.model.rows[0].second.startswith("hilang: ")
    panel.view.setCurrentIndex(panel.model.index(1, 0))
    panel.ask("change")
    assert (panel.versions, len(panel.draft.cards)) == (None, count)
    save()
    assert real_desk.kinds()[-3:] == ["room.run_cards"] * 3


def test_no_word_is_cut_narrow_and_at_150_percent(desk_at: Desk, qtbot: QtBot) -> None:
    panel = RunCardsPanel(desk_at.seat)
    show(desk_at, panel, qtbot)
    assert cut(panel) == []
    panel.ask("add")
    desk_at.settle()
    assert cut(panel) == []
