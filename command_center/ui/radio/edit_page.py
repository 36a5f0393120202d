"""A list that is looked through, added to, changed and imported: what partners and the roster
have in common."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from command_center.connectors.radio.tables import CellFault, Table
from command_center.domain.errors import OperatorError
from command_center.domain.permissions import Permission
from command_center.domain.place import PlaceKind
from command_center.ports import Outcome
from command_center.ui.actions.buttons import KeyButton
from command_center.ui.detail.flow import FlowLayout
from command_center.ui.detail.questions import Answer, QuestionBar
from command_center.ui.dropped_file import local_file
from command_center.ui.paged_panel import PanelPage
from command_center.ui.plain_label import PlainLabel
from command_center.ui.radio.fields import FieldsForm
from command_center.ui.radio.lines import ROW_PX, TextRow, TextRowModel, TextRowView
from command_center.ui.seat import Seat
from command_center.ui.sentences import sentence

translate = QCoreApplication.translate
KEYS = {"add": "Ins", "change": "Return", "leave": "Del", "import": "O"}
FAULTS_SHOWN = 8


class EditPage(PanelPage):
    """`names` are the fields of the form. A file dropped here is imported too."""

    select_code = "select_partner"
    permission = Permission.KEEP_PARTNERS

    def __init__(
        self, seat: Seat, names: Sequence[str], choices: Mapping[str, Sequence[object]]
    ) -> None:
        super().__init__()
        self._seat = seat
        self._editing = ""
        self.filter = QLineEdit()
        self.filter.setMaxLength(100)
        self.model = TextRowModel(self)
        self.view = TextRowView(seat.theme, self.model)
        self.form = FieldsForm(seat, names, choices)
        self.faults = PlainLabel(seat.theme, "warn", 13)
        self.faults.setWordWrap(True)
        self.faults.hide()
        self.question = QuestionBar(seat, self)
        self.buttons = {name: KeyButton(seat, "", key) for name, key in KEYS.items()}
        self.foot = QWidget()
        self._foot = FlowLayout(self.foot, gap=6)
        for button in self.buttons.values():
            self._foot.addWidget(button)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        self._head = QVBoxLayout()
        self._head.addWidget(self.filter)
        rows.addLayout(self._head)
        rows.addWidget(self.view, 1)
        for part in (self.faults, self.question, self.form, self.foot):
            rows.addWidget(part)
        self.setFocusProxy(self.view)
        self.setAcceptDrops(True)
        self._connect()

    def _connect(self) -> None:
        for name, button in self.buttons.items():
            button.clicked.connect(partial(self.ask, name))
        self.view.asked.connect(self.ask)
        self.view.doubleClicked.connect(partial(self.ask, "change"))
        self.view.selectionModel().currentChanged.connect(self._follow)
        self.filter.textChanged.connect(self.refresh)
        self.form.kept.connect(self._keep)
        self.form.left.connect(self.close_form)
        self._seat.person.changed.connect(self._follow)
        self._seat.theme.changed.connect(self.restyle)

    # --- what a list of its own says -----------------------------------------------------------

    @abstractmethod
    def found(self) -> list[TextRow]:
        """Every row, in order."""

    @abstractmethod
    def values_of(self, id: str) -> Mapping[str, object]:
        """What the form opens with."""

    @abstractmethod
    def command_of(self, id: str, values: Mapping[str, Any]) -> Any:
        """To keep what was written of a new one (id "") or of that one. OperatorError."""

    @abstractmethod
    def leaving(self, id: str) -> Any:
        """The command that takes it out of the list."""

    @abstractmethod
    def read(self, path: Path) -> Table[Any]:
        """On another thread. OperatorError."""

    @abstractmethod
    def importing(self, rows: tuple[Any, ...]) -> Any:
        """The command that stores them."""

    # --- what it shows -------------------------------------------------------------------------

    def refresh(self, *_: object) -> None:
        row = self.view.current()
        wanted = self.filter.text().casefold().split()
        rows = [r for r in self.found() if _says(r, wanted)]
        if self.model.show_rows(rows) and row is not None:
            at = self.model.place_of(row.id)
            if at is not None:
                self.view.setCurrentIndex(self.model.index(at, 0))
        self._follow()

    def _follow(self, *_: object) -> None:
        for name, button in self.buttons.items():
            why = self._reason(name)
            button.setEnabled(why is None)
            button.setToolTip("" if why is None else sentence(why, {}))

    def _reason(self, asked: str) -> str | None:
        if not self._seat.may(self.permission):
            return "not_allowed" if self._seat.person.signed_in else "sign_in_first"
        needs_row = asked in ("change", "leave")
        return self.select_code if needs_row and self.view.current() is None else None

    # --- what is asked -------------------------------------------------------------------------

    def ask(self, asked: str, *_: object) -> None:
        """One of add, change, leave, import."""
        why, row = self._reason(asked), self.view.current()
        if why is not None:
            self._seat.notices.failed(OperatorError(why))
        elif asked == "import":
            self._ask_file()
        elif asked == "leave" and row is not None:
            self._ask_leave(row)
        else:
            self._editing = row.id if row is not None and asked == "change" else ""
            self.foot.hide()
            self.form.write(self.values_of(self._editing))

    def close_form(self) -> None:
        if not self.form.isHidden():
            self.form.hide()
            self.foot.show()
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep(self, values: Mapping[str, Any]) -> None:
        try:
            command = self.command_of(self._editing, values)
        except OperatorError as error:
            self._seat.notices.failed(error)
            return

        def done(outcome: Outcome) -> None:
            self.close_form()
            self._seat.notices.done(outcome.kind, name=values.get("name"))

        self._seat.submit(command, done, self._seat.notices.failed)

    def _ask_leave(self, row: TextRow) -> None:
        title = translate("Radio", "Keluarkan %1 dari daftar?").replace("%1", row.first)
        gone = Answer(translate("Radio", "Keluarkan"), "Return", partial(self._let_go, row))
        self.question.ask(title, [gone])

    def _let_go(self, row: TextRow) -> None:
        self.question.leave()

        def done(outcome: Outcome) -> None:
            self._seat.notices.done(outcome.kind, name=row.first)

        self._seat.submit(self.leaving(row.id), done, self._seat.notices.failed)

    # --- import --------------------------------------------------------------------------------

    def _ask_file(self) -> None:
        title = translate("Radio", "Berkas CSV mana? Tulis jalurnya, atau seret berkas ke sini.")
        answer = Answer(translate("Radio", "Baca"), "Return", self._read_typed)
        self.question.ask(title, [answer], typed="")

    def _read_typed(self) -> None:
        typed = self.question.field.text().strip() if self.question.field is not None else ""
        self.question.leave()
        if typed:
            self.read_file(Path(typed))

    def read_file(self, path: Path) -> None:
        """Read it, say what does not fit, and ask before anything is stored."""
        self._seat.tasks.run(
            partial(self.read, path.expanduser()), self._was_read, self._seat.notices.failed
        )

    def _was_read(self, table: Table[Any]) -> None:
        self._say_faults(table.faults)
        if not table.rows:
            if not table.faults:
                self._seat.notices.failed(OperatorError("table_empty"))
            return
        good, bad = str(len(table.rows)), str(len(table.faults))
        title = translate("Radio", "Impor %1 baris; %2 baris salah tidak ikut.")
        yes = Answer(translate("Radio", "Impor"), "Return", partial(self._store, table.rows))
        self.question.ask(title.replace("%1", good).replace("%2", bad), [yes])

    def _store(self, rows: tuple[Any, ...]) -> None:
        self.question.leave()

        def done(outcome: Outcome) -> None:
            self._seat.notices.done(outcome.kind, count=outcome.result.get("count"))

        self._seat.submit(self.importing(rows), done, self._seat.notices.failed)

    def _say_faults(self, faults: Sequence[CellFault]) -> None:
        lines = [fault_text(fault) for fault in faults[:FAULTS_SHOWN]]
        if len(faults) > FAULTS_SHOWN:
            more = translate("Radio", "… dan %1 lagi")
            lines.append(more.replace("%1", str(len(faults) - FAULTS_SHOWN)))
        self.faults.show_text("\n".join(lines))
        self.faults.setVisible(bool(lines))

    def known_area(self, name: str) -> str | None:
        """The kelurahan of that name, by code or as anybody spells it."""
        place = self._seat.city.gazetteer.locate(name, PlaceKind.KELURAHAN)
        return place.code if place else None

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if local_file(event.mimeData()) is not None and self._reason("import") is None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = local_file(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.read_file(path)

    # --- appearance ----------------------------------------------------------------------------

    def restyle(self) -> None:
        px = self._seat.theme.px
        self._head.setContentsMargins(px(12), px(4), px(12), px(6))
        self._foot.setContentsMargins(px(12), px(6), px(8), px(8))
        self.faults.setContentsMargins(px(12), px(4), px(12), px(4))
        self.filter.setFont(self._seat.theme.font(13))
        self.view.verticalHeader().setDefaultSectionSize(px(ROW_PX))
        self.view.viewport().update()

    def retranslate(self) -> None:
        self.filter.setPlaceholderText(translate("Radio", "Saring menurut kata"))
        self.filter.setAccessibleName(translate("Radio", "Saring menurut kata"))
        self.buttons["add"].relabel(translate("Radio", "Tambah"))
        self.buttons["change"].relabel(translate("Radio", "Ubah"))
        self.buttons["leave"].relabel(translate("Radio", "Keluarkan"))
        self.buttons["import"].relabel(translate("Radio", "Impor CSV"))
        self.refresh()


def fault_text(fault: CellFault) -> str:
    text = translate("Radio", "baris %1, kolom %2: %3").replace("%1", str(fault.row))
    said = text.replace("%3", sentence(fault.code, {})).replace("%2", fault.column)
    return f"{said} “{fault.value}”" if fault.value else said


def _says(row: TextRow, words: Sequence[str]) -> bool:
    text = f"{row.first} {row.right} {row.second}".casefold()
    return all(word in text for word in words)
