"""How the editor of the table is laid out: a filter, the rows, what is wrong, a form, buttons."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from command_center.advice.triage import When
from command_center.ui.actions.buttons import KeyButton
from command_center.ui.detail.flow import FlowLayout
from command_center.ui.detail.questions import QuestionBar
from command_center.ui.keyed_table import KeyedTable
from command_center.ui.plain_label import PlainLabel
from command_center.ui.radio.fields import FieldsForm
from command_center.ui.radio.lines import ROW_PX, TextRow, TextRowDelegate, TextRowModel
from command_center.ui.seat import Seat
from command_center.ui.theme import Theme
from command_center.ui.triage_table.words import COLUMN_WORDS, when_text

translate = QCoreApplication.translate
KEYS: Mapping[str, tuple[str, Qt.Key]] = {
    "add": ("Ins", Qt.Key.Key_Insert),
    "change": ("Return", Qt.Key.Key_Return),
    "remove": ("Del", Qt.Key.Key_Delete),
    "undo": ("Z", Qt.Key.Key_Z),
    "preview": ("T", Qt.Key.Key_T),
    "save": ("S", Qt.Key.Key_S),
    "history": ("H", Qt.Key.Key_H),
    "review": ("B", Qt.Key.Key_B),
    "import": ("O", Qt.Key.Key_O),
    "export": ("E", Qt.Key.Key_E),
}
WORDS_LENGTH = 4_000
SETS = ("", "P1", "P2", "P3", "P4")


class RowsView(KeyedTable):
    """`asked` carries a name of `KEYS`."""

    def __init__(self, theme: Theme, model: TextRowModel) -> None:
        keys = {key: name for name, (_, key) in KEYS.items()}
        super().__init__(theme, model, {**keys, Qt.Key.Key_Enter: "change"})
        self.setItemDelegate(TextRowDelegate(theme, self))

    def current(self) -> TextRow | None:
        row = self.current_row()
        return row if isinstance(row, TextRow) else None


class TableFrame(QFrame):
    """The parts, without what they lead to. `asked` carries a name of `KEYS`."""

    asked = Signal(str)

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        theme = seat.theme
        self.title = PlainLabel(theme, bold=True)
        self.standing = PlainLabel(theme, "text2", 13)
        self.pending = PlainLabel(theme, "warn", 13)
        self.filter = QLineEdit()
        self.filter.setMaxLength(100)
        self.model = TextRowModel(self)
        self.view = RowsView(theme, self.model)
        self.faults = PlainLabel(theme, "warn", 13)
        self.outlook = PlainLabel(theme, "text", 13)
        for label in (self.standing, self.pending, self.faults, self.outlook):
            label.setWordWrap(True)
        choices = {"when": tuple(when.value for when in When), "sets": SETS}
        self.form = FieldsForm(seat, tuple(COLUMN_WORDS), choices, wide=("any", "id", "en"))
        words = self.form.inside["any"]
        if isinstance(words, QLineEdit):
            words.setMaxLength(WORDS_LENGTH)
        self.question = QuestionBar(seat, self)
        self.buttons = {name: KeyButton(seat, "", key) for name, (key, _) in KEYS.items()}
        self.foot = QWidget()
        self._foot = FlowLayout(self.foot, gap=6)
        for name, button in self.buttons.items():
            self._foot.addWidget(button)
            button.clicked.connect(partial(self.asked.emit, name))
        self.view.asked.connect(self.asked)
        self.view.doubleClicked.connect(partial(self.asked.emit, "change"))
        self._lay_out()
        self.setFocusProxy(self.view)

    def _lay_out(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        self._head = QVBoxLayout()
        head: tuple[QWidget, ...] = (self.title, self.standing, self.pending, self.filter)
        for part in head:
            self._head.addWidget(part)
        rows.addLayout(self._head)
        rows.addWidget(self.view, 1)
        self._below = QVBoxLayout()
        for label in (self.faults, self.outlook):
            label.hide()
            self._below.addWidget(label)
        rows.addLayout(self._below)
        for below in (self.question, self.form, self.foot):
            rows.addWidget(below)

    def say(self, label: PlainLabel, text: str) -> None:
        """Shown only while there is something to say."""
        label.show_text(text)
        label.setVisible(bool(text))

    def restyle(self) -> None:
        px = self._seat.theme.px
        self._head.setContentsMargins(px(12), px(7), px(12), px(6))
        self._head.setSpacing(px(3))
        self._below.setContentsMargins(px(12), px(4), px(12), px(4))
        self._foot.setContentsMargins(px(12), px(6), px(8), px(8))
        self.filter.setFont(self._seat.theme.font(13))
        self.view.verticalHeader().setDefaultSectionSize(px(ROW_PX))
        self.view.viewport().update()

    def relabel(self) -> None:
        """After another language."""
        self.title.show_text(translate("TriageTable", "TABEL TRIASE"))
        self.setAccessibleName(translate("TriageTable", "Tabel triase"))
        self.view.setAccessibleName(translate("TriageTable", "Baris tabel triase"))
        self.view.empty = translate("TriageTable", "Tidak ada baris yang cocok.")
        self.filter.setPlaceholderText(translate("TriageTable", "Saring menurut kata"))
        self.filter.setAccessibleName(translate("TriageTable", "Saring menurut kata"))
        names = {
            "add": translate("TriageTable", "Tambah"),
            "change": translate("TriageTable", "Ubah"),
            "remove": translate("TriageTable", "Hapus"),
            "undo": translate("TriageTable", "Urungkan"),
            "preview": translate("TriageTable", "Tinjau"),
            "save": translate("TriageTable", "Simpan"),
            "history": translate("TriageTable", "Versi"),
            "review": translate("TriageTable", "Tinjauan"),
            "import": translate("TriageTable", "Impor"),
            "export": translate("TriageTable", "Ekspor"),
        }
        for name, text in names.items():
            self.buttons[name].relabel(text)
        columns = {n: translate("TriageTable", text) for n, text in COLUMN_WORDS.items()}
        self.form.rename(columns, {"when": [when_text(w) for w in When], "sets": ["–", *SETS[1:]]})
