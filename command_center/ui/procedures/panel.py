"""The book of procedures as a panel: read by everybody, edited by who leads a shift."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from command_center.advice.categories import categories
from command_center.advice.procedures import SETTING, Book, Procedure, procedure_of, procedures_of
from command_center.commands.checklist import SetProcedure
from command_center.domain.errors import OperatorError
from command_center.domain.permissions import Permission
from command_center.domain.room import RoomSetting
from command_center.ports import Outcome
from command_center.situation.situation import Touched
from command_center.ui.actions.buttons import KeyButton
from command_center.ui.detail.flow import FlowLayout
from command_center.ui.detail.names import shown_title
from command_center.ui.detail.questions import Answer, QuestionBar
from command_center.ui.detail.words import fill
from command_center.ui.format import count
from command_center.ui.keyed_table import KeyedTable
from command_center.ui.plain_label import PlainLabel
from command_center.ui.procedures.fields import ProcedureFields
from command_center.ui.radio.lines import ROW_PX, TextRow, TextRowDelegate, TextRowModel
from command_center.ui.seat import Seat
from command_center.ui.sentences import sentence

translate = QCoreApplication.translate
CHANGE, SHIPPED = "change", "shipped"
_KEYS = {Qt.Key.Key_Return: CHANGE, Qt.Key.Key_Enter: CHANGE, Qt.Key.Key_Delete: SHIPPED}


class ProceduresPanel(QFrame):
    """A row for each category; Enter opens it, Del takes the room's own back to the shipped one."""

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self._editing, self._version = "", 0
        self.filter = QLineEdit()
        self.filter.setMaxLength(100)
        self.model = TextRowModel(self)
        self.view = KeyedTable(seat.theme, self.model, _KEYS)
        self.view.setItemDelegate(TextRowDelegate(seat.theme, self.view))
        self.newer = PlainLabel(seat.theme, "warn")
        self.newer.setWordWrap(True)
        self.newer.hide()
        self.question = QuestionBar(seat, self)
        self.form = ProcedureFields(seat)
        self.buttons = {
            CHANGE: KeyButton(seat, "", "Return", primary=True),
            SHIPPED: KeyButton(seat, "", "Del"),
        }
        self._lay_out()
        self._connect()
        self._restyle()
        self._retranslate()

    def _lay_out(self) -> None:
        self.foot = QWidget()
        self._foot = FlowLayout(self.foot, gap=6)
        for button in self.buttons.values():
            self._foot.addWidget(button)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        self._head = QVBoxLayout()
        self._head.addWidget(self.filter)
        self._head.addWidget(self.newer)
        rows.addLayout(self._head)
        rows.addWidget(self.view, 1)
        for part in (self.question, self.form, self.foot):
            rows.addWidget(part)
        self.setFocusProxy(self.view)

    def _connect(self) -> None:
        seat = self._seat
        for name, button in self.buttons.items():
            button.clicked.connect(lambda _=False, name=name: self.ask(name))
        self.view.asked.connect(self.ask)
        self.view.doubleClicked.connect(lambda _: self.ask(CHANGE))
        self.view.selectionModel().currentChanged.connect(self._follow)
        self.filter.textChanged.connect(self.refresh)
        self.form.kept.connect(self._keep)
        self.form.left.connect(self._close)
        seat.live.changed.connect(self._changed)
        seat.person.changed.connect(self._follow)
        seat.theme.changed.connect(self._restyle)

    # --- what it shows -------------------------------------------------------------------------

    def _setting(self) -> RoomSetting | None:
        found = self._seat.situation.get("room_setting", SETTING)
        return found if isinstance(found, RoomSetting) else None

    def _book(self) -> Book:
        setting = self._setting()
        return procedures_of(setting.value if setting is not None else None)

    def _own(self) -> frozenset[str]:
        """The categories that the room has its own of."""
        setting = self._setting()
        return frozenset(setting.value) if setting is not None else frozenset()

    def _changed(self, touched: Touched) -> None:
        if self.isVisible() and (touched.everything or "room_setting" in touched.entities):
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def refresh(self, *_: object) -> None:
        """The chosen row stays chosen."""
        chosen, wanted = self._chosen(), self.filter.text().casefold().split()
        rows = [row for row in self._rows() if _says(row, wanted)]
        if self.model.show_rows(rows) and chosen:
            at = self.model.place_of(chosen)
            if at is not None:
                self.view.setCurrentIndex(self.model.index(at, 0))
        setting = self._setting()
        moved = not self.form.isHidden() and (setting.version if setting else 0) != self._version
        text = translate("Procedures", "Orang lain sudah menyimpan prosedur; buka lagi.")
        self.newer.show_text(text if moved else "")
        self.newer.setVisible(moved)
        self._follow()

    def _rows(self) -> list[TextRow]:
        book, own = self._book(), self._own()
        codes = dict.fromkeys([*categories(), *book])
        return [self._row(code, procedure_of(code, book), own, code in book) for code in codes]

    def _row(self, code: str, procedure: Procedure, own: frozenset[str], written: bool) -> TextRow:
        """What has no procedure is shown with the one of any other happening, and says so."""
        steps = fill(translate("Procedures", "%1 langkah"), count(len(procedure.items)))
        whose = translate("Procedures", "bawaan")
        if code in own:
            whose = translate("Procedures", "milik ruang")
        elif not written:
            whose = translate("Procedures", "memakai yang umum")
        return TextRow(code, shown_title(code, code), f"{steps} · {whose}", procedure.text)

    def _chosen(self) -> str:
        row = self.view.current_row()
        return row.id if isinstance(row, TextRow) else ""

    def _follow(self, *_: object) -> None:
        """Every button says why it cannot be pressed."""
        for name, button in self.buttons.items():
            why = self._reason(name)
            button.setEnabled(why is None)
            button.setToolTip("" if why is None else sentence(why, {}))

    def _reason(self, asked: str) -> str | None:
        if not self._seat.may(Permission.REASSIGN):
            return "not_allowed" if self._seat.person.signed_in else "sign_in_first"
        if not self._chosen():
            return "select_procedure"
        return "procedure_is_shipped" if self._only_shipped(asked) else None

    def _only_shipped(self, asked: str) -> bool:
        return asked == SHIPPED and self._chosen() not in self._own()

    # --- what is asked -------------------------------------------------------------------------

    def ask(self, asked: str) -> None:
        """Change the chosen one, or take the shipped one back."""
        why, code = self._reason(asked), self._chosen()
        if why is not None:
            self._seat.notices.failed(OperatorError(why))
        elif asked == CHANGE:
            self._open(code)
        else:
            title = translate("Procedures", "Kembali ke prosedur bawaan untuk %1?")
            yes = Answer(
                translate("Procedures", "Kembali"), "Return", lambda: self._take_shipped(code)
            )
            self.question.ask(fill(title, shown_title(code, code)), [yes])

    def _open(self, code: str) -> None:
        setting = self._setting()
        self._editing, self._version = code, setting.version if setting else 0
        self.foot.hide()
        self.form.write(shown_title(code, code), procedure_of(code, self._book()))

    def _close(self) -> None:
        self.form.hide()
        self.foot.show()
        self.refresh()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep(self) -> None:
        self._store(SetProcedure(self._editing, self.form.written, self._version))

    def _take_shipped(self, code: str) -> None:
        self.question.leave()
        setting = self._setting()
        self._store(SetProcedure(code, Procedure("", ()), setting.version if setting else 0))

    def _store(self, command: SetProcedure) -> None:
        """What is refused stays open with what was written."""

        def done(outcome: Outcome) -> None:
            self._seat.notices.done(outcome.kind)
            self._close()

        self._seat.submit(command, done, self._seat.notices.failed)

    # --- appearance ----------------------------------------------------------------------------

    def _restyle(self) -> None:
        px = self._seat.theme.px
        self._head.setContentsMargins(px(12), px(6), px(12), px(6))
        self._foot.setContentsMargins(px(12), px(6), px(8), px(8))
        self.filter.setFont(self._seat.theme.font(13))
        self.view.verticalHeader().setDefaultSectionSize(px(ROW_PX))
        self.view.viewport().update()

    def _retranslate(self) -> None:
        self.setAccessibleName(translate("Procedures", "Prosedur"))
        self.view.setAccessibleName(translate("Procedures", "Prosedur menurut jenis kejadian"))
        self.view.empty = translate("Procedures", "Tidak ada jenis yang cocok.")
        self.filter.setPlaceholderText(translate("Procedures", "Saring menurut kata"))
        self.filter.setAccessibleName(translate("Procedures", "Saring menurut kata"))
        self.buttons[CHANGE].relabel(translate("Procedures", "Ubah"))
        self.buttons[SHIPPED].relabel(translate("Procedures", "Kembali ke bawaan"))
        self.form.relabel()
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)


def _says(row: TextRow, words: Sequence[str]) -> bool:
    text = f"{row.first} {row.right} {row.second}".casefold()
    return all(word in text for word in words)
